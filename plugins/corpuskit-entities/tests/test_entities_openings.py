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
    ("Anti-fraud Agency members met.", [("Anti-fraud Agency", "organisation")]),
    ("The plan is Community-based.", []),
    # adverbs, prepositions and the like open no name, but where it goes on with a common word
    ("Near Varga it rained.", [("Varga", "place")]),
    ("Only Zarvik Motors said no.", [("Zarvik Motors", "organisation")]),
    ("Former Zarvik Motors staff left.", [("Zarvik Motors", "organisation")]),
    ("We read Near Golden Bells.", [("Near Golden Bells", "other")]),
    ("Later Varga said no.", [("Varga", "person")]),
    ("Reportedly Zarvik Motors said no.", [("Zarvik Motors", "organisation")]),
    ("They lent US$5 to the World Bank.", [("World Bank", "organisation")]),
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
    ("They saw the M/T Blue Lantern sink.", [("Blue Lantern", "other")]),
    # firms by where they sit; papers behind a comma; the flag of a ship
    (
        "A ship of Oslo-based Zarvik Varga sank.",
        [("Oslo", "place"), ("Zarvik Varga", "organisation")],
    ),
    ("Her newspaper, the Zarvik Strider, closed.", [("Zarvik Strider", "organisation")]),
    ("The Norway-flagged ship sank.", [("Norway", "place")]),
    # what an acronym of common nouns means is no body
    ("An armoured troop van (ATV) burned. The ATV was new.", []),
    ("An armoured troop council (ATC) met.", [("ATC", "organisation")]),
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
    # states in full, whatever their noun; offices that are bodies
    ("He left the Democratic Republic of Congo.", [("Democratic Republic of Congo", "place")]),
    ("He left the Sultanate of Oman.", [("Sultanate of Oman", "place")]),
    ("The Prosecutor General's Office met.", [("Prosecutor General's Office", "organisation")]),
    ("We asked General Rosa Varga's staff.", [("Rosa Varga", "person")]),
    ("We told Voice of America so.", [("Voice of America", "organisation")]),
    ("They drove to Val-d'Alvi and left.", [("Val-d'Alvi", "place")]),
    # rows go on; a verb before "to" and "for" tells more
    (
        "They raided the villages of Kar-Sol, Kar-Talvi and Kar-Marn then.",
        [("Kar-Sol", "place"), ("Kar-Talvi", "place"), ("Kar-Marn", "place")],
    ),
    ("They fled to Zarvik then.", [("Zarvik", "place")]),
    ("They were bound for Zarvik then.", [("Zarvik", "place")]),
    ("They gave it to Zarvik then.", [("Zarvik", "other")]),
    # a noun for bodies before what begins as somebody's name; not one for persons
    ("It was run by the charity Rosa Talvi then.", [("Rosa Talvi", "organisation")]),
    ("It was run by the publisher Rosa Talvi then.", [("Rosa Talvi", "person")]),
    # a verb in a headline is no name
    (
        "Zarvik Varga Quits as Oslo Talks Fail Again",
        [("Zarvik Varga", "person"), ("Oslo", "place")],
    ),
    # the core's datelines, of a first name that is a town too, but nobody's words
    ("CHARLOTTE - The shops of the town are closed again.", [("CHARLOTTE", "place")]),
    ("CHARLOTTE: The shops of the town are closed again.", []),
    ("The IOM agreed.", [("IOM", "organisation")]),
    ("They attacked in the Zarvik direction.", [("Zarvik", "place")]),
    ("A surname that is a town: Rosa Ibarra Sol left. Ibarra waved.", [None]),
    # nouns for bodies before what is no known name; a paper that is told something
    ("He led the rights group La Voz Talvia then.", [("La Voz Talvia", "organisation")]),
    ("The charity Strong Hand Now agreed.", [("Strong Hand Now", "organisation")]),
    ("Rosa Varga told Dawn that it rained.", [None, ("Dawn", "organisation")]),
    # an office and its short form are no body; short forms of states
    ("District Police Officer (DPO) Rosa Varga left.", [("Rosa Varga", "person")]),
    ("Deputy Commissioner (DC) Rosa Varga left.", [("Rosa Varga", "person")]),
    ("Sen. Rosa Varga (Ky.) left.", [None, ("Ky", "place")]),
    ("Sen. Rosa Varga (D-Md.) left for Ashvik, Md., then.", [None, ("Md", "place"), None]),
    # a valley has a name of its own, a lord is of a place, and labour a party only alone
    ("They met in the Talvi Valley of Khasar.", [("Talvi Valley", "place"), ("Khasar", "place")]),
    (
        "We met in the Eastern District of New York.",
        [("Eastern District of New York", "place")],
    ),
    ("Lord Varga of Talvik left.", [("Varga", "person"), ("Talvik", "place")]),
    ("Labour costs rose.", []),
    ("Labour wants a vote.", [("Labour", "organisation")]),
    ("Md Rosul Karim left.", [("Md Rosul Karim", "person")]),
    ("They gave R1.3bn and N50 million to the MCAs.", []),
    ("We took the M25 north.", [("M25", "other")]),
    ("The LGA and the PPRO left. A rival BT left.", [("BT", "organisation")]),
    ("We saw the Talvik police station.", [("Talvik", "place")]),
    (
        "Talvi West Local Government Area of Arva was quiet.",
        [("Talvi West Local Government Area", "place"), ("Arva", "place")],
    ),
    (
        "The 8th U.S. Circuit Court of Appeals met.",
        [("8th U.S. Circuit Court of Appeals", "organisation")],
    ),
    ("Zarvik’s acting chief executive left.", [("Zarvik", "organisation")]),
    ("Shares in Zarvik fell, and Zarvik said so.", [("Zarvik", "organisation")]),
    ("Zarvik, a gang known for its cars, left.", [("Zarvik", "organisation")]),
    ("They began an assault on Zarvik then. Zarvik would fall.", [("Zarvik", "place")]),
    ("The MP for Talvi South added that.", [("Talvi South", "place")]),
    ("SP leader Rosa Varga joined the SP.", [("SP", "organisation"), ("Rosa Varga", "person")]),
    ("They met at Zarvik Junction.", [("Zarvik Junction", "place")]),
    ("He studied at the École Zarvik.", [("École Zarvik", "organisation")]),
]


