"""Options that several commands share: how the pipeline runs, where output goes."""

from __future__ import annotations

import argparse
import codecs
import contextlib
import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from corpuskit.contract import Configuration, Registry, Selection
from corpuskit.model import Annotation, Columns, ConfigurationError, Result
from corpuskit.pipeline.jsonl import JsonLines, holds_no_records
from corpuskit.pipeline.readers import find_files
from corpuskit.pipeline.records import read_jsonl
from corpuskit.pipeline.shards import whole_file

__all__ = [
    "STANDARD_INPUT",
    "add_pipeline_options",
    "add_plugin_options",
    "at_least_one",
    "output",
    "record_files",
    "records",
    "registry_of",
]

STANDARD_INPUT = Path("-")


def add_pipeline_options(parser: argparse.ArgumentParser) -> None:
    """How texts are read and which plugins run: all that `Settings` holds."""
    parser.add_argument(
        "--published",
        type=_date,
        metavar="DATE",
        help="publication date (YYYY-MM-DD) of texts that do not give their own",
    )
    parser.add_argument(
        "--captured",
        type=_time,
        metavar="TIME",
        help='when the pages were fetched (ISO 8601); what "8 minutes ago" is counted from',
    )
    parser.add_argument(
        "--encoding", type=_encoding, default="utf-8", help="of text files and CSV (default: utf-8)"
    )
    parser.add_argument(
        "--reader",
        metavar="NAME",
        help="of every file and of standard input, whatever the ending: text, jsonl, csv, or a "
        "plugin's",
    )
    parser.add_argument(
        "--columns",
        type=_columns,
        metavar="NAMES",
        help='of tables and JSON Lines: which column holds what, as "text=body,title=headline"',
    )
    parser.add_argument(
        "--no-segment",
        action="store_true",
        help="take each text as one clean article body",
    )
    add_plugin_options(parser)
    parser.add_argument("--profile", metavar="FILE", help="a site profile, from corpuskit learn")
    parser.add_argument(
        "--strict", action="store_true", help="stop at the first failure instead of noting it"
    )


def add_plugin_options(parser: argparse.ArgumentParser) -> None:
    """--plugins, --config."""
    parser.add_argument(
        "--plugins",
        metavar="NAMES",
        help='which plugins run: "dates,quotes" allows just these, "-quotes" denies one',
    )
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="in place of the nearest corpuskit.toml"
    )


def registry_of(plugins: str | None, config: Path | None) -> tuple[Configuration, Registry]:
    """Installed plugins as the nearest configuration and a call's own options want them."""
    configuration = Configuration.find() if config is None else Configuration.load(config)
    selection = None if plugins is None else Selection.parse(plugins)
    registry = configuration.discover(selection)
    if selection is not None:
        registry.check_names(selection, "--plugins")
    return configuration, registry


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date like 2024-03-17") from None


def _time(text: str) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time like 2024-03-17T09:30") from None


def _columns(text: str) -> Columns:
    try:
        return Columns.of(text)
    except ConfigurationError as error:
        raise argparse.ArgumentTypeError(error.message) from None


def _encoding(text: str) -> str:
    try:
        return codecs.lookup(text).name
    except LookupError:
        raise argparse.ArgumentTypeError(f"there is no encoding {text!r}") from None


def at_least_one(text: str) -> int:
    """A count of processes."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1")
    return int(text)


def record_files(paths: Iterable[Path]) -> list[Path]:
    """Files, and those in folders that hold records; "-" is standard input.

    Raises:
        ConfigurationError: for a folder that has none.
    """
    found: list[Path] = []
    for path in paths:
        files = list(find_files([path], JsonLines.suffixes, no_texts=holds_no_records))
        if not files:
            raise ConfigurationError("no file of records in it", file=str(path))
        found += files
    return found


def records(paths: Iterable[Path], *, layers: Iterable[type[Annotation]] = ()) -> Iterator[Result]:
    """The records of files, one after another; "-" is standard input."""
    for path in paths:
        yield from read_jsonl(sys.stdin.buffer if path == STANDARD_INPUT else path, layers=layers)


@contextlib.contextmanager
def output(path: str | None, given: Iterable[Path]) -> Iterator[IO[bytes]]:
    """A binary stream: "-" or None is standard output; else as `whole_file`.

    Raises:
        ConfigurationError: for one of the files that are `given` to be read.
    """
    if path is None or path == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = Path(path)
    if target.is_file() and any(file.exists() and file.samefile(target) for file in given):
        raise ConfigurationError("is to be read, too; name another file for -o", file=path)
    with whole_file(target) as stream:
        yield stream
