"""Triggers: the words of all extractors in one pass; each gets the hits of its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from corpuskit.scan.lexicon import Entry, Lexicon
from corpuskit.scan.trie import trie_pattern

__all__ = ["Hit", "TriggerIndex"]


class Hit(NamedTuple):
    """A trigger in the text: offsets into the source, and its lexicon rows."""

    start: int
    end: int
    entries: tuple[Entry, ...]


_MARKS = re.compile(r"[^\w\s]+")
_PIECES = re.compile(r"\S+")

# What begins at a place, one for each extractor that has a term there: (index, length, rows).
_Begun = list[tuple[int, int, tuple[Entry, ...]]]
_Place = tuple[int, _Begun]
# Per first mark and extractor: (index, pattern of the rest or None, rest text to rows).
_Tail = tuple[int, "re.Pattern[str] | None", dict[str, tuple[Entry, ...]]]


class TriggerIndex:
    """Merged trigger lexicons. A term matches whole words; the longest of one extractor wins.

    The pass finds the longest term of all extractors at each word. What other extractors have
    there begins it, and is looked up; the pass goes on at the next word, so that terms of
    different extractors never hide one another.
    """

    __slots__ = ("_known", "_lexicons", "_marks", "_tails", "_words", "size")

    def __init__(self, lexicons: Sequence[Lexicon | None]) -> None:
        self.size = len(lexicons)
        self._lexicons = [(i, lexicon) for i, lexicon in enumerate(lexicons) if lexicon is not None]
        terms = {term: None for _, lexicon in self._lexicons for term in lexicon if term}
        words = [term for term in terms if _is_word(term[0])]
        self._words = _word_pattern(words) if words else None
        self._known: dict[str, _Begun] = {}
        self._tails: dict[str, list[_Tail]] = {}
        if len(words) < len(terms):
            for index, lexicon in self._lexicons:
                for first, tail in _by_first_mark(index, lexicon):
                    self._tails.setdefault(first, []).append(tail)
        self._marks = _mark_pattern(self._tails) if self._tails else None

    def find(self, folded: str, spans: Iterable[tuple[int, int]]) -> list[list[Hit]]:
        """Hits by extractor, in text order, within `spans` of the folded text."""
        blocks = list(spans)
        places = [place for block in blocks for place in self._at_words(folded, *block)]
        if marked := list(self._at_marks(folded, blocks)):
            places = sorted(places + marked, key=itemgetter(0))
        found: list[list[Hit]] = [[] for _ in range(self.size)]
        blocked = [0] * self.size
        make = tuple.__new__
        for start, begun in places:
            for index, length, rows in begun:
                if start >= blocked[index]:
                    stop = blocked[index] = start + length
                    found[index].append(make(Hit, (start, stop, rows)))
        return found

    def _at_words(self, folded: str, begin: int, end: int) -> list[_Place]:
        """Where terms that are words begin in folded[begin:end], and which, in text order."""
        if self._words is None:
            return []
        known = self._known
        # A character must stand before each word: the text's first gets one.
        text, shift = (folded, 0) if begin else ("\n" + folded[:end], 1)
        return [
            (match.end() - shift, known.get(match[1]) or self._looked_up(match[1]))
            for match in self._words.finditer(text, begin + shift - 1, end + shift)
        ]

    def _looked_up(self, text: str) -> _Begun:
        """What begins where `text`, a term as it is written, stands."""
        pieces = [match.span() for match in _PIECES.finditer(text)]
        term = " ".join([text[start:end] for start, end in pieces])
        begun: _Begun = []
        for index, lexicon in self._lexicons:
            for stop in range(len(term), 0, -1):
                whole = stop == len(term) or not _is_word(term[stop])
                if whole and term[:stop] in lexicon:
                    *before, last = term[:stop].split(" ")
                    length = pieces[len(before)][0] + len(last)
                    begun.append((index, length, lexicon[term[:stop]]))
                    break
        if term == text:
            self._known[term] = begun
        return begun

    def _at_marks(self, folded: str, blocks: Sequence[tuple[int, int]]) -> Iterator[_Place]:
        """The same for marks, in a pass of their own: beside words they would be tried at every
        letter."""
        if self._marks is None or not blocks:
            return
        starts = [begin for begin, _ in blocks]
        for mark in self._marks.finditer(folded, blocks[0][0], blocks[-1][1]):
            end = blocks[bisect_right(starts, mark.start()) - 1][1]
            if mark.start() < end:
                yield mark.start(), self._at_mark(folded, mark, end)

    def _at_mark(self, folded: str, match: re.Match[str], end: int) -> _Begun:
        """What begins with a mark."""
        begun: _Begun = []
        for index, pattern, rows in self._tails[match.group()]:
            if pattern is None:
                begun.append((index, match.end() - match.start(), rows[""]))
            elif tail := pattern.match(folded, match.end(), end):
                text = tail.group()
                rest = " ".join(text.split())
                key = " " + rest if text[:1].isspace() else rest
                begun.append((index, tail.end() - match.start(), rows[key]))
        return begun


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _word_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Matches the character before a term and looks at the term: most characters are letters,
    which a word cannot follow, and are passed over at once. Whether it is a letter all the same
    (é) is asked last, as few terms are found."""
    return re.compile(rf"[^a-z0-9_](?=({trie_pattern(words)})(?!\w))\b")


def _by_first_mark(index: int, lexicon: Lexicon) -> list[tuple[str, _Tail]]:
    rests: dict[str, dict[str, tuple[Entry, ...]]] = {}
    for term in lexicon:
        if match := _MARKS.match(term):
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


def _mark_pattern(tails: dict[str, list[_Tail]]) -> re.Pattern[str]:
    """Matches a first mark and, where more must follow, looks at the next character."""
    marks = trie_pattern(tails)
    rests = [rest for found in tails.values() for _, _, rows in found for rest in rows]
    if "" in rests:
        return re.compile(marks)
    follow = "".join(r"\s" if c.isspace() else re.escape(c) for c in sorted({r[0] for r in rests}))
    if all(len(mark) == 1 for mark in tails):  # the usual case: a class is quick to search for
        marks = "[" + "".join(map(re.escape, tails)) + "]"
        return re.compile(rf"{marks}(?=[{follow}])")
    return re.compile(rf"(?>{marks})(?=[{follow}])")
