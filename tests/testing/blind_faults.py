"""Faults written blind: from the contract alone, before the checks were written or read.

Each class breaks one sentence of the contract, which is its docstring. None was adapted to the
checks.
"""

from __future__ import annotations

import random
import re
import sys
import time
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs
from blind_faults_of_others import EXPORTERS, LINKERS, READERS, SEGMENTERS

from corpuskit import (
    Annotation,
    Article,
    DateMention,
    Event,
    Extractor,
    Layers,
    Provenance,
    Span,
)
from corpuskit.scan import Lexicon

__all__ = ["EXPORTERS", "EXTRACTORS", "LINKERS", "READERS", "SAMPLE", "SEGMENTERS", "Good"]

SAMPLE = "A blast shook the Harbour Market on Monday, officials said. Two of 14 stalls burned."


@attrs.frozen(kw_only=True)
class Blast(Annotation):
    span: Span
    word: str | None = None
    word_span: Span | None = None
    id: str | None = None


RULE = Provenance("blind.blast")
WORD = re.compile(r"\bblast\b|\bstalls\b", re.IGNORECASE)


class Good(Extractor):
    """What the faults below spoil: finds a word in every zone."""

    name = "blind"
    provides = (Blast,)

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        for start, end in self.places(article, layers):
            yield Blast(span=Span(start, end), provenance=RULE)

    def places(self, article: Article, layers: Layers) -> Iterator[tuple[int, int]]:
        for _, start, end in layers.scan.zones:
            for match in WORD.finditer(layers.scan.raw, start, end):
                yield match.span()


# --- extractors -------------------------------------------------------------------------------


class FindsWithoutTrigger(Good):
    """Triggers are the words without which it finds nothing."""

    triggers = Lexicon.of("volcano")


class UsesIsNotOptional(Good):
    """What it `uses` is optional input: it must work where nobody delivers."""

    uses = (DateMention,)

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        list(layers[DateMention])
        return list(super().__call__(article, layers))


class CachesBySourceId(Good):
    """Nothing may be kept between calls (keyed by an id that two sources may share)."""

    def __init__(self) -> None:
        self.seen: dict[tuple[str, int], list[tuple[int, int]]] = {}

    def places(self, article: Article, layers: Layers) -> Iterator[tuple[int, int]]:
        key = (article.source.id, article.span.start)
        if key not in self.seen:
            self.seen[key] = list(super().places(article, layers))
        yield from (p for p in self.seen[key] if p[1] <= article.span.end)


class KeepsArticles(Good):
    """Nothing may be kept between calls (the results are right, the memory grows)."""

    def __init__(self) -> None:
        self.past: list[Article] = []

    def places(self, article: Article, layers: Layers) -> Iterator[tuple[int, int]]:
        self.past.append(article)
        yield from super().places(article, layers)


class LowerCaseOffsets(Good):
    """All spans count in `source.raw` (not in its lower case, which can be longer)."""

    def places(self, article: Article, layers: Layers) -> Iterator[tuple[int, int]]:
        low = layers.scan.raw.lower()
        for match in re.finditer("blast|stalls", low):
            start, end = match.span()
            if article.span.start <= start and end <= article.span.end:
                yield start, end


class LooksOutside(Good):
    """An extractor sees (article, layers): what stands before the article is not its input."""

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        word = "after" if article.source.raw[: article.span.start].strip() else "first"
        for start, end in self.places(article, layers):
            yield Blast(span=Span(start, end), word=word, provenance=RULE)


class RewritesWords(Good):
    """Every value is a slice of the original text; nothing is rewritten."""

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        for start, end in self.places(article, layers):
            span = Span(start, end)
            word = article.text(span).upper()
            yield Blast(span=span, word=word, word_span=span, provenance=RULE)


class RandomId(Good):
    """Ids are content hashes: never random."""

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        for start, end in self.places(article, layers):
            yield Blast(span=Span(start, end), id=uuid.uuid4().hex, provenance=RULE)


class RowNumberId(Good):
    """Ids are content hashes: never a row number."""

    def __init__(self) -> None:
        self.rows = 0

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        for start, end in self.places(article, layers):
            self.rows += 1
            yield Blast(span=Span(start, end), id=str(self.rows), provenance=RULE)


class NoRule(Good):
    """Every annotation carries provenance: plugin, version, rule id."""

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        for start, end in self.places(article, layers):
            yield Blast(span=Span(start, end))


class TimeZone(Good):
    """Same input, same bytes out: no environment (here TZ) in a result."""

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        for start, end in self.places(article, layers):
            yield Blast(span=Span(start, end), word=str(time.localtime(0)[3]), provenance=RULE)


class WorkingDirectory(Good):
    """Same input, same bytes out: not the directory it runs in."""

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        for start, end in self.places(article, layers):
            yield Blast(span=Span(start, end), word=str(Path.cwd())[-8:], provenance=RULE)


