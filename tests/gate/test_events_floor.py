"""Floors on the events kit: stories, strict stories and event mentions may not fall."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import pytest
from kit import Kit

KIT = Kit("events")

pytestmark = KIT.needed

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


@functools.cache
def kit() -> tuple[list[Any], list[Any], list[Any]]:
    """Documents of the set `dev`, mentions, and the draws of the small view."""
    records, mentions, draws = KIT.scorer.load()
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
    run = KIT.scorer.Runner(link, no_dates)
    out = KIT.scorer.score_link(run, records, draws, views, KIT.scorer.Errors(0))
    assert run.errors == []
    return {(view, name): n for view, row in out.items() for name, n in flat(row).items()}


def below(figures: dict[Any, float], floors: dict[Any, float]) -> list[Any]:
    return [key for key, floor in floors.items() if figures[key] < floor]


def halved(link: Adapter) -> Adapter:
    """A planted fault: every second document of a cluster is lost."""
    return lambda docs: [cluster[::2] for cluster in link(docs)]


@functools.cache
def usual() -> dict[tuple[str, str], float]:
    return stories(KIT.adapter.link)


def test_stories():
    assert below(usual(), STORIES) == []


def test_stories_do_not_lean_on_dates():
    without = stories(KIT.adapter.link, no_dates=True, views=("full",))
    assert abs(usual()["full", "pair F1"] - without["full", "pair F1"]) <= 6


def test_strict_stories():
    assert below(stories(KIT.adapter.link_strict), STRICT) == []


@pytest.mark.parametrize(("name", "floors"), [("link", STORIES), ("link_strict", STRICT)])
def test_a_planted_fault_falls_below(name: str, floors: dict[tuple[str, str], float]):
    """Every second document of a cluster is lost."""
    faulty = stories(halved(getattr(KIT.adapter, name)), views=("full",))
    assert below(faulty, {key: floor for key, floor in floors.items() if key[0] == "full"}) != []


@pytest.mark.parametrize("fault", [False, True])
def test_mentions(fault: bool):
    records, mentions, _ = kit()
    events = halved(KIT.adapter.events) if fault else KIT.adapter.events
    run = KIT.scorer.Runner(events)
    figures = flat(KIT.scorer.score_events(run, records, mentions, KIT.scorer.Errors(0)))
    assert run.errors == []
    assert bool(below(figures, MENTIONS)) is fault
