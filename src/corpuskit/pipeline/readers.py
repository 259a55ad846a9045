"""Readers: which reader takes which file; plain text, JSON Lines and CSV are built in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from corpuskit.contract import Reader, Registry
from corpuskit.model import OutputError, Source, SourceError
from corpuskit.model.source import path_id
from corpuskit.pipeline.aside import choose_by_key
from corpuskit.pipeline.jsonl import is_output
from corpuskit.pipeline.packed import also_packed, ending_of, opened

__all__ = ["TextReader", "find_files", "read_by", "readers_by_suffix"]


class TextReader(Reader):
    """Reads a text file as one source, strictly in its encoding."""

    name = "text"
    suffixes = also_packed(".txt", ".text")

    def __init__(self, *, encoding: str = "utf-8") -> None:
        self.encoding = encoding

    def __call__(self, path: Path, *, published: dt.date | None = None) -> Iterable[Source]:
        """One `Source`, unpacked where its ending says so.

        Raises:
            SourceError: for bytes that cannot be unpacked, and as `Source.from_path`.
        """
        with opened(path) as file:
            data = file.read()
        yield Source.from_bytes(data, id=path_id(path), encoding=self.encoding, published=published)


def readers_by_suffix(
    registry: Registry, built_in: Iterable[Reader]
) -> tuple[Mapping[str, Reader], Mapping[str, str]]:
    """File name ending to reader; a built-in one yields to a plugin that claims its endings.

    Returns:
        the table, and ending to reason for those that several plugins claim: nobody reads them.
    """
    chosen, disputed, _ = choose_by_key("readers", registry.parts("readers"))
    table: dict[str, Reader] = {suffix: one for one in built_in for suffix in one.suffixes}
    table.update({suffix: part.object for suffix, part in chosen.items()})
    for suffix in disputed:
        table.pop(suffix, None)
    return table, {suffix: one.reason for suffix, one in disputed.items()}


def read_by(reader: Reader, path: Path, *, published: dt.date | None = None) -> Iterator[Source]:
    """The sources that `reader` makes of a file, one at a time.

    Raises:
        SourceError: for whatever a reader raises that is no error of its own: it names both.
    """
    try:
        for source in reader(path, published=published):
            if not isinstance(source, Source):
                raise OutputError(f"gave {type(source).__name__}, not Source")
            yield source
    except (SourceError, OSError):
        raise
    except (Exception, SystemExit) as error:
        message = f"the reader {reader.name} failed: {type(error).__name__}: {error}"
        raise SourceError(message, file=str(path)) from error


def find_files(
    paths: Iterable[Path], suffixes: Iterable[str], *, no_texts: Callable[[Path], bool] = is_output
) -> Iterator[Path]:
    """The files that `paths` name: files as they are, folders with all readable files in them.

    Files of a folder come sorted by path; hidden ones, those whose ending nobody reads and those
    with `no_texts`, as what an earlier run wrote, are passed over.
    """
    known = frozenset(suffixes)
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                inner = file.relative_to(path).parts
                if (
                    ending_of(file, known) in known
                    and file.is_file()
                    and not any(part.startswith(".") for part in inner)
                    and not no_texts(file)
                ):
                    yield file
        else:
            yield path
