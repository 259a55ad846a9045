"""Contracts: classes for pytest to collect; inherit one, name one object: every check is run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from corpuskit import Result, Source
from corpuskit.contract import discover
from corpuskit.testing._case import TOO_LONG, Case, Check, NotApplicable, as_source
from corpuskit.testing._cases import (
    ExporterCase,
    ExtractorCase,
    LinkerCase,
    ReaderCase,
    SegmenterCase,
)
from corpuskit.testing._checks_extractor import EXTRACTOR_CHECKS
from corpuskit.testing._checks_others import (
    EXPORTER_CHECKS,
    LINKER_CHECKS,
    READER_CHECKS,
    SEGMENTER_CHECKS,
)
from corpuskit.testing._limits import TooSlow, limited
from corpuskit.testing._samples import PAGES, default_files, news_sources, sample_results

__all__ = [
    "ExporterContract",
    "ExtractorContract",
    "LinkerContract",
    "ReaderContract",
    "SegmenterContract",
]


class _Contract:
    """What all kinds share; a test is named after its check."""

    checks: ClassVar[Sequence[Check]] = ()

    def case(self) -> Case:
        """The object with what it is tried on."""
        raise NotImplementedError

    def check(self, name: str) -> None:
        """Run one check, or skip with the reason of its exemption."""
        import pytest

        case = self.case()
        unknown = sorted(set(case.exempt) - {check.name for check in self.checks})
        assert not unknown, f"exempt names checks that do not exist: {', '.join(unknown)}"
        if name in case.exempt:
            pytest.skip(f"exempt: {case.exempt[name]}")
        try:
            with limited(TOO_LONG):
                next(check for check in self.checks if check.name == name).run(case)
        except NotApplicable as reason:
            pytest.skip(str(reason))
        except TooSlow:
            pytest.fail(f"not done after {TOO_LONG} s of CPU time")

    def test_declares(self) -> None:
        self.check("declares")

    def test_same_twice(self) -> None:
        self.check("same_twice")

    def test_same_in_any_order(self) -> None:
        self.check("same_in_any_order")

    def test_same_elsewhere(self) -> None:
        self.check("same_elsewhere")

    def test_same_in_threads(self) -> None:
        self.check("same_in_threads")

    def test_nothing_mutated(self) -> None:
        self.check("nothing_mutated")

    def test_nothing_kept(self) -> None:
        self.check("nothing_kept")

    def test_pickles(self) -> None:
        self.check("pickles")

    def test_no_outside_world(self) -> None:
        self.check("no_outside_world")

    def test_leaves_no_trace(self) -> None:
        self.check("leaves_no_trace")

    def test_light_registration(self) -> None:
        self.check("light_registration")

    def test_hostile_inputs(self) -> None:
        self.check("hostile_inputs")

    def test_linear_time(self) -> None:
        self.check("linear_time")


def _exempt(subject: object) -> Mapping[str, str]:
    exempt: Mapping[str, str] = getattr(subject, "exempt", {})
    return exempt


class ExtractorContract(_Contract):
    """Inherit it in a class whose name starts with Test and set `extractor`.

    Attributes:
        extractor: the object. Its attribute `exempt` (check name to reason) exempts it.
        samples: texts in which it finds something, beside the kit's own news.
        units: pieces of text that may be hard for it; `linear_time` repeats each, beside its own.
        beside: extractors that provide what it requires or uses; by default the installed ones.
    """

    extractor: ClassVar[Any] = None
    samples: ClassVar[Sequence[str | Source]] = ()
    units: ClassVar[Sequence[str]] = ()
    beside: ClassVar[Sequence[Any] | None] = None
    checks: ClassVar[Sequence[Check]] = EXTRACTOR_CHECKS

    def case(self) -> ExtractorCase:
        return extractor_case(
            self.extractor, samples=self.samples, beside=self.beside, units=self.units
        )

    def test_spans_read_back(self) -> None:
        self.check("spans_read_back")

    def test_names_its_rule(self) -> None:
        self.check("names_its_rule")

    def test_each_layer_seen(self) -> None:
        self.check("each_layer_seen")

    def test_only_declared(self) -> None:
        self.check("only_declared")

    def test_hands_off(self) -> None:
        self.check("hands_off")

    def test_lets_go(self) -> None:
        self.check("lets_go")

    def test_same_id_other_text(self) -> None:
        self.check("same_id_other_text")

    def test_moves_with_text_in_front(self) -> None:
        self.check("moves_with_text_in_front")

    def test_nothing_without_triggers(self) -> None:
        self.check("nothing_without_triggers")

    def test_works_without_uses(self) -> None:
        self.check("works_without_uses")

    def test_json_round_trip(self) -> None:
        self.check("json_round_trip")

    def test_generated_texts(self) -> None:
        self.check("generated_texts")

    def test_rules_prove_themselves(self) -> None:
        self.check("rules_prove_themselves")


def extractor_case(
    extractor: Any,
    *,
    samples: Sequence[str | Source] = (),
    beside: Sequence[Any] | None = None,
    units: Sequence[str] = (),
) -> ExtractorCase:
    """An extractor with its samples, the examples of its rules, and the kit's news."""
    examples = [e.text for rule in getattr(extractor, "rules", ()) for e in rule.yes]
    tens = ["\n\n".join(examples[n : n + 10]) for n in range(0, min(len(examples), 60), 10)]
    given = tuple(map(as_source, (*samples, *getattr(extractor, "samples", ()))))
    joined = ["\n\n".join(source.raw for source in (*given, *given))] if given else []
    sources = (*given, *map(as_source, joined), *map(as_source, tens), *news_sources())
    return ExtractorCase(
        subject=extractor,
        samples=sources,
        beside=tuple(_installed_beside(extractor) if beside is None else beside),
        exempt=_exempt(extractor),
        units=tuple(units),
    )


