"""Readers: which reader takes which file; plain text is built in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from corpuskit.contract import Reader, Registry
from corpuskit.model import Source

__all__ = ["TextReader", "find_files", "readers_by_suffix"]


class TextReader(Reader):
    """Reads a text file as one source, strictly in its encoding."""

    name = "text"
    suffixes = (".txt", ".text")

    def __init__(self, *, encoding: str = "utf-8", captured: dt.datetime | None = None) -> None:
        self.encoding = encoding
        self.captured = captured

    def __call__(self, path: Path, *, published: dt.date | None = None) -> Iterable[Source]:
        """One `Source`; see `Source.from_path` for what it raises."""
        yield Source.from_path(
            path, encoding=self.encoding, published=published, captured=self.captured
        )


def readers_by_suffix(registry: Registry, text: TextReader) -> Mapping[str, Reader]:
    """File name ending to reader; the built-in yields to a plugin that claims its endings."""
    table: dict[str, Reader] = dict.fromkeys(text.suffixes, text)
    for part in registry.parts("readers"):
        table.update(dict.fromkeys(part.object.suffixes, part.object))
    return table


def find_files(paths: Iterable[Path], suffixes: Iterable[str]) -> Iterator[Path]:
    """The files that `paths` name: files as they are, folders with all readable files in them.

    Files of a folder come sorted by path; hidden ones and those whose ending nobody reads are
    passed over.
    """
    known = tuple(suffixes)
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                inner = file.relative_to(path).parts
                if (
                    file.suffix.lower() in known
                    and file.is_file()
                    and not any(part.startswith(".") for part in inner)
                ):
                    yield file
        else:
            yield path
