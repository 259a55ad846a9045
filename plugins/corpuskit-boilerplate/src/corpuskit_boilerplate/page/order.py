"""Order: whether 3/4/2031 is in March or in April, where an option or the text itself says so."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Literal, NamedTuple

from corpuskit.scan import trie_pattern
from corpuskit_boilerplate.lexicon import LANGUAGES, calendar
from corpuskit_boilerplate.page.lines import Line, all_dates
from corpuskit_boilerplate.page.stamps import FoundDate

__all__ = ["NumericOrder", "Settled", "order_told", "settled"]

NumericOrder = Literal["dmy", "mdy"]

_FIGURES = re.compile(r"(\d{1,2})\s?([-/])\s?(\d{1,2})(?!\d)")
_BESIDE = 14  # characters in which a weekday stands beside a date


class Settled(NamedTuple):
    """A date on line `line`; `sure` unless day and month could be swapped and nothing tells."""

    line: int
    found: FoundDate
    sure: bool


def settled(
    lines: Sequence[Line],
    order: NumericOrder | None = None,
    languages: tuple[str, ...] = LANGUAGES,
) -> list[Settled]:
    """Every dated line's dates in text order; where nothing tells the order, month first.

    `order` says it, else a weekday beside the date that fits one order only, else the other dates
    if they do not contradict each other: the same day in words, a figure over 12 in the same form.
    """
    dated = [(i, found) for i, line in enumerate(lines) for found in line.dates]
    if not any(found.ambiguous for _, found in dated):
        return [Settled(i, found, sure=True) for i, found in dated]
    known = {one.date for line in lines for one in all_dates(line, languages) if not one.ambiguous}
    forms = {form for i, found in dated if (form := _form(lines[i], found))}
    rows = []
    for i, found in dated:
        day_first: bool | None = False
        if found.ambiguous:
            day_first = order == "dmy" if order else _beside(lines[i], found, languages)
            if day_first is None:
                day_first = _elsewhere(found.date, known, _mark(lines[i], found), forms)
            if day_first:
                found = found._replace(date=_swapped(found.date))
        rows.append(Settled(i, found, sure=day_first is not None))
    return rows


def order_told(lines: Sequence[Line]) -> NumericOrder | None:
    """The order in which all of these lines state their days, by those whose figures tell it."""
    forms = {form[1] for line in lines for found in line.dates if (form := _form(line, found))}
    if len(forms) != 1:
        return None
    return "dmy" if forms.pop() else "mdy"


def _swapped(date: dt.date) -> dt.date:
    return date.replace(month=date.day, day=date.month)


def _mark(line: Line, found: FoundDate) -> str:
    """What stands between the figures of a date."""
    match = _FIGURES.match(line.folded, found.start - line.start)
    return match[2] if match else ""


def _form(line: Line, found: FoundDate) -> tuple[str, bool] | None:
    """What stands between the figures, and whether the day is the first, if a figure tells."""
    match = _FIGURES.match(line.folded, found.start - line.start)
    if match is None or max(int(match[1]), int(match[3])) <= 12:
        return None
    return match[2], int(match[1]) > 12


def _elsewhere(
    date: dt.date, known: AbstractSet[dt.date], mark: str, forms: AbstractSet[tuple[str, bool]]
) -> bool | None:
    """Whether the day is first, by the other dates of the page; None if they do not tell."""
    told = {first for one, first in forms if one == mark}
    if (date in known) != (_swapped(date) in known):
        told.add(date not in known)
    return told.pop() if len(told) == 1 else None


@functools.cache
def _weekday(languages: tuple[str, ...]) -> re.Pattern[str]:
    known = calendar(languages)
    days = trie_pattern({**known.weekdays, **known.weekdays_short})
    return re.compile(rf"(?<![\w-])(?P<day>{days})(?![\w-])")


def _beside(line: Line, found: FoundDate, languages: tuple[str, ...]) -> bool | None:
    """Whether the day is first by a weekday beside the date, if it fits one order only."""
    start, end = found.start - line.start, found.end - line.start
    known = calendar(languages)
    pattern = _weekday(languages)
    days = {
        {**known.weekdays_short, **known.weekdays}[match["day"]]
        for first, last in ((max(start - _BESIDE, 0), start), (end, end + _BESIDE))
        for match in pattern.finditer(line.folded, first, last)
    }
    fits = {
        first
        for first, date in ((False, found.date), (True, _swapped(found.date)))
        if date.weekday() in days
    }
    return fits.pop() if len(fits) == 1 and len(days) == 1 else None
