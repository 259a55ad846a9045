"""Table: a layer of results, or the claims of clusters, as rows for people who work in tables."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from corpuskit.model.annotation import Annotation
from corpuskit.model.cluster import Claim, EventCluster
from corpuskit.model.codec import encode, type_hints
from corpuskit.model.date import Interval
from corpuskit.model.event import Argument
from corpuskit.model.result import Result
from corpuskit.model.span import Span

__all__ = ["CLAIM", "Results", "claim_rows", "columns_of", "rows", "teller"]

PLACE = ("source", "article", "published", "start", "end", "text", "zone", "rule")


def rows(results: Iterable[Result], layer: type[Annotation]) -> Iterator[dict[str, Any]]:
    """One layer as rows of a table, one for each annotation: its place, its text, its fields.

    The columns are those of `corpuskit export --as csv --layer`, the same in every row: `source`,
    `article`, `published`, `start`, `end`, `text`, `zone`, `rule`, then the layer's fields. A
    participant is its name, several are "a; b"; a span is "start:end", and so is another
    annotation, to be looked up in its own table. An interval has three columns. A field that is
    called as a column of the place is, such as a date's `start`, has "value_" before its name.
    Where an annotation has `spans`, the pieces of a split quotation, `spans_text` is the text of
    these alone; `text` has what stands between them, too. Days are dates, what is unknown is None.

    Args:
        results: any; one without the layer, as where the plugin failed on it, has no rows.
        layer: an annotation class: `Quotation`, or a plugin's own.

    Raises:
        LayerMissing: after the last of the results, if none of them has the layer.
        TypeError: for what is no `Result`, and for a layer that is no class, as its name.
    """
    if not isinstance(layer, type):
        raise TypeError(f"a layer is a class, as Quotation, not {layer!r:.60}")
    names, hints = columns_of(layer), _hints(layer)
    there, lacking = False, None
    for result in _several(results):
        if layer not in result:
            lacking = lacking or result
            continue
        there = True
        for annotation in result[layer]:
            cells = (
                cell
                for name, hint in hints.items()
                for cell in _cells(result, name, getattr(annotation, name), hint)
            )
            yield dict(zip(names, (*_place(result, annotation), *cells), strict=True))
    if lacking is not None and not there:
        lacking[layer]  # it says why


def columns_of(layer: type[Annotation]) -> tuple[str, ...]:
    """The keys of each of the layer's rows, in order."""
    hints = _hints(layer)
    return (*PLACE, *(column for name, hint in hints.items() for column in _columns(name, hint)))


CLAIM = (
    "event", "field", "conflict", "value", "low", "high",
    "source", "article", "published", "start", "end", "text",
)  # fmt: skip

Results = Mapping[str, Sequence[Result]]
"""By article id; several sources with one text have one."""


def claim_rows(
    clusters: Iterable[EventCluster], results: Iterable[Result]
) -> Iterator[dict[str, Any]]:
    """Every claim of every cluster as a row: what is told of which event, by whom and where.

    The columns are those of `corpuskit link --as csv`: `event`, `field`, `conflict` (whether the
    claims of the field cannot all be true), `value`, `low`, `high` (of a count), `source`,
    `article`, `published`, `start`, `end`, `text`. What is unknown is None.

    Args:
        clusters: as `link` gives them.
        results: those that were linked; the words of a claim are read from them.
    """
    by_article: dict[str, list[Result]] = {}
    for result in _several(results):
        by_article.setdefault(result.article.id, []).append(result)
    for cluster in clusters:
        for field, claims in cluster.claims.items():
            conflict = field in cluster.conflicts
            for claim in claims:
                cells = (cluster.id, field, conflict, *_claim(by_article, claim))
                yield dict(zip(CLAIM, cells, strict=True))


def teller(results: Results, claim: Claim) -> Result | None:
    """Whose claim it is; of several sources with one text the one that it names."""
    told = results.get(claim.source, ())
    first = told[0] if told else None
    return next((r for r in told if r.article.source.id == claim.source_id), first)


def _claim(results: Results, claim: Claim) -> tuple[Any, ...]:
    result, span = teller(results, claim), claim.span
    name = result.article.source.id if result else claim.source_id
    text = result.text(span) if result and span else None
    where = (span.start, span.end) if span else (None, None)
    source = (name, claim.source, claim.published)
    return (claim.value, claim.low, claim.high, *source, *where, text)


def _several(results: Iterable[Result]) -> Iterator[Result]:
    if isinstance(results, Result):
        raise TypeError("results are several, not one Result: [result]")
    for result in results:
        if not isinstance(result, Result):
            kind = type(result).__name__
            raise TypeError(
                f"a table is made of Results, not of a {kind}; Result.from_dict reads one"
            )
        yield result


SAID = ("provenance", "span")
"""Fields that the columns of the place say already."""

PIECES = "spans"


def _hints(layer: type[Annotation]) -> dict[str, Any]:
    return {name: hint for name, hint in type_hints(layer).items() if name not in SAID}


def _place(result: Result, annotation: Annotation) -> tuple[Any, ...]:
    article, extent = result.article, annotation.extent
    return (
        article.source.id,
        article.id,
        article.published.date if article.published else None,
        extent.start,
        extent.end,
        result.text(extent),
        result.zone(annotation),
        annotation.provenance.rule,
    )


def _columns(name: str, hint: Any) -> tuple[str, ...]:
    if hint == Interval | None:
        return (f"{name}_start", f"{name}_end", f"{name}_precision")
    if name == PIECES:
        return (name, f"{name}_text")
    return (f"value_{name}" if name in PLACE else name,)


def _cells(result: Result, name: str, value: Any, hint: Any) -> tuple[Any, ...]:
    if hint == Interval | None:
        return (value.start, value.end, value.precision) if value else (None, None, None)
    if name == PIECES:
        return (_cell(value), " … ".join(map(result.text, value)))
    return (_cell(value),)


def _cell(value: Any) -> Any:
    if isinstance(value, Span):
        return f"{value.start}:{value.end}"
    if isinstance(value, Argument):
        return value.name
    if isinstance(value, Annotation):
        return _cell(value.extent)
    if isinstance(value, tuple):
        if all(isinstance(item, Span | Annotation) for item in value):
            return " ".join(map(_cell, value))
        if all(isinstance(item, str | Argument) for item in value):
            return "; ".join(map(_cell, value))
    if value is None or isinstance(value, str | int | float | dt.date):
        return value
    return json.dumps(encode(value), ensure_ascii=False, separators=(",", ":"))
