"""Chat: where messages of a copied chat begin ("Harbour Watch, [3 May 2031 08:14]")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpuskit_boilerplate.lines import Line

__all__ = ["message_starts"]

_HEADER = re.compile(r"[^\[\]\n]{1,60}, \[\d[^\[\]\n]{6,30}\]$")
_FEWEST = 8  # words of a message that is an article


def message_starts(lines: Sequence[Line]) -> list[int]:
    """The lines with sender and time above a message of some words; [] if fewer than two have them.

    Shorter messages belong to the one above.
    """
    heads = [i for i, line in enumerate(lines) if line.text[-1] == "]" and _is_header(line)]
    if len(heads) < 2:
        return []
    ends = [*heads[1:], len(lines)]
    return [
        head
        for head, end in zip(heads, ends, strict=True)
        if sum([line.words for line in lines[head + 1 : end]]) >= _FEWEST
    ]


def _is_header(line: Line) -> bool:
    return _HEADER.match(line.text) is not None
