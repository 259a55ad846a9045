"""One deed in many guises: who did it to whom, when and where stays the same."""

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


def first(text: str) -> tuple[object, ...]:
    """What the first deed is, by whom, to whom, on which day, where."""
    event = told(text)[0]
    actor, recipient, place = (
        argument and argument.name.lower()
        for argument in (event.actor, event.recipient, event.place)
    )
    return event.type, actor, recipient, event.date and event.date.start.day, place


GUISES = [
    "The rebels attacked the army in Karn on Saturday.",
    "On Saturday, the rebels attacked the army in Karn.",
    "In Karn, the rebels attacked the army on Saturday.",
    "The rebels on Saturday attacked the army in Karn.",
    "The army was attacked by the rebels in Karn on Saturday.",
    "The army was attacked in Karn on Saturday by the rebels.",
    "The army was, officials said, attacked by the rebels in Karn on Saturday.",
    "The army was, according to police, attacked by the rebels in Karn on Saturday.",
    "The rebels, officials said, attacked the army in Karn on Saturday.",
    "The rebels had, officials said, attacked the army in Karn on Saturday.",
    "The rebels \u2014 some of them from the north \u2014 attacked the army in Karn on Saturday.",
    "The rebels\u2014some of them from the north\u2014attacked the army in Karn on Saturday.",
    "The rebels -- some of them from the north -- attacked the army in Karn on Saturday.",
    "The rebels - some of them from the north - attacked the army in Karn on Saturday.",
    "The rebels \u2013 some of them from the north \u2013 attacked the army in Karn on Saturday.",
    "The rebels (some of them from the north) attacked the army in Karn on Saturday.",
    "The rebels who attacked the army in Karn on Saturday fled.",
    "The rebels who attacked the army in Karn on Saturday have fled.",
    "A group of rebels attacked the army in Karn on Saturday.",
    "The army was attacked by a group of rebels in Karn on Saturday.",
    "The attack on the army by the rebels in Karn on Saturday shook the valley.",
    "The rebels' attack on the army in Karn on Saturday shook the valley.",
    "Officials said the attack on the army by rebels in Karn on Saturday shook the valley.",
    "The rebels from the hills above the old river valley that runs along the northern border with "
    "the lake country attacked the army in Karn on Saturday.",
    "On Saturday, the rebels, who had taken a bridge, attacked the army in Karn.",
]


@pytest.mark.parametrize("text", GUISES)
def test_a_deed_in_another_guise_is_the_same(text):
    assert first(text) == ("ASSAULT", "rebels", "army", 15, "karn")


@pytest.mark.parametrize("gap", ["\n", "\u00a0"])
def test_a_hard_wrapped_line_reads_as_any_other(gap):
    text = (
        "The river was low and the road along the old bridge was dry when members of the~Sun Front"
        " attacked the army in the hills that~overlook Karn, and killed nine soldiers in the~town."
    )
    assert first(text.replace("~", gap)) == first(text.replace("~", " "))
    assert [e.actor and e.actor.name for e in told(text.replace("~", gap))] == ["Front"]


