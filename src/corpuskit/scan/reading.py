"""Reading: a text as it is read, what is odd, hidden or garbled in it made plain; the way back."""

from __future__ import annotations

import bisect
import sys
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TypeVar

import attrs

from corpuskit.model.article import Article
from corpuskit.model.moved import moved
from corpuskit.model.span import Span
from corpuskit.scan.illegible import Edit, character_edits, space_edits

__all__ = ["Legible", "legible", "legible_article"]

T = TypeVar("T")
_start = attrgetter("start")


class Legible:
    """A text as it is read, where that is not how it was found.

    Args:
        raw: the original.
        edits: what is read otherwise, in text order, none overlapping another.

    Attributes:
        text: what is read.
        moves: whether offsets into it are others than those into the original.
    """

    def __init__(self, raw: str, edits: Sequence[Edit]) -> None:
        pieces: list[str] = []
        at = length = 0
        self._here: list[Edit] = []  # in `text`, the original beside it
        self._there = edits
        for edit in edits:
            length += edit.start - at
            self._here.append(Edit(length, length + len(edit.read), raw[edit.start : edit.end]))
            length += len(edit.read)
            pieces += raw[at : edit.start], edit.read
            at = edit.end
        self.text = "".join([*pieces, raw[at:]])
        self.moves = any(end - start != len(read) for start, end, read in edits)

    def original(self, span: Span) -> Span:
        """Where a span of `text` stands in the original, hidden characters at its edges left out.

        One that begins or ends within what a single reference or ligature stands for has all of it.
        """
        return _across(span, self._here, self._there) if self.moves else span

    def read(self, span: Span) -> Span:
        """Where a span of the original stands in `text`; empty if nothing of it is read."""
        return _across(span, self._there, self._here) if self.moves else span

    def back(self, value: T) -> T:
        """A value found in `text` with every span in it as `original` has it."""
        return moved(value, self.original) if self.moves else value


def legible(raw: str, spaced: Sequence[Span] = (), within: Span | None = None) -> Legible | None:
    """The text as it is read; None if that is how it stands, as with most.

    Read past are soft hyphens, zero-width characters and marks of direction; character references
    of HTML, letters in mathematical or full-width dress, ligatures and letters whose accent stands
    behind them are read as what they stand for, UTF-8 that was decoded as Windows-1252 (or that as
    Latin-1) as what was written, spaces and hyphens of all kinds as plain ones.

    Args:
        raw: the text.
        spaced: stretches in which white space only parts words, as paragraphs: all of it, line
            ends and tabs too, is read as one space.
        within: what lies outside of it stays as it stands; all is read by default.
    """
    edits = character_edits(raw, within.start, within.end) if within else character_edits(raw)
    plain = Legible(raw, edits) if edits else None
    runs = (
        space_edits(plain.text, [*map(plain.read, spaced)]) if plain else space_edits(raw, spaced)
    )
    if plain and runs:
        wide = [edit for run in runs for edit in _through(plain, run)]
        runs = sorted(wide + [edit for edit in edits if not _is_within(edit, wide)])
    return Legible(raw, runs) if runs else plain


def legible_article(article: Article, plain: Legible | None = None) -> Article:
    """The article in its text as it is read, under the same id; itself where that is how it stands.

    Blocks and furniture of which nothing is read are left out.

    Args:
        article: as it was found.
        plain: the whole source as it is read, where that is known; else the article alone is read.
    """
    if plain is None:
        zones = [span for _, span in article.zones]
        plain = legible(article.source.raw, zones, article.span)
    if plain is None:
        return article
    text = plain.text
    read = moved(article, lambda span: _trimmed(text, plain.read(span))) if plain.moves else article
    return attrs.evolve(
        read,
        source=attrs.evolve(article.source, raw=text),  # with the digest of what was given
        headline=read.headline if read.headline and len(read.headline) else None,
        body=tuple([block for block in read.body if len(block.span)]),
        furniture=tuple([piece for piece in read.furniture if len(piece.span)]),
    )


def _trimmed(text: str, span: Span) -> Span:
    """The span without the white space that is left at its edges."""
    said = text[span.start : span.end]
    if not said[:1].isspace() and not said[-1:].isspace():
        return span
    start = span.start + len(said) - len(said.lstrip())
    return Span(start, max(start, span.start + len(said.rstrip())))


def _through(plain: Legible, run: Edit) -> Iterator[Edit]:
    """An edit of the text as it is read so far as one of the original; none that would cut what is
    read in one piece."""
    read = Span(run.start, run.end)
    there = plain.original(read)
    if plain.read(there) == read:
        yield Edit(there.start, there.end, run.read)


def _is_within(edit: Edit, wide: Sequence[Edit]) -> bool:
    place = bisect.bisect_right(wide, edit.start, key=_start) - 1
    return place >= 0 and edit.end <= wide[place].end


def _across(span: Span, here: Sequence[Edit], there: Sequence[Edit]) -> Span:
    """A span on the other side: edits on both, in the same order."""
    end = _offset(span.end, bisect.bisect_left(here, (span.end,)) - 1, here, there, last=True)
    if span.start == span.end:
        return Span(end, end)
    place = bisect.bisect_right(here, (span.start, sys.maxsize)) - 1
    return Span(min(_offset(span.start, place, here, there, last=False), end), end)


def _offset(
    offset: int, place: int, here: Sequence[Edit], there: Sequence[Edit], *, last: bool
) -> int:
    """An offset by the edit that stands before it or around it."""
    if place < 0:
        return offset
    if offset < here[place].end:
        return there[place].end if last else there[place].start
    return there[place].end + offset - here[place].end
