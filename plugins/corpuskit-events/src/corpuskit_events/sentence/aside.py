"""Aside: which dates are told of a person between two commas, and not of the sentence's deeds."""

from __future__ import annotations

import re

from corpuskit import DateMention

__all__ = ["told_of_a_person"]

_OPENS = re.compile(r", who(?:se|\s(?:is|are|was|were|has|have|had|will|would))\s")


def told_of_a_person(folded: str, first: int, date: DateMention, trigger: int) -> bool:
    """Whether a date before a trigger is an aside's: "Marn, who took office in May, urged …".

    A day that no auxiliary tells to be over is that of both: "who came on Sunday, killed two".

    Args:
        first: where the sentence begins.
    """
    start, end = date.span.start, date.span.end
    opens = folded.rfind(", who", first, start)
    if opens < 0 or folded.find(",", opens + 1, start) >= 0:
        return False
    if folded.find(", ", end, trigger) < 0:
        return False
    return date.precision not in ("day", "time") or _OPENS.match(folded, opens) is not None
