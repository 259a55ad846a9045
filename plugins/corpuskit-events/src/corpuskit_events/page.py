"""Page: the layers of one article in the forms in which frames ask for them."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from functools import cached_property

from corpuskit import Article, Casualty, DateMention, Entity, Layers, Quotation, Span
from corpuskit.scan import Hit, Scan

__all__ = ["Page"]


class Page:
    """One article being read.

    Attributes:
        article, scan, raw: the text.
        dates, casualties, quotes, entities: the layers; empty where nobody delivered them.
    """

    def __init__(self, article: Article, layers: Layers) -> None:
        self.article = article
        self.scan: Scan = layers.scan
        self.raw = article.source.raw
        self.dates: tuple[DateMention, ...] = layers.get(DateMention) or ()
        self.casualties: tuple[Casualty, ...] = layers.get(Casualty) or ()
        self.quotes: tuple[Quotation, ...] = layers.get(Quotation) or ()
        self.entities: tuple[Entity, ...] = layers.get(Entity) or ()

    @cached_property
    def _mentions(self) -> list[tuple[Span, Entity]]:
        """Names, pronouns and role nouns, each with whom it means, in text order."""
        found = [(s, e) for e in self.entities for s in (*e.mentions, *e.references)]
        found.sort(key=lambda item: (item[0].start, -item[0].end, item[1].id))
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span, _ in self._mentions]

    def mentions_in(self, start: int, end: int) -> Sequence[tuple[Span, Entity]]:
        """Mentions that begin in [start, end)."""
        low = bisect.bisect_left(self._starts, start)
        return self._mentions[low : bisect.bisect_left(self._starts, end, low)]

    def entity_at(self, start: int, end: int) -> Entity | None:
        """The entity with a mention at exactly this span, or one that covers it."""
        low = bisect.bisect_left(self._starts, start - 60)
        for span, entity in self._mentions[low : bisect.bisect_left(self._starts, end)]:
            if span.start <= start and span.end >= end:
                return entity
        return None

    def dates_in(self, start: int, end: int) -> list[DateMention]:
        """Points in time (no durations, no sets) that begin in [start, end)."""
        return [d for d in self.dates if start <= d.span.start < end and d.type in ("DATE", "TIME")]

    def dated(self, hit: Hit) -> bool:
        """Whether a trigger is part of a date: "17 March"."""
        return any(d.span.start <= hit.start < d.span.end for d in self.dates)

    @cached_property
    def _within_marks(self) -> list[tuple[int, int]]:
        spans = [
            span
            for quote in self.quotes
            for span in (quote.spans if quote.mode == "direct" else quote.pieces)
        ]
        return sorted((span.start, span.end) for span in spans)

    def quoted(self, offset: int) -> bool:
        """Whether the code point at `offset` is within quote marks of a long enough piece."""
        index = bisect.bisect_right(self._within_marks, (offset, len(self.raw))) - 1
        if index < 0:
            return False
        start, end = self._within_marks[index]
        return start <= offset < end and end - start > 30
