"""Events over the seeds: what two texts share is one cluster, where they disagree it is shown."""

from __future__ import annotations

import functools
import json
import os
from pathlib import Path
from typing import Any

import pytest
from seeds_score import installed
from seeds_texts import ROOT, SEEDS, originals, specimens

import corpuskit
from corpuskit import EventCluster, Result


@functools.cache
def results(name: str) -> dict[str, Result]:
    """Article key of events.json ("border-post.txt#0", "000#0") to result; {} if not here."""
    try:
        documents = specimens() if name == "specimens" else originals()
    except FileNotFoundError:
        return {}
    found = {}
    for document in documents:
        key = document.name if name == "specimens" else document.name.partition("_")[0]
        for index, result in enumerate(installed(document, document.published)):
            found[f"{key}#{index}"] = result
    return found


@functools.cache
def clusters(name: str) -> tuple[EventCluster, ...]:
    return corpuskit.link(results(name).values())


def events(name: str) -> dict[str, Any]:
    gold = Path(os.environ.get("CORPUSKIT_GOLD") or ROOT.parent / "shared" / "gold")
    folder = SEEDS / "expected" if name == "specimens" else gold
    rows = json.loads((folder / "events.json").read_text(encoding="utf-8"))["events"]
    return {row["id"]: row for row in rows}


def shared(name: str, event: str) -> list[EventCluster]:
    """Clusters that hold events of all articles that tell it."""
    if not results(name):
        pytest.skip("no originals: set CORPUSKIT_SEEDS and CORPUSKIT_GOLD")
    wanted = {results(name)[key].article.id for key in events(name)[event]["articles"]}
    return [c for c in clusters(name) if wanted <= {m.article_id for m in c.members}]


SHARED = [
    ("specimens", "E1"),
    ("specimens", "E2"),
    ("originals", "E1"),
    ("originals", "E2"),
    ("originals", "E6"),
    ("originals", "E7"),
]


@pytest.mark.parametrize(("name", "event"), SHARED)
def test_an_event_of_two_texts_is_one_cluster(name, event):
    assert shared(name, event)


@pytest.mark.parametrize("name", ["specimens", "originals"])
def test_the_attack_is_counted_once(name):
    (cluster,) = [c for c in shared(name, "E1") if "killed" in c.claims]
    best = events(name)["E1"]["killed"]["best"]
    assert {claim.value for claim in cluster.claims["killed"]} == {best}
    assert cluster.value("killed", "majority") == best
    assert str(cluster.value("date")) == events(name)["E1"]["date"]
    assert cluster.conflicts == ()


@pytest.mark.parametrize("name", ["specimens", "originals"])
def test_a_statement_on_two_days_is_shown_as_a_conflict_or_a_near_miss(name):
    days = events(name)["E5"]["date"] if results(name) else []
    joined = [c for c in shared(name, "E5") if "date" in c.conflicts]
    near = [why for c in clusters(name) for _, why in c.candidates if all(d in why for d in days)]
    assert joined or near


def test_the_two_reports_of_the_bombing_are_one_story():
    keys = events("specimens")["E8"]["articles"]
    wanted = {results("specimens")[key].article.id for key in keys}
    assert wanted in [set(story) for story in corpuskit.stories(results("specimens").values())]


@pytest.mark.parametrize("name", ["specimens", "originals"])
def test_the_order_of_the_results_does_not_matter(name):
    found = list(results(name).values())
    assert corpuskit.link(reversed(found)) == clusters(name) if found else True
