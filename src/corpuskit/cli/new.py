"""new: a complete plugin to start from: package, entry point, examples, contract test, README."""

from __future__ import annotations

import argparse
import importlib.util
import re
import string
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from corpuskit.model import ConfigurationError

NAME = "new"
HELP = "write a plugin to start from"

KINDS = ("extractor", "segmenter", "linker", "reader", "exporter")
TAKEN = (
    "arrow", "boilerplate", "casualties", "core", "dates", "entities", "events", "news", "quotes",
    "spacy",
)  # fmt: skip
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")


def configure(parser: argparse.ArgumentParser) -> None:
    """Its name, its kind and where it goes."""
    parser.add_argument("name", metavar="NAME", help='short, in lower case: "weather"')
    parser.add_argument("--kind", choices=KINDS, default="extractor", help="default: extractor")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FOLDER", help="default: ./corpuskit-NAME"
    )


def run(args: argparse.Namespace) -> int:
    """0; refuses to write into a folder that has something in it."""
    target: Path = args.output or Path(f"corpuskit-{args.name.removeprefix('corpuskit-')}")
    for path in write(args.name, args.kind, target):
        print(path.as_posix())
    package = f"corpuskit_{_short(args.name).replace('-', '_')}"
    print(
        f"\nNext:\n  {_installer()} install -e '{target.as_posix()}[test]'\n"
        f"  corpuskit check {package}\n  pytest {target.as_posix()}"
    )
    return 0


def _installer() -> str:
    """An environment that uv made has no pip, and the shell would find another one's."""
    return "pip" if importlib.util.find_spec("pip") else "uv pip"


def write(name: str, kind: str, target: Path) -> list[Path]:
    """Write a plugin of a kind; returns the files.

    Raises:
        ConfigurationError: for a name that cannot be a distribution or is the project's own, and
            for a folder in use.
    """
    short = _short(name)
    if short in TAKEN:
        raise ConfigurationError(
            f"corpuskit-{short} is one of the project's own; take another name"
        )
    if target.exists() and any(target.iterdir()):
        raise ConfigurationError(f"{target} has something in it already; name another folder")
    values = _values(short)
    written = []
    templates = resources.files("corpuskit.cli") / "templates"
    for folder in ("plugin", kind):
        for relative, text in _templates(templates / folder):
            path = target / string.Template(relative).substitute(values).removesuffix(".tmpl")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(string.Template(text).substitute(values), encoding="utf-8")
            written.append(path)
    return sorted(written)


def _short(name: str) -> str:
    short = name.removeprefix("corpuskit-")
    if not _NAME.match(short):
        raise ConfigurationError(
            f"{name!r} cannot be a plugin's name; take lower-case words joined by hyphens"
        )
    return short


def _values(short: str) -> Mapping[str, str]:
    words = short.split("-")
    return {
        "name": short,
        "package": "corpuskit_" + "_".join(words),
        "distribution": f"corpuskit-{short}",
        "cls": "".join(word.capitalize() for word in words),
        "floor": "0.1",
        "ceiling": "0.2",
    }


def _templates(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Relative path and text of every template, in a fixed order."""
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if item.is_dir():
            yield from _templates(item, f"{prefix}{item.name}/")
        elif item.name.endswith(".tmpl"):
            yield prefix + item.name, item.read_text(encoding="utf-8")
