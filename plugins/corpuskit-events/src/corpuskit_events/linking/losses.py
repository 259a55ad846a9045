"""Losses: what one telling counts, side by side, and whether two tellings can both be true."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from typing import NamedTuple, get_args

from corpuskit import Casualty, CasualtyKind, Event, Span

__all__ = [
    "KINDS",
    "UNKNOWN",
    "Loss",
    "Range",
    "between",
    "foes",
    "losses_of",
    "main_side",
    "range_of",
    "side_field",
    "sum_of",
]

KINDS: tuple[str, ...] = get_args(CasualtyKind)
UNKNOWN = "unknown"

Range = tuple[int, float]
"""Lowest and highest number that a telling allows; an open end goes on for ever."""


class Loss(NamedTuple):
    """What one verb tells: "two soldiers and three villagers were killed" is one loss, of five.

    Attributes:
        kind: killed, wounded, missing, captured or displaced.
        trigger: the verb.
        sides: the victims' roles, each with its range.
        exact: the single numbers, as told, and their sum.
        beside: roles of whom the same report tells another loss of this kind.
        claimed: whether it is what a party to the fight says.
    """

    kind: str
    trigger: Span
    sides: Mapping[str, Range]
    exact: frozenset[int]
    beside: frozenset[str] = frozenset()
    claimed: bool = False

    @property
    def told(self) -> tuple[object, ...]:
        """The same for two tellings between which nothing can be in conflict."""
        return self.kind, frozenset(self.sides.items()), self.beside

    @property
    def whole(self) -> Range:
        """Of all sides together."""
        ranges = self.sides.values()
        return next(iter(ranges)) if len(ranges) == 1 else _sum(ranges)

    @property
    def in_words(self) -> str:
        """ "4", "4 to 6", "4 or more"."""
        low, high = self.whole
        return (
            str(low) if low == high else f"{low} {'or more' if high == math.inf else f'to {high}'}"
        )

    @property
    def sided(self) -> bool:
        """Whether the text tells the role of everybody."""
        return UNKNOWN not in self.sides

    def of_others(self, other: Loss) -> bool:
        """Whether the two count different people: foes, or sides that one report tells apart.

        Who is a militant to the army can be a villager to the neighbours: that is one loss.
        """
        if not self.disputes(other):
            return False
        apart = bool(self.beside & other.sides.keys() or other.beside & self.sides.keys())
        return apart or foes(self.sides, other.sides)

    def disputes(self, other: Loss) -> bool:
        """Whether the two tell whose losses they are, and have no side in common."""
        return self.sided and other.sided and not self.sides.keys() & other.sides.keys()

    def gap(self, other: Loss) -> tuple[int, int] | None:
        """The nearest numbers of two tellings that cannot both be true, or None if they can.

        Side by side where both tell sides, else as wholes.
        """
        if self.sided and other.sided and not self.disputes(other):
            shared = sorted(self.sides.keys() & other.sides.keys())
            pairs = [(self.sides[role], other.sides[role]) for role in shared]
        else:
            pairs = [(self.whole, other.whole)]
        return next((found for one, two in pairs if (found := between(one, two))), None)


def between(one: Range, other: Range) -> tuple[int, int] | None:
    """The end of the lower range and the beginning of the higher, if nothing is in both."""
    lower, higher = sorted((one, other))
    return (int(lower[1]), higher[0]) if lower[1] < higher[0] else None


def foes(some: Collection[str], others: Collection[str]) -> bool:
    """Whether the roles are of two sides that fight one another."""
    return any(
        "militant" in one and "security_forces" in two
        for one, two in ((some, others), (others, some))
    )


def range_of(count: Casualty) -> Range:
    """What a count allows."""
    return count.low or 0, math.inf if count.high is None else count.high


def _sum(ranges: Collection[Range]) -> Range:
    return sum(low for low, _ in ranges), sum(high for _, high in ranges)


def sum_of(counts: Collection[Casualty]) -> tuple[int | None, int | None, int | None]:
    """Low, best and high of all counts together; what is open in one is open in the sum, but of
    the low ends those that are told count: "at least 5, and up to 20" are at least 5."""
    lows = [count.low for count in counts if count.low is not None]
    bests = [count.best for count in counts if count.best is not None]
    highs = [count.high for count in counts if count.high is not None]
    return (
        sum(lows) if lows else None,
        sum(bests) if len(bests) == len(counts) else None,
        sum(highs) if len(highs) == len(counts) else None,
    )


def losses_of(event: Event, headline: Span | None = None) -> tuple[Loss, ...]:
    """Losses of the event as a whole, in text order; parts and running totals left out.

    A headline's number that is "at least" so many below it is no more than that: "23 killed", "at
    least 23 were killed".
    """
    told: dict[tuple[str, Span], list[Casualty]] = {}
    for count in event.casualties:
        if count.scope == "event":
            told.setdefault((count.kind, count.trigger_span), []).append(count)
    losses = [_loss(kind, trigger, counts) for (kind, trigger), counts in told.items()]
    if headline is not None:
        losses = [
            _opened(loss, losses) if headline.contains(loss.trigger) else loss for loss in losses
        ]
    return tuple(_placed(loss, losses) for loss in losses)


def _opened(loss: Loss, losses: Collection[Loss]) -> Loss:
    """A headline's loss, without an upper end where another of its number has none."""
    low, high = loss.whole
    if low != high or len(loss.sides) > 1:
        return loss
    if not any(other.kind == loss.kind and other.whole == (low, math.inf) for other in losses):
        return loss
    return loss._replace(sides=dict.fromkeys(loss.sides, (low, math.inf)))


def _placed(loss: Loss, losses: Collection[Loss]) -> Loss:
    others = [other for other in losses if other.kind == loss.kind and other.disputes(loss)]
    return loss._replace(beside=frozenset(role for other in others for role in other.sides))


def _loss(kind: str, trigger: Span, counts: Collection[Casualty]) -> Loss:
    sides: dict[str, Range] = {}
    for count in counts:
        sides[count.role] = _sum((sides.get(count.role, (0, 0)), range_of(count)))
    exact = {c.best for c in counts if c.best is not None}
    low, high = _sum(sides.values())
    if low == high and len(counts) > 1:
        exact.add(low)
    claimed = any(c.status == "claimed" for c in counts)
    return Loss(kind, trigger, sides, frozenset(exact), claimed=claimed)


def main_side(losses: Collection[Loss], acting: Collection[str]) -> frozenset[str]:
    """The roles of the loss that is told most often, of several not that of the side that acts,
    then the greatest; what is told of others is a loss of its own. Empty where nobody tells whose
    losses they are."""
    told: dict[frozenset[str], list[Loss]] = {}
    for loss in losses:
        if loss.sided:
            told.setdefault(frozenset(loss.sides), []).append(loss)
    return max(
        told,
        key=lambda roles: (
            len(told[roles]),
            roles.isdisjoint(acting),
            max(loss.whole for loss in told[roles]),
            sorted(roles),
        ),
        default=frozenset(),
    )


def side_field(loss: Loss, role: str, main: frozenset[str]) -> str:
    """The ledger's field for a count: "killed", or "killed:militant" for another side's loss."""
    elsewhere = loss.sided and not main & loss.sides.keys()
    apart = elsewhere and (foes(main, loss.sides) or not main.isdisjoint(loss.beside))
    return f"{loss.kind}:{role}" if apart else loss.kind
