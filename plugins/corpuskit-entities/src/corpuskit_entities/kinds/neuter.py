"""Neuter: whether a name has beside it what nobody has: "Zarvik, which", "Zarvik and its"."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from corpuskit.scan import Scan, trie_pattern
from corpuskit_entities.around.roles import roles_beside
from corpuskit_entities.cluster import Mention
from corpuskit_entities.tables import beside

__all__ = ["thing_of"]

_BEHIND = re.compile(r",? (?:which|(?:and|with) its|(?:\w+ing )?itself)\b")
_REACH = 16  # characters that hold a verb before a name
_SPEAKS = 2  # what a verb of speech counts


def thing_of(scan: Scan, same: Sequence[Mention], person: int) -> tuple[str, str] | None:
    """Kind and rule of an unknown name of which one mention is told of as a thing, or used as one
    ("installed Zarvik"); None where none is, or somebody's role is beside one.

    Args:
        person: the points for a person; what speaks as somebody does is a body.
    """
    folded, used = scan.folded, _used().search
    neuter = any(
        _BEHIND.match(folded, m.end) is not None
        or used(folded, max(0, m.start - _REACH), m.start) is not None
        for m in same
    )
    if not neuter or roles_beside(scan, same):
        return None
    if person < _SPEAKS:
        return "other", "entities.other"
    return "organisation", "entities.body_context"


@functools.cache
def _used() -> re.Pattern[str]:
    verbs = trie_pattern([word for word, tells in beside("before") if tells == "thing"])
    return re.compile(rf"\b{verbs} (?:(?:a|the) )?\Z")
