"""Floors on the casualties kit: figures that may not fall, as written and in lower case."""

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
KIT = Path(os.environ.get("CORPUSKIT_EVAL", ROOT.parent / "shared" / "eval")) / "casualties"

pytestmark = pytest.mark.skipif(
    not (KIT / "score.py").is_file(),
    reason=f"the casualties kit is not at {KIT}; set CORPUSKIT_EVAL to the folder that holds it",
)

Adapter = Callable[[str], list[dict[str, Any]]]

FLOORS = {
    "value F1": 98.5,
    "range F1": 98.5,
    "victim's head noun": 98.0,
    "empty sentences clean": 33,
    "killed, number": 85.0,
    "killed, string": 84.5,
    "wounded, number": 80.0,
    "wounded, string": 64.0,
}


def load(path: Path, name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@functools.cache
def scorer() -> Any:
    return load(KIT / "score.py", "casualties_kit_score")


@functools.cache
def adapter() -> Adapter:
    return load(ROOT / "tests" / "eval" / "casualties.py", "casualties_eval_adapter").casualties


def figures(adapter: Adapter, *, lower: bool = False) -> dict[str, float]:
    kit = scorer()
    texts = {row["doc"]: row["text"] for row in kit.rows(kit.DATA / "docs.jsonl.gz")}
    run, errors = kit.Runner(adapter, lower), kit.Errors(0)
    gold = kit.score_gold(run, kit.rows(kit.DATA / "gold.jsonl"), texts, errors)
    muc = kit.score_muc(run, kit.rows(kit.DATA / "muc.jsonl.gz"), errors)
    assert run.errors == []
    return {
        "value F1": gold["value"]["F1"],
        "range F1": gold["range"]["F1"],
        "victim's head noun": gold["who"],
        "empty sentences clean": int(gold["empty_sentences_clean"].partition("/")[0]),
        **{f"{kind}, number": row["number_recall"] for kind, row in muc.items()},
        **{f"{kind}, string": row["string_recall"] for kind, row in muc.items()},
    }


def below(reached: dict[str, float]) -> dict[str, float]:
    return {name: reached[name] for name, floor in FLOORS.items() if reached[name] < floor}


@functools.cache
def as_written() -> dict[str, float]:
    return figures(adapter())


def test_as_written() -> None:
    assert below(as_written()) == {}


def test_in_lower_case() -> None:
    reached = figures(adapter(), lower=True)
    assert below(reached) == {}
    apart = {name: abs(reached[name] - as_written()[name]) for name in FLOORS}
    assert {name: by for name, by in apart.items() if by > 3} == {}


def test_half_of_the_mentions_are_too_few() -> None:
    assert below(figures(lambda text: adapter()(text)[::2]))


def test_one_mention_too_many_in_an_empty_sentence_is_noticed() -> None:
    def chatty(text: str) -> list[dict[str, Any]]:
        noise = {"kind": "killed", "low": 2, "high": 2, "who": ""}
        starts = range(0, len(text) - 5, 60)
        return adapter()(text) + [{"start": at, "end": at + 5, **noise} for at in starts]

    assert "empty sentences clean" in below(figures(chatty))
