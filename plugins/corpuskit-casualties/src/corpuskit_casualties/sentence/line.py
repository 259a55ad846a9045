"""Line: one sentence as words with their classes, triggers as words of their own."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from corpuskit import Span
from corpuskit.scan import Hit
from corpuskit_casualties.words import (
    Sense,
    Word,
    classes,
    cue,
    meanings,
    nationals,
    reasons,
    tags,
    tokens,
)

__all__ = ["Line"]

_TRIGGER = Word("T")
_PLAIN = ("plain", "there")  # their last word tells of victims, or their first
_FRIEND = Word("w")
_HOSTAGES = Word("N", "unknown")  # both the victims and the word that tells what they are
_HEAD = Word("n", "unknown", of=True)  # of a council, not of a body
_NATIONAL = Word("n", "unknown", nation=True)
_AGED = Word("n", "unknown")
_MONTH = Word("month")
_ONE = frozenset(("a", "an", "another"))
_ALONE = frozenset(("be", "have", "verb", "T", "conj", "wh", "prep", "sub", ",", ".", ";", ""))
_DATED = frozenset(("prep", "day", "month"))
_MARGIN = [""] * 8
_LONGEST_HEADLINE = 16  # words
_STOPS = frozenset(".!?;:,-")
_NO_HEADLINE = frozenset(("det", "pron", "conj", "wh", "sub", "'s"))
_JOINING = "'-.\u2013"


class Line:
    """A sentence read into parallel lists; index = word number.

    The lists end in a margin of empty strings, so that what stands just before the first word
    (index -1, -2, …) or just after the last is "".

    Attributes:
        raw, folded, bounds: the text, the same folded, and where in it the sentence stands.
        words: folded words; a trigger of several words is one word.
        tags: their classes, as `Word.tag`.
        size: how many words there are, the margin left out.
        vocabulary: all of them: what none of them begins need not be looked for.
        senses: the lexicon rows of triggers, by index.
        triggers: indexes of triggers, in order.
        has_case: whether it has both capitals and small letters, as its beginning tells.
        friends: (start, end, reason) of false friends passed over.
    """

    __slots__ = (
        "_headline",
        "_own",
        "_starts",
        "bounds",
        "folded",
        "friends",
        "has_case",
        "raw",
        "senses",
        "size",
        "tags",
        "triggers",
        "vocabulary",
        "words",
    )

    def __init__(self, raw: str, folded: str, start: int, end: int, hits: Sequence[Hit]) -> None:
        self.raw, self.folded, self.bounds = raw, folded, (start, end)
        # Of the words that were asked for, of triggers and of words after an insertion.
        self._starts = {-1: start}
        self._own: dict[int, Word] = {}
        self._headline: bool | None = None
        self.senses: dict[int, tuple[Sense, ...]] = {}
        self.triggers: list[int] = []
        self.friends: list[tuple[int, int, str]] = []
        words: list[str] = []
        self.words = words
        passed: dict[int, int] = {}
        read, at = tokens().__getitem__, start
        for begin, stop, hit in _cuts(folded, start, end, hits):
            if begin < at:
                continue  # a trigger in an insertion
            words += chain.from_iterable(map(read, folded[at:begin].split()))
            if hit is None:
                passed[len(words)] = stop
            else:
                self._add(hit, folded[begin:stop])
            at = stop
        words += chain.from_iterable(map(read, folded[at:end].split()))
        self.size = len(words)
        words += _MARGIN
        for index, stop in passed.items():
            self._starts[index] = folded.find(words[index], stop)
        self.tags = list(map(tags().__getitem__, words))
        for index, word in self._own.items():
            self.tags[index] = word.tag
        self.vocabulary = frozenset(words)
        if "head" in self.vocabulary:
            self._read_heads()
        if not cue("dating").isdisjoint(self.vocabulary):
            self._read_times()
        if not nationals().isdisjoint(self.vocabulary):
            self._read_nationals()
        if "may" in self.vocabulary:
            self._read_may()
        if folded.find("-old", start, end) >= 0:
            self._read_ages()
        begun = raw[start : min(start + 40, end)]
        self.has_case = self.size > 1 and not begun.isupper() and not begun.islower()
        if self.has_case and "is" in self.vocabulary and raw.find("IS", start, end) >= 0:
            self._read_group()

    @property
    def headline(self) -> bool:
        """Whether it reads as one: short, no article at its beginning, no stop at its end."""
        told = self._headline
        if told is None:
            told = self._headline = (
                self.size <= _LONGEST_HEADLINE
                and self.words[self.size - 1] not in _STOPS
                and self.tags[0] not in _NO_HEADLINE
                and "?" not in self.vocabulary
            )
        return told

    def _add(self, hit: Hit, text: str) -> None:
        """A trigger as a word; what only looks like one is noted and is a plain word."""
        index, term = len(self.words), hit.entries[0].term
        rows, described = meanings()[term]
        before = self.words[-1] if index else ""
        if rows and rows[0].form in _PLAIN:  # looked at where it stands, and words as any other
            self.words += text.split()
            index = len(self.words) - 1 if rows[0].form == "plain" else index
            self.senses[index] = rows
            self.triggers.append(index)
            return
        self.words.append(text)
        self._starts[index] = hit.start
        if rows and before not in described:
            self.senses[index] = rows
            self.triggers.append(index)
            self._own[index] = _HOSTAGES if rows[0].form == "people" else _TRIGGER
            return
        told = f"{before} {term}: {described[before]}" if rows else f"{term}: {reasons()[term]}"
        self.friends.append((hit.start, hit.end, told))
        self._own[index] = _FRIEND

    def _read_heads(self) -> None:
        """As in "the head of the village council", "the village head": a person."""
        led, words = cue("led"), self.words
        for at in range(self.size):
            if words[at] == "head" and (
                words[at - 1] in led
                or (words[at + 1] == "of" and not led.isdisjoint(words[at + 2 : at + 6]))
            ):
                self._own[at], self.tags[at] = _HEAD, _HEAD.tag

    def _read_times(self) -> None:
        """As in "injured 12 last week", "left three hurt late on Friday": no noun of the count."""
        dating, tags = cue("dating"), self.tags
        for at in range(self.size):
            if self.words[at] in dating:
                if self.known(at + 1).why == "time":
                    tags[at : at + 2] = "adv", "day"
                elif tags[at + 1] in _DATED:
                    tags[at] = "adv"

    def _read_may(self) -> None:
        """As in "on 3 May killed", "in May killed": a month, and no verb."""
        tags = self.tags
        for at in range(self.size):
            if self.words[at] != "may" or self.written(at) == "may":
                continue
            if "#" in (tags[at - 1], tags[at + 1]) or tags[at - 1] in ("prep", "subprep"):
                self._own[at], tags[at] = _MONTH, _MONTH.tag

    def _read_nationals(self) -> None:
        """As in "a Dane was killed": a person, where no noun follows."""
        words, tags, one = self.words, self.tags, nationals()
        for at in range(self.size):
            if words[at] in one and words[at - 1] in _ONE and tags[at + 1] in _ALONE:
                shared = words[at + 2] in _ONE and words[at + 3] in one  # "a Dane and a Pole diver"
                if not (shared and tags[at + 4] in ("n", "N", "w", "x")):
                    self._own[at], tags[at] = _NATIONAL, _NATIONAL.tag

    def _read_ages(self) -> None:
        """As in "a 5-year-old was killed": a person, where no noun follows."""
        for at in range(1, self.size):
            aged = self.words[at].endswith(("year-old", "month-old"))
            if aged and self.words[at - 1] in _ONE and self.tags[at + 1] in _ALONE:
                self._own[at], self.tags[at] = _AGED, _AGED.tag

    def _read_group(self) -> None:
        """As in "3 IS fighters": a name, and no verb."""
        for at in range(self.size):
            if self.words[at] == "is" and self.written(at) == "IS":
                self._own[at], self.tags[at] = _FRIEND, _FRIEND.tag

    def start(self, index: int) -> int:
        """Where the word at `index` begins in the source; only few words are asked for it.

        It is found from the nearest known one before it on: only white space and quote marks
        stand between two words.
        """
        starts, words, find = self._starts, self.words, self.folded.find
        if index in starts:
            return starts[index]
        known = index - 1
        while known not in starts:
            known -= 1
        at = starts[known] + len(words[known])
        for word in words[known + 1 : index]:
            at = find(word, at) + len(word)
        starts[index] = at = find(words[index], at)
        return at

    def end(self, index: int) -> int:
        """Where the word at `index` ends in the source."""
        return self.start(index) + len(self.words[index])

    def span(self, first: int, last: int) -> Span:
        """The span of words [first, last); a closing possessive is left out."""
        starts, final = self._starts, last - 1
        start = starts[first] if first in starts else self.start(first)
        end = starts[final] if final in starts else self.start(final)
        word = self.words[final]
        if self.tags[final] == "'s":
            word = word[:-1] if word.endswith("s'") else word.removesuffix("s").rstrip("'")
        return Span(start, end + len(word))

    def written(self, index: int) -> str:
        """The word at `index` as the source has it."""
        start = self.start(index)
        return self.raw[start : start + len(self.words[index])]

    def known(self, index: int) -> Word:
        """What the lexicons know of the word at `index`."""
        return self._own.get(index) or classes()[self.words[index]]

    def phrase(self, first: int, last: int) -> str:
        """Folded words `first` to `last` (exclusive) with one space between."""
        return " ".join(self.words[first if first > 0 else 0 : last])


_Cut = tuple[int, int, Hit | None]


def _cuts(folded: str, start: int, end: int, hits: Sequence[Hit]) -> Sequence[_Cut]:
    """Triggers, and insertions that are passed over; a part of a longer word is no trigger."""
    cuts: list[_Cut] = []
    for hit in hits:
        begin, stop, _ = hit
        joined = folded[begin - 1 : begin] in _JOINING or folded[stop : stop + 1] in _JOINING
        if not (joined and _in_longer_word(folded, begin, stop, end)):
            cuts.append((begin, stop, hit))
    if folded.find("(", start, end) >= 0 or folded.find("[", start, end) >= 0:
        cuts += _insertions(folded, start, end, [hit.start for hit in hits])
        cuts.sort(key=_start)
    return cuts


@cache
def _longer() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before and after a part of a longer word."""
    return re.compile(r"(?<=\w['-])|(?<=\d\u2013)"), re.compile(r"'|-\w|\.\w(?!\w)")


