"""What wires, courts, sitreps and obituaries brought: nicknames, spellings, who leads a body."""

from __future__ import annotations

import pytest

from corpuskit import Pipeline
from corpuskit_entities import Entities

PIPELINE = Pipeline([Entities()], strict=True)


def entities(text):
    (result,) = PIPELINE.run([text], segment=False)
    return result.entities


ONE_PERSON = [
    # a nickname in marks or brackets, alone or with the last name later
    ('Walter "Buddy" Tolmek left. Buddy Tolmek wept. Buddy waved.', 3),
    ("Edward “Ned” Tolmek Jr. left. Ned Tolmek wept. Tolmek waved.", 3),
    ("Ana (Nena) Tolmek left. Nena Tolmek wept.", 2),
    ("Buddy Tolmek wept. Walter “Buddy” Tolmek left.", 2),
    ('Rodolfo "Rudy" dela Tolmek Jr. left. Dela Tolmek wept.', 2),
    ('Margaret "Peggy" Sahl Tolmek left. Margaret Sahl was her name. Peggy wept.', 3),
    # a name in two spellings
    ("Terrence Tolmekney left. Terence Tolmekney wept.", 2),
    ("Terrence McTolmeney left. Terrence McTollmeney wept. McTollmeney waved.", 3),
    ("Alhassane ag Tolmek left. Ag Tolmek wept.", 2),
]

SEVERAL = [
    ("Frances Tolmek left. Francis Tolmek wept.", ["Frances Tolmek", "Francis Tolmek"]),
    ("Hasan Tolmek and Hassan Tolmek left.", ["Hasan Tolmek", "Hassan Tolmek"]),
    ("Marta Tolmek left. Maria Tolmek wept.", ["Marta Tolmek", "Maria Tolmek"]),
    ('John "Jack" Tolmek and Jack Varga left.', ['John "Jack" Tolmek', "Jack Varga"]),
]

KINDS = [
    # who leads a body is not named in its name
    (
        "Rosa Varga left. The Varga administration met. The administration said so.",
        {"Rosa Varga": "person", "Varga administration": "organisation"},
    ),
    ("The Varga regime fell. Varga fled.", {"Varga regime": "organisation", "Varga": "person"}),
    ("In Zarvik government troops left.", {"Zarvik": "place"}),
    ("Previous administration officials left.", {}),
    # firms and their towns, units, cases, tickers
    ("Talvi Shipping of Osaka won.", {"Talvi Shipping": "organisation", "Osaka": "place"}),
    ("The Shipping Corporation of India won.", {"Shipping Corporation of India": "organisation"}),
    ("The Talvi Bank of Osaka won.", {"Talvi Bank of Osaka": "organisation"}),
    ("Then 8ID men left.", {"8ID": "organisation"}),
    ("The 20th Infantry Battalion (20IB) left.", {"20th Infantry Battalion": "organisation"}),
    ("They cited Varga v. Talvi Motors then.", {"Varga v. Talvi Motors": "other"}),
    ("Talvi Group Plc (TLV.L) rose.", {"Talvi Group Plc": "organisation"}),
    ("PT Zarvik Raya denied it.", {"PT Zarvik Raya": "organisation"}),
    ("The ZARe left.", {"ZARe": "organisation"}),
    # storms that grew, labels, villages and offices
    ("Typhoon Odette hit. Tropical Storm Odette died.", {"Typhoon Odette": "other"}),
    ("The Philippine Red Cross came.", {"Philippine Red Cross": "organisation"}),
    ("They joined the Lake Front 16 then.", {"Lake Front 16": "organisation"}),
    ("It is quiet in the Zarvik sector.", {"Zarvik": "place"}),
    ("Page made: 3 May 2020 | Modified: 4 May 2020", {}),
    ("They fought in Brgy. San Talvi then.", {"Brgy. San Talvi": "place"}),
    ("She was made an OBE then.", {}),
    ("Mr. Sunday Zarvik left on Sunday.", {"Sunday Zarvik": "person"}),
    ("She went to Zarvik Girls’ College.", {"Zarvik Girls’ College": "organisation"}),
]

ROLES = [
    ("Minister of Natural Resources Rosa Varga left.", "Minister of Natural Resources"),
    ("Grand Ayatollah Omar Varga left.", "Grand Ayatollah"),
    ("The State's Attorney Rosa Varga left.", "State's Attorney"),
    ("She is the daughter of a railway clerk, Omar Varga, she said.", "railway clerk"),
    ("Then Rosa Varga, citing two ministers, left.", None),
    ("Then Rosa Varga, through its secretary, left.", None),
    ("Then Rosa Varga, acting mayor, left.", "acting mayor"),
    ("Then Rosa Varga, deny it as the mayor may, left.", None),
    ("Tan Sri Omar Varga left.", "Tan Sri"),
    ("Then Chairman Tan Sri Omar Varga left.", "Chairman Tan Sri"),
    ("Defense Minister General Omar Varga left.", "Defense Minister General"),
    ("Philippine President Omar Varga left.", "President"),
]


@pytest.mark.parametrize(("text", "count"), ONE_PERSON)
def test_one_person(text, count):
    persons = [entity for entity in entities(text) if entity.kind == "person"]
    assert [len(person.mentions) for person in persons] == [count]


@pytest.mark.parametrize(("text", "names"), SEVERAL)
def test_several_persons(text, names):
    assert [entity.name for entity in entities(text)] == names


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_kinds(text, kinds):
    assert {entity.name: entity.kind for entity in entities(text)} == kinds


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_roles(text, role):
    assert [entity.role for entity in entities(text) if entity.kind == "person"] == [role]


RENAMED = (
    "Trade Minister {given} {last} met {firm} Group in {town}. {last} said that {firm} had sold "
    "its mine, and the {last} administration was sorry. “We left,” {given} {last} said."
)
NAMES = [
    ("Rosa", "Varga", "Zarvik", "Osaka"),
    ("Omar", "Bergstrom", "Norwick", "Leeds"),
    ("Helen", "Okafor", "Calder", "Izmir"),
    ("Ivan", "Papadakis", "Quorn", "Surat"),
]


@pytest.mark.parametrize("names", NAMES)
def test_other_names_change_nothing(names):
    words = dict(zip(("given", "last", "firm", "town"), names, strict=True))
    found = [(entity.kind, entity.name) for entity in entities(RENAMED.format(**words))]
    given, last, firm, town = names
    assert found == [
        ("person", f"{given} {last}"),
        ("organisation", f"{firm} Group"),
        ("place", town),
        ("organisation", f"{last} administration"),
    ]
