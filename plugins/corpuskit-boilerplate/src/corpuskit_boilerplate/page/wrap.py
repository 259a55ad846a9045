"""Wrap: the lines of a text, paragraphs where it is hard-wrapped; and both cut where told to."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence, Set

from corpuskit.scan import fold, lines, unwrapped
from corpuskit_boilerplate.lexicon import LANGUAGES, families

__all__ = ["parted", "units"]

_Spans = Sequence[tuple[int, int]]
_TITLE = 30  # words of the longest headline
_NAMES = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:\s(?:[a-z]{1,3}\s)?[^\W\d_a-z][\w.'’-]*){1,5}")
"""What an author's name is, or several."""


def units(raw: str) -> tuple[list[tuple[int, int]], Set[int]]:
    """The non-blank lines of `raw`, or its paragraphs; where page numbers and heads begin."""
    found = list(lines(raw))
    joined = unwrapped(raw, found)
    if joined is None:
        return found, frozenset()
    return list(_unsigned(raw, joined.paragraphs)), joined.page_lines


def _unsigned(raw: str, spans: _Spans) -> Iterator[tuple[int, int]]:
    """The paragraphs; an author below a headline of several lines is no part of it."""
    for start, end in spans:
        head, broken, last = raw[start:end].rpartition("\n")
        head = head.rstrip()
        title = broken and head[-1].isalnum() and len(head.split()) <= _TITLE
        title = title and not head.isupper()  # where capitals tell no names
        if title and _signs(last.strip()):
            yield start, start + len(head)
            yield end - len(last.lstrip()), end
        else:
            yield start, end


def _signs(line: str) -> bool:
    """Whether a line is an author and no more: "by Ada Quill"."""
    low, names = fold(line), families(LANGUAGES).names
    term = next((one for one in names if low.startswith(one + " ")), "")
    rest = line[len(term) + 1 :]
    return names.get(term) == "byline" and _NAMES.fullmatch(rest) is not None


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
