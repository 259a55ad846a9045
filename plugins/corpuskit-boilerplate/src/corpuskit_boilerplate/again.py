"""Again: where in a stack of whole pages the head of the site stands a second time.

Menus stand again at the foot of single pages, too; but no text of another article follows there.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from corpuskit_boilerplate.headline import find_headline
from corpuskit_boilerplate.lines import Line

__all__ = ["heads_again"]

_FEWEST = 2  # lines of a head by which it is known
_SHARE = 0.6  # of the lines of a head that stand again
_BETWEEN = 3  # lines of a head in a row that are other ones
_TEXT = 45  # words that an article has at least
_SCORE = 60  # tenths of a logit
_LONGEST = 30  # words of the longest headline


def heads_again(
    lines: Sequence[Line], likely: Sequence[bool], running: Sequence[int]
) -> list[tuple[int, int]]:
    """Lines at which a headline stands below what stands above the file's first headline.

    Args:
        running: words of likely body before each line, and in all.

    Returns:
        (tenths of a logit above 0, index of the line) in text order.
    """
    keys = [line.key for line in lines]
    tops = [i for i, key in enumerate(keys) if key == keys[0]]
    if not any(running[i] >= _TEXT <= running[-1] - running[i] for i in tops):
        return []
    headline = find_headline(lines, likely)
    if headline is None or headline < _FEWEST:
        return []
    head = {key for key in keys[:headline] if key}
    found = []
    reached = headline + 1
    for first in tops:
        if first < reached:
            continue
        reached = _end(keys, first, head)
        if len(head.intersection(keys[first:reached])) >= max(_FEWEST, _SHARE * len(head)):
            title = _title(lines, reached)
            if title is not None and running[title] >= _TEXT <= running[-1] - running[title]:
                found.append((_SCORE, title))
    return found


def _end(keys: Sequence[str], first: int, head: AbstractSet[str]) -> int:
    """The line below the last of `head` that stands at line `first` or near below another."""
    end = i = first + 1
    while i < len(keys) and i - end < _BETWEEN:
        i += 1
        if keys[i - 1] in head:
            end = i
    return end


def _title(lines: Sequence[Line], i: int) -> int | None:
    """Line `i`, days and what is worded as furniture left out, if it can be a headline."""
    while i < len(lines) and (lines[i].dates or lines[i].family):
        i += 1
    return i if i < len(lines) and lines[i].words <= _LONGEST else None
