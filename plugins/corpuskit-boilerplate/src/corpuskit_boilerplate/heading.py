"""Heading: what a bullet is, and what the dateline's place is."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from corpuskit import Span
from corpuskit_boilerplate.lines import Line

__all__ = ["Dateline", "capitals", "find_dateline", "is_bullet"]

_SEPARATOR = re.compile(r"[:_—–-](?:(?<=[_—–])|(?<=--)|(?<=\s-)|(?=\s))")
_DIGIT = re.compile(r"\d")
_BULLETS = "•·▪●◦‣∙⁃*–-"


def is_bullet(line: Line) -> bool:
    """Whether the line begins with a bullet."""
    text = line.text
    return text[0] in _BULLETS and text[1:2].isspace()


def capitals(text: str) -> int:
    """How many fourths of the words after the first begin with a capital."""
    rest = text.split()[1:]
    return 4 * sum([word[0].isupper() for word in rest]) // (len(rest) or 1)


@functools.cache
def _dateline() -> re.Pattern[str]:
    upper = r"[^\W\d_a-z]['’.-]?[^\W\d_a-z]+(?:[.'’-][^\W\d_a-z]+)*\.?"
    capital = r"[^\W\d_a-z][\w'’-]+"
    rest = rf",\s(?:{capital}|[A-Z]\.(?:[A-Z]\.)?)(?:\s{capital})?\.?"
    agency = r"\s?[(/][^()]{2,30}[)/]?"
    day = r",\s?(?:\w+\.?\s\d{1,2}|\d{1,2}\s\w+)(?:,?\s\d{2,4})?"
    source = rf"(?:{agency}|{day}){{0,3}}"
    dash = r"\s?(?:—|–|--|_)\s?|\s-\s?|-\s"
    return re.compile(
        rf"(?P<upper>{upper}(?:\s{upper}){{0,3}}(?:{rest}|,\s{upper})?){source}(?:\s?:\s|{dash})"
        rf"|(?P<mixed>{capital}(?:\s{capital}){{0,2}}(?:{rest})?){source}(?:{dash})(?=[\"“‘'A-Z])"
    )


class Dateline(NamedTuple):
    """What a first paragraph opens with ("NORTHPORT, Arvania (Wire) - ").

    Attributes:
        place: where the place stands.
        form: for a place in capitals "wire" with an agency or a day, else "country" with what it
            lies in, else "upper"; in small letters "upper" with an agency, else "mixed"; "label"
            before a colon.
    """

    place: Span
    form: str


def find_dateline(raw: str, start: int, end: int) -> Dateline | None:
    """The dateline that the paragraph raw[start:end] opens with."""
    if end - start < 40 or not raw[start].isalnum() or raw[start + 1].isspace():
        return None
    if not _SEPARATOR.search(raw, start, min(end, start + 120)):
        return None
    match = _dateline().match(raw, start, min(end, start + 120))
    if match is None:
        return None
    name = "upper" if match["upper"] else "mixed"
    place = Span(match.start(name), match.end(name))
    return Dateline(place, _form(match.group(), upper=name == "upper"))


def _form(text: str, *, upper: bool) -> str:
    if text.rstrip().endswith(":"):
        return "label"
    if not upper:
        return "upper" if "(" in text else "mixed"
    if "(" in text or _DIGIT.search(text):
        return "wire"
    return "country" if "," in text else "upper"
