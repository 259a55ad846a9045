"""Cohesion: whether the words of a text change at a line, after Hearst's TextTiling."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from corpuskit_boilerplate.lines import Line

__all__ = ["Words"]

_WORD = re.compile(r"\w{5,}")
_NARROW, _WIDE = 110, 300  # content words compared on either side
_AROUND = 120  # lines above the first place and below the last that are read
_SAMPLES = 16  # places at which it is measured what is usual in the text
_SCALE = 25  # steps of a share of common words


class Words:
    """The content words of a page in a row, and where each line's begin.

    Args:
        places: the lines at which it may be asked for.
    """

    def __init__(self, lines: Sequence[Line], places: Sequence[int]) -> None:
        self._row: list[str] = []
        self._starts: dict[int, int] = {}
        first, last = (places[0] - _AROUND, places[-1] + _AROUND) if places else (0, -1)
        done = max(first, 0)
        asked = sorted({edge for place in places for edge in (place, place + 1)})
        for edge in (*asked, last + 1):  # few long stretches are read faster than many lines
            some = [line.folded for line in lines[done:edge] if line.words > 1]
            self._row += _WORD.findall("\n".join(some))
            self._starts[edge] = len(self._row)
            done = edge
        self._some = places[:: max(1, len(places) // _SAMPLES)]

    @functools.cached_property
    def _usual(self) -> float:
        return _median([self._shared(i, _NARROW) for i in self._some])

    @functools.cached_property
    def _usual_wide(self) -> float:
        return _median([self._shared(i, _WIDE) for i in self._some])

    def shared(self, i: int) -> Iterator[str]:
        """How much the text just above line `i` and the text just below have in common."""
        yield f"shared.{min(int(self._shared(i, _NARROW) * _SCALE), 10)}"

    def depth(self, i: int) -> Iterator[str]:
        """How much less that is than what is usual in the text."""
        less = self._usual - self._shared(i, _NARROW)
        yield f"depth.{min(max(int(less * _SCALE), -3), 5)}"

    def wide(self, i: int) -> Iterator[str]:
        """Both of these with more text."""
        share = self._shared(i, _WIDE)
        yield f"wide.{min(int(share * _SCALE), 12)}"
        yield f"wide_depth.{min(max(int((self._usual_wide - share) * _SCALE), -3), 5)}"

    def title(self, i: int) -> Iterator[str]:
        """How often the words of line `i` stand below it and above it."""
        title = set(self._row[self._starts[i] : self._starts[i + 1]])
        if not title:
            yield "title.none"
            return
        yield f"title.below.{_mean(self._below(i, _NARROW), title)}"
        yield f"title.above.{_mean(self._above(i, _NARROW), title)}"

    def _above(self, i: int, window: int) -> list[str]:
        end = self._starts[i]
        return self._row[max(0, end - window) : end]

    def _below(self, i: int, window: int) -> list[str]:
        start = self._starts[i + 1]
        return self._row[start : start + window]

    def _shared(self, i: int, window: int) -> float:
        old, new = set(self._above(i, window)), set(self._below(i, window))
        return len(old & new) / (min(len(old), len(new)) or 1)


def _mean(words: Sequence[str], title: set[str]) -> int:
    """Thirds of how often a title's words stand there, each counted up to three times."""
    found = [min(words.count(word), 3) for word in title.intersection(words)]
    return min(int(sum(found) / len(title) * 3), 5)


def _median(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0
