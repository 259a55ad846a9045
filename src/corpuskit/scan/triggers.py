"""Triggers: the words of all extractors in one pass; each gets the hits of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from corpuskit.scan.lexicon import Entry, Lexicon
from corpuskit.scan.trie import trie_pattern

__all__ = ["Hit", "TriggerIndex"]


class Hit(NamedTuple):
    """A trigger in the text: offsets into the source, and its lexicon rows."""

    start: int
    end: int
    entries: tuple[Entry, ...]


_WORD = re.compile(r"\w+|[^\w\s]+")

# Per first word and extractor: (pattern of the rest or None, rest text to entries), longest first.
_Tail = tuple[int, "re.Pattern[str] | None", dict[str, tuple[Entry, ...]]]


class TriggerIndex:
    """Merged trigger lexicons. A term matches whole words; the longest of one extractor wins.

    The pass looks for first words only and checks the rest of a longer term at the hit, so
    that terms of different extractors never hide one another.
    """

    __slots__ = ("_pattern", "_tails", "size")

    def __init__(self, lexicons: Sequence[Lexicon | None]) -> None:
        self.size = len(lexicons)
        self._tails: dict[str, list[_Tail]] = {}
        for index, lexicon in enumerate(lexicons):
            if lexicon is not None:
                for first, tail in _by_first_word(index, lexicon):
                    self._tails.setdefault(first, []).append(tail)
        self._pattern: re.Pattern[str] | None = None

    def find(self, folded: str, spans: Iterable[tuple[int, int]]) -> list[list[Hit]]:
        """Hits by extractor, in text order, within `spans` of the folded text."""
        found: list[list[Hit]] = [[] for _ in range(self.size)]
        if not self._tails:
            return found
        if self._pattern is None:
            self._pattern = _pattern(self._tails)
        blocked = [0] * self.size
        for begin, end in spans:
            for match in self._pattern.finditer(folded, begin, end):
                start = match.start()
                for index, rest, entries in self._tails[match.group()]:
                    if start < blocked[index]:
                        continue
                    if rest is None:
                        hit = Hit(start, match.end(), entries[""])
                    else:
                        tail = rest.match(folded, match.end(), end)
                        if tail is None:
                            continue
                        text = " ".join(tail.group().split()) if tail.group() else ""
                        key = text if tail.group()[:1].strip() else (" " + text if text else "")
                        hit = Hit(start, tail.end(), entries[key])
                    found[index].append(hit)
                    blocked[index] = hit.end
        return found


def _by_first_word(index: int, lexicon: Lexicon) -> list[tuple[str, _Tail]]:
    rests: dict[str, dict[str, tuple[Entry, ...]]] = {}
    for term in lexicon:
        match = _WORD.match(term)
        if match:
            rests.setdefault(match.group(), {})[term[match.end() :]] = lexicon[term]
    tails: list[tuple[str, _Tail]] = []
    for first, rest in rests.items():
        if list(rest) == [""]:
            tails.append((first, (index, None, rest)))
        else:
            pattern = trie_pattern(tail for tail in rest if tail)
            whole = rf"{pattern}(?!\w)" + ("|" if "" in rest else "")
            tails.append((first, (index, re.compile(whole), rest)))
    return tails


def _pattern(firsts: Iterable[str]) -> re.Pattern[str]:
    words = [w for w in firsts if w[0].isalnum() or w[0] == "_"]
    marks = [w for w in firsts if w not in set(words)]
    parts = []
    if words:
        parts.append(rf"\b{trie_pattern(words)}\b")
    if marks:
        parts.append(trie_pattern(marks))
    return re.compile("|".join(parts))
