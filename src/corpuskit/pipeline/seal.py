"""Seal: what a plugin may not change is remembered, put back where it did, and named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from corpuskit.model.codec import field_names, per_class

__all__ = ["Seal", "changed_in", "rows_of"]

_Reader = Callable[[Iterable[object]], list[tuple[object, ...]]]


@per_class
def rows_of(cls: Any) -> _Reader:
    """Reads all fields of objects of a class: written out for it, as attrs writes its methods."""
    fields = "".join(f"item.{name}, " for name in field_names(cls))
    reader: _Reader = eval(f"lambda items: [({fields}) for item in items]")
    return reader


class Seal:
    """Remembers what objects of one class hold, and puts it back where a plugin changed it."""

    __slots__ = ("_items", "_read", "_seen")

    def __init__(
        self, items: Sequence[object], seen: list[tuple[object, ...]] | None = None
    ) -> None:
        """`seen`: what they hold, where that was read already."""
        self._items = items
        if items:
            self._read = rows_of(type(items[0]))
            self._seen = self._read(items) if seen is None else seen

    def broken(self) -> str:
        """Restores every changed object; returns what was changed, or ""."""
        changed = ""
        if not self._holds():
            for item, values in zip(self._items, self._seen, strict=True):
                changed = _restored(item, values) or changed
        return changed

    def _holds(self) -> bool:
        """Whether all fields hold what they held: mostly the very same objects, told at once."""
        try:
            return not self._items or self._read(self._items) == self._seen
        except AttributeError:  # a field was deleted
            return False


def changed_in(seals: Iterable[Seal]) -> str:
    """Restores what was changed under any of the seals; returns what that was, or ""."""
    changed = ""
    for seal in seals:
        changed = seal.broken() or changed
    return changed


def _restored(item: object, values: tuple[object, ...]) -> str:
    changed = ""
    for name, value in zip(field_names(type(item)), values, strict=True):
        if getattr(item, name, None) is not value:
            object.__setattr__(item, name, value)
            changed = f"{type(item).__name__}.{name}"
    return changed
