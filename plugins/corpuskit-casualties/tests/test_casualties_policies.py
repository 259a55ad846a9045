"""What each coding policy makes of the same counts, and that they come through the door."""

from __future__ import annotations

from importlib import metadata

import pytest

from corpuskit import Casualty, Pipeline, Span
from corpuskit_casualties import ACLED, IBC, LITERAL, POLICIES, UCDP, Casualties, plugin

PIPELINE = Pipeline([Casualties()], strict=True)


def tolls(policy, text):
    (result,) = PIPELINE.run([text], segment=False)
    return [(t.kind, t.low, t.best, t.high, t.by) for t in policy(result.casualties)]


TWO_TELLINGS = (
    "At least 14 villagers and three soldiers were killed, the governor said. "
    "The hospital counted 19 dead, including four children, and several wounded."
)

TABLE = [
    (LITERAL, "Seven miners died.", [("killed", 7, 7, 7, None)]),
    (LITERAL, "Dozens of miners died.", [("killed", 24, None, None, None)]),
    (ACLED, "Dozens of miners died.", [("killed", None, 12, None, None)]),
    (ACLED, "Several miners died.", [("killed", None, 3, None, None)]),
    (ACLED, "Hundreds of miners died.", [("killed", None, 100, None, None)]),
    (ACLED, "Seven miners were injured.", []),
    (UCDP, "Seven miners were injured.", []),
    (UCDP, "At least 7 miners died.", [("killed", 7, 7, 7, None), ("killed", 7, 7, 7, "civilian")]),
    (
        UCDP,
        "At least 5 villagers and up to 20 soldiers died.",
        [
            ("killed", 5, None, 25, None),
            ("killed", 5, 5, 5, "civilian"),
            ("killed", None, None, 20, "security_forces"),
        ],
    ),
    (IBC, "Seven soldiers died.", []),
    (IBC, "Seven villagers died.", [("killed", 7, None, 7, "civilian")]),
    (IBC, "Seven people died.", [("killed", 0, None, 7, "civilian")]),
    (
        LITERAL,
        TWO_TELLINGS,
        [("killed", 17, None, None, None), ("wounded", 3, None, None, None)],
    ),
    (ACLED, TWO_TELLINGS, [("killed", None, 17, None, None)]),
    (
        UCDP,
        TWO_TELLINGS,
        [
            ("killed", 17, 17, 19, None),
            ("killed", 14, 14, 14, "civilian"),
            ("killed", 3, 3, 3, "security_forces"),
        ],
    ),
    (IBC, TWO_TELLINGS, [("killed", 14, None, 19, "civilian")]),
]


@pytest.mark.parametrize(("policy", "text", "expected"), TABLE)
def test_policy(policy, text, expected):
    assert tolls(policy, text) == expected


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.name)
def test_a_repeated_toll_is_neither_added_nor_are_its_parts(policy):
    once = tolls(policy, "Seven villagers, including two girls, were killed in Velm.")
    twice = tolls(
        policy,
        "Seven villagers were killed. The raid that killed seven villagers, including two girls, "
        "was condemned.",
    )
    assert once == twice


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.name)
def test_running_totals_and_denials_are_left_out(policy):
    assert tolls(policy, "Since January, 40 villagers have been killed.") == []
    assert tolls(policy, "The army denied that 40 villagers were killed.") == []


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.name)
def test_spans_are_those_of_the_counts(policy):
    text = "Seven villagers died."
    (result,) = PIPELINE.run([text], segment=False)
    assert all(toll.spans == (Span(0, 15),) for toll in policy(result.casualties))


def test_the_order_of_mentions_does_not_matter():
    (result,) = PIPELINE.run([TWO_TELLINGS], segment=False)
    for policy in POLICIES:
        assert policy(result.casualties) == policy(tuple(reversed(result.casualties)))


def test_nothing_told_is_no_toll():
    for policy in POLICIES:
        assert policy(()) == ()


def test_zero_is_told():
    assert tolls(LITERAL, "No one was killed.") == [("killed", 0, 0, 0, None)]


def test_policies_cite_their_codebook():
    assert [policy.name for policy in POLICIES] == ["literal", "acled", "ucdp", "ibc"]
    assert all(policy.cites and policy.about.endswith(".") for policy in POLICIES)


def test_they_come_through_the_door():
    assert tuple(plugin.corpuskit_policies()) == POLICIES
    (door,) = metadata.entry_points(group="corpuskit", name="casualties")
    assert door.load() is plugin


def test_the_layer_is_casualty():
    assert Casualties().provides == (Casualty,)
