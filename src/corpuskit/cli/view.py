"""view: one HTML page that shows every value where it stands in the text; jinja2 fills it in."""

from __future__ import annotations

import argparse
import bisect
import functools
import io
import itertools
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import attrs

from corpuskit.cli.job import Job, Settings
from corpuskit.cli.options import STANDARD_INPUT, add_pipeline_options, output
from corpuskit.cli.wording import in_words, place, title
from corpuskit.model import (
    Annotation,
    Casualty,
    DateMention,
    Entity,
    Event,
    PlanError,
    Quotation,
    Result,
    Span,
)
from corpuskit.pipeline.jsonl import begins_as_output, is_output
from corpuskit.pipeline.records import read_jsonl

NAME = "view"
HELP = "show what was found as an HTML page"

CLASSES: tuple[tuple[type[Annotation], str], ...] = (
    (Quotation, "quote"),
    (Entity, "entity"),
    (DateMention, "date"),
    (Casualty, "casualty"),
    (Event, "event"),
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Texts, folders or record files in, a page out."""
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="texts, folder, records (.jsonl); or -"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="default: standard output")
    add_pipeline_options(parser)


def run(args: argparse.Namespace) -> int:
    """0, or 1 if a file cannot be read or a plugin failed; what there is is shown."""
    job = Job(Settings.of(args))
    results = list(_results(args.paths, job))
    for line in job.errors:
        print(f"corpuskit view: {line}", file=sys.stderr)
    if not results and not job.errors:
        print("corpuskit view: nothing to show; give a text, a folder or records", file=sys.stderr)
        return 2
    if results:
        names = ["standard input" if path == STANDARD_INPUT else path.name for path in args.paths]
        page = render(results, title=", ".join(names))
        with output(args.output, args.paths) as stream:
            stream.write(page.encode("utf-8"))
    return 1 if job.errors else 0


def _results(paths: list[Path], job: Job) -> Iterator[Result]:
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _piped(io.BytesIO(sys.stdin.buffer.read()), job)
        elif is_output(path):
            yield from read_jsonl(path, layers=job.pipeline.plan.layers)
        else:
            for file in job.files([path]):
                yield from job.results(file)


def _piped(given: io.BytesIO, job: Job) -> Iterator[Result]:
    """What came by standard input: records, or what the reader makes of it."""
    records = begins_as_output(given)
    given.seek(0)
    if records:
        yield from read_jsonl(given, layers=job.pipeline.plan.layers)
    else:
        yield from job.results(STANDARD_INPUT, given)


def render(results: list[Result], *, title: str) -> str:
    """The page. Needs jinja2, the extra `view`.

    Raises:
        PlanError: if jinja2 is not installed.
    """
    try:
        import jinja2
    except ImportError:
        raise PlanError("view needs jinja2: pip install 'corpuskit-core[view]'") from None
    source = resources.files("corpuskit.cli") / "templates" / "view.html.j2"
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(source.read_text(encoding="utf-8"))
    return template.render(title=title, articles=[_article(result) for result in results])


def _article(result: Result) -> dict[str, Any]:
    known = {layer for layer, _ in CLASSES}
    others = ((layer, "other") for layer in result.layers if layer not in known)
    marks = [mark for layer, name in (*CLASSES, *others) for mark in _marks(result, layer, name)]
    marks.sort(key=lambda mark: mark.span.start)
    notes = sorted(_notes(result))
    begin = functools.partial(bisect.bisect_left, notes, key=lambda note: note[0])
    lines = [("body", block.span) for block in result.article.body]
    lines += [("furniture", piece.span) for piece in result.article.furniture]
    if result.article.headline is not None:
        lines.append(("headline", result.article.headline))
    lines.sort(key=lambda line: line[1].start)
    marks_of = _overlapping([span for _, span in lines], marks)
    return {
        "id": result.article.id,
        "title": title(result),
        "place": place(result, result.article.span),
        "published": result.article.published,
        "lines": [
            {
                "kind": kind,
                "start": span.start,
                "pieces": list(_pieces(result, span, over)),
                "notes": [note for _, note in notes[begin(span.start) : begin(span.end)]],
            }
            for (kind, span), over in zip(lines, marks_of, strict=True)
        ],
        "failures": result.failures,
    }


def _notes(result: Result) -> Iterator[tuple[int, str]]:
    """Where each value begins that is written beside its line: what a table would have."""
    for layer in (Casualty, DateMention, Quotation):
        for annotation in result.layers.get(layer, ()):
            if not isinstance(annotation, Quotation) or annotation.mode == "direct":
                yield annotation.extent.start, in_words(annotation)


@attrs.frozen
class _Mark:
    span: Span
    name: str
    tip: str


def _marks(result: Result, layer: type[Annotation], name: str) -> Iterator[_Mark]:
    for annotation in result.layers.get(layer, ()):
        tip = f"{in_words(annotation)} · {annotation.provenance.rule}"
        spans = getattr(annotation, "spans", None) or getattr(annotation, "mentions", None)
        for span in spans or (annotation.extent,):
            yield _Mark(span, name, tip)


def _overlapping(stretches: Iterable[Span], marks: Sequence[_Mark]) -> Iterator[list[_Mark]]:
    """For each stretch the marks that overlap it; both in text order, as a text may be long."""
    near: list[_Mark] = []
    following = 0
    for stretch in stretches:
        while following < len(marks) and marks[following].span.start < stretch.end:
            near.append(marks[following])
            following += 1
        near = [mark for mark in near if mark.span.end > stretch.start]
        yield near


def _pieces(result: Result, line: Span, marks: Sequence[_Mark]) -> Iterator[dict[str, str]]:
    """The line cut at every edge of the marks on it, each piece with those that cover it."""
    edges = {line.start, line.end}
    for mark in marks:
        edges |= {max(mark.span.start, line.start), min(mark.span.end, line.end)}
    pieces = [Span(start, end) for start, end in itertools.pairwise(sorted(edges))]
    for piece, over in zip(pieces, _overlapping(pieces, marks), strict=True):
        yield {
            "text": result.text(piece),
            "names": " ".join(dict.fromkeys(mark.name for mark in over)),
            "tip": "\n".join(mark.tip for mark in over),
        }
