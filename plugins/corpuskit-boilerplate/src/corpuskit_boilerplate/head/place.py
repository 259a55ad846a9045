"""Place: where a report is from, as its text opens with it or as it stands alone above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpuskit import Span
from corpuskit.scan import dateline_at
from corpuskit_boilerplate.head.credits import is_plain
from corpuskit_boilerplate.lexicon import LANGUAGES
from corpuskit_boilerplate.page.lines import PARAGRAPH, Line, tells

__all__ = ["place_of"]

_PLACE = 4  # words of the longest place that stands alone
_OPENS = ":-–—"
_HEAD = 40  # characters of the text below it that are looked at
_COLON = re.compile(r"([^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+){0,2}):\s[A-Z\"“‘']")


def place_of(
    raw: str,
    lines: Sequence[Line],
    body: Sequence[bool],
    headline: int | None,
    languages: tuple[str, ...] = LANGUAGES,
) -> Span | None:
    """The dateline's place; None if the text tells none."""
    if True not in body:
        return None
    text = body.index(True)
    first = lines[text]
    found = dateline_at(raw, first.start, first.end)
    if found is not None:
        return Span(found.start, found.end) if found.form != "agency" else None
    if headline is not None and headline < text:
        size = _before_colon(lines, text, languages)
        if size:
            return Span(first.start, first.start + size)
    return _alone(lines, text if first.words <= _PLACE else text - 1)


def _before_colon(lines: Sequence[Line], i: int, languages: tuple[str, ...]) -> int:
    """How many characters a place before a colon has ("Northport: The ferry …"); 0 if none.

    It stands again in the headline or the text.
    """
    first = lines[i]
    opens = _COLON.match(first.text) if tells(first, PARAGRAPH) else None
    if opens is None or is_plain(opens[1], languages):
        return 0
    again = re.compile(rf"\b{re.escape(opens[1])}\b")
    others = [line.text for k, line in enumerate(lines) if k != i]
    return len(opens[1]) if any(map(again.search, others)) else 0


def _alone(lines: Sequence[Line], i: int) -> Span | None:
    """The place that line `i` is, above the text."""
    if i < 0 or i + 1 >= len(lines):
        return None
    place = lines[i]
    if place.family or place.words > _PLACE or place.text[-1] not in _OPENS:
        return None
    found = dateline_at(f"{place.text} {lines[i + 1].text}", 0, len(place.text) + _HEAD)
    if found is None or found.form == "agency" or found.end > len(place.text):
        return None
    return Span(place.start + found.start, place.start + found.end)
