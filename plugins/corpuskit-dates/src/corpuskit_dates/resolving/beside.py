"""Beside: the day that the words about a weekday or a date tell, or that the text leaves untold."""

from __future__ import annotations

import datetime as dt
import re

from corpuskit_dates.around.context import Context
from corpuskit_dates.values import made, shift
from corpuskit_dates.words.phrase import Phrase

__all__ = ["after_plan", "any_of_its_name", "beside_event", "weekday_told"]

_WEEK = 7
_FAR = 60  # days beyond which a plan is told with its year
_AHEAD = ("future", "near")
_ASIDE = len(", which happened to be a ")
_WORD = re.compile(r"\w+")


def weekday_told(weekday: int, phrase: Phrase, context: Context) -> dt.date | None:
    """The day of that name that the last day told gives: "the following Monday", "on May 3, a
    Friday", "on May 3 and on the Friday"."""
    point = context.point
    if point is None:
        return None
    if phrase.has("previous"):
        return shift(point, -((point.isoweekday() - weekday - 1) % _WEEK + 1), "D")
    if phrase.previous_is("a"):
        same = point.isoweekday() == weekday and _apposed(phrase, context)
        return point if same else None
    if not (phrase.has("following") or _goes_on(point, phrase, context)):
        return None
    day = shift(point, (weekday - point.isoweekday() - 1) % _WEEK + 1, "D")
    gone = day is not None and context.today is not None and day < context.today
    return None if gone and context.tense(phrase.start, phrase.end) in _AHEAD else day


def _apposed(phrase: Phrase, context: Context) -> bool:
    """Whether the words explain the day told: "on May 3, a Friday", "on May 3, which was a"."""
    between = context.folded[context.point_end : phrase.start]
    if len(between) > _ASIDE or not (between[0] in ",(" or len(between.split()) > 1):
        return False
    words, terms = _WORD.findall(between), context.language.terms
    return words[-1] in terms("a") and terms("naming").issuperset(words[:-1])


def _goes_on(point: dt.date, phrase: Phrase, context: Context) -> bool:
    """Whether "the Friday" is that after the day told, a while ago or to come: "They met on 4 May,
    and on the Friday they married"; not "the Friday market", and not where it is of the week of
    publication."""
    if not phrase.previous_is("the") or phrase.next_is("of", "poss", "after", "before", "hyphen"):
        return False
    if context.today is None or abs((point - context.today).days) <= _WEEK:
        return False
    near = context.same_paragraph(context.point_end, phrase.start)
    return near and not context.noun_follows(phrase.end)


def any_of_its_name(phrase: Phrase, context: Context) -> bool:
    """As in "it fell on a Wednesday in 2012", "a Wednesday two years later"; not "in a Wednesday
    interview"."""
    if not phrase.previous_is("a") or phrase.next_is("hyphen"):
        return False
    counted = any(phrase.next_are(number, "units") for number in ("dd", "word"))
    return counted or not context.noun_follows(phrase.end)


def beside_event(phrase: Phrase) -> bool:
    """As in "on the Monday after the fire", "in the October before his arrest": the text names no
    day of the event."""
    defined = phrase.previous_is("the") or phrase.has("the")
    return defined and phrase.next_is("after", "before")


def after_plan(month: int, day: int, phrase: Phrase, context: Context) -> dt.date | None:
    """The day soon behind one far ahead in the same sentence: "on February 20, 2027, and two weeks
    later, on March 6"."""
    point, today = context.point, context.today
    if point is None or today is None or (point - today).days <= _FAR:
        return None
    if not context.same_sentence(context.point_end, phrase.start):
        return None
    days = (made(point.year + year, month, day) for year in (0, 1))
    return next((one for one in days if one and 0 <= (one - point).days <= _FAR), None)
