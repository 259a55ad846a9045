"""One deed of a sentence, with who did it to whom and whether it was done, all layers at hand."""

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


def told(text: str) -> list[Event]:
    (result,) = PIPELINE.run([Source(raw=text, published=MONDAY)], segment=False)
    return [event for event in result.events if event.type != "STATEMENT"]


@pytest.mark.parametrize(
    ("text", "type", "actor", "recipient", "modality"),
    [
        ("The junta responded with air strikes.", "ASSAULT", "junta", None, "asserted"),
        ("The junta responded  with air strikes.", "ASSAULT", "junta", None, "asserted"),
        ("Men hurled a grenade at the police in Karn.", "ASSAULT", "Men", "police", "asserted"),
        ("A missile hit a school in Karn.", "ASSAULT", None, None, "asserted"),
        ("Gunmen targeted a clinic in Karn.", "ASSAULT", "Gunmen", None, "asserted"),
        ("A dispute over land led to clashes in Karn.", "ASSAULT", None, None, "asserted"),
        ("No fewer than nine guards were killed.", "ASSAULT", None, "guards", "asserted"),
        ("The navy shot down drones over the Red Sea.", "ASSAULT", "navy", None, "asserted"),
        ("Dockworkers downed tools in Karn.", "PROTEST", "Dockworkers", None, "asserted"),
        ("Rosa Marn telephoned the president.", "CONSULT", "Rosa Marn", "president", "asserted"),
        ("Marn called on the president in Karn.", "CONSULT", "Marn", "president", "asserted"),
        ("Marn called on the president to act.", "REQUEST", "Marn", "president", "asserted"),
        ("A teacher was found guilty on Friday.", "COERCE", None, "teacher", "asserted"),
        ("Talks in Karn are due to resume.", "CONSULT", None, None, "planned"),
        (
            "A teacher will pay if he is sentenced on 3 May.",
            "COERCE",
            None,
            "teacher",
            "hypothetical",
        ),
        ("Marn ordered the army to help evacuate Karn.", "AID", "army", "Karn", "planned"),
        ("Court bombs kill five in Karn", "ASSAULT", None, None, "asserted"),
        ("Nine nurses were evacuated by helicopter to Karn.", "AID", None, "nurses", "asserted"),
        ("Tens of thousands rallied in Karn.", "PROTEST", "Tens of thousands", None, "asserted"),
        ("Some 5,000 marched in Karn.", "PROTEST", "5,000", None, "asserted"),
        ("Teachers blocked a highway near Karn.", "PROTEST", "Teachers", None, "asserted"),
        ("Nurses began a three-day strike.", "PROTEST", "Nurses", None, "asserted"),
        (
            "The president of Orland met the mayor of Karn.",
            "CONSULT",
            "president",
            "mayor",
            "asserted",
        ),
        ("The mayor of Orlo met the mayor of Karn.", "CONSULT", "mayor", "mayor", "asserted"),
        ("Trucks carrying food reached the villagers.", "AID", None, "villagers", "asserted"),
        (
            "The rebels swapped 300 prisoners with the army.",
            "COOPERATE",
            "rebels",
            "army",
            "asserted",
        ),
        ("The army sent troops to Karn.", "MOBILIZE", "army", "Karn", "asserted"),
        ("The army has since been deployed in Karn.", "MOBILIZE", None, None, "asserted"),
        ("Marn ordered troops to be deployed in Karn.", "MOBILIZE", None, None, "planned"),
        ("Secretary of State Ada Marn met the mayor.", "CONSULT", "Ada Marn", "mayor", "asserted"),
        (
            "Rosa Marn met EU foreign ministers.",
            "CONSULT",
            "Rosa Marn",
            "EU foreign ministers",
            "asserted",
        ),
        ("Five of the teachers were arrested.", "COERCE", None, "teachers", "asserted"),
        ("Nine leaders, among them Ada Marn, were freed.", "YIELD", None, "leaders", "asserted"),
        ("The mayor expressed concern over the arrest.", "COERCE", None, None, "asserted"),
        ("The mayor saw a memorial to the 1998 bombing.", "ASSAULT", None, None, "asserted"),
        ("The army withdrew its last soldiers.", "RETREAT", "army", None, "asserted"),
        ("Taliban claims Karn attack", "ASSAULT", "Taliban", None, "asserted"),
    ],
)
def test_who_did_what(
    text: str, type: str, actor: str | None, recipient: str | None, modality: str
) -> None:
    (event,) = told(text)
    names = [argument and argument.name for argument in (event.actor, event.recipient)]
    assert (event.type, *names, event.modality) == (type, actor, recipient, modality)


