"""Literal: what the text says, no more: the widest range over all tellings."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit_casualties.policies.base import Policy
from corpuskit_casualties.policies.rollup import Range

__all__ = ["LITERAL", "widest"]


def widest(ranges: Sequence[Range]) -> Range:
    """Lowest low, highest high (open if one is open), best only where all agree."""
    lows = [r.low for r in ranges if r.low is not None]
    highs = [r.high for r in ranges]
    bests = {r.best for r in ranges if r.best is not None}
    return Range(
        min(lows) if lows else None,
        bests.pop() if len(bests) == 1 else None,
        None if None in highs else max(h for h in highs if h is not None),
    )


LITERAL = Policy(
    name="literal",
    cites="corpuskit's own: plurals of a unit are at least two of it",
    about="The text's range: vague words at their literal low, conflicts as a range, no guess.",
    choose=widest,
)
