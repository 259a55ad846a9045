"""Readers: which reader takes which file, and which files of a folder hold texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO

from corpuskit.contract import Reader, Registry
from corpuskit.model import ConfigurationError, OutputError, Source, SourceError
from corpuskit.model.files import ending_of, path_id
from corpuskit.pipeline.aside import choose_by_key
from corpuskit.pipeline.jsonl import is_output

__all__ = ["find_files", "read_by", "reader_called", "readers_by_suffix"]


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


def reader_called(name: str, registry: Registry, built_in: Iterable[Reader]) -> Reader:
    """The reader of that name, a plugin's before a built-in one.

    Raises:
        ConfigurationError: if there is none; the message lists those that there are.
    """
    table = {one.name: one for one in built_in}
    table |= {part.name: part.object for part in registry.parts("readers")}
    if name not in table:
        raise ConfigurationError(f"no reader {name!r}; there are: {', '.join(sorted(table))}")
    return table[name]


def read_by(
    reader: Reader, path: Path, *, published: dt.date | None = None, file: IO[bytes] | None = None
) -> Iterator[Source]:
    """The sources that `reader` makes of a file, one at a time.

    Args:
        file: what is open already, as standard input is, and called `path`.

    Raises:
        SourceError: for whatever a reader raises that is no error of its own: it names both; and
            if it cannot read what is open already.
    """
    try:
        if file is None:
            sources = reader(path, published=published)
        elif (read := getattr(reader, "read", None)) is not None:
            sources = read(file, path, published=published)
        else:
            raise SourceError(f"the reader {reader.name} needs a file", file=path_id(path))
        for source in sources:
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
