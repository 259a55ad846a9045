"""Progress: a bar on a terminal, nothing in a pipe; tqdm draws it (the extra `progress`)."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

__all__ = ["Progress"]

T = TypeVar("T")
R = TypeVar("R")


class Progress(Generic[T]):
    """Iterates over `items` with a bar on standard error, if that is a terminal.

    Of a single file nobody knows how much it holds: what has come out of it is counted.

    What is printed meanwhile goes through `say` and `complain`, so that it and the bar do not
    mix.
    """

    def __init__(self, items: Sequence[T]) -> None:
        self._items = items
        self._tqdm: Any = None
        if items and sys.stderr.isatty():
            try:
                from tqdm import tqdm  # type: ignore[import-untyped, unused-ignore]
            except ImportError:
                return
            self._tqdm = tqdm

    def __iter__(self) -> Iterator[T]:
        return self._shown(self._items, "file") if len(self._items) > 1 else iter(self._items)

    def within(self, results: Iterable[R]) -> Iterator[R]:
        """What comes out of one item, counted where that is the only one."""
        return iter(results) if len(self._items) > 1 else self._shown(results, "article")

    def _shown(self, some: Iterable[R], unit: str) -> Iterator[R]:
        if self._tqdm is None:
            return iter(some)
        shown: Iterable[R] = self._tqdm(some, unit=f" {unit}s", dynamic_ncols=True, leave=False)
        return iter(shown)

    def say(self, text: str, *, heard: bool = True) -> None:
        """To standard output; if its reader may leave (`heard` is False), then to nobody."""
        try:
            self._print(text, sys.stdout)
        except BrokenPipeError:
            if heard:
                raise
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def complain(self, text: str) -> None:
        """To standard error."""
        self._print(text, sys.stderr)

    def _print(self, text: str, stream: Any) -> None:
        if self._tqdm is None:
            print(text, file=stream)
        else:
            self._tqdm.write(text, file=stream)
