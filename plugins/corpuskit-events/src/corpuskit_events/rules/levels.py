"""Levels: whether one place lies in the next, and what level of places the text gives it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import attrs

from corpuskit.scan import trie_pattern
from corpuskit_events.cue import cue, either

__all__ = ["chained", "part_of", "place_nouns", "told_level"]

_LEVELS = {"town": 0, "camp": 0, "district": 1, "province": 2}  # of `geography`, by use
_BEFORE = re.compile(r"\b([a-z]+)\sof\s$")
_AFTER = re.compile(r"\s([a-z]+)\b")


@cache
def place_nouns() -> frozenset[str]:
    """All nouns of place."""
    return frozenset().union(*map(cue, (*_LEVELS, "area")))


@lru_cache(maxsize=4096)
def chained(between: str) -> bool:
    """Whether what stands between two names makes the second hold the first: "Karn, Orlo"."""
    words = _words()
    inner = words.noun.sub("", between, count=1)
    return bool(words.chain.fullmatch(inner))


def told_level(folded: str, start: int, end: int) -> int | None:
    """The level that the text itself gives a place: "the town of Karn", "Orlo province"."""
    words = _words()
    if words.capital.match(folded, end):
        return 0
    after = _AFTER.match(folded, end, end + 16)
    if after is not None and after.group(1) in words.levels:
        return words.levels[after.group(1)]
    before = _BEFORE.search(folded[max(0, start - 20) : start])
    return words.levels.get(before.group(1)) if before is not None else None


def part_of(folded: str, one: int, other: int) -> bool:
    """Whether the place that ends at `one` is told as a part of the town at `other`."""
    return _words().part.fullmatch(folded, one, other) is not None


@attrs.frozen
class _Words:
    """What may stand between two names.

    Attributes:
        levels: by noun.
        noun: one behind a name.
        capital: ", the capital of".
        chain: all that makes the second name hold the first, without a noun.
        part: " district of the city of".
    """

    levels: dict[str, int]
    noun: re.Pattern[str]
    capital: re.Pattern[str]
    chain: re.Pattern[str]
    part: re.Pattern[str]


@cache
def _words() -> _Words:
    noun = trie_pattern(place_nouns())
    capital = rf",\s(?:the\s)?(?:[a-z-]+\s)?{either('seat')}\sof\s(?:the\s)?"
    return _Words(
        levels={word: level for use, level in _LEVELS.items() for word in cue(use)},
        noun=re.compile(rf"\s{noun}\b"),
        capital=re.compile(capital),
        chain=re.compile(rf"{capital}|,\s|\sin\s(?:the\s)?(?:[a-z-]+\s)?|\sof\s|\s{noun}\sof\s"),
        part=re.compile(
            rf"\s{either('quarter')}\s(?:of|in)\s(?:the\s(?:[a-z-]+\s)?(?:city|town)\sof\s)?"
        ),
    )
