"""Faults written blind, of segmenters, linkers, readers and exporters; see `blind_faults`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO

import attrs

from corpuskit import (
    Article,
    Block,
    Event,
    EventCluster,
    Exporter,
    Linker,
    Member,
    Reader,
    Result,
    Segmenter,
    Source,
    Span,
)
from corpuskit.model.ids import digest

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


SEGMENTERS: tuple[type[Segmenter], ...] = (LosesLines, MiscountsParts, OwnCopy)
LINKERS: tuple[type[GoodLinker], ...] = (FirstComesFirst, DropsSingles, TwiceTold, StrictIsLoose)
READERS: tuple[type[GoodReader], ...] = (Replaces, ForgetsDate, LoudSuffix)
EXPORTERS: tuple[type[GoodExporter], ...] = (Hoards, Closes, Stamps, NeedsEvents)
