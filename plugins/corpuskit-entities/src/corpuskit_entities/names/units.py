"""Units: military units by a figure and letters, which begin no capitalised run: "6ID", "20IB"."""

from __future__ import annotations

import functools
from bisect import bisect_right, insort
from operator import attrgetter, itemgetter

from corpuskit.scan import Scan
from corpuskit_entities.cluster import Mention
from corpuskit_entities.tables import name_parts

__all__ = ["add_units"]

_FIGURES = 3  # of a unit, at most
_APART = frozenset("-./,'’")  # behind it, it is a part of something else


def add_units(scan: Scan, found: list[Mention]) -> None:
    """Add the mentions of such units where they stand in the text."""
    raw, first, last = scan.raw, scan.sentences[0].start + 1, scan.sentences[-1].end
    for letters in _letters():
        at = raw.find(letters, first, last)
        while at > 0:
            end = at + len(letters)
            if raw[at - 1].isdecimal() and not raw[end : end + 1].isalnum():
                _add_unit(scan, at, end, found)
            at = raw.find(letters, end, last)


@functools.cache
def _letters() -> tuple[str, ...]:
    return tuple(sorted(map(str.upper, name_parts("unit"))))


def _add_unit(scan: Scan, letters: int, end: int, found: list[Mention]) -> None:
    """Add the unit whose letters begin and end there, if its figure stands for itself."""
    raw, start = scan.raw, letters
    while start and raw[start - 1].isdecimal():
        start -= 1
    apart = start == 0 or raw[start - 1].isspace() or raw[start - 1] in "(“\"'‘/—–"
    index = bisect_right(scan.sentences, start, key=itemgetter(0)) - 1
    if letters - start > _FIGURES or not apart or index < 0 or scan.sentences[index][1] < end:
        return
    possessive = raw.startswith(("'s", "’s"), end)
    if raw[end : end + 1] in _APART and raw[end + 1 : end + 2].isalnum() and not possessive:
        return
    text = raw[start:end]
    unit = Mention(
        start, end, text, (text.lower(),), "", None, index, False, "organisation", "entities.unit"
    )
    insort(found, unit, key=attrgetter("start"))
