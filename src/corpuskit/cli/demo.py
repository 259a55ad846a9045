"""demo: the main job on the specimens that ship with the package, and not every row of it."""

from __future__ import annotations

import argparse
import contextlib
from importlib import resources
from pathlib import Path

from corpuskit.cli import extract
from corpuskit.model import CorpuskitError

NAME = "demo"
HELP = "run extract on the specimen articles that ship with the package: three rows of a kind"
MOST = 3


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of extract; the paths are the specimens."""
    extract.configure(parser)
    parser.set_defaults(most=MOST)


def run(args: argparse.Namespace) -> int:
    """As extract."""
    if args.paths:
        return extract.run(args)
    folder = specimens()
    for name in ("output", "into", "profile"):
        path = getattr(args, name)
        if path not in (None, "-"):
            setattr(args, name, type(path)(Path(path).absolute()))
    args.paths = [Path(folder.name)]
    with contextlib.chdir(folder.parent):  # so that places read specimens/name.txt[start:end]
        return extract.run(args)


def specimens() -> Path:
    """The folder of the specimens: in the package, or in the checkout it is run from.

    Raises:
        CorpuskitError: if neither is there.
    """
    package = Path(str(resources.files("corpuskit")))
    for folder in (package / "specimens", package.parents[1] / "seeds" / "specimens"):
        if folder.is_dir():
            return folder
    raise CorpuskitError("the specimens are not in this installation; install corpuskit-core again")
