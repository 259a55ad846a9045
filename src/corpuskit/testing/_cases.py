"""Cases: how each kind of plugin is run, on which inputs, and what of its output is compared."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

import attrs

from corpuskit import Article, Extractor, Result, Source, SourceError
from corpuskit.model.codec import encode
from corpuskit.pipeline import Pipeline, PlainSegmenter
from corpuskit.testing._case import (
    Case,
    ContractViolation,
    NotApplicable,
    Paged,
    as_source,
    plain_text,
)
from corpuskit.testing._samples import many_results
from corpuskit.testing._texts import ADVERSARIAL, HOSTILE, Named

__all__ = ["ExporterCase", "ExtractorCase", "KeptOpen", "LinkerCase", "ReaderCase", "SegmenterCase"]


@attrs.frozen
class Stack:
    """A source of many articles, as `Paged` cuts it."""

    source: Source


@attrs.frozen(kw_only=True, slots=False)
class ExtractorCase(Case):
    """An extractor with samples and the extractors it builds on."""

    samples: tuple[Source, ...] = ()
    beside: tuple[Extractor, ...] = ()
    kind: ClassVar[str] = "extractor"

    @cached_property
    def _whole(self) -> Pipeline:
        return self.pipeline()

    def prepare(self) -> None:
        _ = self._whole

    @cached_property
    def _paged(self) -> Pipeline:
        return self.pipeline(Paged())

    def pipeline(self, *more: Any, alone: bool = False) -> Pipeline:
        """The subject with those beside it (only what it requires, if `alone`)."""
        beside = _needed(self.subject.requires, self.beside) if alone else self.beside
        return Pipeline([*beside, self.subject, *more], strict=True)

    def results(self, given: Source, *more: Any) -> list[Result]:
        """Results of one source, taken whole."""
        pipeline = self.pipeline(*more) if more else self._whole
        return list(pipeline.run([given], segment=bool(more)))

    def inputs(self) -> list[tuple[str, Any]]:
        return [(f"sample {n}", sample) for n, sample in enumerate(self.samples, 1)]

    def hostile(self) -> list[tuple[str, Any]]:
        return [(name, as_source(text)) for name, text in HOSTILE]

    def grown(self) -> list[tuple[str, str]]:
        units = super().grown()
        for sample in self.samples[:1]:
            units.append(Named("the first sample, over and over", sample.raw + "\n\n"))
            units.append(Named("the first sample as one line", " ".join(sample.raw.split()) + " "))
        terms = list(self.subject.triggers or ())
        for term in sorted({min(terms, key=len), max(terms, key=len)} if terms else ()):
            units.append(Named(f"the trigger {term!r}", term + " "))
        return units

    def sized(self, unit: str, size: int) -> Any:
        return as_source(unit * (size // len(unit) + 1))

    def stack(self, pages: int, beside: int) -> Stack:
        page = self.samples[0].raw.replace("\f", " ")
        return Stack(as_source(f"{page}\f" * pages + page * (beside // len(page))))

    def run(self, given: Any) -> str:
        if isinstance(given, Stack):
            results = list(self._paged.run([given.source]))
        else:
            results = self.results(given)
        return plain_text([self.own(result) for result in results])

    def own(self, result: Result) -> dict[str, list[Any]]:
        """The subject's layers of a result as plain data."""
        return {
            layer.layer_name(): [encode(item) for item in result.layers.get(layer, ())]
            for layer in self.subject.provides
        }

    def seen(self, given: Any) -> str:
        return plain_text([encode(given)])


def _needed(layers: Iterable[type], beside: Sequence[Extractor]) -> list[Extractor]:
    """Those of `beside` that `layers` need, and what they require in turn."""
    needed: list[Extractor] = []
    queue = list(layers)
    while queue:
        layer = queue.pop()
        for extractor in beside:
            if layer in extractor.provides and extractor not in needed:
                needed.append(extractor)
                queue += extractor.requires
    return needed


