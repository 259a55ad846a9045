"""Numbers: figures and number words with their value, found once for everybody."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from corpuskit.scan.lexicon import Lexicon
from corpuskit.scan.trie import trie_pattern

__all__ = ["NUMBER_WORDS", "Number", "NumberForm", "number_value", "numbers_in"]

NumberForm = Literal["figure", "words"]


class Number(NamedTuple):
    """A cardinal number: offsets, value (int, or float where a fraction is written), form."""

    start: int
    end: int
    value: int | float
    form: NumberForm


_ROWS = Lexicon.from_package(__package__, "numbers.tsv").entries
_UNITS, _TENS, _SCALES = (
    {row.term: int(row["value"]) for row in _ROWS if row["size"] == size}
    for size in ("unit", "ten", "scale")
)
NUMBER_WORDS: Mapping[str, int] = MappingProxyType({**_UNITS, **_TENS, **_SCALES})
"""Each number word with its value: "zero" to "nineteen", tens, "hundred" to "trillion"."""

_WORD = trie_pattern(NUMBER_WORDS)
_WORDS = re.compile(rf"\b{_WORD}(?:(?:[\s-]|\sand\s){_WORD})*\b")
_FIGURE = re.compile(  # grouped or not, decimal or not, with or without a scale word
    r"\d(?<![\w.,/-]\d)(?:\d{0,2}(?:,\d{2,3})+|\d*)(?:\.\d+)?(?![\w/]|[.,]\d)"
    rf"(?:\s{trie_pattern(_SCALES)}\b)?"
)

_LONGEST = 60
"""Characters; what is longer is no count, and a float could not hold it."""


def numbers_in(folded: str, start: int, end: int) -> Iterator[Number]:
    """Cardinal numbers of folded[start:end] in text order; endless rows of digits are none."""
    figures = [
        Number(match.start(), match.end(), _figure(match.group()), "figure")
        for match in _FIGURE.finditer(folded, start, end)
        if match.end() - match.start() <= _LONGEST
    ]
    starts = [figure.start for figure in figures]
    words = [
        number
        for match in _WORDS.finditer(folded, start, end)
        if not _inside(match.start(), figures, starts)
        for number in _words(match.group(), match.start())
    ]
    yield from sorted(figures + words) if figures and words else figures or words


def _inside(offset: int, figures: list[Number], starts: list[int]) -> bool:
    """Whether a word belongs to a figure already, as in "2.5 million"."""
    index = bisect.bisect_right(starts, offset) - 1
    return index >= 0 and offset < figures[index].end


def number_value(text: str) -> int | float | None:
    """The value of one number as written ("1,200", "twenty-three"); None if it is none."""
    folded = text.lower().strip()
    found = list(numbers_in(folded, 0, len(folded)))
    return found[0].value if len(found) == 1 and found[0].end == len(folded) else None


def _figure(text: str) -> int | float:
    parts = text.split()
    digits, scale = parts[0], parts[1] if len(parts) > 1 else ""
    plain = digits.replace(",", "")
    number: int | float = float(plain) if "." in plain else int(plain)
    if scale:
        number = round(number * _SCALES[scale], 6)
        if number == int(number):
            number = int(number)
    return number


def _words(text: str, offset: int) -> Iterator[Number]:
    """Reads words left to right; where two numbers touch ("two three"), gives both."""
    total, current = 0, 0
    start, end = None, 0
    last = 0  # size class of the word before: 1 unit, 2 ten, 3 scale
    for match in re.finditer(r"[a-z]+", text):
        word = match.group()
        if word == "and":
            continue
        size = 1 if word in _UNITS else 2 if word in _TENS else 3
        fits = (
            start is None
            or (size == 3 and (current or last == 0))
            or (size == 1 and ((last == 2 and _UNITS[word] < 10 and _UNITS[word]) or last == 3))
            or (size == 2 and last == 3)
        )
        if not fits and start is not None:
            yield Number(offset + start, offset + end, total + current, "words")
            total, current, start = 0, 0, None
        if start is None:
            start = match.start()
        end = match.end()
        if size < 3:
            current += NUMBER_WORDS[word]
        elif _SCALES[word] == 100:
            current = max(current, 1) * 100
        else:
            total += max(current, 1) * _SCALES[word]
            current = 0
        last = size
    if start is not None:
        yield Number(offset + start, offset + end, total + current, "words")
