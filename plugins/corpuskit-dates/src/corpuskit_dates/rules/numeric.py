"""Numeric rules: dates in figures, and days tied to a month's name by dashes."""

from __future__ import annotations

import datetime as dt

from corpuskit.scan import Example
from corpuskit_dates.around.context import Context
from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.rules.calendar import day_in_month
from corpuskit_dates.values import made
from corpuskit_dates.words.figures import full_year
from corpuskit_dates.words.phrase import Found, Phrase


def dashed_date(phrase: Phrase, context: Context) -> Found | None:
    """Day, month and the last two figures of the year, as forms are filled in: 12-Mar-22."""
    day, year = phrase.all("dd", "num")
    return _stated(full_year(int(year)), phrase.month, int(day)) if len(year) == 2 else None


def numeric_date(phrase: Phrase, context: Context) -> Found | None:
    """Figures alone: year first; else by the order that the caller set, or where only one order is
    possible, or only one gives the day of publication or the day beside it."""
    if short := phrase.get("daymonth", "fraction"):
        return _yearless(short, phrase, context)
    text, _, clock = (phrase.get("numdate", "isodate", "isotime") or "").partition("t")
    mark = next(char for char in text if not char.isdecimal())
    one, two, three = (int(piece) for piece in text.split(mark))
    if one >= 1500:
        found = _stated(one, two, three)
        if found and clock:  # seconds and zone are left out of the value
            return found._replace(type="TIME", value=f"{found.value}T{clock[:5]}")
        return found
    dotted = mark == "." and len(text) == _DOTTED and not phrase.previous_is("numbered")
    if mark != "/" and three < 1500 and not dotted:
        return None  # 10.2.1 is a version, 12-34-56 a code
    year = three if three >= 100 else full_year(three)
    orders = {"dmy": (two, one), "mdy": (one, two)}
    if context.numeric_order:
        return _stated(year, *orders[context.numeric_order])
    days = {
        found.value: found for month, day in orders.values() if (found := _stated(year, month, day))
    }
    if context.today and len(days) > 1:  # the dateline of a page: one order gives its own day
        days = {day: found for day, found in days.items() if _beside(day, context.today)} or days
    if len(days) == 1:
        return next(iter(days.values()))
    doubtful = not days or (dotted and three < 100)  # 12.03.24 can be a number of another kind
    return None if doubtful else Found("DATE", f"{year:04d}-XX-XX", basis=None)


def _yearless(text: str, phrase: Phrase, context: Context) -> Found | None:
    """A day and a month in figures, where the caller says in which order and a word leads up, or
    that open an entry of a log, "13/10 07:50 - Shots", where only one order is possible."""
    first, last = map(int, text.split("/"))
    if phrase.next_is("clock") and context.heads_line(phrase.start):
        if context.numeric_order is None and max(first, last) <= _MONTHS:
            return None
        dmy = first > _MONTHS or (context.numeric_order == "dmy" and last <= _MONTHS)
        day, month = (first, last) if dmy else (last, first)
        return day_in_month(month, day, phrase, context)
    part = context.word_after(phrase.end) in ("-", "%") or context.after_is(phrase.end, "of")
    led = context.before_is(phrase.start, "to_day") and not part
    if not (context.numeric_order and led) or context.noun_follows(phrase.end):
        return None
    day, month = (first, last) if context.numeric_order == "dmy" else (last, first)
    return day_in_month(month, day, phrase, context)


def _beside(day: str | None, today: dt.date) -> bool:
    return day is not None and abs((dt.date.fromisoformat(day) - today).days) <= 1


def _stated(year: int, month: int, day: int) -> Found | None:
    found = made(year, month, day)
    return Found("DATE", found.isoformat()) if found else None


_MONTHS = 12
_DOTTED = len("25.03.24")
_P = dt.date(2024, 3, 20)

RULES = (
    DateRule(
        id="dates.dashed",
        about="A day, a month's name and two figures of the year, tied by dashes.",
        pattern="dd hyphen month hyphen (dd|num)",
        reads=dashed_date,
        yes=(Example("Filed [[12-Mar-22]] in Norvale.", "2022-03-12", _P),),
        no=("Filed 12-Mar-220 in Norvale.",),
    ),
    DateRule(
        id="dates.numeric",
        about=(
            "A date in figures; where two orders are possible, the caller's setting or the day of "
            "publication decides."
        ),
        pattern="numdate | isodate | isotime | daymonth | fraction",
        reads=numeric_date,
        yes=(
            Example("Filed [[2024-03-17]] in Norvale.", "2024-03-17"),
            Example("Posted [[2024-03-17T10:35:00Z]] by the desk.", "2024-03-17T10:35"),
            Example("Signed on [[25/03/2024]].", "2024-03-25"),
            Example("Signed on [[03/04/2024]].", "2024-XX-XX"),
            Example("Signed on [[25.03.24]] in Norvale.", "2024-03-25"),
            Example("Posted [[03/04/2024]] by the desk.", "2024-04-03", dt.date(2024, 4, 3)),
        ),
        no=(
            "Signed on 3/4 in Norvale.",
            "Signed on 12.03.24 in Norvale.",
            "The version 25.03.24 was mended.",
        ),
    ),
)
