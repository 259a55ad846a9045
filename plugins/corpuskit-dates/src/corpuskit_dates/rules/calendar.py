"""Calendar rules: full dates, months with and without a year, weekdays, numeric dates."""

from __future__ import annotations

import datetime as dt
import functools

from corpuskit.scan import Example
from corpuskit_dates.classes import CODES
from corpuskit_dates.context import Context
from corpuskit_dates.figures import full_year
from corpuskit_dates.phrase import Found, Phrase
from corpuskit_dates.resolve import (
    day_of_week,
    direction,
    nearest_day,
    nearest_month,
    stated_year,
)
from corpuskit_dates.rule import DateRule
from corpuskit_dates.values import month_value, shift, week_value

_MOD = {"early": "START", "late": "END", "mid": "MID", "beginning": "START", "end": "END"}


def mod_of(phrase: Phrase) -> str | None:
    """TIMEX3 mod of "early", "mid-", "late", "the end of", "about"."""
    name = _mod_class(phrase.classes)
    return _MOD.get(name) or phrase.get(name) if name else None


@functools.lru_cache(maxsize=4096)
def _mod_class(classes: str) -> str:
    """The class of the word that modifies; "" if none does."""
    return next((name for name in (*_MOD, "approx", "or_so") if CODES[name] in classes), "")


def _number(phrase: Phrase) -> int:
    if phrase.has("second"):
        return 2
    return int(phrase.get("dd", "nth", "ordinal") or 0)


#: Days that name an event by themselves, whatever the year of the text.
_KNOWN = {(9, 11): 2001}


def full_date(phrase: Phrase, context: Context) -> Found | None:
    """Day and month, with the year given or the nearest."""
    month, day = phrase.month, _number(phrase)
    year, basis = stated_year(phrase, context), "explicit" if phrase.year else context.basis
    if year is None and (month, day) in _KNOWN and phrase.next_is("event"):
        year, basis = _KNOWN[month, day], "known"
    if year is not None:
        made = _made(year, month, day)
        return made and made._replace(mod=mod_of(phrase), basis=basis)
    if context.today is None:
        possible = _made(2000, month, day)  # a leap year
        return possible and Found("DATE", f"XXXX-{month:02d}-{day:02d}", basis=None)
    nearest = nearest_day(month, day, phrase, context)
    if nearest is None:
        return None
    return Found("DATE", nearest.isoformat(), mod_of(phrase), context.basis)


def week_of(phrase: Phrase, context: Context) -> Found | None:
    """The week that a date lies in."""
    found = full_date(phrase, context)
    if "W" not in phrase.all("unit") or found is None or not found.value:
        return None
    if found.value[0] == "X":
        return Found("DATE", "XXXX-WXX", basis=None)
    day = dt.date.fromisoformat(found.value)
    return Found("DATE", week_value(day), basis=found.basis)


def day_range(phrase: Phrase, context: Context) -> Found | None:
    """Two days of one month."""
    first, _, last = (phrase.get("dayrange") or "").replace("\u2013", "-").partition("-")
    month = phrase.month
    year = stated_year(phrase, context)
    if int(first) >= int(last):
        return None
    if year is None:
        near = nearest_day(month, int(first), phrase, context)
        if near is None:
            return Found(
                "DATE",
                f"XXXX-{month:02d}-{int(first):02d}/XXXX-{month:02d}-{int(last):02d}",
                basis=None,
            )
        year = near.year
    try:
        days = (dt.date(year, month, int(first)), dt.date(year, month, int(last)))
    except ValueError:
        return None
    return Found("DATE", f"{days[0]}/{days[1]}", basis="explicit" if phrase.year else context.basis)


def day_of_month(phrase: Phrase, context: Context) -> Found | None:
    """A day by its number in this, last or next month."""
    if "M" not in phrase.all("unit"):
        return None
    day = shift(context.today, direction(phrase), "M") if context.today else None
    if day is None:
        return Found("DATE", f"XXXX-XX-{_number(phrase):02d}", None, None)
    try:
        made = day.replace(day=_number(phrase))
    except ValueError:
        return None
    return Found("DATE", made.isoformat(), None, context.basis)


def month_year(phrase: Phrase, context: Context) -> Found | None:
    """A month with its year."""
    month = phrase.month
    year = stated_year(phrase, context)
    if year is None:
        return Found("DATE", f"XXXX-{month:02d}", mod_of(phrase), None)
    basis = "explicit" if phrase.year else context.basis
    return Found("DATE", month_value(year, month), mod_of(phrase), basis)


_LEADS = frozenset(
    "in of since by until till during from between through before after last this next early late "
    "mid around".split()
)


