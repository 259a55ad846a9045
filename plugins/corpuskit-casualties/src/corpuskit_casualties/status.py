"""Status: whether a count is reported, claimed or denied, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import compress

from corpuskit import CasualtyStatus
from corpuskit_casualties.line import Line
from corpuskit_casualties.reading import Reading
from corpuskit_casualties.rules.base import Link
from corpuskit_casualties.words import cue, lexicon

__all__ = ["status_of"]

Said = tuple[CasualtyStatus, tuple[int, int] | None]
_ASSERTER = frozenset(("w", "n", "N", "x", "X", "det", "'s", "-"))


@cache
def _claims() -> dict[str, tuple[CasualtyStatus, str]]:
    """Words of saying to the status of what is said, and to their kind; "according to" is one."""
    rows = {e.term: (e["status"], e["kind"]) for e in lexicon("claims").entries}
    return {**rows, "according": ("reported", "preposition")}  # type: ignore[dict-item]


def status_of(reading: Reading, link: Link) -> Said:
    """The status, and the words [first, last) of whoever says so, or None."""
    line, claims = reading.line, _claims()
    if claims.keys().isdisjoint(line.vocabulary):
        return "reported", None
    saying = list(compress(range(line.size), map(claims.__contains__, line.words)))
    if any(0 < link.trigger - at <= 3 and claims[line.words[at]][1] == "adverb" for at in saying):
        return "claimed", None
    first = min(link.phrase.first, link.trigger)
    if _is_turned_down(line, first, link.trigger):
        return "denied", None
    return _said_before(reading, first, saying) or _said_after(
        line, max(link.phrase.last, link.trigger + 1), saying
    )


def _is_turned_down(line: Line, first: int, trigger: int) -> bool:
    """As in "Reports that ten people died are false"."""
    if cue("untrue").isdisjoint(line.vocabulary) or cue("rumour").isdisjoint(line.words[:first]):
        return False
    return any(
        line.words[at] in cue("untrue") and line.tags[at - 1] in ("be", "adv")
        for at in range(trigger + 1, line.size)
    )


def _said_before(reading: Reading, first: int, saying: Sequence[int]) -> Said | None:
    """As in "the rebels claimed that ...", "according to the army, ..."."""
    words = reading.line.words
    for at in reversed([at for at in saying if at < first]):
        status, kind = _claims()[words[at]]
        if ";" in words[at + 1 : first]:
            return None
        if kind == "preposition":
            return status, _asserter_from(reading.line, at + 2)
        if kind == "verb" and not _is_other_claim(reading, at) and not _is_object(words, at):
            return status, _asserter_before(reading.line, at)
    return None


def _said_after(line: Line, start: int, saying: Sequence[int]) -> Said:
    """As in "..., the army claimed." """
    for at in saying:
        status, kind = _claims()[line.words[at]]
        if at >= start and kind == "preposition":
            return status, _asserter_from(line, at + 2)
        if kind == "verb" and "," in line.words[start:at]:
            span = _asserter_before(line, at)
            if span is not None and line.tags[span[0] - 1] == ",":
                return status, span
    return "reported", None


def _is_object(words: Sequence[str], at: int) -> bool:
    """As in "rejected the claims that": what is said is a noun, and the verb stands before it."""
    return words[at] in cue("rumour") and not _claims().keys().isdisjoint(
        words[max(at - 2, 0) : at]
    )


def _is_other_claim(reading: Reading, at: int) -> bool:
    """As in "claimed 79 lives", "claimed responsibility", "reports of": no saying."""
    line = reading.line
    lives = "lives" in line.words[at + 1 : at + 8]
    return (
        (lives and (at + 1 in reading.phrases or line.words[at + 1] == "the"))
        or line.words[at + 1] in ("of", "responsibility", "credit")
        or line.tags[at - 1] in ("det", "be", "found")
    )


def _asserter_before(line: Line, verb: int) -> tuple[int, int] | None:
    """Who says so, before the verb."""
    last = verb
    while line.tags[last - 1] in ("adv", "have", "day", "be"):
        last -= 1
    first = last
    while first > 0 and line.tags[first - 1] in (_ASSERTER | {"pron"}):
        first -= 1
        if line.tags[first] in ("det", "pron"):
            break
    return (first, last) if first < last else None


def _asserter_from(line: Line, first: int) -> tuple[int, int] | None:
    """Who says so, from word `first` on."""
    last = first
    while line.tags[last] in _ASSERTER:
        last += 1
    return (first, last) if first < last else None
