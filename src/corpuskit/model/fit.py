"""Fit: whether a value is what the annotation of its field says, and nothing JSON cannot hold."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from typing import Any, Literal, Union, get_args, get_origin

from corpuskit.model.codec import per_class

__all__ = ["Fits", "fitting", "said"]

Fits = Callable[[object], bool]


@per_class
def fitting(hint: Any) -> Fits:
    """The test for one type: a class, a union, a Literal, a tuple, a mapping, Any."""
    origin, inner = get_origin(hint), get_args(hint)
    if hint is Any:
        return lambda value: True
    if origin in (Union, types.UnionType):
        arms = [fitting(arm) for arm in inner]
        return lambda value: any(fits(value) for fits in arms)
    if origin is Literal:
        return lambda value: isinstance(value, str | int | None) and value in inner
    if origin is tuple:
        return _tuple(inner)
    if origin is not None and issubclass(origin, typing.Mapping):
        item = fitting(inner[1])
        return lambda value: isinstance(value, Mapping) and all(map(item, value.values()))
    if hint is int or hint is float:
        numbers = int if hint is int else (int, float)
        return lambda value: isinstance(value, numbers) and not isinstance(value, bool)
    return lambda value: isinstance(value, origin or hint)


def said(hint: Any) -> str:
    """A type as people write it: "int | None"."""
    if get_origin(hint) in (Union, types.UnionType):
        return " | ".join(map(said, get_args(hint)))
    if hint is types.NoneType:
        return "None"
    plain = isinstance(hint, type) and get_origin(hint) is None
    return hint.__name__ if plain else str(hint).replace("typing.", "")


def _tuple(inner: tuple[Any, ...]) -> Fits:
    if len(inner) == 2 and inner[1] is Ellipsis:
        item = fitting(inner[0])
        return lambda value: isinstance(value, tuple) and all(map(item, value))
    items = [fitting(one) for one in inner]
    return lambda value: (
        isinstance(value, tuple)
        and len(value) == len(items)
        and all(fits(one) for fits, one in zip(items, value, strict=True))
    )
