"""Markup: which tags, links and marks of quoted mail are left in a text, and what is read there."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from corpuskit.scan.lexicon import Lexicon

__all__ = ["markup_in"]

Piece = tuple[int, int, str]
"""Where it begins and ends, and what is read in its place."""

_SIGNS = "<]*>"  # one of which stands in a text with any; single ones are found at once
_QUOTED = 3  # lines by which it is told that what stands behind ">" is quoted, and not less
_BLANK = " \t"
_ENDS = ("", "\n", "\r")
_TAG = re.compile(
    r"<(?:/?(?P<name>[A-Za-z][A-Za-z0-9:]{0,14})(?:[\s/][^<>]{0,3000})?"
    r"|!--[^<>]{0,3000}--|![A-Za-z][^<>]{0,300}|\?xml[^<>]{0,300})>|<!\[CDATA\[|\]\]>"
)
_LINK = re.compile(
    r"(?<!!)(?P<open>\[)[^\[\]\n]{1,300}"
    r"(?P<close>\]\((?:https?:|mailto:|/|#)[^()\s]{0,2000}(?:\s\"[^\"\n]{0,300}\")?\))"
)
_BOLD = re.compile(r"(?<!\*)(?P<open>\*\*)[^\s*](?:[^*\n]{0,300}[^\s*])?(?P<close>\*\*)(?!\*)")
_QUOTE = re.compile(r"\n(?P<mark>(?:>[ \t]?)+)")


def markup_in(raw: str, start: int, end: int) -> list[Piece]:
    """All of it in raw[start:end], in text order.

    Tags are read past, with all that stands in those of scripts; one that ends a paragraph, inside
    of a line, is read as a line end. Of a link of Markdown its text is read.
    """
    if not any(raw.find(sign, start, end) >= 0 for sign in _SIGNS):
        return []
    found = [*_tags(raw, start, end), *_quotes(raw, start, end)]
    for pattern in (_LINK, _BOLD):
        for match in pattern.finditer(raw, start, end):
            found += [(*match.span("open"), ""), (*match.span("close"), "")]
    found.sort()
    reached = -1
    apart = []
    for piece in found:
        if piece[0] >= reached:
            apart.append(piece)
            reached = piece[1]
    return apart


@functools.cache
def _kinds() -> dict[str, str]:
    """Names of tags, and whether they are "inline", a "block" or that of a "script"."""
    return {row.term: row["class"] for row in Lexicon.from_package(__package__, "tags.tsv").entries}


def _tags(raw: str, start: int, end: int) -> Iterator[Piece]:
    known = _kinds()
    reached = bare = start - 1  # up to here the line that ends there has nothing that is read
    for match in _TAG.finditer(raw, start, end):
        first, last = match.span()
        name = match["name"]
        kind = "inline" if name is None else known.get(name.lower(), "")
        if not kind or first < reached:
            continue
        if kind == "script" and raw[first + 1] != "/":
            close = raw.find(f"</{name}", last, end)
            last = raw.find(">", close, end) + 1 if close >= 0 else last
        begin = first
        while begin > start and raw[begin - 1] in _BLANK and begin != bare:
            begin -= 1
        opens = begin in (start, bare) or raw[begin - 1] in _ENDS
        parts = kind != "inline" and not opens and raw[last : last + 1] not in _ENDS
        yield first, last, "\n" if parts else ""
        reached = last
        bare = last if opens or parts else bare


def _quotes(raw: str, start: int, end: int) -> list[Piece]:
    """Marks before lines that are quoted; a line of nothing else is blank."""
    text = "\n" + raw[start:end]
    marks = [match.span("mark") for match in _QUOTE.finditer(text)]
    if len(marks) < _QUOTED:
        marks = [(one, two) for one, two in marks if not text[two : two + 1].isdigit()]
    shift = start - 1
    return [
        (one + shift, two + shift, " " if text[two : two + 1] in _ENDS else "")
        for one, two in marks
    ]
