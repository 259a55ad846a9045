"""Place: where a report is from, as its text opens with it or as it stands alone above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpuskit import Span
from corpuskit.scan import dateline_at
from corpuskit_boilerplate.head.credits import is_plain
from corpuskit_boilerplate.lexicon import LANGUAGES
from corpuskit_boilerplate.page.heading import SIGNS
from corpuskit_boilerplate.page.lines import PARAGRAPH, Line, tells
from corpuskit_boilerplate.page.opening import opening

__all__ = ["place_of"]

_PLACE = 4  # words of the longest place that stands alone
_OPENS = ":-–—"
_HEAD = 40  # characters of the text below it that are looked at
_BARE = re.compile(r"[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+){0,2}")
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
    found = opening(raw[first.start : first.end])
    if found is not None:
        place = Span(first.start + found.start, first.start + found.end)
        return place if found.form != "agency" else None
    if headline is not None and headline < text:
        size = _before_colon(lines, text, languages)
        if size:
            return Span(first.start, first.start + size)
    found_alone = _alone(lines, text if first.words <= _PLACE else text - 1)
    if found_alone is None and headline is not None:
        bare = text - 1 if tells(first, PARAGRAPH) else text
        if headline < bare and _signed_place(lines, bare, languages):
            return Span(lines[bare].start, lines[bare].end)
    return found_alone


def _signed_place(lines: Sequence[Line], i: int, languages: tuple[str, ...]) -> bool:
    """Whether line `i`, right above a paragraph and below author or day, is a place.

    Something happened there, as the text says.
    """
    line = lines[i]
    if i + 1 >= len(lines) or not tells(lines[i + 1], PARAGRAPH):
        return False
    if lines[i - 1].family not in SIGNS or line.family or not _BARE.fullmatch(line.text):
        return False
    if is_plain(line.text, languages):
        return False
    again = re.compile(rf"\bin {re.escape(line.text.title())}\b")
    return any(again.search(one.text) for one in lines[i + 1 :])


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
