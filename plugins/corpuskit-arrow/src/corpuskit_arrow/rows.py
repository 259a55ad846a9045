"""Rows: a record as a row of Arrow values, and back; nothing is lost on the way."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa

import corpuskit
from corpuskit_arrow.types import record_type

__all__ = ["batch_of", "results_of", "row_of", "unread"]

Row = dict[str, Any]


def batch_of(results: Iterable[corpuskit.Result]) -> pa.RecordBatch:
    """Results as one record batch of `record_type()`, a row an article."""
    return pa.RecordBatch.from_pylist([row_of(one) for one in results], schema=record_type())


def row_of(result: corpuskit.Result) -> Row:
    """One result as a row."""
    record = result.to_dict()
    row = {
        field.name: _stored(record[field.name], field.type)
        for field in record_type()
        if field.name in record
    }
    return {"id": result.article.source.id, "part": result.article.part, **row}


def unread(id: str, error: str) -> Row:
    """The row of a text that could not be read: part 0, no article, and why."""
    failure = {
        "plugin": "corpuskit-arrow",
        "version": "",
        "article": id,
        "error": error,
        "layers": [],
    }
    return {"id": id, "part": 0, "schema": corpuskit.RECORD_VERSION, "failures": [failure]}


def results_of(
    table: pa.RecordBatch | pa.Table, *, layers: Iterable[type[corpuskit.Annotation]] = ()
) -> Iterator[corpuskit.Result]:
    """Results again, for `corpuskit.link` and all else that takes them.

    Rows of texts that could not be read (`part` 0) have no result and are passed over.

    Args:
        table: with the columns of `record_type()`.
        layers: annotation classes of other plugins; see `corpuskit.Result.from_dicts`.

    Raises:
        RecordError: for a row that is no record, naming the key that does not fit.
    """
    batches = table.to_batches() if isinstance(table, pa.Table) else [table]
    return corpuskit.Result.from_dicts(_records(batches), layers=layers)


def _records(batches: Iterable[pa.RecordBatch]) -> Iterator[dict[str, Any]]:
    for batch in batches:
        for row in batch.to_pylist():
            if row.get("article") is not None:
                yield {
                    name: json.loads(value) if name == "annotations" else _told(value)
                    for name, value in row.items()
                    if value is not None and name not in ("id", "part")
                }


def _stored(value: Any, type: pa.DataType) -> Any:
    """What Arrow takes for a JSON value: days as days, whatever has no type as JSON."""
    if value is None:
        return None
    if pa.types.is_date(type):
        return dt.date.fromisoformat(value)
    if pa.types.is_list(type):
        return [_stored(item, type.value_type) for item in value]
    if pa.types.is_struct(type):
        return {field.name: _stored(value.get(field.name), field.type) for field in type}
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return value


def _told(value: Any) -> Any:
    """The JSON value again."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list):
        return [_told(item) for item in value]
    if isinstance(value, dict):
        return {name: _told(item) for name, item in value.items()}
    return value
