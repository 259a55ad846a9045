"""One bad segmenter, linker, reader or exporter for each check; see `planted_faults`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, Any

import attrs

from corpuskit import (
    Article,
    Claim,
    Claims,
    DateMention,
    EventCluster,
    Exporter,
    Linker,
    Member,
    Published,
    Reader,
    Result,
    Segmenter,
    Source,
    Span,
)
from corpuskit.model.ids import digest
from corpuskit.pipeline import PlainSegmenter

# --- segmenters -------------------------------------------------------------------------------


class GoodSegmenter(PlainSegmenter):
    name = "tremor-pages"

    def plain(self, source: Source) -> Article:
        return next(iter(super().__call__(source)))

    def __call__(self, source: Source) -> Iterable[Article]:
        yield self.plain(source)


class Capitals(GoodSegmenter):
    name = "Tremor Pages"


class FirstBlockOnly(GoodSegmenter):
    def __call__(self, source: Source) -> Iterable[Article]:
        article = self.plain(source)
        yield attrs.evolve(article, body=article.body[:1])


class CountsFromZero(GoodSegmenter):
    def __call__(self, source: Source) -> Iterable[Article]:
        yield attrs.evolve(self.plain(source), part=0)


class Strips(GoodSegmenter):
    def __call__(self, source: Source) -> Iterable[Article]:
        yield self.plain(Source(raw=source.raw.strip()))


class DateElsewhere(GoodSegmenter):
    def __call__(self, source: Source) -> Iterable[Article]:
        end = len(source.raw)
        stamp = Published(dt.date(2024, 1, 1), "stamp", Span(end, end + 4))
        yield attrs.evolve(self.plain(source), published=stamp)


class IdFromName(GoodSegmenter):
    def __call__(self, source: Source) -> Iterable[Article]:
        yield attrs.evolve(self.plain(source), id=digest(source.id))


# --- linkers ----------------------------------------------------------------------------------


class GoodLinker(Linker):
    """Joins events of one type and one first letter of the place; slow and simple."""

    name = "tremor-linker"

    def link(self, results: Sequence[Result], *, strict: bool = False) -> Iterable[EventCluster]:
        groups: dict[str, list[tuple[Member, Claim]]] = {}
        for result in self.ordered(results):
            for event in result.events if DateMention in result else ():
                where = event.place.name if event.place else ""
                claim = Claim(where, result.article.id, event.place.span if event.place else None)
                key = f"{event.type} {where}"
                groups.setdefault(key, []).append((Member(result.article.id, event.id), claim))
        return [self.cluster(groups[key]) for key in sorted(groups)]

    def ordered(self, results: Sequence[Result]) -> list[Result]:
        return sorted(results, key=lambda r: r.article.id)

    def cluster(self, group: list[tuple[Member, Claim]]) -> EventCluster:
        members = tuple(member for member, _ in group)
        return EventCluster(
            id=digest(*(m.event_id for m in members)),
            members=members,
            claims=Claims({"place": tuple(claim for _, claim in group)}),
        )

    def stories(
        self, results: Sequence[Result], *, strict: bool = False
    ) -> Iterable[tuple[str, ...]]:
        return [(r.article.id,) for r in self.ordered(results)]


class LinkerWithoutName(GoodLinker):
    name = ""


class AsTheyCome(GoodLinker):
    def ordered(self, results: Sequence[Result]) -> list[Result]:
        return list(results)


class OneOfTwo(GoodLinker):
    def cluster(self, group: list[tuple[Member, Claim]]) -> EventCluster:
        return super().cluster(group[:1])


class NoStories(GoodLinker):
    def stories(
        self, results: Sequence[Result], *, strict: bool = False
    ) -> Iterable[tuple[str, ...]]:
        return ()


class StrictlyAll(GoodLinker):
    def link(self, results: Sequence[Result], *, strict: bool = False) -> Iterable[EventCluster]:
        found = list(super().link(results))
        if strict and found:
            members = sorted((m for c in found for m in c.members), key=attrs.astuple)
            return [attrs.evolve(found[0], members=tuple(members), claims={})]
        return found


class ClaimsOfNobody(GoodLinker):
    def cluster(self, group: list[tuple[Member, Claim]]) -> EventCluster:
        claim = attrs.evolve(group[0][1], source="somebody")
        return super().cluster([(member, claim) for member, _ in group])


class OddClaims(GoodLinker):
    def cluster(self, group: list[tuple[Member, Claim]]) -> EventCluster:
        value: Any = 1.5
        return super().cluster([(member, attrs.evolve(c, value=value)) for member, c in group])


# --- readers ----------------------------------------------------------------------------------


class GoodReader(Reader):
    name = "tremor-files"
    suffixes = (".tremor",)

    def __call__(self, path: Path, *, published: dt.date | None = None) -> Iterable[Source]:
        yield Source.from_path(path, published=published)


class NoSuffix(GoodReader):
    suffixes = ()


class Undated(GoodReader):
    def __call__(self, path: Path, *, published: dt.date | None = None) -> Iterable[Source]:
        yield Source.from_path(path)


class Forgiving(GoodReader):
    def __call__(self, path: Path, *, published: dt.date | None = None) -> Iterable[Source]:
        raw = path.read_bytes().decode("latin-1")
        yield Source(raw=raw, id=path.as_posix(), published=published)


class UniversalNewlines(GoodReader):
    def __call__(self, path: Path, *, published: dt.date | None = None) -> Iterable[Source]:
        yield Source(raw=path.read_text("utf-8"), id=path.as_posix(), published=published)


class TwoOfOneName(GoodReader):
    def __call__(self, path: Path, *, published: dt.date | None = None) -> Iterable[Source]:
        source = Source.from_path(path, published=published)
        yield attrs.evolve(source, raw=source.raw[:1], sha256="")
        yield attrs.evolve(source, raw=source.raw[1:] or " ", sha256="")


# --- exporters --------------------------------------------------------------------------------


class GoodExporter(Exporter):
    name = "tremor-lines"
    suffix = ".lines"

    def __call__(self, results: Iterable[Result], out: IO[bytes]) -> None:
        for result in results:
            out.write(f"{result.article.id} {result.article.part}\n".encode())


class NoDot(GoodExporter):
    suffix = "LINES"


class Closes(GoodExporter):
    def __call__(self, results: Iterable[Result], out: IO[bytes]) -> None:
        with out:
            super().__call__(results, out)


class AllAtOnce(GoodExporter):
    def __call__(self, results: Iterable[Result], out: IO[bytes]) -> None:
        super().__call__(tuple(results), out)


SEGMENTERS: dict[str, tuple[type[Segmenter], ...]] = {
    "declares": (Capitals,),
    "labels_everything": (FirstBlockOnly,),
    "counts_parts": (CountsFromZero,),
    "keeps_the_source": (Strips,),
    "dates_in_place": (DateElsewhere,),
    "ids_are_content": (IdFromName,),
}
LINKERS: dict[str, tuple[type[GoodLinker], ...]] = {
    "declares": (LinkerWithoutName,),
    "any_order": (AsTheyCome,),
    "each_event_once": (OneOfTwo,),
    "each_article_once": (NoStories,),
    "strict_joins_less": (StrictlyAll,),
    "claims_read_back": (ClaimsOfNobody,),
    "clusters_round_trip": (OddClaims,),
}
READERS: dict[str, tuple[type[GoodReader], ...]] = {
    "declares": (NoSuffix,),
    "carries_the_date": (Undated,),
    "never_replaces": (Forgiving,),
    "keeps_the_text": (UniversalNewlines,),
    "distinct_ids": (TwoOfOneName,),
}
EXPORTERS: dict[str, tuple[type[GoodExporter], ...]] = {
    "declares": (NoDot,),
    "leaves_open": (Closes,),
    "one_at_a_time": (AllAtOnce,),
}
