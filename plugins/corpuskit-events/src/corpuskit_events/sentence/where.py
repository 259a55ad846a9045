"""Where: the scenes of a sentence, and which of them is a trigger's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpuskit import Argument, Entity, Span
from corpuskit.scan import within
from corpuskit_events.cue import cue, either
from corpuskit_events.geography import geography
from corpuskit_events.page import Page, Passage
from corpuskit_events.rules import chained, place_mentions
from corpuskit_events.rules.deed import Deed
from corpuskit_events.rules.subjects import Party

__all__ = [
    "Scene",
    "adjunct",
    "apart",
    "moved",
    "named_after",
    "nearest",
    "of_deeds",
    "raided",
    "scenes_in",
    "told_there",
]

Scene = tuple[Argument, ...]
COUNTRY = 3  # level of `geography`
_OWNS = re.compile(r"(?:\s[a-z]+)?'s\s")
_JOINS = (" and ", ", and ", " or ")
LONGEST_JOIN = max(map(len, _JOINS))
HEALED = 90  # characters before a town that tell that somebody was taken there
_TO = re.compile(r"\s(?:[\w,'-]+\s){0,8}to\s(?:the\s)?(?:[a-z]+\s)?")
_FROM = re.compile(r"\s(?:[\w,'-]+\s){0,8}from\s(?:the\s)?(?:[a-z]+\s)?")
_ADJUNCT = re.compile(r"\s(?:[a-z-]+\s)?")


def scenes_in(page: Page, passage: Passage) -> list[Scene]:
    """Place chains of one sentence, smallest first as told."""
    if passage.scenes is None:
        passage.scenes = _scenes_in(page, passage.start, passage.end)
    return passage.scenes


def _scenes_in(page: Page, begin: int, stop: int) -> list[Scene]:
    names = within(page.scan.names, begin, stop)
    found = place_mentions(page.folded, begin, stop, names) if names else ()
    if not found:
        return []
    chains: list[list[Argument]] = []
    for start, end, rule in found:
        entity = page.entity_at(start, end)
        named = entity or _behind_title(page, start, end)
        if named is not None and named.kind in ("person", "organisation", "group"):
            continue
        called = entity is not None and entity.kind == "place"
        name = entity.name if entity and called else page.raw[start:end]
        argument = Argument(name, Span(start, end), entity.id if entity is not None else None)
        if rule == "events.place.chain" and chains:
            if _is_subject(page, chains[-1][-1], argument):
                continue
            chains[-1].append(argument)
        elif chains and _owned(page, chains[-1][-1].span.end, start):
            chains[-1].insert(0, argument)
        else:
            chains.append([argument])
    return [tuple(chain) for chain in chains]


def _is_subject(page: Page, town: Argument, country: Argument) -> bool:
    """Whether a country behind a town is no part of a chain: "In Paris, Japan signed"."""
    if page.folded[town.span.end : country.span.start] != ", ":
        return False
    places = geography()
    return places.level(country.name) == COUNTRY and places.apart(town.name, country.name)


def _behind_title(page: Page, start: int, end: int) -> Entity | None:
    """Whom a capitalised run names within, or at its end: "In Karn, General Rosa Marn of the Orland
    army", "In Karn, President Rosa Marn"."""
    inner = page.mentions_in(start + 1, end)
    persons = [mention[4] for mention in inner if mention[4].kind == "person"]
    last = [mention[4] for mention in inner[-1:] if -mention[1] == end]
    return next(iter(persons + last), None)


def _owned(page: Page, owner: int, start: int) -> bool:
    """Whether a larger place owns a smaller: "in Orland's eastern city of Karn"."""
    gap = page.folded[owner:start]
    return _OWNS.match(gap) is not None and len(gap) < 40 and gap.count(" ") < 6


def adjunct(page: Page, first: int, noun: int) -> Scene:
    """A place right before a noun: "the Karn attack", "the Karn peace agreement"."""
    found = page.mentions_in(max(first, noun - 40), noun)
    if not found:
        return ()
    span, entity = found[-1][3:]
    if entity.kind != "place" or not _ADJUNCT.fullmatch(page.folded, span.end, noun):
        return ()
    if page.folded[span.end : noun].strip() in cue("launched"):
        return ()  # "Orland imposes sanctions"
    return (Argument(entity.name, span, entity.id),)


def named_after(page: Page, told: Sequence[Deed], deed: Deed, actor: Party) -> Scene:
    """The town at the head of a deed's name, which has done nothing: "Karn blast kills 20"; a
    government does what is aimed: "Karn attack on Besk"."""
    for named in told:
        if not actor.end < named.start <= deed.start or named.sense.form not in ("noun", "ing"):
            continue
        town = adjunct(page, deed.first, named.start)
        if not town or town[0].span.start != actor.start:
            continue
        aimed = deed.folded.startswith((" on ", " against "), named.end)
        return () if aimed or geography().level(town[0].name) == COUNTRY else town
    return ()


