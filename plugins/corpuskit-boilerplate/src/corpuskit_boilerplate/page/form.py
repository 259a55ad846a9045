"""Form: what is seen of a line's letters and marks, coarsely: so forms are much alike."""

from __future__ import annotations

import bisect
import re

__all__ = ["Form", "form_of"]

Form = tuple[int, str, str, str, int, int, bool, bool, bool, bool]
"""Words, last mark, first letter, small letters, stops, commas, then whether it has a bar, is in
capitals, says "you" and "we"."""

_SIZES = (0, 1, 2, 3, 4, 5, 6, 9, 13, 19, 31, 61)  # words from which a line counts as longer
_SIZE_OF = [_SIZES[bisect.bisect_right(_SIZES, n) - 1] for n in range(_SIZES[-1] + 1)]
_LOWERS = ["none"] + ["few"] * 33 + ["half"] * 26 + ["most"] * 25 + ["all"] * 16
"""By hundredths of the words after the first that begin with a small letter."""
_OTHER = re.compile(r" [^a-zß-öø-ÿ]")  # no lookahead: it costs more than all the rest of a form
_HEAD = 160  # characters whose words are looked at for capitals
_ENDS = {
    ".": "stop",
    "!": "mark",
    "?": "ask",
    "…": "dots",
    ":": "colon",
    ",": "comma",
    "。": "stop",
    ";": "comma",
}
_CLOSERS = "\"'”’»)]"
_WE = ("our ", "we ")


def form_of(text: str, low: str, words: int) -> Form:
    """The form of a line: its text, the same folded, and how many words it has."""
    last = text[-1]
    spaces = text.count(" ", 0, _HEAD)
    other = len(_OTHER.findall(text, 0, _HEAD)) + (text[_HEAD - 1 : _HEAD] == " ")
    lower = (spaces - other) * 100 // spaces if spaces else 0
    commas = text.count(",")
    return (
        _SIZE_OF[words if words < 61 else 61],
        _ENDS.get(last) or ("word" if last.isalnum() else _last(text)),
        _first(text[0]),
        _LOWERS[lower],
        min(text.count(". "), 2),
        0 if not commas else 1 if commas < 3 else 3,
        "|" in text,
        text.isupper(),
        "you" in low,
        " our " in low or " we " in low or low.startswith(_WE),
    )


def _first(char: str) -> str:
    if char.isalpha():
        return "first.lower" if char.islower() else "first.letter"
    if char.isdigit():
        return "first.digit"
    return "first.quote" if char in "\"“‘'«„" else "first.other"


def _last(text: str) -> str:
    last = text[-1]
    if last in _CLOSERS:
        core = text.rstrip(_CLOSERS)
        last = core[-1] if core and core[-1] in ".!?…" else ")" if last in ")]" else '"'
    return _ENDS.get(last) or ("close" if last in ')"' else "word" if last.isalnum() else "other")