def half_month(phrase: Phrase, context: Context) -> Found | None:
    """A half of a month: its value is the month."""
    if phrase.year:
        return month_year(phrase, context)
    month = phrase.month
    value = nearest_month(month, phrase, context)
    return Found("DATE", value or f"XXXX-{month:02d}", None, context.basis)


def bare_month(phrase: Phrase, context: Context) -> Found | None:
    """A month by itself; May, March and short forms only after a word that leads to a time."""
    month = phrase.month
    first = phrase.start_of("month")
    led = phrase.last - phrase.first > 1 or context.word_before(first) in _LEADS
    after = context.raw[phrase.end : phrase.end + 2]
    if phrase.next_is("dd", "nth"):
        return None  # "last Oct. 23": the day is what counts
    doubt = phrase.month_doubt
    if not led and doubt:
        name_follows = after[:1] == " " and after[1:].isupper()
        if (
            doubt == "a"
            or name_follows
            or (doubt == "?" and not phrase.previous_is("the", "poss", "this", "each"))
        ):
            return None
    value = nearest_month(month, phrase, context)
    if value is None:
        return Found("DATE", f"XXXX-{month:02d}", mod_of(phrase), None)
    return Found("DATE", value, mod_of(phrase), context.basis)


def weekday(phrase: Phrase, context: Context) -> Found | None:
    """A weekday, with a part of the day or without."""
    number = int(phrase.get("weekday") or 0)
    if phrase.tokens.classes.endswith(_EVERY, 0, phrase.first):
        return Found("SET", f"XXXX-WXX-{number}", None, None)  # every Tuesday and Thursday
    day = day_of_week(number, phrase, context)
    value = day.isoformat() if day else f"XXXX-WXX-{number}"
    part = phrase.get("part")
    basis = context.basis if day else None
    if part:
        return Found("TIME", f"{value}T{part}", mod_of(phrase), basis)
    return Found("DATE", value, mod_of(phrase), basis)


def iso_date(phrase: Phrase, context: Context) -> Found | None:
    """Year, month and day in ISO order."""
    text = phrase.get("isodate") or ""
    try:
        return Found("DATE", dt.date.fromisoformat(text).isoformat())
    except ValueError:
        return None


def iso_time(phrase: Phrase, context: Context) -> Found | None:
    """A day and a clock in ISO form; seconds and zone are left out of the value."""
    text = (phrase.get("isotime") or "")[:16].upper()
    try:
        return Found("TIME", dt.datetime.fromisoformat(text).strftime("%Y-%m-%dT%H:%M"))
    except ValueError:
        return None


def numeric_date(phrase: Phrase, context: Context) -> Found | None:
    """Figures alone: by the order that the caller set; else where only one order is possible, or
    only one gives the day of publication or the day beside it."""
    text = phrase.get("numdate") or ""
    mark = next(char for char in text if not char.isdecimal())
    one, two, three = (int(piece) for piece in text.split(mark))
    if one >= 1500:
        return _made(one, two, three)
    if mark != "/" and three < 1500:
        return None  # 10.2.1 is a version, 12-34-56 a code
    year = three if three >= 100 else full_year(three)
    orders = {"dmy": (two, one), "mdy": (one, two)}
    if context.numeric_order:
        return _made(year, *orders[context.numeric_order])
    made = {
        found.value: found for month, day in orders.values() if (found := _made(year, month, day))
    }
    if context.today and len(made) > 1:  # the dateline of a page: one order gives its own day
        made = {day: found for day, found in made.items() if _beside(day, context.today)} or made
    if len(made) == 1:
        return next(iter(made.values()))
    return Found("DATE", f"{year:04d}-XX-XX", basis=None) if made else None


def _beside(day: str | None, today: dt.date) -> bool:
    return day is not None and abs((dt.date.fromisoformat(day) - today).days) <= 1


def _made(year: int, month: int, day: int) -> Found | None:
    try:
        return Found("DATE", dt.date(year, month, day).isoformat())
    except ValueError:
        return None


_EVERY = "".join(CODES[name] for name in ("each", "weekday", "and"))
_P = dt.date(2024, 3, 20)  # a Wednesday

