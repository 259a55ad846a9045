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


# The three sums of a line are added up in one number, each a multiple of a power of two that no
# other reaches: so many times fewer additions.
_BITS = 24
_HALF, _MASK = 1 << _BITS - 1, (1 << _BITS) - 1
_BIAS = sum(_HALF << _BITS * place for place in range(len(HERE)))
_REACH = (-2, -1, 0, 1, 2)


def _packed(row: Mapping[str, int], shift: int) -> int:
    """What a feature says of the line that stands `shift` above its own."""
    return sum(
        row.get(column, 0) << _BITS * place
        for place, shifts in enumerate(SHIFTS.values())
        for column, far in shifts.items()
        if far == shift
    )


class BodyWeights:
    """A table of weights, in shapes made for adding up.

    Args:
        rows: feature to column to tenths of a logit, as in `weights/body.tsv`.
    """

    def __init__(self, rows: Mapping[str, Mapping[str, int]]) -> None:
        self._own = {
            name: tuple([_packed(row, shift) for shift in _REACH]) for name, row in rows.items()
        }
        self._always = rows.get(ALWAYS, {}).get(HERE["line"], 0)
        self._around = [
            [_packed(rows.get(name, {}), 0) for name in names] for names in SURROUNDINGS.values()
        ]
        self._summed = functools.lru_cache(maxsize=1 << 14)(self._sum)  # lines are much alike

    def of(self, lines: Sequence[Line], forms: Sequence[Form] | None = None) -> Evidence:
        """The evidence of each line, whose forms can be known from before."""
        kinds = line_kinds(lines, line_forms(lines) if forms is None else forms)
        up2, up1, here, down1, down2 = zip(*map(self._summed, kinds), strict=True)
        zeros = (0, 0)
        columns: list[Sequence[int]] = [
            here,
            (*zeros, *up2[:-2]),
            (0, *up1[:-1]),
            (*down1[1:], 0),
            (*down2[2:], *zeros),
        ]
        for weights, numbers in zip(self._around, surroundings(lines), strict=True):
            columns.append([weights[n] for n in numbers])
        bias = _BIAS + self._always
        sums = [sum(column, bias) for column in zip(*columns, strict=False)]
        return Evidence(
            [(n & _MASK) - _HALF for n in sums],
            [(n >> _BITS & _MASK) - _HALF for n in sums],
            [(n >> 2 * _BITS) - _HALF for n in sums],
        )

    def _sum(self, kind: Kind) -> tuple[int, ...]:
        own = self._own
        rows = [own[name] for name in names_of(kind) if name in own]
        return tuple(map(sum, zip((0,) * len(_REACH), *rows, strict=True)))


@functools.cache
def shipped() -> BodyWeights:
    """The weights in `weights/body.tsv`."""
    return BodyWeights(table("body"))
