"""Linking over an invented country's news: events told once, namesakes and twins apart."""

from __future__ import annotations

import functools
import importlib.util
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import corpuskit
from corpuskit import Event, Pipeline, Result, Source
from corpuskit_casualties import Casualties
from corpuskit_dates import Dates
from corpuskit_entities import Entities
from corpuskit_events import EventLinker, Events

EVENTS = int(os.environ.get("CORPUSKIT_INVENTED_EVENTS") or 250)  # 2000 for the whole of it
DAYS = max(20, EVENTS * 300 // 2000)
LINKER = EventLinker()


@functools.cache
def invented() -> Any:
    spec = importlib.util.spec_from_file_location("invented", Path(__file__).parent / "invented.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["invented"] = module
    spec.loader.exec_module(module)
    return module


@functools.cache
def corpus() -> tuple[tuple[Result, ...], dict[str, int]]:
    """Results, and the event that each article tells."""
    pipeline = Pipeline([Dates(), Casualties(), Entities(), Events()], strict=True)
    results, gold = [], {}
    for report in invented().reports(EVENTS, days=DAYS):
        source = Source(raw=report.text, published=report.published)
        (result,) = pipeline.run([source], segment=False)
        results.append(result)
        gold[result.article.id] = report.event
    return tuple(results), gold


def main_event(result: Result) -> Event | None:
    attacks = [e for e in result.events if e.type == "ASSAULT" and e.modality == "asserted"]
    return max(attacks, key=lambda e: (bool(e.casualties), len(e.mentions)), default=None)


def labels(results: tuple[Result, ...]) -> dict[str, str]:
    """Article to the cluster of its main event."""
    home = {m: cluster.id for cluster in LINKER.link(results) for m in cluster.members}
    found = {}
    for result in results:
        event = main_event(result)
        member = event and corpuskit.Member(result.article.id, event.id)
        found[result.article.id] = home[member] if member else result.article.id
    return found


def b_cubed(gold: dict[str, Any], got: dict[str, Any]) -> float:
    both = Counter((gold[i], got[i]) for i in gold)
    size_gold, size_got = Counter(gold.values()), Counter(got.values())
    precision = sum(n * n / size_got[s] for (_, s), n in both.items()) / len(gold)
    recall = sum(n * n / size_gold[g] for (g, _), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


def test_events_are_told_once():
    results, gold = corpus()
    assert b_cubed(gold, labels(results)) >= 0.95


def test_the_measure_falls_when_every_fifth_article_is_moved():
    results, gold = corpus()
    got = labels(results)
    moved = {id: (label, n % 5 == 0) for n, (id, label) in enumerate(sorted(got.items()))}
    assert b_cubed(gold, moved) < 0.9


def test_no_two_attacks_of_one_day_and_toll_in_two_places_are_one():
    results, gold = corpus()
    got = labels(results)
    events: dict[str, set[int]] = {}
    for id, label in got.items():
        events.setdefault(label, set()).add(gold[id])
    twins = [ids for ids in events.values() if any(i % 9 == 0 and i + 1 in ids for i in ids)]
    assert twins == []


def test_stories_keep_events_apart():
    results, gold = corpus()
    got = {id: n for n, story in enumerate(LINKER.stories(results)) for id in story}
    assert b_cubed(gold, got) >= 0.85


def test_shuffled_input_gives_the_same_clusters():
    results, _ = corpus()
    some = results[:200]
    shuffled = sorted(some, key=lambda result: result.article.source.sha256)
    assert LINKER.link(shuffled) == LINKER.link(some)
    assert LINKER.stories(shuffled[::-1]) == LINKER.stories(some)


def calls(work) -> int:
    """How many functions are called: a cost that no neighbour on the machine changes."""
    count = 0

    def tick(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_cost_an_article_hardly_grows():
    def cost(articles):
        results = invented().direct_results(articles)
        return calls(lambda: LINKER.link(results)) / len(results)

    cost(50)  # lexicons are read on first use
    assert cost(3000) <= 1.5 * cost(300)
