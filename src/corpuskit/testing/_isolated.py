"""Isolated: tasks that run in another interpreter, with another hash seed, place and time zone."""

from __future__ import annotations

import importlib.util
import json
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from typing import Any

from corpuskit.testing._case import Case, ContractViolation

__all__ = ["LIMIT", "in_child"]

LIMIT = 240
"""Seconds on the wall that a child may take in all; each text has its own limit of CPU time."""


def in_child(
    task: str, case: Case | None, *args: Any, environment: Mapping[str, str] | None = None
) -> Any:
    """What `corpuskit.testing._child` gives back for a task.

    Raises:
        ContractViolation: if the case cannot travel there, or the child dies or hangs.
    """
    path = [os.path.abspath(folder) for folder in sys.path]  # noqa: PTH100
    message = {"path": path, "modules": _modules(case), "task": task, "args": args}
    packed = pickle.dumps({**message, "case": _packed(case)})
    variables = {**os.environ, "PYTHONHASHSEED": "1", **(environment or {})}
    with tempfile.TemporaryDirectory() as folder:
        try:
            done = subprocess.run(
                [sys.executable, "-m", "corpuskit.testing._child"],
                input=packed,
                capture_output=True,
                timeout=LIMIT,
                cwd=folder,
                env={**variables, "PYTHONPATH": os.pathsep.join(path)},
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise ContractViolation(
                f"did not come to an end within {LIMIT} s {_last(error.stdout)}"
            ) from None
    lines = [line for line in done.stdout.decode().split("\n") if line.startswith("{")]
    reply = json.loads(lines[-1]) if lines else {}
    if "result" in reply:
        return reply["result"]
    if "violation" in reply:
        raise ContractViolation(reply["violation"])
    tail = done.stderr.decode(errors="replace").strip().split("\n")[-1]
    raise ContractViolation(f"the process died {_last(done.stdout)}: {tail or done.returncode}")


def _packed(case: Case | None) -> bytes:
    try:
        return pickle.dumps(case)
    except Exception as error:
        raise ContractViolation(
            f"does not pickle, so that it cannot be tried in another process: {error}"
        ) from None


def _modules(case: Case | None) -> dict[str, str]:
    """Modules that the child cannot import by name (test files), with their files."""
    found: dict[str, str] = {}
    for item in (case.subject, *getattr(case, "beside", ())) if case is not None else ():
        for cls in (type(item), *getattr(item, "provides", ())):
            module = sys.modules.get(getattr(cls, "__module__", ""))
            file = getattr(module, "__file__", None)
            if module is not None and file and not _importable(module.__name__, file):
                found[module.__name__] = file
    return found


def _importable(name: str, file: str) -> bool:
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError, AttributeError):
        return False
    if spec is None or spec.origin is None or not os.path.samefile(spec.origin, file):  # noqa: PTH121
        return False
    return not _only_here(name)


def _only_here(name: str) -> bool:
    """Whether a module is known only because a test runner put it into `sys.modules`."""
    top = name.partition(".")[0]
    return importlib.machinery.PathFinder.find_spec(top) is None


def _last(output: bytes | None) -> str:
    places = [line for line in (output or b"").decode().split("\n") if line.startswith('{"at"')]
    return f"at {json.loads(places[-1])['at']}" if places else "at the start"
