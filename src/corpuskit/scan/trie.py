"""Trie: many words as one pattern that shares their beginnings: one look a letter."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["trie_pattern"]

_Node = dict[str, "_Node"]
_END = ""


def trie_pattern(words: Iterable[str]) -> str:
    """A regular expression that matches the longest of `words`; linear, no backtracking traps.

    White space in a word matches any run of white space within a line or over one line end.
    Returns a pattern that matches nothing for no words.
    """
    root: _Node = {}
    for word in sorted(set(words)):
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[_END] = {}
    return _alternatives(root, first=True) if root else r"(?!)"


def _alternatives(node: _Node, *, first: bool = False) -> str:
    """What may stand here. Letters that the same may follow share a class, which makes the
    pattern short and quick to compile; first ones do not, as a search looks for single letters.
    """
    alike: dict[tuple[str, str], list[str]] = {}
    for char, child in node.items():
        if char != _END:
            rest = _alternatives(child) if len(child) > 1 or _END not in child else ""
            alone = char if first or char.isspace() else ""
            alike.setdefault((alone, rest), []).append(char)
    branches = []
    for (_, rest), chars in alike.items():
        letters = "".join(map(_letter, chars))
        branches.append(f"[{letters}]{rest}" if len(chars) > 1 else letters + rest)
    if not branches:
        return ""
    if len(branches) == 1 and _END not in node:
        return branches[0]
    if list(alike) == [("", "")]:  # one letter or none
        return branches[0] + "?"
    return f"(?:{'|'.join(branches)})" + ("?" if _END in node else "")


def _letter(char: str) -> str:
    if char.isspace():
        return r"\s+"
    return char if char.isalnum() else re.escape(char)