@attrs.frozen(kw_only=True, slots=False)
class SegmenterCase(Case):
    """A segmenter with sample pages."""

    samples: tuple[Source, ...] = ()
    kind: ClassVar[str] = "segmenter"

    @cached_property
    def _whole(self) -> Pipeline:
        return Pipeline([self.subject], strict=True)

    def prepare(self) -> None:
        _ = self._whole

    def articles(self, given: Source) -> tuple[Article, ...]:
        """What the subject makes of it, guarded as in a run."""
        return tuple(result.article for result in self._whole.run([given]))

    def inputs(self) -> list[tuple[str, Any]]:
        return [(f"sample {n}", sample) for n, sample in enumerate(self.samples, 1)]

    def hostile(self) -> list[tuple[str, Any]]:
        return [(name, as_source(text)) for name, text in HOSTILE]

    def sized(self, unit: str, size: int) -> Any:
        return as_source(unit * (size // len(unit) + 1))

    def run(self, given: Any) -> str:
        return plain_text([_labels(article) for article in self.articles(given)])

    def seen(self, given: Any) -> str:
        return plain_text([encode(given)])


def _labels(article: Article) -> dict[str, Any]:
    """An article without the text that it was cut from."""
    names = [field.name for field in attrs.fields(Article) if field.name != "source"]
    return {name: encode(getattr(article, name)) for name in names}


@attrs.frozen(kw_only=True, slots=False)
class LinkerCase(Case):
    """A linker with results that tell of some events twice."""

    results: tuple[Result, ...] = ()
    kind: ClassVar[str] = "linker"

    def inputs(self) -> list[tuple[str, Any]]:
        return [("the sample results", self.results)]

    def hostile(self) -> list[tuple[str, Any]]:
        bare = tuple(attrs.evolve(result, layers={}) for result in self.results)
        empty = tuple(
            attrs.evolve(result, layers=dict.fromkeys(result.layers, ())) for result in self.results
        )
        mixed = tuple(
            b if n % 2 else r for n, (r, b) in enumerate(zip(self.results, bare, strict=True))
        )
        return [
            ("no results", ()),
            ("one result", self.results[:1]),
            ("results without layers, as after a failure", bare),
            ("results with empty layers", empty),
            ("every other result without layers", mixed),
        ]

    def grown(self) -> list[tuple[str, str]]:
        return [("results that tell the same events", "same"), ("results over days", "days")]

    def sized(self, unit: str, size: int) -> Any:
        return many_results(max(5, size // 500), spread=unit == "days")

    def run(self, given: Any) -> str:
        clusters = [encode(cluster) for cluster in self.subject.link(given)]
        strict = [encode(cluster) for cluster in self.subject.link(given, strict=True)]
        return plain_text(
            [clusters, strict, [list(story) for story in self.subject.stories(given)]]
        )

    def seen(self, given: Any) -> str:
        return plain_text([result.to_dict() for result in given])


_FOR_READERS = ("ordinary news", "a letter", "blank lines", "brackets")


@attrs.frozen(kw_only=True, slots=False)
class ReaderCase(Case):
    """A reader with files: name to bytes."""

    files: Mapping[str, bytes] = attrs.field(factory=dict)
    broken: Mapping[str, bytes] = attrs.field(factory=dict)
    plain: bool = True
    around: AbstractContextManager[Any] = attrs.field(factory=nullcontext)
    kind: ClassVar[str] = "reader"

    def inputs(self) -> list[tuple[str, Any]]:
        return [(name, (name, data)) for name, data in self.files.items()]

    def hostile(self) -> list[tuple[str, Any]]:
        suffix = self.subject.suffixes[0]
        return [
            (label, (f"hostile{suffix}", data))
            for label, data in (
                ("an empty file", b""),
                ("zeros", b"\x00" * 1000),
                ("bytes that are no text", bytes(range(256)) * 4),
                ("half of a character", "é".encode()[:1]),
                *((f"the first half of {n}", d[: len(d) // 2]) for n, d in self.files.items()),
            )
        ]

    def grown(self) -> list[tuple[str, str]]:
        if not self.plain:
            raise NotApplicable("files of this format cannot be grown by repeating them")
        return [unit for unit in ADVERSARIAL if unit.name in _FOR_READERS]

    def sized(self, unit: str, size: int) -> Any:
        return f"grown{self.subject.suffixes[0]}", (unit * (size // len(unit) + 1)).encode()

    def read(self, given: Any, **options: Any) -> list[Source]:
        """Sources of a file that exists only meanwhile."""
        name, data = given
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_bytes(data)
            with self.around:
                found = list(self.subject(path, **options))
            if path.read_bytes() != data:
                raise ContractViolation(f"{name} was changed by reading it")
            prefix = path.parent.as_posix() + "/"
            return [attrs.evolve(source, id=source.id.replace(prefix, "")) for source in found]

    def run(self, given: Any) -> str:
        try:
            return plain_text([encode(source) for source in self.read(given)])
        except SourceError as error:  # what cannot be read is an answer, too
            return f"{type(error).__name__}: {error.message}"

    def seen(self, given: Any) -> str:
        return repr(given)


class KeptOpen(io.BytesIO):
    """An output that notices being closed."""

    closes = 0

    def close(self) -> None:
        self.closes += 1


@attrs.frozen(kw_only=True, slots=False)
class ExporterCase(Case):
    """An exporter with results."""

    results: tuple[Result, ...] = ()
    kind: ClassVar[str] = "exporter"

    def inputs(self) -> list[tuple[str, Any]]:
        return [("the sample results", self.results)]

    def hostile(self) -> list[tuple[str, Any]]:
        bare = tuple(attrs.evolve(result, layers={}) for result in self.results)
        odd = tuple(
            Result(article)
            for name, text in HOSTILE
            if len(text) < 10_000
            for article in PlainSegmenter()(as_source(text))
        )
        return [
            ("no results", ()),
            ("results without layers, as after a failure", bare),
            ("hostile texts", odd),
        ]

    def grown(self) -> list[tuple[str, str]]:
        return [("the sample results, over and over", "x")]

    def sized(self, unit: str, size: int) -> Any:
        return tuple(self.results[n % len(self.results)] for n in range(max(1, size // 500)))

    def written(self, given: Iterable[Result]) -> bytes:
        """What is written for an iterable that can be gone through once."""
        out = KeptOpen()
        self.subject(iter(given), out)
        return out.getvalue()

    def run(self, given: Any) -> str:
        return self.written(given).hex()

    def seen(self, given: Any) -> str:
        return plain_text([result.to_dict() for result in given])
