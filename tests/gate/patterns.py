"""Prints every regular expression of the project as JSON: [where, pattern, flags].

A process of its own, because a pattern is seen when it is compiled, and that happens once: all
modules are imported and the specimens are read.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
from pathlib import Path

SEEN: dict[tuple[str, int], str] = {}
COMPILE = re._compiler.compile
ROOT = Path(__file__).parents[2]
PACKAGES = ("", "_boilerplate", "_casualties", "_dates", "_entities", "_events", "_quotes")
FITTING = ".fit"  # needs numpy, runs by hand


def noted(pattern, flags=0):
    made = COMPILE(pattern, flags)
    frame = sys._getframe(1)
    while frame is not None and Path(frame.f_code.co_filename).parent.name == "re":
        frame = frame.f_back
    if frame is not None and isinstance(made.pattern, str):
        path = Path(frame.f_code.co_filename)
        if "corpuskit" in path.as_posix() and ".venv" not in path.parts:
            place = f"{path.parent.name}/{path.name}:{frame.f_lineno}"
            SEEN.setdefault((made.pattern, made.flags), place)
    return made


def main() -> None:
    re._compiler.compile = noted
    for package in (importlib.import_module("corpuskit" + end) for end in PACKAGES):
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if not module.name.endswith(("__main__", ".build")) and FITTING not in module.name:
                importlib.import_module(module.name)
    import corpuskit

    texts = sorted((ROOT / "seeds" / "specimens").glob("*.txt"))
    sources = [
        corpuskit.Source(raw=path.read_text(encoding="utf-8"), id=path.name) for path in texts
    ]
    for result in corpuskit.Pipeline.installed().run(sources):
        assert not result.failures
    rows = [(where, pattern, int(flags)) for (pattern, flags), where in SEEN.items()]
    json.dump(rows, sys.stdout)


if __name__ == "__main__":
    main()
