"""Names, titles, bodies, places and sentences put together: none of them may undo another."""

from __future__ import annotations

import itertools

import pytest

from corpuskit import Entity, Pipeline
from corpuskit_entities import Entities

PIPELINE = Pipeline([Entities()], strict=True)
PEOPLE = (  # in full, and as they are named next
    ("Helen Whitmore", "Whitmore"),
    ("J.P. Harrow", "Harrow"),
    ("Robert F. Keane", "Keane"),
    ("Sean O’Dowd", "O’Dowd"),
    ("Charles de Villiers", "de Villiers"),
    ("María Fernanda Quintero", "Quintero"),
    ("Ahmed al-Zubaidi", "al-Zubaidi"),
    ("Omar Abu Hashem", "Abu Hashem"),
    ("Mehmet Yıldırım", "Yıldırım"),
    ("Rajesh Kumar Yadav", "Yadav"),
    ("Zhang Weiguo", "Zhang"),
    ("Park Sang-ho", "Park"),
    ("Min Thein Oo", "Min Thein Oo"),
    ("Nguyen Van Thanh", "Thanh"),
    ("Ngozi Okonkwo", "Okonkwo"),
    ("Kipchumba Rotich", "Rotich"),
    ("Oleksandr Tkachuk", "Tkachuk"),
    ("Martin Luther Briggs Jr.", "Briggs"),
)
ROLES = {  # somebody in a sentence: the role
    "Foreign Minister {}": "Foreign Minister",
    "Lt. Gen. {}": "Lt. Gen.",
    "Hajiya {}": "Hajiya",
    "the defending champion {}": "defending champion",
    "taxi driver {}": "taxi driver",
    "the headteacher {}": "headteacher",
    "vice-chairman {}": "vice-chairman",
    "Kenya’s former president {}": "former president",
    "Ministry of Health chief {}": "chief",
    "a spokesman for the Lake Rescue Council (LRC), {},": "spokesman for the Lake Rescue Council",
    "{}, the mayor of Karn,": "mayor of Karn",
    "{}, head of the Institute of Fine Arts,": "head of the Institute of Fine Arts",
    "{}, a human rights activist,": "human rights activist",
    "{}": None,
}
TELLINGS = (
    "{} said on Monday that talks would go on. Reporters saw {} leave.",
    "“We will not give in,” {} told reporters. Then {} left.",
    "Gunmen wounded {} near Karachi last week. Police said {} was safe.",
    "In Nairobi, {} gave no details. There {} lives.",
)
BODIES = {  # what a body is called: its short form, or a noun that stands for it
    "Ministry of Law, Justice and Human Rights": "the ministry",
    "Justice and Reform Party (JRP)": "the JRP",
    "Nurses and Midwives Council": "the council",
    "Peace and Justice Coalition": "the coalition",
    "Front for the Liberation of the Coast": "the front",
    "Lashkar-e-Talvi (LeT)": "the LeT",
    "UN High Commissioner for Refugees (UNHCR)": "the UNHCR",
    "Avon and Somerset Police": "the police",
    "Committee to Protect Journalists": "the committee",
    "Talvi River Observatory": "the observatory",
    "Anglican Church": "the church",
    "Tel Karn Regional Hospital": "the hospital",
}
ACTIONS = (
    "The {} said on Monday that three people had died. Then {} closed.",
    "According to the {}, nobody died in Karachi. Then {} closed.",
    "Thousands rallied in Nairobi against the {}. Then {} closed.",
    "A spokesman for the {}, Rosa Marlow, agreed. Then {} closed.",
    "The {} accused Rosa Marlow of fraud. Then {} closed.",
)
TOWNS = ("Zarvan", "Khar Bulaq", "Tel Marwan", "El Jadid", "Saint-Aubin", "Deir Sabra")
WHERE = (
    "Police named a shopkeeper from {} on Monday.",
    "A 34-year-old man from {} was held on Monday.",
    "Farmers from {} marched.",
    "Three people died in the town of {} on Monday.",
    "They met in {}, a town in Punjab province.",
    "Fighting broke out in {}, near Karachi.",
    "The blast was 40 km from {} on Monday.",
)
LANDS = ("Bosnia and Herzegovina", "Trinidad and Tobago", "Jammu and Kashmir", "Bosnia")


