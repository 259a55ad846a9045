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

    __slots__ = ("_marks", "_tails", "_words", "size")

    def __init__(self, lexicons: Sequence[Lexicon | None]) -> None:
        self.size = len(lexicons)
        self._tails: dict[str, list[_Tail]] = {}
        for index, lexicon in enumerate(lexicons):
            if lexicon is not None:
                for first, tail in _by_first_word(index, lexicon):
                    self._tails.setdefault(first, []).append(tail)
        self._words: re.Pattern[str] | None = None
        self._marks: re.Pattern[str] | None = None

    def find(self, folded: str, spans: Iterable[tuple[int, int]]) -> list[list[Hit]]:
        """Hits by extractor, in text order, within `spans` of the folded text."""
        found: list[list[Hit]] = [[] for _ in range(self.size)]
        if not self._tails:
            return found
        if self._words is None and self._marks is None:
            self._words, self._marks = _patterns(self._tails)
        blocked = [0] * self.size
        for begin, end in spans:
            for match in self._matches(folded, begin, end):
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

    def _matches(self, folded: str, begin: int, end: int) -> Iterable[re.Match[str]]:
        """First words in text order; marks in a pass of their own, which costs next to nothing,
        while as alternatives to words they would be tried at every letter."""
        words = self._words.finditer(folded, begin, end) if self._words else iter(())
        marks = list(self._marks.finditer(folded, begin, end)) if self._marks else []
        return sorted([*words, *marks], key=re.Match.start) if marks else words


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


def _patterns(
    firsts: Iterable[str],
) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """Patterns of the first words and of the first marks; None where there are none."""
    words = [word for word in firsts if word[0].isalnum() or word[0] == "_"]
    marks = sorted(set(firsts) - set(words))
    letters = re.escape("".join(sorted({word[0] for word in words})))
    return (
        re.compile(rf"\b(?=[{letters}]){trie_pattern(words)}\b") if words else None,
        re.compile(trie_pattern(marks)) if marks else None,
    )
