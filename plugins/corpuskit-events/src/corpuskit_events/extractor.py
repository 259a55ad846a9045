"""Extractor: the way through, from trigger words to frames to events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from corpuskit import (
    Article,
    Casualty,
    DateMention,
    Entity,
    Event,
    Extractor,
    Layers,
    Quotation,
)
from corpuskit.scan import Hit, Lexicon, Sentence
from corpuskit_events.compose import composed, grouped
from corpuskit_events.frames import Frame, frames_in
from corpuskit_events.geography import geography
from corpuskit_events.page import Page
from corpuskit_events.statements import statement_frames
from corpuskit_events.words import saying_words, trigger_words

__all__ = ["Events"]


@attrs.frozen(kw_only=True, slots=False)
class Events(Extractor):
    """Events of PLOVER's types, each told once however often the article mentions it.

    Works on the text alone; dates, casualties, quotations and entities fill its fields where
    somebody finds them.
    """

    name = "events"
    provides = (Event,)
    uses = (DateMention, Casualty, Quotation, Entity)

    @property
    def triggers(self) -> Lexicon:
        """Words of deeds and words of saying."""
        return _triggers()

    def __call__(self, article: Article, layers: Layers) -> Iterator[Event]:
        page = Page(article, layers)
        places = geography()
        deeds: list[Frame] = []
        said: list[tuple[Sentence, Sequence[Hit]]] = []
        for sentence, hits in layers.sentences():
            deeds += frames_in(page, sentence, hits)
            said.append((sentence, hits))
        occasions = statement_frames(page, said)
        uttered = {frame.trigger for occasion in occasions for frame in occasion}
        deeds = [frame for frame in deeds if frame.trigger not in uttered]
        for group in (*grouped(deeds, places), *occasions):
            yield composed(article, group, places)


@cache
def _triggers() -> Lexicon:
    return trigger_words() | saying_words()
