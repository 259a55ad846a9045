"""Sign-off: the agency, site or initials that stand behind the last sentence of a report."""

from __future__ import annotations

import functools
import re

from corpuskit_boilerplate.lexicon import agencies

__all__ = ["signed_from"]

_REACH = 48  # characters at a line's end in which a sign-off stands
_SITE = r"[A-Z][\w-]+\.[a-z]{2,8}(?:\.[a-z]{2})?"


@functools.cache
def _sign() -> re.Pattern[str]:
    news = agencies("news")
    return re.compile(
        r"(?P<stop>[.!?…。])[\"'”’»]*(?P<space>\s*)"
        rf"(?:(?:[-–—/]+\s?)?(?:\((?:[A-Z]{{2,6}}|{news})\)|{agencies('end')}"
        rf"|(?:[A-Z]{{3,6}}|{news})(?:[\s/][A-Z]{{2,4}}){{0,6}})"
        rf"|[-–—/]\s?{_SITE})\Z"
    )


def signed_from(text: str) -> int:
    """Where a sign-off begins that follows a sentence ("… they left. (LWA)"); 0 if none does."""
    found = _sign().search(text, max(0, len(text) - _REACH))
    if found is None:
        return 0
    start = found.end("space")
    apart = found["space"] or text[start] in "(-–—/"
    asked = found["stop"] in "?!" and text[start] in "-–—"  # "Who is next? – LWA"
    return start if apart and not asked else 0
