"""Compose: which frames of one article tell one event, and what the event is by all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpuskit import (
    Argument,
    Article,
    Casualty,
    Event,
    Interval,
    Polarity,
    Provenance,
    Span,
    content_id,
)
from corpuskit_events.dating import Dated
from corpuskit_events.frames import Frame
from corpuskit_events.geography import Geography
from corpuskit_events.rules import told_level
from corpuskit_events.statements import best_quotation

__all__ = ["composed", "grouped"]

UNTOLD = 0.5
_EXACT = ("time", "day", "weekend", "week", "month", "season", "quarter", "half", "year")


def grouped(frames: Iterable[Frame], places: Geography) -> list[list[Frame]]:
    """Frames by event, each list in text order. A later mention joins the latest that it fits."""
    groups: list[list[Frame]] = []
    for unit in _units(frames):
        fitting = [g for g in groups if _fits(g, unit, places)]
        if fitting:
            max(reversed(fitting), key=lambda group: _closeness(group, unit)).extend(unit)
        else:
            groups.append(unit)
    return groups


def _units(frames: Iterable[Frame]) -> list[list[Frame]]:
    """Frames of one sentence that are one event for sure: an attack and whom it killed."""
    units: list[list[Frame]] = []
    for frame in frames:
        home = next((unit for unit in reversed(units[-8:]) if _one_event(unit, frame)), None)
        if home is None:
            units.append([frame])
        else:
            home.append(frame)
    return units


def _one_event(unit: Sequence[Frame], frame: Frame) -> bool:
    if unit[0].sentence != frame.sentence or not _same_kind(unit, frame):
        return False
    alike = frame.type in ("ASSAULT", "AGREE") or any(frame.word == f.word for f in unit)
    return alike and _dated_alike(unit, frame)


def _same_kind(group: Sequence[Frame], frame: Frame) -> bool:
    return frame.type == group[0].type and frame.modality == group[0].modality


def _dated_alike(group: Sequence[Frame], frame: Frame) -> bool:
    return all(_dates_agree(other.date, frame.date) for other in group)


def _fits(group: Sequence[Frame], unit: Sequence[Frame], places: Geography) -> bool:
    """Whether a unit is a further mention of a group."""
    if not all(_same_kind(group, f) and _dated_alike(group, f) for f in unit):
        return False
    mine, theirs = _counts(unit), _counts(group)
    shared = mine.keys() & theirs.keys()
    if any(mine[kind].isdisjoint(theirs[kind]) for kind in shared):
        return False
    if shared:
        return True
    if _places_clash(group, unit, places):
        return False
    known = {f.word for f in group}
    linked = _same_party(group, unit) or any(f.word in known for f in unit)
    if any(f.definite for f in unit):
        return unit[0].type == "ASSAULT" or linked
    if not linked:
        return False
    bare = not mine and not any(f.date or f.places for f in unit)
    return _shares(group, unit) or (bare and _specific(group) and _same_party(group, unit))


def _closeness(group: Sequence[Frame], unit: Sequence[Frame]) -> int:
    """How much speaks for a group among those that fit; the latest wins a tie."""
    toll = bool(_counts(group).keys() & _counts(unit).keys())
    return 4 * toll + 2 * _shares(group, unit) + 2 * _specific(group) + _same_party(group, unit)


def _specific(group: Sequence[Frame]) -> bool:
    return bool(_counts(group)) or any(f.date for f in group)


def _dates_agree(one: Interval | None, other: Interval | None) -> bool:
    if one is None or other is None or one.start is None or other.start is None:
        return True
    return one.start <= (other.end or other.start) and other.start <= (one.end or one.start)


def _counts(frames: Sequence[Frame]) -> dict[str, set[int]]:
    counts: dict[str, set[int]] = {}
    for frame in frames:
        for casualty in frame.casualties:
            if casualty.scope == "event" and casualty.best is not None:
                counts.setdefault(casualty.kind, set()).add(casualty.best)
    return counts


def _places_clash(group: Sequence[Frame], unit: Sequence[Frame], places: Geography) -> bool:
    """Whether both name a scene and none of one is, holds or lies in one of the other."""
    mine = {place.name for other in unit for place in other.places}
    theirs = {place.name for other in group for place in other.places}
    if not mine or not theirs or mine & theirs:
        return False
    return all(places.apart(a, b) for a in mine for b in theirs)


def _same_party(group: Sequence[Frame], unit: Sequence[Frame]) -> bool:
    mine = {_who(a) for f in unit for a in (f.actor, f.recipient) if a is not None}
    theirs = {_who(a) for f in group for a in (f.actor, f.recipient) if a is not None}
    return bool(mine & theirs)


def _who(argument: Argument) -> str:
    return argument.entity_id or argument.name.lower()


def _shares(group: Sequence[Frame], unit: Sequence[Frame]) -> bool:
    """Whether a day or scene of the unit is one of the group's."""
    days = {f.date.start for f in group if f.date is not None and f.date.start is not None}
    places = {p.name for f in group for p in f.places}
    return any(
        (f.date is not None and f.date.start in days) or any(p.name in places for p in f.places)
        for f in unit
    )


