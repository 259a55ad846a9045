"""The gates of `make check`: each finds a fault that is planted for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent

pytestmark = pytest.mark.skipif(
    not (BIN / "lint-imports").exists(),
    reason="the gates' tools belong to the development environment: make test",
)


def gate(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder / "src")},
        capture_output=True,
        text=True,
    )


@pytest.fixture
def checkout(tmp_path):
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("model/span.py", "from corpuskit.pipeline import Pipeline"),
        ("scan/trie.py", "import corpuskit.contract"),
        ("testing/_parts.py", "from corpuskit.cli import main"),
    ],
)
def test_an_import_from_a_floor_above_is_found(checkout, module, line):
    path = checkout / "src" / "corpuskit" / module
    path.write_text(path.read_text() + f"\n{line}\n")
    found = gate(checkout, "lint-imports")
    assert found.returncode == 1
    assert "Floors: each imports only from those below it BROKEN" in found.stdout


def test_a_wrong_type_is_found(tmp_path):
    (tmp_path / "wrong.py").write_text(
        "import corpuskit\n\nstart: str = corpuskit.Span(0, 1).start\n"
    )
    found = gate(tmp_path, "mypy", "--strict", "wrong.py")
    assert found.returncode == 1
    assert "Incompatible types in assignment" in found.stdout


@pytest.mark.parametrize(
    ("code", "rule"), [("import os\n", "F401"), ("def f(x=[]):\n    return x\n", "B006")]
)
def test_careless_code_is_found(checkout, code, rule):
    (checkout / "src" / "corpuskit" / "careless.py").write_text(code)
    found = gate(
        checkout, "ruff", "check", "--output-format", "concise", "src/corpuskit/careless.py"
    )
    assert found.returncode == 1
    assert rule in found.stdout
