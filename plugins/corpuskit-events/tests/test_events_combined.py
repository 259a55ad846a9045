"""Verbs, who does it to whom, forms of the sentence, places and days put together: what is read is
always the same."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from corpuskit import Event, Pipeline, Source
from corpuskit_casualties import Casualties
from corpuskit_dates import Dates
from corpuskit_entities import Entities
from corpuskit_events import Events
from corpuskit_quotes import Quotes

PIPELINE = Pipeline([Dates(), Casualties(), Entities(), Quotes(), Events()], strict=True)
TODAY = dt.date(2031, 3, 19)  # a Wednesday
DAYS = {"on Monday": 17, "on Sunday": 16, "on 3 March": 3, "yesterday": 18, "last Friday": 14}

# past, participle, base, form in -ing; who does it and to whom
ACTS = {
    "ASSAULT": (
        ("attacked", "attacked", "attack", "attacking"),
        ("ambushed", "ambushed", "ambush", "ambushing"),
        ("bombed", "bombed", "bomb", "bombing"),
        ("kidnapped", "kidnapped", "kidnap", "kidnapping"),
    ),
    "COERCE": (
        ("arrested", "arrested", "arrest", "arresting"),
        ("deported", "deported", "deport", "deporting"),
    ),
    "AID": (
        ("evacuated", "evacuated", "evacuate", "evacuating"),
        ("delivered tents to", "", "deliver tents to", "delivering tents to"),
        ("provided food to", "", "provide food to", "providing food to"),
        ("provided humanitarian aid to", "", "provide humanitarian aid to", ""),
    ),
    "YIELD": (("freed", "freed", "free", "freeing"), ("pardoned", "pardoned", "pardon", "")),
    "CONSULT": (
        ("met", "", "meet", "meeting"),
        ("held talks with", "", "hold talks with", "holding talks with"),
    ),
    "AGREE": (
        ("signed a deal with", "", "sign a deal with", "signing a deal with"),
        ("agreed to a ceasefire with", "", "agree to a ceasefire with", ""),
    ),
    "COOPERATE": (("shared intelligence with", "", "share intelligence with", ""),),
    "SANCTION": (("imposed sanctions on", "", "impose sanctions on", "imposing sanctions on"),),
}
PEOPLE = (
    ("the army", "army", "villagers", "villagers"),
    ("rebels", "rebels", "two aid workers", "aid workers"),
    ("Kenyan troops", "Kenyan troops", "three teachers", "teachers"),
    ("militants", "militants", "the mayor", "mayor"),
)
# {a} does it to {r} in Karn, {t}: modality, and whether the day is the deed's
ACTIVE = {
    "{a} {past} {r} in Karn {t}.": ("asserted", True),
    "{a} {past} {r} in Karn {t}, officials said.": ("asserted", True),
    "In Karn, {a} {past} {r} {t}.": ("asserted", True),
    "{t}, {a} {past} {r} in Karn.": ("asserted", True),
    "{a}, who hold the coast, {past} {r} in Karn {t}.": ("asserted", True),
    "{a} did not {base} {r} in Karn {t}.": ("denied", True),
    "{a} allegedly {past} {r} in Karn {t}.": ("alleged", True),
    "{a} could {base} {r} in Karn, officials said {t}.": ("hypothetical", False),
    "{a} will {base} {r} in Karn, officials said {t}.": ("planned", False),
}
ING = {
    "{a} arrived in Karn {t}, {ing} {r}.": ("asserted", True),
    "{a} stopped in Karn after {ing} {r} {t}.": ("asserted", True),
    "Officials accused {a} of {ing} {r} in Karn.": ("alleged", False),
}
PASSIVE = {
    "{r} were {pp} by {a} in Karn {t}.": ("asserted", True),
    "In Karn, {r} were {pp} by {a} {t}.": ("asserted", True),
    "{r} were not {pp} by {a} in Karn {t}.": ("denied", True),
    "{r} have been {pp} by {a} in Karn, officials said {t}.": ("asserted", False),
}


def told(text: str) -> list[Event]:
    source = Source(raw=text[0].upper() + text[1:], published=TODAY)
    (result,) = PIPELINE.run([source], segment=False)
    return [event for event in result.events if event.type != "STATEMENT"]


def fields(event: Event) -> tuple[str | None, ...]:
    arguments = (event.actor, event.recipient, event.place)
    return (event.type, event.modality, *(a and a.name for a in arguments))


def lowered(values: tuple[str | None, ...]) -> tuple[str | None, ...]:
    return tuple(value and value.lower() for value in values)


@pytest.mark.parametrize("form", [*ACTIVE, *ING, *PASSIVE])
@pytest.mark.parametrize("type", ACTS)
def test_one_deed(type: str, form: str) -> None:
    modality, of_the_day = {**ACTIVE, **ING, **PASSIVE}[form]
    days, wrong = itertools.cycle(DAYS), {}
    for (past, pp, base, ing), people in itertools.product(ACTS[type], PEOPLE):
        if (form in PASSIVE and not pp) or (form in ING and not ing):
            continue
        (a, actor, r, recipient), t = people, next(days)
        text = form.format(a=a, r=r, t=t, past=past, pp=pp, base=base, ing=ing)
        events = [e for e in told(text) if e.type != "ACCUSE"]
        day = DAYS[t] if of_the_day else None
        expected = (type.lower(), modality, actor.lower(), recipient, "karn", day)
        got = [(*lowered(fields(e)), e.date and e.date.start and e.date.start.day) for e in events]
        if [row[:5] for row in got] != [expected[:5]] or (of_the_day and got[0][5] != day):
            wrong[text] = got
    assert not wrong


TWO_TOGETHER = (
    "{a} and {b} met in Karn on Monday.",
    "{a} and {b} held talks in Karn on Monday.",
    "Talks between {a} and {b} began in Karn on Monday.",
    "{a} and {b} signed a peace deal in Karn on Monday.",
    "{a} and {b} agreed to a ceasefire in Karn on Monday.",
    "A ceasefire was agreed by {a} and {b} in Karn on Monday.",
    "An agreement between {a} and {b} was signed in Karn on Monday.",
    "{a} and {b} clashed in Karn on Monday.",
    "{a} and {b} began joint military exercises in Karn on Monday.",
)
PAIRS = (("the army", "rebels"), ("the governor", "the mayor"), ("Ana Marn", "Rob Dahl"))


@pytest.mark.parametrize("form", TWO_TOGETHER)
@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_two_who_do_it_together(form: str, a: str, b: str) -> None:
    (event,) = told(form.format(a=a, b=b))
    assert fields(event)[2:] == (a.removeprefix("the "), b.removeprefix("the "), "Karn")


ASKING = [
    ("Kenya rejected {x} on 3 March.", ("REJECT", 3)),
    ("Kenya called for {x} on 3 March.", ("REQUEST", 3)),
    ("Kenya demanded {x} on 3 March.", ("REQUEST", 3)),
    ("Kenya urged {x} on 3 March.", ("REQUEST", 3)),
]
WANTED = ("a ceasefire", "talks", "an end to the violence", "the proposal", "humanitarian aid")


@pytest.mark.parametrize(("form", "expected"), ASKING)
@pytest.mark.parametrize("wanted", WANTED)
def test_the_day_of_asking(form: str, expected: tuple[str, int], wanted: str) -> None:
    first, *others = told(form.format(x=wanted))
    assert (first.type, first.date and first.date.start and first.date.start.day) == expected
    assert [other for other in others if other.date is not None] == []


@pytest.mark.parametrize(
    ("text", "type", "actor", "recipient"),
    [
        ("Kenya held France responsible for the violence.", "ACCUSE", "Kenya", "France"),
        ("Teachers marched in Karn to demand higher pay.", "PROTEST", "Teachers", None),
        ("Teachers took to the streets, demanding higher pay.", "PROTEST", "Teachers", None),
        ("The army moved tanks to Karn.", "MOBILIZE", "army", "Karn"),
        ("The army deployed reinforcements to Karn.", "MOBILIZE", "army", "Karn"),
        ("Kenya sent soldiers to France.", "MOBILIZE", "Kenya", "France"),
        ("Kenya lifted sanctions on France.", "YIELD", "Kenya", "France"),
        ("Kenya expressed solidarity with France.", "SUPPORT", "Kenya", "France"),
        ("Rebels withdrew from Karn.", "RETREAT", "Rebels", "Karn"),
        ("Police fired tear gas at students.", "COERCE", "Police", "students"),
        ("The presidents of Kenya and France met.", "CONSULT", "presidents", None),
        ("Kenyan forces hit a convoy.", "ASSAULT", "Kenyan forces", None),
        ("A raid on a school by Kenyan forces failed.", "ASSAULT", "Kenyan forces", None),
        ("Villagers were targeted by rebels.", "ASSAULT", "rebels", "Villagers"),
        ("A France-led coalition bombed a camp.", "ASSAULT", "coalition", None),
        ("Gunmen killed two contractors.", "ASSAULT", "Gunmen", "contractors"),
        ("Gunmen shot a photographer.", "ASSAULT", "Gunmen", None),
        ("Ana Marn met the chancellor.", "CONSULT", "Ana Marn", "chancellor"),
        ("The reporters were released.", "YIELD", None, "reporters"),
        ("The release of the mayor in Karn pleased all.", "YIELD", None, "mayor"),
        ("The governor and the mayor agreed on Friday.", "AGREE", "governor", "mayor"),
    ],
)
def test_who_did_it_to_whom(text: str, type: str, actor: str | None, recipient: str | None) -> None:
    (event,) = told(text)
    assert (event.type, *fields(event)[2:4]) == (type, actor, recipient)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The attack was condemned by Kenya.", [("ASSAULT", None), ("ACCUSE", "Kenya")]),
        ("Kenya denied killing a priest.", [("REJECT", "Kenya"), ("ASSAULT", "Kenya")]),
        ("The charity provides food to the poor.", []),
        ("The company delivered strong results.", []),
        ("He moved to Karn in 2010.", []),
        ("Who is responsible?", []),
        ("He lifted his hand.", []),
        ("The ban was lifted.", [("YIELD", None)]),
        ("The army hit back.", []),
        ("Rob Dahl met the mayor.", [("CONSULT", "Rob Dahl")]),
    ],
)
def test_what_is_told_beside(text: str, types: list[tuple[str, str | None]]) -> None:
    assert [(e.type, e.actor and e.actor.name) for e in told(text)] == types


def test_whom_a_deed_hit_is_not_the_one_who_is_condemned() -> None:
    (condemned, _) = told("Kenya condemned the attack on a priest.")
    assert condemned.recipient is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The arrest of the mayor in Karn on Sunday led to anger.", 16),
        ("The attack on a market in Karn on Sunday was carried out by rebels.", 16),
        ("The raid angered villagers in Karn on Sunday.", None),
    ],
)
def test_a_day_within_the_subject_is_that_of_its_noun(text: str, day: int | None) -> None:
    event = told(text)[0]
    assert (event.date and event.date.start and event.date.start.day) == day
