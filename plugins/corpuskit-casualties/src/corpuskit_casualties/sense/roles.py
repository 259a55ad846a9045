"""Roles: which side the victims belong to, by their noun and the words before and after it."""

from __future__ import annotations

from functools import cache

from corpuskit import VictimRole
from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.sentence.phrases import Phrase
from corpuskit_casualties.words import cue, lexicon

__all__ = ["is_party", "role_of"]


@cache
def _sides() -> dict[str, VictimRole]:
    return {entry.term: entry["role"] for entry in lexicon("sides").entries}  # type: ignore[misc]


def role_of(line: Line, phrase: Phrase) -> VictimRole:
    """The role after ACLED; "unknown" where the text does not tell."""
    if phrase.noun is None:
        return "unknown"
    role: VictimRole = line.known(phrase.noun).role or "unknown"  # type: ignore[assignment]
    if role != "unknown" and line.words[phrase.noun] not in cue("any side"):
        return role
    sides = _sides()
    beside = (*range(phrase.noun - 1, phrase.first - 1, -1), *range(phrase.noun + 1, phrase.last))
    for index in beside:
        side = sides.get(line.words[index])
        if side is not None:
            return side
    return role


def is_party(line: Line, first: int, last: int) -> bool:
    """Whether words [first, last) name one of those who fight: "the army", "a rebel envoy"."""
    sides = _sides()
    for at in range(first, last):
        if (sides.get(line.words[at]) or line.known(at).role) in ("security_forces", "militant"):
            return True
    return False
