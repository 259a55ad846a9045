"""Week rules: week-ends, numbered weeks, the third Monday of a month, Friday week."""

from __future__ import annotations

import datetime as dt

from corpuskit.scan import Example
from corpuskit_dates.around.context import Context
from corpuskit_dates.resolving.placing import direction, placed
from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.rules.calendar import month
from corpuskit_dates.rules.holidays import holiday_in
from corpuskit_dates.values import UNANCHORED, at_grain, interval, shift
from corpuskit_dates.words.classes import CODES
from corpuskit_dates.words.phrase import Found, Phrase


def numbered_week(phrase: Phrase, context: Context) -> Found | None:
    """A week by its number as ISO 8601 counts them; with a weekday it is that day."""
    if text := phrase.get("isoweek"):
        year, week = int(text[:4]), int(text[6:8])
        day = int(text[9:] or 0)
    else:
        if phrase.unit != "W" or context.played(phrase.start, phrase.end):
            return None  # a season's week of games
        year, week, day = int(phrase.year or 0), int(phrase.all("dd", "num")[0]), 0
    try:
        monday = dt.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    value = f"{year:04d}-W{week:02d}"
    return Found("DATE", str(shift(monday, day - 1, "D")) if day else value)


def which_weekday(phrase: Phrase, context: Context) -> Found | None:
    """The first, second or last of a weekday in a month."""
    at = 1 + next(i for i, char in enumerate(phrase.classes) if char in _LINKS)
    named = Phrase(phrase.tokens, phrase.first + at, phrase.last)
    basis: str | None = context.basis
    if named.has("month"):
        found = month(named, context)
        if found is None or not found.value:
            return None
        days, basis = interval(found.value), found.basis
        unknown = f"{found.value}-XX"
    elif named.unit == "M" and context.today:
        begun = shift(context.today, direction(named), "M")
        days, unknown = interval(f"{begun:%Y-%m}" if begun else None), ""
    else:
        return None
    if days.start is None:
        return Found("DATE", unknown, None, None)
    which, weekday = phrase.ordinal or -1, phrase.get("weekday")
    if which > 5:
        return None
    day = holiday_in(f"{days.start.month:02d}:{which}:{weekday}", days.start.year)
    if day.month != days.start.month:
        return None  # no fifth Monday
    return Found("DATE", day.isoformat(), None, basis)


def weekend(phrase: Phrase, context: Context) -> Found | None:
    """The week-end: the last one, or the next where the verb is in the future."""
    today = context.today
    if today is None:
        return placed(None, "WE", phrase, None)
    weekday = today.isoweekday()
    ahead = weekday < 6 and _weekend_ahead(phrase, context)
    last = shift(today, 0 if weekday >= 6 or ahead else -1, "W")
    return placed(last, "WE", phrase, context.basis)


def _weekend_ahead(phrase: Phrase, context: Context) -> bool:
    if phrase.has("next", "coming", "following"):
        return True
    if phrase.has("last", "past", "previous"):
        return False
    tense = context.tense(phrase.start, phrase.end)
    if tense in ("future", "near"):
        return True
    monday = context.today is not None and context.today.isoweekday() == 1
    return phrase.has("this") and tense != "past" and not monday


def before_last(phrase: Phrase, context: Context) -> Found | None:
    """The week, month or year before the last one."""
    unit = phrase.unit
    named = phrase.next_is("unit", "weekday", "month", "season", "part", "holiday", "weekend")
    if named or unit not in ("W", "WE", "M", "Y"):
        return None  # "the week before last Monday"
    day = shift(context.today, -2, unit) if context.today else None
    return placed(day, unit, phrase, context.basis)


