"""What joins two reports and what is too common to: arrests, means, sums, headlines alone."""

from __future__ import annotations

import datetime as dt

import pytest

from corpuskit import EventCluster, Pipeline, Result, Source
from corpuskit_casualties import Casualties
from corpuskit_dates import Dates
from corpuskit_entities import Entities
from corpuskit_events import EventLinker, Events
from corpuskit_quotes import Quotes

MONDAY = dt.date(2031, 3, 17)
PIPELINE = Pipeline([Dates(), Casualties(), Entities(), Quotes(), Events()], strict=True)
GUARDS = "Gunmen killed five guards in Karn on Saturday."


def read(*texts: str, published: dt.date | None = MONDAY) -> list[Result]:
    sources = [Source(raw=text, published=published) for text in texts]
    return list(PIPELINE.run(sources, segment=False))


def joined(results: list[Result], type: str = "ASSAULT") -> list[EventCluster]:
    return [
        cluster
        for cluster in EventLinker().link(results)
        if len({member.article_id for member in cluster.members}) > 1
        and cluster.claims["type"][0].value == type
    ]


ARREST = "Police in Karn arrested Rosa Marn on Saturday."


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [  # what a town sees often
        (ARREST, "Police in Karn arrested Tom Harg on Saturday.", False),
        (ARREST, "Police in Karn arrested 22 people on Saturday.", False),
        (ARREST.replace("Rosa Marn", "22 men"), "Police arrested 22 people on Saturday.", True),
        (ARREST.replace("Rosa Marn", "22 men"), "Police arrested 98 people on Saturday.", False),
        (ARREST, "Rosa Marn, who was arrested on Saturday, was released on Sunday.", True),
        # by other means
        (
            GUARDS.replace("killed", "shot dead"),
            "A bomb killed five people in Karn on Saturday.",
            True,
        ),
        (
            GUARDS.replace("killed", "shot dead"),
            "A bomb exploded in Karn on Saturday, killing at least two people.",
            False,
        ),
        # groups that one verb counts
        (
            "Three women, four children and two men were killed in Karn on Saturday.",
            "Nine people were killed in Karn on Saturday.",
            True,
        ),
    ],
)
def test_what_happens_often_is_not_one(one: str, other: str, together: bool):
    types = ("ASSAULT", "COERCE")
    assert any(joined(read(one, other), type) for type in types) is together


@pytest.mark.parametrize(("published", "together"), [(MONDAY, True), (dt.date(2031, 4, 17), False)])
def test_a_headline_alone_is_news_of_its_day(published: dt.date, together: bool):
    report = "Rebels of the Sun Front killed nine guards in the town of Karn in Orland on Sunday."
    headline = "Sun Front kills nine guards in Karn"
    results = read(report) + read(headline, published=published)
    assert bool(joined(results)) is together
