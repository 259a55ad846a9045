"""Tidy: an article's text with single spaces and plain hyphens, and where that is in the source.

Hard-wrapped, set with tabs, typed with wide spaces or full of hyphenation marks, a text says the
same. Rules that join many words by position are written for tidy text, and read any text so here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

import attrs

from corpuskit.model.article import Article
from corpuskit.model.span import Span
from corpuskit.scan.scan import Scan

__all__ = ["Tidied", "tidied", "tidy"]

_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_HYPHENS = "\u2010\u2011"
_ODD = re.compile(rf"(?:[^\S ]|[{_UNSEEN}])[\s{_UNSEEN}]*| [\s{_UNSEEN}]+|[{_HYPHENS}]")
_BROKEN = re.compile(r"[^\W\d_]-\s+[^\W\d_]")  # a word at its hyphen, over two lines
_SIGNS = ("  ", *"\t\r\x0b\x0c")
"""One of them stands in what `_ODD` finds, where that is no lone line feed."""
_RARE_SIGNS = (
    *_UNSEEN,
    *_HYPHENS,
    *"\u0085\u00a0\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u2029\u202f",
)


def tidy(text: str) -> str:
    """A name or the like with single spaces and plain hyphens, however it is written."""
    return _ODD.sub(_plain, text)


class Tidied(NamedTuple):
    """A scan of tidy text.

    Attributes:
        scan: the given one, where its text is tidy already.
        span: makes a `Span` of the source from two offsets into `scan.raw`.
    """

    scan: Scan
    span: Callable[[int, int], Span]


def tidied(scan: Scan) -> Tidied:
    """The scan, or one of the same article with one space for any white space in a paragraph
    (several, such as do not break, thin ones, the line ends of hard-wrapped text), with one kind
    of hyphen, and without signs that nobody sees."""
    edits = _edits(scan)
    if not edits:
        return Tidied(scan, Span)
    raw, (start, end) = scan.raw, attrs.astuple(scan.article.span)
    moves = _Moves(edits, start)
    pieces: list[str] = []
    for first, last, new in edits:
        pieces += (raw[start:first], new)
        start = last
    pieces.append(raw[start:end])
    return Tidied(Scan(_moved(scan.article, "".join(pieces), moves.to)), moves.back)


_Edit = tuple[int, int, str]


def _edits(scan: Scan) -> list[_Edit]:
    """What stands otherwise than tidy text has it, and what stands there in that."""
    raw, zones, (start, end) = scan.raw, scan.zones, attrs.astuple(scan.article.span)
    signs = _SIGNS if raw.isascii() else _SIGNS + _RARE_SIGNS
    if not any(raw.find(sign, start, end) >= 0 for sign in signs):
        zones = tuple([zone for zone in zones if raw.find("\n", zone[1], zone[2]) >= 0])
    found = [match for _, begin, stop in zones for match in _ODD.finditer(raw, begin, stop)]
    return [(*match.span(), _plain(match)) for match in found]


def _plain(odd: re.Match[str]) -> str:
    written = odd[0]
    if written in _HYPHENS:
        return "-"
    if "\n" in written and _BROKEN.match(odd.string, max(0, odd.start() - 2)):
        return ""
    return " " if written.strip(_UNSEEN) else ""


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
    """How far what stands behind each of some edits is moved."""

    __slots__ = ("_by", "_new", "_old")

    def __init__(self, edits: Sequence[_Edit], start: int) -> None:
        self._old, self._new, self._by = [start], [0], [start]
        by = start
        for begin, end, new in edits:
            if end - begin != len(new):
                by += end - begin - len(new)
                self._old.append(end)
                self._new.append(end - by)
                self._by.append(by)

    def to(self, span: Span) -> Span:
        """A span of the source in the tidy text."""
        old, by = self._old, self._by
        start, end = span.start, span.end
        return Span(start - by[bisect_right(old, start) - 1], end - by[bisect_right(old, end) - 1])

    def back(self, start: int, end: int) -> Span:
        """The span of the source from the first to the last character of one of the tidy text."""
        new, by = self._new, self._by
        last = bisect_right(new, end - 1) - 1
        return Span(start + by[bisect_right(new, start) - 1], end + by[last])
