"""Weights: the tables of evidence in `weights/*.tsv`, one row a feature, whole numbers; steps."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources

from corpuskit import LexiconError

__all__ = ["column", "steps", "table", "told"]


@functools.cache
def table(name: str) -> dict[str, dict[str, int]]:
    """`weights/<name>.tsv`: feature to column to weight; empty cells are left out.

    Raises:
        LexiconError: for a file without a header or a cell that is no whole number.
    """
    path = resources.files("corpuskit_boilerplate") / "weights" / f"{name}.tsv"
    rows: dict[str, dict[str, int]] = {}
    header: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
            continue
        try:
            rows[cells[0]] = {h: int(c) for h, c in zip(header[1:], cells[1:], strict=False) if c}
        except ValueError:
            raise LexiconError(f"line {number}: not a whole number: {line!r}", file=name) from None
    return rows


@functools.cache
def column(name: str, head: str) -> dict[str, int]:
    """One column of a table: feature to weight, zeros left out."""
    return {row: cells[head] for row, cells in table(name).items() if cells.get(head)}


def told(weights: Mapping[str, int], names: Iterable[str]) -> int:
    """What `names` say together; a name without a row says nothing."""
    return sum([weights[name] for name in names if name in weights])


def steps(name: str, edges: Sequence[int], last: int) -> tuple[str, ...]:
    """For each number up to `last` the name of the last of `edges` that it reaches (the first)."""
    reached = (edges[max(bisect.bisect_right(edges, n) - 1, 0)] for n in range(last + 1))
    return tuple(f"{name}.{edge}" for edge in reached)
