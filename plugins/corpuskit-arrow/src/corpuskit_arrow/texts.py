"""Texts: the rows of a batch as sources; a row that cannot be one says why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from corpuskit import ConfigurationError, CorpuskitError, Source, SourceError

__all__ = ["COLUMNS", "sources_in"]

COLUMNS = ("text", "id", "published", "captured", "url", "publisher", "language")
"""What a batch may hold; only `text` must be there. All others are left alone."""


def sources_in(
    batch: pa.RecordBatch, *, file: str = "", first: int = 0
) -> Iterator[tuple[str, Source | str]]:
    """The id of each row, with its source, or with what is wrong with it.

    Args:
        batch: text in `text`, day of publication (date, timestamp or ISO 8601 string) in
            `published`, and so on: see `COLUMNS`.
        file: names the rows that have no id: "file#3", counted from 0; else "row 3".
        first: the number of the first row.

    Raises:
        ConfigurationError: if there is no column `text`; for a file, SourceError.
    """
    names = batch.schema.names
    if "text" not in names:
        message = f"the texts must stand in a column 'text'; there are: {', '.join(names)}"
        raise SourceError(message, file=file) if file else ConfigurationError(message)
    rows = batch.select([name for name in COLUMNS if name in names]).to_pylist()
    for number, row in enumerate(rows, first):
        id = row.pop("id", None)
        id = str(id) if id is not None else f"{file}#{number}" if file else f"row {number}"
        try:
            yield id, _source(id, row)
        except (CorpuskitError, ValueError, TypeError) as error:
            yield id, f"{type(error).__name__}: {error}"


def _source(id: str, row: dict[str, Any]) -> Source:
    text = row.pop("text")
    if not text:
        raise ValueError(f"{id}: there is no text" if text is None else f"{id}: the text is empty")
    published, captured = row.pop("published", None), row.pop("captured", None)
    return Source(raw=text, id=id, published=_day(published), captured=_instant(captured), **row)


def _day(value: Any) -> dt.date | None:
    if isinstance(value, str):
        value = dt.datetime.fromisoformat(value)
    return value.date() if isinstance(value, dt.datetime) else value


def _instant(value: Any) -> dt.datetime | None:
    return dt.datetime.fromisoformat(value) if isinstance(value, str) else value
