"""Line: one sentence as words with their classes, triggers as words of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpuskit.scan import Entry, Hit
from corpuskit_casualties.words import Word, look_up

__all__ = ["Line"]

_TRIGGER = Word("T")
_FRIEND = Word("w")


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
        position, waiting = start, iter(hits)
        hit = next(waiting, None)
        token = _token()
        while match := token.search(folded, position, end):
            begin, position = match.span()
            if folded[begin] == "(":
                position = _after_acronym(folded, begin, end)
                if position > begin + 1:
                    continue
            elif folded[begin] == "[":
                position = _after_bracket(folded, begin, end, hit)
                if position > begin + 1:
                    continue
            while hit is not None and hit.start < begin:
                hit = next(waiting, None)
            if hit is not None and hit.start == begin and hit.end >= position:
                position = hit.end
                self._add(begin, position, self._trigger(hit))
                hit = next(waiting, None)
            else:
                self._add(begin, position, look_up(match.group()))
        self.tags = [word.tag for word in self.info]

    def _trigger(self, hit: Hit) -> Word:
        for entry in hit.entries:
            if entry["reason"]:
                self.friends.append((hit.start, hit.end, f"{entry.term}: {entry['reason']}"))
                return _FRIEND
        self.entries[len(self.words)] = hit.entries
        self.triggers.append(len(self.words))
        return _TRIGGER

    def _add(self, start: int, end: int, word: Word) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.words.append(self.folded[start:end])
        self.info.append(word)

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


def _after_bracket(folded: str, begin: int, end: int, hit: Hit | None) -> int:
    """Past an editor's insertion, "[word indistinct]", unless it is long or holds a trigger."""
    close = folded.find("]", begin, min(end, begin + 100))
    if close < 0 or (hit is not None and hit.start < close):
        return begin + 1
    return close + 1


def _after_acronym(folded: str, begin: int, end: int) -> int:
    """Past a short name in brackets: "(srp)"."""
    close = folded.find(")", begin, min(end, begin + 14))
    if close < 0 or not folded[begin + 1 : close].replace("-", "").isalpha():
        return begin + 1
    return close + 1
