"""Records: results to JSON lines and back, one source at a time; clusters back, too."""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import IO, Any, NamedTuple, TypeVar

from corpuskit.model import Annotation, EventCluster, RecordError, Result, several
from corpuskit.model.files import opened
from corpuskit.model.record import with_sources

__all__ = ["parsed", "read_clusters", "read_jsonl", "to_line"]

T = TypeVar("T")


def to_line(result: Result) -> str:
    """The record as one line with its line end; the same bytes every time."""
    return json.dumps(result.to_dict(), ensure_ascii=False, separators=(",", ":")) + "\n"


def read_jsonl(
    path: str | os.PathLike[str] | IO[bytes], *, layers: Iterable[type[Annotation]] = ()
) -> Iterator[Result]:
    """Results of a JSONL file, one source's at a time: those that follow one another share it.

    Args:
        path: a file, packed or not; or what is open already, for bytes.
        layers: annotation classes beyond the core's that the records may hold.

    Raises:
        RecordError: naming the file and the line.
        TypeError: for a file that is open for text.
    """
    known = several(layers)
    return (
        record.made(functools.partial(Result.from_dict, source=source, layers=known))
        for source, record in with_sources(_read(path), attrgetter("data"))
    )


def read_clusters(path: str | os.PathLike[str]) -> Iterator[EventCluster]:
    """Clusters of a JSONL file, as `corpuskit link -o` writes it.

    Raises:
        RecordError: naming the file and the line.
    """
    return (record.made(EventCluster.from_dict) for record in _read(path))


class _Record(NamedTuple):
    """What a line says, or that it says nothing, and where it stands."""

    data: Any
    error: RecordError | None
    line: int
    file: str

    def made(self, make: Callable[[Any], T]) -> T:
        try:
            if self.error is not None:
                raise self.error
            return make(self.data)
        except RecordError as error:
            told = f"line {self.line}: {error.message}"
            raise RecordError(told, file=self.file or None) from None


def _read(given: str | os.PathLike[str] | IO[bytes]) -> Iterator[_Record]:
    if isinstance(given, str | os.PathLike):
        with opened(Path(given)) as lines:
            yield from _records(lines, str(given))
    else:
        yield from _records(given, str(getattr(given, "name", "")))


def _records(lines: Iterable[bytes], file: str) -> Iterator[_Record]:
    for number, line in enumerate(lines, 1):
        if isinstance(line, str):
            raise TypeError("records are read as bytes: give the path, or open(path, 'rb')")
        if not line.strip():
            continue
        try:
            yield _Record(parsed(line), None, number, file)
        except RecordError as error:
            yield _Record(None, error, number, file)


def parsed(line: bytes) -> Any:
    """The value that a line of JSON says.

    Raises:
        RecordError: if it is no JSON, or no UTF-8; it names the column, not the line.
    """
    try:
        return json.loads(line.rstrip().decode("utf-8"))
    except json.JSONDecodeError as error:
        raise RecordError(f"no JSON at column {error.pos + 1}: {error.msg}") from None
    except (ValueError, RecursionError) as error:  # no UTF-8, endless digits, too deep
        raise RecordError(f"no JSON: {error}") from None
