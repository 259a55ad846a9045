"""Sources: the words of saying, and the words that name whoever says so."""

from __future__ import annotations

from functools import cache

from corpuskit import CasualtyStatus
from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.words import lexicon

__all__ = ["claims", "saying", "source_before", "source_from"]

_SOURCE = frozenset(("w", "n", "N", "x", "X", "det", "'s", "-"))
_BEFORE_VERB = _SOURCE | {"pron"}


@cache
def claims() -> dict[str, tuple[CasualtyStatus, str]]:
    """Words of saying to the status of what is said, and to their kind; "according to" is one."""
    rows = {e.term: (e["status"], e["kind"]) for e in lexicon("claims").entries}
    return {**rows, "according": ("reported", "preposition")}  # type: ignore[dict-item]


@cache
def saying() -> frozenset[str]:
    """The words of saying."""
    return frozenset(claims())


def source_before(line: Line, verb: int) -> tuple[int, int] | None:
    """Who says so, before the verb."""
    last = verb
    while line.tags[last - 1] in ("adv", "have", "day", "be"):
        last -= 1
    first = last
    while first > 0 and line.tags[first - 1] in _BEFORE_VERB:
        first -= 1
        if line.tags[first] in ("det", "pron"):
            break
    return (first, last) if first < last else None


def source_from(line: Line, first: int) -> tuple[int, int] | None:
    """Who says so, from word `first` on."""
    last = first
    while line.tags[last] in _SOURCE:
        last += 1
    return (first, last) if first < last else None
