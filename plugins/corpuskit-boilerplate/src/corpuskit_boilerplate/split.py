"""Split: at which lines a second or later article of a stacked file begins."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit_boilerplate.lines import Line

__all__ = ["article_starts"]

_NEAR = 8  # lines within which a headline is repeated


def article_starts(lines: Sequence[Line]) -> list[int]:
    """Indices of the first line of each article; the first is always 0."""
    starts = [0]
    last = 0
    for i in range(1, len(lines)):
        if i - last < _NEAR or not _repeated(lines, i):
            continue
        if any(line.family == "timestamp" for line in lines[i + 1 : i + _NEAR]):
            starts.append(i)
            last = i
    return starts


def _repeated(lines: Sequence[Line], i: int) -> bool:
    line = lines[i]
    if line.family or not 3 <= line.words <= 30:
        return False
    return any(line.key == other.key for other in lines[i + 1 : i + _NEAR])
