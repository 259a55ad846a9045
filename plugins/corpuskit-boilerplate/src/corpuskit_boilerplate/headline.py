"""Headline: which line above the body is the title, by the evidence of `weights/title.tsv`."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpuskit_boilerplate.heading import is_bullet
from corpuskit_boilerplate.lines import Line
from corpuskit_boilerplate.weights import column

__all__ = ["find_headline", "title_features"]

_FAR = 48  # lines above the body in which a headline is looked for
_INTO = 3  # lines of what was taken for body in which it can be
_WORD = re.compile(r"\w{4,}")
_SIZES = (1, 2, 3, 4, 5, 6, 7, 10, 15, 20)
_LEAD = 220  # words of the body that a headline's words are looked for in
_AFTER = frozenset(["timestamp", "byline", "share", "read_time", "caption", "counts"])
_NEVER = frozenset(
    "navigation share footer copyright timestamp byline login search cookies separator handle "
    "link counts read_time comments follow advertisement template".split()
)
_STOP = re.compile(r"[.…。;,:][\"'”’»)\]]*$")


def find_headline(lines: Sequence[Line], body: Sequence[bool]) -> int | None:
    """The index of the headline, or None where no line can be one."""
    if body and body[0]:
        return 0 if _clean_title(lines, body) else None
    weights = column("title", "weight")
    best, best_sum = None, None
    for i, names in title_features(lines, body):
        score = sum([weights.get(name, 0) for name in names])
        if best_sum is None or score > best_sum:
            best, best_sum = i, score
    return best


def _clean_title(lines: Sequence[Line], body: Sequence[bool]) -> bool:
    """Whether a text that is all body begins with its title."""
    line = lines[0]
    return (
        len(lines) > 1
        and 2 <= line.words <= 20
        and not line.family
        and not line.text[0].islower()
        and _STOP.search(line.text[-8:]) is None
        and not is_bullet(line)
        and lines[1].words > line.words
    )


def title_features(lines: Sequence[Line], body: Sequence[bool]) -> Iterator[tuple[int, list[str]]]:
    """Lines that could be the headline, each with the evidence there."""
    first = next((i for i, kept in enumerate(body) if kept), len(lines))
    lead = _lead_words(lines, body, first)
    seen = Counter(line.key for line in lines)
    top = range(max(0, first - _FAR), min(first + _INTO, len(lines)))
    shares = {}
    for i in top:
        if _possible(lines[i], i < first):
            words = set(_WORD.findall(lines[i].folded))
            shares[i] = sum(min(lead[w], 3) for w in words) / len(words) if words else -1.0
    strongest = max(shares.values(), default=0)
    for i, share in shares.items():
        yield (
            i,
            [
                *_place(i, first),
                *_form(lines[i], seen),
                *_near(lines, i),
                "share." + ("none" if share < 0 else str(min(int(share * 3), 7))),
                *(("strongest",) if share == strongest and share > 0 else ()),
            ],
        )


def _lead_words(lines: Sequence[Line], body: Sequence[bool], first: int) -> Counter[str]:
    """Words at the head of the body, the first line apart if it may be the headline itself."""
    lead: Counter[str] = Counter()
    count = 0
    for i in range(first, len(lines)):
        if body[i] and lines[i].words > 12:
            words = _WORD.findall(lines[i].folded)
            lead.update(words)
            count += len(words)
            if count > _LEAD:
                break
    return lead


def _possible(line: Line, above: bool) -> bool:
    if not 1 <= line.words <= 32 or line.family in _NEVER:
        return False
    if is_bullet(line) or line.key.isdigit():
        return False
    return above or _STOP.search(line.text[-8:]) is None


def _place(i: int, first: int) -> Iterator[str]:
    far = first - i
    if far <= 0:
        yield f"inside.{-far}"
    else:
        yield "above." + str(
            far if far <= 8 else 9 if far <= 11 else 12 if far <= 15 else 16 if far < 25 else 25
        )
    if i == 0:
        yield "first_line"


def _form(line: Line, seen: Counter[str]) -> Iterator[str]:
    yield f"words.{_SIZES[bisect.bisect_right(_SIZES, line.words) - 1]}"
    yield "family." + (line.family or "none")
    last = line.text[-1]
    yield "end." + ("word" if last.isalnum() else last if last in ".?!:)…" else "other")
    count = seen[line.key]
    yield f"seen.{min(count, 3)}"
    if line.dates:
        yield "dated"
    if line.text[0].isdigit():
        yield "digit"
    if line.text[0].islower():
        yield "lower"
    if "|" in line.text:
        yield "bar"
    if line.text.isupper():
        yield "upper"


def _near(lines: Sequence[Line], i: int) -> Iterator[str]:
    key = lines[i].key
    below = [line for line in lines[i + 1 : i + 5] if line.key != key]
    for line in below[:1]:
        yield "next." + (line.family or ("long" if line.words > 14 else "short"))
    for family in sorted({line.family for line in below} & _AFTER):
        yield "soon." + family
    if any(line.dates for line in below):
        yield "soon.dated"
    if i:
        above = lines[i - 1]
        yield "last." + (above.family or ("long" if above.words > 14 else "short"))
        if lines[i].words > 2:
            near = lines[max(0, i - 6) : i]
            if any(len(line.folded) > len(key) and key in line.folded for line in near):
                yield "within.above"
    if lines[i].words > 2 and any(
        len(line.folded) > len(key) and key in line.folded for line in lines[i + 1 : i + 30]
    ):
        yield "within.below"
    if any(line.key == key for line in lines[max(0, i - 10) : i]):
        yield "again.above"
    if any(line.key == key for line in lines[i + 1 : i + 10]):
        yield "again.below"
