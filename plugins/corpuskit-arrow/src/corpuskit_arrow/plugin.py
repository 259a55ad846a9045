"""Registration: Parquet files as texts to read and as a format to write; loads no pyarrow."""

from __future__ import annotations

import corpuskit
from corpuskit_arrow.parquet import ParquetRecords, ParquetTexts


@corpuskit.hookimpl
def corpuskit_readers() -> list[corpuskit.Reader]:
    """`corpuskit extract pages.parquet`."""
    return [ParquetTexts()]


@corpuskit.hookimpl
def corpuskit_exporters() -> list[corpuskit.Exporter]:
    """`corpuskit export records.jsonl --as parquet`."""
    return [ParquetRecords()]
