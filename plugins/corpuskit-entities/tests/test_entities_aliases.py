"""Within an article: which names, titles, shorter forms and acronyms are one entity's."""

from __future__ import annotations

import pytest

from corpuskit import Pipeline
from corpuskit_entities import Entities

PIPELINE = Pipeline([Entities()], strict=True)


def entities(text):
    (result,) = PIPELINE.run([text], segment=False)
    return result.entities


def of(text, name):
    found = [entity for entity in entities(text) if entity.name == name]
    assert len(found) == 1, [(e.name, e.kind, e.aliases) for e in entities(text)]
    return found[0]


ALIASES = [
    # surnames, titles, first names
    ("Rosa Varga left. Varga waved.", "Rosa Varga", ("Varga",)),
    ("Varga left. Later Rosa Varga came back.", "Rosa Varga", ("Varga",)),
    ("Rosa Varga left. Then Ms. Varga waved.", "Rosa Varga", ("Varga", "Ms. Varga")),
    ("Rosa Ana Varga left. Rosa Varga waved.", "Rosa Ana Varga", ("Rosa Varga",)),
    ("We saw Rosa Varga go. We liked Rosa.", "Rosa Varga", ("Rosa",)),
    ("Varga left. Mr. Varga wept. Rosa Varga stayed.", "Varga", ()),
    # a month between a title and a name is a first name
    ("Sergeant May Varga left. Varga waved.", "May Varga", ("Varga",)),
    ("Corporal Jan Varga left. Varga waved.", "Jan Varga", ("Varga",)),
    ("In May Varga left. Rosa Varga waved.", "Rosa Varga", ("Varga",)),
    ("Jan Varga left. Varga waved.", "Jan Varga", ("Varga",)),
    ("Ana Sahl Varga left. Sahl waved.", "Ana Sahl Varga", ("Sahl",)),
    # a common word before a first name, behind a role in small letters or as elsewhere
    ("The army chief Win Rosa Sahl left. Sahl waved.", "Win Rosa Sahl", ("Sahl",)),
    ("The army chief, Win Rosa Sahl, left. Sahl waved.", "Win Rosa Sahl", ("Sahl",)),
    ("General Win Rosa Sahl left. Win Rosa Sahl waved.", "Win Rosa Sahl", ()),
    ("We saw Strong Rosa Sahl leave. Sahl waved.", "Rosa Sahl", ("Sahl",)),
    ("The army chief Rosa Sahl left. Sahl waved.", "Rosa Sahl", ("Sahl",)),
    # the article of a body
    ("A raid by al Sahl rebels failed. Al Sahl denied it.", "al Sahl", ()),
    # a title between a first name and a last name is a part of the name
    ("President Omar Sheikh Sahl left. Sahl waved.", "Omar Sheikh Sahl", ("Sahl",)),
    ("Police Chief Judge Rosa Varga left. Varga waved.", "Rosa Varga", ("Varga",)),
    # particles and articles before a name
    ("Rosa al-Sahl left. Al-Sahl wept. Sahl waved.", "Rosa al-Sahl", ("Al-Sahl", "Sahl")),
    ("Rosa van den Moss left. Van den Moss waved.", "Rosa van den Moss", ("Van den Moss",)),
    ("Rosa de la Varga left. Then Varga waved.", "Rosa de la Varga", ("Varga",)),
    ("Tolmo J. Varga Jr. left. Varga waved.", "Tolmo J. Varga Jr.", ("Varga",)),
    # two with one surname: who bore it first keeps it, but for a title
    ("Omar Varga left. Varga wept. His wife Rosa Varga came. Varga waved.", "Rosa Varga", ()),
    ("Sahl Moss left. His son, Omar Varga Moss, stayed.", "Sahl Moss", ()),
    ("Frederick Sol Moss left. Fred Moss wept.", "Frederick Sol Moss", ("Fred Moss",)),
    ("Fred Moss left. Frederick Sol Talvi wept.", "Fred Moss", ()),
    ("Rosa Varga and Omar Varga left. Mr. Varga waved.", "Rosa Varga", ()),
    ("Rosa Varga and Omar Varga left. Mr. Varga waved.", "Omar Varga", ("Varga", "Mr. Varga")),
    # two surnames, either of which may be left out
    ("Rosa Sahl Varga left. Rosa Sahl waved. Sahl wept.", "Rosa Sahl Varga", ("Rosa Sahl", "Sahl")),
    ("Rosa Sahl left. Then Rosa Sahl Varga came.", "Rosa Sahl Varga", ("Rosa Sahl",)),
    ("Omar Sahl Varga left. Sahl wept. Rosa Sahl stayed.", "Omar Sahl Varga", ("Sahl",)),
    ("Rosa Maria Varga left. Rosa Maria waved.", "Rosa Maria Varga", ()),
    # titles of South Asia, West Africa and Latin America
    ("A spokesman, Engr. Rosa Varga, left. CM Varga waved.", "Rosa Varga", ("Varga", "CM Varga")),
    # a role that is a surname, too
    ("We met Talvi Baker. Then Baker waved.", "Talvi Baker", ("Baker",)),
    # acronyms
    ("The Zarvik Farmers Union (ZFU) met. The ZFU left.", "Zarvik Farmers Union", ("ZFU",)),
    ("The Zarvik Farmers’ Union’s (ZFU) head left.", "Zarvik Farmers’ Union", ("ZFU",)),
    ("The Free Zarvik Riders, or FZR, left. The FZR won.", "Free Zarvik Riders", ("FZR",)),
    ("The March 9 Movement (M9M) met. The M9M left.", "March 9 Movement", ("M9M",)),
    ("The Zarvik Riders Union (KPG) met. The KPG left.", "Zarvik Riders Union", ("KPG",)),
    ("The Zarvik Riders Union (KPG) met.", "Zarvik Riders Union", ()),
    (
        "The Arvanian Union Trade Mission in Norway (ATMIN) left.",
        "Arvanian Union Trade Mission in Norway",
        ("ATMIN",),
    ),
    ("The ZFU met. A Zarvik Farmers Union flag flew.", "Zarvik Farmers Union", ("ZFU",)),
    ("The FBI or Central Intelligence Agency did it.", "Central Intelligence Agency", ()),
    ("The Free Lake Riders (Karn) met.", "Free Lake Riders", ()),
    ("The Open Lake Riders (Olr) met. Olr left.", "Open Lake Riders", ("Olr",)),
    ("The Commission on Lakes (Comlak) met.", "Commission on Lakes", ("Comlak",)),
    # shorter forms
    (
        "Zarvik Foods fell. Zarvik Foods Inc. rose. Zarvik fell.",
        "Zarvik Foods Inc.",
        ("Zarvik Foods", "Zarvik"),
    ),
    (
        "The Lake Council of Arvania met. The Lake Council left.",
        "Lake Council of Arvania",
        ("Lake Council",),
    ),
    ("Norway’s army left. The Norwegian military won.", "Norwegian military", ("Norway’s army",)),
    (
        "Norway’s Trade Ministry met. The Trade Ministry left.",
        "Norway’s Trade Ministry",
        ("Trade Ministry",),
    ),
    (
        "Norway’s Army left. The Norwegian army won.",
        "Norwegian army",
        ("Norway’s Army",),
    ),
    (
        "Italy’s Trade Ministry met. Norway’s Trade Ministry met. The Trade Ministry won.",
        "Italy’s Trade Ministry",
        (),
    ),
    ("Zarvik Holdings fell. Then Zarvik rose.", "Zarvik Holdings", ("Zarvik",)),
    ("Zarvik Talvi Co. fell. Zarvik rose.", "Zarvik Talvi Co.", ("Zarvik",)),
    ("Rosa Varga Co. fell. Then Varga rose.", "Rosa Varga Co.", ("Varga",)),
    ("Zarvik Talvi Group fell. Zarvik Talvi rose.", "Zarvik Talvi Group", ("Zarvik Talvi",)),
    ("Zarvik Talvi, a coal company, fell. Zarvik rose.", "Zarvik Talvi", ("Zarvik",)),
    ("The Rotterdam Herons won. The Herons left.", "Rotterdam Herons", ("Herons",)),
    ("The Arvania Times wrote so. The Times is right.", "Arvania Times", ("Times",)),
    ("Rosa Varga runs the Lake Police Department. The Department met.", "Rosa Varga", ()),
    ("Two Hispanics met. Hispanic voters left.", "Hispanics", ("Hispanic",)),
    (
        "The United Nations Lake Assembly met. The Lake Assembly left.",
        "United Nations Lake Assembly",
        ("Lake Assembly",),
    ),
    # an acronym in a name gives all its letters
    ("The ALFU Lake Agency (ALFULA) met.", "ALFU Lake Agency", ("ALFULA",)),
    # capitals
    ("ROTTERDAM: Rotterdam is quiet.", "Rotterdam", ()),
    ("ROSA VARGA left. Rosa Varga waved.", "Rosa Varga", ()),
    ("The U.S. left. The United States won.", "United States", ("U.S.",)),
]


@pytest.mark.parametrize(("text", "name", "aliases"), ALIASES)
def test_aliases(text, name, aliases):
    entity = of(text, name)
    assert entity.aliases == aliases
    assert tuple(span.of(text) for span in entity.alias_spans) == aliases


def test_an_acronym_in_another_language_is_told():
    text = "The Zarvik Farmers Union, known by its Spanish initials UGZ, met Spanish farmers."
    assert of(text, "Zarvik Farmers Union").aliases == ("UGZ",)
    assert of(text, "Spanish").kind == "group"


def test_an_acronym_is_told():
    entity = of("The Zarvik Farmers Union (ZFU) met.", "Zarvik Farmers Union")
    assert (entity.kind, entity.acronym) == ("organisation", "ZFU")
