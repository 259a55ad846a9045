"""Grouping: which mentions of an article name one person, organisation, place or people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

import attrs

from corpuskit.scan import Scan
from corpuskit_entities.context import Around, around, role_after, role_before
from corpuskit_entities.lexica import known, place_of, token_of
from corpuskit_entities.mentions import Mention
from corpuskit_entities.names import acronym_of
from corpuskit_entities.normal import PARTICLES

__all__ = ["Cluster", "grouped"]


@attrs.define
class Cluster:
    """What the article says of one referent, while it is put together."""

    kind: str
    name: str
    words: tuple[str, ...]
    rule: str
    mentions: list[Mention] = attrs.Factory(list)
    acronym: str | None = None
    role: tuple[int, int] | None = None
    gender: str = ""
    tail: tuple[str, ...] = ()

    def add(self, mention: Mention) -> None:
        """Take in a mention, and what its title tells."""
        self.mentions.append(mention)
        self.gender = self.gender or mention.piece.gender

    def absorb(self, other: Cluster) -> None:
        """Take in all mentions of another cluster."""
        self.mentions += other.mentions
        self.gender = self.gender or other.gender
        self.acronym = self.acronym or other.acronym
        self.role = self.role or other.role
        self.tail += other.tail


_Clusters = dict[tuple[str, str], Cluster]


def grouped(scan: Scan, mentions: list[Mention]) -> list[Cluster]:
    """Clusters by first mention; mentions of kind "role" are left out."""
    named = [m for m in mentions if m.kind != "role"]
    named = _without_openers(named)
    _decide_unknown(scan, named)
    persons = _persons(scan, named)
    others = _others(scan, [m for m in named if m.kind != "person"])
    clusters = [*persons, *others]
    for cluster in clusters:
        cluster.mentions.sort(key=lambda m: m.start)
    clusters.sort(key=lambda c: (c.mentions[0].start, c.mentions[0].end))
    return clusters


def _without_openers(named: list[Mention]) -> list[Mention]:
    """Leave out "Government" and "Council" where only a sentence's start gives the capital."""
    elsewhere = {m.piece.words for m in named if not m.alone}
    return [
        m
        for m in named
        if not m.alone or m.rule != "entities.head_noun" or m.piece.words in elsewhere
    ]


def _decide_unknown(scan: Scan, mentions: list[Mention]) -> None:
    """Give every unknown mention a kind by what stands around all mentions of that name."""
    surnames = {m.piece.words[-1] for m in mentions if m.kind == "person"}
    surnames |= {
        m.piece.words[0] for m in mentions if m.kind == "person" and len(m.piece.words) > 1
    }
    by_name: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind == "unknown":
            by_name[mention.piece.words].append(mention)
    _places_after_all(scan, mentions)
    for words, same in by_name.items():
        if len(words) == 1 and words[0] in surnames:
            kind, rule = "person", "entities.surname"
        else:
            kind, rule = _kind_of(scan, words, same)
        for mention in same:
            mention.kind, mention.rule = kind, rule
    mentions[:] = [m for m in mentions if m.kind]


def _places_after_all(scan: Scan, mentions: list[Mention]) -> None:
    """ "The town of Adam Hill": a first name proves less than a noun for places."""
    for mention in mentions:
        if mention.rule == "entities.first_name":
            if around(scan.folded, mention.start, mention.end).place > 2:
                mention.kind, mention.rule = "place", "entities.place_context"


def _kind_of(scan: Scan, words: tuple[str, ...], same: list[Mention]) -> tuple[str, str]:
    """Kind and rule of an unknown name; "" for a word that is no name."""
    person = place = 0
    for mention in same:
        near = around(scan.folded, mention.start, mention.end)
        place += near.place
        person += 2 * near.speaks + near.acts + 2 * _has_role(scan, mention)
    in_gazetteer = place_of(same[0].text) is not None
    if len(words) == 1:
        if all(m.alone for m in same) and (token_of(same[0].text).common or not person):
            return "", ""
        if place > person and (in_gazetteer or place > 1):
            return "place", "entities.place_context"
        if token_of(same[0].text).common:
            return "other", "entities.other"
        return ("person", "entities.person_context") if person else ("other", "entities.other")
    if place > person + 1:
        return "place", "entities.place_context"
    if person or not any(token_of(w).common or token_of(w).stop for w in words[:-1]):
        return "person", "entities.person_context"
    return "other", "entities.other"


def _has_role(scan: Scan, mention: Mention) -> bool:
    sentence = scan.sentences[mention.sentence]
    return (
        role_before(scan.folded, mention.start, sentence.start) is not None
        or role_after(scan.raw, scan.folded, mention.end, sentence.end) is not None
    )


