"""Bodies: which mentions mean one organisation, place, people or thing, acronyms and all."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from operator import attrgetter

from corpuskit.scan import Scan, fold
from corpuskit_entities.across.same_name import spellings
from corpuskit_entities.across.spelling import plain, unaccented
from corpuskit_entities.cluster import Cluster, Mention
from corpuskit_entities.lexica import known, place_of, token_of
from corpuskit_entities.names.definitions import is_made_of
from corpuskit_entities.names.joined import is_state_body
from corpuskit_entities.names.namesakes import is_club, middle_of, storm_called, thing_called
from corpuskit_entities.places.gazetteer import demonyms
from corpuskit_entities.tables import heads, name_parts, same, small_words

__all__ = ["bodies"]

_ABBREVIATED = ("organisation", "other", "facility")
_INITIAL = re.compile(r"[^\W_](?<![^\W_].)")
_BRACKETS = frozenset({" (", "'s (", " ( ", "' ("})
_ALSO = frozenset({", or ", " or ", ", also known as ", " also known as ", " (or "})
_JOINS = (*sorted(_BRACKETS), *sorted(_ALSO))
_SPELT = 3  # letters of an acronym that may have one of a noun that is left out
_BODIES = ("organisation", "document", "facility", "place", "other")
_ByKey = dict[tuple[str, str], Cluster]
_start = attrgetter("start")


def bodies(scan: Scan, mentions: list[Mention]) -> list[Cluster]:
    """Clusters of mentions that are of no person, all in text order."""
    by_key: _ByKey = {}
    for mention in mentions:
        key = _key(mention.kind, mention.text)
        cluster = by_key.get(key)
        if cluster is None:
            cluster = by_key[key] = Cluster(mention.kind, mention.text, mention.words, mention.rule)
            if mention.rule == "entities.state_body":
                cluster.tail = tuple(mention.text.split()[len(mention.words) :])
        elif mention.text != cluster.name and _fuller(mention, cluster):
            cluster.name, cluster.words = mention.text, mention.words
        cluster.mentions.append(mention)
    clusters = [*by_key.values()]
    _describe(scan, clusters)
    short = [cluster for cluster in clusters if _is_short(cluster)]
    if short:
        _define_acronyms(scan, mentions, short, by_key)
        clusters = _unique(clusters)
        _link_acronyms(clusters)
        clusters = _unique(clusters)
    _shorter_forms(clusters)
    taken = [cluster for cluster in by_key.values() if cluster.into is not None]
    for cluster in taken:
        _final(cluster).mentions.sort(key=_start)
    return _unique(clusters) if taken else clusters


_DESCRIBING = frozenset((", ", "),", " i"))  # what a description begins with
_ENDS = frozenset(",.;)")  # what ends a description
_DESCRIBED = re.compile(r"(?:\)?,| is) (?:a|an|the) ((?:[\w-]+ ){0,3}[\w-]+)")


def _describe(scan: Scan, clusters: Sequence[Cluster]) -> None:
    """Note what an apposition calls an organisation: ", a militant group"."""
    folded = scan.folded
    for cluster in clusters:
        if cluster.kind in ("organisation", "other"):
            for mention in cluster.mentions:
                opens = folded[mention.end : mention.end + 2] in _DESCRIBING
                match = _DESCRIBED.match(folded, mention.end) if opens else None
                if match:
                    ends = folded[match.end() : match.end() + 1] in _ENDS
                    cluster.tail += tuple(_told_by(match.group(1).split(), ends))


def _told_by(words: Sequence[str], ends: bool) -> Iterator[str]:
    """The nouns for bodies among the words of a description, which may go on where it does not end;
    not the first of "police watchdog"."""
    last = words[-1] if ends else ""
    noun = bool(last) and token_of(last).common and not last.endswith(("ed", "ing", "ive"))
    noun = noun and last not in heads("noun")
    for word in words[:-2] if noun else words:
        if word in heads("noun"):
            yield word


@functools.lru_cache(maxsize=16384)
def _key(kind: str, text: str) -> tuple[str, str]:
    if kind == "place":
        place = place_of(text)
        if place is not None:
            return "place", place.id
    if kind == "organisation":
        state = _state_key(text)
        if state:
            return "organisation", state
        full = known(text)
        if full:
            return "organisation", full.lower()
    key = unaccented(fold(text).replace(".", ""))
    if kind == "group" and token_of(key.removesuffix("s")).people:
        return kind, key.removesuffix("s")
    return kind, key


def _fuller(mention: Mention, cluster: Cluster) -> bool:
    """Whether a mention names more; "Arvanian army" says it better than "Arvania's army"."""
    if "’s " in cluster.name or "'s " in cluster.name:
        return "’s " not in mention.text and "'s " not in mention.text
    if cluster.name.isupper() and mention.text.lower() == cluster.name.lower():
        return not mention.text.isupper()
    owned = mention.rule == "entities.state_body" and "s " in mention.text
    more = len(mention.words) > len(cluster.words) and len(mention.text) > len(cluster.name)
    return more and not owned


def _state_key(text: str) -> str:
    """One key for "Arvanian army", "Arvania's military" and "Arvania Army"; "" for others."""
    words = text.lower().replace("’s ", " ").replace("'s ", " ").split()
    body = " ".join(words[1:])
    if len(words) < 2 or not is_state_body(body):
        return ""
    people = demonyms().get(words[0])
    place = None if people else place_of(words[0])
    if not people and (place is None or place.kind != "country"):
        return ""
    country = people[0]["country"] if people else place.country if place else ""
    return f"{country}:{same('state_bodies.tsv').get(body, body)}"


def _define_acronyms(
    scan: Scan, mentions: Sequence[Mention], short: Sequence[Cluster], by_key: _ByKey
) -> None:
    """ "Arvanian Farmers' Union (AFU)" and "the Union, or AFU,": what the text itself defines."""
    folded = scan.folded
    beside = [
        mention.start
        for cluster in short
        for mention in cluster.mentions
        if folded.endswith(_JOINS, 0, mention.start) or folded.startswith(_JOINS, mention.end)
    ]
    places = [bisect_left(mentions, start, key=_start) for start in beside]
    for at in sorted({place - side for place in places for side in (0, 1)}):
        if 0 <= at < len(mentions) - 1:
            _define(scan, mentions[at], mentions[at + 1], by_key)


def _define(scan: Scan, one: Mention, two: Mention, by_key: _ByKey) -> None:
    """Make one of the clusters of two neighbours, if one defines the other."""
    between = scan.folded[one.end : two.start]
    bracketed = between in _BRACKETS and scan.raw[two.end : two.end + 1] == ")"
    if bracketed or between in _ALSO:
        first, second = (_final(by_key[_key(m.kind, m.text)]) for m in (one, two))
        short, full = (second, first) if _is_short(second) else (first, second)
        if _is_short(short) and not _is_short(full) and _may_define(short, full, bracketed):
            _merge(full, short, acronym=short.name)


def _may_define(short: Cluster, full: Cluster, bracketed: bool) -> bool:
    """An acronym beside a name is its own if it spells it, all but a letter; in brackets, half, or
    none of another language's if it stands alone elsewhere."""
    if full.kind not in ("organisation", "other", "place"):
        return False
    if short.rule == "entities.defined":
        return bracketed
    letters = short.name
    initials = [*_letters_of(full.name)]
    wanted = letters.lower()
    shared = sum([min(initials.count(letter), wanted.count(letter)) for letter in {*wanted}])
    if full.kind == "place":
        return shared == len(letters)
    if bracketed and full.kind == short.kind == "organisation" and len(letters) >= _SPELT:
        spelt = shared * 2 >= len(letters) or is_made_of(letters, full.name)
        return len(short.mentions) > 1 or spelt
    return shared * 2 >= len(letters) if bracketed else shared >= max(2, len(letters) - 1)


