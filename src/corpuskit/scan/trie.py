"""Trie: many words as one pattern that shares their beginnings: one look a letter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

__all__ = ["trie_pattern"]


def trie_pattern(words: Iterable[str]) -> str:
    """A regular expression that matches the longest of `words`; linear, no backtracking traps.

    White space in a word matches any run of white space within a line or over one line end.
    Returns a pattern that matches nothing for no words.
    """
    ordered = sorted(set(words))
    return _alternatives(ordered, 0, first=True) if ordered else r"(?!)"


def _alternatives(words: list[str], at: int, *, first: bool = False) -> str:
    """What of sorted `words`, alike up to `at`, may stand there. Letters that the same may follow
    share a class, which makes the pattern short and quick to compile; first ones do not, as a
    search looks for single letters.
    """
    if len(words) == 1:
        return _letters(words[0][at:])
    ends = len(words[0]) == at
    alike: dict[tuple[str, str], list[str]] = {}
    for char, group in groupby(words[ends:], key=itemgetter(at)):
        rest = _alternatives(list(group), at + 1)
        alone = char if first or char.isspace() else ""
        alike.setdefault((alone, rest), []).append(char)
    branches = []
    for (_, rest), chars in alike.items():
        letters = "".join(map(_letter, chars))
        branches.append(f"[{letters}]{rest}" if len(chars) > 1 else letters + rest)
    if len(branches) == 1 and not ends:
        return branches[0]
    if list(alike) == [("", "")]:  # one letter or none
        return branches[0] + "?"
    return f"(?:{'|'.join(branches)}|)" if ends else f"(?:{'|'.join(branches)})"


def _letters(text: str) -> str:
    return text if text.isalnum() else "".join(map(_letter, text))


def _letter(char: str) -> str:
    if char.isspace():
        return r"\s+"
    return char if char.isalnum() else re.escape(char)
