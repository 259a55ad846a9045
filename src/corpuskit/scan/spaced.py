"""Spaced: an article's text with one space between its words, and where that stands in the source.

Hard-wrapped, set with tabs or typed with wide spaces, a text says the same. Rules that join many
words by position are written for one space, and read such a text here.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

import attrs

from corpuskit.model.article import Article
from corpuskit.model.span import Span
from corpuskit.scan.scan import Scan

__all__ = ["Spaced", "spaced"]

_ODD = re.compile(r"[^\S ]\s*| \s+")
_WIDE = ("  ", *"\t\r\x0b\x0c")  # one is in what `_ODD` finds, a lone line feed apart, if not these
_RARE = (
    "\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)


class Spaced(NamedTuple):
    """A scan of text with single spaces.

    Attributes:
        scan: the given one, where its text is such already.
        span: makes a `Span` of the source from two offsets into `scan.raw`.
    """

    scan: Scan
    span: Callable[[int, int], Span]


def spaced(scan: Scan) -> Spaced:
    """The scan, or one of the same article with one space for any white space within a paragraph:
    several spaces, such as do not break, thin ones, the line ends of hard-wrapped text."""
    runs = _odd_runs(scan)
    if not runs:
        return Spaced(scan, Span)
    raw, (start, end) = scan.raw, attrs.astuple(scan.article.span)
    moves = _Moves(runs, start)
    pieces: list[str] = []
    for first, last in runs:
        pieces += (raw[start:first], " ")
        start = last
    pieces.append(raw[start:end])
    return Spaced(Scan(_moved(scan.article, "".join(pieces), moves.to)), moves.back)


def _odd_runs(scan: Scan) -> list[tuple[int, int]]:
    """Where something else than one space stands between words of a paragraph."""
    raw, zones, (start, end) = scan.raw, scan.zones, attrs.astuple(scan.article.span)
    signs = _WIDE if raw.isascii() else (*_WIDE, *_RARE)
    if not any(raw.find(sign, start, end) >= 0 for sign in signs):
        zones = tuple([zone for zone in zones if raw.find("\n", zone[1], zone[2]) >= 0])
    return [match.span() for _, begin, stop in zones for match in _ODD.finditer(raw, begin, stop)]


def _moved(article: Article, text: str, to: Callable[[Span], Span]) -> Article:
    """The article in a text of its own; the source's digest and id stay."""
    return Article(
        source=attrs.evolve(article.source, raw=text),
        span=Span(0, len(text)),
        headline=article.headline and to(article.headline),
        summary=tuple(map(to, article.summary)),
        dateline=article.dateline and to(article.dateline),
        byline=article.byline and to(article.byline),
        body=tuple([attrs.evolve(block, span=to(block.span)) for block in article.body]),
        furniture=tuple([attrs.evolve(one, span=to(one.span)) for one in article.furniture]),
        part=article.part,
        parts=article.parts,
        id=article.id,
    )


class _Moves:
    """How far what stands behind each of some runs of white space is moved."""

    __slots__ = ("_by", "_new", "_old")

    def __init__(self, runs: Sequence[tuple[int, int]], start: int) -> None:
        shrunk = itertools.accumulate((end - begin - 1 for begin, end in runs), initial=start)
        self._old = [start, *[end for _, end in runs]]
        self._by = [*shrunk]
        self._new = [old - by for old, by in zip(self._old, self._by, strict=True)]

    def to(self, span: Span) -> Span:
        """A span of the source in the text with single spaces."""
        old, by = self._old, self._by
        start, end = span.start, span.end
        return Span(start - by[bisect_right(old, start) - 1], end - by[bisect_right(old, end) - 1])

    def back(self, start: int, end: int) -> Span:
        """The span of the source that stands at two offsets into the text with single spaces."""
        new, by = self._new, self._by
        return Span(start + by[bisect_right(new, start) - 1], end + by[bisect_right(new, end) - 1])
