"""Ranges: two dates that stand for one interval ("from Jan. 8 to Jan. 16")."""

from __future__ import annotations

import itertools
import re

import attrs

from corpuskit import DateMention, Interval, Result

__all__ = ["DateRange", "ranges"]

_JOIN = re.compile(
    r",?\s*(?:to|until|till|through|and|[-\u2013\u2014])\s*(?:the\s+)?", re.IGNORECASE
)
_LEAD = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
# What was put off "from May 3 to May 9" lasts for neither of the two, nor for both.
_MOVED = re.compile(
    r"\b(?:moved|postponed|delayed|pushed|put|brought|rescheduled|deferred|shifted|changed|extended)"
    r"(?:\s(?:back|forward|off|up))?(?:\s(?:the|its|their|his|her|a)(?:\s\w+){1,2})?"
    r"\sfrom\s(?:the\s)?$",
    re.IGNORECASE,
)


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
    raw = result.article.source.raw
    found = []
    dates = [date for date in result.dates if date.start and date.end]
    for first, last in itertools.pairwise(dates):
        between = raw[first.span.end : last.span.start]
        if not _JOIN.fullmatch(between) or first.end is None or last.end is None:
            continue
        led = _LEAD.search(raw, max(0, first.span.start - 20), first.span.start)
        if not led and (between[0] == "," or between.strip().lower() in ("and", "to")):
            continue
        if led and _MOVED.search(raw, max(0, first.span.start - 60), first.span.start):
            continue
        if first.end < last.end:
            interval = Interval(first.start, last.end, last.precision)
            found.append(DateRange(first, last, interval))
    return tuple(found)
