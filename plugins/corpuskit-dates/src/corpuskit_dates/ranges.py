"""Ranges: two dates that stand for one interval ("from Jan. 8 to Jan. 16")."""

from __future__ import annotations

import itertools
from typing import Literal

import attrs

from corpuskit import ConfigurationError, DateMention, Interval, Result
from corpuskit_dates.words.language import Language, load_language

__all__ = ["DateRange", "ranges"]


@attrs.frozen
class DateRange:
    """Two mentions and the interval from the first day of one to the last day of the other."""

    first: DateMention
    last: DateMention
    interval: Interval


def ranges(result: Result) -> tuple[DateRange, ...]:
    """The ranges that pairs of neighbouring dates of `result` stand for, in text order.

    "from A to B", "between A and B", "A through B", "A–B"; "A and B" by itself is two dates, and
    so is "moved from A to B". A pair that is one mention ("Oct. 3 to 9") has its own interval.
    """
    raw, language = result.article.source.raw, _language(result)
    found = []
    dates = [date for date in result.dates if date.start and date.end]
    for first, last in itertools.pairwise(dates):
        joint = _joint(raw[first.span.end : last.span.start], language)
        if not joint or first.end is None or last.end is None or first.end >= last.end:
            continue
        led = _led(raw[max(0, first.span.start - _LOOK) : first.span.start], language)
        if led == "moved" or (joint == "loose" and not led):
            continue
        found.append(DateRange(first, last, Interval(first.start, last.end, last.precision)))
    return tuple(found)


def _language(result: Result) -> Language:
    """The language that the source names, if its words ship; else English."""
    code = (result.article.source.language or "").partition("-")[0].lower()
    try:
        return load_language(code or "en")
    except ConfigurationError:
        return load_language("en")


def _joint(between: str, language: Language) -> Literal["firm", "loose", ""]:
    """Whether what stands between two dates makes them one stretch by itself ("through", a dash),
    behind "from" or "between" only ("to", "and", a comma before), or never."""
    words, terms = between.lower().split(), language.terms
    comma = words[:1] == [","]
    words = words[comma : len(words) - (len(words) > 1 and words[-1] in terms("the"))]
    if len(words) != 1:
        return ""
    loose = words[0] in terms("to") or words[0] in terms("and")
    if not (loose or words[0] in _DASHES or words[0] in terms("until") | terms("through")):
        return ""
    return "loose" if loose or comma else "firm"


def _led(before: str, language: Language) -> Literal["moved", "led", ""]:
    """Whether "from" or "between" leads up to a date, and whether something was moved from it."""
    words, terms = before.lower().split(), language.terms
    if words and words[-1] in terms("the"):
        words.pop()
    if not words or words[-1] not in terms("from") | terms("between"):
        return ""
    moving = [at for at, word in enumerate(words) if word in terms("moving")]
    if not moving:
        return "led"
    what = words[
        moving[-1] + 1 : -1
    ]  # "moved back its fair from", not "the postponed fair ran from"
    named = terms("the") | terms("a") | terms("owner")
    return "moved" if not what or (what[0] in named and len(what) <= _OBJECT) else "led"


_DASHES = ("-", "\u2013", "\u2014")
_LOOK = 60  # characters that hold what leads up to a date
_OBJECT = 3  # words that what was moved takes
