"""Names by what opens them or stands beside them: offices, two words joined, ships, bodies."""

from __future__ import annotations

import pytest

from corpuskit import Pipeline
from corpuskit_entities import Entities

PIPELINE = Pipeline([Entities()], strict=True)


def entities(text):
    (result,) = PIPELINE.run([text], segment=False)
    return result.entities


KINDS = [
    # two words of which one is an adjective open a sentence, not a name
    ("State-run Radio Zarvik closed.", [("Radio Zarvik", "organisation")]),
    ("Cash-strapped Norway agreed.", [("Norway", "place")]),
    ("Vice-president Rosa Varga left.", [("Rosa Varga", "person")]),
    ("Ana-Lena Varga left.", [("Ana-Lena Varga", "person")]),
    # small d' and do inside names
    ("We met Massimo d'Alvi there.", [("Massimo d'Alvi", "person")]),
    ("It rained in Côte d’Ivoire.", [("Côte d’Ivoire", "place")]),
    ("It rained in Rio Grande do Sul.", [("Rio Grande do Sul", "place")]),
    ("What Rosa Varga do Omar Sahl knew.", [("Rosa Varga", "person"), ("Omar Sahl", "person")]),
    # ships, and firms called carriers
    ("They saw the ferry Strong Star sink.", [("Strong Star", "other")]),
    ("They told the carrier Talvi Airways so.", [("Talvi Airways", "organisation")]),
    # a people inside another name tells the country
    (
        "Arvania said no. The Arvanian Relief Army left.",
        [("Arvania", "place"), ("Arvanian Relief Army", "organisation")],
    ),
    ("Arvania said no. The Talvian Relief Army left.", [("Arvania", "person"), None]),
    # a past tense in capitals parts names
    ("ROTTERDAM SHELLED AS OSLO TALKS STALL", [("ROTTERDAM", "place"), ("OSLO", "place")]),
    # a broadcaster in a language
    ("He told Al Zarvik English so.", [("Al Zarvik English", "organisation")]),
    ("The IOM agreed.", [("IOM", "organisation")]),
    ("They attacked in the Zarvik direction.", [("Zarvik", "place")]),
    ("A surname that is a town: Rosa Ibarra Sol left. Ibarra waved.", [None]),
]


@pytest.mark.parametrize(("text", "found"), KINDS)
def test_kinds(text, found):
    seen = [(one.name, one.kind) for one in entities(text)]
    assert len(seen) == len(found)
    assert all(want in (None, one) for one, want in zip(seen, found, strict=True)), seen


ROLES = [
    ("Chief of Army Staff General Rosa Varga left.", "Chief of Army Staff General"),
    ("The Chief of the General Staff, Rosa Varga, left.", "Chief of the General Staff"),
    ("Chief of Defence Staff Rosa Varga left.", "Chief of Defence Staff"),
    ("Chief of Staff Rosa Varga left.", "Chief of Staff"),
    ("Minister of Public Health Rosa Varga left.", "Minister of Public Health"),
    ("Minister of Trade and Mines Rosa Varga left.", "Minister of Trade and Mines"),
    ("Fire Chief Rosa Varga left.", "Fire Chief"),
    ("We saw ministry spokeswoman Rosa Varga left.", "ministry spokeswoman"),
    ("Havildar Rosa Varga left.", "Havildar"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_roles(text, role):
    (person,) = (one for one in entities(text) if one.kind == "person")
    assert (person.name, person.role) == ("Rosa Varga", role)


GROUPS = [
    ("The Ministry of Health met. We told the Ministry so.", {"Ministry of Health": 2}),
    (
        "The Ministry of Health and the Ministry of Trade met. We told the Ministry so.",
        {"Ministry of Health": 1, "Ministry of Trade": 1, "Ministry": 1},
    ),
    ("Rosa Varga left. She was born Rosa Talvi in Oslo.", {"Rosa Varga": 1, "Rosa Talvi": 1}),
    ("Rosa Varga was born Rosa Ana Talvi in Oslo. Talvi left.", {"Rosa Varga": 3}),
    ("Rosa Varga, née Talvi, left.", {"Rosa Varga": 2}),
]


@pytest.mark.parametrize(("text", "sizes"), GROUPS)
def test_groups(text, sizes):
    found = {one.name: len(one.mentions) for one in entities(text) if one.kind != "place"}
    assert found == sizes


REFERENCES = [
    # nobody is his own minister
    ("Omar Varga ruled. Tolmo Sahl was his minister.", "Omar Varga", ["his"]),
    ("Omar Varga left. Omar Sahl, who was his minister, stayed.", "Omar Varga", ["his"]),
    ("Tolmo Sahl was his minister.", "Tolmo Sahl", []),
    ("Omar Sahl left his home.", "Omar Sahl", ["his"]),
]


@pytest.mark.parametrize(("text", "name", "references"), REFERENCES)
def test_references(text, name, references):
    (one,) = (one for one in entities(text) if one.name == name)
    assert [span.of(text) for span in one.references] == references
