"""Sentences: who is named outside quote marks in each, and who is found to be meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from corpuskit.scan import Scan
from corpuskit_entities.around.byline import is_in_byline
from corpuskit_entities.cluster import Cluster, Mention
from corpuskit_entities.references.quoted import Quoted
from corpuskit_entities.references.subjects import Text

__all__ = ["Reference", "Seen", "Sentence", "Sentences", "begin"]

_MANY, _FIRST = 60, 4  # names and pronouns of a sentence that are looked at, and of its start
_DATED = frozenset(":—–-(,/")  # after the place of a dateline
_OPENING = 14  # characters into a sentence within which its subject begins

begin = attrgetter("start")
"""Where a reference begins."""


class Reference(NamedTuple):
    """A stretch that names a cluster or stands for it."""

    start: int
    end: int
    cluster: Cluster


Seen = list[Reference]
"""Who is named or meant in a sentence, in text order."""


class Sentence:
    """Who is named outside quote marks in a sentence, and who was found to be meant.

    Attributes:
        start: where it begins.
        seen: in text order.
    """

    __slots__ = ("_first", "_looked_at", "_speaker", "seen", "start")

    def __init__(self, start: int, seen: Seen) -> None:
        self.start, self.seen = start, seen
        self._looked_at = 0
        self._speaker: Cluster | None = None
        self._first: Cluster | None = None

    def before(self, at: int) -> Seen:
        """Who is seen before `at`: of very many, the first and the last."""
        count = bisect_left(self.seen, at, key=begin)
        return self.seen[:count] if count <= _MANY else self.ends(count)

    def all(self) -> Seen:
        """Who is seen: of very many, the first and the last."""
        count = len(self.seen)
        return self.seen if count <= _MANY else self.ends(count)

    def ends(self, count: int) -> Seen:
        """The first and the last of very many."""
        return [*self.seen[:_FIRST], *self.seen[max(_FIRST, count - _MANY) : count]]

    def subject(self, text: Text, before: int) -> Cluster | None:
        """Who speaks before a place, or else opens the sentence.

        Asked for one place after the other: what was looked at stands.
        """
        seen = self.seen
        while (
            self._speaker is None
            and self._looked_at < len(seen)
            and seen[self._looked_at].start < before
        ):
            one = seen[self._looked_at]
            self._looked_at += 1
            if text.owns(one.start, one.end) or text.governed(one.start):
                continue
            if text.says(one.start, one.end):
                self._speaker = one.cluster
            elif self._first is None and one.start - self.start <= _OPENING:
                self._first = one.cluster
        return self._speaker or self._first


class Sentences:
    """The sentences of an article by index, each read when it is first asked for."""

    def __init__(
        self, scan: Scan, named: Sequence[Mention], clusters: Sequence[Cluster], quoted: Quoted
    ) -> None:
        self._scan = scan
        self._quoted = quoted
        self._named = named
        self._meant = {mention: one for one in clusters for mention in one.mentions}
        self._starts = [mention.start for mention in named]
        self._read: dict[int, Sentence] = {}

    def __getitem__(self, index: int) -> Sentence:
        sentence = self._read.get(index)
        if sentence is None:
            sentence = self._read[index] = self._sentence(index)
        return sentence

    def _sentence(self, index: int) -> Sentence:
        here = self._scan.sentences[index]
        start, end = here[0], here[1]
        first = bisect_left(self._starts, start)
        named = self._named[first : bisect_left(self._starts, end, first)]
        seen = [Reference(one.start, one.end, self._meant[one]) for one in named]
        edges = self._quoted.edges
        opened = bisect_right(edges, start)
        if opened < bisect_right(edges, end):
            seen = [one for one in seen if not bisect_right(edges, one.start) % 2]
        elif opened % 2 or is_in_byline(self._scan, start):
            seen = []  # all of it is said, or only signed
        if seen and seen[0].start == start and self._is_dateline(seen[0]):
            del seen[0]
        return Sentence(start, seen)

    def _is_dateline(self, one: Reference) -> bool:
        """ "PORTO SOL: The army": the place of a dateline is nobody's subject."""
        follow = self._scan.folded[one.end : one.end + 2].strip()[:1]
        return follow in _DATED and one.cluster.kind == "place"
