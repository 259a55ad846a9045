"""Place: one reading of a place name, and the key under which spellings of it meet."""

from __future__ import annotations

import functools
import unicodedata
from typing import Literal, NamedTuple

import attrs

__all__ = ["KINDS", "Place", "PlaceKind", "Reading", "place_key"]

PlaceKind = Literal["country", "admin1", "admin2", "town"]
"""country; admin1 (state, province); admin2 (district, county); town (any settlement)."""

KINDS: tuple[PlaceKind, ...] = ("country", "admin1", "admin2", "town")


class Reading(NamedTuple):
    """What a row of the gazetteer says, codes and all; see `Place` for the fields."""

    name: str
    kind: PlaceKind
    path: tuple[str, str, str]
    geonames: str
    population: int
    iso: str

    @property
    def id(self) -> str:
        """See `Place.id`."""
        return self.geonames or self.iso

    @property
    def country(self) -> str:
        """See `Place.country`."""
        return self.path[0]

    @property
    def ids(self) -> tuple[tuple[str, str], ...]:
        """See `Place.ids`."""
        found = (("geonames", self.geonames),) if self.geonames else ()
        scheme = "iso3166-1" if self.kind == "country" else "iso3166-2"
        return (*found, (scheme, self.iso)) if self.iso else found

    def contains(self, other: Reading | Place) -> bool:
        """See `Place.contains`."""
        return _contains(self, other)


_LETTERS = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ı": "i",
        "ħ": "h",
        "ŋ": "n",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ə": "a",
        "ʻ": "",
        "ʼ": "",
        "’": "",
        "‘": "",
        "'": "",
        "`": "",
        "ʿ": "",
        "-": " ",
        "–": " ",
        ".": "",
        ",": " ",
        "/": " ",
        "(": " ",
        ")": " ",
        "\u00a0": " ",
    }
)


@attrs.frozen(kw_only=True)
class Place:
    """A place in the world.

    Attributes:
        name: as the gazetteer writes it.
        kind: country, admin1, admin2 or town.
        country: ISO 3166-1 alpha-2 code.
        admin1: name of the state or province it lies in (or is), or None.
        admin2: name of the district or county it lies in (or is), or None.
        id: GeoNames id; an ISO 3166 code where GeoNames has none.
        population: of a town; 0 where unknown and for all others.
        ids: (scheme, identifier) pairs: "geonames", "iso3166-1", "iso3166-2".
        path: codes of country, admin1 and admin2, "" where there is none.
    """

    name: str
    kind: PlaceKind
    country: str
    admin1: str | None = None
    admin2: str | None = None
    id: str
    population: int = 0
    ids: tuple[tuple[str, str], ...] = ()
    path: tuple[str, str, str] = ("", "", "")

    def contains(self, other: Reading | Place) -> bool:
        """Whether `other` lies in this place and is not this place itself."""
        return _contains(self, other)


def _contains(larger: Reading | Place, smaller: Reading | Place) -> bool:
    depth = KINDS.index(larger.kind) + 1
    if larger.kind == "town" or KINDS.index(smaller.kind) < depth:
        return False
    return larger.path[depth - 1] != "" and larger.path[:depth] == smaller.path[:depth]


@functools.lru_cache(maxsize=65536)
def place_key(name: str) -> str:
    """Lower case without diacritics and punctuation: what "Kābul" and "Kabul" share."""
    low = name.lower()
    if low.isascii():
        words = low.split()
        if "".join(words).isalpha():
            return " ".join(words)
    else:
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    return " ".join(low.translate(_LETTERS).split())
