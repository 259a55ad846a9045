"""Appeal: which furniture lines that no wording tells belong to an appeal for money around them.

A flattened table leaves a bar at the end of every row, so rows in a run that ends in bars are one
table; and what stands between two lines of one appeal is of it, too.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from corpuskit_boilerplate.page.lines import Line

__all__ = ["APPEAL_RULE", "appeal_families"]

APPEAL_RULE = "boilerplate.appeal"
"""The rule of a line that is of an appeal for what stands around it."""

_APPEALS = frozenset(["donation", "subscription", "newsletter"])
_SIGNS = _APPEALS | {"price_table"}
_UNTOLD = frozenset(["", "table_residue"])
_APART = 4  # lines from one line of an appeal to the next at most


def appeal_families(lines: Sequence[Line], body: Sequence[bool]) -> dict[int, str]:
    """Index to family, of lines outside of the body that only the lines around tell."""
    if _SIGNS.isdisjoint([line.family for line in lines]):
        return {}
    found: dict[int, str] = {}
    for first, last in _tables(lines, body):
        families = [line.family for line in lines[first:last]]
        if "donation" in families or "price_table" in families:
            family = "donation" if "donation" in families else "subscription"
            found.update((i, family) for i in range(first, last) if lines[i].family in _UNTOLD)
    for first, last in _gaps(lines, body):
        between = range(first + 1, last)
        if all(lines[i].family in _UNTOLD for i in between):
            found.update((i, lines[first].family) for i in between if i not in found)
    return found


def _tables(lines: Sequence[Line], body: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Runs of two or more lines that end in a bar."""
    rows = [i for i, line in enumerate(lines) if line.text[-1] == "|" and not body[i]]
    first = last = -2
    for i in (*rows, len(lines) + 1):
        if i != last + 1:
            if last > first:
                yield first, last + 1
            first = i
        last = i


def _gaps(lines: Sequence[Line], body: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Lines of one appeal near each other with others between, none of them body."""
    appeals = [
        i
        for i, line in enumerate(lines)
        if line.family in _APPEALS and line.rule != "boilerplate.inside" and not body[i]
    ]
    for one, two in itertools.pairwise(appeals):
        near = 1 < two - one <= _APART and lines[one].family == lines[two].family
        if near and True not in body[one:two]:
            yield one, two