def apart(page: Page, parties: list[Party], scenes: Sequence[Scene]) -> list[Party]:
    """Parties that are no scenes, nor places joined to one: "rebels in Karn and Velm attacked"."""
    for scene in scenes:
        for place in scene:
            start, end = place.span.start, place.span.end
            parties = [party for party in parties if not start <= party.start < end]
        last = scene[-1]
        beside = last.span.end, last.span.end + LONGEST_JOIN
        parties = [
            party
            for party in parties
            if not (beside[0] < party.start <= beside[1] and _is_joined(page, last, party))
        ]
    return parties


def _is_joined(page: Page, place: Argument, party: Party) -> bool:
    """Whether a party is one more place of the same kind: not "in Karn and France said"."""
    if page.folded[place.span.end : party.start] not in _JOINS:
        return False
    entity = page.entity_at(party.start, party.end)
    if entity is None or entity.kind != "place":
        return False
    level = geography().level
    return (level(place.name) == COUNTRY) == (level(entity.name) == COUNTRY)


def of_deeds(page: Page, first: int, scenes: list[Scene]) -> list[Scene]:
    """The scenes without those of the hospitals to which somebody was taken."""
    healed = _healed()
    return [
        scene
        for scene in scenes
        if not healed.search(
            page.folded, max(first, (at := scene[0].span.start) - HEALED, 1) - 1, at
        )
    ]


@cache
def _healed() -> re.Pattern[str]:
    return re.compile(
        rf"[^a-z0-9_]\b(?:to|(?:treated|died)\s(?:in|at))\s(?:[\w'-]+\s){{0,5}}{either('hospital')}\s"
        r"(?:in|at|near)\s(?:[\w'-]+\s){0,3}$"
    )


def moved(page: Page, deed: Deed, parties: Sequence[Party]) -> Scene:
    """To where troops are sent, or from where they are withdrawn: "deployed tanks to Karn"."""
    way = _FROM if deed.sense.type == "RETREAT" or deed.sense.word == "evacuate" else _TO
    if deed.sense.form == "noun":
        return ()
    begin = deed.end
    if page.folded.endswith(" from", deed.start, begin):
        begin -= len(" from")  # "withdrew from" is one word
    for party in parties:
        start, end = party.start, party.end
        if deed.end < start < deed.stop and way.fullmatch(page.folded, begin, start):
            entity = page.entity_at(start, end)
            if entity is not None and entity.kind == "place":
                return (Argument(entity.name, Span(start, end), entity.id),)
    return ()


def raided(page: Page, recipient: Party, scene: Scene) -> Scene:
    """The scene, with the town that is raided, which no preposition tells: "raided Karn"."""
    start, end = recipient.start, recipient.end
    entity = page.entity_at(start, end)
    if entity is None or entity.kind != "place" or geography().level(entity.name) == COUNTRY:
        return scene
    town = Argument(entity.name, Span(start, end), entity.id)
    if not scene or geography().apart(entity.name, scene[0].name):
        return (town,)
    wider = scene[0].span.start
    holds = end < wider < end + 40 and chained(page.folded[end:wider])
    return (town, *scene) if holds else (town,)


def nearest(folded: str, scenes: Sequence[Scene], trigger: int) -> Scene:
    """The chain nearest to the trigger; one after it is preferred, none is behind a semicolon."""
    best: Scene = ()
    least = -1
    for scene in scenes:
        start = scene[0].span.start
        low, high, cost = (trigger, start, 1) if start > trigger else (start, trigger, 3)
        cost *= high - low
        if (cost < least or not best) and folded.find(";", low, high) < 0:
            best, least = scene, cost
    return best


def told_there(folded: str, first: int, scene: Scene, trigger: int) -> bool:
    """Whether a scene before a trigger is that of telling it: "told reporters in Karn on Monday
    that", "speaking in Karn, she said"."""
    begin, end = scene[0].span.start, scene[-1].span.end
    if end > trigger or folded.find(" that ", end, trigger) < 0:
        return False
    return _telling().search(folded, max(first - 1, begin - 70, 0), begin) is not None


@cache
def _telling() -> re.Pattern[str]:
    spoke, told = either("spoke"), either("told")
    return re.compile(
        rf"[^a-z0-9_](?:{spoke}(?:\son\s\w+day)?|{told}(?:\s[\w'-]+){{1,4}})"
        r"\s(?:in|at|from)\s(?:the\s)?(?:[a-z]+\s(?:of\s)?){0,2}$"
    )
