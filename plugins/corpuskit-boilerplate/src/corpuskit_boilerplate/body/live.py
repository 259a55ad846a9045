"""Live: which lines are the entries of a liveblog, each below a time of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpuskit_boilerplate.page.lines import Line, tells

__all__ = ["entries", "of_entries", "without_heading"]

_FEWEST = 3  # entries by which a liveblog is known
_LONGEST = 25  # lines of an entry
_LEAD = 120  # words of running text above the first: below an article stand its comments
_SENTENCE = 6  # words of the shortest running text
_TIME = 10  # words of a line with a time
_GAP = 4  # lines of an entry in a row that are no sentences
_TIMES = re.compile(r"\d[:.h]\d\d|\d\s?[ap]\.?m\b|\bago\b|\d\s?uhr\b")
_ENTRY = frozenset(["", "byline", "caption"])
_OTHER = frozenset("comments related most_read author_bio search".split())


def entries(lines: Sequence[Line], begin: int) -> tuple[int, int] | None:
    """[first, last) of the entries, from the first time on; None if there are fewer than three.

    Args:
        begin: where the text begins; times that all stand above it are those of teasers.
    """
    times = [i for i, line in enumerate(lines) if line.family == "timestamp" and _timed(line)]
    undated = [i for i in times if not lines[i].dates]
    if len(undated) >= _FEWEST:  # a day stands in the heading
        times = undated
    if len(times) < _FEWEST:
        return None
    running = [_running(line) for line in lines]
    chain: list[int] = []
    for i in times:
        if chain and not any(running[chain[-1] : i]):
            continue
        if chain and not _goes_on(lines, chain[-1], i):
            if len(chain) >= _FEWEST:
                break
            chain = []
        chain.append(i)
    if len(chain) < _FEWEST or begin >= chain[-1]:
        return None
    end = _last_end(lines, running, chain)
    lead = sum([line.words for line, yes in zip(lines[: chain[0]], running, strict=False) if yes])
    return (chain[0], end) if lead <= _LEAD else None


def of_entries(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """Which lines of entries are text: `kept` or not worded as furniture, and not in every one."""
    times = Counter([line.key for line in lines])
    return [
        (yes or not line.family)
        and (times[line.key] < _FEWEST or line.ended)
        and not (line.family == "timestamp" and _timed(line))
        for line, yes in zip(lines, kept, strict=True)
    ]


def without_heading(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """Which lines above the first entry are text: sentences."""
    return [yes and _running(line) for line, yes in zip(lines, kept, strict=True)]


def _timed(line: Line) -> bool:
    return line.words <= _TIME and _TIMES.search(line.folded) is not None


def _last_end(lines: Sequence[Line], running: Sequence[bool], chain: Sequence[int]) -> int:
    """Where the last entry ends: below it stands what stands in none of those above."""
    known = {line.family for line in lines[chain[0] : chain[-1]]} | _ENTRY
    end = chain[-1]
    for i in range(chain[-1] + 1, min(chain[-1] + _LONGEST, len(lines))):
        if lines[i].family not in known or i - end > _GAP:
            break
        if running[i] or lines[i].ended:
            end = i + 1
    return end


def _running(line: Line) -> bool:
    return tells(line, _SENTENCE)


def _goes_on(lines: Sequence[Line], one: int, two: int) -> bool:
    return two - one <= _LONGEST and not any(line.family in _OTHER for line in lines[one:two])
