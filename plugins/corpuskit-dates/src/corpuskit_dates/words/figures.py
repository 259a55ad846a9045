"""Figures: whether a run of digits is a day, a year, a clock, a numeric date or a count."""

from __future__ import annotations

import functools
import re

from corpuskit.scan import Lexicon
from corpuskit_dates.words.classes import BREAK, char_of

__all__ = ["day_and_month_figures", "figure", "full_year", "telling_figures"]

_FORMS = (
    ("isotime", re.compile(r"\d{4}-\d\d-\d\dt(?:[01]\d|2[0-3]):[0-5]\d")),
    ("isodate", re.compile(r"(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$")),
    ("isoweek", re.compile(r"(?:1[5-9]|20)\d\d-w\d\d(?:-[1-7])?$")),
    ("numdate", re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:(?:1[5-9]|20)\d\d|\d\d)$")),
    ("numdate", re.compile(r"(?:1[5-9]|20)\d\d([/.])\d{1,2}\1\d{1,2}$")),
    ("clock", re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?$")),
    ("yearspan", re.compile(r"(?:1[5-9]|20)\d\d[-/\u2013](?:\d\d|(?:1[5-9]|20)\d\d)$")),
    ("dayrange", re.compile(r"(?:[1-9]|[12]\d|3[01])[-\u2013](?:[1-9]|[12]\d|3[01])$")),
    ("num", re.compile(r"\d{1,3}(?:,\d{2,3})+$")),
    ("decimal", re.compile(r"\d{1,4}\.\d{1,2}$")),
    ("fraction", re.compile(r"[1-3]/[2-4]$")),
    ("daymonth", re.compile(r"\d{1,2}/\d{1,2}$")),
)
_PARTS = {"\u00bc": ".25", "\u00bd": ".5", "\u00be": ".75"}  # "3½ years"
_CODES = frozenset(("q1", "q2", "q3", "q4", "h1", "h2"))
_SUFFIXED = re.compile(r"(\d+)((?:[.:]\d\d)?)([^\W\d_]+)$")


@functools.cache
def telling_figures() -> Lexicon:
    """Figures that are a time by themselves, as trigger words: years, decades, clocks, short
    years ("'98", "3/4/98"), days of a month, quarters and fiscal years in short."""
    years = [str(year) for year in range(1000, 2200)]
    decades = [f"{year}s" for year in (*range(1000, 2200, 10), *range(20, 100, 10))]
    decades += [f"{year}'s" for year in range(20, 100, 10)]  # "the 80's"
    minutes = [f"{minute:02d}" for minute in range(60)]
    halves = [f"{hour}{half}" for hour in (*range(1, 13), *minutes) for half in ("am", "pm")]
    clocks = [f":{minute}" for minute in minutes]
    short = [f"/{year:02d}" for year in range(100)]
    dotted = [f".{month:02d}{year.replace('/', '.')}" for month in range(1, 13) for year in short]
    days = [f"{day}{_nth(day)}" for day in range(1, 32)]
    fiscal = {f"fy{year[at:]}": "" for year in years[900:1100] for at in (0, 2)}
    quarters, zones = ("q1", "q2", "q3", "q4"), ("gmt", "utc")  # "0630 GMT"
    marked = (*clocks, *short, *dotted, *[f"'{year[1:]}" for year in short])
    return Lexicon.of(*years, *decades, *halves, *marked, *days, *fiscal, *quarters, *zones)


@functools.cache
def day_and_month_figures() -> Lexicon:
    """Figures that are a day and a month to who says which comes first: "3/4"."""
    return Lexicon.of(*[f"/{number}" for number in range(1, 32)])


def _nth(day: int) -> str:
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10 if day // 10 != 1 else 0, "th")


def full_year(two: int) -> int:
    """The year that two digits of a date or a fiscal year mean, as POSIX reads them: 69 to 99 are
    of the twentieth century."""
    return 2000 + two if two < 69 else 1900 + two


@functools.lru_cache(maxsize=4096)
def figure(text: str) -> tuple[str, str]:
    """(class character, value) of a run of digits with what is glued to it; BREAK if it is none,
    or no rule has a use for it."""
    if text.isalpha():
        return BREAK, ""
    if text in _CODES:
        return char_of("code"), text.upper()
    if text[:2] == "fy" and text[2:].isdecimal() and len(text) in (4, 6):
        return char_of("yyyy"), text[2:] if len(text) == 6 else str(full_year(int(text[2:])))
    if text[:2] == "fy":
        kind, span = figure(text[2:]) if len(text) > 6 else (BREAK, "")  # "FY2022/23"
        return (kind, span) if kind == char_of("yearspan") else (BREAK, "")
    if text[0] in "'\u2018" and len(text) > 2:
        return char_of("decade" if text.endswith("s") else "short_year"), text[1:3]
    if text.isdecimal():
        if len(text) > 6:
            return BREAK, text
        number = int(text)
        if len(text) == 4 and 1500 <= number < 2200:
            return char_of("yyyy"), text
        return char_of("dd" if len(text) < 3 and 1 <= number <= 31 else "num"), text
    for name, form in _FORMS:
        if form.match(text):
            return char_of(name), text
    suffixed = _SUFFIXED.match(text)
    return _suffixed(*suffixed.groups()) if suffixed else (BREAK, text)


def _suffixed(digits: str, minutes: str, tail: str) -> tuple[str, str]:
    number = int(digits[:9])
    if tail in _PARTS:
        return char_of("decimal"), f"{number}{_PARTS[tail]}"
    if tail in ("am", "pm") and 1 <= number <= 12:
        return char_of("compact_clock"), f"{number}{minutes.replace('.', ':')}{tail[0]}"
    if minutes:
        return BREAK, ""
    if tail in ("st", "nd", "rd", "th") and 1 <= number <= 99:
        return char_of("nth"), digits
    if tail == "s" and number % 10 == 0 and (len(digits) == 2 or 1000 <= number < 2200):
        return char_of("decade"), digits
    return BREAK, ""
