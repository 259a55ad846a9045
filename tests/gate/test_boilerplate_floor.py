"""Floors on the boilerplate kit: figures that may not fall, and planted faults that fall below."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from typing import Any

import pytest
from kit import Kit

KIT = Kit("boilerplate")

pytestmark = KIT.needed

BODY = {"block": 0.936, "inscriptis": 0.930}
MOST_BELOW_HALF = 16
SPLIT = {"region": 0.815, "seed-like": 0.983, "same-site": 0.68}
SINGLES_WHOLE = 0.99
TITLE = 0.77
DATE, DATE_PRECISION = 0.73, 0.885


@functools.cache
def pages() -> list[dict[str, Any]]:
    return list(KIT.scorer.read("pages.jsonl.gz"))


@functools.cache
def stacks() -> list[dict[str, Any]]:
    return list(KIT.scorer.assemble(KIT.scorer.read("stacks.jsonl.gz"), pages()))


def body(function: Callable[[str], Any], flat: str, some: list[dict[str, Any]]) -> dict[str, Any]:
    figures: dict[str, Any] = KIT.scorer.score_body(function, some, flat, KIT.scorer.Errors(0))
    return figures


@pytest.mark.parametrize("flat", ["block", "inscriptis"])
def test_body(flat: str):
    # every second page of the second flattening, to stay under a minute
    some = pages() if flat == "block" else pages()[::2]
    figures = body(KIT.adapter.body, flat, some)
    assert figures["errors"] == 0
    assert figures["F1"] >= BODY[flat]
    assert figures["below_half"] <= MOST_BELOW_HALF


def test_splitting():
    found = KIT.scorer.score_split(KIT.adapter.split, stacks(), KIT.scorer.Errors(0))
    for style, floor in SPLIT.items():
        assert found[style]["F1_2"] >= floor, style
        assert found[style]["singles_whole"] >= SINGLES_WHOLE, style
        assert found[style]["off_line"] == 0
        assert found[style]["errors"] == 0


def test_title():
    figures = KIT.scorer.score_meta(
        "title", KIT.adapter.title, pages(), "block", KIT.scorer.Errors(0)
    )
    assert figures["exact"] >= TITLE


def test_date():
    errors = KIT.scorer.Errors(0)
    figures = KIT.scorer.score_meta("published", KIT.adapter.published, pages(), "block", errors)
    assert figures["accuracy"] >= DATE
    assert figures["P"] >= DATE_PRECISION


def test_a_day_late_falls_below_the_floor():
    def late(text: str) -> dt.date | None:
        day = KIT.adapter.published(text)
        return day and day + dt.timedelta(1)

    figures = KIT.scorer.score_meta("published", late, pages()[:60], "block", KIT.scorer.Errors(0))
    assert figures["accuracy"] < DATE
    assert figures["P"] < DATE_PRECISION


def test_half_of_the_body_falls_below_the_floor():
    def half(text: str) -> list[list[int]]:
        return list(KIT.adapter.body(text)[::2])

    assert body(half, "block", pages()[:60])["F1"] < BODY["block"]


def test_cuts_that_are_dropped_fall_below_the_floor():
    def one(text: str) -> list[int]:
        return list(KIT.adapter.split(text)[:2])

    found = KIT.scorer.score_split(one, stacks(), KIT.scorer.Errors(0))
    assert all(
        found[style]["F1_2"] < floor for style, floor in SPLIT.items() if style != "same-site"
    )


def test_a_title_in_two_falls_below_the_floor():
    def half(text: str) -> str | None:
        title = KIT.adapter.title(text)
        return title and title[len(title) // 2 :]

    figures = KIT.scorer.score_meta("title", half, pages()[:60], "block", KIT.scorer.Errors(0))
    assert figures["exact"] < TITLE
