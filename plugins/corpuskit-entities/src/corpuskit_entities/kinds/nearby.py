"""Nearby: what a noun or a place beside a name makes of it: a town, a ship, a body, a house."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from corpuskit.scan import Scan
from corpuskit_entities.around.context import (
    around,
    before_body,
    before_house,
    behind_vessel,
    body_led,
    evidence,
    kind_beside,
    runs_it,
    said_to_be_body,
)
from corpuskit_entities.cluster import Mention
from corpuskit_entities.kinds.firms import acts_as_firm
from corpuskit_entities.lexica import token_of
from corpuskit_entities.names.namesakes import thing_called
from corpuskit_entities.tables import heads, lexicon, neighbours

__all__ = [
    "become_bodies",
    "become_houses",
    "become_led",
    "become_ships",
    "become_things",
    "become_towns",
    "no_persons",
    "said_after",
]

_STOPS = frozenset(".,;")
_SHORT = 3  # letters of a town of which nothing else is known, at least one more
_ROW = (" and ", ", ", " or ", " and the ", "/")  # between the names of a row


def no_persons(scan: Scan, persons: list[Mention], unknown: Sequence[Mention]) -> None:
    """ "The town of Adam Hill", "the tanker Adam Moss": a first name proves less than the noun
    beside it. A ship that is named so once is never somebody."""
    folded = scan.folded
    ships: set[tuple[str, ...]] = set()
    for mention in persons:
        if mention.role is None:
            noun = kind_beside(folded, mention.start, mention.end)
            if noun == "town":
                mention.kind, mention.rule = "place", "entities.place_context"
            elif noun == "unit":
                several = len(mention.words) > 1 and not runs_it(folded, mention.end)
                if several and said_after(scan, [mention]):
                    mention.kind, mention.rule = "organisation", "entities.body_context"
            elif noun:
                ships.add(mention.words)
    for mention in persons if ships else ():
        if mention.role is None and mention.words in ships:
            mention.kind, mention.rule = "other", "entities.vessel"
    _become_places(scan, persons, unknown)


def _become_places(scan: Scan, persons: list[Mention], unknown: Sequence[Mention]) -> None:
    """ "They died in Rosa Alta.": a first name and more behind "in" that nothing shows to be
    somebody, and whose last word stands nowhere alone."""
    folded = scan.folded
    several = [m for m in persons if m.role is None and m.words[1:]]
    within = {m.words for m in several if _is_in(folded, m.start, m.end)}
    _take_ranks(scan, persons)
    if not within:
        return
    alone = {m.words for m in (*unknown, *persons) if len(m.words) == 1}
    for words in within:
        same = [m for m in persons if m.words == words]
        told = [m for m in same if m.role is not None]
        if words[-1:] in alone or words[:1] in alone or told or evidence(folded, same).person:
            continue
        for mention in same:
            mention.kind, mention.rule = "place", "entities.place_context"


def _take_ranks(scan: Scan, persons: list[Mention]) -> None:
    """ "Clashes in Sheikh Sol.": a rank and a word, where nobody is named so."""
    folded = scan.folded
    ranked = {m: m.role[0] for m in persons if m.role and m.role[1] + 1 == m.start}
    ranked = {m: at for m, at in ranked.items() if folded[at : m.start - 1] in _ranks()}
    within = {m.words for m, at in ranked.items() if _is_in(folded, at, m.end)}
    if not within or within & {m.words for m in persons if m not in ranked}:
        return
    for mention, at in ranked.items():
        if mention.words in within and around(folded, at, mention.end).person == 0:
            mention.words = (folded[at : mention.start - 1], *mention.words)
            mention.start, mention.text = at, scan.raw[at : mention.end]
            mention.kind, mention.rule, mention.role = "place", "entities.place_context", None


@functools.cache
def _ranks() -> frozenset[str]:
    """Titles of rank, which open the names of places, too: "Sheikh"."""
    rows = lexicon("roles.tsv").entries
    return frozenset([row.term for row in rows if row["title"] == "rank"])


def _is_in(folded: str, start: int, end: int) -> bool:
    ends = folded[end : end + 1] in _STOPS or folded.startswith(" on ", end)
    return ends and folded.endswith(" in ", 0, start) and around(folded, start, end).place > 1


def become_led(scan: Scan, by_kind: dict[str, list[Mention]]) -> None:
    """ "The Varga administration": a body, whoever Varga is, and no mention of Varga."""
    folded, openings = scan.folded, _led_openings()
    if not (by_kind["unknown"] or by_kind["person"]) or not _is_any_led(scan):
        return
    for kind in ("unknown", "person"):
        for mention in [m for m in by_kind[kind] if folded[m.end : m.end + 4] in openings]:
            end = body_led(folded, mention.start, mention.end) if mention.role is None else 0
            if end and (mention.words[1:] or not token_of(mention.text).common):
                mention.words = (*mention.words, folded[mention.end + 1 : end])
                mention.end, mention.text = end, scan.raw[mention.start : end]
                mention.kind, mention.rule = "organisation", "entities.state_body"
                mention.alone = False
                by_kind["organisation"].append(mention)
        by_kind[kind] = [m for m in by_kind[kind] if m.kind == kind]


@functools.cache
def _led_openings() -> frozenset[str]:
    """The first four letters of a body behind who leads it: quick to look up, mostly not there."""
    return frozenset([f" {word[:3]}" for word in neighbours("led", "led by one")])


def _is_any_led(scan: Scan) -> bool:
    """Whether a capital stands before an administration somewhere; mostly none does."""
    raw, (start, end) = scan.raw, (scan.sentences[0].start, scan.sentences[-1].end)
    for word in neighbours("led", "led by one"):
        at = scan.folded.find(f" {word}", start, end)
        while at > 0:
            if raw[raw.rfind(" ", start, at) + 1].isupper():
                return True
            at = scan.folded.find(f" {word}", at + 1, end)
    return False


def become_ships(folded: str, bodies: list[Mention], places: list[Mention]) -> None:
    """ "The tanker Ocean Star": a noun for ships before a name that is no firm's; of a town's name
    only there."""
    for mention in places:
        if behind_vessel(folded, mention.start, mention.end):
            mention.kind, mention.rule = "other", "entities.vessel"
    near = [m for m in bodies if m.words[1:] and m.words[-1] not in heads("firm")]
    ships = {m.words for m in near if behind_vessel(folded, m.start, m.end)}
    for mention in near if ships else ():
        if mention.words in ships:
            mention.kind, mention.rule = "other", "entities.vessel"


def become_things(by_kind: dict[str, list[Mention]]) -> None:
    """ "The Zarvik", "Odette": a ship or storm that is named in full, where nobody is called so."""
    things = {thing_called(m.words, m.rule) for m in by_kind["other"]} - {()}
    if not things:
        return
    things -= {m.words[at : at + 1] for m in by_kind["person"] for at in range(len(m.words))}
    for kind in ("unknown", "organisation"):
        for mention in [m for m in by_kind[kind] if m.words in things]:
            mention.kind, mention.rule = "other", "entities.short_form"
            by_kind["other"].append(mention)
        by_kind[kind] = [m for m in by_kind[kind] if m.kind == kind]


def become_bodies(scan: Scan, documents: list[Mention], others: list[Mention]) -> None:
    """ "The Lake Accord party", "Strong Bells, a company": a noun behind a name decides."""
    folded = scan.folded
    loose = [mention for mention in others if mention.rule == "entities.other"]
    bodies = {mention.words for mention in loose if said_to_be_body(folded, mention)}
    for mention in (*documents, *loose):
        if mention.words in bodies or before_body(folded, mention.end):
            mention.kind, mention.rule = "organisation", "entities.body_context"
    for mention in loose:
        if said_after(scan, [mention]) or acts_as_firm(folded, [mention]):
            mention.kind, mention.rule = "organisation", "entities.body_context"


def said_after(scan: Scan, same: list[Mention]) -> bool:
    """Whether a noun for bodies, no name itself, stands before one of some mentions or behind it:
    "the rights group Strong Bells"."""
    return any(
        _is_small(scan.raw, mention.start)
        and kind_beside(scan.folded, mention.start, mention.end) == "unit"
        for mention in same
        if mention.start > 1
    )


def _is_small(raw: str, name: int) -> bool:
    """Whether the word before a name begins, or behind a hyphen goes on, with a small letter."""
    word = raw[raw.rfind(" ", 0, name - 1) + 1 : name]
    return word[0].islower() or word.rpartition("-")[2][:1].islower()


def become_houses(folded: str, others: list[Mention]) -> None:
    """ "The Strong Bell hotel": the noun behind half of all mentions of an unknown name."""
    loose = [mention for mention in others if mention.rule == "entities.other"]
    houses = [m.words for m in loose if before_house(folded, m.start, m.end)]
    for words in {*houses}:
        same = [mention for mention in loose if mention.words == words]
        if houses.count(words) * 2 >= len(same):
            for mention in same:
                mention.kind, mention.rule = "facility", "entities.house_context"


def become_towns(
    folded: str, others: list[Mention], places: list[Mention], facilities: list[Mention]
) -> None:
    """A word that is nothing else is a place if it stands in a row with one, or behind a road."""
    towns = [mention for mention in others if _may_be_town(mention)]
    roads = {m.end for m in facilities if m.words[-1] in heads("road")} if towns else set()
    behind = {m.words for m in towns if m.start - 2 in roads and folded[m.start - 2] == ","}
    for mention in towns if behind else ():
        if mention.words in behind:
            mention.kind, mention.rule = "place", "entities.place_row"
            places.append(mention)
    if not (towns and places):
        return
    starts = {mention.start for mention in places}
    ends = {mention.end for mention in places}
    beside: set[tuple[str, ...]] = set()
    for mention in (*towns, *reversed(towns)):  # a row goes on from each that is found
        if mention.words in beside or _in_row(folded, mention, starts, ends):
            beside.add(mention.words)
            starts.add(mention.start)
            ends.add(mention.end)
    for mention in towns if beside else ():
        if mention.words in beside:
            mention.kind, mention.rule = "place", "entities.place_row"


def _in_row(folded: str, mention: Mention, starts: set[int], ends: set[int]) -> bool:
    """Whether it stands beside one of some places."""
    start, end = mention.start, mention.end
    for between in _ROW:
        size = len(between)
        if end + size in starts and folded.startswith(between, end):
            return True
        if start - size in ends and folded.endswith(between, 0, start):
            return True
    return False


def _may_be_town(mention: Mention) -> bool:
    text = mention.text.replace("-", "")
    return len(mention.words) == 1 and text.isalpha() and len(text) > _SHORT
