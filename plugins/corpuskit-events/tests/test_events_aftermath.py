"""Whom a deed hit is told in the next sentence, with or without a verb of its own."""

from __future__ import annotations

import datetime as dt

import pytest

from corpuskit import Event, Pipeline, Source
from corpuskit_events import EventLinker

MONDAY = dt.date(2031, 3, 17)
RAID = "Gunmen raided a post in Karn on Saturday, police said. "


def told(text: str) -> list[Event]:
    (result,) = Pipeline.installed().run([Source(raw=text, published=MONDAY)], segment=False)
    return [event for event in result.events if event.type != "STATEMENT"]


@pytest.mark.parametrize(
    "behind",
    [
        "Seven guards were killed.",
        "Seven guards were killed and two drivers were wounded.",
        "Seven people died at the scene.",
        "At least seven people lost their lives.",
    ],
)
def test_the_next_sentence_counts_whom_it_hit(behind: str):
    (raid,) = told(RAID + behind)
    assert raid.actor.name == "Gunmen"
    assert raid.date.start == dt.date(2031, 3, 15)
    assert raid.casualties[0].low == 7


@pytest.mark.parametrize(
    "behind",
    [
        "In Orlo, seven guards were killed.",
        "Rebels killed seven guards.",
        "Last week, seven guards were killed.",
        "Seven guards have been killed since January.",
        "They also attacked a van, wounding seven.",
        "Seven people died in a fire in Orlo.",
    ],
)
def test_what_has_a_place_a_day_or_an_actor_is_another_deed(behind: str):
    raid = next(event for event in told(RAID + behind) if event.actor)
    assert raid.actor.name == "Gunmen"
    assert not raid.casualties


def test_two_who_have_names_are_arrested_twice():
    events = told("Police arrested Ana Marn on Saturday. A court upheld the arrest of Rob Dahl.")
    assert len([event for event in events if event.type == "COERCE"]) == 2


def test_one_arrest_is_told_by_name_and_last_name():
    events = told("Police arrested Ana Marn on Saturday. Teachers condemned the arrest of Marn.")
    assert len([event for event in events if event.type == "COERCE"]) == 1


def test_entries_of_a_log_are_deeds_of_their_own():
    log = "Log for 15 March 2031\n\n08:40 - A drone struck a truck in Karn.\n" + (
        "17:30 - A patrol was struck by a drone in Orlo.\n"
    )
    (result,) = Pipeline.installed().run([Source(raw=log)])
    struck = [event for event in result.events if event.type == "ASSAULT"]
    assert [event.place.name for event in struck] == ["Karn", "Orlo"]


def test_a_kidnapping_is_no_shooting():
    text = "Gunmen shot dead a mayor in Karn on Saturday. Talks ended after the kidnapping of nine."
    first, second = (event for event in told(text) if event.type == "ASSAULT")
    assert (first.place.name, second.place) == ("Karn", None)


@pytest.mark.parametrize(
    ("text", "type_", "modality"),
    [
        ("Nobody was charged with the attack on the mosque in Karn.", "ASSAULT", "asserted"),
        ("Marn was charged with the attack on the mosque in Karn.", "ASSAULT", "alleged"),
        ("Talks in Karn, which were to begin in May, have been postponed.", "CONSULT", "planned"),
        ("A strike on a bridge in Karn killed two.", "ASSAULT", "asserted"),
        ("The strike by teachers in Karn ended.", "PROTEST", "asserted"),
        ("A court in Karn fined the bank.", "SANCTION", "asserted"),
        ("Rebels besieged the town of Karn.", "COERCE", "asserted"),
        ("Marn hosted the president of Orland in Karn.", "CONSULT", "asserted"),
    ],
)
def test_what_is_told_and_whether_it_was_so(text: str, type_: str, modality: str):
    assert (type_, modality) in [(event.type, event.modality) for event in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Three soldiers were killed in a helicopter crash in Karn.",
        "The bridge in Karn is fine, and nobody paid fines.",
        "Marn hosted a dinner in Karn.",
        "The strike in Karn was a blow to the mayor.",
    ],
)
def test_what_is_no_deed(text: str):
    assert not told(text)


def test_who_is_hit_does_not_act():
    (hit,) = told("An army patrol was hit by a drone in Karn.")
    assert (hit.actor, hit.recipient.name) == (None, "army")


def test_a_place_beside_a_direction_is_the_scene_and_suffers_nothing():
    (raid,) = told("Warplanes bombed farmland east of Karn on Saturday.")
    assert (raid.place.name, raid.recipient) == ("Karn", None)


WIRE = "Blast kills 23 in Karn\n\nA blast killed at least 23 people in Karn on Saturday."
LOCAL = "A blast killed dozens of people in Karn on Saturday."


def test_a_headline_leaves_out_at_least():
    sources = [Source(raw=text, id=text[:5], published=MONDAY) for text in (WIRE, LOCAL)]
    results = list(Pipeline.installed().run(sources))
    (cluster,) = (c for c in EventLinker().link(results) if len(c.members) > 1)
    assert cluster.conflicts == ()


def test_clusters_come_in_the_order_of_sources_and_their_texts():
    deeds = "Rebels attacked Karn. Teachers marched in Orlo. Orland and Merra signed a truce."
    sources = [Source(raw=deeds, id=id, published=MONDAY) for id in ("b", "a")]
    results = list(Pipeline.installed().run(sources, segment=False))
    found = [c.value("type") for c in EventLinker().link(results)]
    assert found[:2] == ["ASSAULT", "PROTEST"]
