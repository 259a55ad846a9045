"""Again: where in a stack a page's head stands a second time, or the lines under its headline.

Menus stand again at the foot of single pages, too; but no text of another article follows there.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from corpuskit_boilerplate.cut.parts import APART, two_paragraphs
from corpuskit_boilerplate.head.credits import is_name
from corpuskit_boilerplate.head.headline import find_headline
from corpuskit_boilerplate.lexicon import LANGUAGES
from corpuskit_boilerplate.page.heading import SIGNS
from corpuskit_boilerplate.page.lines import PARAGRAPH, Line

__all__ = ["headings_again", "heads_again"]

_FEWEST = 2  # lines of a head by which it is known
_SHARE = 0.6  # of the lines of a head that stand again
_BETWEEN = 3  # lines of a head in a row that are other ones
_HEADING = frozenset("timestamp byline read_time share follow counts caption".split())
_NEXT = 4  # lines below a heading in which two paragraphs stand
_SCORE = 60  # tenths of a logit
_LONGEST = 30  # words of the longest headline
_SENTENCE = 8  # words of the shortest paragraph below the same kinds of lines


def heads_again(
    lines: Sequence[Line], likely: Sequence[bool], running: Sequence[int]
) -> list[tuple[int, int]]:
    """Lines at which a headline stands below what stands above the file's first headline.

    Where that is one line, as the paper's name, it is the first of the article: then a day or an
    author, and paragraphs, have to stand below.

    Args:
        running: words of likely body before each line, and in all.

    Returns:
        (tenths of a logit above 0, index of the line) in text order.
    """
    keys = [line.key for line in lines]
    if keys.count(keys[0]) < 2:  # as on most pages
        return []
    tops = [i for i, key in enumerate(keys) if key == keys[0]]
    if not any(running[i] >= APART <= running[-1] - running[i] for i in tops):
        return []
    headline = find_headline(lines, likely)
    if not headline:
        return []
    head = {line.key for line in lines[:headline] if line.key and not line.dates}
    if len(head) < _FEWEST:
        return [
            (_SCORE, i)
            for i in tops
            if running[i] >= APART <= running[-1] - running[i] and _named_heading(lines, i)
        ]
    found = []
    reached = headline + 1
    for first in tops:
        if first < reached:
            continue
        reached = _end(keys, first, head)
        if len(head.intersection(keys[first:reached])) >= max(_FEWEST, _SHARE * len(head)):
            title = _headline_from(lines, reached)
            if title is not None and running[title] >= APART <= running[-1] - running[title]:
                found.append((_SCORE, title))
    return found


def _named_heading(lines: Sequence[Line], i: int) -> bool:
    """Whether a title, a day or an author, and paragraphs stand below line `i`."""
    below = lines[i + 1 : i + 1 + _NEXT]
    stamps = [one for one in below if one.words < PARAGRAPH and (one.dates or one.family in SIGNS)]
    text = lines[i + 1 : i + 1 + 2 * _NEXT]
    return bool(stamps) and _headline_from(lines, i + 1) is not None and two_paragraphs(text)


def _end(keys: Sequence[str], first: int, head: AbstractSet[str]) -> int:
    """The line below the last of `head` that stands at line `first` or near below another."""
    end = i = first + 1
    while i < len(keys) and i - end < _BETWEEN:
        i += 1
        if keys[i - 1] in head:
            end = i
    return end


def _headline_from(lines: Sequence[Line], i: int) -> int | None:
    """Line `i`, days and what is worded as furniture left out, if it can be a headline."""
    while i < len(lines) and (lines[i].dates or lines[i].family):
        i += 1
    return i if i < len(lines) and lines[i].words <= _LONGEST else None


def headings_again(
    lines: Sequence[Line],
    likely: Sequence[bool],
    running: Sequence[int],
    languages: tuple[str, ...] = LANGUAGES,
) -> list[tuple[int, int]]:
    """Lines that could be headlines, with the same kinds of lines below as the first has.

    Args and returns as those of `heads_again`; an author's name is no headline.
    """
    if True not in likely:
        return []
    families = [line.family for line in lines]
    text = top = likely.index(True)
    while top and families[top - 1] in _HEADING:
        top -= 1
    heading = families[top:text]
    if len(heading) < _FEWEST or SIGNS.isdisjoint(heading):
        return []
    above = 1
    if top and is_name(lines[top - 1], languages):  # an author, who stands below the headline
        headline = find_headline(lines, likely)
        above = 1 if headline is None else min(max(top - headline, 1), 1 + _BETWEEN)
    found = []
    for i in range(text + 1, len(lines) - len(heading)):
        if families[i] == heading[0] and families[i : i + len(heading)] == heading:
            title, below = i - above, lines[i + len(heading) : i + len(heading) + _NEXT]
            if (
                not any(families[title:i])
                and _heads(lines[title], languages)
                and two_paragraphs(below, _SENTENCE)
                and running[title] >= APART <= running[-1] - running[title]
            ):
                found.append((_SCORE, title))
    return found


def _heads(line: Line, languages: tuple[str, ...]) -> bool:
    """Whether a line can be a headline, and is no author's name."""
    words = range(2, _LONGEST + 1)
    return line.words in words and not line.ended and not is_name(line, languages)
