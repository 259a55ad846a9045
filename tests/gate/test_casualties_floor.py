"""Floors on the casualties kit: figures that may not fall, as written and in lower case."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from kit import Kit

KIT = Kit("casualties")

pytestmark = KIT.needed

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


def figures(adapter: Adapter, *, lower: bool = False) -> dict[str, float]:
    kit = KIT.scorer
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
    return figures(KIT.adapter.casualties)


def test_as_written() -> None:
    assert below(as_written()) == {}


def test_in_lower_case() -> None:
    reached = figures(KIT.adapter.casualties, lower=True)
    assert below(reached) == {}
    apart = {name: abs(reached[name] - as_written()[name]) for name in FLOORS}
    assert {name: by for name, by in apart.items() if by > 3} == {}


def test_half_of_the_mentions_are_too_few() -> None:
    assert below(figures(lambda text: KIT.adapter.casualties(text)[::2]))


def test_one_mention_too_many_in_an_empty_sentence_is_noticed() -> None:
    def chatty(text: str) -> list[dict[str, Any]]:
        noise = {"kind": "killed", "low": 2, "high": 2, "who": ""}
        starts = range(0, len(text) - 5, 60)
        return KIT.adapter.casualties(text) + [
            {"start": at, "end": at + 5, **noise} for at in starts
        ]

    assert "empty sentences clean" in below(figures(chatty))