def weekday_week(phrase: Phrase, context: Context) -> Found | None:
    """Friday week: a week after the next Friday."""
    odd = phrase.next_is("hyphen", "poss", "dd", "word") or phrase.previous_is(
        "the", "a", "each", "last", "past", "hyphen"
    )
    if odd or phrase.unit != "W" or context.tense(phrase.start, phrase.end) == "past":
        return None  # "the Monday week", "said Monday week two"
    number = int(phrase.get("weekday") or 0)
    if context.today is None:
        return Found("DATE", f"XXXX-WXX-{number}", None, None)
    ahead = (number - context.today.isoweekday()) % 7
    day = shift(context.today, ahead + 7, "D")
    return Found("DATE", str(day), None, context.basis) if day else None


def week_on(phrase: Phrase, context: Context) -> Found | None:
    """A week on Sunday, a week today: so long after the next day of that name."""
    tense = context.tense(phrase.start, phrase.end)
    if phrase.unit not in ("W", "2W") or tense == "past" or phrase.next_is("poss"):
        return None  # "took a week on Sunday"
    number, today = int(phrase.get("weekday") or 0), context.today
    if today is None:
        return Found("DATE", f"XXXX-WXX-{number}" if number else UNANCHORED["D"], None, None)
    ahead = (number - today.isoweekday()) % 7 if number else int(phrase.get("deictic") or 0)
    day = shift(shift(today, ahead, "D") or today, int(phrase.count() or 1), phrase.unit)
    return Found("DATE", str(day), None, context.basis) if day and ahead >= 0 else None


def week_of_month(phrase: Phrase, context: Context) -> Found | None:
    """The first or last week of a month, counted as ISO 8601 counts those of a year: the first has
    four days of it."""
    at = next(i for i, char in enumerate(phrase.classes) if char in _LINKS)
    which = Phrase(phrase.tokens, phrase.first, phrase.first + at)
    named = Phrase(phrase.tokens, phrase.first + at + 1, phrase.last)
    if which.unit != "W" or which.ordinal > _WEEKS:
        return None
    found = month(named, context)
    days = interval(found.value if found else None)
    if found is None or days.start is None or days.end is None:
        return found
    day = shift(days.start, which.ordinal - 1, "W") if which.ordinal else days.end
    day = shift(day or days.end, _HALF if which.ordinal else -_HALF, "D")
    return found._replace(value=at_grain(day, "W") if day else found.value)


def weekday_of_week(phrase: Phrase, context: Context) -> Found | None:
    """Tuesday last week, next week Friday: the day of that name in the week that is named."""
    told = phrase.classes[0] == CODES["weekday"] and not phrase.previous_is("on")
    if phrase.unit != "W" or phrase.next_is("poss") or (told and phrase.previous_is("saying")):
        return None  # "said Friday last week's vote was fair"
    number = int(phrase.get("weekday") or 0)
    value, part = f"XXXX-WXX-{number}", phrase.get("part")
    week = shift(context.today, direction(phrase), "W") if context.today else None
    if week:
        value = (week + dt.timedelta(days=number - week.isoweekday())).isoformat()
    basis = context.basis if week else None
    if part:
        return Found("TIME", f"{value}T{part}", phrase.mod, basis)
    return Found("DATE", value, phrase.mod, basis)


_WEEKS = 4  # weeks of a month
_HALF = 3  # days that lie beside the middle one of a week
_LINKS = (CODES["of"], CODES["in"])
_P = dt.date(2024, 3, 20)

