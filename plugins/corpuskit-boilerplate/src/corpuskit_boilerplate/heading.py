"""Heading: what a bullet is, and what the dateline's place is."""

from __future__ import annotations

import functools
import re

from corpuskit import Span
from corpuskit_boilerplate.lines import Line

__all__ = ["dateline_place", "is_bullet"]

_SEPARATOR = re.compile(r"[:—–-](?:(?<=[—–])|(?<=--)|(?<=\s-)|(?=\s))")
_BULLETS = "•·▪●◦‣∙⁃*–-"


def is_bullet(line: Line) -> bool:
    """Whether the line begins with a bullet."""
    text = line.text
    return text[0] in _BULLETS and text[1:2].isspace()


@functools.cache
def _dateline() -> re.Pattern[str]:
    upper = r"[^\W\d_a-z]['’.-]?[^\W\d_a-z]+(?:[.'’-][^\W\d_a-z]+)*\.?"
    capital = r"[^\W\d_a-z][\w'’-]+"
    rest = rf",\s(?:{capital}|[A-Z]\.(?:[A-Z]\.)?)(?:\s{capital})?\.?"
    agency = r"(?:\s?[(/][^()]{2,30}[)/]?)?"
    date = r"(?:,\s?(?:\w+\.?\s\d{1,2}|\d{1,2}\s\w+)(?:,?\s\d{4})?)?"
    dash = r"\s?(?:—|–|--)\s?|\s-\s?|-\s"
    return re.compile(
        rf"(?P<upper>{upper}(?:\s{upper}){{0,3}}(?:{rest}|,\s{upper})?){date}{agency}{date}(?:\s?:\s|{dash})"
        rf"|(?P<mixed>{capital}(?:\s{capital}){{0,2}}(?:{rest})?){date}{agency}{date}(?:{dash})(?=[\"“‘'A-Z])"
    )


def dateline_place(raw: str, start: int, end: int) -> Span | None:
    """The place that a first paragraph raw[start:end] opens with ("NORTHPORT, Arvania - ")."""
    if end - start < 40 or not _SEPARATOR.search(raw, start, min(end, start + 120)):
        return None
    match = _dateline().match(raw, start, min(end, start + 120))
    if match is None:
        return None
    name = "upper" if match["upper"] else "mixed"
    return Span(match.start(name), match.end(name))
