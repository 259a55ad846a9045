"""Stamps: which full dates and which relative times a line states."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpuskit.scan import trie_pattern
from corpuskit_boilerplate.lexicon import LANGUAGES, calendar

__all__ = ["FoundDate", "ago_in", "dates_in", "year_positions"]

_FIRST, _LAST = 1990, 2040  # years in which a page of news can have appeared
_OVER = r"(?!\d(?!\d?(?::\d|\s?min)))"  # no figure after a year, unless of a time glued to it
_FIGURE = re.compile(r"\d")
_YEAR = 4  # characters of a year, or of a mark and a year of two figures, and one
_ROOM_BEFORE, _ROOM_AFTER = 40, 24  # characters from these to the ends of the date


class FoundDate(NamedTuple):
    """A full date: offsets, the day, and whether day and month could be swapped."""

    start: int
    end: int
    date: dt.date
    ambiguous: bool = False


@functools.cache
def _year_patterns() -> tuple[re.Pattern[str], ...]:
    # each begins with one character: the engine skips to it fastest
    centuries = [rf"{n}\d\d(?<!\d\d\d\d\d){_OVER}" for n in (19, 20)]
    short = [rf"{mark}(?<=\d.)\d\d(?![\d/.])" for mark in ("/", r"\.")]
    return tuple(map(re.compile, [*centuries, *short]))


def year_positions(folded: str) -> Iterator[int]:
    """Where a year stands, or what may be a year of two figures; no full date without one."""
    for pattern in _year_patterns():
        for match in pattern.finditer(folded):
            yield match.start()


@functools.cache
def _date_pattern(languages: tuple[str, ...]) -> re.Pattern[str]:
    months = calendar(languages).months
    month = trie_pattern(months)
    initial = "".join(sorted({name[0] for name in months}))
    year = r"(?:19|20)\d\d"
    forms = [
        rf"(?P<y1>{year})(?P<s1>[-/.•·])(?P<m1>\d{{1,2}})(?P=s1)(?P<d1>\d{{1,2}})(?!\d)",
        rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?(?:\s+of|\s+de)?[\s/.-]{{0,3}}"
        rf"(?P<m2>{month})\b\.?(?:\s+del?)?[\s,،/.—–-]{{0,4}}(?P<y2>{year}|['’]\d\d){_OVER}",
        rf"(?P<m3>{month})\b\.?[\s/-]{{0,2}}(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?"
        rf"[\s,،/.-]{{1,4}}(?:at\s)?(?P<y3>{year}){_OVER}",
        rf"(?P<a4>\d{{1,2}})\s?(?P<s4>[-/.])\s?(?P<b4>\d{{1,2}})\s?(?:(?P=s4)|[—–])\s?"
        rf"(?P<y4>{year}|\d\d)(?![\d/])",
        rf"(?P<y5>{year})[\s,-]{{1,2}}(?P<m5>{month})\b\.?[\s-](?P<d5>\d{{1,2}})(?!\d)",
    ]
    glued = forms.pop(2)  # flattening glues a name or a date to the month after it
    figure_first = rf"(?=\d)(?<![\w/.-])(?:{'|'.join(forms)})"
    month_first = rf"(?=[{initial}])(?<![/.-])(?<!(?<!\d\d\d)\d){glued}"
    return re.compile(rf"(?=[\d{initial}])(?:{figure_first}|{month_first})")  # most begin nothing


def dates_in(
    folded: str,
    start: int,
    end: int,
    years: Sequence[int],
    languages: tuple[str, ...] = LANGUAGES,
) -> Iterator[FoundDate]:
    """Full dates of folded[start:end] in text order.

    Args:
        years: its `year_positions`, in order.
    """
    months = calendar(languages).months
    pattern = _date_pattern(languages)
    for first, last in _near_years(folded, start, end, years):
        for match in pattern.finditer(folded, first, last):
            found = _read(match, months)
            if found is not None:
                yield found


def _near_years(folded: str, start: int, end: int, years: Sequence[int]) -> list[tuple[int, int]]:
    """The stretches of folded[start:end] in which dates can stand, with room for day and month."""
    found: list[tuple[int, int]] = []
    last = -1
    for year in years:
        first, behind = max(year - _ROOM_BEFORE, start), year + _YEAR
        if first <= last:
            first = found.pop()[0]
        elif not _FIGURE.search(folded, first, year) and not _FIGURE.search(
            folded, behind, min(behind + _ROOM_AFTER, end)
        ):
            continue  # a day has a figure, too
        last = min(behind + _ROOM_AFTER, end)
        found.append((first, last))
    return found


def _read(match: re.Match[str], months: dict[str, int]) -> FoundDate | None:
    ambiguous = False
    form = str(match.lastgroup)[-1]
    digits = match["y" + form].lstrip("'’")
    if form == "1":
        month, day = int(match["m1"]), int(match["d1"])
    elif form == "4":
        first, second, dotted = int(match["a4"]), int(match["b4"]), match["s4"] == "."
        swap = first > 12 or (dotted and second <= 12)
        month, day = (second, first) if swap else (first, second)
        ambiguous = first <= 12 and second <= 12 and first != second and not dotted
    else:
        month, day = months[match["m" + form]], int(match["d" + form])
    year = int(digits) + (2000 if len(digits) == 2 else 0)
    if not _FIRST <= year <= _LAST:
        return None
    try:
        return FoundDate(match.start(), match.end(), dt.date(year, month, day), ambiguous)
    except ValueError:
        return None


@functools.cache
def _ago_pattern(languages: tuple[str, ...]) -> re.Pattern[str]:
    unit = trie_pattern(calendar(languages).units)
    return re.compile(rf"\b(?:(?P<n>\d{{1,3}})\s?|an?\s)(?P<u>{unit})\sago\b")


def ago_in(
    folded: str, start: int, end: int, languages: tuple[str, ...] = LANGUAGES
) -> dt.timedelta | None:
    """How long ago the first relative time ("8 sec ago") of folded[start:end] says."""
    match = _ago_pattern(languages).search(folded, start, end)
    if match is None:
        return None
    count = int(match["n"]) if match["n"] else 1
    return dt.timedelta(seconds=count * calendar(languages).units[match["u"]])
