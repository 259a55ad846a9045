"""Framed: headlines between lines of furniture like those around the file's first and last text.

A gap in one text, as around an advertisement or a list of links, has no headline with a day, an
author or buttons as the file's first has, and does not begin as the end of the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpuskit_boilerplate.body.live import entries
from corpuskit_boilerplate.cut.parts import APART, is_title, paired, summed, two_paragraphs
from corpuskit_boilerplate.head.credits import is_name
from corpuskit_boilerplate.head.headline import find_headline
from corpuskit_boilerplate.lexicon import LANGUAGES
from corpuskit_boilerplate.page.lines import Line

__all__ = ["framed_starts"]

_TITLE = range(3, 31)  # words of a headline
_GAP = 3  # lines of the shortest gap: a headline and two lines of furniture
_TEXT = 8  # lines of a text in which two paragraphs stand
_LEAD = 20  # lines of a text that its headline is told by
_WORDS = 8  # words of the longest line of furniture without a known wording
_TOP, _UNSIGNED = 3, 3  # kinds of lines that stand at the file's head, too; if none signs the text
_END = 3  # kinds of lines that stand at the file's end, too
_ALIKE = 0.6  # of the lines below a headline that are as those below the first
_NO = "navigation"  # no headline
_SCORE = 30  # tenths of a logit
_FIGURES = re.compile(r"\d+")
_LOOSE = frozenset(  # what stands in the gaps of one text, too
    "advertisement comments related most_read newsletter subscription caption gallery player "
    "separator document_mark donation app notification correction key_points_heading live".split()
) | {""}
_CLOSERS = frozenset(
    "copyright comments tags disclaimer footer wire_signoff author_bio report_error "
    "print_edition".split()
)


class _Page:
    """The gaps between the texts of a page, and what stands below its first headline.

    Attributes:
        text: the first line of its first text.
        under: how many lines stand between its first headline and that.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        gaps: Sequence[tuple[int, int]],
        languages: tuple[str, ...],
    ) -> None:
        self._lines, self._languages = lines, languages
        self.text = gaps[0][1]
        kinds = [kind for gap in gaps for kind in _kinds(lines[slice(*gap)])]
        self._again = {kind for kind, times in Counter(kinds).items() if times > 1}
        near = lines[: self.text + _LEAD]
        headline = find_headline(near, [i >= self.text for i in range(len(near))])
        self.under = self.text - 1 - headline if headline is not None else self.text
        self._under = self._kinds_of(self.text - self.under, self.text)
        self.signs = self.signs_in(self.text - self.under, self.text)

    def _kinds_of(self, first: int, last: int) -> list[str]:
        return [_kind(line) for line in self._lines[first:last]]

    def signs_in(self, first: int, last: int) -> frozenset[str]:
        """What of author and day these lines tell; nothing in a list of comments."""
        lines = self._lines[first:last]
        if sum([line.family == "comments" for line in lines]) > 1:
            return frozenset()
        return frozenset(
            line.family
            for line in lines
            if line.family == "byline" or (line.family == "timestamp" and line.dates)
        )

    def as_under(self, title: int, text: int) -> bool:
        """Whether the lines between the two are those below the first headline."""
        return self._kinds_of(title + 1, text) == self._under

    def could_head(self, i: int) -> bool:
        """Whether line `i` could be a headline, and neither recurs in gaps nor names an author."""
        line = self._lines[i]
        return (
            is_title(line, _TITLE)
            and _kind(line) not in self._again
            and not is_name(line, self._languages)
        )

    def like_under(self, title: int, text: int) -> bool:
        """Whether most lines between the two are as those below the first headline."""
        here = self._kinds_of(title + 1, text)
        alike = sum([one == two for one, two in zip(here, self._under, strict=True)])
        return bool(here) and alike >= _ALIKE * len(here)

    def without_others(self, first: int, text: int) -> list[Line]:
        """The lines of a gap and the text below; what cannot be its headline is furniture."""
        return [
            line if line.family or i >= text or self.could_head(i) else line.of(_NO, "")
            for i, line in enumerate(self._lines[first : text + _LEAD], start=first)
        ]


def framed_starts(
    lines: Sequence[Line], languages: tuple[str, ...] = LANGUAGES
) -> list[tuple[int, int]]:
    """Such headlines with text above and below: (tenths of a logit above 0, index), in order."""
    if not any(line.family for line in lines):
        return []
    words = paired(lines)
    gaps = list(_gaps(lines, words))
    if len(gaps) < 2:
        return []
    running = summed(words)
    between = [
        (first, text)
        for first, text in gaps[1:]
        if running[first] >= APART <= running[-1] - running[text]
    ]
    if not between:
        return []
    last = next(i for i in range(len(lines) - 1, -1, -1) if words[i])
    top, end = _kinds(lines[: gaps[0][1]]), _kinds(lines[last + 1 :])
    likely = [
        (gap, here) for gap in between if _alike(here := _kinds(lines[slice(*gap)]), top, end)
    ]
    if not likely:
        return []
    page = _Page(lines, gaps, languages)
    found: list[int] = []
    for (first, text), here in likely:
        title = _title(page, first, text)
        if title is not None and _framed(here, top, end, page, title, text):
            found.append(title)
    if found and entries(lines, page.text) is not None:
        return []
    return [(_SCORE, i) for i in found]


def _gaps(lines: Sequence[Line], words: Sequence[int]) -> Iterator[tuple[int, int]]:
    """[first, last) of the lines above the first text, then of long gaps above two paragraphs."""
    end = -1
    for text in [i for i, n in enumerate(words) if n]:
        above = end + 1
        end = text
        if not above or (text - above >= _GAP and two_paragraphs(lines[text : text + _TEXT])):
            yield above, text


def _kinds(lines: Sequence[Line]) -> frozenset[str]:
    """Families of lines, and what those say that have none."""
    return frozenset(map(_kind, lines)) - _LOOSE


def _kind(line: Line) -> str:
    if line.family:
        return line.family
    return " " + _FIGURES.sub("0", line.key) if line.words <= _WORDS else ""


def _alike(here: frozenset[str], top: frozenset[str], end: frozenset[str]) -> bool:
    return len(here & top) >= _TOP or len(here & end) >= _END


def _framed(
    here: frozenset[str],
    top: frozenset[str],
    end: frozenset[str],
    page: _Page,
    title: int,
    text: int,
) -> bool:
    """Whether the lines around a headline are those at the head of the file or at its end."""
    signs = page.signs_in(title + 1, text)
    common = len(here & top)
    if not signs:
        return common >= _UNSIGNED and text - title > 2 and page.as_under(title, text)
    if common >= _TOP and not signs.isdisjoint(page.signs):
        return True
    return len(here & end) >= _END and not _CLOSERS.isdisjoint(here & end)


def _title(page: _Page, first: int, text: int) -> int | None:
    """The headline in a gap above line `text`; None if there is none."""
    title = text - page.under - 1
    if title >= first and page.could_head(title) and page.like_under(title, text):
        return title
    near = page.without_others(first, text)
    best = find_headline(near, [i >= text - first for i in range(len(near))])
    if best is None or first + best >= text or not page.could_head(first + best):
        return None
    return first + best
