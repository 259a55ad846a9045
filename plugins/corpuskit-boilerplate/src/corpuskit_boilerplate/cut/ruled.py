"""Ruled: reports one below the other with the same drawn line between any two.

A drawn line alone parts sections as often as articles; drawn again and again between blocks each
of which has a headline, a day or an author, and text, it parts reports.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from corpuskit.scan import dateline_at
from corpuskit_boilerplate.page.lines import Line, ends_sentence, heads_message

__all__ = ["ruled_starts"]

_RULE = re.compile(r"([-=_*#~+•—–])(?:\s*\1){2,}")
_FEWEST = 2  # rules
_TITLE = range(3, 25)  # words of a headline
_HEADING = 4  # lines below a headline among which its day or author is
_STAMP = 10  # words of the longest line with these
_LONG = 8  # words of the shortest paragraph


def ruled_starts(lines: Sequence[Line]) -> list[int]:
    """Indices of the first line of each report below the first; none if one block is no report.

    What stands above the first rule or below the last and has no text belongs to its neighbour.
    """
    drawn = Counter(
        [line.text for line in lines if line.family == "separator" and _RULE.fullmatch(line.text)]
    )
    rule, times = drawn.most_common(1)[0] if drawn else ("", 0)
    if times < _FEWEST:
        return []
    rules = [i for i, line in enumerate(lines) if line.text == rule]
    edges = itertools.pairwise([-1, *rules, len(lines)])
    blocks = [(one + 1, two) for one, two in edges if two - one > 1]
    if blocks and not any(map(_paragraph, lines[slice(*blocks[0])])):
        del blocks[0]
    if blocks and not any(map(_paragraph, lines[slice(*blocks[-1])])):
        del blocks[-1]
    if len(blocks) <= _FEWEST or not all(_report(lines[first:last]) for first, last in blocks):
        return []
    return [first for first, _ in blocks[1:]]


def _report(block: Sequence[Line]) -> bool:
    title = block[0]
    if title.family or title.words not in _TITLE or ends_sentence(title):
        return False
    text = next((i for i, line in enumerate(block) if i and _paragraph(line)), None)
    if text is None:
        return False
    first = block[text].text
    stamps = block[1 : min(text, 1 + _HEADING)]
    return any(map(_stamp, stamps)) or dateline_at(first, 0, len(first)) is not None


def _stamp(line: Line) -> bool:
    """Whether the line names a day or an author; a time alone heads the entry of a liveblog."""
    if line.words > _STAMP or heads_message(line):
        return False
    return bool(line.dates) or line.family == "byline"


def _paragraph(line: Line) -> bool:
    return line.words >= _LONG and ends_sentence(line) and line.family != "caption"
