"""Wording: a value as a person reads it, the same wherever it is shown."""

from __future__ import annotations

from corpuskit.model import Annotation, Casualty, DateMention, Entity, Event, Interval, Quotation

__all__ = ["in_words"]

_PLAIN = ("event", "reported", "unknown")
"""Scope, status and role of a casualty that need not be said."""


def in_words(annotation: Annotation) -> str:
    """One short line without the text that it stands on; a foreign layer gives its class."""
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
    return type(annotation).__name__


def _toll(casualty: Casualty) -> str:
    """ "7 killed", "12+ wounded (claimed)", "?-4 missing"."""
    low, high = casualty.low, casualty.high
    number = "?" if low is None else str(low)
    if high is None:
        number += "+"
    elif high != low:
        number += f"-{high}"
    notes = [n for n in (casualty.scope, casualty.status, casualty.role) if n not in _PLAIN]
    return " ".join([number, casualty.kind, *(f"({note})" for note in notes)])


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
