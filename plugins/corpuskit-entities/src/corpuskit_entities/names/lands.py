"""Lands: which names alone may mean a place, whatever stands around them."""

from __future__ import annotations

import functools

from corpuskit_entities.lexica import place_of, token_of
from corpuskit_entities.places.place import Reading
from corpuskit_entities.tables import lexicon

__all__ = ["is_city", "is_land", "is_large", "is_municipal"]

_BIG = 100_000  # inhabitants of a town that its name alone may mean
_LANDS = frozenset(("country", "admin1"))


def is_large(name: str) -> bool:
    """Whether a name alone may mean a place: a country, a state, a city."""
    place = place_of(name)
    return place is not None and (place.kind in _LANDS or is_city(place))


def is_city(place: Reading) -> bool:
    """Whether it is a town that its name alone may mean."""
    return place.population >= _BIG


@functools.lru_cache(maxsize=16384)
def is_land(word: str) -> bool:
    """Whether a folded first name is a country or state too ("georgia")."""
    place = place_of(word.title()) if token_of(word).first else None
    return place is not None and place.kind in _LANDS and not is_municipal(place)


def is_municipal(place: Reading) -> bool:
    """Whether it lies in a country whose first divisions are too many and too small to be known."""
    return place.country.lower() in lexicon("municipal.tsv")
