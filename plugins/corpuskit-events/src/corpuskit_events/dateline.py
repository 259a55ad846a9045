"""Dateline: where a paragraph begins to tell; day and agency before that are not of the story."""

from __future__ import annotations

import re

__all__ = ["told_from"]

_REACH = 90  # characters in which a dateline ends
_DASH = r"\s?(?:--|[-\u2013\u2014_])\s?"
_LAST = re.compile(  # what a dateline ends with: the agency or the day
    rf"(?:\([^()]{{2,30}}\)|,\s[^\W\d_]+\.?\s\d{{1,2}}(?:,\s\d{{4}})?|,\s\d{{1,2}}\s\w+){_DASH}"
)


def told_from(raw: str, start: int, end: int) -> int:
    """Where the sentence raw[start:end] begins to tell: behind "VELM, March 4 (Wire) - "."""
    if not raw[start : start + 2].isupper():
        return start
    told = start
    for last in _LAST.finditer(raw, start, min(end, start + _REACH)):
        if "(" in raw[start : last.start()]:
            break
        told = last.end()
    return told
