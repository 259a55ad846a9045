"""Published: which of the dates on a page is the day of publication, and why."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Sequence

from corpuskit import Published, Span
from corpuskit.scan import trie_pattern
from corpuskit_boilerplate.lexicon import LANGUAGES, calendar
from corpuskit_boilerplate.lines import Line
from corpuskit_boilerplate.stamps import ago_in, dates_in

__all__ = ["publication"]

_UPDATED = re.compile(
    r"\W*(?:last\s|story\s|article\s)?(?:updated?|modified|revised|aktualisiert|actualizado)"
)
_LEAD = 3  # paragraphs that can carry the weekday of publication


def publication(
    lines: Sequence[Line],
    body: Sequence[bool],
    headline: int | None,
    captured: dt.datetime | None,
    languages: tuple[str, ...] = LANGUAGES,
) -> tuple[Published | None, Published | None]:
    """When it was published and when updated; None where the text does not say."""
    published, updated = _stamped(lines, body, headline)
    if published is None:
        ago = _relative(lines, body, captured, languages)
        published = ago or _by_weekday(lines, body, languages)
    return published, updated


def _stamped(
    lines: Sequence[Line], body: Sequence[bool], headline: int | None
) -> tuple[Published | None, Published | None]:
    first = next((i for i, kept in enumerate(body) if kept), len(lines))
    top = 0 if headline is None else headline
    published = updated = None
    for line in [*lines[top:first], *reversed(lines[:top])]:
        if line.family not in ("timestamp", "byline", "read_time", "breadcrumb") or not line.dates:
            continue
        for found in line.dates:
            before = line.folded[: found.start - line.start]
            said = Published(found.date, "stamp", Span(found.start, found.end))
            if _UPDATED.search(before):
                updated = updated or said
            else:
                published = published or said
    return published or updated, updated


def _relative(
    lines: Sequence[Line],
    body: Sequence[bool],
    captured: dt.datetime | None,
    languages: tuple[str, ...],
) -> Published | None:
    if captured is None:
        return None
    for line, kept in zip(lines, body, strict=True):
        if kept:
            return None
        if line.family == "timestamp":
            ago = ago_in(line.folded, 0, len(line.folded), languages)
            if ago is not None:
                return Published((captured - ago).date(), "captured", Span(line.start, line.end))
    return None


def _by_weekday(
    lines: Sequence[Line], body: Sequence[bool], languages: tuple[str, ...]
) -> Published | None:
    """A bare weekday in the lead and one full date in the body that falls on it."""
    days: set[int] = set()
    found: dict[dt.date, Span] = {}
    seen = 0
    for line, kept in zip(lines, body, strict=True):
        if not kept:
            continue
        if seen < _LEAD:
            days |= _weekdays(line.folded, languages)
        seen += 1
        for date in dates_in(line.folded, 0, len(line.folded), languages):
            if not date.ambiguous:
                span = Span(line.start + date.start, line.start + date.end)
                found.setdefault(date.date, span)
    agreeing = [day for day in found if day.weekday() in days]
    if len(agreeing) == 1 and agreeing[0] == max(found):
        return Published(agreeing[0], "weekday", found[agreeing[0]])
    return None


@functools.cache
def _weekday_pattern(languages: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<day>{trie_pattern(calendar(languages).weekdays)})(?![\w-])")


_OTHER_WEEK = re.compile(
    r"(?:last|next|every|each|previous|following|letzten|nächsten|jeden|pasado|próximo)\s$"
)


def _weekdays(folded: str, languages: tuple[str, ...]) -> set[int]:
    days = calendar(languages).weekdays
    return {
        days[match["day"]]
        for match in _weekday_pattern(languages).finditer(folded)
        if not _OTHER_WEEK.search(folded[max(0, match.start() - 12) : match.start()])
    }
