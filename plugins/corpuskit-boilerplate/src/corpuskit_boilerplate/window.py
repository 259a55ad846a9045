"""Window: where the article begins and ends among the lines, and which lines inside are no body.

Every line adds up the evidence of `weights/body.tsv` for being body, for being the first line of
the body and for being the last. The window is the stretch with the largest sum, longer lines
counting more; inside it only lines with strong evidence against them are dropped.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Sequence
from typing import NamedTuple

from corpuskit_boilerplate.features import line_features
from corpuskit_boilerplate.lines import PROFILE_RULE, Line
from corpuskit_boilerplate.weights import table

__all__ = ["Evidence", "best_window", "body_lines", "chosen", "evidence"]

# All evidence is in tenths of a logit.
_TEMPLATE_ALONE, _TEMPLATE_AROUND = 5, 15  # what a site's profile takes off a line
_HEAD = 8  # lines between a headline and its repetition at most
_TRUST = 4  # added to every line: a lost paragraph is worse than a kept teaser
_DROP = -25  # inside the window a line below this is dropped
_CLIP = 40  # no single line says more than this
_EDGE = 40  # how many words of a line the evidence for an edge weighs
_EDGE_RANGE = (-80, 20)
_SHORTEST, _LONGEST = 4, 100  # words that a line counts for

_SHORT_LINE = 6  # words; a text has fewer such lines than others, a menu more
_LONG = 40  # words of a line that is not dropped from inside the window
_CLEAN = 0.015  # of the lines of a text without furniture, wordings found by chance
_SURE = frozenset("advertisement share login counts read_time cookies follow copyright".split())
_SURE_WORDS = 8

_LINE = {"line-2": -2, "line-1": -1, "line0": 0, "line+1": 1, "line+2": 2}
_BEGIN = {"begin-2": -2, "begin-1": -1, "begin0": 0, "begin+1": 1}
_END = {"end-1": -1, "end0": 0, "end+1": 1, "end+2": 2}


class Evidence(NamedTuple):
    """For each line what speaks for body, for the first line and for the last, in tenths."""

    line: list[int]
    begin: list[int]
    end: list[int]


def body_lines(lines: Sequence[Line]) -> list[bool]:
    """For each line whether it is body."""
    return chosen(lines, evidence(lines))


def chosen(lines: Sequence[Line], found: Evidence) -> list[bool]:
    """For each line whether it is body, by the evidence `found`."""
    line, begin, end = found
    if _clean(lines):
        return [not one.family or n > 0 for one, n in zip(lines, line, strict=True)]
    first, last = best_window(lines, line, begin, end)
    first = _below_repeat(lines, first, last)
    kept = [
        first <= i < last and (n > _DROP or _paragraph(one)) and not _sure(one)
        for i, (one, n) in enumerate(zip(lines, line, strict=True))
    ]
    return kept if any(kept) else [not one.family for one in lines]


def _paragraph(line: Line) -> bool:
    """Whether a line is so long that inside the window it is text, whatever is said of it."""
    return line.words >= _LONG and not line.family


def _clean(lines: Sequence[Line]) -> bool:
    """Whether hardly a line is worded as furniture: then all of it is text, whatever its form."""
    known = sum(bool(one.family) and one.rule != "boilerplate.inside" for one in lines)
    short = sum(one.words < _SHORT_LINE for one in lines)
    return known <= _CLEAN * len(lines) and short * 2 <= len(lines)


def _sure(line: Line) -> bool:
    """Whether the whole line is worded as no sentence, heading or list item ever is."""
    return line.family in _SURE and line.rule != "boilerplate.inside" and line.words <= _SURE_WORDS


def _below_repeat(lines: Sequence[Line], first: int, last: int) -> int:
    """Where the body begins if the headline is repeated at its top: below the repetition."""
    for j in range(min(first + _HEAD, last) - 1, first - 1, -1):
        if 3 <= lines[j].words <= 30:
            key = lines[j].key
            if any(lines[i].key == key for i in range(max(0, j - _HEAD), j)):
                return j + 1
    return first


def best_window(
    lines: Sequence[Line], line: Sequence[int], begin: Sequence[int], end: Sequence[int]
) -> tuple[int, int]:
    """The stretch [first, last) with the largest sum of evidence, edges included."""
    opens, closes = _edge(begin), _edge(end)
    best, best_sum = (0, 0), -(10**12)
    total = 0
    start, start_sum = 0, -(10**12)
    for i, one in enumerate(lines):
        if opens[i] - total > start_sum:
            start, start_sum = i, opens[i] - total
        value, words = line[i] + _TRUST, one.words
        if words > _LONGEST:
            words = _LONGEST
        if value > 0:
            total += words * (value if value < _CLIP else _CLIP)
        else:
            total += (words if words > _SHORTEST else _SHORTEST) * (
                value if value > -_CLIP else -_CLIP
            )
        if start_sum + total + closes[i] > best_sum:
            best, best_sum = (start, i + 1), start_sum + total + closes[i]
    return best


def _edge(found: Sequence[int]) -> list[int]:
    low, high = _EDGE_RANGE
    return [_EDGE * (low if n < low else high if n > high else n) for n in found]


def evidence(lines: Sequence[Line]) -> Evidence:
    """What speaks for each line as body, as the first line of it and as the last."""
    own = list(zip(*map(_summed, line_features(lines)), strict=True))
    line = _around(own, _LINE)
    by_place = [table("body").get(f"place.{n}", {}).get("line0", 0) for n in range(10)]
    total = len(lines)
    line = [n + by_place[10 * i // total] for i, n in enumerate(line)]
    known_lines = [one.rule == PROFILE_RULE for one in lines]
    for i, yes in enumerate(known_lines if True in known_lines else ()):
        if yes:  # a template's lines stand together; alone it can be a series' sub-heading
            around = sum(known_lines[max(0, i - 2) : i + 3]) - 1
            line[i] -= _TEMPLATE_ALONE + _TEMPLATE_AROUND * around
    return Evidence(line, _around(own, _BEGIN), _around(own, _END))


def _around(own: Sequence[Sequence[int]], columns: dict[str, int]) -> list[int]:
    always = sum(table("body")["always"].get(name, 0) for name in columns)
    if not own:
        return []
    count = len(own[0])
    found = [always] * count
    for name, shift in columns.items():
        column = own[_columns().index(name)]
        if shift < 0:
            found[-shift:] = map(operator.add, found[-shift:], column)
        else:
            found[: count - shift] = map(operator.add, found, column[shift:])
    return found


@functools.lru_cache(maxsize=1 << 14)  # short lines are much alike
def _summed(names: tuple[str, ...]) -> tuple[int, ...]:
    sums = [0] * len(_columns())
    cells = _cells()
    for name in names:
        for place, weight in cells.get(name, ()):
            sums[place] += weight
    return tuple(sums)


@functools.cache
def _columns() -> tuple[str, ...]:
    return (*_LINE, *_BEGIN, *_END)


@functools.cache
def _cells() -> dict[str, tuple[tuple[int, int], ...]]:
    places = {name: place for place, name in enumerate(_columns())}
    return {
        feature: tuple((places[name], weight) for name, weight in row.items())
        for feature, row in table("body").items()
    }
