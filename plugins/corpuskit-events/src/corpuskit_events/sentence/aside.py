"""Aside: which dates are told of a person between two commas, and not of the sentence's deeds."""

from __future__ import annotations

import re
from functools import cache

from corpuskit import DateMention
from corpuskit_events.cue import cue

__all__ = ["told_of_a_person"]

_OPENS = re.compile(r", who(?:se|\s(?:is|are|was|were|has|have|had|will|would))\s")
_WHICH, _PERFECT = ", which ", (", has ", ", have ")


@cache
def _happened() -> tuple[str, ...]:
    return tuple(f"{words} " for words in cue("happened"))


def told_of_a_person(folded: str, first: int, date: DateMention, trigger: int) -> bool:
    """Whether a date before a trigger is an aside's: "Marn, who took office in May, urged …", "the
    war, which began in May, has killed ten".

    A day that no auxiliary tells to be over is that of both: "who came on Sunday, killed two".

    Args:
        first: where the sentence begins.
    """
    start, end = date.span.start, date.span.end
    opens = folded.rfind(", wh", first, start)
    if opens < 0 or folded.find(",", opens + 1, start) >= 0:
        return False
    closes = folded.find(", ", end, trigger)
    if closes < 0:
        return False
    vague = date.precision not in ("day", "time")
    if folded.startswith(_WHICH, opens):
        happened = folded.startswith(_happened(), opens + len(_WHICH))
        return vague and (not happened or folded.startswith(_PERFECT, closes))
    if not folded.startswith("o", opens + len(", wh")):
        return False
    return vague or _OPENS.match(folded, opens) is not None
