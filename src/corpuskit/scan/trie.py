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
    return _alternatives(root) if root else r"(?!)"


def _alternatives(node: _Node) -> str:
    ends = _END in node
    singles, branches = [], []
    for char, child in node.items():
        if char == _END:
            continue
        if len(child) == 1 and _END in child:
            singles.append(char)
        else:
            branches.append(_letter(char) + _alternatives(child))
    if singles:
        plain = [c for c in singles if not c.isspace()]
        if len(plain) > 1:
            branches.append("[" + "".join(re.escape(c) for c in plain) + "]")
        elif plain:
            branches.append(re.escape(plain[0]))
        branches += [_letter(c) for c in singles if c.isspace()]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "")


def _letter(char: str) -> str:
    return r"\s+" if char.isspace() else re.escape(char)
