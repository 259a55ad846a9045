"""Figures: the number or the vague word at the heart of a count, and numbers that count nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.words import cue, lexicon, word_value

__all__ = ["Figure", "figure_at", "is_other_number", "lengths", "units_by_first"]

_SCALES = {"hundred": 100, "thousand": 1000, "lakh": 100_000, "lakhs": 100_000, "million": 10**6,
           "crore": 10**7, "billion": 10**9, "dozen": 12, "score": 20}  # fmt: skip
_FIGURE = r"(\d{1,3}(?:,\d{2,3})+|\d+)(\.\d+)?(?:[-\u2013](\d{1,3}(?:,\d{2,3})+|\d+))?$"
_BEFORE_AGE = frozenset(("aged", ",", "and", "or"))
_LONGEST = 15  # longer figures count nobody
Figure = tuple[int, int, int | None, str]
"""The word after it, the number or the lower end, the upper end, and the vague word."""


@cache
def _units() -> dict[str, tuple[int, str]]:
    return {e.term: (int(e["value"]), e["vague"]) for e in lexicon("units").entries}


@cache
def units_by_first() -> dict[str, tuple[frozenset[str], tuple[int, ...]]]:
    """First word of units to the words that may follow and the numbers of words, longest first.

    What follows a unit of one word is "".
    """
    terms = [term.split(" ") for term in _units()]
    return {
        first: (
            frozenset(words[1] if len(words) > 1 else "" for words in terms if words[0] == first),
            lengths(words for words in terms if words[0] == first),
        )
        for first in {words[0] for words in terms}
    }


def lengths(terms: Iterable[list[str]]) -> tuple[int, ...]:
    """How many words the terms have, the most first."""
    return tuple(sorted({len(words) for words in terms}, reverse=True))


def figure_at(line: Line, index: int) -> Figure | None:
    """The number, the range or the vague word that begins at word `index`."""
    if line.tags[index] == "#":
        return _number_at(line, index)
    return _unit_at(line, index) or _number_at(line, index)


def _unit_at(line: Line, index: int) -> Figure | None:
    word, following = line.words[index], line.words[index + 1]
    begun = units_by_first().get(word)
    if begun is None or following == "as":
        return None
    nexts, sizes = begun
    if following not in nexts and "" not in nexts:
        return None
    if word in ("many", "few") and line.words[index - 1] in ("too", "so", "how", "as"):
        return None
    rows = _units()
    for size in sizes:
        row = rows.get(line.phrase(index, index + size)) if size <= line.size - index else None
        if row is not None:
            value, vague = row
            return index + size, value, (None if vague else value), vague
    return None


def _number_at(line: Line, index: int) -> Figure | None:
    """As in "12", "two hundred and five", "10 to 15"."""
    one = _value_at(line, index)
    if one is None:
        return None
    last, low, high = one
    joined = line.words[last]
    if line.words[index - 1] == "from" and not _opens_range(line, index - 2):  # "rose from 31"
        return last, low, high, ""
    dated = line.tags[index - 1] == "month"  # "Sept 3 - Fourteen soldiers"
    if (joined in ("to", "or", "-", "\u2013") and not dated) or (
        joined == "and" and line.words[index - 1] == "between"
    ):
        other = _value_at(line, last + 1)
        if other is not None and high == low:
            low = high = _scaled(line, low, other)
        if other is not None and low < other[1] <= 20 * max(low, 1) and high == low:
            return other[0], low, other[2], ""
    return last, low, high, ""


def _is_age_in_list(line: Line, index: int) -> bool:
    """As in "aged 7, 9 and 11", "three brothers, 7, 9 and 11, were": several, as many as people."""
    words, tags, at = line.words, line.tags, index - 1
    while tags[at] == "#" or (words[at] in (",", "and", "or") and tags[at - 1] == "#"):
        at -= 1
    if words[at] == "aged":
        return True
    several = at < index - 1 or (words[index + 1] in (",", "and") and tags[index + 2] == "#")
    return several and words[at] == "," and tags[at - 1] in ("N", "n")


def _opens_range(line: Line, before: int) -> bool:
    """Whether "from" leads to a range: "vary from 10 to 15", "From 10 to 15 were killed"."""
    return line.words[before] in cue("ranging") or line.tags[before] in ("", "T", ",", "conj")


def _scaled(line: Line, low: int, other: tuple[int, int, int]) -> int:
    """As in "two to three dozen": the scale of the second number goes for the first too."""
    scale = _SCALES.get(line.words[other[0] - 1])
    return low * scale if scale is not None and low < other[1] / scale else low


def _value_at(line: Line, index: int) -> tuple[int, int, int] | None:
    tag = line.tags[index]
    if tag == "#":
        figure = _figure(line.words[index])
        if figure is None:
            return None
        (value, high), last = figure, index + 1
        if line.words[last] == "," and line.words[last + 1] == "000":  # rebuilt: "31, 000"
            value, high, last = value * 1000, high * 1000, last + 2
    elif tag == "numw":
        last = index + 1
        while line.tags[last] == "numw" or (line.words[last] == "and" and _joins(line, last)):
            last += 1
        one = last == index + 1
        found = word_value(line.words[index] if one else line.phrase(index, last))
        if found is None:
            return _pair(line.words[index], index)
        value = high = found
    else:
        return None
    scale = _SCALES.get(line.words[last])
    if scale is not None:
        value, high, last = value * scale, high * scale, last + 1
    if value != int(value) or high < value:
        return None
    return last, int(value), int(high)


@lru_cache(maxsize=1 << 12)
def _figure(word: str) -> tuple[float, float] | None:
    """Low and high of a number or a range in figures."""
    match = re.match(_FIGURE, word.removesuffix("x"))
    if match is None or len(match.group(1)) > _LONGEST:
        return None
    value = float(match.group(1).replace(",", "") + (match.group(2) or ""))
    high = float(match.group(3).replace(",", "")[:_LONGEST]) if match.group(3) else value
    return value, high


def _pair(word: str, index: int) -> tuple[int, int, int] | None:
    """As in "five-six persons"."""
    low, high = word_value(word.partition("-")[0]), word_value(word.rpartition("-")[2])
    if low is None or high is None or not low < high:
        return None
    return index + 1, int(low), int(high)


def _joins(line: Line, index: int) -> bool:
    """Whether "and" stands inside a number: "two hundred and five"."""
    return line.words[index - 1] in _SCALES and line.tags[index + 1] == "numw"


def is_other_number(line: Line, index: int, last: int) -> bool:
    """A year, a day of a month, money, a label, a percentage, an age."""
    words, tags = line.words, line.tags
    before, after, earlier, following = tags[index - 1], tags[last], words[index - 1], words[last]
    if before in ("money", "label") or after == "percent" or following in cue("measuring"):
        return True
    if following[-4:] == "-old" or (earlier in _BEFORE_AGE and _is_age_in_list(line, index)):
        return True
    if after == "-" and words[last + 1] in cue("period"):
        return True
    if following == "in" and tags[last + 1] in ("numw", "#") and tags[last + 2] == "N":
        return True  # "one in four patients"
    if earlier == "in" and words[index - 2] in ("one", "1"):
        return True
    if tags[index] != "#":
        return False
    word = words[index]
    if word[-1] == "x":
        return after != "T"  # "3x killed", but "3x faster"
    short = before == "." and tags[index - 2] == "month"  # "On Jan. 3, the Roes were killed"
    month = index - 1 - short
    if _dates_year(line, index):
        return True
    behind = short or before == "month"
    if after == "month" or (behind and last == index + 1):
        return not (behind and _is_beside_month(line, index, month, after))
    if len(word) == 4 and word.isdigit() and (word[0] == "0" or _is_year(line, index, before)):
        return True
    return word[0] == "0" or after == "/" or (before == "/" and after != "T")


def _dates_year(line: Line, index: int) -> bool:
    """As in "on May 3, 2004 civilians were killed", "in May 2004 civilians": a year directly
    behind a month or a complete date; who counts writes "2,004"."""
    tags, word = line.tags, line.words[index]
    if len(word) != 4 or not (word.isdigit() and 1900 <= int(word) <= 2099):
        return False
    day = tags[index - 3 : index] == ["month", "#", ","] and len(line.words[index - 2]) < 3
    return day or tags[index - 1] == "month"


def _is_beside_month(line: Line, index: int, month: int, after: str) -> bool:
    """Whether a number behind a month is no day of it: "on 23 September 28 bodies were found",
    "in March 12 civilians were killed", "since January 400"."""
    word = line.words[index]
    if after not in ("N", "T"):
        return False
    day = word.isdecimal() and len(word) < 3 and int(word) <= 31
    return line.tags[month - 1] == "#" or line.words[month - 1] in cue("monthlong") or not day


def _is_year(line: Line, index: int, before: str) -> bool:
    year = int(line.words[index])
    clock = year < 2400 and line.words[index - 1] in ("at", "between", "by")
    if clock:
        return True
    following = line.tags[index + 1]
    if following == "T" and before in ("verb", "found"):
        return False  # "left 2000 dead"
    return 1900 <= year <= 2099 and (
        before in ("month", "day", "det", "prep", "subprep", "sub") or following not in ("N", "w")
    )
