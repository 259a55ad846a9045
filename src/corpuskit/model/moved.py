"""Moved: a value with every span in it moved, whatever else it holds."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any, TypeVar

import attrs

from corpuskit.model.codec import per_class
from corpuskit.model.source import Source
from corpuskit.model.span import Span

__all__ = ["moved"]

T = TypeVar("T")


def moved(value: T, move: Callable[[Span], Span]) -> T:
    """A copy with its spans moved: those of an attrs class, of tuples, and of what they hold.

    What was one object in two places is one again. What holds no span stays, and so does a
    `Source`.
    """
    known: dict[int, tuple[Any, Any]] = {}  # with the original, so that its id stays its own

    def again(one: Any) -> Any:
        kind = type(one)
        if kind is tuple:
            parts = tuple(map(again, one))
            return one if all(map(operator.is_, parts, one)) else parts
        fields = _fields(kind)
        if not fields:
            return one
        if id(one) not in known:
            known[id(one)] = one, move(one) if kind is Span else copy(one, fields)
        return known[id(one)][1]

    def copy(one: Any, fields: tuple[tuple[str, str], ...]) -> Any:
        changed = {}
        for name, alias in fields:
            part = getattr(one, name)
            new = again(part)
            if new is not part:
                changed[alias] = new
        return attrs.evolve(one, **changed) if changed else one

    return again(value)  # type: ignore[no-any-return]


@per_class
def _fields(cls: type[object]) -> tuple[tuple[str, str], ...]:
    """Name and argument of each field of a class whose values may hold spans; none of others."""
    if not attrs.has(cls) or cls is Source:
        return ()
    return tuple((field.name, field.alias) for field in attrs.fields(cls))
