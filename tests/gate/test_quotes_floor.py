"""Floors on the quotations kit: end-to-end figures that may not fall, and nothing raised."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import Any

import pytest
from kit import Kit

KIT = Kit("quotes")

pytestmark = KIT.needed

Adapter = Callable[[str], list[dict[str, Any]]]

FLOORS = {"direct": 0.905, "marked": 0.870, "indirect": 0.533, "all": 0.635}
MOST_CALLS = 2400
"""Calls of functions, Python's own included, for each thousand characters: a measure of time that
does not hang on what else the machine does. Reached: 2,070."""


@functools.cache
def documents() -> list[dict[str, Any]]:
    return list(KIT.scorer.load(KIT.folder / "data" / "dev.jsonl.gz"))


def scored(adapter: Adapter) -> dict[str, Any]:
    adapter("A warm-up line. “It is fine,” the minister said.")
    report, _ = KIT.scorer.run(
        documents(), "quotes", lambda text, doc: [(doc["quotes"], adapter(doc["text"]))]
    )
    found: dict[str, Any] = report
    return found


def below(report: dict[str, Any]) -> dict[str, float]:
    reached = {view: report["views"][view]["e2e_F"] for view in FLOORS}
    return {view: reached[view] for view, floor in FLOORS.items() if reached[view] < floor}


@functools.cache
def reached() -> dict[str, Any]:
    return scored(KIT.adapter.quotes)


def test_no_figure_is_below_its_floor() -> None:
    assert below(reached()) == {}


def test_nothing_is_raised() -> None:
    assert reached()["errors"] == 0


def calls_for_each_thousand(adapter: Adapter) -> float:
    texts = [document["text"] for document in documents()[:12]]
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    for text in texts:
        adapter(text)  # what is looked up once
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        for text in texts:
            adapter(text)
    finally:
        sys.setprofile(before)
    return calls / sum(map(len, texts)) * 1000


def test_it_takes_few_steps() -> None:
    assert calls_for_each_thousand(KIT.adapter.quotes) <= MOST_CALLS


def test_a_second_reading_is_noticed() -> None:
    assert calls_for_each_thousand(twice) > MOST_CALLS


def twice(text: str) -> list[dict[str, Any]]:
    return KIT.adapter.quotes(text) and KIT.adapter.quotes(text)


def no_speakers(text: str) -> list[dict[str, Any]]:
    return [{**found, "speaker": None} for found in KIT.adapter.quotes(text)]


def every_second(text: str) -> list[dict[str, Any]]:
    return KIT.adapter.quotes(text)[::2]


def no_pieces(text: str) -> list[dict[str, Any]]:
    return [found for found in KIT.adapter.quotes(text) if not found.get("piece")]


@pytest.mark.parametrize(
    ("planted", "views"),
    [
        (every_second, {"direct", "marked", "indirect", "all"}),
        (no_speakers, {"direct", "marked", "indirect", "all"}),
        (no_pieces, {"marked"}),
    ],
)
def test_a_planted_fault_falls_below(planted: Adapter, views: set[str]) -> None:
    assert set(below(scored(planted))) == views
