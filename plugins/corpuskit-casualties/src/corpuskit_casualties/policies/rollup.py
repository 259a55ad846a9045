"""Roll-up: from mentions to statements, so that a total is neither the sum nor the maximum."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import attrs

from corpuskit import Casualty, CasualtyKind, Span, VictimRole

__all__ = [
    "KINDS",
    "Range",
    "Read",
    "by_side",
    "literal_range",
    "statements_of",
    "total_of",
    "usable",
]

KINDS: tuple[CasualtyKind, ...] = ("killed", "wounded", "missing", "captured", "displaced")


@attrs.frozen
class Range:
    """One statement's range for one side: low, best, high as `Casualty` has them.

    Attributes:
        spans: the counts it was read from.
    """

    low: int | None
    best: int | None
    high: int | None
    spans: tuple[Span, ...] = ()

    def plus(self, other: Range) -> Range:
        """Both groups together; an open best or high end of one is open in the sum.

        As a low end the sum has what is surely told: "at least 5, and up to 20" are at least 5.
        """
        lows = [low for low in (self.low, other.low) if low is not None]
        return Range(
            sum(lows) if lows else None,
            _add(self.best, other.best),
            _add(self.high, other.high),
            (*self.spans, *other.spans),
        )


Read = Callable[[Casualty], Range]
"""How a policy reads one count."""


def literal_range(casualty: Casualty) -> Range:
    """The count as written."""
    return Range(casualty.low, casualty.best, casualty.high, (casualty.span,))


def usable(casualties: Iterable[Casualty]) -> tuple[Casualty, ...]:
    """Counts of one event that are reported: no parts, running totals, rates, nothing denied."""
    kept = [
        c
        for c in casualties
        if c.scope == "event" and c.status in ("reported", "claimed") and _says_a_number(c)
    ]
    return tuple(sorted(kept, key=lambda c: (c.span, c.kind)))


def _says_a_number(casualty: Casualty) -> bool:
    return (casualty.low, casualty.best, casualty.high) != (None, None, None)


def statements_of(
    casualties: Sequence[Casualty], kind: CasualtyKind, read: Read
) -> tuple[dict[VictimRole, Range], ...]:
    """Statements of one kind in text order: the counts that share one trigger, by side.

    "Two soldiers and three boys were killed" is one statement with two sides; its groups add up.
    Two statements are two tellings, and may be of the same loss.
    """
    grouped: dict[Span, dict[VictimRole, Range]] = {}
    for casualty in casualties:
        if casualty.kind == kind:
            sides = grouped.setdefault(casualty.trigger_span, {})
            found = read(casualty)
            known = sides.get(casualty.role)
            sides[casualty.role] = found if known is None else known.plus(found)
    return tuple(grouped.values())


def by_side(
    statements: Iterable[dict[VictimRole, Range]],
) -> tuple[dict[VictimRole, list[Range]], list[Range]]:
    """Ranges told of each side, and ranges told of the whole, if any.

    A count whose side is not told ("ten people") stands for the whole, unless it adds to
    another side in its own statement.
    """
    sides: dict[VictimRole, list[Range]] = {}
    wholes: list[Range] = []
    sums: list[Range] = []
    for statement in statements:
        if list(statement) == ["unknown"]:
            wholes.append(statement["unknown"])
            continue
        for role, found in statement.items():
            sides.setdefault(role, []).append(found)
        if len(statement) > 1:
            sums.append(total_of(statement.values()))
    return sides, [*wholes, *sums] if wholes else []


def total_of(ranges: Iterable[Range]) -> Range:
    """All groups together."""
    first, *others = ranges
    for found in others:
        first = first.plus(found)
    return first


def _add(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other
