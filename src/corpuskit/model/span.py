"""Span: where something is, in code points of `Source.raw`, half-open."""

from __future__ import annotations

import attrs

from corpuskit.model.errors import SpanError

__all__ = ["Span"]


@attrs.frozen(order=True)
class Span:
    """A stretch of the original text.

    Attributes:
        start: first code point, counted from 0.
        end: one past the last code point; `raw[start:end]` is the text.

    The W3C TextPositionSelector with its unit made explicit: Unicode code points, not bytes
    and not UTF-16 units. Spans order by `start`, then `end`.

    Raises:
        SpanError: if `start` is negative or `end` lies before `start`.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:  # written out: spans are made most of all
        if not 0 <= start <= end:
            raise SpanError(f"span [{start}:{end}] is negative or reversed")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def of(self, raw: str) -> str:
        """The text of the span: `raw[start:end]`."""
        return raw[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def hull(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


_set_start = vars(Span)["start"].__set__
_set_end = vars(Span)["end"].__set__
"""The slots' own setters: what `object.__setattr__` would look up for each of many spans."""
