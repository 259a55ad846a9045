"""Files: what a path is called as an id, and its bytes, unpacked where its ending says so."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import IO

from corpuskit.model.errors import SourceError

__all__ = ["also_packed", "ending_of", "opened", "path_id", "unpacked"]

_MODULES = {".gz": "gzip", ".bz2": "bz2", ".xz": "lzma"}


def path_id(path: Path) -> str:
    """A path as an id: forward slashes, and a byte that is no UTF-8 as "\\xe9"."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def also_packed(*endings: str) -> tuple[str, ...]:
    """The endings, and what they are when packed: ".csv", ".csv.gz" and so on."""
    return (*endings, *(ending + packing for ending in endings for packing in _MODULES))


def ending_of(path: Path, known: Collection[str]) -> str:
    """The last two endings together where they are known, as ".csv.gz"; else the last one."""
    both = "".join(path.suffixes[-2:]).lower()
    return both if both in known else path.suffix.lower()


def unpacked(path: Path) -> str:
    """The ending that tells what is in a file, packed or not: ".csv" of "a.csv.gz"."""
    inner = path.with_suffix("") if path.suffix.lower() in _MODULES else path
    return inner.suffix.lower()


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked while they are read.

    Raises:
        SourceError: in the body, for bytes that cannot be unpacked.
        OSError: if the file cannot be read.
    """
    module = _MODULES.get(path.suffix.lower())
    if module is None:
        with path.open("rb") as file:
            yield file
        return
    try:
        with import_module(module).open(path, "rb") as file:
            yield file
    except (EOFError, zlib.error, import_module("lzma").LZMAError) as error:
        raise _broken(path, error) from None
    except OSError as error:
        if error.errno is None:  # no fault of the disk, but of the bytes
            raise _broken(path, error) from None
        raise


def _broken(path: Path, error: Exception) -> SourceError:
    return SourceError(f"cannot be unpacked to its end: {error}", file=path_id(path))
