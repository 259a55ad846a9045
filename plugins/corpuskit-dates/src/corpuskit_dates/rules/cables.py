"""Cable rules: the days and times of telegrams: 12 JAN 90, 0530 on Thursday."""

from __future__ import annotations

import datetime as dt
import re

from corpuskit.scan import Example
from corpuskit_dates.around.context import Context
from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.rules.clock import DAY, HHMM, on_day
from corpuskit_dates.values import made
from corpuskit_dates.words.figures import full_year
from corpuskit_dates.words.phrase import Found, Phrase


def cable_date(phrase: Phrase, context: Context) -> Found | None:
    """Day, month and two figures of the year, as a dateline has them: "LIMA, 12 JAN 90 (EFE)"."""
    day, year = phrase.all("dd", "num")
    figures = context.raw[phrase.start : phrase.end].split()[-1]
    if len(figures) != len("90") or not _BEHIND.match(context.raw, phrase.end):
        return None
    if not _BEFORE.search(context.raw, max(0, phrase.start - _OPENING), phrase.start):
        return None
    named = made(full_year(int(year)), phrase.month, int(day))
    return Found("DATE", named.isoformat()) if named else None


def military(phrase: Phrase, context: Context) -> Found | None:
    """A time of day in four figures without a mark, on a day that is named behind it; by itself
    behind "at", where it counts nothing."""
    figures = phrase.get("yyyy", "num") or ""
    alone = phrase.last - phrase.first == 1
    if alone and (not context.before_is(phrase.start, "at") or context.noun_follows(phrase.end)):
        return None
    if not HHMM.match(figures):
        return None
    before = context.folded[max(0, phrase.start - 30) : phrase.start].split()
    level = not context.language.terms("level").isdisjoint(before[-3:])
    if figures[0] != "0" and (level or not context.before_is(phrase.start, "at")):
        return None
    return on_day(f"{figures[:2]}:{figures[2:]}", phrase, context)


_BEHIND = re.compile(r" ?(?:\(|\]|--|$)", re.MULTILINE)
_BEFORE = re.compile(r"(?:^|[,\]]\s)\Z", re.MULTILINE)
_OPENING = 3  # characters that hold what stands before the day
_P = dt.date(2024, 3, 20)

RULES = (
    DateRule(
        id="dates.cable",
        about="The day of a dateline with two figures of the year.",
        pattern="(dd|num) month (dd|num)",
        reads=cable_date,
        yes=(
            Example("LIMA, [[12 JAN 90]] (EFE) -- Two clerks left.", "1990-01-12"),
            Example("Lima, [[4 May 04]] (EFE) -- Two clerks left.", "2004-05-04", _P),
        ),
        no=("On 12 (of 90) and 14 it rained.",),
    ),
    DateRule(
        id="dates.military",
        about="A time of day in four figures without a mark, with its day.",
        pattern=f"approx? (yyyy|num) {DAY} | yyyy",
        reads=military,
        yes=(
            Example("It began at [[0530 on Thursday]].", "2024-03-14T05:30", _P),
            Example("It went off at [[2245 last night]].", "2024-03-19T22:45", _P),
            Example("The bomb went off at [[1835]]. It hurt two.", "2024-03-20T18:35", _P),
            Example("It went off at [[0130 this morning]].", "2024-03-20T01:30", _P),
        ),
        no=("The index stood at 1530 in a week.", "The index stood at 1930.", "At 1930 prices."),
    ),
)
