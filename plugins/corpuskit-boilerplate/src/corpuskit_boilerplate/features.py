"""Features: what of a line speaks for or against its being body, as names of rows in a table."""

from __future__ import annotations

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
_HEAD = 160  # characters whose words are looked at for capitals
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


def line_features(lines: Sequence[Line]) -> list[list[str]]:
    """For each line the names of what holds of it, its place on the page last."""
    seen = Counter(line.key for line in lines)
    total = len(lines)
    return [_features(line, seen[line.key], i / total) for i, line in enumerate(lines)]


def _features(line: Line, seen: int, place: float) -> list[str]:
    text, words = line.text, line.words
    size = _WORD_BUCKETS[min(words, 61)]
    last = text[-1]
    if last in _CLOSERS:
        core = text.rstrip(_CLOSERS)
        last = core[-1] if core and core[-1] in ".!?…" else ")" if last in ")]" else '"'
    end = _ENDS.get(last) or ("close" if last in ')"' else "word" if last.isalnum() else "other")
    found = [size, f"{size}.{end}", "family." + (line.family or "none")]
    if line.family:
        found.append(line.rule)
    if line.inside and line.inside != line.family:
        found.append("inside." + line.inside)
    if words > 1:
        head = text[:_HEAD]
        small = len(_LOWER.findall(head)) / (head.count(" ") or 1)
        found.append(_LOWERS[min(int(small * 100), 100)])
        if words > 5:
            found.append(f"stops.{min(text.count('. '), 2)}")
            commas = text.count(",")
            found.append("commas.0" if not commas else "commas.1" if commas < 3 else "commas.3")
    found.append(_first(text[0]))
    if seen > 1:
        found.append("seen.2" if seen == 2 else "seen.3")
    if line.dates:
        found.append("dated")
    if "|" in text:
        found.append("bar")
    low = line.folded
    if "you" in low:
        found.append("you")
    if " our " in low or " we " in low or low.startswith(("our ", "we ")):
        found.append("we")
    if text.isupper():
        found.append("upper")
    found.append(f"place.{int(place * 10)}")
    return found
