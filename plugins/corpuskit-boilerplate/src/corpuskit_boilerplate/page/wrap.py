"""Wrap: the lines of a text, paragraphs where it is hard-wrapped; and both cut where told to."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence, Set

from corpuskit.scan import lines, unwrapped

__all__ = ["parted", "units"]

_Spans = Sequence[tuple[int, int]]


def units(raw: str) -> tuple[list[tuple[int, int]], Set[int]]:
    """The non-blank lines of `raw`, or its paragraphs; where page numbers and heads begin."""
    found = list(lines(raw))
    return unwrapped(raw, found) or (found, frozenset())


def parted(raw: str, spans: _Spans, cuts: Sequence[int]) -> list[tuple[int, int]]:
    """The spans, cut at the offsets `cuts`, which are in order; outer white space left out."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        first, last = bisect.bisect_right(cuts, start), bisect.bisect_left(cuts, end)
        edges = [start, *cuts[first:last], end]
        for one, other in itertools.pairwise(edges):
            piece = raw[one:other]
            if inner := piece.strip():
                begin = one + len(piece) - len(piece.lstrip())
                found.append((begin, begin + len(inner)))
    return found
