"""Lands: which names alone may mean a place, whatever stands around them."""

from __future__ import annotations

import functools

from corpuskit_entities.lexica import place_of, token_of

__all__ = ["MUNICIPAL", "is_land", "is_large"]

_BIG = 100_000
# Countries whose first-level divisions are municipalities, too many and too small to be known.
MUNICIPAL = frozenset("SI MK LV MT AZ UG IS SC BI NR KN".split())
_LANDS = frozenset(("country", "admin1"))


def is_large(name: str) -> bool:
    """Whether a name alone may mean a place: a country, a state, a town of 100,000."""
    place = place_of(name)
    return place is not None and (place.kind in _LANDS or place.population >= _BIG)


@functools.lru_cache(maxsize=16384)
def is_land(word: str) -> bool:
    """Whether a folded first name is a country or state too ("georgia")."""
    place = place_of(word.title()) if token_of(word).first else None
    return place is not None and place.kind in _LANDS and place.country not in MUNICIPAL
