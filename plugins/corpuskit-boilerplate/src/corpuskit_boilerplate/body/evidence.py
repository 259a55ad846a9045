"""Evidence: what speaks for each line as body, as the first line of it and as the last."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from corpuskit_boilerplate.body.features import (
    SURROUNDINGS,
    Form,
    Kind,
    line_forms,
    line_kinds,
    names_of,
    surroundings,
)
from corpuskit_boilerplate.page.lines import Line
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


_FAR = {
    far: tuple(
        next((column for column, shift in shifts.items() if shift == far), "")
        for shifts in SHIFTS.values()
    )
    for far in range(-2, 3)
}
"""How far down a line stands to the columns that weigh it there, one for each question."""

_ROOM = 20  # bits for what is said to one question: all three are added up as one number
_HALF = 1 << _ROOM - 1


def _joined(weights: Iterable[int]) -> int:
    return sum(weight << i * _ROOM for i, weight in enumerate(weights))


class BodyWeights:
    """A table of weights, in shapes made for adding up.

    Args:
        rows: feature to column to tenths of a logit, as in `weights/body.tsv`.
    """

    def __init__(self, rows: Mapping[str, Mapping[str, int]]) -> None:
        self._own = {
            name: [_joined(row.get(column, 0) for column in columns) for columns in _FAR.values()]
            for name, row in rows.items()
        }
        self._around = [
            [
                _joined(rows.get(name, {}).get(column, 0) for column in HERE.values())
                for name in names
            ]
            for names in SURROUNDINGS.values()
        ]
        always = rows.get(ALWAYS, {}).get(HERE["line"], 0)
        self._least = [0 if far else _joined((_HALF + always, _HALF, _HALF)) for far in _FAR]
        self._summed = functools.lru_cache(maxsize=1 << 14)(self._sum)  # lines are much alike

    def of(self, lines: Sequence[Line], forms: Sequence[Form] | None = None) -> Evidence:
        """The evidence of each line, whose forms can be known from before."""
        kinds = line_kinds(lines, line_forms(lines) if forms is None else forms)
        said = zip(*map(self._summed, kinds), strict=True)
        own = [_moved(column, far) for far, column in zip(_FAR, said, strict=True)]
        besides = [
            map(weights.__getitem__, numbers)
            for weights, numbers in zip(self._around, surroundings(lines), strict=True)
        ]
        sums = list(map(sum, zip(*own, *besides, strict=True)))
        every = (1 << _ROOM) - 1
        return Evidence(
            [(n & every) - _HALF for n in sums],
            [(n >> _ROOM & every) - _HALF for n in sums],
            [(n >> 2 * _ROOM) - _HALF for n in sums],
        )

    def _sum(self, kind: Kind) -> tuple[int, ...]:
        """What a line of this kind says of those around it, by how far down it stands of them."""
        own = self._own
        rows = [own[name] for name in names_of(kind) if name in own]
        return tuple(map(sum, zip(self._least, *rows, strict=True)))


def _moved(column: tuple[int, ...], shift: int) -> tuple[int, ...]:
    """What lines say of those that stand `shift` above them, nothing at the ends."""
    if shift < 0:
        return ((0,) * -shift + column)[: len(column)]
    return (column + (0,) * shift)[shift:]


@functools.cache
def shipped() -> BodyWeights:
    """The weights in `weights/body.tsv`."""
    return BodyWeights(table("body"))
