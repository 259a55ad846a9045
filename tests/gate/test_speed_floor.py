"""Floors of start-up: what importing may load, and what telling the version may cost.

Yardsticks are not tested: they are printed by `make bench`, from tests/benchmarks/speed.py.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[1] / "benchmarks" / "speed.py"

VERSION = 8
"""Times a bare interpreter start that `corpuskit --version` may take."""


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


def test_the_version_is_told_fast(speed):
    assert speed.start("-m", "corpuskit.cli", "--version") < VERSION * speed.start("-c", "pass")


def test_a_slow_start_is_noticed(speed):
    slow = speed.start("-c", "import asyncio, email.message, unittest.mock, xml.dom.minidom, ssl")
    loading = speed.start("-c", "import corpuskit; corpuskit.extract")
    assert max(slow, loading) >= VERSION * speed.start("-c", "pass")
