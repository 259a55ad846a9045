"""Second: a second event in one sentence, with a count, a place and a day of its own."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from corpuskit import Casualty
from corpuskit_events.article.grouping import DEEDS_IN_ONE
from corpuskit_events.cue import cue
from corpuskit_events.geography import geography
from corpuskit_events.page import Page, Passage
from corpuskit_events.rules import (
    APART_RULES,
    after_which,
    is_ground,
    joined_by_and,
    plain,
    told_of,
)
from corpuskit_events.sentence.frame import Frame, who_is
from corpuskit_events.sentence.reckoning import Dated, interval_of
from corpuskit_events.sentence.where import Scene, scenes_in

__all__ = ["by_clause", "with_second"]

REACH = 40  # characters from a count to its place, and from there to its day


def with_second(page: Page, passage: Passage, frames: Sequence[Frame]) -> list[Frame]:
    """The frames, parted by clauses of another time, and one more for each count with a place and a
    day of its own: "five in Karn, and three in Orlo on Monday"."""
    found: list[Frame] = []
    if len(frames) > 1:
        frames = by_clause(page, _by_noun(page, passage, frames))
    if frames:
        frames = _by_place(page, passage, frames)
    for frame in frames:
        own = _apart(page, passage, frame) if len(frame.casualties) > 1 else None
        if own is None:
            found.append(frame)
            continue
        at = own.trigger.start
        found += (
            frame.but(casualties=tuple(c for c in frame.casualties if c.span.start < at)),
            own,
        )
    return found


def _by_noun(page: Page, passage: Passage, frames: Sequence[Frame]) -> Sequence[Frame]:
    """The frames, with losses of which a clause about one deed tells ("the bombing that killed
    four") taken from the others, and that deed apart where it is another."""
    folded = page.folded
    for verb in sorted({c.trigger_span.start for frame in frames for c in frame.casualties}):
        before = [frame for frame in frames if frame.trigger.end < verb]
        if not before or not told_of(folded, before[-1].trigger.end, verb):
            continue
        noun = before[-1]
        at = noun.trigger.start
        close = folded.find(", ", verb, passage.end)
        end = passage.end if close < 0 else close
        if is_ground(folded, passage.told, at, definite=noun.definite):
            frames = [_in_clause(frame, at, end) for frame in frames]
        else:
            frames = [
                _without(frame, verb) if frame.trigger.start < at else frame for frame in frames
            ]
    return frames


def _by_place(page: Page, passage: Passage, frames: Sequence[Frame]) -> Sequence[Frame]:
    """The frames, parted before those who died elsewhere: "killed nine in Karn and five guards died
    in Orlo"."""
    frame = frames[0]
    if len(frame.casualties) < 2 or not frame.places:
        return frames
    verb = frame.casualties[-1].trigger_span
    count = next(c for c in frame.casualties if c.trigger_span == verb)
    begin, folded = count.span.start, page.folded
    if begin > verb.start or max(frame.trigger.end, frame.places[0].span.end) > begin:
        return frames
    if not joined_by_and(folded, passage.start, begin):
        return frames
    scene = _scene_behind(page, passage, verb.end)
    if not scene or geography().same_or_nested(frame.places[0].name, scene[0].name):
        return frames
    if not cue("hospital").isdisjoint(folded[verb.end : scene[0].span.start].split()):
        return frames
    parted = [_in_clause(one, begin) for one in frames]
    if all(one.trigger.start < begin or one.type not in DEEDS_IN_ONE for one in parted):
        own = frame.but(actor=None, recipient=None, rule=APART_RULES[1].id, trigger=count.span)
        losses = tuple(c for c in frame.casualties if c.span.start >= begin)
        parted.append(own.but(casualties=losses, places=scene, clause=begin))
    return parted


def _without(frame: Frame, verb: int) -> Frame:
    losses = tuple([c for c in frame.casualties if c.trigger_span.start != verb])
    return frame.but(casualties=losses)


def by_clause(page: Page, frames: Sequence[Frame]) -> Sequence[Frame]:
    """The frames behind "hours after" told as of another deed, and those behind "after" if it was
    done elsewhere; losses stay in their clause."""
    if page.folded.find("after ", frames[0].trigger.end, frames[-1].trigger.start) >= 0:
        frames = _placed_apart(page, frames)
    deeds = [frame for frame in frames if frame.type in DEEDS_IN_ONE]
    if len(deeds) < 2:
        return frames
    for border in after_which(page.folded, deeds[0].trigger.end, deeds[-1].trigger.start):
        at = border.start
        before = [frame for frame in deeds if frame.trigger.start < at]
        behind = [frame for frame in deeds if frame.trigger.start > at]
        if all(frame.definite for frame in behind):
            continue  # "hours after the attack"
        if border.lapse or _elsewhere(before, behind) or _by_others(page, before, behind):
            return [_in_clause(frame, at) for frame in frames]
    return frames


def _placed_apart(page: Page, frames: Sequence[Frame]) -> Sequence[Frame]:
    """The frames without places that are told of another time: "met in Karn, days after the rebels
    agreed a truce"."""
    for border in after_which(page.folded, frames[0].trigger.end, frames[-1].trigger.start):
        if border.lapse:
            at = border.start
            return [
                frame.but(places=())
                if frame.places and (frame.places[0].span.start < at) != (frame.trigger.start < at)
                else frame
                for frame in frames
            ]
    return frames


def _elsewhere(some: Sequence[Frame], others: Sequence[Frame]) -> bool:
    """Whether each of some frames has a place that is certainly none of the others'."""
    pairs = [(one.places, other.places) for one in some for other in others]
    return all(a and b and geography().apart(a[0].name, b[0].name) for a, b in pairs)


def _by_others(page: Page, some: Sequence[Frame], others: Sequence[Frame]) -> bool:
    """Whether others are told to have done it, who are not told of before: "troops shelled Karn
    after rebels attacked Orlo", not "after they attacked"."""
    mine, theirs = [
        {who_is(frame.actor): frame.actor for frame in side if frame.actor}
        for side in (some, others)
    ]
    hit = {who_is(frame.recipient) for frame in some if frame.recipient}
    if not (mine and theirs) or not theirs.keys().isdisjoint({*mine, *hit}):
        return False
    return not any(page.folded.endswith("the ", 0, who.span.start) for who in theirs.values())


def _in_clause(frame: Frame, at: int, end: int = sys.maxsize) -> Frame:
    inside = at <= frame.trigger.start < end
    losses = [c for c in frame.casualties if (at <= c.trigger_span.start < end) == inside]
    scene = frame.places
    kept = scene if scene and (at <= scene[0].span.start < end) == inside else ()
    return frame.but(casualties=tuple(losses), places=kept, clause=at if inside else frame.clause)


def _apart(page: Page, passage: Passage, frame: Frame) -> Frame | None:
    """The frame of the last count, where it is an event of its own."""
    last, dated = frame.casualties[-1], frame.dated
    begin, folded = last.span.start, page.folded
    told = dated is not None and dated.span.end < begin and frame.trigger.end < begin
    if not told or not frame.places or frame.places[0].span.end > begin:
        return None
    opening = _opening_day(page, passage, begin)
    if not joined_by_and(folded, passage.start, begin if opening is None else opening.span.start):
        return None
    scene = _scene(page, passage, last)
    day = (opening or _day(page, passage, scene[-1].span.end)) if scene else None
    if day is None or dated is None or day.interval == dated.interval:
        return None
    rule = APART_RULES[0].id
    return frame.but(trigger=last.span, casualties=(last,), places=scene, dated=day, rule=rule)


def _scene(page: Page, passage: Passage, count: Casualty) -> Scene:
    """The chain right behind a count: "three in Orlo"."""
    return _scene_behind(page, passage, count.span.end)


def _scene_behind(page: Page, passage: Passage, end: int) -> Scene:
    """The chain right behind a word."""
    for scene in scenes_in(page, passage):
        start = scene[0].span.start
        if end < start <= end + REACH and plain(page.folded, end, start):
            return scene
    return ()


def _opening_day(page: Page, passage: Passage, count: int) -> Dated | None:
    """The day right before a count: "on Tuesday, three"."""
    for mention in page.dates_in(max(passage.start, count - REACH), count):
        interval = interval_of(mention)
        if interval is not None and page.folded[mention.span.end : count] in (" ", ", "):
            return Dated(interval, mention.span, APART_RULES[0].id)
    return None


def _day(page: Page, passage: Passage, end: int) -> Dated | None:
    """The day right behind a place: "in Orlo on Tuesday"."""
    for mention in page.dates_in(end, min(passage.end, end + REACH)):
        interval = interval_of(mention)
        if interval is not None and plain(page.folded, end, mention.span.start):
            return Dated(interval, mention.span, APART_RULES[0].id)
    return None
