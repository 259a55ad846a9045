"""Match: which of the shapes a line has."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import NamedTuple

from corpuskit_boilerplate.lexicon import LANGUAGES, agencies, families
from corpuskit_boilerplate.page.stamps import FoundDate
from corpuskit_boilerplate.rules.pictures import AGENCIES
from corpuskit_boilerplate.rules.shape import Shape
from corpuskit_boilerplate.rules.shapes import SHAPES

__all__ = ["marks_of", "shape_family"]

_BEHIND = " :"  # what stands behind a term before names
_MARKS = re.compile(r"\s[/|•·–—-](?=\s)")
_CLOCK = re.compile(r"\d:\d\d")
_FIGURES = 11  # characters of a day in figures, and one
_MANY = 100  # words; no shape has so many


class _Compiled(NamedTuple):
    shape: Shape
    opens: tuple[str, ...]
    closes: tuple[str, ...]
    gate: frozenset[str]
    match: Callable[[str], object]


class _Possible(NamedTuple):
    """What lines of so many words can be: one look at each of these, and most are done with.

    Attributes:
        shapes: in their order.
        free: whether one of them asks for no beginning, ending or character.
        opens, closes, gates: beginnings, endings and characters that any of them asks for.
    """

    shapes: tuple[_Compiled, ...]
    free: bool
    opens: tuple[str, ...]
    closes: tuple[str, ...]
    gates: tuple[str, ...]


@functools.cache
def _compiled() -> tuple[_Compiled, ...]:
    names = agencies("news", "pictures")
    patterns = [shape.pattern.replace(AGENCIES, names) for shape in SHAPES]
    return tuple(
        _Compiled(
            shape, _opens(shape), _closes(shape), frozenset(shape.gate), re.compile(pattern).match
        )
        for shape, pattern in zip(SHAPES, patterns, strict=True)
    )


@functools.cache
def _printed() -> _Compiled:
    """The shape that begins with a day, as a stamp does."""
    return next(one for one in _compiled() if one.shape.id == "boilerplate.print")


def _opens(shape: Shape) -> tuple[str, ...]:
    """Beginnings of which the folded line must have one; () for any."""
    names = families(LANGUAGES).names.items() if shape.named else ()
    terms = sorted(term for term, family in names if family == shape.family)
    return tuple(term + mark for term in terms for mark in _BEHIND)


def _closes(shape: Shape) -> tuple[str, ...]:
    """Endings of which the folded line must have one; () for any."""
    roles = families(LANGUAGES).roles.items() if shape.roled else ()
    terms = sorted(term for term, family in roles if family == shape.family)
    return (*shape.closes, *terms, *(term + ")" for term in terms))


@functools.lru_cache(maxsize=1 << 12)
def _possible(words: int, marks: frozenset[str]) -> _Possible:
    found = [
        one
        for one in _compiled()
        if one.shape.least <= words <= one.shape.most
        and not (one.gate and one.gate.isdisjoint(marks))
    ]
    shapes = [one.shape for one in found]
    return _Possible(
        tuple(found),
        not all(one.gate or one.opens or one.closes for one in found),
        tuple(sorted({opens for one in found for opens in one.opens})),
        tuple(sorted({closes for one in found for closes in one.closes})),
        tuple(sorted({char for s in shapes for char in s.gate if char in marks})),
    )


@functools.cache
def _gates() -> frozenset[str]:
    return frozenset(char for shape in SHAPES for char in shape.gate)


def marks_of(folded: str) -> frozenset[str]:
    """The characters in a page that open gates of shapes; in plain text there are few."""
    return frozenset([char for char in _gates() if char in folded])


def shape_family(
    text: str,
    folded: str,
    words: int,
    dates: tuple[FoundDate, ...],
    marks: frozenset[str] | None = None,
) -> tuple[str, str]:
    """The family and rule id of the first shape that the line has; ("", "") if none.

    Args:
        marks: `marks_of` the page, if known.
    """
    if dates and folded[0] != "{" and _mostly_dates(dates, words, folded):
        printed = _printed()
        if dates[0].end - dates[0].start < _FIGURES and printed.match(folded):
            return printed.shape.family, printed.shape.id
        return "timestamp", "boilerplate.date_line"
    found = _possible(min(words, _MANY), _gates() if marks is None else marks)
    shapes, free, opens, closes, gates = found
    chars = [char for char in gates if char in folded]
    if (
        not chars
        and not (free and not folded[0].isalnum())
        and not folded.startswith(opens)
        and not folded.endswith(closes)
    ):
        return "", ""
    for shape, begins, closing, gate, match in shapes:
        if begins and not folded.startswith(begins):
            continue
        if closing and not folded.endswith(closing):
            continue
        if gate and gate.isdisjoint(chars):
            continue
        if shape.holds and not any(one in folded for one in shape.holds):
            continue
        if match(text if shape.cased else folded):
            if dates and shape.family == "breadcrumb" and _dated(dates, folded):
                return "timestamp", "boilerplate.date_line"
            return shape.family, shape.id
    return "", ""


def _dated(dates: tuple[FoundDate, ...], folded: str) -> bool:
    """Whether pieces between bars tell a day: "QNA | Northport | 3 May 2031 8:14"."""
    head, _, last = folded.rpartition("|")
    return ": " in folded or (head != "" and str(dates[-1].date.year) in last)


def _mostly_dates(dates: tuple[FoundDate, ...], words: int, folded: str) -> bool:
    """Whether a line is a stamp: a date and a few words besides."""
    marks = len(_MARKS.findall(folded))
    clock = marks > 0 and _CLOCK.search(folded) is not None  # "Port Sable | Updated: …, 08:02 IST"
    return words <= 14 and words - 3 * len(dates) - marks - clock <= 4
