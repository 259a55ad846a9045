"""Tail: what goes on from a line of text, up to the first that is worded as furniture.

The evidence is that of web pages, where what is short below the text is mostly furniture; the
last sentences of a short article are short, too, and a lost line is worse than a kept one.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit_boilerplate.heading import is_bullet
from corpuskit_boilerplate.lines import Line, ends_sentence

__all__ = ["gone_on"]

_FEWEST = 2  # words of the shortest sentence
_QUOTES = "\"“„«'‘"


def gone_on(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """Which lines are text: those `kept`, the sentences below a sentence, and all of a list."""
    found = list(kept)
    for i in range(1, len(lines)):
        if not found[i] and found[i - 1] and _goes_on(lines[i - 1], lines[i]):
            found[i] = True
    for i in range(len(lines) - 2, -1, -1):
        if found[i + 1] and not found[i] and _item(lines[i]) and _item(lines[i + 1]):
            found[i] = True
    return found


def _item(line: Line) -> bool:
    return not line.family and is_bullet(line)


def _goes_on(above: Line, line: Line) -> bool:
    if line.family or above.family:
        return False
    if is_bullet(line):
        return is_bullet(above) or above.text[-1] == ":"
    return ends_sentence(above) and _sentence(line)


def _sentence(line: Line) -> bool:
    first = line.text[0]
    return (
        line.words >= _FEWEST
        and (first.isupper() or first.isdigit() or first in _QUOTES)
        and ends_sentence(line)
    )