@pytest.mark.parametrize(("text", "found"), KINDS)
def test_kinds(text, found):
    seen = [(one.name, one.kind) for one in entities(text)]
    assert len(seen) == len(found)
    assert all(want in (None, one) for one, want in zip(seen, found, strict=True)), seen


ROLES = [
    ("Assistant Fire Chief Rosa Varga left.", "Assistant Fire Chief"),
    ("External Affairs Minister Rosa Varga left.", "External Affairs Minister"),
    ("Atty. Rosa Varga left.", "Atty."),
    ("Chief of Army Staff General Rosa Varga left.", "Chief of Army Staff General"),
    ("The Chief of the General Staff, Rosa Varga, left.", "Chief of the General Staff"),
    ("Chief of Defence Staff Rosa Varga left.", "Chief of Defence Staff"),
    ("Chief of Staff Rosa Varga left.", "Chief of Staff"),
    ("Minister of Public Health Rosa Varga left.", "Minister of Public Health"),
    ("Minister of Trade and Mines Rosa Varga left.", "Minister of Trade and Mines"),
    ("Fire Chief Rosa Varga left.", "Fire Chief"),
    ("Chief Executive Officer Rosa Varga left.", "Chief Executive Officer"),
    ("The chief executive, Rosa Varga, left.", "chief executive"),
    ("The deputy prime minister, Rosa Varga, left.", "deputy prime minister"),
    ("Rosa Varga, the deputy prime minister, left.", "deputy prime minister"),
    (
        "Rosa Varga, president and chief executive of a bank, left.",
        "president and chief executive",
    ),
    ("The coach says, Rosa Varga is well.", None),
    ("We saw ministry spokeswoman Rosa Varga left.", "ministry spokeswoman"),
    ("Havildar Rosa Varga left.", "Havildar"),
    ("They told Additional SP Rosa Varga so.", "Additional SP"),
    ("SSP Operations Rosa Varga left.", "SSP Operations"),
    ("Inspector General of Police Rosa Varga left.", "Inspector General of Police"),
    ("Public Enterprises Minister Rosa Varga left.", "Public Enterprises Minister"),
    ("Shadow health minister Rosa Varga left.", "Shadow health minister"),
    ("Logan County Prosecutor Rosa Varga left.", "Prosecutor"),
    ("Talvi West MP Rosa Varga left.", "MP"),
    ("Defence lawyer Rosa Varga left.", "Defence lawyer"),
    ("The chairman of the board, Mr Rosa Varga, left.", "chairman of the board"),
    ("The minister’s spokesman, Rosa Varga, left.", "spokesman"),
    ("The chief product officer, Rosa Varga, left.", "chief product officer"),
    ("We saw former state minister for power Rosa Varga there.", "former state minister for power"),
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
    ("Premier He Rosal met Siemens AG. Siemens was glad.", {"He Rosal": 1, "Siemens AG": 2}),
    ("Rosa d'Alvi left. Then d'Alvi and D'Alvi's dog waved.", {"Rosa d'Alvi": 3}),
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
    # who only says so at a sentence's end is not meant, unless he says more
    ("Omar Sahl won, the judge Adam Varga said. He will lead.", "Omar Sahl", ["He"]),
    ("Omar Sahl won, the judge Adam Varga said. He also said it rained.", "Omar Sahl", []),
    ("Omar Sahl won, the judge Adam Varga said. He did not tell why.", "Omar Sahl", []),
]


@pytest.mark.parametrize(("text", "name", "references"), REFERENCES)
def test_references(text, name, references):
    (one,) = (one for one in entities(text) if one.name == name)
    assert [span.of(text) for span in one.references] == references
