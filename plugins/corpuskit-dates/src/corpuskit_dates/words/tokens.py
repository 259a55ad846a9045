"""Tokens: where in the text to look, and what each word there is to the rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, compress, count, pairwise

from corpuskit import Span
from corpuskit_dates.words.classes import BREAK, char_of
from corpuskit_dates.words.language import Language, Vocabulary

__all__ = ["Tokens", "tokenise", "windows"]

_BEFORE = 28  # characters before a trigger that an expression may take in
_AFTER = 20  # and after its last trigger
_OF = char_of("of")
_HALVES = frozenset(("am", "pm", "a.", "p."))
_SPACE = re.compile(r"\s+")
_GAP = "\x00"  # stands between two windows, and is no word


class Tokens:
    """The words of an article's windows, one window after another.

    Attributes:
        classes: the words' class characters; between two windows stands a BREAK.
        starts: offsets of the words' first characters.

    `pieces` are the words with the white space after them, so that within a window they lie
    side by side and offsets are running sums of lengths.
    """

    __slots__ = ("_pieces", "_vocabulary", "classes", "starts")

    def __init__(
        self, pieces: list[str], windows: Sequence[tuple[int, int]], vocabulary: Vocabulary
    ) -> None:
        self._pieces = pieces
        self._vocabulary = vocabulary
        self.classes = "".join(map(vocabulary.__getitem__, pieces))
        lengths = list(map(len, pieces))
        gap = -1
        for (_, end), (start, _) in pairwise(windows):
            gap = pieces.index(_GAP, gap + 1)
            lengths[gap] = start - end
        self.starts = list(accumulate(lengths, initial=windows[0][0]))

    def value(self, index: int) -> str:
        """What the lexicon says of word `index`."""
        return self._vocabulary.words[self._pieces[index]].value

    def is_figure(self, index: int) -> bool:
        """Whether word `index` ends in a digit: "98", "$98.6"."""
        return self._pieces[index].rstrip()[-1:].isdecimal()

    def end(self, index: int) -> int:
        """Offset past the last character of word `index`."""
        return self.starts[index] + len(self._pieces[index].rstrip())

    def check(self, raw: str, extent: Span) -> None:
        """Make a BREAK of each word that is not what its place asks for: a month's name in
        lower case, a dash between spaces."""
        doubtful, words = self._vocabulary.doubtful, self._vocabulary.words
        pieces = self._pieces
        failed = [
            index
            for index in compress(count(), map(doubtful.__contains__, pieces))
            if not _CHECKS[words[pieces[index]].check](raw, self.starts[index])
        ]
        if failed and extent.of(raw).islower():  # a text without capitals
            failed = [index for index in failed if not self._stands_for_capital(index)]
        if failed:
            kept = list(self.classes)
            for index in failed:
                kept[index] = BREAK
            self.classes = "".join(kept)

    def _stands_for_capital(self, index: int) -> bool:
        """In a text without capitals: a month that is no other word, or beside a figure."""
        word = self._vocabulary.words[self._pieces[index]]
        if word.check == "tight":
            return False
        if word.value.isdecimal():
            return True
        first = index - (2 if self.classes[index - 1 : index] == _OF else 1)  # "the 4th of march"
        beside = self._pieces[max(0, first) : index + 2]
        return any(piece[0].isdecimal() or piece[:2] in _HALVES for piece in beside)


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
            yield _at_words(folded, low, high, begin, min(end, place - _BEFORE))
            low = place - _BEFORE
        high = place + _AFTER
    if high >= 0:
        yield _at_words(folded, low, high, begin, end)


def _at_words(folded: str, low: int, high: int, begin: int, end: int) -> tuple[int, int]:
    """The window with its edges moved to white space, so that no word is cut."""
    if low <= begin:
        low = begin
    else:
        space = _SPACE.search(folded, low, low + 40)
        low = space.end() if space else low
    if high >= end:
        high = end
    else:
        space = _SPACE.search(folded, high, min(high + 40, end))
        high = space.start() if space else min(high + 40, end)
    return low, high


def tokenise(
    raw: str, folded: str, windows: Sequence[tuple[int, int]], language: Language, extent: Span
) -> Tokens:
    """The words of windows, in order, each of which must begin at a word."""
    texts = [folded[start:end].replace(_GAP, "\x01") for start, end in windows]
    text = _GAP.join(texts)
    tokens = Tokens(language.token_pattern.findall(text), windows, language.vocabulary)
    tokens.check(raw, extent)
    return tokens


def _capital(raw: str, start: int) -> bool:
    return raw[start].isupper()


def _capitals(raw: str, start: int) -> bool:
    """Whether a word that is another in small letters stands in capitals: the zone "EAT"."""
    return raw[start : start + 2].isupper()


def _tight(raw: str, start: int) -> bool:
    """Whether a mark of one character stands between two word characters."""
    return raw[start - 1 : start].isalnum() and raw[start + 1 : start + 2].isalnum()


_CHECKS: dict[str, Callable[[str, int], bool]] = {
    "capital": _capital,
    "capitals": _capitals,
    "tight": _tight,
}
