"""Parquet: files with texts in a column to read, and files of records to write."""

from __future__ import annotations

import datetime as dt
import io
import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, ClassVar

import attrs

import corpuskit

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["ParquetRecords", "ParquetTexts"]

GROUP = 1000
"""Rows that are read or written together; what is held in memory."""

SOME = 3
"""So many of the rows that cannot be read are named."""


class ParquetTexts(corpuskit.Reader):
    """Reads the texts of a Parquet file: a source a row, from the columns named in `texts.py`."""

    name = "parquet-texts"
    suffixes = (".parquet",)
    exempt: ClassVar = {"no_outside_world": "pyarrow reads the environment when it is loaded"}

    @property
    def samples(self) -> dict[str, bytes]:
        """Two files for the conformance kit: one with all columns, one with texts alone."""
        import pyarrow as pa

        text = "Two guards were killed near Velm on Monday.\n"
        full = {"id": "wire", "text": text, "published": dt.date(2021, 2, 18), "url": "u"}
        return {
            "full.parquet": _written(pa.Table.from_pylist([full, {**full, "id": "late"}])),
            "bare.parquet": _written(pa.Table.from_pylist([{"text": text}, {"text": text * 2}])),
        }

    def __call__(
        self, path: Path, *, published: dt.date | None = None
    ) -> Iterator[corpuskit.Source]:
        """Sources in the order of the rows; `published` stands in where a row has none.

        Raises:
            SourceError: if it is no Parquet file, or has no column `text`; and after all other
                rows, if some could not be sources, with the first of them and what is wrong.
        """
        import pyarrow as pa
        import pyarrow.parquet as pq

        from corpuskit_arrow.texts import sources_in

        file = path.as_posix()
        try:
            table = pq.ParquetFile(path)
        except pa.ArrowInvalid as error:
            raise corpuskit.SourceError(f"no Parquet file: {error}", file=file) from None
        wrong, first = [], 0
        with table:
            for batch in table.iter_batches(GROUP):
                for _, source in sources_in(batch, file=file, first=first):
                    if isinstance(source, str):
                        wrong.append(source)
                    else:
                        yield (
                            source
                            if source.published
                            else attrs.evolve(source, published=published)
                        )
                first += batch.num_rows
        if wrong:
            told = "; ".join(wrong[:SOME]) + ("; …" if len(wrong) > SOME else "")
            raise corpuskit.SourceError(f"rows left out: {len(wrong)} ({told})", file=file)


class ParquetRecords(corpuskit.Exporter):
    """Writes records as Parquet, with a column of structs a layer: see `record_type`."""

    name = "parquet"
    suffix = ".parquet"
    exempt: ClassVar = {"no_outside_world": "pyarrow reads the environment when it is loaded"}

    def __call__(self, results: Iterable[corpuskit.Result], out: IO[bytes]) -> None:
        """A row an article, in groups of `GROUP`, so that memory stays flat."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        from corpuskit_arrow.rows import row_of
        from corpuskit_arrow.types import record_type

        rows = map(row_of, results)
        with pq.ParquetWriter(out, record_type(), compression="zstd") as file:
            while group := list(itertools.islice(rows, GROUP)):
                file.write_batch(pa.RecordBatch.from_pylist(group, schema=record_type()))


def _written(table: pa.Table) -> bytes:
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()
