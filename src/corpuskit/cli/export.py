"""export: records to another format, by a built-in or a plugin's exporter."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from corpuskit.cli.ledger import write_csv
from corpuskit.cli.options import add_plugin_options, output, record_files, records, registry_of
from corpuskit.model import Annotation, ConfigurationError, LayerClash, LayerMissing, Result
from corpuskit.model.record import LAYER_KEYS
from corpuskit.model.table import columns_of, rows
from corpuskit.pipeline import Pipeline
from corpuskit.pipeline.exporters import exporters_by_name, written_by

NAME = "export"
HELP = "turn records into another format (csv, or what plugins add)"


def configure(parser: argparse.ArgumentParser) -> None:
    """Record files in, one file out."""
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="JSONL", help="records, folders of them, or -"
    )
    parser.add_argument(
        "--as", dest="format", required=True, metavar="FORMAT", help="csv, jsonl, or a plugin's"
    )
    parser.add_argument(
        "--layer",
        metavar="LAYER",
        help='with --as csv: just this layer ("casualties", "Event"), one column a field',
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="default: standard output")
    add_plugin_options(parser)


def run(args: argparse.Namespace) -> int:
    """0, 1 for a record that cannot be read, 2 for a format or layer that there is not."""
    _, registry = registry_of(args.plugins, args.config)
    exporters, disputed = exporters_by_name(registry)
    if args.format in disputed:
        raise LayerClash(disputed[args.format])
    if args.format not in exporters:
        known = ", ".join(sorted(exporters))
        raise ConfigurationError(f"nobody writes {args.format!r}; there are: {known}")
    if args.layer and args.format != "csv":
        raise ConfigurationError(f"--layer goes with --as csv, not {args.format!r}")
    classes = Pipeline.installed(registry=registry).plan.layers
    layer = layer_called(args.layer, classes) if args.layer else None
    files = record_files(args.paths)
    results = records(files, layers=classes)
    with output(args.output, files) as stream:
        if layer is None:
            written_by(exporters[args.format], results, stream)
        else:
            write_csv(layer_rows(results, layer), stream)
    return 0


def layer_rows(results: Iterable[Result], layer: type[Annotation]) -> Iterator[tuple[Any, ...]]:
    """A header, then a row for every annotation; that nobody looked for any is said."""
    yield columns_of(layer)
    try:
        for row in rows(results, layer):
            yield tuple(row.values())
    except LayerMissing:
        said = f"no record has the layer {layer.__name__}; the table is a header alone"
        print(f"corpuskit export: {said}", file=sys.stderr)


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
