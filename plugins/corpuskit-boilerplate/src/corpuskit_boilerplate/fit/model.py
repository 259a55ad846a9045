"""Model: evidence fitted to examples, logistic or a choice among a page's rows; its tables."""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

__all__ = [
    "Array",
    "Group",
    "Rows",
    "choice",
    "column_of",
    "fit",
    "group",
    "logistic",
    "merged",
    "np",
    "one_column",
    "tenths",
    "write",
]

Array = Any
"""A numpy array; its types are not at hand everywhere."""

try:
    np: Any = importlib.import_module("numpy")
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        "fitting weights needs numpy: pip install 'corpuskit-boilerplate[fit]'", name="numpy"
    ) from error

Rows = Mapping[str, Mapping[str, int]]
"""Feature to column to tenths of a logit."""

_RATE, _LAST_RATE = 0.3, 0.02  # of the steps, first and last
_FIRST_MOMENT, _SECOND_MOMENT = 0.9, 0.99


@attrs.frozen(eq=False)
class Group:
    """Features of rows, those of neighbours too.

    Attributes:
        names: rows of the table, in order; the last, "", is that of rows without a feature.
        columns: columns of the table to whose features a row looks there: which of `sets`.
        flat, starts: the sets of features, one after the other, and where each begins.
    """

    names: tuple[str, ...]
    columns: dict[str, Array]
    flat: Array
    starts: Array

    def scores(self, weights: Array) -> Array:
        """The evidence of every row."""
        sums = np.add.reduceat(weights[self.flat], self.starts, axis=0)
        return sum(sums[ids, column] for column, ids in enumerate(self.columns.values()))

    def gradient(self, slope: Array) -> Array:
        """How the weights change if the scores change by `slope`."""
        count = len(self.starts)
        sums = np.stack([np.bincount(i, slope, count) for i in self.columns.values()], axis=1)
        sizes = np.diff(np.append(self.starts, len(self.flat)))
        spread = np.repeat(sums, sizes, axis=0)
        rows = [np.bincount(self.flat, column, len(self.names)) for column in spread.T]
        return np.stack(rows, axis=1)


def group(
    pages: Sequence[Sequence[Sequence[str]]],
    shifts: dict[str, int],
    *,
    least: int,
) -> Group:
    """The group of the features of `pages`, rows each; names on less than `least` pages left out.

    Args:
        shifts: column to how far down the row stands that it looks at.
    """
    times = Counter(name for page in pages for name in {name for row in page for name in row})
    names = sorted(name for name, count in times.items() if count >= least)
    at = {name: place for place, name in enumerate(names)}
    sets: dict[tuple[int, ...], int] = {(): 0}
    own: list[Array] = []
    for page in pages:
        rows = [tuple([at[name] for name in row if name in at]) for row in page]
        own.append(np.array([sets.setdefault(row, len(sets)) for row in rows], dtype=np.int64))
    columns = {
        column: np.concatenate([_shifted(ids, shift) for ids in own])
        for column, shift in shifts.items()
    }
    sizes = [max(len(one), 1) for one in sets]
    flat = np.array([place for one in sets for place in (one or (len(names),))], dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    return Group((*names, ""), columns, flat, starts)


def _shifted(ids: Array, shift: int) -> Array:
    """For each row the id of the row `shift` further down; 0, the empty set, beyond the page."""
    found = np.zeros_like(ids)
    if shift < 0:
        found[-shift:] = ids[:shift]
    elif shift > 0:
        found[:-shift] = ids[shift:]
    else:
        found = ids
    return found


def logistic(scores: Array, truth: Array, page: Array) -> Array:
    """The slope of the likelihood that each row is told apart for itself."""
    return truth - 1 / (1 + np.exp(-scores))


def choice(scores: Array, truth: Array, page: Array) -> Array:
    """The slope of the likelihood that of each page's rows one that is true is chosen."""
    top = np.full(page.max() + 1, -np.inf)
    np.maximum.at(top, page, scores)
    each = np.exp(scores - top[page])
    right = each * truth
    sums, rights = np.bincount(page, each), np.bincount(page, right)
    share = np.divide(right, rights[page], out=np.zeros_like(each), where=rights[page] > 0)
    return (share - each / sums[page]) * (rights[page] > 0)


def fit(
    groups: Sequence[Group],
    link: Any,
    truth: Array,
    page: Array,
    weight: Array,
    *,
    ridge: float,
    steps: int,
) -> list[Array]:
    """The weights of each group that make the truth likely, large ones held back by `ridge`.

    Adam over all rows at once: no chance in it, and the same weights for the same rows.
    """
    weight = weight / weight.sum()
    total = len(truth)
    found = [np.zeros((len(one.names), len(one.columns))) for one in groups]
    first = [np.zeros_like(one) for one in found]
    second = [np.zeros_like(one) for one in found]
    for step in range(1, steps + 1):
        scores = sum(one.scores(w) for one, w in zip(groups, found, strict=True))
        slope = weight * link(scores, truth, page)
        rate = _RATE + (_LAST_RATE - _RATE) * step / steps
        for one, w, m, v in zip(groups, found, first, second, strict=True):
            change = one.gradient(slope) - ridge / total * w
            change[-1] = 0  # the row of what has no features
            m += (1 - _FIRST_MOMENT) * (change - m)
            v += (1 - _SECOND_MOMENT) * (change**2 - v)
            level = m / (1 - _FIRST_MOMENT**step)
            w += rate * level / (np.sqrt(v / (1 - _SECOND_MOMENT**step)) + 1e-8)
    return found


def one_column(
    features: Sequence[Sequence[Sequence[str]]],
    link: Any,
    truth: Sequence[Sequence[float]],
    *,
    least: int,
    ridge: float,
    steps: int,
) -> Rows:
    """The table of one column for the features of rows, page by page, and which rows are true."""
    number = np.concatenate([np.full(len(one), place) for place, one in enumerate(truth)])
    rows = group(features, {"weight": 0}, least=least)
    every = np.ones(len(number))
    (found,) = fit([rows], link, np.concatenate(truth), number, every, ridge=ridge, steps=steps)
    return tenths(rows, found)


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
