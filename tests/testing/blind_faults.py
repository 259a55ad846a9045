"""Faults written blind: from the contract alone, before the checks were written or read.

Each class breaks one sentence of the contract, which is its docstring. None was adapted to the
checks.
"""

from __future__ import annotations

import datetime as dt
import random
import re
import sys
import time
import uuid
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import attrs

from corpuskit import (
    Annotation,
    Article,
    Block,
    DateMention,
    Event,
    EventCluster,
    Exporter,
    Extractor,
    Layers,
    Linker,
    Member,
    Provenance,
    Reader,
    Result,
    Segmenter,
    Source,
    Span,
)
from corpuskit.model.ids import digest
from corpuskit.scan import Lexicon

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


# --- segmenters -------------------------------------------------------------------------------


class LosesLines(Segmenter):
    """A segmenter labels every line."""

    name = "loses"

    def __call__(self, source: Source) -> Iterable[Article]:
        blocks = [m.span() for m in re.finditer(r"[^\r\n]*[^\s][^\r\n]*", source.raw)]
        kept = [(s, e) for s, e in blocks if e - s > 25]
        yield Article(
            source=source,
            span=Span(0, len(source.raw)),
            body=tuple(Block(Span(s, e)) for s, e in kept),
        )


class MiscountsParts(Segmenter):
    """Each article has its `part` of `parts`."""

    name = "miscounts"

    def __call__(self, source: Source) -> Iterable[Article]:
        raw = source.raw
        middle = raw.find("\n\n") + 2 if "\n\n" in raw.strip() else 0
        for start, end in ((0, middle), (middle, len(raw))):
            if end > start or not raw:
                blocks = tuple(
                    Block(Span(*m.span()))
                    for m in re.finditer(r"\S(?:[^\r\n]*\S)?", raw[:end])
                    if m.start() >= start
                )
                yield Article(source=source, span=Span(start, end), body=blocks)


class OwnCopy(Segmenter):
    """Articles are of the source that was given; nothing is rewritten."""

    name = "copies"

    def __call__(self, source: Source) -> Iterable[Article]:
        clean = Source(raw=" ".join(source.raw.split()), id=source.id)
        body = (Block(Span(0, len(clean.raw))),) if clean.raw else ()
        yield Article(source=clean, span=Span(0, len(clean.raw)), body=body)


# --- linkers ----------------------------------------------------------------------------------


def _members(results: Sequence[Result]) -> list[Member]:
    return [Member(r.article.id, e.id) for r in results if Event in r for e in r.events]


def _cluster(members: Sequence[Member]) -> EventCluster:
    key = digest(*(f"{m.article_id}/{m.event_id}" for m in members))
    return EventCluster(id=key, members=tuple(members), claims={})


class GoodLinker(Linker):
    """What the faults below spoil: every event is its own."""

    name = "blind-linker"

    def link(self, results: Sequence[Result], *, strict: bool = False) -> Iterable[EventCluster]:
        found = [_cluster([m]) for m in _members(results)]
        return sorted(found, key=lambda c: attrs.astuple(c.members[0]))

    def stories(
        self, results: Sequence[Result], *, strict: bool = False
    ) -> Iterable[tuple[str, ...]]:
        return sorted((r.article.id,) for r in results)


class FirstComesFirst(GoodLinker):
    """A linker does not depend on the order of results."""

    def link(self, results: Sequence[Result], *, strict: bool = False) -> Iterable[EventCluster]:
        members = _members(results)
        return [_cluster(members[:2]), *(_cluster([m]) for m in members[2:])] if members else []


class DropsSingles(GoodLinker):
    """One cluster per event, single ones too."""

    def link(self, results: Sequence[Result], *, strict: bool = False) -> Iterable[EventCluster]:
        return [c for c in super().link(results, strict=strict) if len(c.members) > 1]


class TwiceTold(GoodLinker):
    """Each article is in exactly one story."""

    def stories(
        self, results: Sequence[Result], *, strict: bool = False
    ) -> Iterable[tuple[str, ...]]:
        ids = sorted(r.article.id for r in results)
        return [tuple(ids), *((i,) for i in ids)]


