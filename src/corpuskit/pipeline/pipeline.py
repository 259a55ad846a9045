"""Pipeline: the chosen plugins, planned once and run over any number of sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from corpuskit.contract import (
    Extractor,
    Part,
    Registry,
    Rejection,
    Segmenter,
    Selection,
    check_part,
    discover,
    identify,
)
from corpuskit.model import Annotation, Failure, OutputError, PlanError, Result, Source
from corpuskit.pipeline.aside import SetAside, choose_one
from corpuskit.pipeline.plan import Plan, make_plan
from corpuskit.pipeline.run import run_sources

__all__ = ["AHEAD", "Pipeline"]

AHEAD = 16  # sources and articles that are read together
LONG = 200_000  # characters that are read together


class Pipeline:
    """A segmenter, and extractors in the order of what they require.

    Args:
        parts: extractors, and at most one segmenter; their order does not matter.
        strict: raise what a plugin raises instead of noting a `Failure`.

    Raises:
        PlanError: if they do not fit together; see `corpuskit.PlanError`.

    Attributes:
        plan: what runs in which order, and what was set aside.
        segmenter: the part that cuts sources into articles, or None.
        aside: what was set aside, with the reason: replaced, clashing, lacking what it requires.
        failures: plugins that did not load or were set aside for a fault; each result has them
            too.
    """

    def __init__(
        self, parts: Iterable[Extractor | Segmenter] = (), *, strict: bool = False
    ) -> None:
        kinds: dict[str, list[Part]] = {"extractors": [], "segmenters": []}
        for item in [parts] if isinstance(parts, str) else parts:
            if isinstance(item, str):
                by_name = f"Pipeline.installed(Selection.parse({item!r}))"
                raise PlanError(f"parts are objects, and {item!r} is a name; by name: {by_name}")
            kind = "extractors" if hasattr(item, "provides") else "segmenters"
            if hasattr(item, "suffixes") or hasattr(item, "suffix"):
                raise PlanError(f"{type(item).__name__} is no extractor and no segmenter")
            try:
                check_part(kind, item)
            except OutputError as error:
                raise PlanError(error.message) from None
            kinds[kind].append(Part(kind, item, *identify(item)))
        self._assemble(kinds["extractors"], kinds["segmenters"], lenient=False)
        self.failures: tuple[Failure, ...] = ()
        self.strict = strict

    @classmethod
    def installed(
        cls,
        selection: Selection | None = None,
        *,
        options: Mapping[str, Mapping[str, Any]] | None = None,
        registry: Registry | None = None,
        strict: bool = False,
    ) -> Pipeline:
        """All installed plugins that `selection` (by default CORPUSKIT_PLUGINS) allows.

        A plugin that cannot be loaded, clashes with another or lacks what it requires is set
        aside and named in `failures` and in every result; the others run.

        Args:
            options: part name to option values: `{"dates": {"numeric_order": "dmy"}}`.
            registry: what was discovered already, in place of looking again.

        Raises:
            ConfigurationError: for a name or an option that no plugin has.
        """
        registry = registry or discover(selection, options=options)
        if selection is not None:
            registry.check_names(selection, "the selection")
        pipeline = cls(strict=strict)
        pipeline._assemble(registry.parts("extractors"), registry.parts("segmenters"), lenient=True)
        faults = [one.failure for one in pipeline.aside if one.fault]
        pipeline.failures = (*registry.failures, *faults)
        return pipeline

    def _assemble(
        self, extractors: Sequence[Part], segmenters: Sequence[Part], *, lenient: bool
    ) -> None:
        self.plan: Plan = make_plan(extractors, lenient=lenient)
        self.segmenter, gone = choose_one(segmenters, lenient=lenient)
        self.aside: tuple[SetAside, ...] = (*self.plan.aside, *gone)

    def only(self, layers: Iterable[type[Annotation]]) -> Pipeline:
        """The same, running just what `layers` need.

        Raises:
            PlanError: if nobody provides one of them.
        """
        fewer = Pipeline(strict=self.strict)
        fewer.plan = self.plan.only(layers)
        fewer.segmenter = self.segmenter
        fewer.aside = self.aside
        fewer.failures = self.failures
        return fewer

    def run(
        self,
        sources: Iterable[Source | str],
        *,
        segment: bool = True,
        rejections: list[Rejection] | None = None,
        ahead: int | None = None,
    ) -> Iterator[Result]:
        """Results as they come, in constant memory.

        Args:
            sources: any iterable of `Source` or str.
            segment: False takes each whole text as one clean article body.
            rejections: a list that extractors may add turned-down candidates to.
            ahead: how many sources may be read before their results are given. Several at a time
                are read faster, with the same results; from a stream, each comes at once. By
                default 16 of a list or tuple, and 1 of any other iterable.

        Raises:
            TypeError: for one text in place of several, or what is no text.
        """
        if isinstance(sources, (str, bytes, Source)):
            kind = type(sources).__name__
            raise TypeError(f"run takes several texts, not one {kind}: run([text])")
        if ahead is None:
            ahead = AHEAD if isinstance(sources, (list, tuple)) else 1
        together = AHEAD
        if self.strict or rejections is not None:
            ahead = together = 1  # what is raised or turned down comes with its own article
        return self._results(_batches(sources, ahead), segment, together, rejections)

    def _results(
        self,
        batches: Iterable[Sequence[Source]],
        segment: bool,
        together: int,
        rejections: list[Rejection] | None,
    ) -> Iterator[Result]:
        for batch in batches:
            yield from run_sources(
                batch,
                self.plan,
                self.segmenter if segment else None,
                self.failures,
                together=together,
                strict=self.strict,
                rejections=rejections,
            )


def _batches(sources: Iterable[Source | str], ahead: int) -> Iterator[list[Source]]:
    """Sources by so many, fewer where they are long; those before a fault come out before it."""
    batch: list[Source] = []
    size = 0
    try:
        for source in sources:
            given = Source(raw=source) if isinstance(source, str) else source
            if not isinstance(given, Source):
                raise TypeError(f"a source is a Source or a str, not {type(given).__name__}")
            batch.append(given)
            size += len(given.raw)
            if len(batch) >= ahead or size >= LONG:
                yield batch
                batch, size = [], 0
    except Exception:
        if batch:
            yield batch
        raise
    if batch:
        yield batch
