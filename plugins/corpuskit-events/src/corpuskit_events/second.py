"""Second: what one sentence tells of two deeds, parted: whose losses, whose place and day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpuskit import Casualty, Interval
from corpuskit_events.dating import Dated, interval_of
from corpuskit_events.frames import Frame
from corpuskit_events.page import Page, Passage
from corpuskit_events.rules import APART_RULES, joined_by_and, plain
from corpuskit_events.where import Scene, scenes_in

__all__ = ["parted"]

REACH = 40  # characters from a count to its place, and from there to its day


def parted(page: Page, passage: Passage, frames: Sequence[Frame]) -> list[Frame]:
    """The frames, each with its own losses, and one more for each count with a place and a day of
    its own: "five in Karn, and three in Orlo on Monday"."""
    found: list[Frame] = []
    for frame in _with_own_losses(frames):
        own = _apart(page, passage, frame) if len(frame.casualties) > 1 else None
        if own is None:
            found.append(frame)
            continue
        at = own.trigger.start
        found += (
            frame._replace(casualties=tuple(c for c in frame.casualties if c.span.start < at)),
            own,
        )
    return found


def _with_own_losses(frames: Sequence[Frame]) -> Sequence[Frame]:
    """Losses stay with the verb that counts them, where another deed has another day: "raided Karn
    on Sunday, a day after three were killed"; and no single day is that of a running total."""
    if not [1 for frame in frames if frame.casualties]:
        return frames  # as mostly
    days = {(frame.trigger.start, frame.trigger.end): frame.date for frame in frames}
    found = []
    for frame in frames:
        if frame.casualties:
            losses = tuple([loss for loss in frame.casualties if _shares(frame, loss, days)])
            frame = frame._replace(casualties=losses)
            if frame.total and frame.of_a_day:
                frame = frame._replace(dated=None)
        found.append(frame)
    return found


def _shares(frame: Frame, loss: Casualty, days: Mapping[tuple[int, int], Interval | None]) -> bool:
    """Whether the verb that counts a loss tells of no other day than the frame; a running total is
    not that of a deed of one day: "killed since the coup on 1 May"."""
    verb = loss.trigger_span.start, loss.trigger_span.end
    if loss.scope == "cumulative" and frame.of_a_day and verb in days:
        return verb == (frame.trigger.start, frame.trigger.end)
    mine, theirs = frame.date, days.get(verb)
    return mine is None or theirs is None or mine == theirs


def _apart(page: Page, passage: Passage, frame: Frame) -> Frame | None:
    """The frame of the last count, where it is an event of its own."""
    last, dated = frame.casualties[-1], frame.dated
    begin, folded = last.span.start, page.scan.folded
    told = dated is not None and dated.span.end < begin and frame.trigger.end < begin
    if not told or not frame.places or frame.places[0].span.end > begin:
        return None
    if not joined_by_and(folded, passage.start, begin):
        return None
    scene = _scene(page, passage, last)
    day = _day(page, passage, scene[-1].span.end) if scene else None
    if day is None or dated is None or day.interval == dated.interval:
        return None
    rule = APART_RULES[0].id
    return frame._replace(trigger=last.span, casualties=(last,), places=scene, dated=day, rule=rule)


def _scene(page: Page, passage: Passage, count: Casualty) -> Scene:
    """The chain right behind a count: "three in Orlo"."""
    end = count.span.end
    for scene in scenes_in(page, passage):
        start = scene[0].span.start
        if end < start <= end + REACH and plain(page.scan.folded, end, start):
            return scene
    return ()


def _day(page: Page, passage: Passage, end: int) -> Dated | None:
    """The day right behind a place: "in Orlo on Tuesday"."""
    for mention in page.dates_in(end, min(passage.end, end + REACH)):
        interval = interval_of(mention)
        if interval is not None and plain(page.scan.folded, end, mention.span.start):
            return Dated(interval, mention.span, APART_RULES[0].id)
    return None