class StrictIsLoose(GoodLinker):
    """`strict` joins only on strong evidence: never more than without."""

    def link(self, results: Sequence[Result], *, strict: bool = False) -> Iterable[EventCluster]:
        members = sorted(_members(results), key=lambda m: (m.article_id, m.event_id))
        if strict and members:
            return [_cluster(members)]
        return list(super().link(results))


# --- readers ----------------------------------------------------------------------------------


class GoodReader(Reader):
    """What the faults below spoil."""

    name = "blind-text"
    suffixes = (".blind",)

    def __call__(self, path: Path, *, published: dt.date | None = None) -> Iterable[Source]:
        yield Source.from_path(path, published=published)


class Replaces(GoodReader):
    """Bytes that are not the declared encoding are an error, never silently replaced."""

    def __call__(self, path: Path, *, published: dt.date | None = None) -> Iterable[Source]:
        raw = path.read_bytes().decode("utf-8", errors="replace")
        yield Source(raw=raw, id=path.as_posix(), published=published)


class ForgetsDate(GoodReader):
    """The caller's publication date is the source's."""

    def __call__(self, path: Path, *, published: dt.date | None = None) -> Iterable[Source]:
        yield Source.from_path(path)


class LoudSuffix(GoodReader):
    """Suffixes are in lower case with the dot."""

    suffixes = ("BLIND",)


# --- exporters --------------------------------------------------------------------------------


class GoodExporter(Exporter):
    """What the faults below spoil."""

    name = "blind-list"
    suffix = ".list"

    def __call__(self, results: Iterable[Result], out: IO[bytes]) -> None:
        for result in results:
            out.write(result.article.id.encode() + b"\n")


class Hoards(GoodExporter):
    """Results are written one at a time."""

    def __call__(self, results: Iterable[Result], out: IO[bytes]) -> None:
        super().__call__(list(results), out)


class Closes(GoodExporter):
    """`out` belongs to the caller."""

    def __call__(self, results: Iterable[Result], out: IO[bytes]) -> None:
        super().__call__(results, out)
        out.close()


class Stamps(GoodExporter):
    """Same input, same bytes out: no clock."""

    def __call__(self, results: Iterable[Result], out: IO[bytes]) -> None:
        out.write(dt.datetime.now().isoformat().encode())
        super().__call__(results, out)


class NeedsEvents(GoodExporter):
    """An absent layer is not an error of the export: one bad plugin never stops a run."""

    def __call__(self, results: Iterable[Result], out: IO[bytes]) -> None:
        for result in results:
            out.write(str(len(result.events)).encode() + b"\n")


EXTRACTORS: tuple[type[Good], ...] = (
    FindsWithoutTrigger, UsesIsNotOptional, CachesBySourceId, KeepsArticles, LowerCaseOffsets,
    LooksOutside, RewritesWords, RandomId, RowNumberId, NoRule, TimeZone, WorkingDirectory,
    SetOrder, SuperscriptCrash, Recurses, Quits, PairsOfSentences, Backtracks, SharedBuffer,
    NeverDelivers, ReadsSecretly, EditsHits, HoldsLambda, Seeds, Unwritable, SoftAnnotation,
    Shouting, RequiresItself,
)  # fmt: skip
SEGMENTERS: tuple[type[Segmenter], ...] = (LosesLines, MiscountsParts, OwnCopy)
LINKERS: tuple[type[GoodLinker], ...] = (FirstComesFirst, DropsSingles, TwiceTold, StrictIsLoose)
READERS: tuple[type[GoodReader], ...] = (Replaces, ForgetsDate, LoudSuffix)
EXPORTERS: tuple[type[GoodExporter], ...] = (Hoards, Closes, Stamps, NeedsEvents)
ALL: tuple[type, ...] = (*EXTRACTORS, *SEGMENTERS, *LINKERS, *READERS, *EXPORTERS)
