"""Line: one sentence as words with their classes, triggers as words of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpuskit.scan import Entry, Hit
from corpuskit_casualties.words import Word, described, guess, known_words

__all__ = ["Line"]

_TRIGGER = Word("T")
_FRIEND = Word("w")
_HOSTAGES = Word("N", "unknown")  # both the victims and the word that tells what they are
_SKIPPED = frozenset('[("\u201c\u201d\u00ab\u00bb`')
_QUOTES = frozenset('"\u201c\u201d\u00ab\u00bb`')


@cache
def _token() -> re.Pattern[str]:
    return re.compile(
        r"\d+(?:[.,:]\d+)*(?:[^\W_]+)?(?:[-\u2013](?=\w)[^\W_]+)*"
        r"|[^\W\d_]\w*(?:['-]\w+|\.\w(?!\w))*(?:(?<=\.\w)\.)?'?"
        r"|\S"
    )


class Line:
    """A sentence read into parallel lists; index = word number.

    Attributes:
        starts, ends: offsets in the source.
        words: folded words; a trigger of several words is one word.
        info: their class.
        entries: the lexicon rows of triggers, by index.
        triggers: indexes of triggers, in order.
        friends: (start, end, reason) of false friends passed over.
    """

    __slots__ = (
        "ends",
        "entries",
        "folded",
        "friends",
        "info",
        "raw",
        "starts",
        "tags",
        "triggers",
        "words",
    )

    def __init__(self, raw: str, folded: str, start: int, end: int, hits: Sequence[Hit]) -> None:
        self.raw, self.folded = raw, folded
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        self.info: list[Word] = []
        self.entries: dict[int, tuple[Entry, ...]] = {}
        self.triggers: list[int] = []
        self.friends: list[tuple[int, int, str]] = []
        self._read(start, end, hits)
        self.words = [folded[i:j] for i, j in zip(self.starts, self.ends, strict=True)]
        self.tags = [word.tag for word in self.info]

    def _read(self, start: int, end: int, hits: Sequence[Hit]) -> None:
        """Words and triggers of folded[start:end]."""
        folded, known = self.folded, known_words().get
        starts, ends, info = self.starts.append, self.ends.append, self.info.append
        position, waiting = start, iter(hits)
        hit = next(waiting, None)
        coming = hit.start if hit is not None else end
        for match in _token().finditer(folded, start, end):
            begin, stop = match.span()
            if begin < position:
                continue
            while coming < begin:
                hit = next(waiting, None)
                coming = hit.start if hit is not None else end
            if begin == coming and hit is not None and hit.end >= stop:
                position = stop = hit.end
                word = self._trigger(hit)
            else:
                text = match.group()
                found = known(text)
                if found is None:
                    if text in _SKIPPED:
                        position = _after_insertion(folded, begin, end, coming)
                        if position > begin:
                            continue
                    found = guess(text)
                word = found
            starts(begin)
            ends(stop)
            info(word)

    def _trigger(self, hit: Hit) -> Word:
        last = self.folded[self.starts[-1] : self.ends[-1]] if self.starts else ""
        reason = described().get((last, hit.entries[0].term))
        if reason is not None:
            self.friends.append((hit.start, hit.end, f"{last} {hit.entries[0].term}: {reason}"))
            return _FRIEND
        for entry in hit.entries:
            if entry["reason"]:
                self.friends.append((hit.start, hit.end, f"{entry.term}: {entry['reason']}"))
                return _FRIEND
        self.entries[len(self.info)] = hit.entries
        self.triggers.append(len(self.info))
        return _HOSTAGES if hit.entries[0].term == "hostages" else _TRIGGER

    def __len__(self) -> int:
        return len(self.words)

    def tag(self, index: int) -> str:
        """The class at `index`, "" outside."""
        return self.tags[index] if 0 <= index < len(self.tags) else ""

    def word(self, index: int) -> str:
        """The folded word at `index`, "" outside."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def phrase(self, first: int, last: int) -> str:
        """Folded words `first` to `last` (exclusive) with one space between."""
        return " ".join(self.words[max(first, 0) : last])


def _after_insertion(folded: str, begin: int, end: int, coming: int) -> int:
    """Past a quote mark, an editor's insertion or a short name in brackets.

    An insertion, "[word indistinct]", is read if it is long or holds a trigger. Returns `begin`
    where nothing is to be passed over.
    """
    mark = folded[begin]
    if mark in _QUOTES:
        return begin + 1
    if mark == "[":
        close = folded.find("]", begin, min(end, begin + 100))
        return begin if close < 0 or coming < close else close + 1
    close = folded.find(")", begin, min(end, begin + 14))
    if close < 0 or not folded[begin + 1 : close].replace("-", "").isalpha():
        return begin
    return close + 1
