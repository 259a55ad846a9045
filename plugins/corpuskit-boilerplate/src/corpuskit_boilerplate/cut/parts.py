"""Parts: what a headline and a paragraph look like, and how much text an article has at least."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from corpuskit_boilerplate.page.lines import PARAGRAPH, Line

__all__ = [
    "APART",
    "NO_TITLE",
    "is_paragraph",
    "is_title",
    "paired",
    "summed",
    "text_words",
    "two_paragraphs",
]

_SENTENCE = 8  # words of the shorter of two lines of text below each other
APART = 45  # words of text that an article has at least
NO_TITLE = ("", ".", ",", ";", ":")  # what no headline ends with


def is_title(line: Line, words: range) -> bool:
    """Whether a line of so many words could be a headline by its wording and its end."""
    return not line.family and line.words in words and line.text[-1] not in NO_TITLE


def is_paragraph(line: Line) -> bool:
    """Whether it is long and ends as a sentence does, whatever furniture it is worded like."""
    return line.words >= PARAGRAPH and line.ended


def two_paragraphs(lines: Sequence[Line], least: int = PARAGRAPH) -> bool:
    """Whether two of these are paragraphs, the shorter of at least so many words."""
    sizes = [one.words for one in lines if one.words >= least and one.ended]
    return len(sizes) > 1 and max(sizes) >= PARAGRAPH


def text_words(lines: Iterable[Line]) -> list[int]:
    """The words of each line that is a sentence and no furniture; 0 for the others."""
    return [line.words if line.ended and not line.family else 0 for line in lines]


def paired(lines: Sequence[Line]) -> list[int]:
    """The words of lines of text that stand above or below another; 0 for any other line.

    One more than there are lines, for what stands below the last.
    """
    found = [0] * (len(lines) + 1)
    for i, (one, two) in enumerate(itertools.pairwise(text_words(lines))):
        if min(one, two) >= _SENTENCE and max(one, two) >= PARAGRAPH:
            found[i], found[i + 1] = one, two
    return found


def summed(words: Iterable[int]) -> list[int]:
    """How many words stand before each line, and in all."""
    return [0, *itertools.accumulate(words)]
