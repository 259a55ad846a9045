"""Geography: whether two scenes can be one place told at two levels, and which is the smaller."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from corpuskit.scan import Lexicon
from corpuskit_entities.places import Gazetteer, Reading

__all__ = ["Geography", "geography"]

_LEVELS = {"town": 0, "admin2": 1, "admin1": 2, "country": 3}


class Geography:
    """The gazetteer with what the documents at hand say of places it does not know.

    Args:
        within: (smaller, larger) pairs of names, as documents tell them.
        levels: (name, level) as documents tell them ("the town of"); the most frequent counts.
    """

    def __init__(
        self,
        within: Iterable[tuple[str, str]] = (),
        levels: Iterable[tuple[str, int]] = (),
    ) -> None:
        told: dict[str, Counter[int]] = {}
        for name, level in levels:
            told.setdefault(_key(name), Counter())[level] += 1
        self._told = {
            name: min(counts, key=lambda level: (-counts[level], level))
            for name, counts in told.items()
        }
        self._parents: dict[str, set[str]] = {}
        for smaller, larger in within:
            if smaller != larger:
                self._parents.setdefault(_key(smaller), set()).add(_key(larger))
        self._above: dict[str, frozenset[str]] = {}

    def knows(self, name: str) -> bool:
        """Whether the gazetteer has the name."""
        return bool(_lookup(name))

    def level(self, name: str) -> int:
        """0 for a town or an unknown name, then district, province, country."""
        places = _lookup(name)
        return _LEVELS[places[0].kind] if places else 0

    def told_or_known_level(self, name: str) -> int | None:
        """The level that documents or the gazetteer give, or None."""
        told = self._told.get(_key(name))
        if told is not None:
            return told
        return self.level(name) if self.knows(name) else None

    def ambiguous(self, name: str) -> bool:
        """Whether documents tell two areas of one level that the name lies in."""
        by_level: dict[int, list[str]] = {}
        for parent in sorted(self._parents.get(_key(name), ())):
            level = self._told.get(parent)
            if level:
                by_level.setdefault(level, []).append(parent)
        return any(
            not self.same_or_nested(one, other)
            for areas in by_level.values()
            for one, other in itertools.pairwise(areas)
        )

    def contains(self, larger: str, smaller: str) -> bool:
        """Whether `smaller` lies in `larger`, by the gazetteer or by what documents tell."""
        if _key(larger) in self.above(smaller):
            return True
        outer, inner = _lookup(larger), _lookup(smaller)
        return any(_holds(a, b, inner) for a in outer for b in inner)

    def above(self, name: str) -> frozenset[str]:
        """Keys of all that documents say `name` lies in."""
        key = _key(name)
        if key not in self._above:
            seen: set[str] = set()
            queue = [key]
            while queue:
                for parent in sorted(self._parents.get(queue.pop(), ())):
                    if parent not in seen:
                        seen.add(parent)
                        queue.append(parent)
            self._above[key] = frozenset(seen - {key})
        return self._above[key]

    def same(self, one: str, other: str) -> bool:
        """Whether two names are one, or of one place of the gazetteer ("Gaza", "Gaza Strip")."""
        if _key(one) == _key(other):
            return True
        return not _ids(one).isdisjoint(_ids(other))

    def same_or_nested(self, one: str, other: str) -> bool:
        """Whether one of two names is the other, or holds it."""
        if self.same(one, other):
            return True
        return self.contains(one, other) or self.contains(other, one)

    def apart(self, one: str, other: str) -> bool:
        """Whether two names are certainly two places: both known, and neither holds the other."""
        if not (self.knows(one) and self.knows(other)):
            return False
        return not self.same_or_nested(one, other)


@cache
def geography() -> Geography:
    """The gazetteer alone."""
    return Geography()


@lru_cache(maxsize=65536)
def _key(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").split())


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer()


@cache
def _short_names() -> Lexicon:
    """What people call a place: "Gaza" is the Strip."""
    return Lexicon.from_package("corpuskit_entities", "place_names.tsv")


@lru_cache(maxsize=65536)
def _lookup(name: str) -> tuple[Reading, ...]:
    known = _short_names().get(name.lower().rstrip("."))
    return _gazetteer().readings(known[0]["name"] if known else name)


@lru_cache(maxsize=65536)
def _ids(name: str) -> frozenset[str]:
    return frozenset([reading.id for reading in _lookup(name)])


def _holds(larger: Reading, smaller: Reading, called: tuple[Reading, ...]) -> bool:
    """Whether one lies in the other. Several provinces can have one code, that of the region that
    they make up, which has no ISO code: of these none lies in another.

    Args:
        called: all places that have the name of the smaller.
    """
    if larger.kind != "admin1":
        return larger.contains(smaller)
    if larger.iso:
        return larger.contains(smaller) and not any(_siblings(larger, b) for b in called)
    return larger.contains(smaller) or (bool(smaller.iso) and _siblings(larger, smaller))


def _siblings(one: Reading, other: Reading) -> bool:
    """Whether two provinces have one code."""
    return one.kind == other.kind and one.path == other.path and one.id != other.id
