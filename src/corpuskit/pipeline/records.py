"""Records: results to JSON lines and back, one line at a time."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpuskit.model import Annotation, RecordError, Result

__all__ = ["read_jsonl", "to_line"]


def to_line(result: Result) -> str:
    """The record as one line with its line end; the same bytes every time."""
    return json.dumps(result.to_dict(), ensure_ascii=False, separators=(",", ":")) + "\n"


def read_jsonl(
    path: str | os.PathLike[str], *, layers: Iterable[type[Annotation]] = ()
) -> Iterator[Result]:
    """Results of a JSONL file, in constant memory.

    Args:
        layers: annotation classes beyond the core's that the records may hold.

    Raises:
        RecordError: naming the file and the line.
    """
    known = tuple(layers)
    with Path(path).open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                yield Result.from_dict(json.loads(line), layers=known)
            except (RecordError, json.JSONDecodeError) as error:
                message = error.message if isinstance(error, RecordError) else str(error)
                raise RecordError(f"line {number}: {message}", file=str(path)) from None
