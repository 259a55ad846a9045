"""Neuter: whether a name has beside it what nobody has: "Zarvik, which", "Zarvik and its"."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from corpuskit.scan import trie_pattern
from corpuskit_entities.cluster import Mention
from corpuskit_entities.tables import beside

__all__ = ["is_neuter", "thing_kind"]

_BEHIND = re.compile(r",? (?:which|(?:and|with) its|(?:\w+ing )?itself)\b")
_REACH = 16  # characters that hold a verb before a name
_SPEAKS = 2  # what a verb of speech counts


def is_neuter(folded: str, same: Sequence[Mention]) -> bool:
    """Whether one of some mentions is told of as a thing, or used as one: "installed Zarvik"."""
    used = _used().search
    return any(
        _BEHIND.match(folded, m.end) is not None
        or used(folded, max(0, m.start - _REACH), m.start) is not None
        for m in same
    )


def thing_kind(person: int) -> tuple[str, str]:
    """Kind and rule of it, which is a body if it speaks as persons do."""
    if person < _SPEAKS:
        return "other", "entities.other"
    return "organisation", "entities.body_context"


@functools.cache
def _used() -> re.Pattern[str]:
    verbs = trie_pattern([word for word, tells in beside("before") if tells == "thing"])
    return re.compile(rf"\b{verbs} (?:(?:a|the) )?\Z")
