"""Marks: every quote mark with what it can be, found once for everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

__all__ = ["Mark", "MarkKind", "marks_in"]

MarkKind = Literal["open", "close", "either", "apostrophe"]
Family = Literal["double", "single", "guillemet"]
_Kinds = tuple[MarkKind, MarkKind, MarkKind, MarkKind]


class Mark(NamedTuple):
    """A quote mark: offsets, the family it belongs to ("double", "single", "guillemet"), kind."""

    start: int
    end: int
    family: Family
    kind: MarkKind


_MARK = re.compile(  # a set first, so that the search passes over everything else fast
    r"[\"\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b'\u00ab\u00bb\u2039\u203a`]"
    r"(?:(?<=')'|(?<=`)`)?"
)
_OPENING_BEFORE = frozenset(' \t\n\r\u00a0\u202f([{\u2014\u2013-/\u201c"\u2018')

_OPEN: _Kinds = ("open", "open", "open", "open")
_CLOSE: _Kinds = ("close", "close", "close", "close")
_STRAIGHT: _Kinds = ("either", "close", "open", "either")
_KINDS: Mapping[str, tuple[Family, _Kinds]] = {
    "\u201c": ("double", _OPEN),
    "\u201e": ("double", _OPEN),
    "\u201f": ("double", _OPEN),
    "``": ("double", _OPEN),
    "\u201d": ("double", _CLOSE),
    "''": ("double", ("close", "close", "either", "either")),
    '"': ("double", _STRAIGHT),
    "\u00ab": ("guillemet", _STRAIGHT),
    "\u00bb": ("guillemet", _STRAIGHT),
    "\u2039": ("guillemet", _STRAIGHT),
    "\u203a": ("guillemet", _STRAIGHT),
    "\u2018": ("single", _OPEN),
    "\u201a": ("single", _OPEN),
    "\u201b": ("single", _OPEN),
    "`": ("single", _OPEN),
    "\u2019": ("single", ("apostrophe", "close", "apostrophe", "apostrophe")),
    "'": ("single", ("apostrophe", "close", "open", "either")),
}
"""What a mark can be: between two letters, before no letter, behind no letter, between none."""


def marks_in(raw: str, start: int, end: int) -> Iterator[Mark]:
    """Quote marks of one paragraph in text order; apostrophes inside words are said to be such."""
    make = tuple.__new__
    for match in _MARK.finditer(raw, start, end):
        begin, stop = match.span()
        opens = begin == start or raw[begin - 1] in _OPENING_BEFORE
        closes = stop == end or not raw[stop].isalnum()
        family, kinds = _KINDS[match[0]]
        yield make(Mark, (begin, stop, family, kinds[2 * opens + closes]))
