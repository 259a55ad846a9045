"""Nearest: which day, month or weekday of its name is meant, by tense and nearness."""

from __future__ import annotations

import datetime as dt

from corpuskit_dates.around.context import Context
from corpuskit_dates.resolving.ahead import ahead_of, due_by, still_to_come
from corpuskit_dates.resolving.beside import after_plan
from corpuskit_dates.values import made, shift
from corpuskit_dates.words.phrase import Phrase

__all__ = [
    "FAR",
    "day_numbered",
    "day_of_week",
    "nearest_day",
    "nearest_month",
    "of_weekday",
    "range_begun",
]


FAR = 60  # days beyond which tense says more than nearness


def nearest_day(month: int, day: int, phrase: Phrase, context: Context) -> dt.date | None:
    """The day of that name nearest to publication, but the last of those that a past verb leads
    up to; if all are far off, by tense."""
    if context.today is None:
        return None
    reach = 4 if (month, day) == (2, 29) else 1
    today = context.today
    years = range(today.year - reach, today.year + reach + 1)
    days = [one for year in years if (one := made(year, month, day))]
    if not days:
        return None
    if not phrase.has("weekday", "unit") and phrase.has("last", "next"):
        if phrase.has("last"):
            return max((one for one in days if one < today), default=None)
        return min((one for one in days if one > today), default=None)
    if planned := after_plan(month, day, phrase, context):
        return planned
    if (begun := range_begun(phrase, context, "dd", "nth", "month")) and begun <= days[-1]:
        return min(one for one in days if one >= begun)
    since = context.before_is(phrase.start, "since")
    if since or phrase.previous_is("ended") or phrase.next_is("event"):
        # "since Jan. 31", "the year ended Jan. 31", "the 7 October attack"
        return max((one for one in days if one <= today), default=None)
    best = min(days, key=lambda one: (abs((one - today).days), one))
    ahead = best < today and still_to_come(phrase, context)
    if ahead and context.tense(phrase.start, phrase.end) == "future":
        # "will run through Jan. 31", in February
        return min((one for one in days if one >= today), default=best)
    ahead = (best - today).days > 1  # a zone may be a day ahead
    if ahead and context.happened(phrase.start, phrase.end):
        best = max((one for one in days if one <= today), default=best)
    elif abs((best - today).days) > FAR:
        if beside := _beside_told(days, phrase, context):
            return beside
        tense = (
            "future"
            if still_to_come(phrase, context) or ahead_of(phrase)
            else context.tense(phrase.start, phrase.end)
        )
        if tense == "past":
            best = max((one for one in days if one <= today), default=best)
        elif tense in ("future", "near"):
            best = min((one for one in days if one >= today), default=best)
    return best


def of_weekday(day: dt.date, weekday: int, today: dt.date) -> dt.date:
    """The day of that date which falls on a weekday: "Tuesday 6 December" of the year before last;
    the nearest where none of these years has it, or where it is so near that the weekday is
    rather a slip."""
    if day.isoweekday() == weekday or abs((day - today).days) < _NEAR:
        return day
    days = [one for year in _YEARS if (one := made(today.year + year, day.month, day.day))]
    return next((one for one in days if one.isoweekday() == weekday), day)


def _beside_told(days: list[dt.date], phrase: Phrase, context: Context) -> dt.date | None:
    """The one of the days that is near the last day told, in the same sentence: "on May 7, with a
    run-off on May 21"."""
    point = context.point
    if point is None or not context.same_sentence(context.point_end, phrase.start):
        return None
    reach = FAR
    if context.today and point > context.today:  # "opens on May 7 and closes on Sept. 1"
        days, reach = [one for one in days if one >= point], _HALF_OF_DAYS
    return next((one for one in days if abs((one - point).days) <= reach), None)


def nearest_month(month: int, phrase: Phrase, context: Context) -> int | None:
    """The year of that month: of the last of its name, or of the next where tense or a word says
    so."""
    today = context.today
    if today is None:
        return None
    year = today.year - (month > today.month)
    if phrase.has("last", "past", "previous"):
        # in March, "last February" is not the month that "last month" would name
        return year - (0 <= today.month - month <= 1)
    if phrase.has("next", "coming"):
        return year + 1
    if phrase.has("this"):
        return today.year
    if begun := range_begun(phrase, context, "month", "yyyy"):
        return begun.year + (month < begun.month)
    begun = _joined(phrase, context, "month") if phrase.previous_is("and", "or") else None
    if begun and month > begun.month:
        return begun.year  # "in July and August"
    point = context.point
    if point and point > today and context.same_sentence(context.point_end, phrase.start):
        return point.year + (month < point.month)  # "a summit on Nov. 12, elections in January"
    ahead = (month - today.month) % 12
    return year + (ahead > 0 and _month_ahead(ahead, phrase, context))


