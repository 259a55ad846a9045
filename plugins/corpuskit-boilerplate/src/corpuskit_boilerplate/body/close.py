"""Close: below which line of furniture hardly a line of what was taken for text is text."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit_boilerplate.page.lines import PARAGRAPH, Line, tells

__all__ = ["closed"]

_CLOSERS = frozenset(
    "app author_bio comments cookies copyright disclaimer donation follow footer most_read "
    "newsletter notification print_edition related report_error share subscription tags "
    "wire_signoff".split()
)
_SURE = frozenset(["copyright"])  # wherever in a line it is worded
_CLOSER = 24  # words of the longest line that closes
_TEXT = 20  # words of sentences above it
_SENTENCE = 8  # words of one
_FURNITURE = 2  # lines worded as furniture for the one line of text below at most
_FAR = 30  # lines from it to the last


def closed(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """Which lines are text: those `kept`, but for what stands below the line that closes them."""
    found = list(kept)
    there = [i for i, yes in enumerate(found) if yes]
    if not there:
        return found
    close = _closer(lines, found, there[0], there[-1])
    if close is not None and sum([_told(lines[i]) for i in there if i < close]) >= _TEXT:
        found[close:] = [False] * (len(found) - close)
    return found


def _closer(lines: Sequence[Line], found: Sequence[bool], first: int, last: int) -> int | None:
    """The highest line with furniture below it and one line of text at most; None if none."""
    text = worded = 0
    close = None
    for i in range(last, max(first, last - _FAR), -1):
        line = lines[i]
        inside = line.rule == "boilerplate.inside" and line.family not in _SURE
        if line.family and not inside:
            worded += 1
            if _closes(line) and worded >= _FURNITURE * text:
                close = i
        elif found[i]:
            text += line.words >= PARAGRAPH or (line.words >= _SENTENCE and line.ended)
            if text > 1:
                break
    return close


def _closes(line: Line) -> bool:
    return line.family in _SURE or (line.family in _CLOSERS and line.words <= _CLOSER)


def _told(line: Line) -> int:
    """How many words of a sentence the line has."""
    return line.words if tells(line, _SENTENCE) else 0