def _letters_of(name: str) -> Iterator[str]:
    """The letters that its words may give an acronym: all those of an acronym ("UN Agency")."""
    for word in name.split():
        token = token_of(word)
        if token.folded not in small_words("unlettered"):
            yield from token.folded if token.acronym else token.folded[:1]


def _is_short(cluster: Cluster) -> bool:
    """Whether it is an acronym, or one with a figure ("M9M") or with small letters ("Bela")."""
    if len(cluster.words) > 1:
        return False
    if cluster.rule == "entities.defined":
        return True
    name = cluster.name
    return token_of(name).acronym or (name[1:2].isdigit() and name.isupper())


def _link_acronyms(found: Sequence[Cluster]) -> None:
    """An acronym without definition belongs to the one name whose initials it is."""
    short = [c for c in found if c.kind == "organisation" and (c.acronym or _is_short(c))]
    if not short:
        return
    wanted = {plain(_letters(c)) for c in short}
    spelt: dict[str, list[Cluster]] = defaultdict(list)
    for full in found:
        several = len(full.words) > 1 and full.kind in _ABBREVIATED and not full.acronym
        if several and _may_be_spelt(full.name, wanted):
            for letters in spellings(full.name):
                spelt[letters].append(full)
    for one in short if spelt else ():
        acronym = _letters(one)
        fits = [c for c in spelt.get(plain(acronym), ()) if c is not one]
        if len(fits) == 1 and _final(fits[0]) is not one:
            _merge(_final(fits[0]), one, acronym=acronym)


def _letters(cluster: Cluster) -> str:
    return cluster.name if _is_short(cluster) else cluster.acronym or ""


def _may_be_spelt(name: str, acronyms: set[str]) -> bool:
    """Whether one of some acronyms has no letter that begins no word of `name`, but for a noun's
    that is left out; quickly tells the names that none of them spells."""
    if not name.isascii():
        return True
    initials = _initials(name)
    for letters in acronyms:
        if initials.issuperset(letters) or (
            len(letters) == _SPELT and initials.issuperset(letters[1:])
        ):
            return True
    return False


