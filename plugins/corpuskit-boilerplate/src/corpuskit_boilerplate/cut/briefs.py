"""Briefs: short articles of a stack, each headed as the file is: headline, author and day.

A teaser below an article can be headed so, too, but has no two lines of text.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from corpuskit_boilerplate.cut.parts import is_title, summed, text_words
from corpuskit_boilerplate.cut.signs import Signs, signs_in
from corpuskit_boilerplate.lexicon import LANGUAGES
from corpuskit_boilerplate.page.heading import heads_links
from corpuskit_boilerplate.page.lines import Line

__all__ = ["BRIEF", "brief_starts"]

BRIEF = 20  # words of text that such an article has at least
_SENTENCE = 8  # words of each of its first two lines
_TITLE = range(3, 31)  # words of a headline
_SCORE = 30  # tenths of a logit


def brief_starts(
    lines: Sequence[Line], languages: tuple[str, ...] = LANGUAGES
) -> list[tuple[int, int]]:
    """Such headlines with text above and below: (tenths of a logit above 0, index), in order."""
    if not is_title(lines[0], _TITLE):
        return []
    signs = signs_in(lines, languages)
    first = next(signs, None)
    if first is None or first.first != 1:
        return []
    text = [*text_words(lines), 0]
    shape = _shape(lines, first)
    alike = [one for one in (first, *signs) if _shape(lines, one) == shape]
    starts = [one.first - 1 for one in alike if _heads(lines, text, one)]
    if starts[:1] != [0]:
        return []
    running = summed(text[:-1])
    ends = [*starts[1:], len(lines)]
    words = [running[end] - running[start] for start, end in zip(starts, ends, strict=True)]
    return [
        (_SCORE, start)
        for start, (above, below) in zip(starts[1:], itertools.pairwise(words), strict=True)
        if above >= BRIEF <= below
    ]


def _heads(lines: Sequence[Line], text: Sequence[int], signs: Signs) -> bool:
    """Whether a headline stands above these signs, and two lines of text below; they name the
    author."""
    title = signs.first - 1
    below = min(text[signs.last : signs.last + 2], default=0) >= _SENTENCE
    return signs.named and below and is_title(lines[title], _TITLE) and _ended(lines, title)


def _ended(lines: Sequence[Line], title: int) -> bool:
    """Whether a text or furniture ends above the headline."""
    if not title:
        return True
    above = lines[title - 1]
    return (above.family != "" and not heads_links(above)) or above.ended


def _shape(lines: Sequence[Line], signs: Signs) -> list[str]:
    return [line.family for line in lines[signs.first : signs.last]]
