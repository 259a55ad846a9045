"""Tables: fitted weights as the rows of a file in `weights/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from corpuskit_boilerplate.fit.arrays import Array
from corpuskit_boilerplate.fit.model import Group

__all__ = ["Rows", "column_of", "merged", "tenths", "write"]

Rows = Mapping[str, Mapping[str, int]]
"""Feature to column to tenths of a logit."""


def tenths(one: Group, weights: Array) -> Rows:
    """The rows of `one` that say something, in whole tenths."""
    rows = {}
    for name, row in zip(one.names[:-1], weights, strict=False):
        cells = {column: round(10 * float(w)) for column, w in zip(one.columns, row, strict=True)}
        rows[name] = {column: cell for column, cell in cells.items() if cell}
    return {name: row for name, row in rows.items() if row}


def column_of(rows: Rows, column: str) -> dict[str, int]:
    """One column of a table."""
    return {name: row[column] for name, row in rows.items() if column in row}


def merged(tables: Iterable[Rows]) -> Rows:
    """One table of several with columns of their own."""
    rows: dict[str, dict[str, int]] = {}
    for table in tables:
        for name, row in table.items():
            rows.setdefault(name, {}).update(row)
    return rows


def write(path: Path, rows: Rows, about: str, columns: tuple[str, ...]) -> None:
    """Write a table: a header, what it says in comments, and the rows in order of their names."""
    lines = ["\t".join(["feature", *columns]), *(f"# {line}" for line in about.splitlines())]
    for name in sorted(rows):
        lines.append("\t".join([name, *(str(rows[name].get(column, "")) for column in columns)]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
