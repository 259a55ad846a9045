"""Features: what of a line speaks for or against its being body, as names of rows in a table."""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections import Counter
from collections.abc import Sequence

from corpuskit_boilerplate.lines import Line, ends_sentence

__all__ = ["SURROUNDINGS", "line_features", "surroundings"]

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
    for start, end, text, folded, key, words, family, rule, inside, dates, _ in lines:
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


# What stands around a line, in whole numbers; the n-th name is that of the number n.

_AROUND = 20  # lines above and below that are counted
_MOST_WORDS = 60  # words that a line counts for
_TWENTIETHS = 20
_RUNNING = 16  # words from which a sentence is running text
_FEWEST = 3  # lines above or below by which it is told what stands there
_PAGE = 60  # lines from which a text is a page, and its ends are furniture


def _steps(name: str, edges: Sequence[int], last: int) -> tuple[str, ...]:
    """For each number up to `last` the name of the step that it is on, and one for "unknown"."""
    steps = (f"{name}.{edges[bisect.bisect_right(edges, n) - 1]}" for n in range(last + 1))
    return (*steps, f"{name}.none")


_WORDS = (0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 28)
_KNOWN = (0, 1, 2, 3, 4, 6, 8, 11, 15)
_ABOVE = (0, 1, 2, 3, 5, 8, 11, 14, 17, 19, 20, 21)

SURROUNDINGS = {
    "text_above": _steps("text_above", _ABOVE, _TWENTIETHS + 1),
    "words_above": _steps("words_above", _WORDS, _MOST_WORDS),
    "words_below": _steps("words_below", _WORDS, _MOST_WORDS),
    "known_above": _steps("known_above", _KNOWN, _AROUND),
    "known_below": _steps("known_below", _KNOWN, _AROUND),
    "place": _steps("place", range(_TWENTIETHS), _TWENTIETHS - 1),
}
"""Name of each thing that is looked at around a line to the names of what can be found."""


def surroundings(lines: Sequence[Line]) -> list[list[int]]:
    """For each thing in `SURROUNDINGS` and each line which number is found there.

    How much of the page's running text stands above, in twentieths, with the ends apart; how many
    words the lines above and below have; how many of these are worded as furniture; the place on
    the page, in twentieths.
    """
    count = len(lines)
    words = [0, *itertools.accumulate([min(line.words, _MOST_WORDS) for line in lines])]
    worded = [bool(line.family) and line.rule != "boilerplate.inside" for line in lines]
    known = [0, *itertools.accumulate(worded)]
    running = [
        line.words if line.words >= _RUNNING and ends_sentence(line) else 0 for line in lines
    ]
    text = [0, *itertools.accumulate(running)]
    total = text.pop() or 1
    place = [i * _TWENTIETHS // count for i in range(count)]
    return [
        [n * _TWENTIETHS // total + (n > 0) for n in text],
        *_means(words, 1, _MOST_WORDS + 1),
        *_means(known, _AROUND, _AROUND + 1),
        place if count >= _PAGE else [_TWENTIETHS] * count,
    ]


def _means(sums: Sequence[int], scale: int, unknown: int) -> tuple[list[int], list[int]]:
    """For each line the mean of the lines above and of those below, times `scale`."""
    count = len(sums) - 1
    edge = min(_AROUND, count)
    above = [unknown] * min(_FEWEST, count)
    above += [sums[i] * scale // i for i in range(_FEWEST, edge)]
    above += [(b - a) * scale // _AROUND for a, b in zip(sums, sums[_AROUND:count], strict=False)]
    below = [
        (b - a) * scale // _AROUND for a, b in zip(sums[1:], sums[_AROUND + 1 :], strict=False)
    ]
    rest = range(len(below) + 1, count - _FEWEST + 1)
    below += [(sums[-1] - sums[i]) * scale // (count - i) for i in rest]
    below += [unknown] * (count - len(below))
    return above, below