def _installed_beside(extractor: Any) -> list[Any]:
    """Installed extractors that provide what this one requires or uses, and so on."""
    installed = [part.object for part in discover().parts("extractors")]
    provided = set(getattr(extractor, "provides", ()))
    found: list[Any] = []
    queue = [*getattr(extractor, "requires", ()), *getattr(extractor, "uses", ())]
    while queue:
        layer = queue.pop()
        for other in installed:
            taken = {other.name for other in found}
            if layer in other.provides and other.name not in taken and layer not in provided:
                found.append(other)
                queue += [*other.requires, *other.uses]
    return found


class SegmenterContract(_Contract):
    """Inherit it in a class whose name starts with Test and set `segmenter`.

    Attributes:
        segmenter: the object. Its attribute `exempt` (check name to reason) exempts it.
        samples: pages to try it on, beside the kit's own.
        units: pieces of pages that may be hard for it; `linear_time` repeats each.
    """

    segmenter: ClassVar[Any] = None
    samples: ClassVar[Sequence[str | Source]] = ()
    units: ClassVar[Sequence[str]] = ()
    checks: ClassVar[Sequence[Check]] = SEGMENTER_CHECKS

    def case(self) -> SegmenterCase:
        return segmenter_case(self.segmenter, samples=self.samples, units=self.units)

    def test_labels_everything(self) -> None:
        self.check("labels_everything")

    def test_counts_parts(self) -> None:
        self.check("counts_parts")

    def test_keeps_the_source(self) -> None:
        self.check("keeps_the_source")

    def test_dates_in_place(self) -> None:
        self.check("dates_in_place")

    def test_ids_are_content(self) -> None:
        self.check("ids_are_content")


def segmenter_case(
    segmenter: Any, *, samples: Sequence[str | Source] = (), units: Sequence[str] = ()
) -> SegmenterCase:
    """A segmenter with pages."""
    pages = (*map(as_source, samples), *(Source(raw=page) for page in PAGES))
    return SegmenterCase(
        subject=segmenter, samples=pages, exempt=_exempt(segmenter), units=tuple(units)
    )


