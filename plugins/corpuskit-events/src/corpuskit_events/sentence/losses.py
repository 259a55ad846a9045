"""Losses: which deed the counts belong to, of a sentence or of the next, which tells no deed; a
running total has no single day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpuskit import Casualty, Interval
from corpuskit_events.page import Page, Passage
from corpuskit_events.sentence.frame import Frame
from corpuskit_events.sentence.where import scenes_in

__all__ = ["own_losses", "with_aftermath"]

BEHIND = 200  # characters behind a deed in which the next sentence counts
_OF_HARM = ("killed", "wounded", "missing")


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


def with_aftermath(page: Page, passage: Passage, frames: Sequence[Frame]) -> Sequence[Frame]:
    """The frames of one sentence, none of which has losses, the last attack with those that the
    next sentence counts and that tells of no deed, place or day: "Gunmen opened fire on a bus in
    Karn. Two passengers died at the scene"."""
    end = passage.sentence.end
    if not page.casualties_in(end, end + BEHIND):
        return frames
    behind = page.scan.sentence_at(end + 1)
    if behind is None or behind.block != passage.sentence.block:
        return frames
    losses = page.casualties_in(behind.start, behind.end)
    if any(loss.scope != "event" or loss.kind not in _OF_HARM for loss in losses):
        return frames
    if page.dates_in(behind.start, behind.end) or scenes_in(page, Passage(page.scan, behind, ())):
        return frames
    if not losses or any(behind.start <= start < behind.end for start in page.deeds):
        return frames
    attacks = [frame for frame in frames if frame.type == "ASSAULT"]
    if not attacks or attacks[-1].modality != "asserted":
        return frames
    told = attacks[-1].but(casualties=tuple(losses))
    return [told if frame is attacks[-1] else frame for frame in frames]