RULES = (
    DateRule(
        id="dates.numbered_week",
        about="A week by its number, as ISO 8601 counts them, or a day of it.",
        pattern="isoweek | unit (dd|num) (comma? of?) yyyy",
        reads=numbered_week,
        yes=(
            Example("The plan is for [[2024-W14]].", "2024-W14"),
            Example("Filed [[2024-W14-3]] in Norvale.", "2024-04-03"),
            Example("Cases fell in [[week 12 of 2024]].", "2024-W12"),
        ),
        no=("The 2024-W60 engine is new.", "They won in week 12 of 2024, scoring a late goal."),
    ),
    DateRule(
        id="dates.which_weekday",
        about="The first, second or last of a weekday in a month.",
        pattern=(
            "the? (NTH|last|final) weekday (of|in) "
            "(month (comma? of? YEAR | of? (this|last|next) unit)? | (this|last|next|the) unit)"
        ),
        reads=which_weekday,
        yes=(
            Example("They met on [[the third Monday of January 2024]].", "2024-01-15"),
            Example("They met on [[the last Sunday in March]].", "2024-03-31", _P),
            Example("They met on [[the last Sunday in March]].", "XXXX-03-XX"),
            Example("They meet on [[the first Friday of next month]].", "2024-04-05", _P),
            Example("They meet on [[the last Friday of the month]].", "2024-03-29", _P),
        ),
        no=("They met on the fifth Monday of February 2024.",),
    ),
    DateRule(
        id="dates.weekend",
        about="The week-end.",
        pattern=(
            "(early|late|earlier|later)? (the|this|last|next|past|coming|previous|following) "
            "(past|coming|following|previous)? weekend"
        ),
        reads=weekend,
        yes=(Example("Crowds came over [[the weekend]].", "2024-W11-WE", _P),),
    ),
    DateRule(
        id="dates.before_last",
        about="The week, month or year before the last one.",
        pattern="the (unit|weekend) before last",
        reads=before_last,
        yes=(
            Example("It was shut [[the week before last]].", "2024-W10", _P),
            Example("It was shut [[the year before last]].", "XXXX"),
        ),
        no=("It was shut by the year before last Monday's vote.",),
    ),
    DateRule(
        id="dates.weekday_week",
        about="A weekday and the word week: that of the week after the next of its name.",
        pattern="weekday unit",
        reads=weekday_week,
        yes=(
            Example("The court will sit on [[Friday week]].", "2024-03-29", _P),
            Example("The court will sit on [[Friday week]].", "XXXX-WXX-5"),
        ),
        no=("They said Monday week two went well.", "The Monday week went well."),
    ),
    DateRule(
        id="dates.week_on",
        about="A week from a weekday or from today on.",
        pattern="(a | NUM) (unit|units) (on? weekday | deictic)",
        reads=week_on,
        yes=(
            Example("They will meet [[a week on Sunday]].", "2024-03-31", _P),
            Example("They will meet [[a fortnight today]].", "2024-04-03", _P),
            Example("They will meet [[a week on Sunday]].", "XXXX-WXX-7"),
        ),
        no=("They rested for a week on Sunday.",),
    ),
    DateRule(
        id="dates.week_of_month",
        about="The first or last week of a month.",
        pattern=(
            "the? (NTH|last|final) unit (of|in) "
            "month (comma? of? YEAR | of? (this|last|next) unit)?"
        ),
        reads=week_of_month,
        yes=(
            Example("It will end in [[the first week of May]].", "2024-W18", _P),
            Example("It ended in [[the last week of June 2024]].", "2024-W26"),
            Example("It ended in [[the last week of June]].", "XXXX-06"),
        ),
        no=("It ended in the first day of May 2021.",),
    ),
    DateRule(
        id="dates.weekday_of_week",
        about="A weekday of last, this or next week.",
        pattern=(
            "(early|late)? weekday part? of? (last|this|next) unit | (last|this|next) unit weekday "
            "part?"
        ),
        reads=weekday_of_week,
        yes=(
            Example("The court sat on [[Monday last week]].", "2024-03-11", _P),
            Example("The court sat on [[Friday morning last week]].", "2024-03-15TMO", _P),
            Example("The court will sit on [[Tuesday of next week]].", "2024-03-26", _P),
            Example("The court will sit [[next week Tuesday]].", "2024-03-26", _P),
            Example("The court sat on [[Monday last week]].", "XXXX-WXX-1"),
        ),
        no=("They said Friday last week was dry.", "On Monday last week's vote was told."),
    ),
)
