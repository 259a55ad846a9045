"""How far a word reaches: of modality, of a day, of a verb that goes on behind "and"."""

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


def deed(text: str, trigger: str) -> Event:
    (result,) = PIPELINE.run([Source(raw=text, published=MONDAY)], segment=False)
    (event,) = [e for e in result.events if e.trigger_span.of(text) == trigger]
    return event


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        # a clause that tells who somebody is, or what is known
        ("An aide who requested anonymity said two guards had been arrested.", "arrested", None),
        ("Workers who had not been paid blockaded the port.", "blockaded", None),
        ("Teachers who wanted to flee were shot dead by rebels.", "shot dead", None),
        ("The rebels denied planting the bomb which killed nine in Karn.", "killed", None),
        ("Police could not find the men who kidnapped the nurses.", "kidnapped", None),
        ("Nobody knows who planted the mine that wounded the boys.", "wounded", None),
        ("Not one guard was killed.", "killed", "denied"),
        ("The hostages have not yet been freed.", "freed", "denied"),
        ("The nurses could have been killed by rebels.", "killed", "hypothetical"),
        ("The general denied that his men killed nine villagers.", "killed", "denied"),
        # what "and" joins shares what goes before
        ("The rebels claimed they had taken a hill and killed nine.", "killed", "alleged"),
        ("The union will march to the palace and blockade the port.", "blockade", "planned"),
        ("The rebels said a hill was lost and killed nine.", "killed", None),
        # a condition
        ("War will resume if they do not free the nurses.", "free", "hypothetical"),
        # what stands, whatever is yet to be done about it
        ("The council will investigate the attack on Karn.", "attack", None),
        ("The council will launch the attack on Karn.", "attack", "planned"),
        ("Orland rejected the sanctions.", "sanctions", None),
        # a claim as a noun
        ("The ministry dismissed a claim that soldiers looted shops.", "looted", "alleged"),
    ],
)
def test_modality_reaches_so_far(text: str, trigger: str, modality: str | None) -> None:
    assert deed(text, trigger).modality == (modality or "asserted")


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("The council condemned Sunday's attack in Karn.", "attack", 16),
        ("The council condemned the attack by rebels on Saturday.", "attack", 15),
        ("The council condemned the attack by rebels on Saturday.", "condemned", None),
        ("The council condemned the attack on Saturday.", "condemned", 15),
        ("Thousands marched after the killing of a priest in Karn on Sunday.", "killing", 16),
        ("The front freed twelve captured soldiers on Friday.", "freed", 14),
        ("The firm, which took over a port in 2021, rejected the offer.", "rejected", None),
    ],
)
def test_a_day_reaches_so_far(text: str, trigger: str, day: int | None) -> None:
    date = deed(text, trigger).date
    assert (date and date.start) == (dt.date(2031, 3, day) if day else None)


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "recipient"),
    [
        (
            "Soldiers entered the hamlet, separated the men from the women, and shot nine.",
            "shot",
            "Soldiers",
            None,
        ),
        (
            "Police arrested the former head of the tax service, Brigadier Tom Harg, on Monday.",
            "arrested",
            "Police",
            "Tom Harg",
        ),
        (
            "On Monday Orland and Merra signed a deal on the waters of the river Sorle in Karn.",
            "signed",
            "Orland",
            "Merra",
        ),
        ("Parliament debated the deal, a week after it was signed.", "signed", None, None),
    ],
)
def test_a_subject_reaches_so_far(
    text: str, trigger: str, actor: str | None, recipient: str | None
) -> None:
    event = deed(text, trigger)
    names = [argument and argument.name for argument in (event.actor, event.recipient)]
    assert names == [actor, recipient]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Engineers had warned that the dam was at risk.", []),
        ("Doctors warned that the hospital would run out of oxygen.", []),
        ("Orland warned that it would respond.", ["THREATEN"]),
        ("They fired without warning.", []),
        ("The minister signed a petition.", ["REQUEST"]),
        ("The firm signed a letter of intent with Orland.", ["AGREE"]),
        ("The judge told him to surrender his passport.", []),
        ("Orland froze the assets of a bank.", ["SANCTION"]),
        ("The flames overran two villages.", []),
    ],
)
def test_what_is_no_event(text: str, types: list[str]) -> None:
    (result,) = PIPELINE.run([Source(raw=text, published=MONDAY)], segment=False)
    assert [e.type for e in result.events if e.type != "STATEMENT"] == types


def test_a_place_of_telling_is_none_of_the_deed() -> None:
    text = "The minister told reporters in Karn that the rebels had been executed."
    assert deed(text, "executed").place is None