def _month_ahead(ahead: int, phrase: Phrase, context: Context) -> bool:
    """Whether a month is the next of its name, which is `ahead` months off; a present or an
    infinitive says so only of one that is near ("the vote is in May", "to sell it in May")."""
    if still_to_come(phrase, context) or phrase.next_is("traded"):
        return True
    if ahead_of(phrase):
        return ahead <= _HALF_A_YEAR
    if context.compared(phrase.start):
        return False  # "will be 30 cents, up from 28 cents in November"
    tense = context.tense(phrase.start, phrase.end)
    if tense == "future" or due_by(phrase, context):
        return True
    if tense == "near":
        return ahead < 10
    return ahead < 5 and (tense in ("present", "due") or context.infinitive(phrase.start))


def day_of_week(weekday: int, phrase: Phrase, context: Context) -> dt.date | None:
    """In news a bare weekday is the day of publication or lies in the week before it, unless
    the verb is in the future."""
    today = context.today
    if today is None:
        return None
    if begun := range_begun(phrase, context, "weekday"):
        return begun + dt.timedelta(days=(weekday - begun.isoweekday()) % 7 or 7)
    back = (today.isoweekday() - weekday) % 7
    before, after = today - dt.timedelta(days=back), today + dt.timedelta(days=(7 - back) % 7)
    if phrase.has("last", "past", "previous"):
        return before if back else shift(today, -7, "D")
    if phrase.has("next", "coming", "following"):
        ahead = (after - today).days
        if ahead <= _SOON and weekday > ahead and phrase.has("next") and not phrase.has("this"):
            return shift(after, 7, "D")  # on a Thursday "next Friday" is not tomorrow
        return after if back else shift(today, 7, "D")
    if back and (_day_ahead(back, phrase, context) or _told_later(after, context)):
        return after
    if (
        not back
        and _begins_range(phrase, context)
        and context.tense(phrase.start, phrase.end) == "past"
    ):
        return shift(today, -7, "D")  # "it rained from Monday to Thursday", told on a Monday
    return before


def _begins_range(phrase: Phrase, context: Context) -> bool:
    """As in "it rained from Monday to Thursday", "between Monday and Thursday", told on Monday."""
    joints = _JOINTS if context.before_is(phrase.start, "between") else _JOINTS[1:]
    ranges = any(phrase.next_are(joint, "weekday") for joint in joints)
    return ranges and context.tense(phrase.start, phrase.end) == "past"


def _told_later(day: dt.date, context: Context) -> bool:
    """Whether a day behind publication is one on which the text was updated, or lies before it:
    what stands there of Thursday was added to Wednesday's report."""
    if context.updated is None or context.today is None:
        return False
    return day <= context.updated <= context.today + dt.timedelta(days=_ADDED)


def _day_ahead(back: int, phrase: Phrase, context: Context) -> bool:
    """Whether a weekday is the next of its name, not the last, which is `back` days off."""
    nearer = back > 7 - back
    if back > _SOON and ahead_of(phrase):
        return True
    if phrase.next_is("poss"):  # "will appeal Monday's ruling", but "will win Monday's debate"
        fixture = phrase.next_are("poss", "fixture") or phrase.next_are("poss", "sport")
        ahead = ("future", "near")
        nearer = nearer or context.opens_sentence(phrase.start)  # "Sunday's vote will decide"
        return fixture and nearer and context.tense(phrase.start, phrase.end) in ahead
    if still_to_come(phrase, context):
        return True
    tense = context.tense(phrase.start, phrase.end)
    if tense == "due":
        return nearer
    if tense == "past" and context.called_for(phrase.start):
        return True
    return tense in ("future", "near") or due_by(phrase, context)


def day_numbered(number: int, phrase: Phrase, context: Context) -> dt.date | None:
    """The last day of that number; the next where the verb or a word looks ahead."""
    if context.today is None:
        return None
    today = context.today
    months = [shift(today.replace(day=1), count, "M") for count in (-2, -1, 0, 1, 2)]
    days = [day for month in months if month and (day := made(month.year, month.month, number))]
    tense = context.tense(phrase.start, phrase.end)
    if still_to_come(phrase, context) or tense in ("future", "near") or due_by(phrase, context):
        return min((day for day in days if day >= today), default=None)
    return max((day for day in days if day <= today), default=None)


def range_begun(phrase: Phrase, context: Context, *names: str) -> dt.date | None:
    """Where the range begins that the phrase ends: "from Monday to Friday", "Jan. 8 through"; its
    last word is of one of these classes."""
    ends = phrase.previous_is("to", "through", "until", "hyphen")
    return _joined(phrase, context, *names) if ends else None


def _joined(phrase: Phrase, context: Context, *names: str) -> dt.date | None:
    """Where the mention begins that one word parts from the phrase; its last word is of one of
    these classes."""
    before = Phrase(phrase.tokens, phrase.first - 2, phrase.first - 1)
    if context.last_span is None or not before.has(*names):
        return None
    return context.last.start if context.last_span.end == before.end else None


_SOON = 2  # days within which "next Friday" is not the Friday at hand
_ADDED = 2  # days after publication in which an update adds what happened since
_NEAR = 30
_HALF_OF_DAYS = 183
_YEARS = (0, -1, 1, -2)
_JOINTS = ("and", "to", "through", "until")
_HALF_A_YEAR = 6
