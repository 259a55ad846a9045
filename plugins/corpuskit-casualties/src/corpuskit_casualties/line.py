"""Line: one sentence as words with their classes, triggers as words of their own."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from functools import cache
from operator import itemgetter

from corpuskit.scan import Hit
from corpuskit_casualties.words import Sense, Word, classes, described, reasons, senses

__all__ = ["Line"]

_tag = itemgetter(0)
_TRIGGER = Word("T")
_FRIEND = Word("w")
_HOSTAGES = Word("N", "unknown")  # both the victims and the word that tells what they are
_SKIPPED = frozenset('[("\u201c\u201d\u00ab\u00bb`')
_QUOTES = frozenset('"\u201c\u201d\u00ab\u00bb`')


@cache
def _token() -> re.Pattern[str]:
    return re.compile(
        r"\d+(?:[.,:]\d+)*(?:[^\W_]+)?(?:[-\u2013](?=\w)[^\W_]+)*"
        r"|[^\W\d_]\w*+(?:['-]\w++|\.\w(?!\w))*+(?:(?<=\.\w)\.)?'?"
        r"|\S"
    )


class Line:
    """A sentence read into parallel lists; index = word number.

    Attributes:
        starts: offsets in the source.
        words: folded words; a trigger of several words is one word.
        info: their class.
        senses: the lexicon rows of triggers, by index.
        triggers: indexes of triggers, in order.
        friends: (start, end, reason) of false friends passed over.
    """

    __slots__ = (
        "_has_case",
        "_vocabulary",
        "folded",
        "friends",
        "info",
        "raw",
        "senses",
        "starts",
        "tags",
        "triggers",
        "words",
    )

    def __init__(self, raw: str, folded: str, start: int, end: int, hits: Sequence[Hit]) -> None:
        self.raw, self.folded = raw, folded
        self._vocabulary: frozenset[str] | None = None
        self._has_case: bool | None = None
        self.senses: dict[int, tuple[Sense, ...]] = {}
        self.triggers: list[int] = []
        self.friends: list[tuple[int, int, str]] = []
        words = _token().findall(folded, start, end)
        starts = []
        find = folded.find
        for word in words:  # only white space stands between two words
            starts.append(start := find(word, start))
            start += len(word)
        if not _SKIPPED.isdisjoint(words):
            words, starts = _without_insertions(folded, words, starts, end, hits)
        found = _as_words(words, starts, hits)
        for first, last, hit in reversed(found):
            if last > first + 1:
                starts[first:last] = [hit.start]
                words[first:last] = [folded[hit.start : hit.end]]
        self.words, self.starts = words, starts
        self.info = list(map(classes().__getitem__, words))
        joined = 0
        for first, last, hit in found:
            index = first - joined
            self.info[index] = self._trigger(hit, index)
            joined += last - first - 1
        self.tags = list(map(_tag, self.info))

    def _trigger(self, hit: Hit, index: int) -> Word:
        """The class of a trigger; what only looks like one is noted and is a plain word."""
        term = hit.entries[0].term
        before = self.words[index - 1] if index else ""
        reason = described().get((before, term))
        if reason is not None:
            self.friends.append((hit.start, hit.end, f"{before} {term}: {reason}"))
            return _FRIEND
        reason = reasons().get(term)
        if reason is not None:
            self.friends.append((hit.start, hit.end, f"{term}: {reason}"))
            return _FRIEND
        rows = self.senses[index] = senses()[term]
        self.triggers.append(index)
        return _HOSTAGES if rows[0].form == "people" else _TRIGGER

    @property
    def has_case(self) -> bool:
        """Whether it has both capitals and small letters, as its first words tell."""
        if self._has_case is None:
            begun = self.raw[self.starts[0] : self.end(min(6, len(self) - 1))]
            self._has_case = len(self) > 1 and not begun.isupper() and not begun.islower()
        return self._has_case

    @property
    def vocabulary(self) -> frozenset[str]:
        """All words of the sentence: what none of them begins need not be looked for."""
        if self._vocabulary is None:
            self._vocabulary = frozenset(self.words)
        return self._vocabulary

    def __len__(self) -> int:
        return len(self.words)

    def end(self, index: int) -> int:
        """Where the word at `index` ends in the source."""
        return self.starts[index] + len(self.words[index])

    def tag(self, index: int) -> str:
        """The class at `index`, "" outside."""
        return self.tags[index] if 0 <= index < len(self.tags) else ""

    def word(self, index: int) -> str:
        """The folded word at `index`, "" outside."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def phrase(self, first: int, last: int) -> str:
        """Folded words `first` to `last` (exclusive) with one space between."""
        return " ".join(self.words[max(first, 0) : last])


def _as_words(
    words: Sequence[str], starts: Sequence[int], hits: Sequence[Hit]
) -> list[tuple[int, int, Hit]]:
    """Hits as words [first, last); one inside a longer word ("death-defying") is none."""
    found = []
    for hit in hits:
        first = last = bisect.bisect_left(starts, hit.start)
        while last < len(starts) and starts[last] + len(words[last]) <= hit.end:
            last += 1
        if last > first and starts[first] == hit.start:
            found.append((first, last, hit))
    return found


def _without_insertions(
    folded: str, words: Sequence[str], starts: Sequence[int], end: int, hits: Sequence[Hit]
) -> tuple[list[str], list[int]]:
    """Words but for quote marks, an editor's insertions and short names in brackets."""
    triggers = [hit.start for hit in hits]
    last = starts[-1] + len(words[-1]) if words else end
    kept_words, kept_starts, position = [], [], 0
    for word, start in zip(words, starts, strict=True):
        if start < position:
            continue
        if word in _SKIPPED:
            position = _after_insertion(folded, start, last, triggers)
            if position > start:
                continue
        kept_words.append(word)
        kept_starts.append(start)
    return kept_words, kept_starts


def _after_insertion(folded: str, begin: int, end: int, triggers: Sequence[int]) -> int:
    """Past a quote mark, an editor's insertion or a short name in brackets.

    An insertion, "[word indistinct]", is read if it is long or holds a trigger. Returns `begin`
    where nothing is to be passed over.
    """
    mark = folded[begin]
    if mark in _QUOTES:
        return begin + 1
    if mark == "[":
        if folded.startswith("of ", begin + 1):  # "the murder [of six priests]"
            return begin + 1
        close = folded.find("]", begin, min(end, begin + 100))
        index = bisect.bisect_left(triggers, begin)
        holds = index < len(triggers) and triggers[index] < close
        return begin if close < 0 or holds else close + 1
    close = folded.find(")", begin, min(end, begin + 14))
    if close < 0 or not folded[begin + 1 : close].replace("-", "").isalpha():
        return begin
    return close + 1
