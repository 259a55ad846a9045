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
_NAME = re.compile(rf"\b{_WORD}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0](?:the[ \u00a0])?)?{_WORD})*")


def names_in(raw: str, start: int, end: int) -> Iterator[Name]:
    """Capitalised runs of one sentence, raw[start:end]. A closing possessive ’s is left out."""
    first = next((i for i in range(start, end) if raw[i].isalnum()), start)
    for match in _NAME.finditer(raw, start, end):
        stop = match.end()
        while stop > match.start() and raw[stop - 1] in "\u2019'":
            stop -= 1
        if raw[stop - 2 : stop] in ("\u2019s", "'s"):
            stop -= 2
        if stop > match.start():
            yield Name(match.start(), stop, match.start() == first)