def found(text: str) -> list[Entity]:
    (result,) = PIPELINE.run([text[0].upper() + text[1:]], segment=False)
    return list(result.entities)


@pytest.mark.parametrize("telling", TELLINGS)
@pytest.mark.parametrize(("role", "told"), ROLES.items())
def test_persons(telling: str, role: str, told: str | None) -> None:
    wrong = {}
    for name, short in PEOPLE:
        text = telling.format(role.format(name), short)
        persons = [one for one in found(text) if one.kind == "person"]
        spans = [[span.of(text) for span in one.mentions] for one in persons]
        names = [name, short]
        heard = persons[0].role if persons else None
        if spans != [names] or (heard or "").lower() != (told or "").lower():
            wrong[text] = spans, heard
    assert not wrong


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize(("name", "short"), BODIES.items())
def test_bodies(action: str, name: str, short: str) -> None:
    text = action.format(name, short)
    full, _, acronym = name.removesuffix(")").partition(" (")
    body = next(one for one in found(text) if one.name == full)
    assert body.kind == ("facility" if full.endswith("Hospital") else "organisation")
    assert (body.acronym or "") == acronym
    second = text.index(" closed") - len(short)
    again = [span.of(text) for span in (*body.mentions, *body.references) if span.start >= second]
    assert again == [short.removeprefix("the ") if acronym else short]


@pytest.mark.parametrize("sentence", WHERE)
@pytest.mark.parametrize("town", TOWNS)
def test_towns(sentence: str, town: str) -> None:
    assert (town, "place") in [(one.name, one.kind) for one in found(sentence.format(town))]


@pytest.mark.parametrize("land", LANDS)
def test_lands_of_two_names(land: str) -> None:
    text = f"It rained in {land} again. They left {land} on Monday."
    assert [(one.name, one.kind, len(one.mentions)) for one in found(text)] == [(land, "place", 2)]


TITLES = ("Ms.", "Mr", "Gen.", "Senator", "President", "Judge", "Dr", "Chief Inspector")
SURNAMES = ("Park", "Hill", "Hall", "Day", "Forest", "Temple")


@pytest.mark.parametrize(("title", "name"), [*itertools.product(TITLES, SURNAMES)])
def test_surnames_that_are_nouns(title: str, name: str) -> None:
    (one,) = found(f"Then {title} {name} left.")
    assert (one.kind, one.name, one.role) == ("person", name, title)


PLACES = ("Ban Nong", "Santa Inés", "Sheikh Radwan", "Chak 42", "Ras Dumar")


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("front", ["", "Rosa Marlow left. "])
def test_places_named_as_somebody(name: str, front: str) -> None:
    text = f"{front}Three people died in {name} on Monday. It is quiet in {name}."
    assert (name, "place", 2) in [(o.name, o.kind, len(o.mentions)) for o in found(text)]


@pytest.mark.parametrize("name", ["Rosa Marlow", "Sheikh Radwan"])
@pytest.mark.parametrize("behind", [" said no.", " was held."])
def test_persons_behind_a_preposition(name: str, behind: str) -> None:
    text = f"They have confidence in {name}. Then {name}{behind}"
    assert [(one.kind, len(one.mentions)) for one in found(text)] == [("person", 2)]


@pytest.mark.parametrize("name", ["King Hall", "Queen Park", "Governor House", "General Hospital"])
def test_titles_in_the_names_of_buildings(name: str) -> None:
    assert [one.kind for one in found(f"They met in the {name} then.")] != ["person"]
