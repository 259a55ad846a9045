"""Progress: a bar on a terminal, nothing in a pipe; tqdm draws it (the extra `progress`)."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TypeVar

__all__ = ["progress"]

T = TypeVar("T")


def progress(items: Sequence[T]) -> Iterable[T]:
    """`items`, with a bar on standard error while it and standard output are terminals."""
    if len(items) < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        return items
    try:
        from tqdm import tqdm  # type: ignore[import-untyped, unused-ignore]
    except ImportError:
        return items
    bar: Iterable[T] = tqdm(items, unit="file", dynamic_ncols=True)
    return bar