def _persons(scan: Scan, named: list[Mention]) -> list[Cluster]:
    clusters: list[Cluster] = []
    by_last: dict[str, list[Cluster]] = defaultdict(list)
    singles: list[Mention] = []
    for mention in named:
        if mention.kind == "person":
            if len(_name_words(mention)) > 1:
                _add_full(mention, clusters, by_last)
            else:
                singles.append(mention)
    by_first: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        by_first[cluster.words[0]].append(cluster)
    singles += _surnames_elsewhere(scan, named, by_last)
    singles.sort(key=lambda m: m.start)
    for mention in singles:
        word = _name_words(mention)[0]
        cluster = _best_bearer(mention, by_last.get(word) or by_first.get(word) or [])
        if cluster is None:
            cluster = Cluster("person", mention.text, (word,), mention.rule)
            clusters.append(cluster)
            by_last[word].append(cluster)
        cluster.add(mention)
    for cluster in clusters:
        cluster.mentions.sort(key=lambda m: m.start)
        cluster.role = _role_of(scan, cluster)
    return clusters


def _name_words(mention: Mention) -> tuple[str, ...]:
    words = tuple(w for w in mention.piece.words if w not in ("jr", "sr", "ii", "iii"))
    return words or mention.piece.words


def _add_full(mention: Mention, clusters: list[Cluster], by_last: dict[str, list[Cluster]]) -> None:
    words = _name_words(mention)
    for cluster in by_last[words[-1]]:
        if _one_person(cluster.words, words):
            if len(words) > len(cluster.words):
                cluster.name, cluster.words = mention.text, words
            cluster.add(mention)
            return
    cluster = Cluster("person", mention.text, words, mention.rule)
    cluster.add(mention)
    clusters.append(cluster)
    by_last[words[-1]].append(cluster)