def _in_longer_word(folded: str, start: int, stop: int, end: int) -> bool:
    """As in "death-defying"."""
    before, after = _longer()
    return bool(before.match(folded, start) or after.match(folded, stop, end))


def _start(cut: _Cut) -> int:
    return cut[0]


def _insertions(folded: str, start: int, end: int, triggers: Sequence[int]) -> Iterator[_Cut]:
    """An editor's insertions, "[word indistinct]", and in brackets short names or a number once
    more, "five (5)".

    An insertion is read if it is long or holds a trigger.
    """
    at = start
    while at < end:
        round_, square = folded.find("(", at, end), folded.find("[", at, end)
        begin = min(round_, square) if round_ >= 0 and square >= 0 else max(round_, square)
        if begin < 0:
            return
        close = begin
        if begin == round_:
            stop = folded.find(")", begin, min(end, begin + 14))
            inside = folded[begin + 1 : stop].replace("-", "") if stop >= 0 else ""
            more = inside[:1] == "+" and inside[1:].replace(",", "").isdigit()  # "61,500 (+870)"
            if more or inside.isalpha() or (inside.isdigit() and _is_number(folded[start:begin])):
                close = stop + 1
        elif folded.startswith("of ", begin + 1):  # "the murder [of six priests]"
            close = begin + 1
        else:
            stop = folded.find("]", begin, min(end, begin + 100))
            next_one = bisect.bisect_left(triggers, begin)
            holds = next_one < len(triggers) and triggers[next_one] < stop
            if stop >= 0 and not holds:
                close = stop + 1
        if close > begin:
            yield begin, close, None
        at = max(close, begin + 1)


def _is_number(text: str) -> bool:
    """Whether a text ends in a number in words."""
    words = text.rsplit(None, 1)
    return bool(words) and tags()[words[-1]] == "numw"
