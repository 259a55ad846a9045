"""Kit: where the evaluation data of a field are, with their scorer and our adapter to it."""

from __future__ import annotations

import functools
import importlib.util
import os
import sys
from pathlib import Path
from typing import Any

import pytest

__all__ = ["Kit"]

ROOT = Path(__file__).parents[2]
EVAL = Path(os.environ.get("CORPUSKIT_EVAL", ROOT.parent / "shared" / "eval"))


class Kit:
    """The kit of one field: "dates".

    Attributes:
        folder: where it is, if it is there.
        needed: the mark for tests that need it.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.folder = EVAL / name
        self.needed = pytest.mark.skipif(
            not (self.folder / "score.py").is_file(),
            reason=f"the {name} kit is not at {self.folder}; "
            "set CORPUSKIT_EVAL to the folder that holds it",
        )

    @functools.cached_property
    def scorer(self) -> Any:
        """The kit's own module `score`."""
        return _load(self.folder / "score.py", f"{self.name}_kit_score")

    @functools.cached_property
    def adapter(self) -> Any:
        """The module of `tests/eval` that gives the scorer what it asks for."""
        return _load(ROOT / "tests" / "eval" / f"{self.name}.py", f"{self.name}_eval_adapter")


def _load(path: Path, name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module
