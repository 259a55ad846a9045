"""Scan: what all extractors need to know of one article's text, found once and lazily."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from corpuskit.model.article import Article, Zone
from corpuskit.scan.datelines import Dateline, dateline_at
from corpuskit.scan.fold import fold_text
from corpuskit.scan.marks import Mark, marks_in
from corpuskit.scan.names import SIGNS, Name, names_of, without_currencies
from corpuskit.scan.numbers import Number, numbers_in
from corpuskit.scan.sentences import sentence_spans
from corpuskit.scan.triggers import Hit, TriggerIndex

__all__ = ["FoldedText", "Scan", "Sentence", "within"]


class Sentence(NamedTuple):
    """A sentence: offsets into the source, its zone, and the index of its block in `zones`."""

    start: int
    end: int
    zone: Zone
    block: int


class FoldedText:
    """A source's text folded once, however many articles it holds.

    Attributes:
        raw: the text.
        folded: `fold(raw)`; offsets agree.
    """

    def __init__(self, raw: str) -> None:
        self.raw, self.folded = raw, fold_text(raw)


T = TypeVar("T", Number, Name, Mark, Hit, Sentence)


def within(items: Sequence[T], start: int, end: int) -> Sequence[T]:
    """Those of `items` (sorted, not overlapping) that lie wholly in [start, end)."""
    low = bisect.bisect_left(items, (start,))  # shorter, and so before all that begin there
    high = bisect.bisect_left(items, (end,), low)
    if high > low and items[high - 1][1] > end:
        high -= 1
    return items[low:high]


class Scan:
    """The shared lexical pass over one article. All offsets count in `raw`, the whole source.

    Attributes:
        article: the article.
        raw: `article.source.raw`.
        folded: the source's text in lower case with plain apostrophes and spaces; same offsets.
        zones: (zone, start, end) of everything that is content, in text order.
    """

    def __init__(
        self,
        article: Article,
        *,
        text: FoldedText | None = None,
        triggers: TriggerIndex | None = None,
    ) -> None:
        self.article = article
        self.raw = article.source.raw
        self.folded = (text or FoldedText(self.raw)).folded
        self._triggers = triggers
        self.zones: tuple[tuple[Zone, int, int], ...] = tuple(
            (zone, span.start, span.end) for zone, span in article.zones
        )
        self._starts = [start for _, start, _ in self.zones]
        self._by_block: dict[int, tuple[Sentence, ...]] = {}

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences of all zones in text order; none crosses a block."""
        found: list[Sentence] = []
        for block in range(len(self.zones)):
            found += self._sentences_of(block)
        return tuple(found)

    def _sentences_of(self, block: int) -> tuple[Sentence, ...]:
        """Sentences of one block, found when first asked for."""
        found = self._by_block.get(block)
        if found is None:
            zone, begin, stop = self.zones[block]
            spans = sentence_spans(self.raw, begin, stop)
            make = tuple.__new__
            found = tuple([make(Sentence, (start, end, zone, block)) for start, end in spans])
            self._by_block[block] = found
        return found

    @cached_property
    def datelines(self) -> dict[int, Dateline]:
        """Datelines of the blocks that open with one, by the block's index in `zones`."""
        found: dict[int, Dateline] = {}
        for block, (zone, start, end) in enumerate(self.zones):
            if zone not in ("headline", "key_point"):  # "UN: …" is no place there
                dateline = dateline_at(self.raw, start, end)
                if dateline is not None:
                    found[block] = dateline
        return found

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Cardinal numbers of all zones."""
        return tuple(
            number for _, start, end in self.zones for number in numbers_in(self.folded, start, end)
        )

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Capitalised runs of all sentences."""
        found: list[Name] = []
        for block in range(len(self.zones)):
            sentences = self._sentences_of(block)
            if sentences:
                found += names_of(self.raw, sentences)
        first, last = self.article.span.start, self.article.span.end
        paid = any(self.raw.find(sign, first, last) >= 0 for sign in SIGNS)
        return tuple(without_currencies(self.raw, found) if paid else found)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Quote marks of all zones, apostrophes included."""
        return tuple(
            mark for _, start, end in self.zones for mark in marks_in(self.raw, start, end)
        )

    @cached_property
    def _hits(self) -> list[list[Hit]]:
        if self._triggers is None:
            return []
        return self._triggers.find(self.folded, ((start, end) for _, start, end in self.zones))

    def hits(self, index: int) -> Sequence[Hit]:
        """Hits of the extractor with this index in the plan, in text order."""
        return self._hits[index] if self._triggers is not None else ()

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the code point at `offset`, or None."""
        block = bisect.bisect_right(self._starts, offset) - 1
        if block < 0:
            return None
        sentences = self._by_block.get(block) or self._sentences_of(block)
        index = bisect.bisect_left(sentences, (offset + 1,)) - 1
        if index >= 0 and offset < sentences[index].end:
            return sentences[index]
        return None

    def triggered(self, hits: Sequence[Hit]) -> Iterator[tuple[Sentence, list[Hit]]]:
        """Sentences that hold one of `hits`, each with those it holds, in text order."""
        sentence: Sentence | None = None
        inside: list[Hit] = []
        end = -1
        for hit in hits:
            if hit.start < end:
                inside.append(hit)
                continue
            if sentence is not None:
                yield sentence, inside
            sentence = self.sentence_at(hit.start)
            if sentence is not None:
                end, inside = sentence.end, [hit]
        if sentence is not None:
            yield sentence, inside
