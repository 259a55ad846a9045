"""Names: runs of capitalised words with their particles, found once for everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Name", "names_in"]


class Name(NamedTuple):
    """A capitalised run: offsets, and whether it opens a sentence (where capitals prove less)."""

    start: int
    end: int
    initial: bool


_CAP = (
    r"[^\W\d_a-z\u00df-\u00f6\u00f8-\u00ff][\w\u2019']*"
    r"(?:[-\u2013\u2010](?:[\w]+[-\u2013\u2010])*[^\W_]\w*)*"
)
_WORD = rf"(?:[A-Z]\.(?:[A-Z]\.)*|{_CAP})"
_PARTICLE = (
    r"(?:de|del|della|der|di|da|dos|du|van|von|den|la|le|el|al|bin|ibn|bint|ul|ur|e|i|of|for|the)"
)
_NAME = re.compile(
    rf"(?=[A-Z\u00c0-\U0010ffff])\b{_WORD}"
    rf"(?:[ \u00a0](?:{_PARTICLE}[ \u00a0](?:the[ \u00a0])?)?{_WORD})*"
)


def names_in(raw: str, start: int, end: int) -> Iterator[Name]:
    """Capitalised runs of one sentence, raw[start:end]. A closing possessive ’s is left out."""
    first = start
    while first < end and not raw[first].isalnum():
        first += 1
    for match in _NAME.finditer(raw, start, end):
        begin, stop = match.span()
        if raw[stop - 1] in "\u2019's":
            stop = _without_possessive(raw, begin, stop)
        if stop > begin:
            yield Name(begin, stop, begin == first)


def _without_possessive(raw: str, begin: int, stop: int) -> int:
    while stop > begin and raw[stop - 1] in "\u2019'":
        stop -= 1
    return stop - 2 if raw[stop - 2 : stop] in ("\u2019s", "'s") else stop
