"""Datelines: place, day and agency in front of a report, and where it begins behind them."""

from __future__ import annotations

import functools
import re
from typing import Literal, NamedTuple

__all__ = ["Dateline", "DatelineForm", "dateline_at"]

DatelineForm = Literal["wire", "country", "upper", "mixed", "label", "agency"]

_SHORTEST = 40  # code points of a paragraph that opens with one
_REACH = 120  # code points in which it ends
_SEPARATOR = re.compile(  # a set first, so that the search is fast
    r"[:_—–―)/-](?:(?<=[_—–―])|(?<=--)|(?<=\s-)|(?<=\)-)|(?<=\)\.-)|(?<=[:-])(?=\s)"
    r"|(?<=\))(?=\s[A-Z\"“‘'])|(?<=/)\.(?=\s))"
)
_DIGIT = re.compile(r"\d")


class Dateline(NamedTuple):
    """What a first paragraph opens with ("NORTHPORT, Arvania (Wire) - "); offsets into the source.

    Attributes:
        start, end: the place; the agency where no place is named.
        told: where the report begins.
        form: for a place in capitals "wire" with an agency or a day, else "country" with what it
            lies in, else "upper"; in small letters "upper" with an agency, else "mixed"; "label"
            before a colon; "agency" for one without a place ("(Wire) - ").
    """

    start: int
    end: int
    told: int
    form: DatelineForm


@functools.cache
def _pattern() -> re.Pattern[str]:
    upper = r"[^\W\d_a-z]['’.-]?[^\W\d_a-z]+(?:[.'’-][^\W\d_a-z]+)*\.?"
    capital = r"[^\W\d_a-z][\w'’-]+"
    rest = rf",\s(?:{capital}|[A-Z]\.(?:[A-Z][a-z]?\.)?)(?:\s{capital})?\.?"
    land = rf",\s{capital}(?:(?:\s(?:of|and)(?:\sthe)?)?\s{capital}){{1,2}}"
    agency = r"\s?[(/][^()]{2,30}[)/]?"
    day = r",\s?(?:\w+\.?\s\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?\s\w+)(?:,?\s\d{2,4})?"
    slashed = rf"{day}\.\s/[A-Z]{{2,12}}/\.\s"  # "KARN, May 3. /QNA/. "
    source = rf"(?:{agency}|{day}){{0,3}}(?:,\s[A-Z]{{2,6}}(?=\s?[—–-]))?"
    dash = r"(?:\s?(?:—|–|―|--|_)\s?|\s-\s?|-\s|(?<=\))\.-\s)"
    dash += r"(?:\[TEXT\]\s)?"  # as FBIS marks a report
    dated = r"\w+\s\d{1,2},\s\d{4}\s\("  # "May 3, 2031 (KARN) – "
    opens = r"(?=[\"“‘'A-Z])"
    return re.compile(
        rf"(?P<upper>{upper}(?:\s{upper}){{0,3}}(?:{land}|{rest}|,\s{upper})?)"
        rf"(?:{slashed}|{source}(?:\s?:\s|{dash}))"
        rf"|(?P<mixed>{capital}(?:\s{capital}){{0,2}}(?:\s\({capital}\)(?=,))?(?:{rest})?)"
        rf"(?:{source}(?:{dash})|(?:{day}{agency}|\s?\([A-Z]{{2,6}}\))\s?:\s"
        rf"|{day}\s\([A-Z]{{2,6}}\)\s){opens}"
        rf"|{dated}(?P<dated>{upper}(?:[\s/-]{upper}){{0,2}})\)(?:{dash}){opens}"
        rf"|\((?P<agency>[A-Z][\w.&’' -]{{1,29}})\)(?:{dash}){opens}"
    )


def dateline_at(raw: str, start: int, end: int) -> Dateline | None:
    """The dateline that the paragraph raw[start:end] opens with."""
    if end - start < _SHORTEST or raw[start + 1].isspace():
        return None
    if not (raw[start].isupper() or raw[start] == "("):
        return None
    stop = min(end, start + _REACH)
    if not _SEPARATOR.search(raw, start, stop):
        return None
    match = _pattern().match(raw, start, stop)
    if match is None or match.lastgroup is None:
        return None
    return Dateline(*match.span(match.lastgroup), match.end(), _form(match))


def _form(match: re.Match[str]) -> DatelineForm:
    text = match.group()
    if match.lastgroup == "agency":
        return "agency"
    if match.lastgroup == "mixed":
        return "upper" if "(" in match.string[match.end("mixed") : match.end()] else "mixed"
    if text.rstrip().endswith(":"):
        return "label"
    if "(" in text or _DIGIT.search(text):
        return "wire"
    return "country" if "," in text else "upper"
