"""Persons: whom the surnames and first names of an article mean, and what roles they have."""

from __future__ import annotations

import functools
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Container, Sequence
from operator import attrgetter, itemgetter

from corpuskit.scan import Scan
from corpuskit_entities.around.context import around
from corpuskit_entities.around.roles import role_after, role_before
from corpuskit_entities.cluster import Cluster, Mention
from corpuskit_entities.lexica import place_of, token_of
from corpuskit_entities.names.surnames import middle_names, name_words, spelt
from corpuskit_entities.tables import lexicon, name_parts
from corpuskit_entities.who.full_names import FullNames

__all__ = ["persons"]

_start = attrgetter("start")
_LOOSE = frozenset(("entities.known_word", "entities.head_word"))  # may be surnames, too


def persons(scan: Scan, named: list[Mention], others: list[Mention]) -> list[Cluster]:
    """Clusters of persons, each in text order. Mentions of other kinds that are a person's
    surname change kind, and are taken from `others`."""
    full = FullNames()
    singles: list[Mention] = []
    for mention in named:
        if mention.kind == "person":
            if len(mention.words) > 1 and len(words := name_words(mention.words)) > 1:
                full.add(mention, words)
            else:
                singles.append(mention)
    clusters, by_last = full.clusters, full.by_last
    by_first: dict[str, list[Cluster]] = defaultdict(list)
    by_middle: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        by_first[cluster.words[0]].append(cluster)
        for word in middle_names(cluster.words):
            by_middle[word].append(cluster)
    for (nick, _), cluster in full.by_nickname.items():
        by_middle[nick].append(cluster)
    elsewhere = _surnames_elsewhere(scan, others, {**by_last, **by_middle})
    if elsewhere:
        singles += elsewhere
        others[:] = [mention for mention in others if mention.kind != "person"]
    singles.sort(key=_telling)
    places: _Places = {}
    for mention in singles:
        word = mention.words[0]
        bearers = by_last.get(word) or by_first.get(word) or by_middle.get(word) or ()
        bearers = bearers or by_last.get(spelt(word, by_last)) or ()
        bearers = bearers or by_first.get(spelt(word, by_first)) or ()
        if word in by_middle and word in by_last and not token_of(word).first:
            bearers = [*by_last[word], *by_middle[word]]  # Ana Sol Varga, sister of Rosa Sol
        if mention.role is not None and mention.gender and bearers:
            mention.gender = _gender_told(scan, mention)
        bearer = _best_bearer(mention, bearers, places)
        if bearer is None:
            bearer = Cluster("person", mention.text, (word,), mention.rule)
            clusters.append(bearer)
            by_last[word].append(bearer)
        _take_particles(scan, mention, bearer.words)
        bearer.add(mention)
        if id(bearer) in places:
            insort(places[id(bearer)], (mention.sentence, mention.start))
    for cluster in clusters:
        if len(cluster.mentions) > 1:
            cluster.mentions.sort(key=_start)
        cluster.role = _role_of(scan, cluster, named)
    return clusters


def _gender_told(scan: Scan, mention: Mention) -> str:
    """What a title tells: "Dr. Lawrence" may be Jennifer, "Mr. Lawrence" not."""
    if token_of(mention.words[0]).gender != mention.gender or mention.role is None:
        return mention.gender
    titles = map(token_of, scan.folded[slice(*mention.role)].split())
    return next((title.gender for title in titles if title.gender), "")


def _take_particles(scan: Scan, mention: Mention, words: tuple[str, ...]) -> None:
    """ "Then de Sol said": the particle of a full name stands before the surname, too."""
    at, start = words.index(mention.words[0]) if mention.words[0] in words else 0, mention.start
    while at > 1 and words[at - 1] in name_parts("particle"):
        at -= 1
        if not scan.folded.endswith(f" {words[at]} ", 0, start):
            break
        start -= len(words[at]) + 1
    if start < mention.start:
        mention.start, mention.text = start, scan.raw[start : mention.end]


def _telling(mention: Mention) -> tuple[bool, int]:
    """First those whose title tells the gender: they part those who share a surname."""
    return not (mention.role is not None and mention.gender), mention.start


