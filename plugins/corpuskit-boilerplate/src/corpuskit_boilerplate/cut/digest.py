"""Digest: the items of a newsletter, each under a heading that is numbered or in capitals, or above
a paragraph or two that open with a place.

So are the sections of guides and lists; but these have something to say before the first, or say
how many they are, and tell no days. An article in capitals has its title where the first would be.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from corpuskit.scan import numbers_in
from corpuskit_boilerplate.cut.parts import is_paragraph
from corpuskit_boilerplate.lexicon import LANGUAGES
from corpuskit_boilerplate.page.lines import PAGE_RULE, PARAGRAPH, Line
from corpuskit_boilerplate.page.opening import opening
from corpuskit_boilerplate.page.week import names_day, weekdays_in

__all__ = ["digest_starts"]

_FEWEST = 3  # items
_LEAST, _MOST = 4, 20  # words of a heading
_BRIEF = 2  # of the last one ("IN BRIEF"), or of some that are numbered
_CLOSERS = "\"'”’)"
_ITEM = 20  # words of the shortest item
_HEADING = 2  # lines of the longest heading
_SHORT = 5  # lines of the longest item that is told by its place
_PLACED = frozenset(["upper", "wire", "country", "label"])  # forms of its dateline
_NUMBERED = re.compile(r"(\d{1,2})[.)]\s")


def digest_starts(lines: Sequence[Line], languages: tuple[str, ...] = LANGUAGES) -> list[int]:
    """Indices of the headings of all items but the first; none if the text is no digest."""
    first = next((i for i, line in enumerate(lines) if is_paragraph(line)), 0) - 1
    if first < 0:
        return []
    placed = _placed(lines, first, languages)
    if placed:
        return placed[1:]
    capitals = lines[first].text.isupper()
    headings = _in_capitals(lines) if capitals else _counted(lines, first)
    if len(headings) < _FEWEST or headings[0] != first:
        return []
    above = lines[:first]
    if (capitals and not above) or any(_counts(line, len(headings)) for line in above):
        return []
    items = [lines[one + 1 : two] for one, two in itertools.pairwise([*headings, len(lines)])]
    tells = weekdays_in if capitals else names_day
    dated = [any(tells(line.folded, languages) for line in item) for item in items]
    return headings[1:] if sum(dated) * 2 > len(items) and all(map(_long_enough, items)) else []


def _in_capitals(lines: Sequence[Line]) -> list[int]:
    found = [i for i, line in enumerate(lines) if line.text.isupper() and _heads(lines, i)]
    return [i for i in found if lines[i].words >= _LEAST or i == found[-1]]


def _placed(lines: Sequence[Line], first: int, languages: tuple[str, ...]) -> list[int]:
    """Headings of short items all of which open with a dateline in capitals; none if others do."""
    if _dateline(lines[first + 1]) not in _PLACED:
        return []
    texts: list[int] = []
    headings: list[int] = []
    for i in range(first + 1, len(lines)):
        if headings and i - headings[-1] > _SHORT + _HEADING:
            return []
        if _dateline(lines[i]) in _PLACED:
            texts.append(i)
            headings.append(i - 1 - (i > 1 and lines[i - 1].family == "timestamp"))
    items = list(itertools.pairwise([*headings, len(lines)]))
    if len(items) < _FEWEST or any(two - one > _SHORT for one, two in items):
        return []
    dated = [names_day(lines[i].folded, languages) for i in texts]
    told = 2 * sum(dated) > len(items)
    told = told and all(_titled(lines[i]) and lines[i].words >= _LEAST for i in headings)
    return headings if told else []


def _dateline(line: Line) -> str:
    found = opening(line.text) if is_paragraph(line) else None
    return found.form if found else ""


def _titled(line: Line) -> bool:
    plain = not line.family and _BRIEF <= line.words <= _MOST
    return plain and (line.text[-1].isalnum() or line.text[-1] in _CLOSERS)


def _counted(lines: Sequence[Line], first: int) -> list[int]:
    """Headings that are numbered from one on; none if a number is left out."""
    if not _NUMBERED.match(lines[first].text):
        return []
    some = [i for i, line in enumerate(lines) if line.text[0].isdigit() and _heads(lines, i)]
    found = [(i, match[1]) for i in some if (match := _NUMBERED.match(lines[i].text))]
    counts = [int(number) for _, number in found]
    if counts != list(range(1, len(found) + 1)):
        return []
    long = [i for i, _ in found if lines[i].words >= _LEAST]
    return [i for i, _ in found] if 2 * len(long) > len(found) else []


def _counts(line: Line, items: int) -> bool:
    """Whether the line says how many items there are ("Five things to know")."""
    text = line.folded
    numbers = () if line.dates else numbers_in(text, 0, len(text))
    return any(
        number.value == items and text[number.end : number.end + 1].isspace() for number in numbers
    )


def _heads(lines: Sequence[Line], i: int) -> bool:
    """Whether a line could be a heading, with a paragraph right below; a page can end in it."""
    if not _titled(lines[i]) or i + 1 >= len(lines):
        return False
    overleaf = i + 2 < len(lines) and lines[i + 2].rule == PAGE_RULE
    return is_paragraph(lines[i + 1]) or (overleaf and lines[i + 1].words >= PARAGRAPH)


def _long_enough(item: Sequence[Line]) -> bool:
    return sum([line.words for line in item]) >= _ITEM