ALIKE = [
    ("Rebels didn't attack the army in Karn.", "Rebels did not attack the army in Karn."),
    ("Karn was attacked by members of the Sun Front.", "The Sun Front attacked Karn."),
    ("Members of the Sun Front attacked Karn.", "The Sun Front attacked Karn."),
    ("Rebels freed Ana Marn on Saturday.", "Ana Marn was freed by rebels on Saturday."),
    ("Rebels freed a priest on Saturday.", "A priest was freed by rebels on Saturday."),
    ("A truce was signed by the two sides.", "The two sides signed a truce."),
    ("Ana Marn will be freed by rebels.", "Rebels will free Ana Marn."),
    ("Ana Marn was not freed by rebels.", "Rebels did not free Ana Marn."),
    (
        "Tol Dahl criticised Ana Marn on Saturday in Karn.",
        "Ana Marn was criticised by Tol Dahl on Saturday.",
    ),
    (
        "The union criticised Rob Dahl in Karn on Saturday.",
        "The union criticised Tol Dahl in Karn on Saturday.",
    ),
    ("Merra's envoy was summoned by the union.", "The union summoned Merra's envoy."),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_two_ways_of_telling_it_are_alike(one, other):
    mine, theirs = told(one)[0], told(other)[0]
    assert mine.actor
    assert mine.actor.name.lower() == (theirs.actor and theirs.actor.name.lower())
    assert (mine.type, mine.date, mine.modality) == (theirs.type, theirs.date, theirs.modality)


def test_an_arrest_is_not_that_of_who_protested_against_it():
    arrest, protests = told("The arrest led to protests by teachers.")
    assert (arrest.actor, protests.actor and protests.actor.name) == (None, "teachers")


def test_what_led_to_a_deed_has_not_done_it():
    (protests,) = told("Ana Marn's speech in Karn led to protests.")
    assert protests.actor is None


def test_a_song_is_not_freed():
    assert told("Rob Dahl released Ana Marn's song.") == []


def test_a_mid_sentence_day_is_the_main_verbs():
    attacked = told("The rebels who hold Karn on Saturday attacked Orlo.")[-1]
    assert attacked.date is not None


def test_names_say_who_the_two_sides_are():
    text = "The two sides signed a truce on Saturday.\n\nAna Marn and Rob Dahl signed the truce."
    (event,) = told(text)
    assert (event.actor and event.actor.name) == "Ana Marn"


NAMES = [
    ("Ana Marn, Rob Dahl and Kim Orlo met in Karn on Saturday.", "Ana Marn", "Kim Orlo"),
    ("Ana Marn and Rob Dahl met in Karn on Saturday.", "Ana Marn", "Rob Dahl"),
    ("The visit to Rob Dahl by Ana Marn pleased Karn.", "Ana Marn", "Rob Dahl"),
    ("Saturday's visit to the king by Ana Marn pleased Karn.", "Ana Marn", "king"),
]


@pytest.mark.parametrize(("text", "actor", "recipient"), NAMES)
def test_a_name_that_is_also_a_word_is_a_name(text, actor, recipient):
    (event,) = told(text)
    assert event.type == "CONSULT"
    assert (event.actor and event.actor.name) == actor
    assert (event.recipient and event.recipient.name) == recipient


@pytest.mark.parametrize(
    "text",
    [
        "Rob Dahl left Karn.\n\nRob said he would be back.",
        "The report was not released in Karn.",
        "Ana Marn would be free to leave.",
        "A court summoned Ana Marn.",
    ],
)
def test_what_tells_of_no_deed(text):
    assert told(text) == []


def test_who_says_that_something_happened_has_not_done_it():
    text = (
        "The mayor of the town confirmed that bombs near the old bridge over the river killed two."
    )
    assert [event.actor for event in told(text)] == [None]


PLACED = [
    ("Tol Dahl praised the union in Karn on Saturday.", "Karn"),
    ("Tol Dahl praised the union on Saturday in Karn.", "Karn"),
    ("Tol Dahl praised Rob Marn in the town of Karn on Saturday.", "Karn"),
    ("On Saturday, Tol Dahl praised the union.", None),
    ("Tol Dahl condemned an attack in Karn on Saturday.", None),
]


@pytest.mark.parametrize(("text", "place"), PLACED)
def test_what_is_done_by_words_has_the_place_at_the_side_of_its_day(text, place):
    event = told(text)[0]
    assert (event.place and event.place.name) == place
    assert (event.date and event.date.start) == dt.date(2031, 3, 15)


MODALITIES = [
    ("The rebels are said to have attacked Karn.", "alleged"),
    ("The rebels are believed to have attacked Karn.", "alleged"),
    ("The rebels are planning an attack on Karn.", "planned"),
    ("The rebels are thought to have bought the guns by which the army was attacked.", "asserted"),
    ("Ana Marn was convicted of planning the attack on the army.", "asserted"),
]


@pytest.mark.parametrize(("text", "modality"), MODALITIES)
def test_what_is_thought_or_being_planned(text, modality):
    event = next(event for event in told(text) if event.type == "ASSAULT")
    assert event.modality == modality


def test_a_day_behind_said_is_not_that_of_a_noun():
    attacks = told("Police said on Saturday attacks in Karn were spreading.")[0]
    assert attacks.date is None
    charged = told("A warrant issued on Saturday charged Rob Dahl with fraud.")[0]
    assert charged.date is not None


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Supporters of the ousted leader clashed with police.", "supporters", "police"),
        ("Leaders of the armed group met the mayor.", "leaders", "mayor"),
        ("Police detained the mine's technical director.", "police", "director"),
    ],
)
def test_the_noun_that_others_only_describe(text: str, actor: str, recipient: str):
    assert first(text)[1:3] == (actor, recipient)


def test_the_years_of_what_somebody_is_charged_with_are_not_those_of_the_charge():
    events = told("Rob Dahl was jailed for attacking the army in 2016.")
    assert [(event.type, event.date and event.date.start.year) for event in events] == [
        ("COERCE", None),
        ("ASSAULT", 2016),
    ]


@pytest.mark.parametrize("text", ["Photos are available on request.", "Sol requested anonymity."])
def test_no_request(text: str):
    assert told(text) == []


@pytest.mark.parametrize("who", ["about 30 people", "around a dozen men", "about nine teachers"])
def test_an_uncertain_count_is_no_preposition(who: str):
    (event,) = told(f"Police detained {who} in Karn.")
    assert event.recipient is not None
    assert event.recipient.name == who.split()[-1]


@pytest.mark.parametrize("who", ["Nobody", "No one", "None of the rebels"])
def test_nobody_is_nobody(who: str):
    assert [event.polarity for event in told(f"{who} was arrested.")] == ["negative"]
