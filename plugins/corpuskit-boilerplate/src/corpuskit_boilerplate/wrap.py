"""Wrap: whether a text is hard-wrapped, and then which of its lines make one paragraph."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Sequence

from corpuskit.scan import lines

__all__ = ["parted", "units"]

_FEWEST = 4  # lines by which it can be told
_NARROWEST, _WIDEST = 40, 110  # how wide hard-wrapped text is
_FULL = 0.75  # of the width that a paragraph's lines have, its last apart
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")

_Spans = Sequence[tuple[int, int]]


def units(raw: str) -> list[tuple[int, int]]:
    """The non-blank lines of `raw`; paragraphs, where it is hard-wrapped."""
    found = list(lines(raw))
    width = max((end - start for start, end in found), default=0)
    if not _wrapped(raw, found, width):
        return found
    joined = [found[0]]
    for before, line in itertools.pairwise(found):
        if _goes_on(raw, before, line, width):
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return joined


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


def _wrapped(raw: str, found: _Spans, width: int) -> bool:
    """Whether most lines are full and break off in mid-sentence."""
    if len(found) < _FEWEST or not _NARROWEST <= width <= _WIDEST:
        return False
    broken = sum(
        end - start >= _FULL * width
        and _STOP.search(raw, max(start, end - 8), end) is None
        and not _blank(raw, end, begin)
        and (raw[begin].islower() or (raw[begin].isalnum() and raw[start:end].isupper()))
        for (start, end), (begin, _) in itertools.pairwise(found)
    )
    return broken * 3 > len(found)


def _goes_on(raw: str, before: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    start, end = before
    if _blank(raw, end, line[0]):
        return False
    full = end - start >= _FULL * width
    return full or (_STOP.search(raw, max(start, end - 8), end) is None and raw[line[0]].islower())


def _blank(raw: str, end: int, start: int) -> bool:
    """Whether a blank line stands between two lines."""
    gap = raw[end:start].replace("\r\n", "\n")
    return sum(map(gap.count, "\n\r\x85\u2028\x0b\x0c")) > 1 or "\u2029" in gap
