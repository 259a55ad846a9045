"""Narrative rules: a year earlier, two days later, the day before: from the last date told."""

from __future__ import annotations

import datetime as dt

from corpuskit import Span
from corpuskit.scan import Example
from corpuskit_dates.around.context import Context
from corpuskit_dates.resolving.nearest import day_of_week
from corpuskit_dates.resolving.placing import placed
from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.rules.holidays import holiday
from corpuskit_dates.values import interval, shift
from corpuskit_dates.words.classes import char_of
from corpuskit_dates.words.phrase import Found, Phrase


def year_earlier(phrase: Phrase, context: Context) -> Found | None:
    """A year earlier: the same quarter of the year before, where a quarter is spoken of."""
    if phrase.unit != "Y" or (phrase.has("previous") and phrase.next_is("to")):
        return None
    if context.quarter_near(phrase.start):
        return Found("DATE", context.year_ago, None, "narrative")
    span = context.last_span if context.last.precision == "year" else None
    year = phrase.has("the") or (span and context.same_sentence(span.end, phrase.start))
    told = context.told("Y" if year or _of_old(span, phrase, context) else "D")
    anchor, basis = (told[0], "narrative") if told else (context.today, context.basis)
    return placed(shift(anchor, -1, "Y") if anchor else None, "Y", phrase, basis, told)


def _of_old(span: Span | None, phrase: Phrase, context: Context) -> bool:
    """Whether a year long past was told shortly before: "died in 1988. A year earlier he had"."""
    told = context.last.start
    if span is None or told is None or context.today is None:
        return False
    old = (context.today - told).days > _LONG
    return old and context.same_paragraph(span.end, phrase.start)


def moved(phrase: Phrase, context: Context) -> Found | None:
    """Two days later: from the day that the narrative named last. A day after (something): the
    day that the sentence names, or that of publication where the news "comes" then. Without
    such a day a duration."""
    unit, count = phrase.unit, phrase.count()
    if unit == "Y" and count == 1 and phrase.classes in _ONE_BEFORE:
        return year_earlier(phrase, context)  # "one year earlier"
    if not count or count != int(count) or context.after_is(phrase.end, "than"):
        return None  # "two days later than planned"
    if unit != "D" or count > _DAYS:
        return _moved_far(int(count), unit, phrase, context)
    if phrase.has("after", "before"):
        opening = context.capital(phrase) and context.opens_sentence(phrase.start)
        if context.point and not opening and context.same_sentence(context.point_end, phrase.start):
            return placed(context.point, "D", phrase, "narrative")
        if context.today and phrase.has("after") and context.before_is(phrase.start, "arriving"):
            return placed(context.today, "D", phrase, context.basis)
        return None
    if context.point is None:
        return None
    day = shift(context.point, int(-count if phrase.has("earlier") else count), unit)
    beyond = day and context.today and day > context.today
    if beyond and context.tense(phrase.start, phrase.end) == "past":
        return None  # "by June 20. They left a day later", than another day
    return placed(day, "D", phrase, "narrative")


def _moved_far(count: int, unit: str, phrase: Phrase, context: Context) -> Found | None:
    """Eight years later, three months earlier: from the last date told; not beyond the day of
    publication, where a plan would lie."""
    grain = "Y" if unit == "DE" else unit
    told = context.told(grain) if grain in ("Y", "M", "W") else None
    if told is None or not phrase.has("earlier", "later"):
        return None
    if grain == "W" and context.last_span != context.point_span:
        return None  # a month or a year was told since
    day = shift(told[0], -count if phrase.has("earlier") else count, unit)
    if day is None or (context.today and told[0] <= context.today < day):
        return None
    if grain == "W" and count == 1:
        grain = "D"  # "on 13 September …; a week earlier": from day to day
    return placed(day, grain, phrase, "narrative", told)