@pytest.mark.parametrize(
    "text",
    [
        "The report hit the market.",
        "“We will not be intimidated,” Marn told reporters.",
        "A man who pleaded guilty to fraud left.",
        "A religious procession passed the school.",
        "The police fired warning shots.",
    ],
)
def test_what_is_no_deed(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "type", "number"),
    [
        ("Men killed five traders in July. Marn condemned the July attack.", "ASSAULT", 1),
        ("Orland signed a pact with Merra. The inter-state pact was signed in Karn.", "AGREE", 1),
        ("Ana Marn was jailed for theft. Ana Marn was arrested in her house.", "COERCE", 2),
        ("Police arrested Ana Marn on Sunday. Ana Marn was detained at home.", "COERCE", 1),
    ],
)
def test_how_many(text: str, type: str, number: int) -> None:
    assert len([event for event in told(text) if event.type == type]) == number


def test_a_general_strike_is_no_generals() -> None:
    (request, _) = told("Rosa Marn called for a general strike in Karn.")
    assert request.recipient is None


def test_a_stretch_before_a_verb_moves_no_day():
    (event,) = told("He had waited for three weeks before he met the president on Friday.")
    assert event.date is not None
    assert event.date.start == dt.date(2031, 3, 14)


def test_what_began_long_before_dates_no_deed():
    (event,) = told("The war, which erupted in April 2023, has killed 15,000 people.")
    assert event.date is None


def test_a_court_is_no_country():
    (event,) = told("He was jailed by U.S. District Judge Ana Marn.")
    assert event.actor is not None
    assert event.actor.name == "Ana Marn"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Marn rejected the proposal on Friday.", dt.date(2031, 3, 14)),
        ("Marn accused Dano of war crimes on Friday.", dt.date(2031, 3, 14)),
        ("Marn rejected claims that he had left on Friday.", None),
        ("Marn urged all to stay home on Friday.", None),
    ],
)
def test_the_day_of_what_is_done_by_words(text: str, day: dt.date | None) -> None:
    first = min(told(text), key=lambda event: event.trigger_span.start)
    assert (first.date and first.date.start) == day


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The army deployed 200 soldiers to Mali on Sunday.", "Mali"),
        ("France withdrew its last soldiers from Mali.", "Mali"),
        ("Teachers marched through Nairobi.", "Nairobi"),
        ("Teachers marched through the streets of Nairobi.", "Nairobi"),
        ("Drones hit a tanker off Mombasa.", "Mombasa"),
        ("A missile attack on Kharkiv failed.", "Kharkiv"),
        ("A bomb went off in the south of Nairobi.", "Nairobi"),
        ("Doctors evacuated 50 patients from Nairobi.", "Nairobi"),
        ("Gunmen attacked a bus and the wounded were taken to a hospital in Nairobi.", None),
        ("Gunmen attacked a bus near a hospital in Nairobi.", "Nairobi"),
    ],
)
def test_where(text: str, place: str | None) -> None:
    event, *_ = told(text)
    assert (event.place and event.place.name) == place


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Gunmen killed nine guards in Karn. Police later said ten guards were killed.", 1),
        ("Gunmen killed nine guards in Karn. Police later killed ten guards in Orlo.", 2),
        ("Gunmen attacked a post in Karn. Rebels stormed the post on Sunday.", 1),
        ("Kenyan troops shelled a camp after rebels attacked a convoy.", 2),
        ("Nine guards were killed after rebels attacked a convoy.", 1),
        ("Police shot dead two gunmen after the men opened fire on a bus.", 1),
        ("Orland executed two men over the bombing of a shrine.", 2),
    ],
)
def test_one_or_two(text: str, count: int) -> None:
    assert len(told(text)) == count


def test_goes_on() -> None:
    text = "Rebels raided a post in Karn on Sunday, killing two men and freeing nine prisoners."
    assert {event.date and event.date.start for event in told(text)} == {dt.date(2031, 3, 16)}


def test_another_time() -> None:
    text = "Aid reached Nairobi on Sunday, two days after the rebels agreed a truce."
    places = {event.type: event.place and event.place.name for event in told(text)}
    assert places["AGREE"] is None
