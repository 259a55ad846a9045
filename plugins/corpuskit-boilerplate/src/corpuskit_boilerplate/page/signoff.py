"""Sign-off: the agency or the initials that stand behind the last sentence of a report."""

from __future__ import annotations

import re

__all__ = ["signed_from"]

_REACH = 48  # characters at a line's end in which a sign-off stands
_LAST = frozenset(")msaABCDEFGHIJKLMNOPQRSTUVWXYZ")  # what it may end with
_SIGN = re.compile(
    r"[.!?…。][\"'”’»]*(?P<space>\s*)(?:[-–—/]+\s?)?"
    r"(?:\((?:[A-Z]{2,6}|Reuters|Xinhua|Bernama)\)|Enditem"
    r"|(?:[A-Z]{3,6}|Reuters|Bernama)(?:[\s/][A-Z]{2,4}){0,6})\Z"
)


def signed_from(text: str) -> int:
    """Where a sign-off begins that follows a sentence ("… they left. (LWA)"); 0 if none does."""
    if text[-1] not in _LAST:
        return 0
    found = _SIGN.search(text, max(0, len(text) - _REACH))
    if found is None or not (found["space"] or text[found.end("space")] in "(-–—/"):
        return 0
    return found.end("space")
