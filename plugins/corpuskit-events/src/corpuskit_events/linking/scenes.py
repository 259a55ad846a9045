"""Scenes: what two events' places say on whether they are one event."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import attrs

from corpuskit.scan import Lexicon
from corpuskit_events.geography import Geography
from corpuskit_events.linking.items import Item

__all__ = ["APART", "STRANGERS", "Point", "Scenes"]

APART = -6.0  # nothing else can outweigh it
SITE = -1  # below towns
_SHARED = {2: 1.2, 3: 0.5}  # what a province or country in common says
STRANGERS = "strangers"  # what two names are about of which nobody says how they lie


class Point(NamedTuple):
    """One piece of evidence: what it is about, what it says, how much it weighs."""

    about: str
    says: str
    weight: float


@cache
def _sites() -> frozenset[str]:
    """What names of buildings and the like end with."""
    heads = Lexicon.from_package("corpuskit_entities", "heads.tsv").entries
    return frozenset(head.term for head in heads if head["kind"] == "facility")


@attrs.frozen
class Scenes:
    """Compares places, by the gazetteer and by what the documents tell."""

    places: Geography
    seen: dict[object, Point] = attrs.field(factory=dict, repr=False)

    def compare(self, one: Item, other: Item) -> Point:
        """Both have places; the smallest of each is looked at, the others tell where it lies."""
        key = (one.places, one.level, other.places, other.level)
        known = self.seen.get(key)
        if known is None:
            known = self.seen[key] = self._compare(one, other)
        return known

    def _compare(self, one: Item, other: Item) -> Point:
        a, b = one.places[0], other.places[0]
        if self.places.same(a, b):
            if self._areas_differ(one.places[1:], other.places[1:]):
                return Point("place", f"two places called {a}", APART)
            if self.places.ambiguous(a) and not self._share_area(one.places, other.places):
                return Point("place", f"more than one place is called {a}", APART)
            return Point("place", f"place {a}", _SHARED.get(self._level(one), 2.0))
        larger = self._larger(one, other)
        if larger is not None:
            near = self.places.told_or_known_level(larger.places[0]) in (0, 1)
            return Point(
                "place", f"{a} and {b}: one lies in or near the other", 1.5 if near else 0.5
            )
        if self.places.apart(a, b):
            return Point("place", f"{a} is not {b}", APART)
        if self._areas_differ(one.places[1:], other.places[1:]):
            return Point("place", f"{a} and {b} lie in two areas", APART)
        return self._unknown(one, other)

    def _unknown(self, one: Item, other: Item) -> Point:
        """Two names of which nobody says how they lie: two places, unless they can be nested."""
        a, b = one.places[0], other.places[0]
        if self._level(one) != self._level(other):
            return Point("place", f"{a} and {b} are told at two levels", -1.5)
        words, others = set(a.lower().split()), set(b.lower().split())
        if words < others or others < words:
            return Point("place", f"{a} and {b} have one name", -1.5)
        return Point(STRANGERS, f"{a} and {b} are two places of one level", APART)

    def strangers(self, items: Sequence[Item]) -> bool:
        """Whether two of the scenes are of one level and nobody says that they are one place."""
        scenes = list({(i.places, i.level): i for i in items if i.places}.values())
        pairs = itertools.combinations(scenes, 2)
        return any(self.compare(a, b).about == STRANGERS for a, b in pairs)

    def _level(self, item: Item) -> int:
        """Of the smallest place; a name of which nobody tells the level is a town's, or that of a
        mosque or market, which can lie in one."""
        level = item.level
        if level is None:
            level = self.places.told_or_known_level(item.places[0])
        if level is None:
            name, _, noun = item.places[0].lower().rpartition(" ")
            return SITE if name and noun in _sites() else 0
        return level

    def _larger(self, one: Item, other: Item) -> Item | None:
        """The item whose smallest place holds the other's, or None."""
        for small, large in ((one, other), (other, one)):
            name = large.places[0]
            if any(name.lower() == place.lower() for place in small.places[1:]):
                return large
            if self.places.contains(name, small.places[0]):
                return large
        return None

    def _share_area(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Whether some area beside the smallest place is told by both, or holds another."""
        return any(self.places.same_or_nested(a, b) for a in one[1:] for b in other[1:])

    def _areas_differ(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Whether some level has names on both sides of which none is, holds or lies in another."""
        mine, theirs = self._by_level(one), self._by_level(other)
        for level in mine.keys() & theirs.keys():
            pairs = [(a, b) for a in mine[level] for b in theirs[level]]
            if level and not any(self.places.same_or_nested(a, b) for a, b in pairs):
                return True
        return False

    def _by_level(self, names: Sequence[str]) -> dict[int, set[str]]:
        """Areas with those that documents say they lie in, by level."""
        found: dict[int, set[str]] = {}
        for name in names:
            for area in (name, *sorted(self.places.above(name))):
                level = self.places.told_or_known_level(area)
                if level is not None:
                    found.setdefault(level, set()).add(area)
        return found
