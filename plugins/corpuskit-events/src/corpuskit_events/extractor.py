"""Extractor: events in one article; what it needs is imported when it first reads one."""

from __future__ import annotations

from collections.abc import Iterator
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
from corpuskit.scan import Lexicon

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
        from corpuskit_events.article.reading import events_in

        return events_in(article, layers)


@cache
def _triggers() -> Lexicon:
    from corpuskit_events.words import reading_words

    return reading_words()
