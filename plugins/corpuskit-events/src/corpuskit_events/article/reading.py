"""Reading: from trigger words to frames to events, for one article."""

from __future__ import annotations

from collections.abc import Iterator

from corpuskit import Article, Event, Layers
from corpuskit_events.article.compose import composed
from corpuskit_events.article.grouping import grouped
from corpuskit_events.article.pointing import headed_deeds, told_of, under_headlines
from corpuskit_events.cue import cue
from corpuskit_events.geography import geography
from corpuskit_events.page import Page, Passage
from corpuskit_events.sentence.dating import passage_of
from corpuskit_events.sentence.frame import Frame
from corpuskit_events.sentence.frames import frames_in
from corpuskit_events.sentence.losses import own_losses, with_aftermath
from corpuskit_events.sentence.second import by_clause, with_second
from corpuskit_events.sentence.statements import statement_frames
from corpuskit_events.sentence.together import WANTED, told_together

__all__ = ["events_in"]


def events_in(article: Article, layers: Layers) -> Iterator[Event]:
    """Deeds first, then what was said; a verb of both ("accused") counts as said."""
    page = Page(article, layers)
    places = geography()
    deeds: list[Frame] = []
    passages: list[Passage] = []
    for sentence, hits in layers.sentences():
        passage = passage_of(page, sentence, hits)
        passages.append(passage)
        frames = frames_in(page, passage)
        if not frames:
            continue
        alone = len(frames) == 1
        if not alone:
            frames = told_together(page, frames)
        if frames[0].casualties if alone else [1 for frame in frames if frame.casualties]:
            deeds += with_second(page, passage, own_losses(frames))
            continue
        deeds += with_aftermath(page, passage, frames if alone else by_clause(page, frames))
    said = statement_frames(page, passages)
    done = {(f.trigger.start, f.trigger.end): f for f in deeds}
    begun = frozenset([start for start, _ in done])
    for occasion in said:
        for number, frame in enumerate(occasion):
            if frame.trigger.start in begun:
                occasion[number] = _with_deed(frame, done)
    if nouns := [place for place, frame in done.items() if frame.joins >= 0]:
        verbs = {frame.trigger.start: told for told in said for frame in told}
        for noun in nouns:
            if (told := verbs.get(done[noun].joins)) is not None:
                told.append(done.pop(noun))
    groups = grouped(done.values(), places, page.folded)
    said = headed_deeds(under_headlines(said), groups)
    groups = told_of(said, groups)
    for group in (*groups, *said):
        yield composed(article, group, places)


def _with_deed(frame: Frame, deeds: dict[tuple[int, int], Frame]) -> Frame:
    """The frame of an utterance with what is known of its verb as a deed; takes the deed out of
    `deeds`."""
    deed = deeds.pop((frame.trigger.start, frame.trigger.end), None)
    if deed is None:
        return frame
    wanted = frame.dated is None and deed.dated is not None and deed.dated.rule == WANTED
    if deed.recipient is None and deed.modality == "asserted" and not wanted:
        return frame
    both = deed.recipient is not None and deed.word in cue("mutual")
    return frame.but(
        actor=deed.actor if both else frame.actor,
        recipient=deed.recipient,
        dated=deed.dated if wanted else frame.dated,
        modality=deed.modality if frame.modality == "asserted" else frame.modality,
    )
