"""Stretches: which runs of a paragraph stand within quote marks, whatever their style."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpuskit.scan import Mark, marks_in
from corpuskit_quotes.vocabulary import used_as

__all__ = ["Stretch", "openers_in", "stretches_in"]


class Stretch(NamedTuple):
    """A run within marks: the outer offsets, the inner ones, and whether it was closed."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


_ANY = '"\u201c\u201d\u201e\u201f\u2018\u201a\u201b`\u00ab\u00bb\u2039\u203a'
"""Marks that may open a stretch; a typewriter's apostrophe seldom does."""
_ELISION = re.compile(rf"['\u2019](?:\d0s|{'|'.join(sorted(used_as('elision')))})\b", re.IGNORECASE)
_INCHES = re.compile(r"\d['\u2019]\s?\d{1,2}\Z|\d\Z")
_LATE = frozenset([", ", ". ", "! ", "? "])
_SAID = re.compile(
    r"(?:[A-Z][\w.'-]*+ ){0,3}(?:[a-z]+ ){0,3}"
    rf"(?:{'|'.join(sorted(used_as('late')))})\b"
)
_LOOK_AHEAD = 8
_DEEP = 24
"""Marks after one within which those of a third level are looked for."""
_STOPS = frozenset(",.!?\u2026;")
_ENDS = frozenset(".!?\u2026\u201d")


def openers_in(raw: str, start: int, end: int) -> list[int]:
    """Where a stretch may open in raw[start:end], in text order: most paragraphs have none."""
    marks = [at for mark in _used(raw) for at in _places(mark, raw, start, end)]
    singles = [at for at in _places("'", raw, start, end) if _may_open(raw, at)]
    return sorted(marks + singles)


@functools.lru_cache(maxsize=1)
def _used(raw: str) -> tuple[str, ...]:
    """Those of the marks that a text has at all: sought once for all of its paragraphs."""
    return tuple(mark for mark in _ANY if mark in raw)


def _places(mark: str, raw: str, start: int, end: int) -> Iterator[int]:
    at = raw.find(mark, start, end)
    while at != -1:
        yield at
        at = raw.find(mark, at + 1, end)


def _may_open(raw: str, at: int) -> bool:
    """Whether a typewriter's apostrophe may open: no word or stop before it, or two of them."""
    before = raw[at - 1] if at else "\n"
    return not (before.isalnum() or before in "_.,!?") or raw.startswith("'", at + 1)


def stretches_in(raw: str, start: int, end: int) -> tuple[Stretch, ...]:
    """The stretches of one paragraph, raw[start:end], outermost ones only, in text order.

    A mark left open runs to the paragraph's end; a single mark only opens where one closes.
    """
    marks = [mark for mark in marks_in(raw, start, end) if mark.kind != "apostrophe"]
    return tuple(_paired(raw, marks, start, end)) if marks else ()


def _paired(raw: str, marks: Sequence[Mark], start: int, end: int) -> Iterator[Stretch]:
    index, reached = 0, 0
    if _closes_late(raw, marks[0]) and raw.find('"', marks[0].end, end) == -1:
        stretch = _stretch(raw, start, marks[0].end, start, marks[0].start, closed=True)
        index = 1  # it was opened in a paragraph before, or nowhere
        if stretch is not None:
            yield stretch
    while index < len(marks):
        mark = marks[index]
        index += 1
        if mark.start < reached or not _opens(raw, mark, end):
            continue
        close = _closing(raw, marks, index, mark)
        if close is not None:
            stretch = _stretch(raw, mark.start, close.end, mark.end, close.start, closed=True)
            reached = close.end
        elif mark.family != "single" and mark.kind == "open":
            reached = _left(raw, marks, index, mark, end)
            stretch = _stretch(raw, mark.start, reached, mark.end, reached, closed=False)
        else:
            continue
        if stretch is not None:
            yield stretch


