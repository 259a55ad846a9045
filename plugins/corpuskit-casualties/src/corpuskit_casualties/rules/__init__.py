"""The rules: one file a phenomenon, each rule with its own examples."""

from __future__ import annotations

from functools import lru_cache

from corpuskit.scan import Rule
from corpuskit_casualties.rules import dying, named, nouns, parts, tolls, verbs
from corpuskit_casualties.rules.base import Find, Frame, Link
from corpuskit_casualties.rules.parts import parts_of

__all__ = ["FRAMES", "RULES", "TOLD", "Frame", "Link", "frames_of", "parts_of"]

FRAMES: tuple[Frame, ...] = (*verbs.RULES, *dying.RULES, *nouns.RULES, *tolls.RULES, *named.RULES)


TOLD = frozenset[str]().union(*(frame.words for frame in FRAMES))
"""Words without which some frames find nothing."""


@lru_cache(maxsize=1 << 10)
def frames_of(name: str, told: frozenset[str], *, phrases: bool, case: bool) -> tuple[Find, ...]:
    """How victims are found for triggers whose column `frame` is `name`.

    Args:
        told: those of the words `TOLD` that the sentence has.
        phrases: whether it has a noun phrase that might be victims.
        case: whether it has both capitals and small letters.
    """
    return tuple(
        frame.find
        for frame in FRAMES
        if name in frame.frames
        and (phrases or not frame.phrases)
        and (case or not frame.capitals)
        and not (frame.words and frame.words.isdisjoint(told))
    )


RULES: tuple[Rule, ...] = (*FRAMES, *parts.RULES)
