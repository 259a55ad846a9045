"""new: a complete plugin to start from: package, entry point, examples, contract test, README."""

from __future__ import annotations

import argparse
import importlib.util
import keyword
import re
import string
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import corpuskit
from corpuskit.model import ConfigurationError

NAME = "new"
HELP = "write a plugin to start from"

KINDS = ("extractor", "segmenter", "linker", "reader", "exporter")
TAKEN = (
    "arrow", "boilerplate", "casualties", "core", "dates", "entities", "events", "news", "quotes",
    "spacy",
)  # fmt: skip
USED = {*corpuskit.__all__, "Example", "Iterator", "Lexicon", "RULES", "Rule", "WORD"}
"""Names that a generated module has already."""

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_TYPE = re.compile(r"[A-Z]\w*\Z")
_PLAIN_PLURAL = re.compile(
    r"""\w{3,}
    (?<![aious]) (?<!ic) (?<![Nn]ew)   # atlas, crisis, chaos, virus, press, politics, news are none
    (?<![iosvxz]e) (?<![cs]he)         # stories, heroes, houses, knives, boxes, churches not plain
    s\Z""",
    re.VERBOSE,
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Its name, its kind and where it goes."""
    parser.add_argument("name", metavar="NAME", help='short, in lower case: "weather"')
    parser.add_argument("--kind", choices=KINDS, default="extractor", help="default: extractor")
    parser.add_argument(
        "--type",
        metavar="CLASS",
        help="of an extractor, what it finds: Roadblock (default: NAME, where plainly a plural, "
        "in the singular)",
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FOLDER", help="default: ./corpuskit-NAME"
    )


def run(args: argparse.Namespace) -> int:
    """0; refuses to write into a folder that has something in it."""
    target: Path = args.output or Path(f"corpuskit-{args.name.removeprefix('corpuskit-')}")
    for path in write(args.name, args.kind, target, type_name=args.type):
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


def write(name: str, kind: str, target: Path, *, type_name: str | None = None) -> list[Path]:
    """Write a plugin of a kind; returns the files.

    Args:
        type_name: of the annotations of an extractor; default: from its name.

    Raises:
        ConfigurationError: for a name that cannot be a distribution or is the project's own, for
            a type that cannot be a class or has a name in use, and for a folder in use.
    """
    short = _short(name)
    if short in TAKEN:
        raise ConfigurationError(
            f"corpuskit-{short} is one of the project's own; take another name"
        )
    if target.exists() and any(target.iterdir()):
        raise ConfigurationError(f"{target} has something in it already; name another folder")
    if type_name is not None and kind != "extractor":
        raise ConfigurationError(f"--type goes with --kind extractor, not {kind}")
    values = _values(short, kind, type_name)
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


def _values(short: str, kind: str, type_name: str | None) -> Mapping[str, str]:
    words = short.split("-")
    cls = "".join(word.capitalize() for word in words)
    found = _type(_singular(cls) if type_name is None else type_name) if kind == KINDS[0] else ""
    while cls == found or cls in USED or keyword.iskeyword(cls):
        cls += kind.capitalize()
    return {
        "name": short,
        "package": "corpuskit_" + "_".join(words),
        "distribution": f"corpuskit-{short}",
        "cls": cls,
        "type": found,
        "floor": "0.1",
        "ceiling": "0.2",
    }


def _type(name: str) -> str:
    if not _TYPE.match(name) or not name.isidentifier() or keyword.iskeyword(name):
        raise ConfigurationError(f"{name!r} cannot be a type; give --type a name like Roadblock")
    if name in USED:
        raise ConfigurationError(
            f"{name} is a name of corpuskit itself; give --type another. A plugin that shall "
            "provide that layer begins with any type: set `provides` and `replaces` in its class"
        )
    return name


def _singular(cls: str) -> str:
    """Roadblocks is Roadblock; what is no plain plural stays: Weather, Crisis, Robberies."""
    return cls[:-1] if _PLAIN_PLURAL.match(cls) else cls


def _templates(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Relative path and text of every template, in a fixed order."""
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if item.is_dir():
            yield from _templates(item, f"{prefix}{item.name}/")
        elif item.name.endswith(".tmpl"):
            yield prefix + item.name, item.read_text(encoding="utf-8")
