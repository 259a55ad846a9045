"""Features: what of a line speaks for or against its being body, as names of rows in a table."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Sequence

from corpuskit_boilerplate.lines import Line

__all__ = ["line_features"]

_LOWER = re.compile(r" [a-zß-öø-ÿ]")
_WORD_BUCKETS = (
    ["words.0", "words.1", "words.2", "words.3", "words.4", "words.5"]
    + ["words.6"] * 3  # 6-8
    + ["words.9"] * 4  # 9-12
    + ["words.13"] * 6  # 13-18
    + ["words.19"] * 12  # 19-30
    + ["words.31"] * 30  # 31-60
    + ["words.61"]
)
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
_SHORT = 40  # characters of a line that is worth remembering
_HEAD = 160  # characters whose words are looked at for capitals
_WE = ("our ", "we ")
_CLOSERS = "\"'”’»)]"


_LOWERS = (
    ["lower.none"]
    + ["lower.few"] * 33
    + ["lower.half"] * 26
    + ["lower.most"] * 25
    + ["lower.all"] * 100
)  # by hundredths of the words after the first that begin with a small letter


def _first(char: str) -> str:
    if char.isalpha():
        return "first.lower" if char.islower() else "first.letter"
    if char.isdigit():
        return "first.digit"
    return "first.quote" if char in "\"“‘'«„" else "first.other"


def line_features(lines: Sequence[Line]) -> list[tuple[str, ...]]:
    """For each line the names of what holds of it."""
    seen = Counter([line.key for line in lines])
    found = []
    for start, end, text, folded, key, words, family, rule, inside, dates in lines:
        form = _short_form if end - start <= _SHORT else _form
        names = form(text, folded, words, family, rule, inside)
        count = seen[key]
        if count > 1:
            names += ("seen.2",) if count == 2 else ("seen.3",)
        if dates:
            names += ("dated",)
        found.append(names)
    return found


def _form(text: str, low: str, words: int, family: str, rule: str, inside: str) -> tuple[str, ...]:
    size = _WORD_BUCKETS[words if words < 61 else 61]
    char = text[-1]
    last = _ENDS.get(char) or ("word" if char.isalnum() else _last(text))
    found = [size, f"{size}.{last}", f"family.{family or 'none'}", _first(text[0])]
    if family:
        found.append(rule)
    if inside and inside != family:
        found.append("inside." + inside)
    if words > 1:
        head = text[:_HEAD]
        small = len(_LOWER.findall(head)) / (head.count(" ") or 1)
        found.append(_LOWERS[int(small * 100)])
    if words > 5:
        stops = text.count(". ")
        found.append("stops.0" if not stops else "stops.1" if stops == 1 else "stops.2")
        commas = text.count(",")
        found.append("commas.0" if not commas else "commas.1" if commas < 3 else "commas.3")
    if "|" in text:
        found.append("bar")
    if text.isupper():
        found.append("upper")
    if words > 1:
        if "you" in low:
            found.append("you")
        if " our " in low or " we " in low or low.startswith(_WE):
            found.append("we")
    return tuple(found)


_short_form = functools.lru_cache(maxsize=1 << 14)(_form)


def _last(text: str) -> str:
    last = text[-1]
    if last in _CLOSERS:
        core = text.rstrip(_CLOSERS)
        last = core[-1] if core and core[-1] in ".!?…" else ")" if last in ")]" else '"'
    return _ENDS.get(last) or ("close" if last in ')"' else "word" if last.isalnum() else "other")
