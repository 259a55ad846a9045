"""explain: which plugin and rule found a value, from what; what near it was turned down."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from corpuskit.cli.job import Job, Settings
from corpuskit.cli.ledger import cluster_lines
from corpuskit.cli.options import add_pipeline_options
from corpuskit.cli.wording import error_in_words, plain_fields
from corpuskit.contract import Part, Rejection
from corpuskit.contract.protocols import Segmenter
from corpuskit.model import (
    Annotation,
    Article,
    ConfigurationError,
    Result,
    Source,
    SourceError,
    Span,
)
from corpuskit.pipeline import Pipeline
from corpuskit.pipeline.jsonl import is_output
from corpuskit.pipeline.records import read_clusters, read_jsonl
from corpuskit.scan import FoldedText, Hit, Rule, Scan, within

NAME = "explain"
HELP = "tell which plugin and rule found a value, and what was turned down near it"

MANY = 8
"""Primitives that are shown of one value."""

NEAR = 120
"""Code points around the offset in which turned-down candidates are shown, or the sentence."""


def configure(parser: argparse.ArgumentParser) -> None:
    """A text and an offset, records and an offset, or clusters and an id."""
    parser.add_argument(
        "path", type=Path, metavar="FILE", help="a text, a table of texts, or records (.jsonl)"
    )
    parser.add_argument(
        "where", metavar="OFFSET", help="code point in the source; with --clusters, a cluster's id"
    )
    parser.add_argument("--article", metavar="ID", help="just this one, or those of this source")
    parser.add_argument("--clusters", action="store_true", help="FILE holds clusters, from link -o")
    add_pipeline_options(parser)


def run(args: argparse.Namespace) -> int:
    """0, 1 for what cannot be read, 2 if there is no article or cluster there."""
    lines = _cluster(args.path, args.where) if args.clusters else _offset(args)
    print(*list(lines), sep="\n")
    return 0


def _offset(args: argparse.Namespace) -> Iterator[str]:
    if not args.where.isdigit():
        raise ConfigurationError(f"{args.where!r} is no offset; count code points from 0")
    offset, found = int(args.where), False
    job = Job(Settings.of(args))
    try:
        for result, rejections, recorded in _results(args, job, offset):
            found = True
            yield from explained(result, offset, job.pipeline, rejections)
            if recorded is not None:
                yield from _versions(recorded, offset, job)
    except SourceError as error:  # of a table, after all rows that could be read
        if not found:
            raise
        yield error_in_words(error)
    yield from job.errors
    if not found:
        raise ConfigurationError(f"no article holds offset {offset}", file=args.path.as_posix())


Explained = tuple[Result, list[Rejection], Result | None]


def _results(args: argparse.Namespace, job: Job, offset: int) -> Iterator[Explained]:
    if is_output(args.path):
        for recorded in read_jsonl(args.path, layers=job.pipeline.plan.layers):
            article = recorded.article
            wanted = args.article in (None, article.id, article.source.id)
            if wanted and article.span.start <= offset < article.span.end:
                yield (*_again(job.pipeline, article), recorded)
        return
    for source in job.sources(args.path):
        rejections: list[Rejection] = []
        segment = job.settings.segment
        for result in job.pipeline.run([source], segment=segment, rejections=rejections):
            article = result.article
            wanted = args.article in (None, article.id, article.source.id)
            if wanted and article.span.start <= offset < article.span.end:
                yield result, rejections, None


class _Known(Segmenter):
    """The article as the record has it; nothing is cut again."""

    name = "known"

    def __init__(self, article: Article) -> None:
        self.article = article

    def __call__(self, source: Source) -> Iterable[Article]:
        yield attrs.evolve(self.article, source=source)


def _again(pipeline: Pipeline, article: Article) -> tuple[Result, list[Rejection]]:
    """A record does not hold what was turned down: the installed plugins look once more."""
    again = pipeline.only(pipeline.plan.layers)
    again.segmenter = Part("segmenters", _Known(article), "the record", "")
    rejections: list[Rejection] = []
    results = list(again.run([article.source], rejections=rejections))
    return results[0], rejections


def explained(
    result: Result, offset: int, pipeline: Pipeline, rejections: list[Rejection]
) -> Iterator[str]:
    """Lines on everything that covers `offset`, and on what was turned down near it."""
    article = result.article
    scan = Scan(article, text=FoldedText(article.source.raw), triggers=pipeline.plan.triggers)
    rules = {rule.id: rule for step in pipeline.plan.steps for rule in known_rules(step.object)}
    yield f"{article.source.id}[{offset}], article {article.id}, {article.zone_at(offset)}"
    yield from _furniture(article, offset)
    covering = [a for found in result.layers.values() for a in found if _covers(a, offset)]
    if not covering:
        yield "  no value here"
    for annotation in covering:
        yield from _annotation(result, annotation, rules)
        yield from _primitives(scan, annotation, pipeline)
    yield from _rejected(scan, article, offset, rejections)
    for failure in result.failures:
        yield f"  failed: {failure.plugin} {failure.version}: {failure.error}"


def _furniture(article: Article, offset: int) -> Iterator[str]:
    for piece in article.furniture:
        if piece.span.start <= offset < piece.span.end:
            rule = f" by rule {piece.rule}" if piece.rule else ""
            yield f"  furniture: {piece.kind}{rule}: {_shown(article, piece.span)}"


def _covers(annotation: Annotation, offset: int) -> bool:
    return any(span.start <= offset < span.end for span in _spans(annotation))


def _spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
    elif isinstance(value, Annotation):
        for field in attrs.fields(type(value)):
            yield from _spans(getattr(value, field.name))


def _annotation(result: Result, annotation: Annotation, rules: dict[str, Rule]) -> Iterator[str]:
    extent = annotation.extent
    place = f"[{extent.start}:{extent.end}]"
    yield f"  {type(annotation).__name__} {_shown(result.article, extent)} {place}"
    values = ", ".join(plain_fields(annotation))
    if values:
        yield f"    {values}"
    found = annotation.provenance
    about = f": {rules[found.rule].about}" if found.rule in rules else ""
    yield f"    by {found.plugin} {found.version}, rule {found.rule}{about}"


def _primitives(scan: Scan, annotation: Annotation, pipeline: Pipeline) -> Iterator[str]:
    """What of the shared pass lies in the value's own spans, the plugin's trigger words too."""
    raw = scan.raw
    hits: Sequence[Hit] = ()
    for index, step in enumerate(pipeline.plan.steps):
        if type(annotation) in step.object.provides:
            hits = scan.hits(index)
    found: dict[str, None] = {}
    for span in sorted(set(_own_spans(annotation))):
        at = (span.start, span.end)
        found |= {f"trigger {raw[h.start : h.end]!r}": None for h in within(hits, *at)}
        found |= {
            f"number {n.value} ({raw[n.start : n.end]!r})": None for n in within(scan.numbers, *at)
        }
        found |= {f"name {raw[n.start : n.end]!r}": None for n in within(scan.names, *at)}
    pieces = list(found)
    if pieces:
        yield f"    from {', '.join(pieces[:MANY])}{', …' if len(pieces) > MANY else ''}"


def _own_spans(annotation: Annotation) -> Iterator[Span]:
    """Spans of the value itself, not of the annotations that it holds."""
    for field in attrs.fields(type(annotation)):
        value = getattr(annotation, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Span):
                yield item


def _rejected(
    scan: Scan, article: Article, offset: int, rejections: list[Rejection]
) -> Iterator[str]:
    sentence = scan.sentence_at(offset)
    low = min(offset - NEAR, sentence.start if sentence else offset)
    high = max(offset + NEAR, sentence.end if sentence else offset)
    near = sorted({r for r in rejections if r.span.start < high and r.span.end > low})
    for rejection in near:
        place = f"[{rejection.span.start}:{rejection.span.end}]"
        yield (
            f"  turned down: {_shown(article, rejection.span)} {place} by {rejection.plugin}, "
            f"rule {rejection.rule}: {rejection.reason}"
        )
    if not near:
        yield "  nothing was turned down near it"


def _shown(article: Article, span: Span) -> str:
    text = " ".join(article.text(span).split())
    return repr(text if len(text) <= 70 else f"{text[:48]}…{text[-20:]}")


def _versions(recorded: Result, offset: int, job: Job) -> Iterator[str]:
    """Where the record was made by other versions than those installed, say so."""
    here = {step.plugin: step.version for step in job.pipeline.plan.steps}
    then = {
        (a.provenance.plugin, a.provenance.version)
        for found in recorded.layers.values()
        for a in found
        if _covers(a, offset)
    }
    for plugin, version in sorted(then):
        if here.get(plugin) != version:
            yield (
                f"  the record was made by {plugin} {version}; installed is "
                f"{here.get(plugin, 'none')}, so that the lines above may differ from it"
            )


def known_rules(extractor: object) -> Iterator[Rule]:
    """Rules that an extractor shows (`rules`), or that lie in its package's `rules` modules."""
    shown = getattr(extractor, "rules", None)
    if shown:
        yield from (rule for rule in shown if isinstance(rule, Rule))
        return
    top = type(extractor).__module__.partition(".")[0]
    for module in _modules(f"{top}.rules"):
        for value in vars(module).values():
            for rule in value if isinstance(value, tuple) else (value,):
                if isinstance(rule, Rule):
                    yield rule


def _modules(name: str) -> Iterator[Any]:
    try:
        package = importlib.import_module(name)
    except ImportError:
        return
    yield package
    for info in pkgutil.iter_modules(getattr(package, "__path__", ()), f"{name}."):
        yield importlib.import_module(info.name)


def _cluster(path: Path, wanted: str) -> Iterator[str]:
    """Why members are together, and why others are not with them."""
    for cluster in read_clusters(path):
        if cluster.id.startswith(wanted):
            yield from cluster_lines(cluster)
            return
    raise ConfigurationError(f"no cluster whose id begins with {wanted!r}", file=path.as_posix())
