"""Clauses: where what was said ends, in a sentence that goes on."""

from __future__ import annotations

import re

from corpuskit_quotes.phrases import SUBJECT
from corpuskit_quotes.tape import Tape

__all__ = ["clause_end", "phrase_end"]

_BREAK = re.compile(
    r"[,;]?(?:"
    r"(?<=,)(?:R*[Gg]|b|s|a|&?[xrR]*[VZ](?!e)|R?W|@t|&[HiW]|&?R*G)"
    r"|;|-"
    r")"
)


def clause_end(tape: Tape, first: int, stop: int) -> int:
    """The end of reported content from token `first` in a sentence that ends at `stop`."""
    tags = tape.tags
    end = stop
    for match in _BREAK.finditer(tags, first + 1, stop):
        end = match.start()
        if tags[end] in ",;-":
            break
        end -= 1
        break
    return _trimmed(tags, first, end)


_OBJECT = re.compile(rf"(?:[Hioh](?![NCKJ#e])|{SUBJECT})")


def phrase_end(tape: Tape, first: int, stop: int) -> int:
    """The end of a noun phrase that is the content, with what hangs on it."""
    return clause_end(tape, first, stop)


def _trimmed(tags: str, first: int, stop: int) -> int:
    while stop > first and tags[stop - 1] in ",.;:-\n&":
        stop -= 1
    return stop
