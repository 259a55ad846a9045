"""Marks: every quote mark with what it can be, found once for everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

__all__ = ["Mark", "MarkKind", "marks_in"]

MarkKind = Literal["open", "close", "either", "apostrophe"]


class Mark(NamedTuple):
    """A quote mark: offsets, the family it belongs to ("double", "single", "guillemet"), kind."""

    start: int
    end: int
    family: Literal["double", "single", "guillemet"]
    kind: MarkKind


_MARK = re.compile(  # a set first, so that the search passes over everything else fast
    r"[\"\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b'\u00ab\u00bb\u2039\u203a`]"
    r"(?:(?<=')'|(?<=`)`)?"
)
_DOUBLE_OPEN = frozenset(["\u201c", "\u201e", "\u201f", "``"])
_OPENING_BEFORE = frozenset(' \t\n\r\u00a0\u202f([{\u2014\u2013-/\u201c"\u2018')


def marks_in(raw: str, start: int, end: int) -> Iterator[Mark]:
    """Quote marks of one paragraph in text order; apostrophes inside words are said to be such."""
    make = tuple.__new__
    for match in _MARK.finditer(raw, start, end):
        text, (begin, stop) = match[0], match.span()
        opens = begin == start or raw[begin - 1] in _OPENING_BEFORE
        closes = stop == end or not raw[stop].isalnum()
        if text in _DOUBLE_OPEN:
            yield make(Mark, (begin, stop, "double", "open"))
        elif text in ("\u201d", "''"):
            kind: MarkKind = "close" if text == "\u201d" or not opens else "either"
            yield make(Mark, (begin, stop, "double", kind))
        elif text == '"':
            yield make(Mark, (begin, stop, "double", _straight(opens, closes)))
        elif text in ("\u00ab", "\u00bb", "\u2039", "\u203a"):
            yield make(Mark, (begin, stop, "guillemet", _straight(opens, closes)))
        elif text in ("\u2018", "\u201a", "\u201b", "`"):
            yield make(Mark, (begin, stop, "single", "open"))
        elif not opens and not closes:
            yield make(Mark, (begin, stop, "single", "apostrophe"))
        elif text == "\u2019":
            yield make(Mark, (begin, stop, "single", "apostrophe" if opens else "close"))
        else:
            yield make(Mark, (begin, stop, "single", _straight(opens, closes)))


def _straight(opens: bool, closes: bool) -> MarkKind:
    if opens and not closes:
        return "open"
    if closes and not opens:
        return "close"
    return "either"
