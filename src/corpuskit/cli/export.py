"""export: records to another format, by a built-in or a plugin's exporter."""

from __future__ import annotations

import argparse
from pathlib import Path

from corpuskit.cli.options import add_plugin_options, output, record_files, records, registry_of
from corpuskit.cli.table import layer_called, layer_rows, write_csv
from corpuskit.model import ConfigurationError, LayerClash
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
