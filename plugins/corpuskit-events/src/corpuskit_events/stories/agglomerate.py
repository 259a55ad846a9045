"""Agglomerate: joins the closest groups first, by mean similarity, never across a clear gap."""

from __future__ import annotations

import datetime as dt
import heapq
import math
from collections.abc import Callable, Iterator, Sequence

import attrs

from corpuskit_events.stories.vectors import Vector, alike

__all__ = ["LATE", "Gap", "agglomerate"]

SAMPLE = 8  # members of a group that stand for all of it
LATE = dt.timedelta(days=90)  # a silence after which most reports are of something else


@attrs.frozen
class Gap:
    """When two groups are one.

    Attributes:
        least: similarity that two articles need.
        settled: mean similarity that two large groups need; between groups of n and m articles
            it is `settled` and the rest of `least` divided by the root of n x m, since a mean of
            many pairs is surer than one pair.
        relative: the same as a share of the mean similarity within them. Two alike events have
            reports that resemble one another less than those of either do among themselves.
        expected: similarity expected within a group of which little is known yet.
        trust: how many pairs that expectation weighs.
        unsure: 0 to 1, how little is known of which terms are rare. One term that two articles
            share may then count no more than all the others together: a name in common tells of
            one place or person, and only a large collection shows that it tells of one event.
    """

    least: float
    settled: float
    relative: float
    expected: float = 0.2
    trust: float = 3.0
    unsure: float = 0.0
    late: float = 1.0


class _Groups:
    """The state of one run; groups are named by their first row."""

    def __init__(
        self, rows: Sequence[Vector], gap: Gap, days: Sequence[dt.date | None] | None
    ) -> None:
        self.gap = gap
        self.days = {n: (day, day) for n, day in enumerate(days or ()) if day is not None}
        self.sums: list[Vector] = [dict(row) for row in rows]
        self.members: list[list[int]] = [[number] for number in range(len(rows))]
        self.inner = [0.0] * len(rows)  # sum of similarities within
        self.near: list[dict[int, float]] = [{} for _ in rows]  # sum of similarities between

    def within(self, group: int) -> float:
        size = len(self.members[group])
        gap = self.gap
        pairs = size * (size - 1) / 2
        return (self.inner[group] + gap.trust * gap.expected) / (pairs + gap.trust)

    def closeness(self, one: int, other: int) -> float:
        """Mean similarity between two groups; 0.0 where they must stay apart."""
        pairs = len(self.members[one]) * len(self.members[other])
        mean = self.near[one][other] / pairs
        gap = self.gap
        if gap.late < 1.0 and self.long_between(one, other):
            mean *= gap.late
        if mean < gap.settled + (gap.least - gap.settled) / math.sqrt(pairs):
            return 0.0
        if mean < gap.relative * math.sqrt(self.within(one) * self.within(other)):
            return 0.0
        return mean

    def long_between(self, one: int, other: int) -> bool:
        """Whether all of one group was told months after all of the other."""
        if one not in self.days or other not in self.days:
            return False
        (first, last), (begin, end) = self.days[one], self.days[other]
        return max(begin - last, first - end) > LATE

    def mostly(self, apart: Callable[[int, int], bool], one: int, other: int) -> bool:
        """Whether more than half of the pairs between two groups are apart; large ones sampled."""
        pairs = [(a, b) for a in self.members[one][:SAMPLE] for b in self.members[other][:SAMPLE]]
        return 2 * sum([apart(a, b) for a, b in pairs]) > len(pairs)

    def dot(self, one: int, other: int) -> float:
        short, long = self.sums[one], self.sums[other]
        if len(short) > len(long):
            short, long = long, short
        get = long.get
        return sum([weight * get(key, 0.0) for key, weight in short.items()])

    def join(self, one: int, other: int) -> None:
        """`other` becomes part of `one`."""
        self.inner[one] += self.inner[other] + self.near[one].pop(other)
        del self.near[other][one]
        for third, total in self.near[other].items():
            mine = self.near[one].get(third)
            whole = total + (self.dot(one, third) if mine is None else mine)
            self.near[one][third] = self.near[third][one] = whole
            del self.near[third][other]
        for third in self.near[one].keys() - self.near[other].keys():
            whole = self.near[one][third] + self.dot(other, third)
            self.near[one][third] = self.near[third][one] = whole
        self.near[other] = {}
        self.members[one] += self.members[other]
        self.members[other] = []
        told = [self.days[group] for group in (one, other) if group in self.days]
        if told:
            self.days[one] = min(first for first, _ in told), max(last for _, last in told)
        mine_sum, others = self.sums[one], self.sums[other]
        for key, weight in others.items():
            mine_sum[key] = mine_sum.get(key, 0.0) + weight
        self.sums[other] = {}


def agglomerate(
    rows: Sequence[Vector],
    pairs: Sequence[tuple[int, int]],
    gap: Gap,
    apart: Callable[[int, int], bool] | None = None,
    days: Sequence[dt.date | None] | None = None,
) -> list[list[int]]:
    """Groups of row numbers, each sorted, in the order of their first.

    Args:
        rows: unit vectors.
        pairs: those worth comparing; groups without a pair of at least `gap.settled` stay apart.
        apart: whether two rows are known to be of two stories, whatever words they share; groups
            of which more than half of the pairs are so stay apart.
        days: when each was told, where known.
    """
    groups = _Groups(rows, gap, days)
    for one, other in pairs:
        similarity = alike(rows[one], rows[other], gap.unsure)
        if similarity >= gap.settled:
            groups.near[one][other] = groups.near[other][one] = similarity
    for island in _islands(groups.near):
        _join_closest(groups, island, apart)
    return [sorted(members) for members in groups.members if members]


def _islands(near: Sequence[dict[int, float]]) -> Iterator[list[int]]:
    """Rows that are linked with one another, however indirectly; no others can ever join."""
    seen = [False] * len(near)
    for first, linked in enumerate(near):
        if seen[first] or not linked:
            continue
        seen[first] = True
        island = [first]
        for row in island:
            for other in near[row]:
                if not seen[other]:
                    seen[other] = True
                    island.append(other)
        yield island


def _join_closest(
    groups: _Groups, island: Sequence[int], apart: Callable[[int, int], bool] | None
) -> None:
    """Joins groups of one island, the closest first, until all that is left is too far."""
    heap: list[tuple[float, int, int]] = []
    for one in island:
        for other in groups.near[one]:
            if one < other and (closeness := groups.closeness(one, other)):
                heap.append((-closeness, one, other))
    heapq.heapify(heap)
    while heap:
        minus, one, other = heapq.heappop(heap)
        if not (groups.members[one] and groups.members[other]):
            continue
        if groups.closeness(one, other) != -minus:
            continue  # out of date; the newer entry is in the heap
        if apart is not None and groups.mostly(apart, one, other):
            continue  # comes up again when one of them grows
        groups.join(one, other)
        for third in groups.near[one]:
            if closeness := groups.closeness(one, third):
                heapq.heappush(heap, (-closeness, min(one, third), max(one, third)))
