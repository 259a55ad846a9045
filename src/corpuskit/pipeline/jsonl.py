"""JSON Lines: texts, an object a line, as sources; told apart from what the project writes."""

from __future__ import annotations

import codecs
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from corpuskit.contract import Reader
from corpuskit.model import RECORD_VERSION, Columns, RecordError, Source, SourceError
from corpuskit.model.source import path_id
from corpuskit.pipeline.packed import also_packed, opened, unpacked
from corpuskit.pipeline.records import parsed

__all__ = ["JsonLines", "is_output"]


class JsonLines(Reader):
    """Reads the texts of a file of JSON Lines: a source an object, from the keys of `Columns`."""

    name = "jsonl"
    suffixes = also_packed(".jsonl", ".ndjson")

    def __init__(self, *, columns: Columns | None = None) -> None:
        self.columns = columns or Columns()

    def __call__(self, path: Path, *, published: dt.date | None = None) -> Iterable[Source]:
        """Sources in the order of the lines, in constant memory.

        Raises:
            SourceError: for a file that `is_output`; and after all other lines, if some could not
                be sources, with the first of them and what is wrong.
        """
        if is_output(path):
            raise SourceError(
                "holds what corpuskit wrote, and no texts; view, link and export read records",
                file=path_id(path),
            )
        with opened(path) as lines:
            rows = ((number, _row(value)) for number, value in _values(lines))
            yield from self.columns.sources(rows, path=path, kind="line", published=published)


def is_output(path: Path) -> bool:
    """Whether a file of JSON Lines holds records, clusters or stories, by its first line."""
    if unpacked(path) not in JsonLines.suffixes or not path.is_file():
        return False
    try:
        with opened(path) as lines:
            first = next((value for _, value in _values(lines)), None)
    except SourceError:
        return False  # what is wrong with it shall be told
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
