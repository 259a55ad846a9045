"""Base: a policy's choice among statements, and the tolls that it gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from corpuskit import Casualty, CasualtyKind, Span, Toll, VictimRole
from corpuskit_casualties.policies.rollup import (
    KINDS,
    Range,
    Read,
    by_side,
    literal_range,
    statements_of,
    total_of,
    usable,
)

__all__ = ["Choose", "Policy"]

Choose = Callable[[Sequence[Range]], Range]
"""One range out of those told of the same victims."""


@attrs.frozen(kw_only=True)
class Policy:
    """A coding policy as data; satisfies `corpuskit.CodingPolicy`.

    Attributes:
        name: the key in configuration.
        cites: the codebook: title and section.
        about: one sentence: what it does with ranges, vague words and conflicts.
        kinds: the kinds that it codes.
        read: how it reads one count.
        choose: how it settles several tellings of one loss.
        finish: what it fills in of a chosen range.
        sides: also one toll for each side.
        roles: if not empty, only victims of these sides (and "unknown") are coded.
        replaces: as `corpuskit.CodingPolicy.replaces`.
    """

    name: str
    cites: str
    about: str
    choose: Choose
    kinds: tuple[CasualtyKind, ...] = KINDS
    read: Read = literal_range
    finish: Callable[[Range], Range] = lambda found: found
    sides: bool = False
    roles: tuple[VictimRole, ...] = ()
    replaces: tuple[str, ...] = ()

    def __call__(self, casualties: Sequence[Casualty]) -> tuple[Toll, ...]:
        """Tolls of the counts of one event, in the order of kinds, the whole before its sides."""
        counts = usable(casualties)
        if self.roles:
            counts = tuple(c for c in counts if c.role in (*self.roles, "unknown"))
        tolls: list[Toll] = []
        for kind in self.kinds:
            tolls += self._tolls(kind, counts)
        return tuple(tolls)

    def _tolls(self, kind: CasualtyKind, counts: Sequence[Casualty]) -> list[Toll]:
        sides, wholes = by_side(statements_of(counts, kind, self.read))
        if not sides and not wholes:
            return []
        chosen = {role: self.choose(sides[role]) for role in sorted(sides)}
        total = self.choose(wholes) if wholes else total_of(chosen.values())
        spans = _spans([*wholes, *(r for ranges in sides.values() for r in ranges)])
        tolls = [self._toll(kind, total, None, spans)]
        if self.sides:
            for role, found in chosen.items():
                tolls.append(self._toll(kind, found, role, _spans(sides[role])))
        return tolls

    def _toll(
        self, kind: CasualtyKind, found: Range, by: VictimRole | None, spans: tuple[Span, ...]
    ) -> Toll:
        done = self.finish(found)
        return Toll(kind=kind, low=done.low, best=done.best, high=done.high, by=by, spans=spans)


def _spans(ranges: Sequence[Range]) -> tuple[Span, ...]:
    return tuple(sorted({span for found in ranges for span in found.spans}))
