"""Evidence: what speaks for each line as body, as the first line of it and as the last."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from corpuskit_boilerplate.features import (
    SURROUNDINGS,
    Form,
    Kind,
    line_forms,
    line_kinds,
    names_of,
    surroundings,
)
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
        self._own = {name: [row.get(column, 0) for column in columns] for name, row in rows.items()}
        self._always = rows.get(ALWAYS, {}).get(HERE["line"], 0)
        self._around = [
            [
                [rows.get(name, {}).get(column, 0) for name in names]
                for names in SURROUNDINGS.values()
            ]
            for column in HERE.values()
        ]
        self._none = [0] * len(columns)
        self._summed = functools.lru_cache(maxsize=1 << 14)(self._sum)  # lines are much alike

    def of(self, lines: Sequence[Line], forms: Sequence[Form] | None = None) -> Evidence:
        """The evidence of each line, whose forms can be known from before."""
        kinds = line_kinds(lines, line_forms(lines) if forms is None else forms)
        said = zip(*map(self._summed, kinds), strict=True)
        seen = surroundings(lines)
        found = []
        for shifts, around in zip(SHIFTS.values(), self._around, strict=True):
            own = [_moved(next(said), shift) for shift in shifts.values()]
            besides = [
                map(weights.__getitem__, numbers)
                for weights, numbers in zip(around, seen, strict=True)
            ]
            found.append(list(map(sum, zip(*own, *besides, strict=True))))
        return Evidence([n + self._always for n in found[0]], found[1], found[2])

    def _sum(self, kind: Kind) -> tuple[int, ...]:
        own = self._own
        rows = [own[name] for name in names_of(kind) if name in own]
        return tuple(map(sum, zip(self._none, *rows, strict=True)))


def _moved(column: tuple[int, ...], shift: int) -> tuple[int, ...]:
    """What lines say of those that stand `shift` above them, nothing at the ends."""
    if shift < 0:
        return ((0,) * -shift + column)[: len(column)]
    return (column + (0,) * shift)[shift:]


@functools.cache
def shipped() -> BodyWeights:
    """The weights in `weights/body.tsv`."""
    return BodyWeights(table("body"))
