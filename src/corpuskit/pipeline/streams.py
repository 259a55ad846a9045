"""Streams: readers of what is opened for them, be it a file, packed or not, or standard input."""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from corpuskit.contract import Reader
from corpuskit.model import Source
from corpuskit.model.files import also_packed, opened, path_id

__all__ = ["StreamReader", "TextReader"]


class StreamReader(Reader):
    """Reads bytes from their beginning to their end, once, without looking back."""

    def __call__(self, path: Path, *, published: dt.date | None = None) -> Iterable[Source]:
        """The sources of a file, as `read`; `SourceError` where it cannot be unpacked."""
        with opened(path) as file:
            yield from self.read(file, path, published=published)

    @abstractmethod
    def read(
        self, file: IO[bytes], path: Path, *, published: dt.date | None = None
    ) -> Iterable[Source]:
        """The sources of what was opened; `path` is only what it is called."""
        raise NotImplementedError


class TextReader(StreamReader):
    """Reads a text file as one source, strictly in its encoding."""

    name = "text"
    suffixes = also_packed(".txt", ".text")

    def __init__(self, *, encoding: str = "utf-8") -> None:
        self.encoding = encoding

    def read(
        self, file: IO[bytes], path: Path, *, published: dt.date | None = None
    ) -> Iterable[Source]:
        """One `Source`; raises as `Source.from_bytes`."""
        id_, encoding = path_id(path), self.encoding
        yield Source.from_bytes(file.read(), id=id_, encoding=encoding, published=published)
