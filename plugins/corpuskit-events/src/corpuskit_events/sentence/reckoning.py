"""Reckoning: the day that an offset as "two days after" comes to, and from which it counts."""

from __future__ import annotations

import datetime as dt

import attrs

from corpuskit import DateMention, Interval, Span
from corpuskit_events.cue import cue
from corpuskit_events.page import Days, Page, Passage
from corpuskit_events.rules.offsets import Offset

__all__ = ["Dated", "interval_of", "reckoned_day"]

LONGEST_CLAUSE = 120  # characters
OPENS = 2  # characters before an offset that opens its sentence
OPENING = 4  # an offset in one of the first sentences counts from the publication date

LONG_AGO = "events.offset.years"


@attrs.frozen
class Dated:
    """A date with where it is said; `interval` is None for one that nothing anchors."""

    interval: Interval | None
    span: Span
    rule: str = "events.date.same_sentence"

    @property
    def of_a_day(self) -> bool:
        """Whether it is a single day."""
        return self.interval is not None and self.interval.precision in ("day", "time")

    @property
    def long_ago(self) -> bool:
        """Whether it lies months or years before the news."""
        return self.rule == LONG_AGO


def interval_of(mention: DateMention) -> Interval | None:
    """The days meant, or None where unresolved."""
    if mention.start is None:
        return None
    return Interval(mention.start, mention.end, mention.precision)


def reckoned_day(
    page: Page, passage: Passage, days: Days, offset: Offset, trigger: int, form: str
) -> Dated | None:
    """What the offset of a sentence makes of the event whose trigger begins at `trigger`.

    None if it does not count to that event, or nobody knows from when; `form` is the trigger's.
    """
    if not _in_reach(page.folded, passage.start, offset, trigger):
        return None
    if offset.days is None:
        return _long_ago(offset, days, form)
    return _counted(page, passage, offset)


def _in_reach(folded: str, first: int, offset: Offset, trigger: int) -> bool:
    """Whether a trigger is what an offset counts to; where that opens the sentence, its clause ends
    at a comma: "A week after rebels attacked Karn, they raided Orlo"."""
    if not 0 <= trigger - offset.end <= LONGEST_CLAUSE:
        return False
    opens = offset.start - first <= OPENS
    return not opens or folded.find(", ", offset.end, trigger) < 0


def _counted(page: Page, passage: Passage, offset: Offset) -> Dated | None:
    """The anchor's day moved by the offset. The anchor stands in the same sentence; near the top
    of an article it may be the day of publication."""
    anchors = [
        m
        for m in page.dates_in(passage.start, passage.end)
        if not m.span.overlaps(Span(offset.start, offset.end)) and _is_day(m)
    ]
    day: dt.date | None = None
    if anchors:
        nearest = min(anchors, key=lambda m: abs(m.span.start - offset.start))
        day = nearest.start
    elif offset.days and page.article.published and _counts_from_today(page, passage, offset):
        day = page.article.published.date
    if day is None:
        return None
    moved = day + dt.timedelta(days=offset.days or 0)
    return Dated(Interval(moved, moved, "day"), Span(offset.start, offset.end), offset.rule)


def _long_ago(offset: Offset, days: Days, form: str) -> Dated | None:
    """The day told behind "years after", or one that nobody knows; None for "years after the
    attack", which is that of the news."""
    if form == "definite":
        return None
    for mention in days.mentions:
        if mention.span.start >= offset.end:
            return Dated(interval_of(mention), mention.span, offset.rule)
    return Dated(None, Span(offset.start, offset.end), offset.rule)


def _counts_from_today(page: Page, passage: Passage, offset: Offset) -> bool:
    """Whether an offset near the top counts from the day of publication; "the raid came a day
    after" counts from what was told before."""
    order = page.number_of(passage)
    behind = page.raw[passage.start : offset.start].split()[-1:]
    return not order or (order < OPENING and cue("happened").isdisjoint(behind))


def _is_day(mention: DateMention) -> bool:
    return mention.start is not None and mention.precision in ("day", "time")
