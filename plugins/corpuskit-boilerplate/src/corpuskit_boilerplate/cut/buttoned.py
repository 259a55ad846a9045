"""Buttoned: items of a newsletter, a reader or a blog, each a headline and text, the same button
below, or the same words that say who posted it.

So are teasers below an article; but they stand below a text without a button.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from corpuskit_boilerplate.cut.parts import is_title
from corpuskit_boilerplate.head.credits import is_name
from corpuskit_boilerplate.lexicon import LANGUAGES
from corpuskit_boilerplate.page.heading import SIGNS
from corpuskit_boilerplate.page.lines import Line, tells

__all__ = ["buttoned_starts"]

_FEWEST = 2  # items
_FAMILIES = frozenset(["related", "navigation"])
_POSTED = frozenset(["author_bio", "byline"])
_SEEN = frozenset(["boilerplate.viewed"])  # below every message of a channel
_SIGN = 14  # words of the longest line that says who posted
_WORDS = range(2, 7)  # of a button
_TITLE = range(3, 25)  # words of a headline
_ALONE = range(1, 25)  # of one that is all that stands between a button and the text below
_HEADING = 4  # lines between a headline and its text at most
_BETWEEN = 3  # lines from a button to the next headline at most; a page has more
_ITEM = range(20, 161)  # words of the text of an item
_POST = range(20, 10**6)  # of one of a blog
_ALL = 60  # words of all at least
_SENTENCE = 6  # words of the shortest line of it
_ABOVE = 12  # lines above the first headline at most


def buttoned_starts(lines: Sequence[Line]) -> list[int]:
    """Indices of the headlines of all items but the first; none if there is other text."""
    buttons = [button for line in lines if line.family and (button := _button(line))]
    if len(buttons) < _FEWEST:
        return []
    key, times = Counter(buttons).most_common(1)[0]
    if times < _FEWEST:
        return []
    ends = [i for i, line in enumerate(lines) if line.family and _button(line) == key]
    if any(map(_sentence, lines[ends[-1] + 1 :])):
        return []
    if lines[ends[0]].rule in _SEEN:
        return _messages(lines, ends)
    heads = [_day(lines, one + 1, two) for one, two in itertools.pairwise([-1, *ends])]
    if min(heads) < 0:  # no day stands above the headlines
        heads = [_head(lines, one + 1, two) for one, two in itertools.pairwise([-1, *ends])]
        if heads[0] < 0:  # the reader is greeted
            text = _text(lines, 0, ends[0])
            heads[0] = _head(lines, text + 1, ends[0])
    if min(heads) < 0 or heads[0] > _ABOVE + 1:
        return []
    if any(head - end > _BETWEEN for head, end in zip(heads[1:], ends, strict=False)):
        return []
    sizes = [
        sum(line.words for line in lines[one:two] if _sentence(line))
        for one, two in zip(heads, ends, strict=True)
    ]
    items = _POST if lines[ends[0]].family in _POSTED else _ITEM
    return heads[1:] if sum(sizes) >= _ALL and all(size in items for size in sizes) else []


def _messages(lines: Sequence[Line], ends: Sequence[int]) -> list[int]:
    """The first line of each message of a channel but the first; all of them have text."""
    starts = [0, *(end + 1 for end in ends[:-1])]
    texts = [any(map(_sentence, lines[one:two])) for one, two in zip(starts, ends, strict=True)]
    return starts[1:] if all(texts) else []


def _head(lines: Sequence[Line], first: int, last: int) -> int:
    """The headline of an item: the first title near above its text, or the one right above author
    and day, for links can stand above that; -1 if none."""
    text = _text(lines, first, last)
    if text == first + 1 and is_title(lines[first], _ALONE):
        return first
    near = range(max(first, text - _HEADING), text)
    titles = [i for i in near if is_title(lines[i], _TITLE)]
    signed = [i for i in titles if _signed(lines[i + 1 : min(i + 3, text)])]
    return (signed or titles or [-1])[0]


def _day(lines: Sequence[Line], first: int, last: int) -> int:
    """The author or day right above the title of an item; -1 if none."""
    text = _text(lines, first, last)
    near = range(max(first, text - _HEADING), text - 1)
    for i in near:
        words = _ALONE if i + 2 == text else _TITLE
        if lines[i].family in SIGNS and is_title(lines[i + 1], words):
            return i
    return -1


def _text(lines: Sequence[Line], first: int, last: int) -> int:
    """The first sentence of an item; -1 if none."""
    return next((i for i in range(first, last) if _sentence(lines[i])), -1)


def _signed(below: Sequence[Line]) -> bool:
    """Whether the first line is an author or a day, or a name above one."""
    if len(below) > 1 and is_name(below[0], LANGUAGES):
        below = below[1:]
    return len(below) > 0 and below[0].family in SIGNS


def _button(line: Line) -> str:
    """What a button says, or how a line begins that says who posted what stands above; else ""."""
    if line.family in _FAMILIES and line.rule == "boilerplate.whole" and line.words in _WORDS:
        return line.key
    if line.rule in _SEEN:
        return line.rule
    if line.family in _POSTED and line.rule == "boilerplate.start" and line.words <= _SIGN:
        return " ".join(line.key.split(maxsplit=2)[:2])
    return ""


def _sentence(line: Line) -> bool:
    return tells(line, _SENTENCE)
