"""Two attacks in one town, of one day or of two, stay two, whoever tells them."""

from __future__ import annotations

import datetime as dt

import pytest

from corpuskit import EventCluster, Pipeline, Source
from corpuskit_events import EventLinker

MONDAY = dt.date(2031, 3, 17)
MARKET = (
    "On 15 March 2031, a car bomb exploded outside a market in Karn. Nine people were killed.",
    "A car bomb killed nine people at a market in Karn on Saturday, police said.",
    "Nine killed in car bombing in Karn\n\nA car bombing in Karn killed nine people on Saturday.",
)
MOSQUE = (
    "On 15 March 2031, gunmen stormed a mosque in Karn. Fourteen people were killed.",
    "Gunmen killed 14 people at a mosque in Karn on Saturday, police said.",
)
NEXT = tuple(
    text.replace("15 March", "16 March").replace("Saturday", "Sunday").replace("ine ", "ineteen ")
    for text in MARKET
)


def attacks(*texts: str) -> list[EventCluster]:
    sources = [Source(raw=t, id=f"{n}", published=MONDAY) for n, t in enumerate(texts)]
    results = list(Pipeline.installed().run(sources))
    return [c for c in EventLinker().link(results) if c.value("type") == "ASSAULT"]


@pytest.mark.parametrize("others", [MOSQUE, NEXT], ids=["mosque", "next day"])
def test_two_attacks_in_one_town_are_two(others: tuple[str, ...]):
    found = attacks(*MARKET, *others)
    assert sorted(len(cluster.members) for cluster in found) == sorted([3, len(others)])


def test_what_died_later_is_no_number_in_common():
    later = "Death toll from Karn {} rises to {}\n\nA woman died in hospital after the {} in Karn."
    texts = (later.format("car bombing", 10, "car bombing"), later.format("raid", 15, "raid"))
    assert all(len(cluster.members) == 1 for cluster in attacks(*texts))
