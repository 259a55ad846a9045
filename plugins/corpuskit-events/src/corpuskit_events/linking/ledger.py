"""Ledger: what each member claims, field by field, and which fields they disagree on."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections.abc import Iterator, Mapping, Sequence

from corpuskit import Casualty, Claim, Entity, EventCluster, Interval, Member, Span, digest
from corpuskit_events.linking.items import Item
from corpuskit_events.linking.losses import KINDS, Loss, main_side, side_field, sum_of
from corpuskit_events.linking.scenes import Scenes
from corpuskit_events.linking.utterance import quote_text, wordings

__all__ = ["cluster_of"]

MUTUAL = ("AGREE", "CONSULT", "COOPERATE")
SHOWN = 12  # near misses that a cluster lists
_NAMED = frozenset(["person", "organisation"])


def cluster_of(
    items: Sequence[Item],
    why: Sequence[tuple[Member, str]],
    apart: Sequence[tuple[Member, str]],
    scenes: Scenes,
    *,
    parted: bool,
) -> EventCluster:
    """The cluster of `items`, which are sorted by member.

    Args:
        parted: whether copies of a text of theirs are in another cluster, so that ids must tell
            whose copies these are.
    """
    members = tuple(item.member for item in items)
    acting = {item.side for item in items if item.side is not None}
    main = {kind: main_side(_losses(items, kind), acting) for kind in KINDS}
    claims: dict[str, dict[tuple[Claim, str | None], None]] = {}
    for item in items:
        for field, claim in _claims(item, main):
            claims.setdefault(field, {})[claim, claim.source_id] = None
    fixed = {field: tuple(claim for claim, _ in values) for field, values in claims.items()}
    return EventCluster(
        id=digest(*("\x1e".join(item.origin if parted else item.words_of) for item in items)),
        members=members,
        claims=fixed,
        conflicts=tuple(sorted(set(_conflicts(fixed, items, main, scenes)))),
        candidates=tuple(apart[:SHOWN]),
        joined_by=tuple(why),
    )


def _losses(items: Sequence[Item], kind: str) -> list[Loss]:
    return [loss for item in items for loss in item.losses if loss.kind == kind]


def _claims(item: Item, main: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, Claim]]:
    article = item.result.article
    source, name = article.id, article.source.id
    day = article.published.date if article.published is not None else None
    for field, value, span in _values(item):
        yield field, Claim(value, source, span, day, source_id=name)
    for field, counts in _told_together(item, main):
        span = functools.reduce(Span.hull, (count.span for count in counts))
        low, best, high = sum_of(counts)
        yield field, Claim(best, source, span, day, low=low, high=high, source_id=name)


def _told_together(
    item: Item, main: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, Sequence[Casualty]]]:
    """The counts of one verb that are of one field, which add up, in text order."""
    losses = {(loss.kind, loss.trigger): loss for loss in item.losses}
    told: dict[tuple[str, Span], list[Casualty]] = {}
    for count in item.event.casualties:
        if count.scope == "event":
            loss = losses[count.kind, count.trigger_span]
            field = side_field(loss, count.role, main[count.kind])
            told.setdefault((field, count.trigger_span), []).append(count)
    return ((field, counts) for (field, _), counts in told.items())


def _values(item: Item) -> Iterator[tuple[str, str | dt.date | None, Span | None]]:
    """What is no count, by field."""
    event = item.event
    yield "type", event.type, event.trigger_span
    yield "modality", event.modality, event.trigger_span
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
    claims: Mapping[str, Sequence[Claim]],
    items: Sequence[Item],
    main: Mapping[str, frozenset[str]],
    scenes: Scenes,
) -> Iterator[str]:
    days = {c.value for c in claims.get("date", ()) if isinstance(c.value, dt.date)}
    if len(days) > 1 or _disjoint(items):
        yield "date"
    for kind in KINDS:
        yield from _conflicting_losses(_losses(items, kind), main[kind])
    names = sorted({item.places[0] for item in items if item.places})
    apart = scenes.places.apart
    if scenes.strangers(items) or any(
        apart(a, b) for n, a in enumerate(names) for b in names[n + 1 :]
    ):
        yield "place"
    if len(_actors(items)) > 1 and not _mutual(items):
        yield "actor"
    words = sorted({str(claim.value) for claim in claims.get("quotation", ())})
    if any(said.negated for said in wordings(words[:SHOWN], words[:SHOWN])):
        yield "quotation"


def _conflicting_losses(losses: Sequence[Loss], main: frozenset[str]) -> Iterator[str]:
    """Fields of one kind in which two tellings exclude each other, by number or by who it was."""
    fields: dict[str, list[Loss]] = {}
    for loss in {loss.told: loss for loss in losses}.values():
        for field in sorted({side_field(loss, role, main) for role in loss.sides}):
            fields.setdefault(field, []).append(loss)
    for field, told in fields.items():
        pairs = [(a, b) for a, b in itertools.combinations(told, 2) if not a.of_others(b)]
        if any(a.gap(b) is not None for a, b in pairs):
            yield field
        if any(a.disputes(b) for a, b in pairs):
            yield "victims"


def _disjoint(items: Sequence[Item]) -> bool:
    """Whether some stretch of days has no day in common with another."""
    spans = [(i.first, i.last) for i in items if i.first is not None and i.last is not None]
    if not spans:
        return False
    return max(first for first, _ in spans) > min(last for _, last in spans)


def _mutual(items: Sequence[Item]) -> bool:
    """Whether both parties do it, who met whom, and each report names one that another names."""
    named = {item.parties for item in items if item.parties}
    return items[0].event.type in MUTUAL and all(
        not one.isdisjoint(other) for one, other in itertools.combinations(named, 2)
    )


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