def _one_person(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Within an article: last names agree, and the shorter name's words come in the longer."""
    short, long = sorted((one, two), key=len)
    if short[0] != long[0] and short != long[-len(short) :]:
        return len(short[0]) == 1 and short[0] == long[0][:1]
    rest = iter(long)
    return all(any(w == o or (len(w) == 1 and o[0] == w) for o in rest) for w in short)


def _surnames_elsewhere(
    scan: Scan, named: list[Mention], by_last: dict[str, list[Cluster]]
) -> list[Mention]:
    """Single words taken for something else that are the surname of somebody in the article."""
    found = []
    for mention in named:
        if mention.kind in ("person", "group", "organisation") or len(mention.piece.words) > 1:
            continue
        if mention.piece.words[0] not in by_last:
            continue
        place = place_of(mention.text)
        if place is not None and place.kind == "country":
            continue
        if around(scan.folded, mention.start, mention.end).place < 2:
            mention.kind, mention.rule = "person", "entities.surname"
            found.append(mention)
    return found


def _best_bearer(mention: Mention, clusters: list[Cluster]) -> Cluster | None:
    """Who of several with one surname is meant: the gender must fit, then the last named before
    who is named most often."""
    gender = mention.piece.gender
    fitting = [c for c in clusters if not (gender and c.gender and gender != c.gender)]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    before = [c for c in fitting if any(m.start < mention.start for m in c.mentions)]
    most = max(len(c.mentions) for c in before or fitting)
    near = [c for c in before or fitting if len(c.mentions) * 2 >= most]
    return max(
        near,
        key=lambda c: max(
            (m.start for m in c.mentions if m.start < mention.start), default=-c.mentions[0].start
        ),
    )


def _role_of(scan: Scan, cluster: Cluster) -> tuple[int, int] | None:
    """The first telling role: a title before a name, or an apposition."""
    honorific: tuple[int, int] | None = None
    for mention in cluster.mentions:
        sentence = scan.sentences[mention.sentence]
        if mention.role is not None:
            text = scan.folded[mention.role[0] : mention.role[1]].rstrip(".")
            if text not in ("mr", "mrs", "ms", "miss", "dr", "sir", "madam", "excellency ms"):
                return mention.role
            honorific = honorific or mention.role
        if len(mention.piece.words) == 1 and mention is not cluster.mentions[0]:
            continue
        found = role_before(scan.folded, mention.start, sentence.start)
        found = found or role_after(scan.raw, scan.folded, mention.end, sentence.end)
        if found is not None:
            return found
    return honorific


def _others(scan: Scan, named: list[Mention]) -> list[Cluster]:
    clusters: dict[tuple[str, str], Cluster] = {}
    for mention in named:
        key = _key(mention)
        cluster = clusters.get(key)
        if cluster is None:
            kind = mention.kind
            cluster = clusters[key] = Cluster(kind, mention.text, mention.piece.words, mention.rule)
            cluster.tail = tuple(mention.text[mention.piece.end - mention.piece.start :].split())
        elif len(mention.text) > len(cluster.name) and len(mention.piece.words) > len(
            cluster.words
        ):
            cluster.name, cluster.words = mention.text, mention.piece.words
        cluster.add(mention)
    _describe(scan, clusters)
    _define_acronyms(scan, clusters)
    _link_acronyms(clusters)
    _shorter_forms(clusters)
    return _unique(clusters.values())


_DESCRIBED = re.compile(
    r"(?:\)?,| is) (?:a|an|the) (?:[\w-]+ ){0,3}?(group|party|movement|network|outfit|company|council|union)\b"
)


def _describe(scan: Scan, clusters: _Clusters) -> None:
    """Note what an apposition calls an organisation: ", a militant group"."""
    for cluster in clusters.values():
        if cluster.kind in ("organisation", "other"):
            for mention in cluster.mentions:
                match = _DESCRIBED.match(scan.folded, mention.end)
                if match:
                    cluster.tail = (*cluster.tail, match.group(1))


def _key(mention: Mention) -> tuple[str, str]:
    if mention.kind == "place":
        place = place_of(mention.text)
        if place is not None:
            return "place", place.id
    if mention.kind == "organisation":
        full = known(mention.text)
        if full:
            return "organisation", full.lower()
    return mention.kind, mention.text.lower().replace(".", "")


def _define_acronyms(scan: Scan, clusters: _Clusters) -> None:
    """ "Arvanian Farmers' Union (AFU)" and "the Union, or AFU,": what the text itself defines."""
    where = sorted(((m.start, m.end, key) for key, c in clusters.items() for m in c.mentions))
    for (_, end, key), (start, stop, other) in zip(where, where[1:], strict=False):
        if key == other or key not in clusters or other not in clusters:
            continue
        between = scan.folded[end:start]
        first, second = clusters[key], clusters[other]
        if (
            between in (" (", "'s (", " ( ", ") (") and scan.raw[stop : stop + 1] == ")"
        ) or between in (", or ", " or ", ", also known as ", " also known as ", " (or "):
            short, full = (second, first) if _is_short(second) else (first, second)
        else:
            continue
        if _is_short(short) and not _is_short(full) and full.kind in ("organisation", "other"):
            _merge(clusters, full, short, acronym=short.name)


def _is_short(cluster: Cluster) -> bool:
    return len(cluster.words) == 1 and token_of(cluster.name).acronym


def _link_acronyms(clusters: _Clusters) -> None:
    """An acronym without definition belongs to the one name whose initials it is."""
    found = _unique(clusters.values())
    for short in found:
        letters = short.name if _is_short(short) else short.acronym
        if not letters or short.kind != "organisation":
            continue
        fits = [c for c in found if c is not short and _spelt_out(c, letters)]
        if len(fits) == 1:
            full = fits[0]
            _merge(clusters, full, short, acronym=letters)


def _spelt_out(cluster: Cluster, letters: str) -> bool:
    kinds = ("organisation", "other", "facility")
    if cluster.kind not in kinds or len(cluster.words) < 2 or cluster.acronym:
        return False
    return acronym_of(letters, cluster.name)


def _shorter_forms(clusters: _Clusters) -> None:
    """ "Emirate Council" for "Emirate Council of Arvania", without its country at either end."""
    bodies = [
        c for c in _unique(clusters.values()) if c.kind in ("organisation", "document", "facility")
    ]
    for short in bodies:
        if len(short.words) < 2 or not any(c is short for c in clusters.values()):
            continue
        fits = [
            full
            for full in bodies
            if full is not short
            and len(full.words) > len(short.words)
            and (
                full.words[: len(short.words) + 1] == (*short.words, "of")
                or full.words[1:] == short.words
                or full.words[2:] == short.words
            )
        ]
        if len(fits) == 1:
            _merge(clusters, fits[0], short)


def _merge(clusters: _Clusters, full: Cluster, short: Cluster, *, acronym: str = "") -> None:
    for key in [k for k, c in clusters.items() if c is short]:
        clusters[key] = full
    full.absorb(short)
    if acronym:
        full.acronym = acronym
        if full.kind == "other":
            full.kind = "organisation"


def _unique(clusters: Iterable[Cluster]) -> list[Cluster]:
    return list({id(c): c for c in clusters}.values())


_ = (Around, PARTICLES)
