"""Texts: a file of plain text, read as one source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from corpuskit.contract import StreamReader
from corpuskit.model import Source, SourceError
from corpuskit.model.files import also_packed, path_id

__all__ = ["TextReader"]


class TextReader(StreamReader):
    """Reads a text file as one source, strictly in its encoding."""

    name = "text"
    suffixes = also_packed(".txt", ".text")

    def __init__(self, *, encoding: str = "utf-8") -> None:
        self.encoding = encoding

    def read(
        self, file: IO[bytes], path: Path, *, published: dt.date | None = None
    ) -> Iterable[Source]:
        """One `Source`; raises as `Source.from_bytes`, and for RTF, whose codes are no text."""
        id_, data = path_id(path), file.read()
        if data.startswith(rb"{\rtf"):
            raise SourceError("is RTF: save it as plain text first", file=id_)
        yield Source.from_bytes(data, id=id_, encoding=self.encoding, published=published)
