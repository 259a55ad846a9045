"""Nobody: who is told not to have said or done it: "nobody said", "no armed group claimed"."""

from __future__ import annotations

import re

__all__ = ["NEGATIONS", "is_nobody", "names_nobody"]

NEGATIONS = ("no ", "neither ", "none of the ")
"""How the text before nobody ends: quick to ask for."""
_BEFORE = re.compile(r"\b(?:no|neither|none\sof\sthe)\s(?P<more>(?:\w+\s){0,2})$")
_NAME = re.compile(r"(?i:no|none|nobody|neither|no-one)\b(?!\.|\s\d)")
_REACH = 40  # characters before somebody that are looked at


def is_nobody(folded: str, start: int, described: int = 0) -> bool:
    """Whether a negation stands before somebody: "no group", "none of the guards".

    Args:
        described: how many words may stand between: "no armed group".
    """
    found = _BEFORE.search(folded, max(0, start - _REACH), start)
    return found is not None and found["more"].count(" ") <= described


def names_nobody(name: str) -> bool:
    """Whether a name is "nobody" or the like; "No. 2" is somebody's."""
    return _NAME.match(name) is not None
