"""Chat: what in a copied chat or channel says who sent a message, and when.

It stands above the message ("Ada, [3 May 2031 08:14]"), or before it in the same line, in which
case the two are parted: "[03/05/2031, 08:14:11] Ada: …", "03/05/31, 08:14 - Ada: …".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from corpuskit import Span
from corpuskit_boilerplate.page.lines import Line
from corpuskit_boilerplate.page.order import NumericOrder, order_told

__all__ = ["headed", "heads_message", "message_heads", "order_of", "sender_of"]

_RULE = "boilerplate.message"
_FEWEST = 2  # messages
_TOP = 400  # characters in which the first stands
_NAMED = re.compile(r"[^\W\d_]{2}")  # the number of a telephone names nobody


@functools.cache
def _head() -> re.Pattern[str]:
    day = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s"
    time = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[APap]\.?[Mm]\.?)?"
    sender = r"(?:~\s?)?(?P<sender>[^:\n]{1,60}):(?!\S)"
    return re.compile(rf"\n[ \t]*(?P<head>(?:\[{day}{time}\]|{day}{time}\s[-–])\s(?:{sender})?)")


def message_heads(raw: str) -> list[tuple[int, int]]:
    """Where the heads of messages stand that go on in the same line; none if they are too few."""
    if not _head().search("\n" + raw[:_TOP]):
        return []
    found = [match.span("head") for match in _head().finditer("\n" + raw)]
    return [(start - 1, end - 1) for start, end in found] if len(found) >= _FEWEST else []


def headed(page: Sequence[Line], heads: Sequence[tuple[int, int]]) -> list[Line]:
    """The page with such heads labelled."""
    starts = {start for start, _ in heads}
    return [one.of("timestamp", _RULE) if one.start in starts else one for one in page]


def heads_message(line: Line) -> bool:
    """Whether the line says who sent a message, and when."""
    if line.family != "timestamp":
        return False
    return line.rule == _RULE or (line.text.endswith(("]", "]:")) and ", [" in line.text)


def order_of(page: Sequence[Line]) -> NumericOrder | None:
    """Whether day or month is first in the heads of its messages; None if none of them tells."""
    return order_told([line for line in page if heads_message(line)])


def sender_of(line: Line) -> Span | None:
    """Who sent the message that a line heads; None if nobody is named."""
    start, end = 0, line.text.rfind(", [")
    if line.rule == _RULE:
        found = _head().match(f"\n{line.text}\n")
        start, end = found.span("sender") if found else (0, 0)
        start, end = start - 1, end - 1
    named = start >= 0 and _NAMED.search(line.text, start, end) is not None
    return Span(line.start + start, line.start + end) if named else None
