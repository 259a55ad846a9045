"""Type checkers see `result[MyAnnotation]` as a tuple of them, and refuse what is wrong."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def mypy(*files: str) -> subprocess.CompletedProcess[str]:
    if importlib.util.find_spec("mypy") is None:
        pytest.skip("mypy is not installed")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--config-file="]
    paths = [str(HERE / file) for file in files]
    return subprocess.run([*command, *paths], capture_output=True, text=True, check=False)


def refused_lines() -> list[int]:
    lines = (HERE / "wrong_typing.py").read_text().splitlines()
    return [number for number, line in enumerate(lines, 1) if line.endswith("# refused")]


def test_mypy_sees_the_layers_types() -> None:
    done = mypy("sample_typing.py")
    assert done.returncode == 0, done.stdout


def test_mypy_refuses_what_is_wrong() -> None:
    done = mypy("wrong_typing.py")
    errors = {int(line.split(":")[1]) for line in done.stdout.splitlines() if ": error:" in line}
    assert sorted(errors) == refused_lines(), done.stdout


def test_pyright_agrees() -> None:
    if importlib.util.find_spec("pyright") is None:
        pytest.skip("pyright is not installed")
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    paths = [str(HERE / name) for name in ("sample_typing.py", "wrong_typing.py")]
    done = subprocess.run([*command, *paths], capture_output=True, text=True, check=False)
    if not done.stdout.lstrip().startswith("{"):
        pytest.skip("pyright's own part, which needs node, cannot be fetched here")
    found = json.loads(done.stdout)["generalDiagnostics"]
    errors = [item for item in found if item["severity"] == "error"]
    right = [item for item in errors if item["file"].endswith("sample_typing.py")]
    assert not right, right
    wrong = {item["range"]["start"]["line"] + 1 for item in errors}
    assert wrong >= set(refused_lines()), errors
