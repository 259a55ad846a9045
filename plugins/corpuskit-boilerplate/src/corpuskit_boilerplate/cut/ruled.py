"""Ruled: reports one below the other with the same drawn line between any two.

A drawn line alone parts sections as often as articles; drawn again and again between blocks each
of which has a headline, a day or an author, and text, it parts reports, menus above some or not.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from corpuskit_boilerplate.head.headline import find_headline
from corpuskit_boilerplate.lexicon import LANGUAGES, families
from corpuskit_boilerplate.page.chat import heads_message
from corpuskit_boilerplate.page.lines import Line
from corpuskit_boilerplate.page.opening import opening

__all__ = ["ruled_starts"]

_RULE = re.compile(r"([-=_*#~+•—–])(?:\s*\1){2,}")
_FEWEST = 2  # rules
_TITLE = range(3, 25)  # words of a headline
_HEADING = 8  # lines below a headline among which its day or author is
_LABELS = 4  # lines above a mail's subject that say from whom it is, and when
_LEAD = 20  # lines of a text that its headline is told by
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
    if len(blocks) <= _FEWEST:
        return []
    starts = [_report(lines, first, last) for first, last in blocks]
    return starts[1:] if min(starts) >= 0 else []


def _report(lines: Sequence[Line], first: int, last: int) -> int:
    """The headline of a report among the lines [first, last); -1 if they are none."""
    block = lines[first:last]
    text = next((i for i, line in enumerate(block) if i and _paragraph(line)), None)
    if text is None:
        return -1
    title = 0 if _title(block[0]) else _below_menu(block, text)
    if title < 0:
        return -1
    labelled = block[title].folded.partition(":")[0] in families(LANGUAGES).labels
    above = title - _LABELS if labelled else title + 1  # a mail's day stands above its subject
    stamps = block[max(above, 0) : min(text, title + 1 + _HEADING)]
    signed = any(map(_stamp, stamps)) or opening(block[text].text) is not None
    return first + title if signed else -1


def _title(line: Line) -> bool:
    return not line.family and line.words in _TITLE and not line.ended


def _below_menu(block: Sequence[Line], text: int) -> int:
    """The headline above line `text`, below what else a page has there; -1 if none."""
    near = block[: text + _LEAD]
    title = find_headline(near, [i >= text for i in range(len(near))])
    return title if title is not None and title < text and _title(block[title]) else -1


def _stamp(line: Line) -> bool:
    """Whether the line names a day or an author; a time alone heads the entry of a liveblog."""
    if line.words > _STAMP or heads_message(line):
        return False
    return bool(line.dates) or line.family == "byline"


def _paragraph(line: Line) -> bool:
    return line.words >= _LONG and line.ended and line.family != "caption"
