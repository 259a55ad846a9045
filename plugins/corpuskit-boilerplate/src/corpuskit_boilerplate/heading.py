"""Heading: which line is the headline, and what the dateline's place is."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from corpuskit import Span
from corpuskit_boilerplate.lines import Line

__all__ = ["dateline_place", "find_headline", "is_bullet"]

_BULLET = re.compile(r"[•·▪●◦‣∙⁃*–-]\s")
_SENTENCE_END = re.compile(r"[.…。][\"'”’»)\]]*$")


def is_bullet(line: Line) -> bool:
    """Whether the line begins with a bullet."""
    return _BULLET.match(line.text) is not None


def find_headline(lines: Sequence[Line], body: Sequence[bool]) -> int | None:
    """The index of the headline, or None where no line above the body can be one."""
    first = next((i for i, kept in enumerate(body) if kept), len(lines))
    titles = [i for i in range(first) if _title_like(lines[i])]
    for i in titles:
        if any(lines[i].key == lines[j].key for j in titles if j > i):
            return i
    if titles:
        return titles[-1]
    if first == 0 and len(lines) > 1 and _title_like(lines[0]) and body[1]:
        return 0
    return None


def _title_like(line: Line) -> bool:
    return (
        not line.family
        and 3 <= line.words <= 30
        and not is_bullet(line)
        and not _SENTENCE_END.search(line.text)
    )


@functools.cache
def _dateline() -> re.Pattern[str]:
    upper = r"[^\W\d_a-z]['’.-]?[^\W\d_a-z]+(?:[.'’-][^\W\d_a-z]+)*\.?"
    capital = r"[^\W\d_a-z][\w'’-]+"
    rest = rf",\s(?:{capital}|[A-Z]\.(?:[A-Z]\.)?)(?:\s{capital})?\.?"
    agency = r"(?:\s?[(/][^()]{2,30}[)/]?)?"
    date = r"(?:,\s?(?:\w+\.?\s\d{1,2}|\d{1,2}\s\w+)(?:,?\s\d{4})?)?"
    dash = r"\s?(?:—|–|--)\s?|\s-\s?|-\s"
    return re.compile(
        rf"(?P<upper>{upper}(?:\s{upper}){{0,3}}(?:{rest}|,\s{upper})?){agency}{date}(?:\s?:\s|{dash})"
        rf"|(?P<mixed>{capital}(?:\s{capital}){{0,2}}(?:{rest})?){agency}{date}(?:{dash})(?=[\"“‘'A-Z])"
    )


def dateline_place(raw: str, start: int, end: int) -> Span | None:
    """The place that a first paragraph raw[start:end] opens with ("NORTHPORT, Arvania - ")."""
    match = _dateline().match(raw, start, min(end, start + 120))
    if match is None or end - start < 40:
        return None
    name = "upper" if match["upper"] else "mixed"
    return Span(match.start(name), match.end(name))
