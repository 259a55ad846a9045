"""Labels: which line of a news database's export a line is, by the rows of `archive.tsv`."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

import attrs

from corpuskit.scan import fold
from corpuskit_boilerplate.lexicon import LANGUAGES, entries

__all__ = ["Label", "Labels", "Tag", "label_of", "labels"]

_LONGEST = 60  # characters of a label, and of a line that is a mark
_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
# an id such as ORRC000020310306e7330001
_ID = re.compile(r"\b(?=[a-z]*\d)(?=[a-z]*\d[a-z\d]*\d{6})[a-z\d]{16,}\b")
_CODE = re.compile(r"([A-Z]{2,3})(?:[ \t]+|$)")
_DRAWN = re.compile(r"_{20,}$")


class Label(NamedTuple):
    """What a line is in an export.

    Attributes:
        role, form, sure: as in the lexicon; role "line" for a line of underscores.
        term: the row's; figures are 0 in it, and a document's id is @.
        value: where in the line what it labels begins; the line's length if nothing does.
        number: the first number of a mark, or 0.
    """

    role: str
    form: str
    sure: bool
    term: str
    value: int
    number: int = 0


class Tag(NamedTuple):
    """What a line is in its document.

    Attributes:
        role: of the label, "" for a line without one.
        piece: "mark", "label" where only the label is the line, "whole", "value" or "".
        label: the label of the line, or that of which it is the value.
        gap: whether a blank line stands above.
    """

    role: str
    piece: str
    label: Label | None
    gap: bool


class _Row(NamedTuple):
    role: str
    form: str
    sure: bool


@attrs.frozen
class Labels:
    """The lexicon by form: term to row.

    Attributes:
        openings: beginnings of lines with a right holder.
        firsts: the first words of those rows that are sure, as they stand in lines.
        lasts: the last words of those that begin with a figure.
    """

    label: dict[str, _Row]
    alone: dict[str, _Row]
    mark: dict[str, _Row]
    code: dict[str, _Row]
    openings: tuple[str, ...]
    firsts: frozenset[str]
    lasts: frozenset[str]


@functools.cache
def labels(languages: tuple[str, ...] = LANGUAGES) -> Labels:
    """The labels of `languages`; where two disagree on a term, the first wins."""
    forms: dict[str, dict[str, _Row]] = {
        form: {} for form in ("label", "alone", "mark", "code", "opening")
    }
    firsts, lasts = set(), set()
    for entry in entries(languages, "archive.tsv"):
        row = _Row(entry["role"], entry["form"], entry["sure"] == "yes")
        forms[row.form].setdefault(entry.term, row)
        if row.sure:
            words = entry.term.split()
            if words[0] == "0":
                lasts.add(words[-1])
            else:
                firsts.add(words[0] + (":" if row.form == "label" and len(words) == 1 else ""))
    opening = tuple(forms.pop("opening"))
    return Labels(**forms, openings=opening, firsts=frozenset(firsts), lasts=frozenset(lasts))


def label_of(text: str, known: Labels) -> Label | None:
    """What the line `text`, outer white space left out, is in an export; None if running text."""
    code = _CODE.match(text)
    if code is not None:
        row = known.code.get(code[1].lower())
        if row is not None:
            return Label(*row, code[1].lower(), code.end())
    head = fold(text[: _LONGEST + 1])
    colon = head.find(":")
    if colon > 0:
        term = " ".join(head[:colon].split())
        row = known.label.get(term)
        if row is not None:
            return _labelled(text, row, term, colon + 1, known)
    low = _NUMBER.sub("0", head)
    if low.startswith(known.openings):
        return Label("rights", "opening", False, "", len(text))
    if len(text) > _LONGEST:
        return Label("line", "mark", False, "", len(text)) if _DRAWN.match(text) else None
    return _whole(text, head, known)


def _labelled(text: str, row: _Row, term: str, end: int, known: Labels) -> Label:
    while end < len(text) and text[end].isspace():
        end += 1
    if row.role == "length":  # of a text, and not of a bridge
        size = known.mark.get(_NUMBER.sub("0", fold(text[end:])))
        row = row._replace(sure=size is not None)
    return Label(*row, term, end)


def _whole(text: str, folded: str, known: Labels) -> Label | None:
    if _DRAWN.match(text):
        return Label("line", "mark", False, "", len(text))
    term = " ".join(folded.split())
    row = known.alone.get(term)
    if row is not None:
        return Label(*row, term, len(text))
    number = _NUMBER.search(term)
    if number is not None:
        term = _NUMBER.sub("0", _ID.sub("@", term))
    row = known.mark.get(term)
    if row is None:
        return None
    first = int(number[0]) if number is not None and number[0].isdigit() else 0
    return Label(*row, term, len(text), first)
