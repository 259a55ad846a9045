"""Tolls: whether the counts of two sentences can be of one event, although they differ."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit import Casualty
from corpuskit_events.cue import cue

__all__ = ["can_be_one", "counted_anew", "of_other_sides", "rounded"]

ROUND = 20  # from so many on a headline rounds
NEAR = 1.1  # how far the round figure lies below


def rounded(some: Sequence[Casualty], others: Sequence[Casualty], kind: str) -> bool:
    """Whether one count is the other rounded down: "over 40", and then 43."""
    return any(
        _rounds(one, other) or _rounds(other, one)
        for one in some
        for other in others
        if one.kind == other.kind == kind
    )


def _rounds(one: Casualty, other: Casualty) -> bool:
    low, exact = one.low, other.best
    if low is None or exact is None or low < ROUND or low % 10:
        return False
    return (one.high is None or one.approx) and low <= exact <= low * NEAR


def can_be_one(some: Sequence[Casualty], others: Sequence[Casualty], kind: str) -> bool:
    """Whether two counts can both be true: a headline's 12 and "more than 10 people"."""
    return any(
        one.kind == other.kind == kind and _reaches(one, other) and _reaches(other, one)
        for one in some
        for other in others
    )


def _reaches(one: Casualty, other: Casualty) -> bool:
    return one.high is None or other.low is None or other.low <= one.high


def of_other_sides(some: Sequence[Casualty], others: Sequence[Casualty]) -> bool:
    """Whether the counts that are alike are of other people: two soldiers, two rebels."""
    alike = [
        (one.role, other.role)
        for one in some
        for other in others
        if one.kind == other.kind and one.best == other.best
    ]
    return bool(alike) and all("unknown" not in pair and pair[0] != pair[1] for pair in alike)


def counted_anew(some: Sequence[Casualty], others: Sequence[Casualty], *, definite: bool) -> bool:
    """Whether the later counts are of the same victims, by another source or of a deed told of."""
    known = {who.lower() for casualty in some if (who := casualty.who)}
    for casualty in others:
        if not (definite or casualty.asserter):
            return False
        who = (casualty.who or "").lower()
        if who and who not in known and who not in cue("anybody"):
            return False
    return bool(others)
