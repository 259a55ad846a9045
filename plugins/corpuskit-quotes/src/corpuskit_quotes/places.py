"""Places: where the tokens of a text stand, found when somebody asks."""

from __future__ import annotations

import bisect

__all__ = ["Places", "Runs"]

Runs = tuple[list[int], list[int], list[int]]
"""Of each run its first token, its start and its end."""


class Places:
    """Tokens in runs; within a run nothing but white space stands between two of them.

    So the next place at which a token's text is found is its own, and the last one in front of
    the token behind it, too: a run is read from the end that is nearer.

    Attributes:
        raw: the source's text; all offsets count in it.
        words: the tokens as written, "" for one that is no word and a run of its own.
    """

    def __init__(self, raw: str, words: list[str], runs: Runs) -> None:
        self.raw = raw
        self.words = words
        self._firsts, self._starts, self._ends = runs
        self._front: dict[int, list[int]] = {}
        self._rear: dict[int, list[int]] = {}  # from the last token to the first

    def span(self, index: int) -> tuple[int, int]:
        """Where a token stands in the text."""
        run = bisect.bisect_right(self._firsts, index) - 1
        word = self.words[index]
        if not word:
            return self._starts[run], self._ends[run]
        start = self._start(run, index)
        return start, start + len(word)

    def bounds(self, first: int, stop: int) -> tuple[int, int]:
        """Where tokens first to stop (exclusive) stand in the text."""
        last = stop - 1
        run = bisect.bisect_right(self._firsts, last) - 1
        word = self.words[last]
        if not word or first < self._firsts[run]:  # more than one run
            return self.span(first)[0], self.span(last)[1]
        start = self._start(run, last)
        return start if first == last else self._start(run, first), start + len(word)

    def at(self, offset: int) -> int:
        """The token that begins at `offset` or is the last one before it."""
        run = bisect.bisect_right(self._starts, offset) - 1
        starts = self._read(run, self._stop(run))
        return self._firsts[run] + max(0, bisect.bisect_right(starts, offset) - 1)

    def _stop(self, run: int) -> int:
        return self._firsts[run + 1] if run + 1 < len(self._firsts) else len(self.words)

    def _start(self, run: int, index: int) -> int:
        front, rear = self._front.get(run, ()), self._rear.get(run, ())
        before, behind = index - self._firsts[run], self._stop(run) - 1 - index
        if before < len(front):
            return front[before]
        if behind < len(rear):
            return rear[behind]
        if before - len(front) <= behind - len(rear):
            return self._read(run, index + 1)[before]
        return self._read_back(run, index)[behind]

    def _read(self, run: int, stop: int) -> list[int]:
        """Where a run's tokens begin, those before token `stop` at least."""
        first, position = self._firsts[run], self._starts[run]
        starts = self._front.setdefault(run, [])
        known = first + len(starts)
        if starts and known < stop:
            position = starts[-1] + len(self.words[known - 1])
        find = self.raw.find
        for word in self.words[known:stop]:
            position = find(word, position)
            starts.append(position)
            position += len(word)
        return starts

    def _read_back(self, run: int, index: int) -> list[int]:
        """Where a run's tokens begin, the last one first, to token `index`."""
        start, position = self._starts[run], self._ends[run]
        starts = self._rear.setdefault(run, [])
        if starts:
            position = starts[-1]
        rfind = self.raw.rfind
        for at in range(self._stop(run) - 1 - len(starts), index - 1, -1):
            position = rfind(self.words[at], start, position)
            starts.append(position)
        return starts
