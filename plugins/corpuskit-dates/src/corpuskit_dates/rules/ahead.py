"""Ahead rules: what is counted from now on: six months from now, a week from Tuesday."""

from __future__ import annotations

import datetime as dt
import re

from corpuskit.scan import Example
from corpuskit_dates.around.context import Context
from corpuskit_dates.resolving.nearest import day_of_week
from corpuskit_dates.resolving.placing import placed
from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.values import UNANCHORED, shift
from corpuskit_dates.words.phrase import Found, Phrase


def from_now(phrase: Phrase, context: Context) -> Found | None:
    """A count of units from now, from today or from a weekday on."""
    unit, count = phrase.unit, phrase.count()
    *_, led, since = context.folded[phrase.start : phrase.end].split()
    terms = context.language.terms
    if led not in terms("from") or unit not in _COUNTED:
        return None
    if phrase.has("present_ref") != (since in terms("now")):
        return None
    if count is None:
        return Found("DATE", "FUTURE_REF", phrase.mod, None)
    if count != int(count):
        return None
    number = int(phrase.get("weekday") or 0)
    grain = "D" if number or phrase.has("deictic") else unit
    day: dt.date | None = context.today
    if number:
        day = _weekday_ahead(number, phrase, context)
    elif deictic := phrase.get("deictic"):
        day = shift(day, int(deictic), "D") if day else None
    day = shift(day, int(count), unit) if day else None
    if day is None:
        return Found("DATE", UNANCHORED[grain], phrase.mod, None)
    return placed(day, grain, phrase, context.basis)


def in_time(count: float, phrase: Phrase, context: Context) -> Found | None:
    """In two weeks' time, in a year's time: so long after publication."""
    time = _TIME.match(context.folded, phrase.end)
    if time is None or not phrase.previous_is("in") or phrase.unit not in _COUNTED:
        return None
    day = shift(context.today, int(count), phrase.unit) if context.today else None
    return placed(day, phrase.unit, phrase, context.basis)._replace(end=time.end())


def _weekday_ahead(number: int, phrase: Phrase, context: Context) -> dt.date | None:
    """The next day of that name; today, if it is today."""
    day = day_of_week(number, phrase, context)
    if day is None or context.today is None or day >= context.today:
        return day
    return shift(day, 7, "D")


_TIME = re.compile(r"'s? time\b")
_COUNTED = ("D", "W", "2W", "M", "Y", "DE")
_P = dt.date(2024, 3, 20)

RULES = (
    DateRule(
        id="dates.from_now",
        about="A count of units from now, from today or from a weekday on.",
        pattern=(
            "approx? (NUM|a|a? few|several|some|a? couple of?) more? (unit|units) compared "
            "(present_ref | deictic | weekday)"
        ),
        reads=from_now,
        yes=(
            Example("They will meet [[six months from now]].", "2024-09", _P),
            Example("[[Ten days from today]] the truce ends.", "2024-03-30", _P),
            Example("He flies [[a week from Friday]].", "2024-03-29", _P),
            Example("It will be gone [[a few years from now]].", "FUTURE_REF", _P),
            Example("They will meet [[six months from now]].", "XXXX-XX"),
        ),
        no=("He took a week against now and then.",),
    ),
)
