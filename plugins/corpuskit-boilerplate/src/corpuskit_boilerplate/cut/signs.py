"""Signs: which lines around a day say who wrote a text, when, and how it is shared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpuskit_boilerplate.head.credits import is_agency, is_name
from corpuskit_boilerplate.lexicon import families
from corpuskit_boilerplate.page.heading import SIGNS
from corpuskit_boilerplate.page.lines import Line

__all__ = ["Signs", "signs_in"]

_BESIDE = SIGNS | {"read_time", "share", "follow", "counts"}
_NEAR = 4  # lines above the day and below in which the author can stand
_SOURCE = 12  # words of the longest line that says for whom and when
_NAMED = re.compile(r"\w+(?:\s[^\W\d_a-z][\w.'’-]*){2}")


class Signs(NamedTuple):
    """The lines [first, last) around line `day`, and whether one of them names an author."""

    first: int
    day: int
    last: int
    named: bool


def signs_in(lines: Sequence[Line], languages: tuple[str, ...]) -> Iterator[Signs]:
    """The signs of all texts of a page, in order."""
    last = 0
    for day, line in enumerate(lines):
        if line.dates and day >= last and _may_date(line):
            first, last = _around(lines, day, languages)
            worded = line.family != "" or first < day
            yield Signs(first, day, last, worded and _authors(lines[first:last], languages))


def _may_date(line: Line) -> bool:
    """Whether it says on which day a text was published, perhaps by whom, and nothing else."""
    if not line.text[0].isalnum():
        return False
    return line.family in SIGNS or (not line.family and line.words <= _SOURCE and not line.ended)


def _around(lines: Sequence[Line], day: int, languages: tuple[str, ...]) -> tuple[int, int]:
    """[first, last) of the signs around a day; a name alone right above it or below is one, too."""
    first, last = day, day + 1
    while day - first < _NEAR and first > 1:
        if lines[first - 1].family not in _BESIDE:
            break
        first -= 1
    above = lines[first - 1]
    if first == day and (is_name(above, languages, papers=True) or is_agency(above.text)):
        again = any(one.key == above.key for one in lines[day + 1 : day + _NEAR])
        first -= not again  # as a headline does
        if first > 1 and lines[first - 1].key in families(languages).names:  # "by" alone
            first -= 1
    while last - day <= _NEAR and last < len(lines) and _beside(lines, last):
        last += 1
    if last == day + 1 < len(lines) and is_name(lines[last], languages):
        last += 1
    return first, last


def _beside(lines: Sequence[Line], i: int) -> bool:
    """Whether line `i` is a sign, or a picture's caption above one."""
    if lines[i].family == "caption":
        i = min(i + 1, len(lines) - 1)
    return lines[i].family in _BESIDE


def _authors(signs: Sequence[Line], languages: tuple[str, ...]) -> bool:
    """Whether one of these names an author; a comment's does in small letters, beside the day."""
    names = tuple(families(languages).names)
    for line in signs:
        if not line.family or is_agency(line.text):
            return True
        if line.family == "byline" and not (line.dates and line.text[0].islower()):
            return line.rule != "boilerplate.inside"
        if line.family == "timestamp" and line.folded.startswith(names):
            return line.text[0].isupper() or _NAMED.match(line.text) is not None
    return False
