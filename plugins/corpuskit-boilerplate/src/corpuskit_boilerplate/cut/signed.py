"""Signed: headlines beside which an author and a day stand, and then paragraphs.

A teaser has these, too, but not two paragraphs below; and most comments have no headline.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from corpuskit_boilerplate.cut.leads import has_lead, says_again
from corpuskit_boilerplate.cut.parts import (
    APART,
    is_title,
    paired,
    summed,
    two_paragraphs,
)
from corpuskit_boilerplate.cut.signs import Signs, signs_in
from corpuskit_boilerplate.lexicon import LANGUAGES
from corpuskit_boilerplate.page.heading import heads_links
from corpuskit_boilerplate.page.lines import PARAGRAPH, Line, tells

__all__ = ["links_above", "running_text", "signed_starts"]

_TITLE = range(4, 31)  # words of a headline
_KICKER = 3  # words of the longest line above one that names a section
_KICKERS = 4  # short lines above a headline that name paper, section and topic
_LINKS = 12  # lines of the longest list of links
_BUTTONS = 8  # lines between a headline and its signs, and between these and the text, at most
_CLOSERS = frozenset("copyright comments related most_read footer wire_signoff tags".split())
_QUOTES = "\"“„«'‘"
_NEAR = 4  # lines from a headline below author and day to the text
_TEXT = 8  # lines below these in which two paragraphs stand
_SCORE = 30  # tenths of a logit


class _Page:
    """The lines of a page, and which of the short ones name sections."""

    def __init__(self, lines: Sequence[Line], languages: tuple[str, ...]) -> None:
        self.lines, self.languages = lines, languages

    @functools.cached_property
    def sections(self) -> frozenset[str]:
        """Short lines that stand on a page more than once, as the name of a section does."""
        short = [line.key for line in self.lines if line.words <= _KICKER and not line.family]
        return frozenset(key for key, times in Counter(short).items() if times > 1)

    def told(self, first: int) -> bool:
        """Whether two paragraphs stand soon below line `first`, or one beside a sentence."""
        below = self.lines[first : first + _TEXT]
        return two_paragraphs(below) or any(paired(below))


_Place = Callable[[_Page, Signs, int], int]
"""A line, by page, signs, and headline above these (0 if none); 0 if there is none."""


class _Shape(NamedTuple):
    """One way in which an article's head is signed.

    Attributes:
        start: the first line of the article, by what stands above its signs.
        named: whether they have to name an author.
        text: the first line of its text, by what stands below.
        sure: whether one such is enough; if not, there must be more than signs without a headline.
    """

    start: _Place
    named: bool
    text: _Place
    sure: bool


def signed_starts(
    lines: Sequence[Line], likely: Sequence[bool], languages: tuple[str, ...] = LANGUAGES
) -> list[tuple[int, int]]:
    """Such headlines with text above and below: (tenths of a logit above 0, index), in text order.

    Args:
        likely: for each line whether it looks like body; the text of one article can be all.
        languages: whose words before names are known.
    """
    page = _Page(lines, languages)
    found: list[tuple[int, int, int]] = []
    weak: list[tuple[int, int, int]] = []
    untitled = 0
    text_from = likely.index(True) if True in likely else len(likely)
    for signs in signs_in(lines, languages):
        above = _above_buttons(page, signs.first)
        title = _headline(page, above) or _above_paper(page, above)
        for shape in _SHAPES:
            start = shape.start(page, signs, title) if signs.named or not shape.named else 0
            text = start and shape.text(page, signs, title)
            if text:
                (found if shape.sure else weak).append((start, signs.day, text))
                break
        else:
            untitled += signs.named and not title and text_from < signs.first
    if len(weak) > untitled:
        found = sorted([*found, *weak])
    return _with_text(lines, likely, found) if found else []


def _with_text(
    lines: Sequence[Line], likely: Sequence[bool], found: Sequence[tuple[int, int, int]]
) -> list[tuple[int, int]]:
    """Those of `found` (start, day, text) with text above the day and below."""
    running = summed([line.words if yes else 0 for line, yes in zip(lines, likely, strict=True)])
    text_of = paired(lines)
    text = summed(text_of)
    return [
        (_SCORE, start)
        for start, day, below in found
        if max(running[day], text[day]) >= APART
        and (
            running[-1] - running[day] >= APART
            or (text_of[below] and text[-1] - text[day] >= APART)
        )
    ]


def running_text(lines: Sequence[Line], likely: Sequence[bool]) -> list[int]:
    """Words of text, likely or beside other text, before each line, and in all."""
    found = paired(lines)
    for i, yes in enumerate(likely):
        if yes:
            found[i] = lines[i].words
    return summed(found[:-1])


def _headline(page: _Page, i: int) -> int:
    """The headline above line `i`, one standfirst at most between; 0 if none."""
    for title in (i - 1, i - 2):
        if title < 1 or page.lines[title].family or page.lines[title].words not in _TITLE:
            break
        if _heads(page.lines[title]):
            ended = _ended(page, title)
            if ended or title == i - 2:
                return title if ended else 0
    return 0


def _above_buttons(page: _Page, i: int) -> int:
    """Line `i`, or the lowest of the buttons right above it."""
    above = i
    while above > 1 and i - above < _BUTTONS and _button(page, above - 1):
        if page.lines[above - 1].family in _CLOSERS:
            return i
        above -= 1
    return above


def _above_paper(page: _Page, i: int) -> int:
    """The headline above the name of a paper above line `i`; 0 if none."""
    if i < 3:
        return 0
    paper = page.lines[i - 1]
    named = not paper.family and paper.words <= _KICKER and paper.text[0].isupper()
    return _headline(page, i - 1) if named else 0


def _heads(line: Line) -> bool:
    """Whether it could be a headline and begins as one does."""
    first = line.text[0]
    return is_title(line, _TITLE) and (first.isupper() or first.isdigit() or first in _QUOTES)


def _ended(page: _Page, i: int) -> bool:
    """Whether a text or furniture ends above line `i`, some short lines at most between, which name
    the paper, a section or a topic."""
    lines, top = page.lines, i - 1
    while top and i - top <= _KICKERS and _kicker(page, lines[top]):
        top -= 1
    if lines[top].family == "caption" and top < i - 1:
        return False  # the short lines name what is in the picture, and a part of the text
    return (
        lines[top].family != ""
        or lines[top].ended
        or heads_links(lines[top])
        or len(links_above(lines, top + 1)) > 0
    )


def links_above(lines: Sequence[Line], i: int) -> range:
    """The list of links whose last line stands above line `i`, below its heading; empty if none."""
    top = i - 1
    while top and i - 1 - top < _LINKS and not lines[top].family and not lines[top].ended:
        top -= 1
    return range(top + 1, i) if heads_links(lines[top]) else range(i, i)


def _kicker(page: _Page, line: Line) -> bool:
    """Whether it is short, or recurs on the page, as what names the paper or a section does."""
    return not line.family and (line.words <= _KICKER or line.key in page.sections)


def _at_headline(page: _Page, signs: Signs, title: int) -> int:
    return title if title and page.told(signs.last) else 0


def _lead(page: _Page, signs: Signs, title: int) -> int:
    text = signs.last
    while text < len(page.lines) and text - signs.last < _BUTTONS and _button(page, text):
        text += 1
    return text if has_lead(page.lines, title, page.languages, text) else 0


def _button(page: _Page, i: int) -> bool:
    """Whether line `i` is worded as furniture, or short and more than once on the page."""
    line = page.lines[i]
    return line.family != "" or line.key in page.sections


def _any_text(page: _Page, signs: Signs, title: int) -> int:
    return signs.last


def _at_signs(page: _Page, signs: Signs, title: int) -> int:
    """The first of the signs, if a text ends above them and they begin with an author."""
    alone = not title and 0 < signs.first < signs.day
    return signs.first if alone and _ended(page, signs.first) else 0


def _headline_and_lead(page: _Page, signs: Signs, title: int) -> int:
    """The paragraph that says again what the headline right below the signs says."""
    lines, i = page.lines, signs.last
    if i + 2 >= len(lines) or not _heads(lines[i]) or not page.told(i + 1):
        return 0
    near = range(i + 1, min(i + _NEAR, len(lines)))
    text = next((k for k in near if tells(lines[k], PARAGRAPH)), 0)
    return text if text and says_again(lines[text], lines[i]) else 0


_SHAPES = (
    # headline, day, and a lead that says the headline again and a weekday
    _Shape(start=_at_headline, named=False, text=_lead, sure=True),
    # headline, author and day, two paragraphs
    _Shape(start=_at_headline, named=True, text=_any_text, sure=False),
    # author and day, headline, a lead that says it again
    _Shape(start=_at_signs, named=True, text=_headline_and_lead, sure=True),
)
"""The first that holds is taken. For "headline" there may stand a headline and a standfirst, or a
headline and the paper's name; above it short lines that name paper, section and topic. For "author"
a byline, or a name alone right above the day or below it."""
