"""History: the year of a day, month or season in a text that tells of years long past."""

from __future__ import annotations

import datetime as dt

from corpuskit import Span
from corpuskit_dates.around.context import Context
from corpuskit_dates.resolving.nearest import FAR
from corpuskit_dates.values import made
from corpuskit_dates.words.classes import char_of
from corpuskit_dates.words.phrase import Phrase

__all__ = ["recounted"]


def recounted(
    month: int, day: int, phrase: Phrase, context: Context
) -> tuple[dt.date, tuple[dt.date, Span]] | None:
    """The day nearest to the last date told, and that date: where the text is a history, where the
    sentence opens with a year ("In 1977 a riot lasted two days, on Jan. 18 and 19"), or one of the
    paragraph with a day of such a year. None if that date is not past by a year or more."""
    told = context.told("Y")
    if told is None or (context.today and (context.today - told[0]).days < _YEAR):
        return None
    span = told[1]
    opened = _opens_with_year(span, phrase, context) or _opens_with_day(span, phrase, context)
    begin, end = told[0], context.last.end or told[0]
    days = [one for year in (-1, 0, 1) if (one := made(begin.year + year, month, day))]
    if not days:
        return None
    nearest = min(days, key=lambda one: _away(one, begin, end))
    opened = opened or _in_its_clause(span, phrase, context)
    if opened or _goes_on(span, phrase, context) or _follows(nearest, span, phrase, context):
        return nearest, told
    return None


def _away(day: dt.date, begin: dt.date, end: dt.date) -> int:
    """How far a day lies from a stretch of time; what was before counts twice: stories go on."""
    return max(0, (day - end).days, 2 * (begin - day).days)


def _opens_with_year(span: Span, phrase: Phrase, context: Context) -> bool:
    """As in "In 1977 it shut on Jan. 18"."""
    if context.last.precision != "year" or not context.same_sentence(span.end, phrase.start):
        return False
    begun = _led_in(span.start, context)
    return begun < span.start and context.opens_sentence(begun)


def _in_its_clause(span: Span, phrase: Phrase, context: Context) -> bool:
    """As in "since 1983, when 47 people died on 16 February"."""
    comma = context.folded.startswith(",", span.end)
    return context.after_is(span.end + comma, "when") and context.same_sentence(
        span.end, phrase.start
    )


def _opens_with_day(span: Span, phrase: Phrase, context: Context) -> bool:
    """As in "On March 7, 2015, they marched. They came back on March 9.", in one paragraph, and "It
    fell in April 2015; in May it rose"."""
    if context.raw[span.end : span.end + 1] == ";":
        return context.tense(phrase.start, phrase.end) == "past"
    if context.last.precision == "year" or not context.opens_sentence(_led_in(span.start, context)):
        return False
    return _goes_on_past(span, phrase, context)


def _led_in(start: int, context: Context) -> int:
    """Where a date begins with the word that leads it in, "on" or "in"."""
    leads = context.before_is(start, "on", "in")
    return start - len(context.word_before(start)) - 1 if leads else start


def _goes_on_past(span: Span, phrase: Phrase, context: Context) -> bool:
    """Whether a past verb tells of the phrase, in the paragraph of the date told."""
    within = context.same_paragraph(span.end, phrase.start)
    return within and context.tense(phrase.start, phrase.end) == "past"


def _goes_on(span: Span, phrase: Phrase, context: Context) -> bool:
    """Whether a history goes on; within a paragraph, where the text names days of its own week."""
    if context.near_days is None:
        context.near_days = _near_days(phrase, context)
    if context.near_days > _FEW:
        return False
    tense = context.tense(phrase.start, phrase.end)
    if context.near_days:
        return context.last.precision != "year" and _goes_on_past(span, phrase, context)
    return tense not in ("future", "near", "due")


def _follows(day: dt.date, span: Span, phrase: Phrase, context: Context) -> bool:
    """Whether a day comes soon after one of an old year, in its sentence or at the beginning of
    one in its paragraph: "was held on May 3, 2019. On June 7 he was freed"."""
    begin, end = context.last.start, context.last.end
    if context.last.precision not in _DAYS or not begin or not end:
        return False
    if not begin < day <= end + _SOON:
        return False
    if context.same_sentence(span.end, phrase.start):
        return context.tense(phrase.start, phrase.end) == "past"
    begun = _led_in(phrase.start, context)
    if begun == phrase.start or not context.opens_sentence(begun):
        return False
    return _goes_on_past(span, phrase, context)


def _near_days(phrase: Phrase, context: Context) -> float:
    """How many weekdays and yesterdays a text names to one year of old, years about publication
    counted as a third of one; without end where it names few years."""
    tokens = phrase.tokens
    near = float(sum(map(tokens.classes.count, _NEAR)))
    old = tokens.classes.count(_SPAN)
    for at, char in enumerate(tokens.classes):
        if char == _YYYY:
            recent = context.today and int(tokens.value(at)) >= context.today.year - 1
            near, old = near + bool(recent) / 3, old + (not recent)
    return near / old if old >= _MANY else float("inf")


_YEAR = 365
_SOON = dt.timedelta(FAR)
_DAYS = ("day", "time", "month")
_YYYY, _SPAN = char_of("yyyy"), char_of("yearspan")
_NEAR = tuple(map(char_of, ("weekday", "deictic", "tonight")))
_MANY = 3  # years that a history names at least
_FEW = 0.15  # weekdays and the like to one of its years
