"""The seven events of the originals: dates, tolls, who tells them, and what must not be joined."""

from __future__ import annotations

import datetime as dt
import functools
import json
import os
from pathlib import Path
from typing import Any

import pytest

import corpuskit
from corpuskit import EventCluster, Result, Source
from corpuskit_events import borrowed_dates, quote_variants

ROOT = Path(__file__).parents[3]
SEEDS = Path(os.environ.get("CORPUSKIT_SEEDS") or ROOT.parent / "shared" / "seeds")
GOLD = Path(os.environ.get("CORPUSKIT_GOLD") or SEEDS.parent / "gold")

pytestmark = pytest.mark.skipif(
    not (SEEDS.is_dir() and (GOLD / "events.json").is_file()),
    reason=f"no originals at {SEEDS} and {GOLD}; set CORPUSKIT_SEEDS and CORPUSKIT_GOLD",
)


@functools.cache
def gold() -> dict[str, dict[str, Any]]:
    rows = json.loads((GOLD / "events.json").read_text(encoding="utf-8"))["events"]
    return {row["id"]: row for row in rows}


@functools.cache
def results(undated: str = "") -> dict[str, Result]:
    """Document and number of the article ("000#0") to result; `undated` gets no caller's date."""
    found = {}
    for answers in sorted(GOLD.glob("0*.json")):
        data = json.loads(answers.read_text(encoding="utf-8"))
        days = [article["published"] for article in data["articles"] if article["published"]]
        single = len(data["articles"]) == 1 and answers.stem != undated
        published = dt.date.fromisoformat(days[0]) if single and days else None
        source = Source.from_path(SEEDS / data["file"], published=published)
        for number, result in enumerate(corpuskit.extract(source)):
            found[f"{answers.stem}#{number}"] = result
    return found


@functools.cache
def clusters(undated: str = "") -> tuple[EventCluster, ...]:
    return corpuskit.link(results(undated).values())


def articles(cluster: EventCluster, undated: str = "") -> set[str]:
    keys = {result.article.id: key for key, result in results(undated).items()}
    return {keys[member.article_id] for member in cluster.members}


def holding(event: str, undated: str = "") -> list[EventCluster]:
    """Clusters in which all articles of an event of the gold are."""
    wanted = set(gold()[event]["articles"])
    return [c for c in clusters(undated) if wanted <= articles(c, undated)]


@pytest.mark.parametrize("undated", ["", "001"])
def test_the_attack_is_one_with_both_places_and_no_conflict(undated: str):
    (cluster,) = [c for c in holding("E1", undated) if "killed" in c.claims]
    assert articles(cluster, undated) == set(gold()["E1"]["articles"])
    assert {c.value for c in cluster.claims["place"]} >= set(gold()["E1"]["place"])
    assert {c.value for c in cluster.claims["killed"]} == {gold()["E1"]["killed"]["best"]}
    assert str(cluster.value("date")) == gold()["E1"]["date"]
    assert cluster.conflicts == ()


@pytest.mark.parametrize("undated", ["", "001"])
def test_the_statement_is_one(undated: str):
    (cluster,) = [c for c in holding("E2", undated) if "quotation" in c.claims]
    assert str(cluster.value("date")) == gold()["E2"]["date"]
    assert cluster.value("place") in gold()["E2"]["place"]
    assert cluster.conflicts == ()


def test_a_loss_over_two_attacks_is_one_loss():
    (key,) = gold()["E3"]["articles"]
    tolls = [
        event
        for event in results()[key].events
        if any(c.best == gold()["E3"]["killed"]["best"] for c in event.casualties)
    ]
    assert [str(event.date.start) for event in tolls] == [gold()["E3"]["date"]]
    assert len(tolls[0].mentions) == 2


def test_a_day_after_counts_back():
    (key,) = gold()["E4"]["articles"]
    (event,) = [e for e in results()[key].events if e.type == "ASSAULT" and e.casualties]
    assert str(event.date.start) == gold()["E4"]["date"]
    assert event.place.name in gold()["E4"]["place"]
    assert [c.best for c in event.casualties] == [gold()["E4"]["killed"]["best"]]


def test_a_statement_on_two_days_is_a_conflict_or_a_near_miss():
    days = gold()["E5"]["date"]
    joined = [c for c in holding("E5") if "date" in c.conflicts]
    near = [why for c in clusters() for _, why in c.candidates if all(day in why for day in days)]
    assert joined or near


@pytest.mark.parametrize("undated", ["", "001"])
def test_the_campaign_is_one(undated: str):
    (cluster,) = _of_type("E6", "COERCE", undated)
    assert gold()["E6"]["date"] in {c.value for c in cluster.claims["date"]}


def _of_type(event: str, type: str, undated: str = "") -> list[EventCluster]:
    return [c for c in holding(event, undated) if c.claims["type"][0].value == type]


def test_the_agreement_is_one():
    (cluster,) = _of_type("E7", "AGREE")
    assert gold()["E7"]["date"] in {c.value for c in cluster.claims["date"]}
    assert set(gold()["E7"]["place"]) <= {c.value for c in cluster.claims["place"]}


def test_nothing_else_is_joined():
    """What is joined beyond the gold names the same agreement in a third article."""
    wanted = {frozenset(row["articles"]) for row in gold().values()}
    joined = [frozenset(articles(c)) for c in clusters() if len(articles(c)) > 1]
    extra = [found for found in joined if found not in wanted]
    assert [found for found in extra if not frozenset(gold()["E7"]["articles"]) <= found] == []
    assert len(extra) <= 1


def test_the_undated_article_borrows_its_date():
    (loan,) = [
        loan
        for loan in borrowed_dates(results("001").values(), clusters("001"))
        if loan.article_id == results("001")["001#0"].article.id
    ]
    assert loan.published.basis == "borrowed"
    assert str(loan.published.date) == gold()["E2"]["date"]
    assert len(loan.clusters) >= 2


def test_one_quotation_is_worded_in_two_ways():
    wanted = {results()[key].article.id for key in gold()["E2"]["articles"]}
    found = quote_variants(results().values(), clusters())
    assert any({article for article, _ in one.variants} == wanted for one in found)
