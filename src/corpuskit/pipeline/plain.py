"""Plain: without a segmenter the whole text is one article, all of it body."""

from __future__ import annotations

from collections.abc import Iterable

from corpuskit.contract import Segmenter
from corpuskit.model import Article, Block, Source, Span
from corpuskit.scan import paragraphs

__all__ = ["PlainSegmenter"]


class PlainSegmenter(Segmenter):
    """One article, one body block a paragraph, no furniture."""

    name = "plain"

    def __call__(self, source: Source) -> Iterable[Article]:
        """The whole of `source`."""
        blocks = tuple(Block(Span(start, end)) for start, end in paragraphs(source.raw))
        span = Span(0, len(source.raw))
        yield Article(source=source, span=span, body=blocks)
