"""Within an article: kinds and roles of names, and whom pronouns and role nouns mean."""

from __future__ import annotations

import pytest

from corpuskit import Article, Block, Pipeline, Source, Span
from corpuskit.contract import Layers
from corpuskit.scan import Scan
from corpuskit_entities import Entities

PIPELINE = Pipeline([Entities()], strict=True)


def entities(text):
    (result,) = PIPELINE.run([text], segment=False)
    return result.entities


def of(text, name):
    found = [entity for entity in entities(text) if entity.name == name]
    assert len(found) == 1, [(e.name, e.kind, e.aliases) for e in entities(text)]
    return found[0]


ROLES = [
    ("Trade Minister Rosa Varga left.", "Trade Minister"),
    ("We met Major General Rosa Varga.", "Major General"),
    ("We met Private First Class Rosa Varga.", "Private First Class"),
    ("We met Lance Corporal Rosa Varga.", "Lance Corporal"),
    ("We met Major (retd) Rosa Varga.", "Major"),
    ("Senior Superintendent of Police Rosa Varga left.", "Senior Superintendent of Police"),
    ("We met Rosa Varga, Governor Max Hill wrote there.", None),
    ("Arvania’s Trade Minister Rosa Varga left.", "Trade Minister"),
    ("The former prime minister Rosa Varga left.", "former prime minister"),
    ("The group’s envoy Rosa Varga left.", "envoy"),
    ("ZFU Executive Director Rosa Varga left.", "Executive Director"),
    ("Zarvik Chief Executive Rosa Varga left.", "Chief Executive"),
    ("We met Rosa Varga, the mayor of Old Zarvik, there.", "mayor of Old Zarvik"),
    ("We met Rosa Varga, Arvania’s chief negotiator, there.", "chief negotiator"),
    ("The Minister of Trade of Arvania, Rosa Varga, left.", "Minister of Trade of Arvania"),
    (
        "So said the spokesperson of the Lake Council, Rosa Varga.",
        "spokesperson of the Lake Council",
    ),
    ("His Danish counterpart, Rosa Varga, left.", "Danish counterpart"),
    ("Governor of Norway Rosa Varga left.", "Governor of Norway"),
    ("He met the head of Old Lake Hospital Rosa Varga.", "head of Old Lake Hospital"),
    ("In front of Old Lake Hospital Rosa Varga wept.", None),
    ("The Zarvik Civil Defence spokesman Rosa Varga left.", "spokesman"),
    ("The Republican candidate Rosa Varga left.", "Republican candidate"),
    ("Lt. Gen. Rosa Varga left.", "Lt. Gen."),
    ("Secretary of State Rosa Varga left.", "Secretary of State"),
    ("Rosa Varga, who left, waved.", None),
    ("Rosa Varga, told our correspondent so.", None),
    ("Rosa Varga, whose sister left, waved.", None),
    ("The council’s Director-General, Rosa Varga, left.", "Director-General"),
    ("District Collector Rosa Varga left.", "District Collector"),
    ("Former minister for power Rosa Varga left.", "Former minister for power"),
    ("Rosa Varga, 42, left.", None),
    ("Ms. Rosa Varga left. Later Mayor Varga waved.", "Mayor"),  # tells more
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_roles(text, role):
    entity = of(text, "Rosa Varga")
    assert entity.role == role
    assert (entity.role_span.of(text) if entity.role_span else None) == role


REFERENCES = [
    ("The Rotterdam-based firm is late, it said.", "Rotterdam", []),
    # an acronym that everybody knows by its full name
    ("The FBI met. The CIA left. The bureau said no.", "FBI", ["The bureau"]),
    # he and she
    ("Rosa Varga left. She waved.", "Rosa Varga", ["She"]),
    ("Rosa Varga left. He waved.", "Rosa Varga", []),
    ("Tolmo Varga left. He waved, and his dog barked.", "Tolmo Varga", ["He", "his"]),
    ("Rosa Varga met Omar Sahl. She waved, he said.", "Omar Sahl", ["he"]),
    ("Omar Sahl spoke. “He lies,” Rosa Varga said.", "Omar Sahl", []),  # within marks
    ("“We sail,” said Omar Sahl after Adam Moss left. He waved.", "Omar Sahl", ["He"]),
    ("Omar Sahl’s friend Adam Moss left with his dog.", "Adam Moss", ["his"]),
    ("Omar Sahl praised him.", "Omar Sahl", []),
    ("At a talk with his guest, Adam Moss, Omar Sahl wept.", "Omar Sahl", []),
    ("A storm came. A dam broke. A road sank. A tree fell. A bus left. He waved.", None, []),
    # the subject of the nearest clause, if it is told who that is
    ("Omar Sahl won, but Adam Moss hurt his knee.", "Adam Moss", ["his"]),
    ("Omar Sahl met Adam Moss, who lost his hat.", "Adam Moss", ["his"]),
    ("A guard for Omar Sahl, Adam Moss, said his shift was long.", "Adam Moss", ["his"]),
    ("Omar Sahl said the old farmer shot his horse.", "Omar Sahl", []),
    ("Omar Sahl left. Moss said he would too.", "Moss", ["he"]),
    ("Omar Sahl won when Adam Moss (the guard) hit him.", "Omar Sahl", ["him"]),
    ("Adam Moss left. In his speech, Mr. Omar Sahl was calm.", "Omar Sahl", ["his"]),
    ("Adam Moss left. In his speech, the chair was calm.", "Adam Moss", ["his"]),
    ("Omar Sahl left. The Varga campaign said he wept.", "Omar Sahl", ["he"]),
    ("Chris Varga met Rosa Sahl after she left.", "Rosa Sahl", ["she"]),  # Chris may be anybody
    ("Moss said others tried to save Omar Sahl by holding him.", "Omar Sahl", ["him"]),
    ("In the Moss administration, Omar Sahl was calm. He wept.", "Omar Sahl", ["He"]),
    ("Omar Sahl left, and coroner Adam Moss said he would too.", "Adam Moss", ["he"]),
    # whom it may not mean: a ship, one of two, whom somebody without a name speaks of
    ("The tanker Adam Moss sank. His owners waved.", None, []),
    ("Rosa Varga and Ana Sahl left. She waved.", None, []),
    ("After Omar Sahl left, the driver said he wept.", None, []),
    # it and they, with a verb of speech
    ("The Lake Council met. It said no.", "Lake Council", ["It"]),
    ("The Lake Council met. It rained.", "Lake Council", []),
    ("Norway denies that it said no.", "Norway", ["it"]),
    ("In Norway a plan failed. It said no.", "Norway", []),  # no subject
    ("Danes are angry. They say no.", "Danes", ["They"]),
    # role nouns
    ("Trade Minister Rosa Varga left. The minister waved.", "Rosa Varga", ["The minister"]),
    ("Trade Minister Rosa Varga left. The mayor waved.", "Rosa Varga", []),
    ("Trade Minister Rosa Varga left. The defence minister waved.", "Rosa Varga", []),
    ("Ex-spokesman Omar Sahl left. The spokesperson waved.", "Omar Sahl", []),
    ("The spokesman, Omar Sahl, left. The spokesperson waved.", "Omar Sahl", ["The spokesperson"]),
    ("Sgt. Rosa Varga left. The sergeant waved.", "Rosa Varga", ["The sergeant"]),
    ("Lt. Gen. Rosa Varga left. The lieutenant waved.", "Rosa Varga", []),
    ("Lt. Gen. Rosa Varga left. The general waved.", "Rosa Varga", ["The general"]),
    ("The Lake Committee met. The council left.", "Lake Committee", ["The council"]),
    ("The Norwegian army left. The army won.", "Norwegian army", ["The army"]),
    ("The ZFU, a militant group, left. The group won.", "ZFU", ["The group"]),
    ("The ZFU fought the KLO. A group won. In the group people wept.", "ZFU", []),  # which one?
    (
        "Trade Minister Rosa Varga left. So did Arvania’s trade minister.",
        "Rosa Varga",
        ["trade minister"],
    ),
]


@pytest.mark.parametrize(("text", "name", "references"), REFERENCES)
def test_references(text, name, references):
    if name is None:
        assert [e.references for e in entities(text) if e.references] == []
        return
    assert [span.of(text) for span in of(text, name).references] == references


KINDS = [
    # hyphens
    ("An al-Qaeda-linked cell grew.", [("al-Qaeda", "organisation")]),
    ("An Islamic State-affiliated cell grew.", [("Islamic State", "organisation")]),
    ("A Rotterdam-area shop closed.", [("Rotterdam", "place")]),
    ("It is a Norway-born-and-bred cat.", [("Norway-born-and-bred", "other")]),
    ("The Zarvik-Tal'vi Bridge is dry.", [("Zarvik-Tal'vi Bridge", "facility")]),
    # a surname with "ten"
    ("Omar ten Varga left.", [("Omar ten Varga", "person")]),
    # Arabic names
    (
        "Jama’at Nur al-Sahl wal-Sahra (JNSS) met Omar al-Sahl.",
        [("Jama’at Nur al-Sahl wal-Sahra", "organisation"), ("Omar al-Sahl", "person")],
    ),
    # a title that is an adjective; what opens a name; appositions
    ("The Lake Bloc General Staff met.", [("Lake Bloc General Staff", "organisation")]),
    ("The Camp Rosa Talvi Hospital closed.", [("Camp Rosa Talvi Hospital", "facility")]),
    ("They left Barangay Talvi then.", [("Barangay Talvi", "place")]),
    ("It rained in the Horn of Africa.", [("Horn of Africa", "place")]),
    ("The Food Aid Circle, a network of nurses, met.", [("Food Aid Circle", "organisation")]),
    ("The Food Aid Circle, a film about a network, won.", ["Food Aid Circle"]),
    ("They raided Dan-Torro, a farming community.", [("Dan-Torro", "place")]),
    ("NEW DELHI: It rained.", [("NEW DELHI", "place")]),
    ("Rosa Talvi Ltd fell. Rosa Talvi rose.", [("Rosa Talvi Ltd", "organisation")]),
    # names that keep their owner, or an article
    ("The Lake Reporters’ Club closed.", [("Lake Reporters’ Club", "organisation")]),
    ("We asked St Talvi’s Church.", [("St Talvi’s Church", "organisation")]),
    (
        "The Zarvik County Sheriff’s Office closed.",
        [("Zarvik County Sheriff’s Office", "organisation")],
    ),
    # a body that only its state names is one with it, whatever its letters
    (
        "We asked Norway’s Trade Ministry.",
        [("Norway", "place"), ("Norway’s Trade Ministry", "organisation")],
    ),
    (
        "We asked Norway’s trade ministry.",
        [("Norway", "place"), ("Norway’s trade ministry", "organisation")],
    ),
    ("We asked Norway’s Varga Court.", [("Norway", "place"), ("Varga Court", "organisation")]),
    ("We asked Rosa Varga’s Army.", [("Rosa Varga", "person"), ("Army", "organisation")]),
    ("We drove to The Hague in May.", [("The Hague", "place")]),
    ("The Zarvik League-Varga won.", [("Zarvik League-Varga", "organisation")]),
    ("Zarvik City was calm. Rain fell on Zarvik.", [("Zarvik City", "place"), ("Zarvik", "place")]),
    ("Kabul and Islamabad talked.", [("Kabul", "place"), ("Islamabad", "place")]),  # metonyms
    ("A UN-led team left.", [("UN", "organisation")]),
    ("The Norway-Sweden border is long.", [("Norway", "place"), ("Sweden", "place")]),
    ("Monday came. In March it rained.", []),
    ("He left on Sunday. I stayed.", []),
    ("General Motors grew.", [("General Motors", "organisation")]),
    # words joined
    ("The Ministry of Trade and Mines met.", [("Ministry of Trade and Mines", "organisation")]),
    ("The Committee on Lake Trade met.", [("Committee on Lake Trade", "organisation")]),
    ("The Union of Teachers met.", [("Union of Teachers", "organisation")]),
    ("The Ministry of Trade and Parliament met.", ["Ministry of Trade", "Parliament"]),
    ("Minister of Trade and Mines Omar Sahl left.", [("Omar Sahl", "person")]),
    # words parted
    (
        "The head of Old Lake Hospital Talvo Abu Sahl left.",
        [("Old Lake Hospital", "facility"), ("Talvo Abu Sahl", "person")],
    ),
    ("The envoy of Old Lake Union Rosa Hill left.", ["Old Lake Union", ("Rosa Hill", "person")]),
    ("Governor of Norway Talvo Sahl left.", [("Norway", "place"), ("Talvo Sahl", "person")]),
    ("He left Old Lake University Hospital.", [("Old Lake University Hospital", "facility")]),
    ("Rep. Rosa Varga (R-Utah) left.", [("Rosa Varga", "person"), ("Utah", "place")]),
    ("Rep. Rosa Varga (D-N.Y.) left.", [("Rosa Varga", "person"), ("N.Y.", "place")]),
    ("An Associated Press-ABC News poll.", ["Associated Press", "ABC News"]),
    ("An Egyptian ALFU ship sank.", [("Egyptian", "group"), ("ALFU", "organisation")]),
    ("An Ohio Catholic left.", [("Ohio", "place"), ("Catholic", "group")]),
    ("An Italian-American left.", [("Italian-American", "group")]),
    ("Leaving Rosa Varga was hard.", [("Rosa Varga", "person")]),
    ("He told The Guardian so.", [("Guardian", "organisation")]),
    ("Rosa “Ro” Varga left.", [("Rosa “Ro” Varga", "person")]),
    ("We met Rosa Dean there. Dean wept.", [("Rosa Dean", "person")]),
    ("We met Rosa Page there. Page wept. PAGE TWO.", [("Rosa Page", "person")]),
    ("We met Rosa Varga there. Page two is lost.", [("Rosa Varga", "person")]),
    ("They saw Tolmo A. Varga there.", [("Tolmo A. Varga", "person")]),
    ("They saw Rosa (Ro) Varga there.", [("Rosa (Ro) Varga", "person")]),
    ("They saw Norway (Reuters) Varga there.", ["Norway", "Reuters", "Varga"]),
    ("Meta and Geneva agreed.", [("Meta", "organisation"), ("Geneva", "place")]),
    ("They live in Dargavan, a small town on a hill.", [("Dargavan", "place")]),
    (
        "It is said that Merra police met the Zarvik mayor.",
        [("Merra", "place"), ("Zarvik", "place")],
    ),
    ("They read Varganews daily.", [("Varganews", "organisation")]),
    ("Georgia tied. Virginia prosecutors said no.", [("Georgia", "place"), ("Virginia", "place")]),
    ("We met Georgia Varga. Then Georgia left.", [("Georgia Varga", "person")]),
    ("Two New Yorkers left.", [("New Yorkers", "group")]),
    ("We saw Bush there.", [("Bush", "other")]),
    ("They met in Springfield, Mo., then. Mo left.", ["Springfield", "Mo"]),
    ("Outside NATO it rained.", [("NATO", "organisation")]),
    ("A Zarvik-friendly plan.", [("Zarvik", "other")]),
    ("Presumptive Republicans met.", [("Republicans", "group")]),
    ("We saw Gao Varga there.", [("Gao Varga", "person")]),
    ("A Zarvik Research poll for Reuters.", ["Zarvik Research", "Reuters"]),
    ("They live in Zarvik, Miss., now.", [("Zarvik", "place"), ("Miss", "place")]),
    ("Undersheriff Rosa Varga left.", [("Rosa Varga", "person")]),
    ("The Zarvik Fire and Rescue team left.", [("Zarvik Fire", "organisation"), ("Rescue", None)]),
    # what "the", a name for it or an apposition tells of unknown names
    ("We saw the Golden Talvi there.", [("Golden Talvi", "other")]),
    ("We saw the Zarvik Talvi there.", [("Zarvik Talvi", "other")]),
    ("We saw the J. Zarvik Talvi house.", [("J. Zarvik Talvi", "person")]),
    ("They beat the Purple Talvis then.", [("Purple Talvis", "organisation")]),
    ("A woman named Strong Talvi left.", [("Strong Talvi", "person")]),
    ("It was a ship named Strong Talvi then.", [("Strong Talvi", "other")]),
    ("We saw Zarvik Talvi, one of the largest mining companies.", ["Zarvik Talvi"]),
    ("They broke into the Zarvik store.", [("Zarvik", "organisation")]),
    ("They broke into the Rotterdam store.", [("Rotterdam", "place")]),
    ("They had two AK-47 Talvis there.", [("AK-47 Talvis", "other")]),
    ("They saw the Charlotte Yankees win.", [("Charlotte Yankees", "organisation")]),
    # hyphens and abbreviations
    ("It rained in Rotterdam-the rain was warm.", [("Rotterdam", "place")]),
    ("Norway-Led Group Wins Over Voters", [("Norway", "place")]),
    ("They met in Fairview, W.Va., then.", ["Fairview", "W.Va"]),
    ("Rotterdam, United States", [("Rotterdam", "place"), ("United States", "place")]),
    # capitals that prove nothing
    ("Tempests have come.", []),
    ("Herons took a boat. Sadly, it sank.", []),
    ("Pirates took a boat. Grimly, we left.", []),
    ("Grimly", []),
    ("The DUI law is old.", []),
    # datelines
    ("ZARVIK, Calif., Oct. 4 (UPI) — It rained.", ["ZARVIK", "Calif", "UPI"]),
    ("Billionaire Rosa Varga left.", [("Rosa Varga", "person")]),
    ("They met Rosa Park there.", [("Rosa Park", "person")]),
    ("al-Sahl fighters left", [("al-Sahl", "other")]),
    ("They met Zarvik Varga KC there.", [("Zarvik Varga", "person")]),
    ("They met Rosa Varga MP there.", [("Rosa Varga", "person")]),
    ("They met Mr Varga KC there.", [("Varga", "person")]),
    ("They saw Zarvik Yards there.", [("Zarvik Yards", "other")]),
    ("They saw Z.T. Stone there.", [("Z.T. Stone", "person")]),
]


@pytest.mark.parametrize(("text", "found"), KINDS)
def test_kinds(text, found):
    wanted = [one if isinstance(one, tuple) else (one, None) for one in found]
    got = [(e.name, e.kind) for e in entities(text)]
    told = zip(got, (kind for _, kind in wanted), strict=False)
    assert [(name, kind if wants else None) for (name, kind), wants in told] == wanted
    assert len(got) == len(wanted), got


def test_a_headline_is_cut_at_its_common_words():
    text = "Rosa Varga Urges Lake Council To Keep Promise On Zarvik Water Plan"
    assert {("Rosa Varga", "person"), ("Lake Council", "organisation")} <= {
        (e.name, e.kind) for e in entities(text)
    }


def test_a_text_in_capitals():
    text = "GENERAL ROSA VARGA’S TROOPS LEFT NORWAY AFTER THE ZFU BLOCKED THE ROADS TO THE COAST."
    assert [(e.name, e.kind) for e in entities(text)] == [
        ("ROSA VARGA", "person"),
        ("NORWAY", "place"),
        ("ZFU", "organisation"),
    ]


def test_places_have_ids():
    assert dict(of("A storm hit Norway again.", "Norway").ids)["iso3166-1"] == "NO"


def test_the_segmenters_dateline_is_a_place():
    raw = "Zarvik — Shops are closed."
    source = Source(raw=raw)
    article = Article(
        source=source,
        span=Span(0, len(raw)),
        dateline=Span(0, 6),
        body=(Block(Span(0, len(raw))),),
    )
    (entity,) = Entities()(article, Layers(Scan(article)))
    assert (entity.name, entity.kind, entity.provenance.rule) == (
        "Zarvik",
        "place",
        "entities.dateline",
    )


def test_a_town_is_one_although_its_name_is_a_first_name_and_a_mayor_speaks_behind_it():
    text = "Six guards were killed at a depot in the town of Orrin, the mayor said."
    (result,) = Pipeline([Entities()]).run([text], segment=False)
    assert [(e.name, e.kind, e.role) for e in result.entities] == [("Orrin", "place", None)]