def day_before(phrase: Phrase, context: Context) -> Found | None:
    """The day, week or month before, the day after tomorrow."""
    unit = phrase.unit
    if unit not in ("D", "W", "M") or (phrase.has("previous") and phrase.next_is("to")):
        return None
    if phrase.tokens.classes.endswith(_TO_THE_DAY, 0, phrase.first):
        return None  # "ten years to the day after"
    step = 1 if phrase.has("after") else -1
    told = None
    if deictic := phrase.get("deictic"):
        anchor = shift(context.today, int(deictic), "D") if context.today else None
        basis = context.basis
    elif number := phrase.value_after("weekday") or phrase.value_after("last", "weekday"):
        # "the day before Tuesday's vote"
        anchor, basis = day_of_week(int(number), phrase, context), context.basis
    elif phrase.next_is("holiday"):
        found = holiday(Phrase(phrase.tokens, phrase.last, phrase.last + 1), context)
        anchor, basis = interval(found.value if found else None).start, context.basis
    else:
        told = context.told(unit)
        anchor, basis = told[0] if told else None, "narrative"
        if _in_apposition(phrase, context):
            step = 0
    return placed(shift(anchor, step, unit) if anchor else None, unit, phrase, basis, told)


def _in_apposition(phrase: Phrase, context: Context) -> bool:
    """Whether the words explain the day that stands before: "on May 2, the day before the vote"."""
    between = context.folded[context.point_end : phrase.start]
    return between.strip() == "," and context.word_after(phrase.end).isalpha()


_TO_THE_DAY = tuple(char_of(unit) + char_of("to") for unit in ("unit", "units"))
_ONE_BEFORE = tuple("".join(map(char_of, ("word", "unit", name))) for name in ("earlier", "before"))
_LONG = 730  # days after which a year is no part of the news
_DAYS = 6  # more days are told of as a stretch, not as a day
_P = dt.date(2024, 3, 20)

RULES = (
    DateRule(
        id="dates.year_earlier",
        about="A year earlier; a quarter of the year before, where a quarter is spoken of.",
        pattern="(a|the) unit (earlier|before|previous) | unit hyphen (ago|earlier)",
        reads=year_earlier,
        yes=(
            Example("Sales were lower than [[a year earlier]].", "2023", _P),
            Example("It was nine in 2011, down from ten [[a year earlier]].", "2010", _P),
            Example("He died in 1988. [[A year earlier]] he had moved.", "1987", _P),
        ),
    ),
    DateRule(
        id="dates.moved",
        about="Some days, weeks, months or years from the last date that the narrative named.",
        pattern="approx? just? (NUM|a) (unit|units) (earlier|later|before|after)",
        reads=moved,
        yes=(
            Example("On May 2, 2021 it was shut. [[Two days later]] it burned.", "2021-05-04"),
            Example("The fort, built in 1626, fell [[38 years later]].", "1664", _P),
            Example("It left in May 2011 and came back [[15 months later]].", "2012-08", _P),
            Example("It was shut on May 2, 2021, [[a day after]] the fire.", "2021-05-02"),
            Example("On May 9, 2021 it burned. [[A week earlier]] it was whole.", "2021-05-02"),
            Example("On May 9, 2021 it burned. [[Six weeks later]] it stood.", "2021-W24", _P),
        ),
        no=("On May 2, 2021 it was shut, two days later than planned.",),
    ),
    DateRule(
        id="dates.day_before",
        about="The day, week or month before, the day after tomorrow.",
        pattern="the unit (before|after) deictic? | the unit previous",
        reads=day_before,
        yes=(
            Example("It snowed [[the day before yesterday]].", "2024-03-18", _P),
            Example("They met on May 2, 2021; [[the day before]] it had snowed.", "2021-05-01"),
            Example("It snowed on [[the day before]] Monday's vote.", "2024-03-17", _P),
            Example("It snowed on May 2, 2021, [[the day before]] the vote.", "2021-05-02"),
            Example("It snowed [[the day after]] Christmas.", "2023-12-26", _P),
            Example("It fell in May 2021 after it rose [[the month before]].", "2021-04"),
        ),
        no=("The month prior to the vote was dry.", "Ten years to the day after the vote."),
    ),
)
