"""Top: what stands above an author or a day at the head of a text is of the heading, no text."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit_boilerplate.page.heading import SIGNS, is_bullet
from corpuskit_boilerplate.page.lines import PARAGRAPH, Line, tells

__all__ = ["below_signs"]

_BUTTONS = frozenset(["player", "gallery"])
_HEADS = frozenset(["key_points_heading", "disclaimer"])  # and are no text
_SIGN = 14  # words of the longest sign
_HEAD = 12  # lines from the first to the last that signs
_BELOW = 6  # lines below it in which the text stands
_FEWEST = 2  # sentences of it
_SENTENCE = 8  # words of one
_STANDFIRST = 32  # words of the longest sentence above a sign


def below_signs(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """Which lines are text: those `kept`, but for those above what signs the text.

    That can be a standfirst, a caption above its credit, and what is told under its own heading.
    """
    found = list(kept)
    if True not in found:
        return found
    first = found.index(True)
    last = _last_sign(lines, first)
    while first < last < len(lines) and (lines[last].family or lines[last].key.isdigit()):
        last += 1
    if first < last:
        last = _below_caption(lines, last)
    if sum(map(_told, lines[last : last + _BELOW])) >= _FEWEST:
        while last < len(lines) and lines[last].family in _BUTTONS:
            last += 1
        if tells(lines[first], PARAGRAPH) and not _caption(lines, first):
            first = min(first + 1, last)
        found[first:last] = [False] * (last - first)
    return found


def _below_caption(lines: Sequence[Line], i: int) -> int:
    """The line below furniture if only a line that is no sentence, as a caption, is above that."""
    below = i + 1
    if below >= len(lines) or lines[i].text[-1] == ":" or lines[i].ended:
        return i
    while below < len(lines) and lines[below].family in _HEADS:
        below += 1
    return below if below > i + 1 else i


def _last_sign(lines: Sequence[Line], first: int) -> int:
    """The line below the last that signs the text, only a heading above it; else `first`."""
    below = first
    standfirst = headed = False
    for i in range(first, min(first + _HEAD, len(lines))):
        line = lines[i]
        if line.family in SIGNS and line.rule != "boilerplate.inside" and line.words <= _SIGN:
            below = i + 1
        elif line.family == "key_points_heading":
            headed = True
        elif not line.family and (is_bullet(line) or line.text[-1] == ":"):
            break
        elif _told(line) and not _caption(lines, i):
            if line.words > _STANDFIRST or (standfirst and not headed):
                break
            standfirst = True
    return below


def _caption(lines: Sequence[Line], i: int) -> bool:
    """Whether a credit stands below."""
    return i + 1 < len(lines) and lines[i + 1].family == "caption"


def _told(line: Line) -> bool:
    return tells(line, _SENTENCE)