def composed(article: Article, frames: Sequence[Frame], places: Geography) -> Event:
    """One event by all its frames; what one of them leaves open another may tell."""
    main = min(frames, key=lambda f: (-_richness(f), f.trigger.start))
    dated = _best_date(frames)
    scenes = _chain(article, frames, places)
    mentions = {(f.trigger.start, f.trigger.end): f.trigger for f in frames}
    polarity: Polarity = "negative" if main.modality == "denied" else "positive"
    return Event(
        id=content_id(article.source, main.trigger, main.type),
        type=main.type,
        trigger_span=main.trigger,
        mentions=tuple(mentions[key] for key in sorted(mentions)),
        date=dated.interval if dated else None,
        date_span=dated.span if dated else None,
        place=scenes[0] if scenes else None,
        places=scenes,
        actor=_first([main, *frames], "actor"),
        recipient=_first([main, *frames], "recipient"),
        casualties=_casualties(frames),
        polarity=polarity,
        modality=main.modality,
        quotation=best_quotation(frames),
        provenance=Provenance(rule=main.rule),
    )


def _richness(frame: Frame) -> int:
    filled = (frame.date, frame.places, frame.actor, frame.recipient, frame.quotation)
    return 2 * len(frame.casualties) + sum(1 for value in filled if value) - 2 * frame.definite


def _best_date(frames: Sequence[Frame]) -> Dated | None:
    dated = [f.dated for f in frames if f.dated is not None]
    if not dated:
        return None
    return min(dated, key=_exactness)


def _exactness(dated: Dated) -> tuple[int, int]:
    interval = dated.interval
    if interval is None or interval.precision not in _EXACT:
        return len(_EXACT), dated.span.start
    return _EXACT.index(interval.precision), dated.span.start


def _chain(article: Article, frames: Sequence[Frame], places: Geography) -> tuple[Argument, ...]:
    """All scenes, each name once: the most exact chain first, then the others by level."""
    chains = [frame.places for frame in frames if frame.places]
    if not chains:
        return ()
    level = {place.name: _level(article, place, places) for chain in chains for place in chain}
    best = min(chains, key=lambda c: _vagueness([level[p.name] for p in c], c[0].span.start))
    seen: dict[str, Argument] = {}
    for place in sorted(best, key=lambda p: level[p.name]):
        seen.setdefault(place.name, place)
    others = [place for chain in chains for place in chain]
    for place in sorted(others, key=lambda p: level[p.name]):
        seen.setdefault(place.name, place)
    return tuple(seen.values())


def _vagueness(levels: Sequence[float], start: int) -> tuple[bool, float, int, int]:
    """Chains that are known to be of a town or district come first, then the longer."""
    known = any(level in (0, 1) for level in levels)
    return not known, min(levels), -len(levels), start


def _level(article: Article, place: Argument, places: Geography) -> float:
    """As the text tells it, else by the gazetteer; else between town and district."""
    told = told_level(article.source.raw, place.span.start, place.span.end)
    if told is not None:
        return told
    return places.level(place.name) if places.knows(place.name) else UNTOLD


def _first(frames: Sequence[Frame], field: str) -> Argument | None:
    values: list[Argument | None] = [getattr(frame, field) for frame in frames]
    return next((value for value in values if value is not None), None)


def _casualties(frames: Sequence[Frame]) -> tuple[Casualty, ...]:
    seen: dict[Span, Casualty] = {}
    for frame in frames:
        for casualty in frame.casualties:
            seen.setdefault(casualty.span, casualty)
    return tuple(seen[span] for span in sorted(seen))