def _surnames_elsewhere(
    scan: Scan, others: list[Mention], surnames: Container[str]
) -> list[Mention]:
    """Single words taken for something else that are the surname of somebody in the article."""
    found = []
    for mention in [m for m in others if m.words[0] in surnames and len(m.words) == 1]:
        if mention.kind == "group":
            continue
        if mention.kind == "organisation" and mention.rule not in _LOOSE:
            continue
        place = place_of(mention.text)
        if place is not None and place.kind == "country":
            continue
        signs = around(scan.folded, mention.start, mention.end)
        if signs.place < 2 and (signs.person or mention.rule != "entities.head_word"):
            mention.kind, mention.rule = "person", "entities.surname"
            found.append(mention)
    return found


_Places = dict[int, list[tuple[int, int]]]
"""Sentence and start of each mention of some clusters, by their id, in order."""


def _best_bearer(mention: Mention, clusters: Sequence[Cluster], places: _Places) -> Cluster | None:
    """Who of several with one surname is meant: the gender of a title must fit, then who was named
    about as often as the others till then, and nearest; first of all who was named first."""
    if not clusters:
        return None
    gender = mention.gender if mention.role is not None else ""
    if not gender and len(clusters) == 1:
        return clusters[0]
    fitting = [c for c in clusters if not (gender and c.gender and gender != c.gender)]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    here = (mention.sentence, mention.start)
    before: list[tuple[int, list[tuple[int, int]], Cluster]] = []
    for cluster in fitting:
        named = places.get(id(cluster))
        if named is None:
            named = places[id(cluster)] = sorted((m.sentence, m.start) for m in cluster.mentions)
        count = bisect_left(named, here)
        if count:
            before.append((count, named, cluster))
    if not before:
        return min(fitting, key=lambda c: c.mentions[0].start)
    most = max(before, key=itemgetter(0))[0]
    near = [one for one in before if one[0] * 2 > most]
    return max(near, key=lambda one: _nearness(one[1], one[0]))[2]


def _nearness(named: Sequence[tuple[int, int]], count: int) -> tuple[int, int]:
    """The last sentence that names somebody; in one sentence the first is nearest."""
    last = named[count - 1][0]
    return last, -named[bisect_left(named, (last,))][1]


def _role_of(scan: Scan, cluster: Cluster, named: list[Mention]) -> tuple[int, int] | None:
    """The first telling role: a title before a name, or an apposition."""
    honorific: tuple[int, int] | None = None
    for mention in cluster.mentions:
        sentence = scan.sentences[mention.sentence]
        if mention.role is not None:
            if not _is_polite(scan.folded[mention.role[0] : mention.role[1]]):
                return mention.role
            honorific = honorific or mention.role
        if len(mention.words) == 1 and mention is not cluster.mentions[0]:
            continue
        start = mention.role[0] if mention.role else mention.start  # "the chairman, Mr Sol"
        found = role_before(scan.raw, scan.folded, start, sentence.start)
        found = found or role_after(scan.raw, scan.folded, mention.end, sentence.end)
        if found is not None:
            return _cut_by_names(scan.raw, found, named)
    return honorific


def _cut_by_names(raw: str, role: tuple[int, int], named: list[Mention]) -> tuple[int, int]:
    """A role begins behind a name that reaches into it ("the Ministry of Health chief"), and ends
    with one ("head of the Ministry of Women and Mines")."""
    start, end = role
    before, last = (bisect_left(named, at, key=_start) - 1 for at in (start + 1, end))
    if before >= 0 and start < named[before].end < end:
        name = named[before]
        if name.start < start or name.kind in ("organisation", "facility"):
            start = name.end + (3 if raw.startswith(("'s ", "’s "), name.end) else 1)
    if last >= 0 and named[last].end > end:
        end = named[last].end
    return start, end


@functools.lru_cache(maxsize=4096)
def _is_polite(title: str) -> bool:
    """Whether a title only tells the gender ("Mrs")."""
    senses = [lexicon("roles.tsv").get(word.rstrip(".")) for word in title.split()]
    return all(any(row["title"] == "polite" for row in rows) for rows in senses)
