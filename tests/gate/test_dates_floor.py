"""Floors on the dates kit: figures that may not fall, clean, with web typography, and by part."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import pytest
from kit import Kit

KIT = Kit("dates")

pytestmark = KIT.needed

Tag = Callable[..., list[tuple[int, int, str, str]]]

FLOORS = {
    "timebank": {"strict_F1": 0.908, "relaxed_F1": 0.944, "value_F1": 0.840},
    "aquaint": {"strict_F1": 0.855, "relaxed_F1": 0.940, "value_F1": 0.767},
}
CORRECTED = {"timebank": 0.864, "aquaint": 0.870}
"""Value F1 against the values that other researchers corrected."""

APART = 0.030
"""How far strict F1 may be apart on the two parts: more says that rules fit single texts."""

MESS = 0.01
"""What web typography may cost."""


@functools.cache
def outputs(corpus: str, mess: bool = False) -> tuple[list[tuple[int, int, str, str]], ...]:
    """What the plugin finds in each document of a corpus."""
    return tuple(
        KIT.adapter.tag(KIT.scorer.mess(doc["text"]) if mess else doc["text"], doc["date"])
        for doc in KIT.scorer.load(corpus)
    )


def figures(
    corpus: str,
    *,
    part: str = "all",
    mess: bool = False,
    corrected: bool = False,
    spoil: Callable[[list[Any]], list[Any]] = list,
) -> dict[str, float]:
    kit = KIT.scorer
    chosen = {doc["id"] for doc in kit.load(corpus, part=part)}
    pairs = [
        (doc, spoil(found))
        for doc, found in zip(kit.load(corpus, corrected), outputs(corpus, mess), strict=True)
        if doc["id"] in chosen
    ]
    total, _, _ = kit.score([doc for doc, _ in pairs], [found for _, found in pairs])
    reached: dict[str, float] = total
    return reached


def below(reached: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    return {name: reached[name] for name, floor in floors.items() if reached[name] < floor}


@pytest.mark.parametrize("corpus", FLOORS)
def test_floor(corpus: str) -> None:
    assert below(figures(corpus), FLOORS[corpus]) == {}


@pytest.mark.parametrize("corpus", CORRECTED)
def test_floor_on_corrected_values(corpus: str) -> None:
    assert figures(corpus, corrected=True)["value_F1"] >= CORRECTED[corpus]


@pytest.mark.parametrize("figure", ["strict_F1", "relaxed_F1", "value_F1"])
def test_web_typography_costs_little(figure: str) -> None:
    for corpus in FLOORS:
        assert figures(corpus)[figure] - figures(corpus, mess=True)[figure] <= MESS


def pooled(part: str) -> dict[str, float]:
    kit = KIT.scorer
    docs, found = [], []
    for corpus in FLOORS:
        chosen = {doc["id"] for doc in kit.load(corpus, part=part)}
        for doc, output in zip(kit.load(corpus), outputs(corpus), strict=True):
            if doc["id"] in chosen:
                docs.append(doc)
                found.append(output)
    reached: dict[str, float] = kit.score(docs, found)[0]
    return reached


def test_the_unseen_part_is_close() -> None:
    seen, unseen = pooled("tune"), pooled("check")
    for figure in ("strict_F1", "relaxed_F1", "value_F1"):
        assert seen[figure] - unseen[figure] <= APART


def test_half_of_the_mentions_are_too_few() -> None:
    for corpus, floors in FLOORS.items():
        assert set(below(figures(corpus, spoil=lambda found: found[::2]), floors)) == set(floors)


def test_spans_one_character_short_are_noticed() -> None:
    def cut(found: list[Any]) -> list[Any]:
        return [(start, end - (i % 10 == 0), *rest) for i, (start, end, *rest) in enumerate(found)]

    for corpus, floors in FLOORS.items():
        assert "strict_F1" in below(figures(corpus, spoil=cut), floors)


def test_values_of_the_wrong_year_are_noticed() -> None:
    def late(found: list[Any]) -> list[Any]:
        return [
            (start, end, type_, value.replace("1998", "1999").replace("1989", "1990"))
            for start, end, type_, value in found
        ]

    for corpus, floors in FLOORS.items():
        assert set(below(figures(corpus, spoil=late), floors)) == {"value_F1"}
