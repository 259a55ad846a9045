"""Table: one layer as rows, one column a field, for people who work in tables."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Any

from corpuskit.model import Annotation, Argument, ConfigurationError, Interval, Result, Span
from corpuskit.model.codec import encode, type_hints
from corpuskit.model.record import LAYER_KEYS

__all__ = ["layer_called", "layer_rows"]

PLACE = ("source", "article", "published", "start", "end", "text", "zone", "rule")


def layer_called(name: str, layers: Iterable[type[Annotation]]) -> type[Annotation]:
    """A layer by its class or by its key in the record: "Casualty", "casualties".

    Args:
        layers: those of the installed plugins; the core's are known without.

    Raises:
        ConfigurationError: if there is none; the message lists those that there are.
    """
    for key, layer in LAYER_KEYS.items():
        if name.lower() in (key, layer.__name__.lower()):
            return layer
    others = tuple(layers)
    for layer in others:
        if name.lower() in (layer.layer_name().lower(), layer.__name__.lower()):
            return layer
    known = ", ".join(sorted({*LAYER_KEYS, *(one.__name__ for one in others)}))
    raise ConfigurationError(
        f"no layer {name!r} of an installed plugin; there are: {known}; without --layer all are "
        "written"
    )


def layer_rows(results: Iterable[Result], layer: type[Annotation]) -> Iterator[tuple[Any, ...]]:
    """A header, then every annotation of the layer: its place, its text, its fields.

    A participant is its name, several are "a; b"; a span is "start:end", and so is another
    annotation, to be looked up in its own table. An interval has three columns. A field that is
    called as a column of the place is, such as a date's `start`, has "value_" before its name.
    Where an annotation has `spans`, the pieces of a split quotation, `spans_text` is the text of
    these alone; `text` has what stands between them, too.
    """
    hints = {name: hint for name, hint in type_hints(layer).items() if name not in SAID}
    yield (*PLACE, *(column for name, hint in hints.items() for column in _columns(name, hint)))
    for result in results:
        for annotation in result.get(layer):
            yield (
                *_place(result, annotation),
                *(
                    cell
                    for name, hint in hints.items()
                    for cell in _cells(result, name, getattr(annotation, name), hint)
                ),
            )


SAID = ("provenance", "span")
"""Fields that the columns of the place say already."""

PIECES = "spans"


def _place(result: Result, annotation: Annotation) -> tuple[Any, ...]:
    article, extent = result.article, annotation.extent
    return (
        article.source.id,
        article.id,
        article.published.date if article.published else None,
        extent.start,
        extent.end,
        result.text(extent),
        result.zone(annotation),
        annotation.provenance.rule,
    )


def _columns(name: str, hint: Any) -> tuple[str, ...]:
    if hint == Interval | None:
        return (f"{name}_start", f"{name}_end", f"{name}_precision")
    if name == PIECES:
        return (name, f"{name}_text")
    return (f"value_{name}" if name in PLACE else name,)


def _cells(result: Result, name: str, value: Any, hint: Any) -> tuple[Any, ...]:
    if hint == Interval | None:
        return (value.start, value.end, value.precision) if value else (None, None, None)
    if name == PIECES:
        return (_cell(value), " … ".join(map(result.text, value)))
    return (_cell(value),)


def _cell(value: Any) -> Any:
    if isinstance(value, Span):
        return f"{value.start}:{value.end}"
    if isinstance(value, Argument):
        return value.name
    if isinstance(value, Annotation):
        return _cell(value.extent)
    if isinstance(value, tuple):
        if all(isinstance(item, Span | Annotation) for item in value):
            return " ".join(map(_cell, value))
        if all(isinstance(item, str | Argument) for item in value):
            return "; ".join(map(_cell, value))
    if value is None or isinstance(value, str | int | float | dt.date):
        return value
    return json.dumps(encode(value), ensure_ascii=False, separators=(",", ":"))
