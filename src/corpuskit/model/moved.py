"""Moved: a value with every span in it moved, whatever else it holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import attrs

from corpuskit.model.source import Source
from corpuskit.model.span import Span

__all__ = ["moved"]

T = TypeVar("T")


def moved(value: T, move: Callable[[Span], Span]) -> T:
    """A copy with its spans moved: those of an attrs class, of tuples, and of what they hold.

    What was one object in two places is one again. A `Source` and whatever is neither stays.
    """
    known: dict[int, tuple[Any, Any]] = {}  # with the original, so that its id stays its own

    def again(one: Any) -> Any:
        if type(one) is tuple:
            return tuple(map(again, one))
        if not attrs.has(type(one)) or type(one) is Source:
            return one
        if id(one) not in known:
            known[id(one)] = one, move(one) if type(one) is Span else copy(one)
        return known[id(one)][1]

    def copy(one: Any) -> Any:
        held = {field.alias: getattr(one, field.name) for field in attrs.fields(type(one))}
        return attrs.evolve(one, **{name: again(part) for name, part in held.items()})

    return again(value)  # type: ignore[no-any-return]
