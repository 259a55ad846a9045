"""Texts: the rows of a batch as sources; a row that cannot be one says why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from corpuskit import Columns, Source, SourceError

__all__ = ["rows_in", "sources_in"]


def rows_in(batch: pa.RecordBatch, columns: Columns) -> list[dict[str, Any]]:
    """The rows of a batch, with no more than the columns that are read.

    Raises:
        ConfigurationError: if there is no column of texts, or none of one that was named.
    """
    there = batch.schema.names
    columns.check(there)
    rows: list[dict[str, Any]] = batch.select(
        [name for name in columns.names if name in there]
    ).to_pylist()
    return rows


def sources_in(batch: pa.RecordBatch, columns: Columns) -> Iterator[tuple[str, Source | str]]:
    """The id of each row, with its source, or with what is wrong with it.

    A row without an id is called "row 3", counted from 0.

    Raises:
        ConfigurationError: as `rows_in`.
    """
    for number, row in enumerate(rows_in(batch, columns)):
        id = f"row {number}"
        try:
            source = columns.source(row, id=id)
        except SourceError as error:
            yield error.file or id, f"{type(error).__name__}: {error}"
        else:
            yield source.id, source
