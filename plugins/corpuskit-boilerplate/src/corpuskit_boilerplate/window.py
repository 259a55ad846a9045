"""Window: where the article begins and ends among the lines, and which lines inside are no body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpuskit_boilerplate.lines import Line

__all__ = ["body_lines"]

_END = re.compile(r"[.!?…。][\"'”’»)\]]*$")


def body_lines(lines: Sequence[Line]) -> list[bool]:
    """For each line whether it is body."""
    seen = Counter(line.key for line in lines)
    values = [-20 if seen[line.key] > 1 and line.words <= 30 else _value(line) for line in lines]
    first, last = _best_run(values)
    return [first <= i < last and values[i] > -20 for i in range(len(lines))]


def _value(line: Line) -> float:
    if line.family and line.words <= 25:
        return -20
    if line.inside and line.words <= 90 and line.inside == "donation":
        return -20
    if line.words >= 5 and _END.search(line.text):
        return line.words
    if line.words >= 12:
        return line.words / 2
    return -6


def _best_run(values: Sequence[float]) -> tuple[int, int]:
    best, best_sum, current, start = (0, 0), 0.0, 0.0, 0
    for i, value in enumerate(values):
        if current <= 0:
            current, start = 0, i
        current += value
        if current > best_sum:
            best_sum, best = current, (start, i + 1)
    return best
