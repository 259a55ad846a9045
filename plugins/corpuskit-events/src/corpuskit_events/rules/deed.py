"""Deed: a trigger in its sentence, as the rules look at it."""

from __future__ import annotations

from typing import NamedTuple

from corpuskit_events.words import Sense

__all__ = ["Deed", "last_words"]

LOOK, MOST = 60, 6  # characters and words before a trigger that tell most of it at once


class Deed(NamedTuple):
    """A trigger with what is known of it.

    Attributes:
        folded: the text.
        first, stop: where its sentence begins and ends.
        start, end: where it stands.
        sense: the row that fits.
        last: the last words before it in the sentence.
    """

    folded: str
    first: int
    stop: int
    start: int
    end: int
    sense: Sense
    last: list[str]


def last_words(folded: str, first: int, start: int) -> list[str]:
    """The last words before a trigger that stands at `start`, with marks as they are."""
    return folded[max(first, start - LOOK) : start].rsplit(None, MOST)[-MOST:]
