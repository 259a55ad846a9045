"""Table: which layer a name means, its rows behind a header, and any rows as CSV."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any

from corpuskit.model import Annotation, ConfigurationError, LayerMissing, Result
from corpuskit.model.record import LAYER_KEYS
from corpuskit.model.table import columns_of, rows

__all__ = ["layer_called", "layer_rows", "write_csv"]


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
    """A header, then a row for every annotation; that nobody looked for any is said."""
    yield columns_of(layer)
    try:
        for row in rows(results, layer):
            yield tuple(row.values())
    except LayerMissing:
        said = f"no record has the layer {layer.__name__}; the table is a header alone"
        print(f"corpuskit export: {said}", file=sys.stderr)


def write_csv(table: Iterable[Sequence[object]], out: IO[bytes]) -> None:
    """RFC 4180 in UTF-8; what is unknown is an empty cell."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        csv.writer(text).writerows(table)
    finally:
        text.detach()  # the stream is the caller's to close
