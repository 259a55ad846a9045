"""What points back in one article, and whose day a day is."""

from __future__ import annotations

import datetime as dt

import pytest

from corpuskit import Event, Pipeline, Source
from corpuskit_casualties import Casualties
from corpuskit_dates import Dates
from corpuskit_entities import Entities
from corpuskit_events import Events
from corpuskit_quotes import Quotes

MONDAY = dt.date(2031, 3, 17)
PIPELINE = Pipeline([Dates(), Casualties(), Entities(), Quotes(), Events()], strict=True)


def told(text: str, published: dt.date | None = MONDAY) -> tuple[Event, ...]:
    (result,) = PIPELINE.run([Source(raw=text, published=published)], segment=False)
    return result.events


def deed(text: str, type: str = "ASSAULT", published: dt.date | None = MONDAY) -> Event:
    events = [event for event in told(text, published) if event.type == type]
    assert len(events) == 1, [(e.type, e.trigger_span.of(text), e.date) for e in events]
    return events[0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (  # who says it comes behind a comma, nearer to the day than the deed
            "Police arrested the mayor Tom Harg at his house in Karn on Saturday over a letter, "
            "his lawyer said.",
            (3, 15),
        ),
        ("The police condemned the attack on a hotel in Karn on 11 March.", (3, 11)),
        ("The police condemned the attack on a hotel in Karn on Sunday.", None),
        ("The number of those killed in the attack in Karn rose to 13 on Sunday.", None),
    ],
)
def test_the_day_is_not_the_sayings(text: str, day: tuple[int, int] | None):
    (event,) = (event for event in told(text) if event.type in ("ASSAULT", "COERCE"))
    assert (event.date and event.date.start) == (day and dt.date(2031, *day))


def test_the_month_of_may_makes_nothing_possible():
    event = deed("KARN, May 7 - Rebels attacked a post in Karn on 3 May, police said.")
    assert (event.modality, event.date.start) == ("asserted", dt.date(2031, 5, 3))


@pytest.mark.parametrize(
    ("then", "events"),
    [
        ("The attackers opened fire in the town of Karn and fled.", 1),
        ("The attackers opened fire in the town of Karn on 3 March.", 2),
        ("Attackers opened fire in the town of Karn.", 2),
    ],
)
def test_who_did_it_tells_where(then: str, events: int):
    text = f"Gunmen attacked a post in Orlo province on Saturday, killing five guards. {then}"
    found = [event for event in told(text) if event.type == "ASSAULT"]
    assert len(found) == events
    if events == 1:
        assert [place.name for place in found[0].places] == ["Karn", "Orlo"]


def test_a_month_in_a_headline_is_no_march():
    types = [event.type for event in told("Orland seizes rebel linked to March attack in Karn")]
    assert "PROTEST" not in types
