"""Wrapped: whether a text's lines are broken at its width, and then which make a paragraph."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence, Set
from typing import NamedTuple

from corpuskit.scan.sentences import BOUND, BUTTONS

__all__ = ["Unwrapped", "blank_between", "unwrapped"]

_FEWEST, _BROKEN = 4, 2  # lines by which it can be told, and of these such as break off
_WORDS = 24  # characters of the last two words of a line
_NARROW, _WRAP = 40, 110  # hard-wrapped text has no narrower and no wider lines
_WIDE = 0.95  # of the lines are no longer than the width: a heading or an address may be
_SOME = 5  # broken lines by which it can be told of a page with menus
_WIDEST = 1.1  # of the width that no line of it is wider than
_FULL = 0.75  # of the width that a paragraph's lines have, its last apart
_RAGGED = 0.05  # of the lines for which the next word would have fitted, by their makers' fault
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")
_LAST_WORDS = re.compile(r"(\w+) (\w+)$")
_LOWER = re.compile(r"\n[ \t\r]*[a-zß-öø-ÿ]")
_LISTS = ":;"  # what stands at the end of a line above what is listed
_COLUMNS = "   "  # what parts a page's head from its number, so that it is as wide as the page
_PAGE = " #"  # in what is told of a line: the number of a page
_FIGURES = re.compile(r"\d+")
_NUMBER = re.compile(r"[-–—\[(\s]*\d{1,4}[-–—\])\s]*")

_Spans = Sequence[tuple[int, int]]


class Unwrapped(NamedTuple):
    """Hard-wrapped text: its paragraphs, and where page numbers and running heads begin.

    These stand alone among the paragraphs.
    """

    paragraphs: list[tuple[int, int]]
    page_lines: Set[int]


def unwrapped(raw: str, found: _Spans) -> Unwrapped | None:
    """Hard-wrapped text put together; None if most full lines do not break off in mid-sentence.

    Args:
        found: the non-blank lines of `raw`.
    """
    if len(found) < _FEWEST or found[-1][1] - found[0][0] > _WRAP * len(found) * 2:
        return None
    sizes = [end - start for start, end in found]
    width = sorted(sizes)[int(_WIDE * (len(sizes) - 1))]
    if not _NARROW <= width <= _WRAP:
        return None
    full = [
        (one, two)
        for one, two in itertools.pairwise(found)
        if one[1] - one[0] >= _FULL * width and not blank_between(raw, one[1], two[0])
    ]
    broken = [_with_next(raw, one, two) for one, two in full if _breaks_off(raw, one, two[0])]
    if len(broken) < _BROKEN or not _enough(len(broken), len(full), sizes, width):
        return None
    room = min(sorted(broken)[int(_RAGGED * len(broken))], width)
    alone, indented = _page_lines(raw, found, width), _indented(raw, found)
    joined = [found[0]]
    for i in range(1, len(found)):
        if (
            not alone.isdisjoint((i - 1, i))
            or i in indented
            or not (
                _goes_on(raw, found[i - 1], found[i], _FULL * width, room)
                or _unfinished(raw, joined[-1], found[i - 1], found[i])
            )
        ):
            joined.append(found[i])
        else:
            joined[-1] = (joined[-1][0], found[i][1])
    return Unwrapped(joined, {found[i][0] for i in alone})


def _enough(broken: int, full: int, sizes: Sequence[int], width: int) -> bool:
    """Whether so many of the full lines break off that the text is hard-wrapped.

    Where no line is wider, some do: no page has so many menus and no paragraph that is longer.
    """
    if broken * 2 > full and broken * 6 > len(sizes):
        return True
    few = broken < _SOME or broken * 3 <= full or broken * 20 <= len(sizes)
    return not few and max(sizes) <= _WIDEST * width


def _page_lines(raw: str, found: _Spans, width: int) -> Set[int]:
    """Which of the lines `found` are page numbers and running heads.

    These are short lines that recur, figures aside, and numbers that stand alone, if one of them
    breaks a sentence in two: no sub-heading does.
    """
    shapes = [
        _shape(line) if len(line) < _FULL * width or _COLUMNS in line else ""
        for line in [raw[start:end] for start, end in found]
    ]
    places: dict[str, list[int]] = defaultdict(list)
    for i, key in enumerate(shapes):
        if key:
            places[key].append(i)
    possible = {
        i
        for some in places.values()
        for i in some
        if len(some) > 1 or _NUMBER.fullmatch(raw, *found[i])
    }
    sure = set()
    for i in sorted(possible):
        if i and i - 1 not in possible:
            below = next((k for k in range(i, len(found)) if k not in possible), 0)
            if below and not _ends(raw, found[i - 1]) and raw[found[below][0]].islower():
                sure.update(shapes[i:below])
    if any(shape.endswith(_PAGE) for shape in sure):  # left and right pages have different ones
        sure.update(key for key, some in places.items() if key.endswith(_PAGE) and len(some) > 1)
    return {i for i in possible if shapes[i] in sure}


def _shape(line: str) -> str:
    """A line's words, whatever its figures; one at its head or end is told as a page's number."""
    plain = " ".join(_FIGURES.sub("0", line.lower()).split())
    words = plain[2:] if plain.startswith("0 ") else plain.removesuffix(" 0")
    return plain if words == plain else words + _PAGE


def blank_between(raw: str, end: int, start: int) -> bool:
    """Whether a blank line stands between two lines, the first of which ends at `end`."""
    if start == end + 1:  # one line end
        return raw[end] == "\u2029"
    if raw.count("\n", end, start) > 1:
        return True
    gap = raw[end:start].replace("\r\n", "\n")
    return sum(map(gap.count, "\n\r\x85\u2028\x0b\x0c")) > 1 or "\u2029" in gap


def _breaks_off(raw: str, line: tuple[int, int], below: int) -> bool:
    """Whether a sentence goes on from a line to the next, which begins at `below`."""
    if _ends(raw, line):
        return False
    return raw[below].islower() or (raw[below].isalnum() and raw[line[0] : line[1]].isupper())


def _ends(raw: str, line: tuple[int, int]) -> bool:
    return _STOP.search(raw, max(line[0], line[1] - 8), line[1]) is not None


def _goes_on(
    raw: str, before: tuple[int, int], line: tuple[int, int], full: float, room: int
) -> bool:
    """Whether a line belongs to the paragraph of the one before.

    Args:
        full: how long the lines are, a paragraph's last apart.
        room: a paragraph ends with a sentence where the next word would have fitted into so much.
    """
    if blank_between(raw, before[1], line[0]):
        return False
    size = before[1] - before[0]
    if not _ends(raw, before):
        return size >= full or raw[line[0]].islower() or _bound(raw, before)
    return size >= full and _with_next(raw, before, line) >= room


def _unfinished(
    raw: str, paragraph: tuple[int, int], before: tuple[int, int], line: tuple[int, int]
) -> bool:
    """Whether a paragraph whose lines broke off in mid-sentence has not ended one yet."""
    if _ends(raw, before) or not raw[line[0]].isalpha() or raw[before[1] - 1] in _LISTS:
        return False
    broken = _LOWER.search(raw, paragraph[0], before[1]) or raw[slice(*paragraph)].isupper()
    several = before[0] > paragraph[0]
    return several and bool(broken) and not blank_between(raw, before[1], line[0])


def _bound(raw: str, line: tuple[int, int]) -> bool:
    """Whether a line ends with a word that binds the next one, so that even a short one goes on.

    Where an editor counts on behind a line end that it keeps, a paragraph's first line is short.
    """
    last = _LAST_WORDS.search(raw, max(line[0], line[1] - _WORDS), line[1])
    return last is not None and last[2] in BOUND and last[0].lower() not in BUTTONS


def _with_next(raw: str, before: tuple[int, int], line: tuple[int, int]) -> int:
    """How long a line were with the first word of the next."""
    return before[1] - before[0] + 1 + len(raw[line[0] : line[1]].split(None, 1)[0])


def _indented(raw: str, found: _Spans) -> Set[int]:
    """The lines that begin further in than the others, if there are few such."""
    margins = [start - 1 - raw.rfind("\n", 0, start) for start, _ in found]
    usual = sorted(margins)[len(margins) // 2]
    inner = {i for i, margin in enumerate(margins) if margin > usual + 1}
    return inner if 2 * len(inner) < len(found) else frozenset()
