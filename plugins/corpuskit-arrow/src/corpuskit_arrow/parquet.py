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


def _columns(said: str | corpuskit.Columns) -> corpuskit.Columns:
    return corpuskit.Columns.of(said)


@attrs.frozen(kw_only=True)
class ParquetTexts(corpuskit.Reader):
    """Reads the texts of a Parquet file: a source a row.

    Attributes:
        columns: which column holds what, as `corpuskit.Columns` or "text=body,title=headline".
    """

    columns: corpuskit.Columns = attrs.field(default=corpuskit.Columns(), converter=_columns)

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
            SourceError: if it is no Parquet file, or has no column of texts; and after all other
                rows, if some could not be sources, with the first of them and what is wrong.
        """
        import pyarrow as pa
        import pyarrow.parquet as pq

        from corpuskit_arrow.texts import rows_in

        file = path.as_posix()
        try:
            table = pq.ParquetFile(path)
        except pa.ArrowInvalid as error:
            raise corpuskit.SourceError(f"no Parquet file: {error}", file=file) from None
        with table:
            groups = (rows_in(batch, self.columns) for batch in table.iter_batches(GROUP))
            rows = enumerate(itertools.chain.from_iterable(groups))
            try:
                yield from self.columns.sources(rows, path=path, published=published)
            except corpuskit.ConfigurationError as error:
                raise corpuskit.SourceError(error.message, file=file) from None


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
