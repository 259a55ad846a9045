"""Evidence: what speaks for each line as body, as the first line of it and as the last."""

from __future__ import annotations

import functools
import itertools
import operator
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from corpuskit_boilerplate.features import SURROUNDINGS, line_features, surroundings
from corpuskit_boilerplate.lines import Line
from corpuskit_boilerplate.weights import table

__all__ = ["ALWAYS", "HERE", "SHIFTS", "BodyWeights", "Evidence", "shipped"]

SHIFTS = {
    "line": {"line-2": -2, "line-1": -1, "line0": 0, "line+1": 1, "line+2": 2},
    "begin": {"begin-2": -2, "begin-1": -1, "begin0": 0, "begin+1": 1},
    "end": {"end-1": -1, "end0": 0, "end+1": 1, "end+2": 2},
}
"""For each question the columns of the table, and how far down the line stands that each weighs."""

HERE = {"line": "line0", "begin": "begin0", "end": "end0"}
"""For each question the column that weighs what stands around the line."""

ALWAYS = "always"
"""The row that every line has."""


class Evidence(NamedTuple):
    """For each line what speaks for body, for the first line and for the last, in tenths."""

    line: list[int]
    begin: list[int]
    end: list[int]


class BodyWeights:
    """A table of weights, in shapes made for adding up.

    Args:
        rows: feature to column to tenths of a logit, as in `weights/body.tsv`.
    """

    def __init__(self, rows: Mapping[str, Mapping[str, int]]) -> None:
        columns = [column for shifts in SHIFTS.values() for column in shifts]
        self._zeros = (0,) * len(columns)
        self._own = {
            name: tuple([row.get(column, 0) for column in columns]) for name, row in rows.items()
        }
        self._always = rows.get(ALWAYS, {}).get(HERE["line"], 0)
        self._around = {
            question: [
                [rows.get(name, {}).get(here, 0) for name in n] for n in SURROUNDINGS.values()
            ]
            for question, here in HERE.items()
        }
        self._summed = functools.lru_cache(maxsize=1 << 14)(self._sum)  # lines are much alike

    def of(self, lines: Sequence[Line]) -> Evidence:
        """The evidence of each line."""
        own = iter(list(zip(*map(self._summed, line_features(lines)), strict=True)))
        around = surroundings(lines)
        found = []
        for question, shifts in SHIFTS.items():
            sums = [self._always if question == "line" else 0] * len(lines)
            for column, shift in zip(
                itertools.islice(own, len(shifts)), shifts.values(), strict=True
            ):
                if shift < 0:
                    sums[-shift:] = map(operator.add, sums[-shift:], column)
                else:
                    sums[: len(sums) - shift] = map(operator.add, sums, column[shift:])
            for weights, numbers in zip(self._around[question], around, strict=True):
                sums = list(map(operator.add, sums, [weights[n] for n in numbers]))
            found.append(sums)
        return Evidence(*found)

    def _sum(self, names: tuple[str, ...]) -> tuple[int, ...]:
        rows = [self._own[name] for name in names if name in self._own]
        return tuple([sum(column) for column in zip(self._zeros, *rows, strict=True)])


@functools.cache
def shipped() -> BodyWeights:
    """The weights in `weights/body.tsv`."""
    return BodyWeights(table("body"))
