"""Codec: attrs types to plain data and back, by their annotations alone."""

from __future__ import annotations

import datetime as dt
import functools
import types
import typing
from collections.abc import Callable
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

import attrs

from corpuskit.model.errors import CorpuskitError, RecordError
from corpuskit.model.span import Span

__all__ = ["decode", "decoder", "encode", "field_names", "per_class", "type_hints"]

T = TypeVar("T")


def per_class(function: Callable[[Any], T]) -> Callable[[Any], T]:
    """Remembers what `function` gives for each class; classes are few and live for ever."""
    return functools.cache(function)


def encode(value: Any) -> Any:
    """Plain data: dict, list, str, int, float, bool, None. Dates become ISO 8601 strings."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end}
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if attrs.has(type(value)):
        return {name: encode(getattr(value, name)) for name in field_names(type(value))}
    if isinstance(value, typing.Mapping):
        return {str(key): encode(item) for key, item in value.items()}
    raise RecordError(f"cannot write a {type(value).__name__}")


def decode(cls: Any, data: Any) -> Any:
    """The reverse of `encode` for a type; unknown keys are ignored.

    Raises:
        RecordError: naming the key and what was expected.
    """
    return decoder(cls)(data)


@per_class
def type_hints(cls: Any) -> dict[str, Any]:
    """Field name to resolved type, in field order."""
    hints = typing.get_type_hints(cls)
    return {field.name: hints[field.name] for field in attrs.fields(cls)}


@per_class
def field_names(cls: Any) -> tuple[str, ...]:
    """Names of its fields, in order."""
    return tuple(field.name for field in attrs.fields(cls))


@per_class
def decoder(cls: Any) -> Callable[[Any], Any]:
    """Reads plain data as a type.

    Raises:
        RecordError: for a type that plain data cannot hold.
    """
    origin = get_origin(cls)
    if origin in (Union, types.UnionType):
        return _union(get_args(cls))
    if origin is tuple:
        return _tuple(get_args(cls))
    if origin is Literal:
        return _literal(get_args(cls))
    if cls in (str, int, float, bool, types.NoneType):
        return _plain(cls)
    if cls is dt.date:
        return _iso(dt.date)
    if cls is dt.datetime:
        return _iso(dt.datetime)
    if isinstance(cls, type) and attrs.has(cls):
        return _attrs(cls)
    if cls is Any:
        return lambda data: data
    if origin is not None and isinstance(origin, type) and issubclass(origin, typing.Mapping):
        item = decoder(get_args(cls)[1])
        return lambda data: {key: item(value) for key, value in data.items()}
    if isinstance(cls, type):  # a Mapping subclass with fixed item type, such as Claims
        base = next((b for b in getattr(cls, "__orig_bases__", ()) if get_args(b)), None)
        if base is not None:
            items = decoder(get_args(base)[1])
            return lambda data: cls({key: items(value) for key, value in data.items()})
    raise RecordError(f"JSON cannot hold a {getattr(cls, '__name__', cls)}")


def _plain(cls: type) -> Callable[[Any], Any]:
    def read(data: Any) -> Any:
        if type(data) is cls or (cls is float and type(data) is int):
            return data
        raise RecordError(f"expected {cls.__name__}, found {data!r:.60}")

    return read


def _iso(cls: type[dt.date]) -> Callable[[Any], Any]:
    def read(data: Any) -> Any:
        try:
            return cls.fromisoformat(data)
        except (TypeError, ValueError):
            raise RecordError(f"expected an ISO 8601 {cls.__name__}, found {data!r:.60}") from None

    return read


def _literal(values: tuple[Any, ...]) -> Callable[[Any], Any]:
    def read(data: Any) -> Any:
        if data in values:
            return data
        raise RecordError(f"expected one of {', '.join(map(str, values))}, found {data!r:.60}")

    return read


def _day(data: Any) -> dt.date:
    """A date as `encode` writes it; beside strings, other ISO forms are strings ("20230710")."""
    day: dt.date = _iso(dt.date)(data)
    if day.isoformat() != data:
        raise RecordError(f"expected YYYY-MM-DD, found {data!r:.60}")
    return day


def _union(arms: tuple[Any, ...]) -> Callable[[Any], Any]:
    readers = [decoder(arm) for arm in sorted(arms, key=lambda arm: arm is str)]
    if {str, dt.date} <= set(arms):
        readers = [_day if reader is decoder(dt.date) else reader for reader in readers]

    def read(data: Any) -> Any:
        last: RecordError | None = None
        for reader in readers:
            try:
                return reader(data)
            except RecordError as error:
                last = error if last is None or reader is not readers[-1] else last
        raise last or RecordError(f"found {data!r:.60}")

    return read


def _tuple(items: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(items) == 2 and items[1] is Ellipsis:
        item = decoder(items[0])
        many: Callable[[Any], Any] = lambda data: tuple(item(x) for x in _listed(data))  # noqa: E731
        return many
    readers = [decoder(item) for item in items]
    return lambda data: tuple(
        reader(x) for reader, x in zip(readers, _listed(data, len(readers)), strict=True)
    )


def _listed(data: Any, length: int | None = None) -> list[Any]:
    if not isinstance(data, list) or (length is not None and len(data) != length):
        raise RecordError(f"expected a list, found {data!r:.60}")
    return data


def _attrs(cls: type) -> Callable[[Any], Any]:
    required = {f.name for f in attrs.fields(cls) if f.default is attrs.NOTHING}
    readers: dict[str, Callable[[Any], Any]] = {}

    def read(data: Any) -> Any:
        if isinstance(data, cls):
            return data
        if not isinstance(data, dict):
            raise RecordError(f"expected {cls.__name__}, found {data!r:.60}")
        if not readers:  # on first use: types may refer to one another
            readers.update({name: decoder(hint) for name, hint in type_hints(cls).items()})
        missing = sorted(required - data.keys())
        if missing:
            raise RecordError(f"{cls.__name__} lacks {', '.join(missing)}")
        values = {}
        for name, reader in readers.items():
            if name in data:
                try:
                    values[name] = reader(data[name])
                except RecordError as error:
                    raise RecordError(f"{cls.__name__}.{name}: {error.message}") from None
        try:
            return cls(**values)
        except (CorpuskitError, TypeError, ValueError) as error:  # each fits, but not together
            message = error.message if isinstance(error, CorpuskitError) else str(error)
            raise RecordError(f"{cls.__name__}: {message}") from None

    return read
