"""The page of rules is made from the rules; this says when it is stale."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

MAKE = Path(__file__).parents[3] / "docs" / "reference" / "make_dates.py"


@pytest.fixture(scope="module")
def make():
    if not MAKE.is_file():
        pytest.skip("the docs are not beside the plugin")
    spec = importlib.util.spec_from_file_location("make_dates", MAKE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_page_is_fresh(make):
    assert make.main(["--check"]) == 0, "run python docs/reference/make_dates.py"


def test_a_stale_page_is_noticed(make, monkeypatch):
    monkeypatch.setattr(make, "HEAD", "# Something else")
    assert make.main(["--check"]) == 1
