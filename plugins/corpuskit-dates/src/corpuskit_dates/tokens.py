"""Tokens: where in the text to look, and what each word there is to the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from corpuskit_dates.classes import BREAK
from corpuskit_dates.language import Language, Word

__all__ = ["Tokens", "tokenise", "windows"]

_BEFORE = 28  # characters before a trigger that an expression may take in
_AFTER = 20  # and after its last trigger
_MONEY = frozenset("$\u20ac\u00a3\u00a5\u20b9#")


class Tokens:
    """The words of one window: their class characters, and where each stands.

    `pieces` are the words with the white space after them, so that they lie side by side and
    offsets are running sums of lengths, taken only when somebody asks.
    """

    __slots__ = ("_pieces", "_start", "_starts", "classes", "words")

    def __init__(self, classes: str, words: list[Word], pieces: list[str], start: int) -> None:
        self.classes = classes
        self.words = words
        self._pieces = pieces
        self._start = start
        self._starts: list[int] | None = None

    def start(self, index: int) -> int:
        """Offset of the first character of word `index`."""
        if self._starts is None:
            self._starts = list(accumulate(map(len, self._pieces), initial=self._start))
        return self._starts[index]

    def end(self, index: int) -> int:
        """Offset past the last character of word `index`."""
        return self.start(index) + len(self._pieces[index].rstrip())


def windows(
    folded: str, stretches: Sequence[tuple[int, int]], triggers: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pieces of the text around triggers, none crossing a stretch.

    Args:
        stretches: (start, end) of the text to read, in order.
        triggers: offsets of trigger words, in order, all within stretches.
    """
    waiting = iter(stretches)
    begin = end = high = low = -1
    for place in triggers:
        if place >= end:  # the first place beyond the stretch at hand
            if high >= 0:
                yield _at_words(folded, low, high, begin, end)
            high = -1
            while place >= end:
                begin, end = next(waiting)
        if high < 0:
            low = place - _BEFORE
        elif place - _BEFORE > high:
            yield _at_words(folded, low, high, begin, end)
            low = place - _BEFORE
        high = place + _AFTER
    if high >= 0:
        yield _at_words(folded, low, high, begin, end)


def _at_words(folded: str, low: int, high: int, begin: int, end: int) -> tuple[int, int]:
    """The window with its edges moved to white space, so that no word is cut."""
    if low <= begin:
        low = begin
    else:
        low = max(folded.find(" ", low, low + 40) + 1, low)
        while low < high and folded[low].isspace():
            low += 1
    if high >= end:
        high = end
    else:
        space = folded.find(" ", high, min(high + 40, end))
        high = space if space >= 0 else min(high + 40, end)
    return low, high


def tokenise(raw: str, folded: str, start: int, end: int, language: Language) -> Tokens:
    """The words of one window, which must begin at a word."""
    pieces = language.token_pattern.findall(folded, start, end)
    words = list(map(language.vocabulary.__getitem__, pieces))
    tokens = Tokens("".join([word[0] for word in words]), words, pieces, start)
    if doubtful := [index for index, word in enumerate(words) if word[2]]:
        kept = list(tokens.classes)
        for index in doubtful:
            if not _CHECKS[words[index].check](raw, tokens.start(index)):
                kept[index] = BREAK
        tokens.classes = "".join(kept)
    return tokens


def _capital(raw: str, start: int) -> bool:
    return raw[start].isupper()


def _not_money(raw: str, start: int) -> bool:
    return not start or raw[start - 1] not in _MONEY


def _tight(raw: str, start: int) -> bool:
    """Whether a mark of one character stands between two word characters."""
    return raw[start - 1 : start].isalnum() and raw[start + 1 : start + 2].isalnum()


_CHECKS: dict[str, Callable[[str, int], bool]] = {
    "capital": _capital,
    "figure": _not_money,
    "tight": _tight,
}
