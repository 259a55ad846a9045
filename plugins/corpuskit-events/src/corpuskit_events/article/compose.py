"""Compose: what one event is by all the frames that tell it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache

from corpuskit import (
    Argument,
    Article,
    Casualty,
    Event,
    Polarity,
    Provenance,
    Span,
    content_id,
)
from corpuskit_events.cue import cue
from corpuskit_events.geography import Geography
from corpuskit_events.rules import part_of, told_level
from corpuskit_events.sentence.frame import Frame
from corpuskit_events.sentence.reckoning import Dated
from corpuskit_events.sentence.statements import best_quotation

__all__ = ["composed"]

UNTOLD = 0.5  # between town and district
PART = -1  # of a town
_EXACT = ("time", "day", "weekend", "week", "month", "season", "quarter", "half", "year")


def composed(article: Article, frames: Sequence[Frame], places: Geography) -> Event:
    """One event by all its frames; what one of them leaves open another may tell."""
    main = frames[0]
    alone = len(frames) == 1
    if not alone:
        main = min(frames, key=_rank)
    dated = main.dated if alone else _best_date(frames)
    scenes = main.places if alone and len(main.places) < 2 else _chain(article, frames, places)
    actor = main.actor if alone else _actor(main, frames)
    polarity: Polarity = "negative" if main.modality == "denied" else "positive"
    return Event(
        id=content_id(article.source, main.trigger, main.type),
        type=main.type,
        trigger_span=main.trigger,
        mentions=(main.trigger,) if alone else _mentions(frames),
        date=dated.interval if dated else None,
        date_span=dated.span if dated else None,
        place=scenes[0] if scenes else None,
        places=scenes,
        actor=actor,
        recipient=main.recipient if alone else _recipient(actor, main, frames),
        casualties=_casualties(frames) if main.casualties or not alone else (),
        polarity=polarity,
        modality=main.modality,
        quotation=main.quotation if alone else best_quotation(frames),
        provenance=_provenance(main.rule),
    )


@cache
def _provenance(rule: str) -> Provenance:
    return Provenance(rule=rule)


def _mentions(frames: Sequence[Frame]) -> tuple[Span, ...]:
    """The triggers, each once, in text order."""
    found = {(frame.trigger.start, frame.trigger.end): frame.trigger for frame in frames}
    return tuple([found[key] for key in sorted(found)])


def _rank(frame: Frame) -> tuple[int, int]:
    """The frame that tells most comes first, then the first in the text."""
    dated = frame.dated
    open_ = (
        2 * frame.definite
        - 2 * len(frame.casualties)
        + (not frame.places)
        + (dated is None or dated.interval is None)
        + (frame.actor is None)
        + (frame.recipient is None)
        + (frame.quotation is None)
    )
    return open_, frame.trigger.start


def _best_date(frames: Sequence[Frame]) -> Dated | None:
    dated = [f.dated for f in frames if f.dated is not None]
    if len(dated) < 2:
        return dated[0] if dated else None
    return min(dated, key=_exactness)


def _exactness(dated: Dated) -> tuple[int, int]:
    interval = dated.interval
    if interval is None or interval.precision not in _EXACT:
        return len(_EXACT), dated.span.start
    return _EXACT.index(interval.precision), dated.span.start


def _chain(article: Article, frames: Sequence[Frame], places: Geography) -> tuple[Argument, ...]:
    """All scenes, each name once: the most exact chain first, then the others by level."""
    told = [frame for frame in frames if frame.places]
    chains = [frame.places for frame in told]
    if not chains or (len(chains) == 1 and len(chains[0]) == 1):
        return chains[0] if chains else ()
    level = _levels(article, chains, places)
    best = min(told, key=lambda f: _vagueness([level[p.name] for p in f.places], f))
    seen: dict[str, Argument] = {}
    for place in sorted(best.places, key=lambda p: level[p.name]):
        seen.setdefault(place.name, place)
    others = [place for chain in chains for place in chain]
    for place in sorted(others, key=lambda p: level[p.name]):
        seen.setdefault(place.name, place)
    return tuple(seen.values())


def _levels(
    article: Article, chains: Sequence[Sequence[Argument]], places: Geography
) -> dict[str, float]:
    """Levels by name, those of the text first; a district of a city is below it."""
    raw = article.source.raw
    level: dict[str, float] = {}
    for place in itertools.chain.from_iterable(chains):
        told = told_level(raw, place.span.start, place.span.end)
        if told is not None:
            level[place.name] = told
        elif place.name not in level:
            level[place.name] = places.level(place.name) if places.knows(place.name) else UNTOLD
    for chain in chains:
        for one, other in itertools.pairwise(chain):
            if level[other.name] <= 1 and part_of(raw, one.span.end, other.span.start):
                level[one.name] = PART
    return level


def _vagueness(levels: Sequence[float], frame: Frame) -> tuple[bool, float, int, bool, int]:
    """Chains that are known to be of a town or district come first, then the longer, then those
    below the headline, which names the larger area."""
    known = any(level in (PART, 0, 1) for level in levels)
    title = frame.sentence.zone == "headline"
    return not known, min(levels), -len(levels), title, frame.places[0].span.start


def _actor(main: Frame, frames: Sequence[Frame]) -> Argument | None:
    """The first actor; whom a headline calls by a common noun alone, the text may name."""
    if main.actor is not None and main.actor.entity_id is not None:
        return main.actor
    return _named([(f, f.actor) for f in (main, *frames) if f.actor is not None])


def _recipient(actor: Argument | None, main: Frame, frames: Sequence[Frame]) -> Argument | None:
    """The first recipient who is not the actor; an occasion can hold other things said."""
    names = () if actor is None else (actor.name, actor.entity_id or actor.name)
    return _named(
        [
            (frame, told)
            for frame in (main, *frames)
            if (told := frame.recipient) is not None
            and frame.type == main.type
            and told.entity_id not in names
            and (told.name not in names or _both(frame, told))
        ]
    )


def _both(frame: Frame, told: Argument) -> bool:
    """Whether one sentence tells of two of a name: the president of Orland met that of Merra."""
    return told.entity_id is None and frame.actor is not None and frame.actor.name == told.name


def _named(told: Sequence[tuple[Frame, Argument]]) -> Argument | None:
    """The first party, but a name before what a headline alone tells, "Minister resigns", and
    before "the two sides"."""
    if not told:
        return None
    frame, first = told[0]
    unknown = first.entity_id is None and (
        frame.sentence.zone == "headline" or not cue("both").isdisjoint(first.name.lower().split())
    )
    if not unknown:
        return first
    return next((party for _, party in told if party.entity_id is not None), first)


def _casualties(frames: Sequence[Frame]) -> tuple[Casualty, ...]:
    told = [casualty for frame in frames for casualty in frame.casualties]
    if len(told) < 2:
        return tuple(told)
    seen: dict[tuple[int, int], Casualty] = {}
    for casualty in told:
        span = casualty.span
        seen.setdefault((span.start, span.end), casualty)
    return tuple([seen[place] for place in sorted(seen)])
