"""Tokens: where in the text to look, and what each word there is to the rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from corpuskit_dates.classes import BREAK
from corpuskit_dates.language import Language

__all__ = ["Tokens", "tokenise", "windows"]

_REACH = 38  # characters on either side of a trigger that an expression may take in
_FIGURE = re.compile(r"\d(?:\d{3}|s\b|[:/.-]\d|[ap]m\b)|'\d\d\b")
_MONEY = frozenset("$\u20ac\u00a3\u00a5\u20b9#")


class Tokens(NamedTuple):
    """The words of one window: class characters, matches and values, in parallel."""

    classes: str
    matches: list[re.Match[str]]
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
    classify = language.classify
    matches = list(language.token_pattern.finditer(folded, start, end))
    words = [classify(match.group()) for match in matches]
    classes = "".join([word.char for word in words])
    if any([word.check for word in words]):
        kept = list(classes)
        for index, word in enumerate(words):
            if word.check and not _CHECKS[word.check](raw, matches[index]):
                kept[index] = BREAK
        classes = "".join(kept)
    return Tokens(classes, matches, [word.value for word in words])


def _capital(raw: str, match: re.Match[str]) -> bool:
    return raw[match.start()].isupper()


def _not_money(raw: str, match: re.Match[str]) -> bool:
    return not match.start() or raw[match.start() - 1] not in _MONEY


def _tight(raw: str, match: re.Match[str]) -> bool:
    """Whether a mark stands between two word characters."""
    start, end = match.span()
    return start > 0 and raw[start - 1].isalnum() and end < len(raw) and raw[end].isalnum()


_CHECKS: dict[str, Callable[[str, re.Match[str]], bool]] = {
    "capital": _capital,
    "figure": _not_money,
    "tight": _tight,
}
