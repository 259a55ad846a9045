"""What articles of other desks brought: ships and storms, clubs, titles, bodies, who is meant."""

from __future__ import annotations

import pytest

from corpuskit import Pipeline
from corpuskit_entities import Entities

PIPELINE = Pipeline([Entities()], strict=True)


def entities(text):
    (result,) = PIPELINE.run([text], segment=False)
    return result.entities


def mentions(text):
    return {entity.name: [span.of(text) for span in entity.mentions] for entity in entities(text)}


KINDS = [
    # ships and storms are nobody, and called by their last words alone later
    ("The USS Talvi fired. The Talvi sank.", {"USS Talvi": "other"}),
    ("The cutter Almiro Sahl sailed.", {"Almiro Sahl": "other"}),
    ("Storm Brendan hit. Brendan killed three.", {"Storm Brendan": "other"}),
    ("The MV Blue Star and the Blue Star sank.", {"MV Blue Star": "other"}),
    ("The USS Zarvik Memorial opened.", {"USS Zarvik Memorial": "facility"}),
    ("An Airbus A350 landed.", {"Airbus A350": "other"}),
    # bodies whose last words are known, of persons, or parted by a hyphen
    ("He led the Social Democratic Party.", {"Social Democratic Party": "organisation"}),
    ("Outside NATO, little changed.", {"NATO": "organisation"}),
    (
        "He led the United Mine Workers of Norway.",
        {"United Mine Workers of Norway": "organisation"},
    ),
    ("The ALFU-N fought on.", {"ALFU-N": "organisation"}),
    ("UN-EU talks failed.", {"UN": "organisation", "EU": "organisation"}),
    ("The NGO Tierra Alta left. Tierra Alta sued.", {"Tierra Alta": "organisation"}),
    ("It is told by Zarvik news agency now.", {"Zarvik": "organisation"}),
    ("Bomb squad called to school.", {}),
    ("A spokesman for the Swift Help Room left.", {"Swift Help Room": "organisation"}),
    ("We saw the trawler Santa Rita sink.", {"Santa Rita": "other"}),
    ("He fled to Jabal al-Zarvi.", {"Jabal al-Zarvi": "place"}),
    # who founds a firm is no firm
    ("The company Jane Varga founded closed.", {"Jane Varga": "person"}),
    ("The company Jane Varga has closed.", {"Jane Varga": "organisation"}),
    # places beside what tells them
    ("The river Zarvik rose.", {"Zarvik": "place"}),
    ("They fled the banks of the Zarvik.", {"Zarvik": "place"}),
    (
        "Rosa Varga, 52, of Larch Avenue, Talvi, left.",
        {"Rosa Varga": "person", "Larch Avenue": "facility", "Talvi": "place"},
    ),
    (
        "We met Rosa Varga, six, from Talvi, there.",
        {"Rosa Varga": "person", "Talvi": "place"},
    ),
    ("They paid P500,000 for it.", {}),
    # what is a title only before a name
    ("We met DI Rosa Varga there.", {"Rosa Varga": "person"}),
    ("The DCI met.", {"DCI": "organisation"}),
    ("We asked Di Giorgio Corp. so.", {"Di Giorgio Corp.": "organisation"}),
    # a season and a month somebody is called by
    ("Sofia Winter left. Winter said so.", {"Sofia Winter": "person"}),
    ("In Sofia winter came.", {"Sofia": "place"}),
    ("Rosa and Ana Varga left.", {"Rosa": "person", "Ana Varga": "person"}),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kinds(text, expected):
    assert {entity.name: entity.kind for entity in entities(text)} == expected


MENTIONS = [
    ("Theresa May left in May. May said so.", "Theresa May", ["Theresa May", "May"]),
    ("The USS Talvi fired. The Talvi sank.", "USS Talvi", ["USS Talvi", "Talvi"]),
    ("Zarvik United won. Zarvik came last.", "Zarvik United", ["Zarvik United", "Zarvik"]),
    ("Zarvik United won in Zarvik.", "Zarvik United", ["Zarvik United"]),
    ("Kim Yo Sahl met Kim Yo-sahl.", "Kim Yo Sahl", ["Kim Yo Sahl", "Kim Yo-sahl"]),
    (
        "Omar Sahlenov said no. Sahlenoff said yes.",
        "Omar Sahlenov",
        ["Omar Sahlenov"],
    ),
    (
        "Omar Zelinsky said no. Zelinskyy said yes. Zelinskiy left.",
        "Omar Zelinsky",
        ["Omar Zelinsky", "Zelinskyy", "Zelinskiy"],
    ),
    (
        "The U.S. Africa Command (AFRICOM) left. AFRICOM said so.",
        "U.S. Africa Command",
        ["U.S. Africa Command", "AFRICOM", "AFRICOM"],
    ),
    ("Mazloum Sahl left. They told Mazlum so.", "Mazloum Sahl", ["Mazloum Sahl", "Mazlum"]),
    ("Rosa de Sol SC spoke. Ms de Sol left.", "Rosa de Sol", ["Rosa de Sol", "de Sol"]),
    ("Baba, as Mr Varga is known, left.", "Varga", ["Baba", "Varga"]),
    ("“Ro”, as Rosa Varga is called, left.", "Rosa Varga", ["Ro", "Rosa Varga"]),
    ("Omar Sahl, known as Lima, fled.", "Omar Sahl", ["Omar Sahl", "Lima"]),
]


@pytest.mark.parametrize(("text", "name", "expected"), MENTIONS)
def test_mentions(text, name, expected):
    assert mentions(text)[name] == expected


REFERENCES = [
    ("Omar Sahl told magistrate Tom Varga that he was ill.", "Omar Sahl", ["he"]),
    ("Rosa Sol left. The mayor, Ana Varga, met her in Oslo.", "Rosa Sol", ["her"]),
    ("Rosa Sol left. Ana Varga took her to Oslo.", "Rosa Sol", ["her"]),
    ("Rosa Sol left. Ana Varga took her bag.", "Ana Varga", ["her"]),
    ("Rosa Varga wept. It killed a woman and her son.", "Rosa Varga", []),
    ("The ALFU, the police watchdog, met. The police left.", "ALFU", []),
    ("The ALFU, an armed group, met. The group left.", "ALFU", ["The group"]),
]


@pytest.mark.parametrize(("text", "name", "expected"), REFERENCES)
def test_references(text, name, expected):
    found = {e.name: [span.of(text) for span in e.references] for e in entities(text)}
    assert found[name] == expected
