"""Losses: which deed of a sentence the counts belong to; a running total has no single day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpuskit import Casualty, Interval
from corpuskit_events.sentence.frame import Frame

__all__ = ["own_losses"]


def own_losses(frames: Sequence[Frame]) -> list[Frame]:
    """The frames of one sentence, each with its own losses. They stay with the verb that counts
    them, where another deed has another day: "raided Karn on Sunday, a day after three were
    killed"."""
    days = {(frame.trigger.start, frame.trigger.end): frame.date for frame in frames}
    found = []
    for frame in frames:
        if frame.casualties and frame.dated is not None:
            losses = tuple([loss for loss in frame.casualties if _shares(frame, loss, days)])
            if len(losses) < len(frame.casualties):
                frame = frame.but(casualties=losses)
            if frame.bars(total=frame.total):
                frame = frame.but(dated=None)
        found.append(frame)
    return found


def _shares(frame: Frame, loss: Casualty, days: Mapping[tuple[int, int], Interval | None]) -> bool:
    """Whether the verb that counts a loss tells of no other day than the frame."""
    verb = loss.trigger_span.start, loss.trigger_span.end
    if frame.bars(total=loss.scope == "cumulative") and verb in days:
        return verb == (frame.trigger.start, frame.trigger.end)
    mine, theirs = frame.date, days.get(verb)
    return mine is None or theirs is None or mine == theirs
