"""Floors on the boilerplate kit: figures that may not fall, and planted faults that fall below."""

from __future__ import annotations

import functools
import importlib.util
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
KIT = Path(os.environ.get("CORPUSKIT_EVAL", ROOT.parent / "shared" / "eval")) / "boilerplate"

pytestmark = pytest.mark.skipif(
    not (KIT / "score.py").is_file(),
    reason=f"the boilerplate kit is not at {KIT}; set CORPUSKIT_EVAL to the folder that holds it",
)

BODY = {"block": 0.936, "inscriptis": 0.930}
MOST_BELOW_HALF = 16
SPLIT = {"region": 0.815, "seed-like": 0.983, "same-site": 0.68}
SINGLES_WHOLE = 0.99
TITLE = 0.77
DATE, DATE_PRECISION = 0.73, 0.885


def load(path: Path, name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@functools.cache
def score() -> Any:
    return load(KIT / "score.py", "boilerplate_kit_score")


@functools.cache
def adapter() -> Any:
    return load(ROOT / "tests" / "eval" / "boilerplate.py", "boilerplate_eval_adapter")


@functools.cache
def pages() -> list[dict[str, Any]]:
    return list(score().read("pages.jsonl.gz"))


@functools.cache
def stacks() -> list[dict[str, Any]]:
    return list(score().assemble(score().read("stacks.jsonl.gz"), pages()))


def body(function: Callable[[str], Any], flat: str, some: list[dict[str, Any]]) -> dict[str, Any]:
    figures: dict[str, Any] = score().score_body(function, some, flat, score().Errors(0))
    return figures


@pytest.mark.parametrize("flat", ["block", "inscriptis"])
def test_body(flat: str):
    # every second page of the second flattening, to stay under a minute
    some = pages() if flat == "block" else pages()[::2]
    figures = body(adapter().body, flat, some)
    assert figures["errors"] == 0
    assert figures["F1"] >= BODY[flat]
    assert figures["below_half"] <= MOST_BELOW_HALF


def test_splitting():
    found = score().score_split(adapter().split, stacks(), score().Errors(0))
    for style, floor in SPLIT.items():
        assert found[style]["F1_2"] >= floor, style
        assert found[style]["singles_whole"] >= SINGLES_WHOLE, style
        assert found[style]["off_line"] == 0
        assert found[style]["errors"] == 0


def test_title():
    figures = score().score_meta("title", adapter().title, pages(), "block", score().Errors(0))
    assert figures["exact"] >= TITLE


def test_date():
    errors = score().Errors(0)
    figures = score().score_meta("published", adapter().published, pages(), "block", errors)
    assert figures["accuracy"] >= DATE
    assert figures["P"] >= DATE_PRECISION


def test_half_of_the_body_falls_below_the_floor():
    def half(text: str) -> list[list[int]]:
        return list(adapter().body(text)[::2])

    assert body(half, "block", pages()[:60])["F1"] < BODY["block"]


def test_cuts_that_are_dropped_fall_below_the_floor():
    def one(text: str) -> list[int]:
        return list(adapter().split(text)[:2])

    found = score().score_split(one, stacks(), score().Errors(0))
    assert all(
        found[style]["F1_2"] < floor for style, floor in SPLIT.items() if style != "same-site"
    )


def test_a_title_in_two_falls_below_the_floor():
    def half(text: str) -> str | None:
        title = adapter().title(text)
        return title and title[len(title) // 2 :]

    figures = score().score_meta("title", half, pages()[:60], "block", score().Errors(0))
    assert figures["exact"] < TITLE
