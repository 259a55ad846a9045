"""Batches: the one function that engines need, texts in and records out; it raises for no text."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

import pyarrow as pa

import corpuskit
from corpuskit_arrow.rows import row_of, unread
from corpuskit_arrow.texts import sources_in
from corpuskit_arrow.types import record_type

__all__ = ["extract_batch", "extract_batches"]


def extract_batch(
    batch: pa.RecordBatch,
    *,
    pipeline: corpuskit.Pipeline | None = None,
    segment: bool = True,
    columns: corpuskit.Columns | None = None,
) -> pa.RecordBatch:
    """Records of the texts in a batch: a pure function, so an engine may run it anywhere, twice.

    Whatever goes wrong with a text or a plugin is in the `failures` of a row and never an
    exception, which would cost an engine the whole job. A text that cannot be read has one row
    with `part` 0 and no article. `id` and `part` are the key: running again replaces rows.

    Args:
        batch: one text a row, in the column `text`; `id`, `published`, `captured`, `url`,
            `publisher` and `language` are read where they are. An `id` is worth giving: without
            one a row is named by its number.
        pipeline: default: all installed plugins, planned once a process.
        segment: False: each text is one clean article body.
        columns: their names, where they are others.

    Returns:
        A batch of `record_type()`, in the order of the texts and of the articles in them.

    Raises:
        ConfigurationError: if there is no column of texts, or none of one that was named.
    """
    pipeline = pipeline or _installed()
    rows = []
    for id, source in sources_in(batch, columns or corpuskit.Columns()):
        if isinstance(source, str):
            rows.append(unread(id, source))
        else:
            rows += [row_of(result) for result in pipeline.run([source], segment=segment)]
    return pa.RecordBatch.from_pylist(rows, schema=record_type())


def extract_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    pipeline: corpuskit.Pipeline | None = None,
    segment: bool = True,
    columns: corpuskit.Columns | None = None,
) -> Iterator[pa.RecordBatch]:
    """`extract_batch` over a stream of batches, one out for each in: what `mapInArrow` takes."""
    for batch in batches:
        yield extract_batch(batch, pipeline=pipeline, segment=segment, columns=columns)


@functools.cache
def _installed() -> corpuskit.Pipeline:
    return corpuskit.Pipeline.installed()
