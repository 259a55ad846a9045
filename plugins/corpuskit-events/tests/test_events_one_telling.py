"""What a headline, a noun that points back and a later toll add to a deed told before."""

from __future__ import annotations

import datetime as dt

import pytest

import corpuskit
from corpuskit import Event, Source

MONDAY = dt.date(2031, 3, 17)
FIRST = "Gunmen killed seven guards in Karn on Saturday, police said."


def told(text: str, type: str) -> list[Event]:
    (result,) = corpuskit.extract(Source(raw=text, published=MONDAY))
    return [event for event in result.events if event.type == type]


@pytest.mark.parametrize(
    ("type", "headline", "lead", "later"),
    [
        (
            "YIELD",
            "Finance minister steps down in Kenya",
            "Kenya's finance minister, Ana Sol, resigned on Friday after weeks of pressure.",
            "His resignation takes effect at once.",
        ),
        (
            "CONSULT",
            "Kenyan and Chadian ministers meet over fish",
            "Prime Minister Ana Sol and Foreign Minister Edo Rus held talks in Nairobi on Friday.",
            "The meeting was held behind closed doors.",
        ),
        (
            "PROTEST",
            "Kenyan farmers rally over prices",
            "Thousands of farmers demonstrated in Nairobi on Friday, demanding lower prices.",
            "Police watched the march and did not step in.",
        ),
        (
            "COERCE",
            "Court jails editor over fraud",
            "Ana Sol, an editor, was sentenced to two years in prison in Nairobi on Friday.",
            "She will appeal.",
        ),
        (
            "REJECT",
            "Kenya turns down peace plan",
            "Kenya's government rejected a peace plan from Chad on Friday, saying it came late.",
            "The rejection was a setback for mediators.",
        ),
    ],
)
def test_a_deed_in_other_words_is_one(type: str, headline: str, lead: str, later: str):
    (event,) = told(f"{headline}\n\n{lead}\n\n{later}\n", type)
    assert event.date is not None
    assert event.date.start == dt.date(2031, 3, 14)


@pytest.mark.parametrize(
    ("type", "text"),
    [
        (
            "CONSULT",
            "Ana Sol met Edo Rus in Nairobi on Friday.\n\nThe talks between Oran and Besk begin.",
        ),
        (
            "COERCE",
            "A court sentenced Ana Sol on Friday to two years.\n\nHer arrest in June was news.",
        ),
    ],
)
def test_what_names_others_or_tells_another_stage_is_not(type: str, text: str):
    assert len(told(f"{text}\n", type)) == 2


def test_the_name_stands_before_what_the_headline_calls_her():
    text = "Minister quits in Kenya\n\nMinister Ana Sol resigned on Friday in Nairobi.\n"
    (event,) = told(text, "YIELD")
    assert event.actor is not None
    assert event.actor.name == "Ana Sol"


@pytest.mark.parametrize(
    ("headline", "later", "counts"),
    [
        ("Raid in Karn kills seven", "A doctor in Karn said nine people had been killed.", [7, 9]),
        ("Nine killed in raid in Karn", "The dead were buried.", [9, 7]),
    ],
)
def test_a_toll_that_another_source_gives_is_of_the_deed(
    headline: str, later: str, counts: list[int]
):
    first = FIRST.replace("seven", "more than seven") if counts[0] == 9 else FIRST
    (event,) = told(f"{headline}\n\n{first}\n\n{later}\n", "ASSAULT")
    assert list(dict.fromkeys(c.best for c in event.casualties)) == counts


@pytest.mark.parametrize(
    ("later", "events"),
    [
        ("Nobody was held.\n\nFive people were also wounded in Karn, a doctor said.", 1),
        ("Nobody was held.\n\nFive people were wounded in Besk, a doctor said.", 2),
    ],
)
def test_the_wounded_of_a_place_told_before_are_its_own(later: str, events: int):
    assert len(told(f"{FIRST}\n\n{later}\n", "ASSAULT")) == events
