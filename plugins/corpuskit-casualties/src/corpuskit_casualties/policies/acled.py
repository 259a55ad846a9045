"""ACLED: one number of deaths; the most conservative one where reports differ."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit import Casualty
from corpuskit_casualties.policies.base import Policy
from corpuskit_casualties.policies.rollup import Range, literal_range

__all__ = ["ACLED", "CONVENTION"]

CONVENTION = {
    "several": 3,
    "tens": 10,
    "dozens": 12,
    "several dozen": 12,
    "a few dozen": 12,
    "hundreds": 100,
    "several hundred": 100,
    "a few hundred": 100,
    "tens of thousands": 10_000,
    "thousands": 1000,
    "several thousand": 1000,
    "hundreds of thousands": 100_000,
}
"""Vague word to number: one of the unit. ACLED states tens, dozens and hundreds in its FAQ and
codes several as three; the larger units follow the same rule."""


def _read(casualty: Casualty) -> Range:
    number = CONVENTION.get(casualty.vague or "", casualty.low)
    if number is None:
        return literal_range(casualty)
    return Range(number, number, number, (casualty.span,))


def _lowest(ranges: Sequence[Range]) -> Range:
    known = [r for r in ranges if r.best is not None]
    return min(known, key=lambda r: r.best or 0) if known else ranges[0]


def _one_number(found: Range) -> Range:
    return Range(None, found.best, None, found.spans)


ACLED = Policy(
    name="acled",
    cites="ACLED, Codebook, 'Fatalities'; FAQ on vague figures (tens 10, dozens 12, hundreds 100)",
    about="Deaths only, one number: the low end of a count, the lowest where reports differ.",
    kinds=("killed",),
    read=_read,
    choose=_lowest,
    finish=_one_number,
)
