"""IBC: the minimum and the maximum of civilian deaths."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from corpuskit import Casualty, Toll
from corpuskit_casualties.policies.base import Policy
from corpuskit_casualties.policies.rollup import Range, usable

__all__ = ["IBC"]


def _extremes(ranges: Sequence[Range]) -> Range:
    lows = [r.low for r in ranges if r.low is not None]
    highs = [n for r in ranges for n in (r.low, r.best, r.high) if n is not None]
    return Range(min(lows) if lows else None, None, max(highs) if highs else None)


@attrs.frozen(kw_only=True)
class _CivilianPolicy(Policy):
    """Counts whose side the text does not tell raise the maximum only."""

    def __call__(self, casualties: Sequence[Casualty]) -> tuple[Toll, ...]:
        """One toll: civilians surely told of, and all who may be civilians."""
        kept = [c for c in usable(casualties) if c.role in ("civilian", "unknown")]
        (widest, *_) = Policy.__call__(self, kept) or (None,)
        if widest is None:
            return ()
        sure = Policy.__call__(self, [c for c in kept if c.role == "civilian"])
        low = sure[0].low if sure else 0
        high = max((t.high for t in (widest, *sure) if t.high is not None), default=None)
        return (attrs.evolve(widest, low=low, best=None, high=high, by="civilian"),)


IBC = _CivilianPolicy(
    name="ibc",
    cites="Iraq Body Count, Methodology, 'Minimum and maximum'",
    about="Civilian deaths, minimum and maximum; victims of no told side raise the maximum only.",
    kinds=("killed",),
    choose=_extremes,
)
