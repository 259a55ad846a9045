"""The ledger: claims with their ranges, which of them exclude each other, and one rule a name."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from corpuskit import EventCluster, Pipeline, Result, Source
from corpuskit_casualties import UCDP, Casualties
from corpuskit_dates import Dates
from corpuskit_entities import Entities
from corpuskit_events import EventLinker, Events
from corpuskit_quotes import Quotes

PIPELINE = Pipeline([Dates(), Casualties(), Entities(), Quotes(), Events()], strict=True)
REPORT = "{} killed by a bomb in the town of Karn on Saturday."


def read(*told: str) -> list[Result]:
    """A report of each count, published on one day after another; no two stand at one offset."""
    sources = [
        Source(
            raw="It rained. " * n + REPORT.format(count),
            id=f"{n}.txt",
            published=dt.date(2031, 3, 16 + n),
        )
        for n, count in enumerate(told)
    ]
    return list(PIPELINE.run(sources, segment=False))


def linked(results: list[Result]) -> EventCluster:
    clusters = EventLinker().link(results)
    (cluster,) = [c for c in clusters if len({m.article_id for m in c.members}) == len(results)]
    return cluster


@pytest.mark.parametrize(
    ("told", "conflict"),
    [
        (("Four guards were", "Four guards were"), False),
        (("Four guards were", "Six guards were"), True),
        (("At least four guards were", "Six guards were"), False),
        (("At least seven guards were", "Six guards were"), True),
        (("Up to six guards were", "Four guards were"), False),
        (("Up to six guards were", "Nine guards were"), True),
        (("Between four and six guards were", "Nine guards were"), True),
        (("Between four and six guards were", "Six guards were"), False),
        (("Between four and six guards were", "At least six guards were"), False),
        (("Between four and six guards were", "At least seven guards were"), True),
        (("Dozens of guards were", "Nine guards were"), True),
        (("Dozens of guards were", "At least nine guards were"), False),
        (("At least four guards were", "Six guards were", "Seven guards were"), True),
        (("Two guards and three farmers were", "Five people were"), False),
        (("Two guards and three farmers were", "Six people were"), True),
        (("Two guards and three farmers were", "Three farmers were"), False),
        (("Two guards and three farmers were", "Four farmers were"), True),
    ],
)
def test_tolls_conflict_where_their_ranges_have_nothing_in_common(
    told: tuple[str, ...], conflict: bool
):
    assert ("killed" in linked(read(*told)).conflicts) is conflict


ATTACK = "Seven guards were killed when militants attacked a post in Karn on Saturday."
RIVALS = ATTACK + " Between two and four militants were killed."


def test_losses_of_two_sides_are_two_fields_and_no_conflict():
    sources = [Source(raw=raw, published=dt.date(2031, 3, 17)) for raw in (ATTACK, RIVALS)]
    cluster = linked(list(PIPELINE.run(sources, segment=False)))
    assert {(claim.low, claim.high) for claim in cluster.claims["killed"]} == {(7, 7)}
    assert [(c.low, c.high) for c in cluster.claims["killed:militant"]] == [(2, 4)]
    assert cluster.conflicts == ()
    assert cluster.value("killed:militant", "highest") == 4


def test_what_one_verb_tells_is_one_claim():
    cluster = linked(read("Four guards and two shopkeepers were", "Six people were"))
    claims = cluster.claims["killed"]
    assert sorted((claim.value, len(claim.span)) for claim in claims) == [(6, 10), (6, 31)]
    assert sorted({claim.value for claim in cluster.claims["victims"]}) == [
        "guards",
        "people",
        "shopkeepers",
    ]


@pytest.mark.parametrize(
    ("raw", "modality"),
    [
        ("The army denied that rebels had attacked a post in Karn on Saturday.", "denied"),
        ("Rebels threatened to attack a post in Karn on Saturday.", "planned"),
        ("Rebels may have attacked a post in Karn on Saturday.", "hypothetical"),
    ],
)
def test_what_did_not_happen_stays_by_itself_and_is_told_from_what_did(raw: str, modality: str):
    texts = ("Rebels attacked a post in Karn on Saturday.", raw)
    sources = [Source(raw=text, published=dt.date(2031, 3, 17)) for text in texts]
    results = list(PIPELINE.run(sources, segment=False))
    attacks = [c for c in EventLinker().link(results) if c.value("type") == "ASSAULT"]
    assert sorted([str(c.value("modality")) for c in attacks]) == sorted(["asserted", modality])


def test_a_side_can_be_in_conflict_by_itself():
    raws = (RIVALS, RIVALS.replace("two and four", "eight and nine"))
    sources = [Source(raw=raw, published=dt.date(2031, 3, 17)) for raw in raws]
    assert linked(list(PIPELINE.run(sources, segment=False))).conflicts == ("killed:militant",)


def test_who_the_dead_were_can_be_in_dispute():
    raws = (
        "An air strike killed nine militants in Karn on Saturday, the army said.",
        "Nine villagers were killed in an air strike in Karn on Saturday, neighbours said.",
    )
    sources = [Source(raw=raw, published=dt.date(2031, 3, 17)) for raw in raws]
    cluster = linked(list(PIPELINE.run(sources, segment=False)))
    assert [claim.value for claim in cluster.claims["killed"]] == [9, 9]
    assert cluster.conflicts == ("victims",)


def test_a_claim_has_its_range_and_what_is_no_count_has_none():
    cluster = linked(read("At least four guards were", "Between four and six guards were"))
    ranges = {(claim.value, claim.low, claim.high) for claim in cluster.claims["killed"]}
    assert ranges == {(4, 4, None), (None, 4, 6)}
    assert cluster.value("killed", "lowest") == 4
    assert cluster.value("killed", "highest") == 6
    others = [
        claim for field in cluster.claims if field != "killed" for claim in cluster.claims[field]
    ]
    assert all(claim.low is claim.high is None for claim in others)


@pytest.mark.parametrize(
    "told",
    [
        ("Six guards were", "Four guards were", "Six guards were"),
        ("Four guards were", "Six guards were"),
        ("Six guards were", "Between four and six guards were"),
        ("At least five guards were", "Between five and six guards were", "Six guards were"),
        ("Dozens of guards were", "Nine guards were"),
        ("Four guards and two shopkeepers were", "Six people were"),
        ("Four guards and at least two shopkeepers were", "Between six and nine people were"),
    ],
)
def test_ucdp_is_one_rule_for_claims_and_for_counts(told: tuple[str, ...]):
    """The best estimate of the ledger is that of the coding policy over the counts of all."""
    results = read(*told)
    cluster = linked(results)
    (toll,) = [toll for toll in UCDP([c for r in results for c in r.casualties]) if not toll.by]
    assert cluster.value("killed", "ucdp") == toll.best
    assert cluster.value("killed", "lowest") == toll.low
    assert cluster.value("killed", "highest") == toll.high


def test_what_joined_names_no_day_but_those_that_are_told():
    results = read("Six guards were", "Seven guards were")
    (_, why), *_ = linked(results).joined_by
    assert why.startswith("found by type, time and place: day 2031-03-15; place Karn; ")
    assert why.endswith("(against it: 6 or 7 killed)")
    assert set(re.findall(r"\d{4}-\d\d-\d\d", why)) == {"2031-03-15"}


def test_members_name_their_source():
    cluster = linked(read("Six guards were", "Seven guards were"))
    assert {member.source_id for member in cluster.members} == {"0.txt", "1.txt"}
