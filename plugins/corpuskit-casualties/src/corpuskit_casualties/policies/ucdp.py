"""UCDP: low, best and high estimates of deaths, for the event and for each side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpuskit_casualties.policies.base import Policy
from corpuskit_casualties.policies.rollup import Range

__all__ = ["UCDP"]


def _estimates(ranges: Sequence[Range]) -> Range:
    """Low and high are the extremes stated; best is the one stated most often, then the lower.

    "Up to 20" states no low end.
    """
    stated = [n for r in ranges for n in (r.low, r.best, r.high) if n is not None]
    lows = [n for r in ranges for n in (r.low, r.best) if n is not None]
    bests = [n for r in ranges for n in (r.best if r.best is not None else r.low,) if n is not None]
    if not stated:
        return ranges[0]
    counted = Counter(bests)
    best = min(counted, key=lambda n: (-counted[n], n)) if counted else None
    return Range(min(lows, default=None), best, max(stated))


UCDP = Policy(
    name="ucdp",
    cites="UCDP Georeferenced Event Dataset, Codebook, variables best, high, low and deaths_*",
    about="Deaths only: low, best and high, the whole and by side; every end is filled.",
    kinds=("killed",),
    choose=_estimates,
    sides=True,
)
