"""Deed: a trigger in its sentence, as the rules look at it."""

from __future__ import annotations

import re
from functools import cache

import attrs

from corpuskit_events.cue import cue, either
from corpuskit_events.rules.asides import before_aside
from corpuskit_events.words import Sense

__all__ = ["Deed", "is_passive", "last_words"]

_BEFORE_PASSIVE = ("was", "were", "been", "being", "is", "are", "be", "got", "ly", "and", "or")
_BE = (" was", " were", " been", " being", " is", " are", " be", " got")
_CLOSES = (",", "\u2014", ")")
LOOK, MOST = 60, 6  # characters and words before a trigger that tell most of it at once


@attrs.define(eq=False)
class Deed:
    """A trigger with what is known of it.

    Attributes:
        folded: the text.
        first, stop: where its sentence begins and ends.
        near: where what stands close before it begins.
        start, end: where it stands.
        sense: the row that fits.
        last: the last words before it in the sentence.
    """

    folded: str
    first: int
    stop: int
    near: int
    start: int
    end: int
    sense: Sense
    last: list[str]


def last_words(folded: str, near: int, start: int) -> list[str]:
    """The last words before a trigger that stands at `start`, with marks as they are."""
    return folded[near:start].rsplit(None, MOST)[-MOST:]


def is_passive(deed: Deed) -> bool:
    """Whether a form of "be" stands right before; the last word tells most at once."""
    passive, endings = _passives()
    if not deed.last:
        return False
    if deed.last[-1].endswith(_CLOSES):  # "were, police said, killed"
        aside = before_aside(deed.folded, deed.first, deed.start)
        return aside < deed.start and deed.folded.endswith(_BE, deed.first, aside)
    if not deed.last[-1].endswith(endings):
        return False
    begin = max(deed.first, deed.start - 36)
    return passive.search(deed.folded, begin, deed.start) is not None


@cache
def _passives() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """A form of "be" with what may stand behind it; and how the last word ends."""
    return (
        re.compile(
            rf"\b(?:was|were|been|being|is|are|be|got)\s(?:(?:\w+ly|{either('also')})\s)?"
            r"(?:\w+(?:ed|en|ot)\s(?:and|or)\s)?$"
        ),
        (*_BEFORE_PASSIVE, *sorted(cue("also"))),
    )
