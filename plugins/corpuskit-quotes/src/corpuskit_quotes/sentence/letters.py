"""Letters: which letter each token of a text is on a tape, read piece by piece."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from itertools import chain

from corpuskit.scan import ABBREVIATIONS
from corpuskit_quotes.sentence.stretches import Stretch
from corpuskit_quotes.vocabulary import time_class, used_as, vocabulary

__all__ = ["TOKEN", "is_title_case", "opened", "pieces", "stretch_class"]

TOKEN = re.compile(
    r"(?:[a-z]\.){2}|"  # a.m., e.g.
    r"\w++(?:(?=[-\u2010\u2011\u2013&'\u2019.,])"  # most words end here
    r"(?:[-\u2010\u2011\u2013&]\w+|['\u2019](?!s\b|re\b|ve\b|ll\b|d\b|m\b)\w+"
    r"|[.,](?<=\d.)\d+){0,64})?"  # a bound, so that endless chains take no memory
    r"|['\u2019](?:s|re|ve|ll|d|m)\b|--|\S"
)
_ABBREVIATIONS = frozenset(
    (*map(str.capitalize, ABBREVIATIONS | used_as("abbreviation")), *used_as("small abbreviation"))
).union("BCDEFGHJKLMNOPQRSTUVWXYZ")
"""Words whose full stop ends nothing; of initials not A and I, which are words."""
_LETTERS = {
    **dict.fromkeys(_ABBREVIATIONS, "A"),
    **dict.fromkeys(("'s", "\u2019s"), "S"),
    **dict.fromkeys(("\u2014", "\u2013", "\u2015", "--", "-"), "-"),
    **dict.fromkeys(("!", "?"), "."),
    **dict.fromkeys(("[", "{"), "("),
    **dict.fromkeys(("]", "}"), ")"),
    **dict.fromkeys(("\u2022", "*", "|"), "\n"),
    **dict.fromkeys(("$", "\u20ac", "\u00a3"), "#"),
    **dict.fromkeys(("@", "#", '"', "'", "\u2019", "\u2018", "\u201c", "\u201d", "`"), "R"),
    "\u2026": ",",
    "%": "N",
    "/": "&",
}
"""What is no word of the vocabulary."""
_SPEECH_END = frozenset(",.!?\u2026\u2014-")


def _class_of(token: str) -> str:
    return _letters().get(token) or vocabulary().class_of(token)


@functools.cache
def _letters() -> dict[str, str]:
    """The letters of tokens as written, where one look tells: words are in small letters."""
    return {**vocabulary().classes, **_LETTERS}


def _title_class(token: str) -> str:
    """The letter of a token where every word has a capital: a verb is told by the lexicon."""
    letter = _class_of(token)
    if letter != "C":
        return letter
    known = vocabulary().classes.get(token.lower(), "C")
    return known if known in "VUZGvzgex" else "C"


def is_title_case(text: str) -> bool:
    """Whether nearly all words of four letters or more have a capital."""
    first = [word[0] for word in text.split() if len(word) > 3]
    long = list(filter(str.isalpha, first))
    return len(long) > 3 and sum(map(str.isupper, long)) >= 0.8 * len(long)


class _Pieces(dict[str, str]):
    """What stands between two spaces as it was read before: each token's letter, as a character
    how far behind its beginning the next one begins, if one space follows the last, and what it is
    in a time.

    A plain dictionary is the fastest memory there is.
    """

    def __init__(self, class_of: Callable[[str], str]) -> None:
        self._class_of = class_of
        self._alike: dict[str, str] = {}

    def __missing__(self, text: str) -> str:
        if len(self) >= _MOST_PIECES:
            self.clear()
            self._alike.clear()
        tokens = [text] if text.isalpha() else TOKEN.findall(text)
        letters = list(map(self._class_of, tokens))
        if text.endswith(_OF_SEVERAL) and len(tokens) > 1:
            letters[-1] = "S"
        *steps, last = map(len, tokens)
        places = [chr(min(step, _FARTHEST)) for step in (*steps, last + 1)]
        piece = "".join(chain(*zip(letters, places, map(time_class, tokens, letters), strict=True)))
        piece = self[text] = self._alike.setdefault(piece, piece)
        return piece


_OF_SEVERAL = ("s'", "s\u2019")
"""How a possessive of several ends; what stands within single marks is no part of a piece."""
_MOST_PIECES = 1 << 16
_FARTHEST = 255
"""Of a longer token the place is looked for, as behind more than one space."""


@functools.cache
def pieces(*, titled: bool) -> _Pieces:
    return _Pieces(_title_class if titled else _class_of)


@functools.lru_cache(maxsize=1 << 12)
def _opening_class(text: str, behind: str) -> str:
    """The letter of a capitalised word that opens a sentence: a verb form, an imperative by the
    letter `behind` it (`Consider supporting us`), or a name."""
    token = TOKEN.findall(text)[0]
    known = vocabulary().classes.get(token.lower(), "C")
    asked = known in "Bu" and behind in _ASKED_FOR
    return known if asked or known in "VUGgev" else "C"


_ASKED_FOR = frozenset("DmhogG")


def opened(letters: str, text: Sequence[str]) -> str:
    """The letters of a sentence, with a second look at the word that opens it; list marks may
    stand before it."""
    if letters[0] == "C":
        first = _opening_class(text[0], letters[1:2])
        return letters if first == "C" else first + letters[1:]
    if letters[0] != "\n":
        return letters
    for place, piece in enumerate(text):
        letter = letters[place]
        if letter == "\n" and len(piece) > 1:
            place, piece, letter = place + 1, piece[1:], letters[place + 1]
        if letter == "C":
            behind = letters[place + 1 :]
            return letters[:place] + _opening_class(piece, behind[:1]) + behind
        if letter != "\n":
            break
    return letters


def stretch_class(raw: str, stretch: Stretch, *, heading: bool) -> str:
    """`Q` for what reads like speech, `q` for a word, a term or a title."""
    inner = raw[stretch.inner_start : stretch.inner_end]
    words = inner.split()
    if len(words) > 1 and _is_title(words):
        return "q" if heading or inner[-1] in _SPEECH_END else "C"
    if inner[-1] in _SPEECH_END or len(words) > 7 or not stretch.closed:
        return "Q"
    follows = raw[stretch.end : stretch.end + 1]
    return "Q" if follows in (",", ".") and len(words) > 3 and inner[0].isupper() else "q"


def _is_title(words: list[str]) -> bool:
    """Capitals on every word of four letters or more, two at least."""
    long = 0
    for word in words:
        if len(word) > 3 and len(word.strip(",.!?\u2019'")) > 3:
            if not word[0].isupper():
                return False
            long += 1
    return long > 1
