"""Phrase: the words that one rule matched, with what a reading needs to ask of them."""

from __future__ import annotations

import datetime as dt
import functools
from typing import NamedTuple

from corpuskit import DateType, Interval, Span
from corpuskit_dates.words.classes import BREAK, CODES, char_of
from corpuskit_dates.words.tokens import Tokens

__all__ = ["Found", "Phrase"]


class Found(NamedTuple):
    """What a rule made of a phrase.

    Attributes:
        type, value, mod, basis: as in `DateMention`.
        start: offset where it begins if after the phrase's start, else None.
        end: offset where the expression ends if before the phrase's end, else None.
        days: the interval, where the value does not say it ("the past two weeks").
        told: what a "narrative" value is resolved against, where not the last day named.
        leads: whether later mentions may lean on its day; a clock by itself names none.
    """

    type: DateType
    value: str | None
    mod: str | None = None
    basis: str | None = "explicit"
    start: int | None = None
    end: int | None = None
    days: Interval | None = None
    told: tuple[dt.date, Span] | None = None
    leads: bool = True


class Phrase:
    """Words `first` to `last` (exclusive) of a window.

    Attributes:
        start, end: offsets of the first character and past the last.
        classes: the words' class characters.
    """

    __slots__ = ("classes", "end", "first", "last", "start", "tokens")

    def __init__(self, tokens: Tokens, first: int, last: int) -> None:
        self.tokens = tokens
        self.first, self.last = first, last
        self.classes = tokens.classes[first:last]
        self.start = tokens.starts[first]
        self.end = tokens.end(last - 1)

    @property
    def month(self) -> int:
        """The number of the first month's name; 0 if there is none."""
        return int((self.get("month") or "0").rstrip("?pa"))

    @property
    def year(self) -> str | None:
        """The year in figures, also "'94", or in words ("nineteen ninety-four"); None if there is
        none."""
        if figures := self.get("yyyy"):
            return figures
        if short := self.get("short_year"):
            return str(int(short) + (2000 if int(short) < _NEWEST else 1900))
        at = self.classes.find(CODES["spoken"])
        if at < 0:
            return None
        numbers = [int(value) for char, value in self.pairs()[at:] if char in _WORDS]
        if len(numbers) == 1 or not 10 <= numbers[1] <= 90:
            return None
        return str(numbers[0] * 100 + sum(numbers[1:3]))

    @property
    def year_of_era(self) -> str | None:
        """The year with its era, as "BC0044" or "0079"; None if the phrase names none."""
        if not self.has("era"):
            return None
        number = int(self.tokens.value(self.first + self.classes.index(CODES["era"]) - 1))
        return f"{'BC' if self.get('era') == 'BC' else ''}{number:04d}"

    @property
    def ordinal(self) -> int:
        """The number of a day, a quarter, a century, in figures or in words; 0 if there is none."""
        return int(self.get("dd", "nth", "ordinal", "second") or 0)

    @property
    def unit(self) -> str:
        """The letter of the last unit ("D", "TH"); "" if there is none."""
        at = max(map(self.classes.rfind, _UNITS))
        char = self.classes[at : at + 1]
        return (
            "TS" if char == CODES["second"] else self.tokens.value(self.first + at) if char else ""
        )

    @property
    def mod(self) -> str | None:
        """TIMEX3 mod: of "early", "mid-", "late", "the end of" and of "about", "more than"; also of
        "early" in "early on Friday"."""
        name = _modifier(self.classes)
        before = self.tokens.classes[max(0, self.first - 2) : self.first]
        if not name and before in _BEFORE:
            return _MODS[_modifier(before)]
        return _MODS.get(name) or self.get(name) if name else None

    @property
    def month_doubt(self) -> str:
        """What else the month's name can be: "?" a word (May), "p" a person (April), "a" a short
        form without its period (Jan), or "": as the lexicon's value says, "5?"."""
        return (self.get("month") or "").lstrip("0123456789")

    def next_is(self, *names: str) -> bool:
        """Whether the word after the phrase is of one of these classes."""
        char = self.tokens.classes[self.last : self.last + 1]
        return char not in _NO_WORD and char in _chars(names)

    def value_after(self, *names: str) -> str | None:
        """The value of the last of the words after the phrase, if they are of these classes."""
        if not self.next_are(*names):
            return None
        return self.tokens.value(self.last + len(names) - 1)

    @property
    def value_before(self) -> str:
        """The value of the word before the phrase; "" if it has none."""
        return self.tokens.value(self.first - 1) if self.first else ""

    @property
    def glued(self) -> bool:
        """Whether a dash ties the phrase to a word that is none of a rule's ("Gambit-2026")."""
        before = self.tokens.classes[max(0, self.first - 2) : self.first]
        return before == BREAK + char_of("hyphen")

    def next_are(self, *names: str) -> bool:
        """Whether the words after the phrase are of these classes, in this order."""
        after = self.tokens.classes[self.last : self.last + len(names)]
        return after == "".join(char_of(name) for name in names)

    def previous_is(self, *names: str) -> bool:
        """Whether the word before the phrase is of one of these classes."""
        if not self.first:
            return False
        before = self.tokens.classes[self.first - 1]
        return before != BREAK and before in _chars(names)

    def has(self, *names: str) -> bool:
        """Whether a word of one of these classes is there."""
        classes = self.classes
        for name in names:  # noqa: SIM110  a generator costs twice as much here
            if CODES[name] in classes:
                return True
        return False

    def get(self, *names: str) -> str | None:
        """The value of the first word of one of these classes; names in order of preference."""
        for name in names:
            index = self.classes.find(CODES[name])
            if index >= 0:
                return self.tokens.value(self.first + index)
        return None

    def all(self, *names: str) -> list[str]:
        """The values of all words of these classes, in text order."""
        chars = _chars(names)
        value, first = self.tokens.value, self.first
        return [value(first + i) for i, char in enumerate(self.classes) if char in chars]

    @property
    def headless(self) -> bool:
        """Whether it begins amid another number: "$98.6 | million one year", "seven | one year"."""
        if self.classes[0] == _SCALE:
            return self.first > 0 and self.tokens.is_figure(self.first - 1)
        if self.classes[0] != _WORD or self.classes[1:2] != _WORD:
            return False
        value = self.tokens.value
        return int(value(self.first)) < _DIGITS > int(value(self.first + 1))

    def start_of(self, name: str) -> int:
        """Offset where the first word of a class begins."""
        return self.tokens.starts[self.first + self.classes.index(char_of(name))]

    def pairs(self) -> list[tuple[str, str]]:
        """(class character, value) of every word."""
        value = self.tokens.value
        return [(char, value(index)) for index, char in enumerate(self.classes, self.first)]

    def count(self) -> float | None:
        """The number in front of a unit: figures, words, "a"; None if there is none."""
        total, current, seen = 0.0, 0.0, False
        for char, value in self.pairs():
            if char in _FIGURES:
                current, seen = current + float(value.replace(",", "")), True
            elif char == _FRACTION:
                above, _, below = value.partition("/")
                current, seen = current + int(above) / int(below), True
            elif char in _WORDS:
                number, seen = int(value), True
                if number == 100:
                    current = max(current, 1) * 100
                elif number >= 1000:
                    total, current = total + max(current, 1) * number, 0
                elif number == 12 and current and current < 12:
                    current *= 12
                else:
                    current += number
            elif char in _UNITS:
                break
        if seen:
            return total + current
        if self.has("couple"):
            return 2
        if self.has("few"):
            return None
        return 1 if self.has("a", "another") else None


@functools.lru_cache(maxsize=1024)
def _chars(names: tuple[str, ...]) -> str:
    return "".join(map(char_of, names))


@functools.lru_cache(maxsize=4096)
def _modifier(classes: str) -> str:
    """The class of the word that modifies; "" if none does."""
    return next((name for name in (*_MODS, *_MEASURES) if CODES[name] in classes), "")


_NEWEST = 40  # "'40" and later are of the last century
_MODS = {"early": "START", "late": "END", "mid": "MID", "beginning": "START", "end": "END"}
_BEFORE = [char_of(a) + char_of(b) for a in ("early", "late") for b in ("on", "in")]
_MEASURES = ("approx", "about", "over", "or_so", "plus")
_NO_WORD = ("", BREAK)
_FIGURES = frozenset(char_of(name) for name in ("dd", "num", "yyyy", "decimal"))
_WORD, _SCALE = char_of("word"), char_of("scale")
_DIGITS = 10  # two words for less make no number
_FRACTION = char_of("fraction")
_WORDS = (char_of("word"), char_of("scale"), char_of("spoken"))
_UNITS = tuple(
    char_of(n) for n in "unit units sec second century quarter quarters weekend weekends".split()
)