def _opens(raw: str, mark: Mark, end: int) -> bool:
    """Whether a mark begins a stretch: what follows is text, and no digit stands before it."""
    if mark.end >= end or (raw[mark.end].isspace() and mark.family != "guillemet"):
        return False
    before = raw[mark.start - 1] if mark.start else " "
    if mark.kind == "close":
        # a mark the wrong way round: space before it and a word after it
        return before.isspace() and raw[mark.end].isalnum() and raw[mark.start] != "'"
    if mark.family == "single":
        return not before.isalnum() and _ELISION.match(raw, mark.start) is None
    if mark.kind == "either":
        return not before.isalnum()
    return not (raw[mark.start] == '"' and before.isdigit())


def _closing(raw: str, marks: Sequence[Mark], index: int, opened: Mark) -> Mark | None:
    if opened.family == "single":
        return _closing_single(raw, marks, index)
    low = raw[opened.start] == "\u201e"
    inside = deeper = False  # within single marks, and within marks as the outer ones in these
    within = 0  # such marks themselves: `“She called it “a day” and left.”`
    for position in range(index, len(marks)):
        mark = marks[position]
        if mark.family == "single":
            inside = mark.kind == "open" or (inside and deeper)
        if mark.family != opened.family:
            continue
        if inside and deeper is (mark.kind == "close") and position - index < _DEEP:
            deeper = not deeper  # `“He said: ‘She said “go” and left’”`
            continue
        if mark.kind == "open":
            before, after = raw[mark.start - 1], raw[mark.end : mark.end + 1]
            if low or (not before.isspace() and not after.isalnum()):
                return mark  # typed the wrong way round
            if raw[mark.start] != '"':
                if _opens_anew(raw, mark):
                    return None  # the first was never closed
                within += 1
            elif _closes_late(raw, mark):
                return mark
            continue
        if within:
            within -= 1
            continue
        if raw[mark.start] == '"' and _is_inches(raw, marks, position, opened):
            continue
        return mark
    return None


def _left(raw: str, marks: Sequence[Mark], index: int, opened: Mark, end: int) -> int:
    """Where what was never closed ends: before the next that opens with a sentence, as where line
    ends were lost and each paragraph of somebody's words has its own; else with the paragraph."""
    for mark in marks[index:]:
        same = mark.family == opened.family and mark.kind == "open" and raw[mark.start] != '"'
        if same and _opens_anew(raw, mark):
            return mark.start
    return end


def _opens_anew(raw: str, mark: Mark) -> bool:
    """Whether a mark stands behind the end of a sentence."""
    return raw[max(0, mark.start - 2) : mark.start].rstrip()[-1:] in _ENDS


def _closes_late(raw: str, mark: Mark) -> bool:
    """`…, "the mayor said`: a straight mark that closes, with its space on the wrong side."""
    late = raw[mark.start] == '"' and raw[max(0, mark.start - 2) : mark.start] in _LATE
    return late and _SAID.match(raw, mark.end) is not None


def _is_inches(raw: str, marks: Sequence[Mark], position: int, opened: Mark) -> bool:
    """`6'2"`, or a figure's mark with another one to come that closes."""
    mark = marks[position]
    found = _INCHES.search(raw, max(opened.end, mark.start - 6), mark.start)
    if found is None or mark.start - opened.end < 2:
        return False
    if len(found.group()) > 1:
        return True
    rest = marks[position + 1 : position + 1 + _LOOK_AHEAD]
    return any(m.kind == "close" for m in rest) and not any(m.kind == "open" for m in rest)


def _closing_single(raw: str, marks: Sequence[Mark], index: int) -> Mark | None:
    """The first closing single mark; a plural's apostrophe gives way to one after a stop."""
    first: Mark | None = None
    for position in range(index, len(marks)):
        mark = marks[position]
        if mark.family == "double" and first is None and mark.kind == "open":
            continue
        if mark.family != "single":
            continue
        if mark.kind == "open":
            break
        if first is None:
            if raw[mark.start - 1] != "s" or raw[mark.end : mark.end + 1] != " ":
                return mark
            first = mark
        elif raw[mark.start - 1] in _STOPS:
            return mark
    return first


def _stretch(
    raw: str, start: int, end: int, inner: int, stop: int, *, closed: bool
) -> Stretch | None:
    while inner < stop and raw[inner].isspace():
        inner += 1
    while stop > inner and raw[stop - 1].isspace():
        stop -= 1
    return _make(Stretch, (start, end, inner, stop, closed)) if inner < stop else None


_make = tuple.__new__
