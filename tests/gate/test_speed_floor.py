"""Floors of start-up: what importing may load, and what telling the version may.

Yardsticks are not tested: they are printed by `make bench`, from tests/benchmarks/speed.py.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[1] / "benchmarks" / "speed.py"

TELLS_THE_VERSION = {"corpuskit", "corpuskit.cli", "corpuskit.cli.main"}


@pytest.fixture(scope="module")
def speed():
    spec = importlib.util.spec_from_file_location("benchmark_speed", BENCHMARK)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_import_loads_nothing_heavy(speed):
    assert speed.heavy_imports() == []


def test_a_heavy_import_is_noticed(speed, monkeypatch):
    monkeypatch.setattr(speed, "HEAVY", ("sys", "pandas"))
    assert speed.heavy_imports() == ["sys"]


def loaded(program: str) -> set[str]:
    """The modules that a program loads beyond a bare interpreter's and the standard library's."""
    names = modules(program) - modules("pass") - sys.stdlib_module_names
    return {name for name in names if name.partition(".")[0] not in sys.stdlib_module_names}


def modules(program: str) -> set[str]:
    told = subprocess.run(
        [sys.executable, "-c", f"{program}\nimport sys; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    )
    return set(told.stdout.splitlines()[-1].split())


def test_the_version_is_told_by_the_command_line_alone():
    program = "from corpuskit.cli import main\ntry: main(['--version'])\nexcept SystemExit: pass"
    assert loaded(program) == TELLS_THE_VERSION


def test_a_module_that_is_loaded_too_early_is_noticed():
    assert loaded("import corpuskit; corpuskit.extract") > {"attrs", "corpuskit.model"}
