"""Exporters: the built-in formats, JSON lines and one flat CSV row an annotation."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from corpuskit.contract import Exporter, Registry
from corpuskit.model import CorpuskitError, OutputError, Result
from corpuskit.model.codec import encode
from corpuskit.pipeline.aside import choose_by_key
from corpuskit.pipeline.records import to_line

__all__ = ["CsvExporter", "JsonlExporter", "exporters_by_name", "written_by"]


def written_by(exporter: Exporter, results: Iterable[Result], out: IO[bytes]) -> None:
    """All of `results`, as `exporter` writes them.

    Raises:
        OutputError: for whatever it raises that is no error of its own: it names both.
    """
    try:
        exporter(results, out)
    except (CorpuskitError, OSError):
        raise
    except Exception as error:
        message = f"the exporter {exporter.name} failed: {type(error).__name__}: {error}"
        raise OutputError(message) from error


class JsonlExporter(Exporter):
    """One record a line."""

    name = "jsonl"
    suffix = ".jsonl"

    def __call__(self, results: Iterable[Result], out: IO[bytes]) -> None:
        """UTF-8, no byte order mark, "\\n" at each line end."""
        for result in results:
            out.write(to_line(result).encode("utf-8"))


class CsvExporter(Exporter):
    """One row an annotation: where it stands, its text, and its fields as JSON."""

    name = "csv"
    suffix = ".csv"
    columns = (
        "source", "article", "published", "layer", "start", "end", "text", "zone", "plugin",
        "version", "rule", "fields",
    )  # fmt: skip

    def __call__(self, results: Iterable[Result], out: IO[bytes]) -> None:
        """RFC 4180 in UTF-8 with a header row; offsets are code points, half-open."""
        text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
        try:
            rows = csv.writer(text)
            rows.writerow(self.columns)
            for result in results:
                rows.writerows(_rows(result))
        finally:
            text.detach()  # the stream is the caller's to close


def _rows(result: Result) -> Iterator[tuple[object, ...]]:
    article = result.article
    published = article.published.date.isoformat() if article.published else ""
    for layer, found in result.layers.items():
        for annotation in found:
            extent, made = annotation.extent, annotation.provenance
            fields = encode(annotation)
            del fields["provenance"]
            yield (
                *(article.source.id, article.id, published, layer.__name__),
                *(extent.start, extent.end, result.text(extent), result.zone(annotation)),
                *(made.plugin, made.version, made.rule, _in_json(fields)),
            )
    for name, records in result.foreign.items():  # their classes are not at hand
        for record in records:
            fields = dict(record)
            text, zone = fields.pop("text", None), fields.pop("zone", None)
            span, made = fields.get("span") or {}, fields.pop("provenance", {})
            yield (
                *(article.source.id, article.id, published, name.rpartition(".")[2]),
                *(span.get("start"), span.get("end"), text, zone),
                *(made.get("plugin"), made.get("version"), made.get("rule"), _in_json(fields)),
            )


def _in_json(fields: Mapping[str, object]) -> str:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def exporters_by_name(
    registry: Registry,
) -> tuple[Mapping[str, Exporter], Mapping[str, str]]:
    """Format name to exporter; a plugin may stand in for a built-in.

    Returns:
        the table, and name to reason for those that several plugins claim: nobody writes them.
    """
    chosen, disputed, _ = choose_by_key("exporters", registry.parts("exporters"))
    table: dict[str, Exporter] = {e.name: e for e in (JsonlExporter(), CsvExporter())}
    table.update({name: part.object for name, part in chosen.items()})
    return table, {name: one.reason for name, one in disputed.items()}