@functools.lru_cache(maxsize=16384)
def _initials(name: str) -> frozenset[str]:
    return frozenset(_INITIAL.findall(name.lower()))


def _shorter_forms(clusters: Sequence[Cluster]) -> None:
    """ "Emirate Council" for "Emirate Council of Arvania", without its country at either end;
    the one word that stands for a team, a firm or a paper."""
    found = [c for c in clusters if c.kind in _BODIES]
    wanted = {c.words for c in found}
    longer: dict[tuple[str, tuple[str, ...]], list[Cluster]] = defaultdict(list)
    storms: dict[tuple[str, ...], Cluster] = {}
    for full in found:
        if full.kind != "place" and len(full.words) > 1:
            for key in (*_short_keys(full, wanted), *_single_keys(full)):
                longer[key].append(full)
            called = storm_called(full.words, full.rule) if full.kind == "other" else ()
            if called and full is not (first := storms.setdefault(called, full)):
                _merge(first, full)  # Tropical Storm Odette, Hurricane Odette
    shorter = {words for _, words in longer}
    for short in [c for c in found if c.words in shorter]:
        fits = longer.get((short.kind, short.words), [])
        if len(short.words) == 1:
            fits = [full for full in fits if _stands_for(short, full)]
        else:
            fits = longer.get(("", short.words), []) + fits
        meant = {id(one): one for one in map(_final, fits)}
        if len(meant) > 1 and len(short.words) == 1:  # Zarvik, before a Zarvik Talvi Ltd is named
            at = short.mentions[0].start
            meant = {key: one for key, one in meant.items() if one.mentions[0].start < at}
        if len(meant) == 1 and id(_final(short)) not in meant:
            _merge(meant.popitem()[1], _final(short))


def _short_keys(
    full: Cluster, wanted: Container[tuple[str, ...]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What of `wanted` may stand for it: up to an "of", whatever kind that seems; without its
    first words; a firm's name without its last."""
    words = full.words
    if len(words) < 3:
        return
    yield from (("", words[:at]) for at in range(2, len(words)) if words[at] == "of")
    if words[-1] in heads("firm") and words[:-1] in wanted:
        yield full.kind, words[:-1]
    for at in (1, 2):
        if len(words) - at > 1 and words[at:] in wanted and _leaves_the_name(words[:at]):
            yield full.kind, words[at:]


def _single_keys(full: Cluster) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The word that may stand for an organisation: a team's last, a firm's first or its founder's
    surname, its noun (that before "of", too: "Ministry of Health")."""
    words = full.words
    if full.kind == "other" and (called := thing_called(words, full.rule)):
        yield full.kind, called
    if full.kind == "organisation" and len(words) > 1:
        if "of" in words[1:]:
            at = words.index("of", 1)
            yield full.kind, words[at - 1 : at]
        if is_club(words, full.rule):
            yield full.kind, words[:-1]
        if words[-1] in heads("firm") or full.rule == "entities.body_context":
            yield full.kind, words[:1]
            yield full.kind, middle_of(words)
        yield full.kind, words[-1:]


def _stands_for(short: Cluster, full: Cluster) -> bool:
    """Whether a word alone means the body whose first or last word, or noun, it is."""
    if full.kind == "other":
        return short.rule == "entities.short_form"
    front = short.words[0] == full.words[0] and full.words[1] != "of"
    if front or short.words == middle_of(full.words):
        firm = short.rule == "entities.known_word" and full.words[-1] in name_parts("legal")
        return firm or short.rule in ("entities.short_form", "entities.body_context")
    if full.rule == "entities.team":
        return True
    if short.rule == "entities.known_word":
        land = place_of(" ".join(full.words[:-1]))
        return land is not None and land.kind == "country"  # U.S. Senate
    named_before = full.mentions[0].start < short.mentions[0].start
    return (
        short.rule == "entities.head_word" and named_before and short.words[0] not in heads("loose")
    )


def _leaves_the_name(front: tuple[str, ...]) -> bool:
    """Whether words in front only tell whose it is: a place, a people, a founder, a body."""
    text = " ".join(front)
    named = place_of(text) is not None or text in demonyms()
    named = (
        named
        or front[0] in name_parts("ship")
        or known(text) is not None
        or known(text.replace(".", "")) is not None
    )
    return named or token_of(front[0]).first


def _merge(full: Cluster, short: Cluster, *, acronym: str = "") -> None:
    short.into = full
    full.absorb(short)
    if acronym:
        full.acronym = acronym
        if full.kind == "other" or (full.kind == "place" and place_of(full.name) is None):
            full.kind = "organisation"


def _final(cluster: Cluster) -> Cluster:
    while cluster.into is not None:
        cluster = cluster.into
    return cluster


def _unique(clusters: Iterable[Cluster]) -> list[Cluster]:
    return [cluster for cluster in clusters if cluster.into is None]
