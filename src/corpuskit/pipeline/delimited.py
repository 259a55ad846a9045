"""Delimited: texts in CSV or TSV, a row a text; told apart from what the project writes."""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain, zip_longest
from pathlib import Path
from typing import IO

from corpuskit.contract import StreamReader
from corpuskit.model import Columns, ConfigurationError, EmptySourceError, Source, SourceError
from corpuskit.model.files import also_packed, opened, path_id, unpacked
from corpuskit.model.source import decoded

__all__ = ["DelimitedTexts"]

Row = Mapping[str, str | None]

_SEPARATORS = {".csv": ",;\t", ".tsv": "\t,;"}
"""By the ending; the first of those that are as frequent."""

_QUOTED = re.compile(r'"[^"]*"?')
_MARK = codecs.BOM_UTF8.decode("latin-1")
_WIDE = (codecs.BOM_UTF16_LE.decode("latin-1"), codecs.BOM_UTF16_BE.decode("latin-1"))
_OURS = (
    ["source", "article", "published"],
    ["event", "field", "conflict"],
    ["event", "type", "modality"],
    ["story", "source", "article"],
)
"""How the tables begin that `export` and `link` write."""

_LONGEST = 2**31 - 1
"""A cell may be as long as a book; csv's own limit is 131,072."""


class DelimitedTexts(StreamReader):
    """Reads the texts of a table: a source a row, from the columns of `Columns`.

    Cells are apart by commas, semicolons or tabs, as the header shows; an empty cell is unknown,
    and so is one that is left out at a row's end. A row that is wrong, or not in the encoding, is
    left out and named, and the others are read; behind wrong quotes, from the next line on that has
    a cell for each column.
    """

    name = "csv"
    suffixes = also_packed(".csv", ".tsv")

    def __init__(self, *, columns: Columns | None = None, encoding: str = "utf-8") -> None:
        self.columns = columns or Columns()
        self.encoding = encoding

    def read(
        self, file: IO[bytes], path: Path, *, published: dt.date | None = None
    ) -> Iterable[Source]:
        """Sources in the order of the rows, in constant memory; the header is row 1.

        Raises:
            SourceError: if there is no column of texts, or none of one that was named; and after
                all other rows, if some could not be sources, with the first and what is wrong.
        """
        with _characters(file) as lines:
            header, rows = self._table(lines, path)
            if header[:3] in _OURS:
                raise SourceError("holds what corpuskit wrote, and no texts", file=path_id(path))
            for name in self.columns.names:
                if header.count(name) > 1:
                    raise SourceError(f"two columns are called {name!r}", file=path_id(path))
            try:
                self.columns.check(header)
            except ConfigurationError as error:
                raise SourceError(error.message, file=path_id(path)) from None
            yield from self.columns.sources(rows, path=path, published=published)

    def has_texts(self, path: Path) -> bool:
        """Whether its header has the column of texts, and it is no table that the project wrote."""
        try:
            with opened(path) as file, _characters(file) as lines:
                header, _ = self._table(lines, path)
        except (SourceError, OSError):
            return True  # what is wrong with it shall be told
        return self.columns.text in header and header[:3] not in _OURS

    def _table(
        self, lines: IO[str], path: Path
    ) -> tuple[list[str], Iterator[tuple[int, Row | SourceError]]]:
        first = lines.readline()
        if not first:
            raise EmptySourceError("the input is empty: 0 bytes", file=path_id(path))
        if first.startswith(_WIDE):
            raise SourceError("the table is UTF-16; save it as UTF-8", file=path_id(path))
        first = first.removeprefix(_MARK)
        separator = _separator(first, path)
        table = csv.reader(chain([first], lines), delimiter=separator, strict=True)
        try:
            header = [self._decoded(cell) for cell in _next(table)]
        except csv.Error as error:
            raise SourceError(f"no table: {error}", file=path_id(path)) from None
        except SourceError as error:
            raise SourceError(f"the header: {error.message}", file=path_id(path)) from None
        return header, self._rows(header, table)

    def _rows(
        self, header: list[str], table: Iterator[list[str]]
    ) -> Iterator[tuple[int, Row | SourceError]]:
        number = 1
        torn = False  # what follows wrong quotes may be the rest of that row
        while True:
            number += 1
            try:
                cells = _next(table)
            except StopIteration:
                return
            except csv.Error as error:
                if not torn:
                    yield number, SourceError(f"quotes or separators: {error}")
                torn = True
                continue
            if cells and not (torn and len(cells) != len(header)):  # a blank line is no row
                torn = False
                yield number, self._row(header, cells)

    def _row(self, header: list[str], cells: list[str]) -> Row | SourceError:
        if len(cells) > len(header):
            return SourceError(f"more cells than columns: {len(cells)} for {len(header)}")
        wanted = self.columns.names
        try:
            return {
                name: self._decoded(cell) or None
                for name, cell in zip_longest(header, cells, fillvalue="")
                if name in wanted
            }
        except SourceError as error:
            return error

    def _decoded(self, cell: str) -> str:
        return decoded(cell.encode("latin-1"), self.encoding, file=None)


def _separator(header: str, path: Path) -> str:
    """The mark that is most frequent outside of quotes."""
    known = _SEPARATORS.get(unpacked(path), _SEPARATORS[".csv"])
    return max(known, key=_QUOTED.sub("", header).count)


@contextmanager
def _characters(file: IO[bytes]) -> Iterator[IO[str]]:
    """Bytes as characters one to one, so that a cell is decoded alone."""
    text = io.TextIOWrapper(file, encoding="latin-1", newline="")
    try:
        yield text
    finally:
        text.detach()  # the file is closed by who opened it


def _next(table: Iterator[list[str]]) -> list[str]:
    """The next row, with cells of any length; csv has one limit for everybody, put back at once.

    Raises:
        StopIteration: behind the last one.
        csv.Error: for marks that make no row.
    """
    limit = csv.field_size_limit(_LONGEST)
    try:
        return next(table)
    finally:
        csv.field_size_limit(limit)
