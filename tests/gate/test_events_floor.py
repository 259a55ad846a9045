"""Floors on the events kit: stories, strict stories and event mentions may not fall."""

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
KIT = Path(os.environ.get("CORPUSKIT_EVAL", ROOT.parent / "shared" / "eval")) / "events"

pytestmark = pytest.mark.skipif(
    not (KIT / "score.py").is_file(),
    reason=f"the events kit is not at {KIT}; set CORPUSKIT_EVAL to the folder that holds it",
)

STORIES = {
    ("full", "pair F1"): 88.3,
    ("small", "pair F1"): 85.6,
    ("full", "conll"): 91.2,
    ("small", "conll"): 90.5,
}
STRICT = {
    ("full", "pair P"): 97.5,
    ("full", "pair R"): 61.0,
    ("small", "pair P"): 95.5,
    ("small", "pair R"): 58.0,
}
MENTIONS = {"found": 90.5, "pair F1": 64.5, "b3 F1": 70.0}

Adapter = Callable[[Any], Any]


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
    return load(KIT / "score.py", "events_kit_score")


@functools.cache
def adapter() -> Any:
    return load(ROOT / "tests" / "eval" / "events.py", "events_eval_adapter")


@functools.cache
def kit() -> tuple[list[Any], list[Any], list[Any]]:
    """Documents of the set `dev`, mentions, and the draws of the small view."""
    records, mentions, draws = scorer().load()
    return [r for r in records if r["split"] == "dev"], mentions, draws["dev"]


def flat(scores: dict[str, Any]) -> dict[str, float]:
    """ "pair": {"F1": 80} as "pair F1": 80."""
    found = {}
    for name, value in scores.items():
        if isinstance(value, dict):
            found.update({f"{name} {part}": number for part, number in value.items()})
        else:
            found[name] = value
    return found


def stories(
    link: Adapter, *, no_dates: bool = False, views: tuple[str, ...] = ("full", "small")
) -> dict[tuple[str, str], float]:
    records, _, draws = kit()
    run = scorer().Runner(link, no_dates)
    out = scorer().score_link(run, records, draws, views, scorer().Errors(0))
    assert run.errors == []
    return {(view, name): n for view, row in out.items() for name, n in flat(row).items()}


def below(figures: dict[Any, float], floors: dict[Any, float]) -> list[Any]:
    return [key for key, floor in floors.items() if figures[key] < floor]


def halved(link: Adapter) -> Adapter:
    """A planted fault: every second document of a cluster is lost."""
    return lambda docs: [cluster[::2] for cluster in link(docs)]


@functools.cache
def usual() -> dict[tuple[str, str], float]:
    return stories(adapter().link)


def test_stories():
    assert below(usual(), STORIES) == []


def test_stories_do_not_lean_on_dates():
    without = stories(adapter().link, no_dates=True, views=("full",))
    assert abs(usual()["full", "pair F1"] - without["full", "pair F1"]) <= 6


def test_strict_stories():
    assert below(stories(adapter().link_strict), STRICT) == []


@pytest.mark.parametrize(("name", "floors"), [("link", STORIES), ("link_strict", STRICT)])
def test_a_planted_fault_falls_below(name: str, floors: dict[tuple[str, str], float]):
    """Every second document of a cluster is lost."""
    faulty = stories(halved(getattr(adapter(), name)), views=("full",))
    assert below(faulty, {key: floor for key, floor in floors.items() if key[0] == "full"}) != []


@pytest.mark.parametrize("fault", [False, True])
def test_mentions(fault: bool):
    records, mentions, _ = kit()
    events = halved(adapter().events) if fault else adapter().events
    run = scorer().Runner(events)
    figures = flat(scorer().score_events(run, records, mentions, scorer().Errors(0)))
    assert run.errors == []
    assert bool(below(figures, MENTIONS)) is fault
