"""Cohesion: whether the words of a text change at a line, after Hearst's TextTiling."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from corpuskit_boilerplate.page.lines import Line

__all__ = ["Words"]

_WORD = re.compile(r"\w\w{4,}")  # a set first, so that the search is fast
_NARROW, _WIDE = 110, 300  # content words compared on either side
_FAR = 300  # lines on either side, for lines may hold no such words
_AROUND = 120  # lines above the first place and below the last that are read
_SAMPLES = 16  # places at which it is measured what is usual in the text
_ENOUGH, _LITTLE = 40, 0.05  # fewer words tell not that less than this share is common
_SCALE = 25  # steps of a share of common words


class Words:
    """The content words of a page, read where they are asked for.

    Args:
        places: the lines at which it may be asked for.
    """

    def __init__(self, lines: Sequence[Line], places: Sequence[int]) -> None:
        self._lines = lines
        self._known: list[list[str] | None] = [None] * len(lines)
        self._windows: dict[tuple[int, int, int], list[str]] = {}
        first, last = (places[0], places[-1]) if places else (0, -1)
        self._first = max(first - _AROUND, 0)
        self._end = min(last + _AROUND + 1, len(lines))
        self._some = places[:: max(1, len(places) // _SAMPLES)]

    @functools.cached_property
    def _worded(self) -> list[int]:
        """The lines of more than one word; only they are gone through."""
        return [i for i in range(self._first, self._end) if self._lines[i].words > 1]

    @functools.cached_property
    def _usual(self) -> float:
        return _median([self._shared(i, _NARROW) for i in self._some])

    @functools.cached_property
    def _usual_wide(self) -> float:
        return _median([self._shared(i, _WIDE) for i in self._some])

    def shared(self, i: int) -> Iterator[str]:
        """How much the text just above line `i` and the text just below have in common."""
        yield f"shared.{min(int(self._shared(i, _NARROW) * _SCALE), 10)}"

    def share(self, i: int) -> float:
        """The share of their words that stand both just above line `i` and just below."""
        return self._shared(i, _NARROW)

    def depth(self, i: int) -> Iterator[str]:
        """How much less that is than what is usual in the text."""
        less = self._usual - self._shared(i, _NARROW)
        yield f"depth.{min(max(int(less * _SCALE), -3), 5)}"

    def wide(self, i: int) -> Iterator[str]:
        """Both of these with more text."""
        share = self._shared(i, _WIDE)
        yield f"wide.{min(int(share * _SCALE), 12)}"
        yield f"wide_depth.{min(max(int((self._usual_wide - share) * _SCALE), -3), 5)}"

    def title_below(self, i: int) -> Iterator[str]:
        """How often the words of line `i` stand below it."""
        title = set(self._of(i))
        yield f"title.below.{_mean(self._below(i, _NARROW), title)}" if title else "title.none"

    def title_above(self, i: int) -> Iterator[str]:
        """How often the words of line `i` stand above it."""
        title = set(self._of(i))
        if title:
            yield f"title.above.{_mean(self._above(i, _NARROW), title)}"

    def _shared(self, i: int, window: int) -> float:
        old, new = set(self._above(i, window)), set(self._below(i, window))
        fewer = min(len(old), len(new))
        share = len(old & new) / (fewer or 1)
        return share if fewer >= _ENOUGH else max(share, _LITTLE)

    def _above(self, i: int, window: int) -> list[str]:
        """The nearest words above line `i`."""
        return self._near(range(i - 1, max(self._first, i - _FAR) - 1, -1), window)

    def _below(self, i: int, window: int) -> list[str]:
        return self._near(range(i + 1, min(self._end, i + _FAR)), window)

    def _near(self, rows: range, window: int) -> list[str]:
        """The first words that stand on the lines `rows`, line by line, or going up the last."""
        found = self._windows.get((rows.start, rows.step, window))
        if found is not None:
            return found
        found = self._windows[rows.start, rows.step, window] = []
        room, known = window, self._known
        for k in self._of_rows(rows):
            words = known[k]
            if words is None:
                words = self._of(k)
            room -= len(words)
            if room <= 0:
                found += words[: len(words) + room] if rows.step > 0 else words[-room:]
                break
            found += words
        return found

    def _of_rows(self, rows: range) -> Iterable[int]:
        """Those of the lines `rows` that have more than one word, in the same order."""
        if not rows:
            return ()
        first, last, worded = min(rows[0], rows[-1]), max(rows[0], rows[-1]), self._worded
        near = worded[bisect_left(worded, first) : bisect_left(worded, last + 1)]
        return near if rows.step > 0 else reversed(near)

    def _of(self, i: int) -> list[str]:
        found = self._known[i]
        if found is None:
            line = self._lines[i]
            found = self._known[i] = _WORD.findall(line.folded) if line.words > 1 else []
        return found


def _mean(words: Sequence[str], title: set[str]) -> int:
    """Thirds of how often a title's words stand there, each counted up to three times."""
    found = [min(words.count(word), 3) for word in title.intersection(words)]
    return min(int(sum(found) / len(title) * 3), 5)


def _median(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0
