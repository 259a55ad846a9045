"""Records: results to JSON lines and back, one line at a time; clusters back, too."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any, TypeVar

from corpuskit.model import Annotation, EventCluster, RecordError, Result, several
from corpuskit.model.files import opened

__all__ = ["parsed", "read_clusters", "read_jsonl", "to_line"]

T = TypeVar("T")


def to_line(result: Result) -> str:
    """The record as one line with its line end; the same bytes every time."""
    return json.dumps(result.to_dict(), ensure_ascii=False, separators=(",", ":")) + "\n"


def read_jsonl(
    path: str | os.PathLike[str] | IO[bytes], *, layers: Iterable[type[Annotation]] = ()
) -> Iterator[Result]:
    """Results of a JSONL file, in constant memory.

    Args:
        path: a file, packed or not; or what is open already, for bytes.
        layers: annotation classes beyond the core's that the records may hold.

    Raises:
        RecordError: naming the file and the line.
        TypeError: for a file that is open for text.
    """
    known = several(layers)
    return _read(path, lambda data: Result.from_dict(data, layers=known))


def read_clusters(path: str | os.PathLike[str]) -> Iterator[EventCluster]:
    """Clusters of a JSONL file, as `corpuskit link -o` writes it.

    Raises:
        RecordError: naming the file and the line.
    """
    return _read(path, EventCluster.from_dict)


def _read(given: str | os.PathLike[str] | IO[bytes], made: Callable[[Any], T]) -> Iterator[T]:
    if isinstance(given, str | os.PathLike):
        with opened(Path(given)) as lines:
            yield from _made(lines, made, str(given))
    else:
        yield from _made(given, made, str(getattr(given, "name", "")))


def _made(lines: Iterable[bytes], made: Callable[[Any], T], file: str) -> Iterator[T]:
    for number, line in enumerate(lines, 1):
        if isinstance(line, str):
            raise TypeError("records are read as bytes: give the path, or open(path, 'rb')")
        if not line.strip():
            continue
        try:
            yield made(parsed(line))
        except RecordError as error:
            raise RecordError(f"line {number}: {error.message}", file=file or None) from None


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
