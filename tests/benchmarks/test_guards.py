"""The guards stay cheap on the whole first-party set."""

from __future__ import annotations

import importlib.util
from pathlib import Path


def test_guards_cost_at_most_a_third_more() -> None:
    spec = importlib.util.spec_from_file_location("guards", Path(__file__).with_name("guards.py"))
    assert spec is not None
    assert spec.loader is not None
    guards = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(guards)
    assert min(guards.ratio(rounds=3) for _ in range(2)) <= guards.BAR
