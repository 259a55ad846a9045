"""Quoted: which stretches stand inside double quote marks, where pronouns mean somebody else."""

from __future__ import annotations

import sys
from bisect import bisect_right

from corpuskit import Span
from corpuskit.scan import Scan

__all__ = ["Quoted"]

_NOWHERE = ("", sys.maxsize, sys.maxsize)  # after the last paragraph
_MARKS = '“”"„«»'


class Quoted:
    """The quoted stretches of an article, found paragraph by paragraph.

    Attributes:
        edges: where they begin and end, by turns.
    """

    def __init__(self, scan: Scan) -> None:
        self.edges: list[int] = []
        raw, zones = scan.raw, iter(scan.zones)
        end, opened = 0, False
        for mark in _marks(raw, scan.article.span):
            if mark >= end:
                if opened:
                    self.edges.append(end)
                opened = False
                _, start, end = next((zone for zone in zones if mark < zone[2]), _NOWHERE)
            if mark >= start:
                opens = raw[mark] in "“„«" or (raw[mark] == '"' and not opened)
                if opens != opened:
                    self.edges.append(mark)
                    opened = opens
        if opened:
            self.edges.append(end)

    def __contains__(self, offset: int) -> bool:
        return bisect_right(self.edges, offset) % 2 == 1


def _marks(raw: str, within: Span) -> list[int]:
    """Where double quote marks stand; each looked for alone, which is faster than all at once."""
    found: list[int] = []
    for mark in _MARKS:
        at = raw.find(mark, within.start, within.end)
        while at >= 0:
            found.append(at)
            at = raw.find(mark, at + 1, within.end)
    found.sort()
    return found
