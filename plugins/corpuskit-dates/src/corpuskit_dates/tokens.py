"""Tokens: where in the text to look, and what each word there is to the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpuskit_dates.classes import BREAK, char_of
from corpuskit_dates.figures import figure
from corpuskit_dates.language import Language

__all__ = ["Tokens", "tokenise", "windows"]

_REACH = 52  # characters on either side of a trigger that an expression may take in
_FIGURE = re.compile(r"\d{4}|\ds\b|\d[:/.-]\d|\d[ap]m\b")
_MONEY = frozenset("$\u20ac\u00a3\u00a5\u20b9#")


class Tokens(NamedTuple):
    """The words of one window: class characters, offsets and values, in parallel."""

    classes: str
    starts: list[int]
    ends: list[int]
    values: list[str]


def windows(
    folded: str, stretches: Iterable[tuple[int, int]], triggers: Iterable[int]
) -> Iterator[tuple[int, int]]:
    """Pieces of the text around triggers and telling figures, none crossing a stretch.

    Args:
        stretches: (start, end) of the text to read, in order.
        triggers: offsets of trigger words, in order.
    """
    waiting = iter(triggers)
    trigger = next(waiting, None)
    for begin, end in stretches:
        places = [match.start() for match in _FIGURE.finditer(folded, begin, end)]
        figures = len(places)
        while trigger is not None and trigger < end:
            if trigger >= begin:
                places.append(trigger)
            trigger = next(waiting, None)
        if 0 < figures < len(places):
            places.sort()
        yield from _merged(folded, places, begin, end)


def _merged(folded: str, places: list[int], begin: int, end: int) -> Iterator[tuple[int, int]]:
    low, high = -1, -1
    for place in places:
        if high < 0:
            low = place - _REACH
        elif place - _REACH > high:
            yield _at_words(folded, low, high, begin, end)
            low = place - _REACH
        high = place + _REACH
    if high >= 0:
        yield _at_words(folded, low, high, begin, end)


def _at_words(folded: str, low: int, high: int, begin: int, end: int) -> tuple[int, int]:
    """The window with its edges moved to white space, so that no word is cut."""
    if low <= begin:
        low = begin
    else:
        low = max(folded.find(" ", low, low + 40), low)
    if high >= end:
        high = end
    else:
        space = folded.find(" ", high, min(high + 40, end))
        high = space if space >= 0 else min(high + 40, end)
    return low, high


def tokenise(raw: str, folded: str, start: int, end: int, language: Language) -> Tokens:
    """The words of one window."""
    known = language.token_classes
    classes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[str] = []
    for match in language.token_pattern.finditer(folded, start, end):
        text = match.group()
        begin = match.start()
        entry = known.get(text)
        if entry is None and text[0].isdecimal():
            char, value = figure(text)
            if begin and raw[begin - 1] in _MONEY:
                char = BREAK
        elif text in _MARKS:
            char, value = _MARKS[text], ""
            if char == _HYPHEN and not _tight(raw, begin, match.end()):
                char = BREAK
        else:
            if entry is None and len(text) > 3:
                entry = known.get(" ".join(text.split()))
            char, value, capital = entry or _UNKNOWN
            if capital and not raw[begin].isupper():
                char = BREAK
        classes.append(char)
        starts.append(begin)
        ends.append(match.end())
        values.append(value)
    return Tokens("".join(classes), starts, ends, values)


_UNKNOWN = (BREAK, "", False)
_HYPHEN = char_of("hyphen")
_MARKS = {
    ",": char_of("comma"),
    "'s": char_of("poss"),
    "-": _HYPHEN,
    "\u2010": _HYPHEN,
    "\u2011": _HYPHEN,
    "\u2013": _HYPHEN,
}


def _tight(raw: str, start: int, end: int) -> bool:
    """Whether a mark stands between two word characters."""
    return start > 0 and raw[start - 1].isalnum() and end < len(raw) and raw[end].isalnum()
