"""Wording: a value as a person reads it, the same wherever it is shown."""

from __future__ import annotations

import errno
from collections.abc import Iterator

import attrs

from corpuskit.model import (
    Annotation,
    Casualty,
    DateMention,
    Entity,
    Event,
    Interval,
    Quotation,
    Result,
    Span,
)

__all__ = ["error_in_words", "in_words", "many", "place", "plain_fields", "range_in_words", "title"]

_PLAIN = ("event", "reported", "unknown")
"""Scope, status and role of a casualty that need not be said."""


def many(number: int, thing: str) -> str:
    """ "1 file", "2 files", "2 stories"."""
    if number == 1:
        return f"1 {thing}"
    return f"{number} {thing[:-1]}ies" if thing.endswith("ry") else f"{number} {thing}s"


def place(result: Result, span: Span) -> str:
    """Where in which source: `dumps/wire.txt[84:95]`."""
    return f"{result.article.source.id}[{span.start}:{span.end}]"


def title(result: Result) -> str:
    """The headline, else how the text begins."""
    article = result.article
    span = article.headline or (article.body[0].span if article.body else article.span)
    return " ".join(result.text(span).split())[:72]


def error_in_words(error: Exception) -> str:
    """`name: No such file or directory` in place of Python's "[Errno 2] …"."""
    if not isinstance(error, OSError) or not error.strerror:
        return str(error)
    name = error.filename
    if name is None and error.errno == errno.ENOSPC:  # files that are written have their names
        name = "standard output"
    return error.strerror if name is None else f"{name}: {error.strerror}"


def in_words(annotation: Annotation) -> str:
    """One short line without the text that it stands on; a foreign layer, its class and fields."""
    match annotation:
        case Casualty():
            return _toll(annotation)
        case DateMention():
            return f"{annotation.type} {annotation.value or 'without a value'}"
        case Entity():
            return f"{annotation.kind} {annotation.name}"
        case Event():
            return _event(annotation)
        case Quotation():
            return f"{annotation.mode}, {annotation.speaker or 'speaker unknown'}"
    return ", ".join((type(annotation).__name__, *plain_fields(annotation)))


def plain_fields(annotation: Annotation) -> Iterator[str]:
    """Fields that say something: no spans, no defaults, nothing nested."""
    for field in attrs.fields(type(annotation)):
        value = getattr(annotation, field.name)
        plain = value is not None and not isinstance(value, Span | tuple | bool)
        if isinstance(value, bool):
            plain = value != field.default
        if plain and not attrs.has(type(value)) and field.name != "id":
            yield f"{field.name} {value}"


def _toll(casualty: Casualty) -> str:
    """ "7 killed", "12+ wounded (claimed)", "?-4 missing"."""
    number = range_in_words(casualty.low, casualty.high)
    notes = [n for n in (casualty.scope, casualty.status, casualty.role) if n not in _PLAIN]
    return " ".join([number, casualty.kind, *(f"({note})" for note in notes)])


def range_in_words(low: int | None, high: int | None) -> str:
    """ "7", "4-6", "12+", "?-4"; an open end is said."""
    number = "?" if low is None else str(low)
    if high is None:
        return f"{number}+"
    return number if high == low else f"{number}-{high}"


def _event(event: Event) -> str:
    """ "ASSAULT 2021-02-17 in Karn by the Arvan Front"."""
    when = f" {_days(event.date)}" if event.date and event.date.start else ""
    where = f" in {event.place.name}" if event.place else ""
    who = f" by {event.actor.name}" if event.actor else ""
    return f"{event.type}{when}{where}{who}"


def _days(interval: Interval) -> str:
    if interval.end is None or interval.end == interval.start:
        return f"{interval.start}"
    return f"{interval.start}..{interval.end}"