RULES = (
    DateRule(
        id="dates.full",
        about="A day and month, weekday and year optional; without a year the nearest one.",
        pattern=(
            "(early|late|earlier|later)? ((this? (coming|next|last|past))? WEEKDAY comma?)? month "
            "the? (dd|NTH) (comma? YEAR | of? (this|last|next) unit)?"
        ),
        reads=full_date,
        yes=(
            Example("It opened on [[March 4, 2021]] in Norvale.", "2021-03-04"),
            Example("They met on [[Monday, Feb. 12]].", "2024-02-12", _P),
            Example("They met on [[May 6th of last year]].", "2023-05-06", _P),
        ),
        no=("The march 4 miles long was cut short.",),
    ),
    DateRule(
        id="dates.full_day_first",
        about="A day and month written day first, weekday and year optional.",
        pattern=(
            "(early|late)? (WEEKDAY comma? the?)? (the? NTH of? | dd of?) hyphen? month hyphen? "
            "(comma? YEAR | of? (this|last|next) unit)?"
        ),
        reads=full_date,
        yes=(
            Example("Updated [[07 December 2025]]", "2025-12-07"),
            Example("The vote is on [[the 2nd of May]].", "2024-05-02", _P),
        ),
    ),
    DateRule(
        id="dates.week_of",
        about="The week of a date.",
        pattern="the? unit (of|beginning) (month (dd|NTH)|dd of? month) (comma? YEAR)?",
        reads=week_of,
        yes=(
            Example("Talks resume [[the week of April 8, 2024]].", "2024-W15"),
            Example("It will be mended in [[the week beginning 8 April 2024]].", "2024-W15"),
        ),
    ),
    DateRule(
        id="dates.day_range",
        about="Two days of one month joined by a dash.",
        pattern="month dayrange (comma? YEAR)? | dayrange month (comma? YEAR)?",
        reads=day_range,
        yes=(Example("The fair runs [[June 3-7, 2024]].", "2024-06-03/2024-06-07"),),
    ),
    DateRule(
        id="dates.day_of_month",
        about="A day by its number in this, last or next month.",
        pattern="the? NTH of (this|last|next) unit",
        reads=day_of_month,
        yes=(Example("Rent is due on [[the 15th of this month]].", "2024-03-15", _P),),
    ),
    DateRule(
        id="dates.month_year",
        about="A month with its year, in figures or as last, this or next year.",
        pattern="MOD? month (comma? of? YEAR | of? (this|last|next|previous) unit)",
        reads=month_year,
        yes=(
            Example("Prices fell in [[September 2019]].", "2019-09"),
            Example("It began in [[November last year]].", "2023-11", _P),
            Example("It began in [[November last year]].", "XXXX-11"),
        ),
    ),
    DateRule(
        id="dates.half_month",
        about="A half of a month.",
        pattern="the? NTH half of month (of? YEAR)?",
        reads=half_month,
        yes=(Example("Rain fell in [[the first half of May 2021]].", "2021-05"),),
    ),
    DateRule(
        id="dates.month",
        about="A month by itself: the last of that name, or the next where the verb looks ahead.",
        pattern=(
            "(MOD|earlier|later)? "
            "(this (coming|past) | last | this | next | past | coming | the (previous|following))? "
            "month"
        ),
        reads=bare_month,
        yes=(
            Example("They married in [[November]].", "2023-11", _P),
            Example("Exports had fallen since [[last March]].", "2023-03", _P),
        ),
        no=("March on, she said.", "It may rain."),
    ),
    DateRule(
        id="dates.weekday",
        about="A weekday: that of publication or of the six days before; after, if the verb is.",
        pattern=(
            "(early|late|earlier|later|MOD)? (this (coming|past|last|next)? | last | next | past | "
            "coming | the (last|next|past|coming|previous|following|same))? "
            "weekday (early|late)? part?"
        ),
        reads=weekday,
        yes=(
            Example("Two men were held on [[Monday]].", "2024-03-18", _P),
            Example("Two men were held on [[Monday]].", "XXXX-WXX-1"),
            Example("The court will sit on [[Friday]].", "2024-03-22", _P),
            Example("It rained [[Sunday night]].", "2024-03-17TNI", _P),
            Example("It rained late on [[Sunday]].", "2024-03-17", _P),
            Example("Following [[Monday]]'s vote it rained.", "2024-03-18", _P),
        ),
    ),
    DateRule(
        id="dates.iso",
        about="A date in ISO form.",
        pattern="isodate",
        reads=iso_date,
        yes=(Example("Filed [[2024-03-17]] in Norvale.", "2024-03-17"),),
    ),
    DateRule(
        id="dates.iso_time",
        about="A day and a clock in ISO form.",
        pattern="isotime",
        reads=iso_time,
        yes=(Example("Posted [[2024-03-17T10:35:00Z]] by the desk.", "2024-03-17T10:35"),),
    ),
    DateRule(
        id="dates.numeric",
        about=(
            "A date in figures; where two orders are possible, the caller's setting or the day of "
            "publication decides."
        ),
        pattern="numdate",
        reads=numeric_date,
        yes=(
            Example("Signed on [[25/03/2024]].", "2024-03-25"),
            Example("Signed on [[03/04/2024]].", "2024-XX-XX"),
            Example("Posted [[03/04/2024]] by the desk.", "2024-04-03", dt.date(2024, 4, 3)),
        ),
    ),
)