class LinkerContract(_Contract):
    """Inherit it in a class whose name starts with Test and set `linker`.

    Attributes:
        linker: the object. Its attribute `exempt` (check name to reason) exempts it.
        results: results to try it on; by default the kit's.
    """

    linker: ClassVar[Any] = None
    results: ClassVar[Sequence[Result]] = ()
    checks: ClassVar[Sequence[Check]] = LINKER_CHECKS

    def case(self) -> LinkerCase:
        return linker_case(self.linker, results=self.results)

    def test_any_order(self) -> None:
        self.check("any_order")

    def test_each_event_once(self) -> None:
        self.check("each_event_once")

    def test_each_article_once(self) -> None:
        self.check("each_article_once")

    def test_strict_joins_less(self) -> None:
        self.check("strict_joins_less")

    def test_claims_read_back(self) -> None:
        self.check("claims_read_back")

    def test_clusters_round_trip(self) -> None:
        self.check("clusters_round_trip")


def linker_case(linker: Any, *, results: Sequence[Result] = ()) -> LinkerCase:
    """A linker with results."""
    return LinkerCase(
        subject=linker, results=tuple(results) or sample_results(), exempt=_exempt(linker)
    )


class ReaderContract(_Contract):
    """Inherit it in a class whose name starts with Test and set `reader`.

    Attributes:
        reader: the object. Its attribute `exempt` (check name to reason) exempts it.
        files: file name to bytes, for a format that is not plain text; by default the reader's
            attribute `samples`, so that `corpuskit check` has files to try it on.
        broken: files whose bytes cannot be read; each must raise a SourceError.
    """

    reader: ClassVar[Any] = None
    files: ClassVar[Mapping[str, bytes]] = {}
    broken: ClassVar[Mapping[str, bytes]] = {}
    checks: ClassVar[Sequence[Check]] = READER_CHECKS

    def case(self) -> ReaderCase:
        return reader_case(self.reader, files=self.files, broken=self.broken)

    def test_carries_the_date(self) -> None:
        self.check("carries_the_date")

    def test_never_replaces(self) -> None:
        self.check("never_replaces")

    def test_keeps_the_text(self) -> None:
        self.check("keeps_the_text")

    def test_distinct_ids(self) -> None:
        self.check("distinct_ids")


def reader_case(
    reader: Any,
    *,
    files: Mapping[str, bytes] | None = None,
    broken: Mapping[str, bytes] | None = None,
) -> ReaderCase:
    """A reader with files; plain text ones unless others are given or the reader has `samples`."""
    suffix = next(iter(getattr(reader, "suffixes", ())), ".txt")
    files = files or getattr(reader, "samples", None)
    plain = not files
    return ReaderCase(
        subject=reader,
        files=files or default_files(suffix),
        broken=broken or ({f"latin{suffix}": b"Caf\xe9 closed on Monday.\n"} if plain else {}),
        plain=plain,
        exempt=_exempt(reader),
    )


class ExporterContract(_Contract):
    """Inherit it in a class whose name starts with Test and set `exporter`.

    Attributes:
        exporter: the object. Its attribute `exempt` (check name to reason) exempts it.
        results: results to write; by default the kit's.
    """

    exporter: ClassVar[Any] = None
    results: ClassVar[Sequence[Result]] = ()
    checks: ClassVar[Sequence[Check]] = EXPORTER_CHECKS

    def case(self) -> ExporterCase:
        return exporter_case(self.exporter, results=self.results)

    def test_leaves_open(self) -> None:
        self.check("leaves_open")

    def test_one_at_a_time(self) -> None:
        self.check("one_at_a_time")


def exporter_case(exporter: Any, *, results: Sequence[Result] = ()) -> ExporterCase:
    """An exporter with results."""
    return ExporterCase(
        subject=exporter, results=tuple(results) or sample_results(), exempt=_exempt(exporter)
    )
