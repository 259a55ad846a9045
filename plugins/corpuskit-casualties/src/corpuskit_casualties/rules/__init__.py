"""The rules: one file a phenomenon, each rule with its own examples."""

from __future__ import annotations

from functools import cache

from corpuskit.scan import Rule
from corpuskit_casualties.rules import (
    aged,
    harm,
    named,
    nouns,
    partly,
    parts,
    passives,
    rivals,
    states,
    tolls,
    verbs,
)
from corpuskit_casualties.rules.base import Frame, Link
from corpuskit_casualties.rules.partly import OF_VICTIMS
from corpuskit_casualties.rules.parts import in_people, parts_of
from corpuskit_casualties.rules.rivals import rivals_of
from corpuskit_casualties.words import meanings

__all__ = [
    "FRAMES",
    "OF_VICTIMS",
    "RULES",
    "Frame",
    "Link",
    "counted_only",
    "frames_of",
    "in_people",
    "parts_of",
    "rivals_of",
]

FRAMES: tuple[Frame, ...] = tuple(
    frame
    for module in (verbs, passives, partly, states, harm, nouns, tolls, named, aged)
    for frame in module.RULES
)


@cache
def frames_of(
    name: str, form: str, following: str, phrases: bool, capitals: bool, figures: bool
) -> tuple[Frame, ...]:
    """The frames that read a trigger.

    Args:
        name, form: its values in the columns `frame` and `form`.
        following: the class of the word after it.
        phrases, capitals, figures: what its sentence has.
    """
    return tuple(
        frame
        for frame in FRAMES
        if name in frame.frames
        and (not frame.forms or form in frame.forms)
        and (not frame.after or following in frame.after)
        and (phrases or not frame.phrases)
        and (capitals or not frame.capitals)
        and (figures or not frame.figures)
    )


@cache
def counted_only() -> frozenset[str]:
    """Triggers that tell of victims only beside a count: their rows ask for it, or their frames."""
    return frozenset(
        term
        for term, (senses, _) in meanings().items()
        if senses
        and (
            any("counted" in sense.needs for sense in senses)
            or all(
                sense.form in frame.counted
                for sense in senses
                for frame in FRAMES
                if sense.frame in frame.frames and (not frame.forms or sense.form in frame.forms)
            )
        )
    )


RULES: tuple[Rule, ...] = (*FRAMES, *parts.RULES, *rivals.RULES)
