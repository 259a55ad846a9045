"""JSON Lines: texts, an object a line, as sources; told apart from what the project writes."""

from __future__ import annotations

import codecs
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from corpuskit.contract import StreamReader
from corpuskit.model import RECORD_VERSION, Columns, RecordError, Source, SourceError
from corpuskit.model.files import also_packed, opened, path_id, unpacked
from corpuskit.pipeline.records import parsed

__all__ = ["JsonLines", "begins_as_output", "holds_no_records", "is_output"]


class JsonLines(StreamReader):
    """Reads the texts of a file of JSON Lines: a source an object, from the keys of `Columns`."""

    name = "jsonl"
    suffixes = also_packed(".jsonl", ".ndjson")

    def __init__(self, *, columns: Columns | None = None) -> None:
        self.columns = columns or Columns()

    def read(
        self, file: IO[bytes], path: Path, *, published: dt.date | None = None
    ) -> Iterable[Source]:
        """Sources in the order of the lines, in constant memory.

        Raises:
            SourceError: for what corpuskit wrote; and after all other lines, if some could not be
                sources, with the first of them and what is wrong.
        """
        values = _values(file)
        first = tuple(islice(values, 1))
        if any(_is_ours(value) for _, value in first):
            raise SourceError(
                "holds what corpuskit wrote, and no texts; view, link and export read records",
                file=path_id(path),
            )
        rows = ((number, _row(value)) for number, value in chain(first, values))
        yield from self.columns.sources(rows, path=path, kind="line", published=published)


def is_output(path: Path) -> bool:
    """Whether a file of JSON Lines holds records, clusters or stories, by its first line."""
    if unpacked(path) not in JsonLines.suffixes or not path.is_file():
        return False
    try:
        with opened(path) as lines:
            return begins_as_output(lines)
    except SourceError:
        return False  # what is wrong with it shall be told


def holds_no_records(path: Path) -> bool:
    """Whether a file of JSON Lines holds something else, by its first line; not if that is broken,
    for whoever reads it shall be told."""
    try:
        with opened(path) as lines:
            first = [value for _, value in islice(_values(lines), 1)]
    except SourceError:
        return False
    records = (SourceError, Mapping)
    return any(
        not isinstance(value, records) or (isinstance(value, Mapping) and "schema" not in value)
        for value in first
    )


def begins_as_output(lines: Iterable[bytes]) -> bool:
    """Whether the first of some lines is a record, a cluster or a story."""
    return any(_is_ours(value) for _, value in islice(_values(lines), 1))


def _is_ours(first: Any) -> bool:
    if isinstance(first, list):
        return all(isinstance(article, str) for article in first)
    return isinstance(first, dict) and (
        first.get("schema") == RECORD_VERSION or {"members", "claims"} <= first.keys()
    )


def _values(lines: Iterable[bytes]) -> Iterator[tuple[int, Any]]:
    """What each line says, with its number; of what is no JSON, the error."""
    for number, line in enumerate(lines, 1):
        line = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if line.strip():
            try:
                yield number, parsed(line)
            except RecordError as error:
                yield number, SourceError(error.message)


def _row(value: Any) -> Mapping[str, Any] | SourceError:
    if isinstance(value, dict | SourceError):
        return value
    return SourceError(f"a {type(value).__name__}, not an object")
