"""Eight kinds of events, told by one to six articles each: found, dated, told once, joined."""

from __future__ import annotations

import functools
import itertools
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import corpuskit
from corpuskit import Event, Member, Pipeline, Result, Source

EVENTS = 100
KINDS = ("abduction", "aid", "arrest", "charge", "protest", "sanctions", "talks", "truce")
LIVE = ("asserted", "alleged")


@functools.cache
def told() -> tuple[tuple[Any, Result], ...]:
    """Each article as it was written, and as it was read."""
    sys.path.insert(0, str(Path(__file__).parent))
    try:
        import worlds
    finally:
        sys.path.pop(0)
    pipeline, found = Pipeline.installed(), []
    for one in worlds.tellings(EVENTS):
        (result,) = pipeline.run([Source(raw=one.text, published=one.published)])
        found.append((one, result))
    return tuple(found)


def of_the_deed(one: Any, result: Result) -> list[Event]:
    """The events that a word which tells the deed is a mention of."""
    return [
        event
        for event in result.events
        if event.modality in LIVE
        and any(s.start < end and start < s.end for s in event.mentions for start, end in one.marks)
    ]


def share(kind: str, holds: Any) -> float:
    """Of the articles of a kind, those for which something holds."""
    articles = [(one, result) for one, result in told() if one.deed.kind == kind]
    return sum(bool(holds(one, of_the_deed(one, result))) for one, result in articles) / len(
        articles
    )


@pytest.mark.parametrize("kind", KINDS)
def test_deeds_are_found(kind: str):
    assert share(kind, lambda one, events: events) >= 0.95


@pytest.mark.parametrize("kind", KINDS)
def test_an_article_tells_one_event_once(kind: str):
    assert share(kind, lambda one, events: len(events) == 1) >= 0.9


@pytest.mark.parametrize("kind", KINDS)
def test_no_other_day_is_told(kind: str):
    def right(one: Any, events: list[Event]) -> bool:
        days = {event.date.start for event in events if event.date is not None}
        return days <= {one.deed.day}

    assert share(kind, right) >= 0.95


def pairs(home: dict[Member, str]) -> dict[str, Counter[str]]:
    """By kind: pairs of articles that were joined rightly, wrongly, or not."""
    main = [
        (one, home[Member(result.article.id, events[0].id, result.article.source.id)])
        for one, result in told()
        if (events := of_the_deed(one, result))
    ]
    found: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for (one, mine), (other, theirs) in itertools.combinations(main, 2):
        same, joined = one.deed.id == other.deed.id, mine == theirs
        if same or joined:
            found[one.deed.kind]["right" if same and joined else "missed" if same else "wrong"] += 1
    return found


@functools.cache
def linked() -> dict[str, Counter[str]]:
    clusters = corpuskit.link([result for _, result in told()])
    return pairs({member: c.id for c in clusters for member in c.members})


@pytest.mark.parametrize("kind", KINDS)
def test_articles_on_one_event_are_joined(kind: str):
    found = linked()[kind]
    assert found["right"] >= 0.75 * (found["right"] + found["missed"])


@pytest.mark.parametrize("kind", KINDS)
def test_articles_on_two_events_are_not(kind: str):
    assert linked()[kind]["wrong"] <= 0.02 * linked()[kind]["right"]


def test_all_in_one_is_noticed():
    members = [
        Member(result.article.id, event.id, result.article.source.id)
        for _, result in told()
        for event in result.events
    ]
    found = pairs(dict.fromkeys(members, "one"))
    assert all(found[kind]["wrong"] > 0.02 * found[kind]["right"] for kind in KINDS)


def test_the_readme_tells_these_figures():
    found = sum(linked().values(), Counter())
    text = " ".join((Path(__file__).parents[1] / "README.md").read_text("utf-8").split())
    pairs_of_one = f"{found['right']} of {found['right'] + found['missed']} pairs"
    assert f"{EVENTS} events by {len(told())} articles: {pairs_of_one}" in text
    assert not found["wrong"]
