"""Placing: the value of a day, week, month or year once it is known which."""

from __future__ import annotations

import datetime as dt

from corpuskit import Span
from corpuskit_dates.values import UNANCHORED, at_grain
from corpuskit_dates.words.phrase import Found, Phrase

__all__ = ["direction", "in_year", "placed"]


def placed(
    day: dt.date | None,
    unit: str,
    phrase: Phrase,
    basis: str | None,
    told: tuple[dt.date, Span] | None = None,
) -> Found:
    """The day, week, month or year that `day` lies in; that of no known time where it is None."""
    if day is None:
        return Found("DATE", UNANCHORED[unit], phrase.mod, None)
    return Found("DATE", at_grain(day, unit), phrase.mod, basis, told=told)


def in_year(
    year: int | None,
    part: str,
    phrase: Phrase,
    basis: str | None,
    told: tuple[dt.date, Span] | None = None,
) -> Found:
    """A month, season, quarter or half of a year that is stated or worked out."""
    value = f"{year or 'XXXX'}-{part}"
    return Found("DATE", value, phrase.mod, basis if year else None, told=told)


def direction(phrase: Phrase) -> int:
    """-1 for "last" and its like, 1 for "next", 0 for "this"."""
    if phrase.has("last", "previous", "past"):
        return -1
    return 1 if phrase.has("next", "coming", "following") else 0
