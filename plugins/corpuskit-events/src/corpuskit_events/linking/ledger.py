"""Ledger: what each member claims, field by field, and which fields they disagree on."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence

from corpuskit import Claim, Entity, EventCluster, Interval, Member, Span, digest
from corpuskit_events.geography import Geography
from corpuskit_events.linking.items import Item
from corpuskit_events.linking.utterance import quote_text

__all__ = ["cluster_of"]

SHOWN = 12  # near misses that a cluster lists
_NAMED = frozenset(["person", "organisation"])

_Range = tuple[int, float]
"""Lowest and highest number that a telling allows; an open end goes on for ever."""


def cluster_of(
    items: Sequence[Item],
    why: Mapping[Member, str],
    apart: Sequence[tuple[Member, str]],
    places: Geography,
) -> EventCluster:
    """The cluster of `items`, which are sorted by member."""
    members = tuple(item.member for item in items)
    claims: dict[str, dict[Claim, None]] = {}
    for item in items:
        for field, claim in _claims(item):
            claims.setdefault(field, {})[claim] = None
    fixed = {field: tuple(values) for field, values in claims.items()}
    return EventCluster(
        id=digest(*(f"{m.article_id}\x1e{m.event_id}" for m in members)),
        members=members,
        claims=fixed,
        conflicts=tuple(sorted(_conflicts(fixed, items, places))),
        candidates=tuple(apart[:SHOWN]),
        joined_by=tuple((m, why[m]) for m in members[1:] if m in why),
    )


def _claims(item: Item) -> Iterator[tuple[str, Claim]]:
    event, published = item.event, item.result.article.published
    source, day = item.member.article_id, published.date if published is not None else None
    for field, value, span in _values(item):
        yield field, Claim(value, source, span, day)
    for count in event.casualties:
        if count.scope == "event":
            low, high = count.low, count.high
            yield count.kind, Claim(count.best, source, count.span, day, low=low, high=high)


def _values(item: Item) -> Iterator[tuple[str, str | dt.date | None, Span | None]]:
    """What is no count, by field."""
    event = item.event
    yield "type", event.type, event.trigger_span
    if event.date_span is not None:
        yield "date", _date_value(event.date), event.date_span
    for place in event.places:
        yield "place", place.name, place.span
    for field, argument in (("actor", event.actor), ("recipient", event.recipient)):
        if argument is not None:
            yield field, argument.name, argument.span
    for count in event.casualties:
        if count.scope == "event" and count.who is not None:
            yield "victims", count.who, count.who_span or count.span
    if event.quotation is not None:
        yield "quotation", quote_text(item.result, event.quotation), event.quotation.extent


def _date_value(interval: Interval | None) -> dt.date | str | None:
    """A day as a date; a longer stretch as "2023-11", "2020" or "2023-07-10/2023-07-16"."""
    if interval is None or interval.start is None:
        return None
    first, last = interval.start, interval.end or interval.start
    if first == last:
        return first
    if interval.precision == "month":
        return f"{first:%Y-%m}"
    if interval.precision == "year":
        return f"{first:%Y}"
    return f"{first}/{last}"


def _conflicts(
    claims: Mapping[str, Sequence[Claim]], items: Sequence[Item], places: Geography
) -> Iterator[str]:
    days = {c.value for c in claims.get("date", ()) if isinstance(c.value, dt.date)}
    if len(days) > 1 or _disjoint(items):
        yield "date"
    for kind in ("killed", "wounded", "missing", "captured", "displaced"):
        if _exclude_each_other([r for item in items for r in _ranges(item, kind)]):
            yield kind
    names = sorted({item.places[0] for item in items if item.places})
    if any(places.apart(a, b) for n, a in enumerate(names) for b in names[n + 1 :]):
        yield "place"
    if len(_actors(items)) > 1:
        yield "actor"


def _ranges(item: Item, kind: str) -> Iterator[_Range]:
    """A range for each telling: "two soldiers and three villagers were killed" is one, of five."""
    told: dict[Span, _Range] = {}
    for count in item.event.casualties:
        if count.scope == "event" and count.kind == kind:
            low, high = told.get(count.trigger_span, (0, 0))
            told[count.trigger_span] = (low + (count.low or 0), high + _or_endless(count.high))
    yield from told.values()


def _or_endless(high: int | None) -> float:
    return math.inf if high is None else high


def _exclude_each_other(ranges: Sequence[_Range]) -> bool:
    """Whether two ranges have no number in common."""
    if not ranges:
        return False
    return max(low for low, _ in ranges) > min(high for _, high in ranges)


def _disjoint(items: Sequence[Item]) -> bool:
    """Whether some stretch of days has no day in common with another."""
    spans = [(i.first, i.last) for i in items if i.first is not None and i.last is not None]
    if not spans:
        return False
    return max(first for first, _ in spans) > min(last for _, last in spans)


def _actors(items: Sequence[Item]) -> set[str]:
    """Group names of persons and organisations that are told to have done it."""
    found = set()
    for item in items:
        argument = item.event.actor
        if item.actor is None or argument is None or Entity not in item.result:
            continue
        kinds = {entity.id: entity.kind for entity in item.result.entities}
        if argument.entity_id is not None and kinds.get(argument.entity_id) in _NAMED:
            found.add(item.actor)
    return found