class SetOrder(Good):
    """Same input, same bytes out: no hash seed."""

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        words = {w for w in article.source.raw.split() if w.isalpha()}
        for start, end in self.places(article, layers):
            yield Blast(span=Span(start, end), word=next(iter(words), None), provenance=RULE)


class SuperscriptCrash(Good):
    """A failing document is a Failure, so a plugin must bear any text ("²" is a digit, no int)."""

    def places(self, article: Article, layers: Layers) -> Iterator[tuple[int, int]]:
        for word in article.source.raw.split():
            if word.isdigit():
                int(word)
        yield from super().places(article, layers)


class Recurses(Good):
    """A plugin must bear any text, however deeply its brackets nest."""

    def places(self, article: Article, layers: Layers) -> Iterator[tuple[int, int]]:
        def depth(at: int) -> int:
            found = article.source.raw.find("(", at)
            return 0 if found < 0 else 1 + depth(found + 1)

        depth(0)
        yield from super().places(article, layers)


class Quits(Good):
    """One bad document never stops a run: SystemExit is no Exception."""

    def places(self, article: Article, layers: Layers) -> Iterator[tuple[int, int]]:
        if not article.body:
            sys.exit("nothing to read")
        yield from super().places(article, layers)


class PairsOfSentences(Good):
    """Linear in time: compares each sentence with each."""

    def places(self, article: Article, layers: Layers) -> Iterator[tuple[int, int]]:
        sentences = layers.scan.sentences
        for a in sentences:
            for b in sentences:
                if a is not b and a == b:
                    return
        yield from super().places(article, layers)


class Backtracks(Good):
    """Linear in time on hostile text too: nested repetition."""

    def places(self, article: Article, layers: Layers) -> Iterator[tuple[int, int]]:
        re.search(r"(?:\w+\s?)+:$", article.source.raw[:400])
        yield from super().places(article, layers)


class SharedBuffer(Good):
    """Nothing kept: what one thread writes, another must not see."""

    def __init__(self) -> None:
        self.buffer: list[tuple[int, int]] = []

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        self.buffer = []
        for place in self.places(article, layers):
            self.buffer.append(place)
            sum(range(2000))
        return [Blast(span=Span(*place), provenance=RULE) for place in self.buffer]


class NeverDelivers(Good):
    """It provides what it names (here it names a layer that never comes)."""

    provides = (Blast, DateMention)


class ReadsSecretly(Good):
    """Only declared layers are read (here it swallows the refusal)."""

    def places(self, article: Article, layers: Layers) -> Iterator[tuple[int, int]]:
        try:
            layers[Event]
        except Exception:
            yield from super().places(article, layers)


class EditsHits(Good):
    """What it is handed is not its own: the list of hits is shared."""

    triggers = Lexicon.of("blast", "stalls")

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        hits: Any = layers.hits
        while hits:
            hit = hits.pop()
            yield Blast(span=Span(hit.start, hit.end), provenance=RULE)


class HoldsLambda(Good):
    """A plugin goes to other processes: it pickles."""

    def __init__(self) -> None:
        self.key = lambda place: place


class Seeds(Good):
    """One owner for each piece of state: the process's random numbers are not the plugin's."""

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        random.seed(0)
        return list(super().__call__(article, layers))


@attrs.frozen(kw_only=True)
class Tagged(Annotation):
    span: Span
    tags: frozenset[str] = frozenset()


class Unwritable(Good):
    """Annotations travel as JSON: a set does not."""

    provides = (Tagged,)

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        for start, end in self.places(article, layers):
            yield Tagged(span=Span(start, end), tags=frozenset(["x"]), provenance=RULE)


@attrs.define(kw_only=True)
class Soft(Annotation):
    span: Span
    __hash__ = None  # type: ignore[assignment]


class SoftAnnotation(Good):
    """Annotation classes are frozen."""

    provides = (Soft,)

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        for start, end in self.places(article, layers):
            yield Soft(span=Span(start, end), provenance=RULE)


class Shouting(Good):
    """A name is lower case; it is the key in configuration."""

    name = "Blind Blasts"


class RequiresItself(Good):
    """Order is a topological sort: nobody waits for himself."""

    requires = (Blast,)


EXTRACTORS: tuple[type[Good], ...] = (
    FindsWithoutTrigger, UsesIsNotOptional, CachesBySourceId, KeepsArticles, LowerCaseOffsets,
    LooksOutside, RewritesWords, RandomId, RowNumberId, NoRule, TimeZone, WorkingDirectory,
    SetOrder, SuperscriptCrash, Recurses, Quits, PairsOfSentences, Backtracks, SharedBuffer,
    NeverDelivers, ReadsSecretly, EditsHits, HoldsLambda, Seeds, Unwritable, SoftAnnotation,
    Shouting, RequiresItself,
)  # fmt: skip
