"""Names that the context decides: titles, verbs of speech, prepositions, surnames, state bodies."""

from __future__ import annotations

from corpuskit.scan import Example
from corpuskit_entities.rules.base import NameRule

__all__ = ["CONTEXT"]

CONTEXT: tuple[NameRule, ...] = (
    NameRule(
        id="entities.title_name",
        about="A name after a title or office.",
        yes=(
            Example("Trade Minister [[Zarvik Varga]] resigned.", "person"),
            Example("Secretary of State [[Zarvik Varga]] resigned.", "person"),
            Example("Lt. Gen. [[Zarvik Varga]] resigned.", "person"),
            Example("Private First Class [[Zarvik Varga]] resigned.", "person"),
            Example("Chief of Army Staff General [[Zarvik Varga]] resigned.", "person"),
            Example("Minister of State for Foreign Affairs [[Zarvik Varga]] left.", "person"),
        ),
        no=("General Zarvik Motors resigned.",),
    ),
    NameRule(
        id="entities.person_context",
        about="An unknown name of several words, or one that speaks, acts or has a role; with a "
        "common word at its end only the latter.",
        yes=(
            Example("We met [[Zarvik Varga]] at noon.", "person"),
            Example("Then [[Varga]] said no.", "person"),
            Example("A woman named [[Strong Varga]] left.", "person"),
            Example("Then [[Zarvik Stone]] said no.", "person"),
        ),
        no=(
            "We flew to Varga at noon.",
            "We downloaded Zarvik Update at noon.",
            "We met the Zarvik Varga at noon.",
            "We told Varga that all was well.",
            "We met Varga's spokesman at noon.",
        ),
    ),
    NameRule(
        id="entities.seat",
        about="An unknown name and a point of the compass, of whom nothing tells that it is "
        "somebody: a part of a town, with a seat in parliament.",
        yes=(Example("The member for [[Zarvik South]] left.", "place"),),
        no=("Then Zarvik West said no.", "They met in the Deep South."),
    ),
    NameRule(
        id="entities.body_context",
        about="An unknown name beside a noun for papers, firms and their like.",
        yes=(
            Example("We read [[Strong Bells]] magazine twice.", "organisation"),
            Example("She works for the retailer [[Zarvik]] now.", "organisation"),
            Example("We saw [[Zarvik Varga]], a coal company, there.", "organisation"),
            Example("We met with the airline, [[Zarvik]], there.", "organisation"),
            Example("We met with the operator, [[Zarvik Terminals]], there.", "organisation"),
            Example("We met [[Zarvik]]'s chief executive there.", "organisation"),
            Example("We met [[Zarvik]]'s Rosa Varga there.", "organisation"),
            Example("Then [[Zarvik]] chairman Rosa Varga left.", "organisation"),
            Example("Then [[Zarvik]] CEO Rosa Varga left.", "organisation"),
            Example("She is an analyst at [[Zarvik Talvi]] now.", "organisation"),
            Example("We sold our shares in [[Zarvik Varga]] then.", "organisation"),
            Example("We joined the [[Lake Accord]] party then.", "organisation"),
            Example("A raid by [[al Sahl]] fighters failed.", "organisation"),
            Example("Then [[Al Sahl]] claimed responsibility for it.", "organisation"),
        ),
        no=(
            "We saw Strong Bells twice.",
            "A raid by Omar al Sahl failed.",
            "Then spokesman Sahl claimed responsibility for it.",
            "We met with the operator, Zarvik Varga, there.",
            "We met Zarvik Varga, the shop's insurer, there.",
            "We met Zarvik Varga, a man who runs the company, there.",
        ),
    ),
    NameRule(
        id="entities.house_context",
        about="A name of which nothing else is known, between an article and a noun for hotels.",
        yes=(
            Example("We slept in the [[Strong Bell]] hotel then.", "facility"),
            Example("We danced at the [[Amber]] nightclub then.", "facility"),
        ),
        no=(
            "We slept in a Zarvik hotel then.",
            "We slept in the Strong Bell then.",
            "The Amber nightclub is in Amber. They left Amber then.",
        ),
    ),
    NameRule(
        id="entities.also_called",
        about="A name that the text says is another name of something it knows.",
        yes=(
            Example("Then [[Zarvik]], also known as Rosa Varga, left.", "person"),
            Example("Then [[Zarvik]], known as the Lake Council, met.", "organisation"),
            Example("Then [[Zarvik]] was known as the Lake Council.", "organisation"),
        ),
        no=("Then Zarvik, also in Talvi, left.",),
    ),
    NameRule(
        id="entities.vessel",
        about="A name, no firm's, that a kind of ship stands before.",
        yes=(
            Example("We saw the tanker [[Rosa Varga]] sink.", "other"),
            Example("We saw the ferry [[Strong Star]] sink.", "other"),
        ),
        no=("We saw the owner Rosa Varga sink.", "We saw the carrier Talvi Airways sink."),
    ),
    NameRule(
        id="entities.tail",
        about="A name with the ending of a web address, or a team's number.",
        yes=(
            Example("We read it on [[Zarvik.com]] then.", "organisation"),
            Example("The [[Rotterdam 49ers]] won.", "organisation"),
        ),
        no=("We saw Zarvik. Come on.",),
    ),
    NameRule(
        id="entities.ordinal",
        about="A number before a general noun: a street, a district, a court.",
        yes=(Example("They live on [[97th Street]] now.", "facility"),),
        no=("They live on the Talvi Street now.",),
    ),
    NameRule(
        id="entities.figure",
        about="A number behind a general noun of what is numbered: a unit, a road, a resolution.",
        yes=(
            Example("They joined [[Battalion 2]] then.", "organisation"),
            Example("They signed [[Resolution 12]] then.", "document"),
            Example("He told [[Channel 4]] so.", "organisation"),
        ),
        no=("They sent the Battalion 2,000 men then.", "They joined the Talvi Party 2 days later."),
    ),
    NameRule(
        id="entities.case",
        about='A case in court, by those whom "v." parts.',
        yes=(Example("They cited [[Zarvik v. Varga]] then.", "other"),),
        no=("They saw Zarvik vs. Varga then.",),
    ),
    NameRule(
        id="entities.unit",
        about="A figure and the letters of a military unit.",
        yes=(Example("Then the [[20IB]] left.", "organisation"),),
        no=("Then the 20ID-led men left.", "Then the 1020IB left."),
    ),
    NameRule(
        id="entities.dated",
        about="A body that a day gave its name.",
        yes=(
            Example("The [[March 9 Movement]] left.", "organisation"),
            Example("They joined the [[17 November Organisation]] then.", "organisation"),
        ),
        no=("On March 9 Movement leaders left.", "The March 9 Senate vote failed."),
    ),
    NameRule(
        id="entities.plural",
        about='An unknown plural that stands mostly after "the": a team, a family, a people.',
        yes=(
            Example("Then the [[Zarviks]] said no.", "group"),
            Example("They beat the [[Purple Zarviks]] then.", "organisation"),
        ),
        no=("Then Zarviks said no.",),
    ),
    NameRule(
        id="entities.head_of",
        about='A general noun with "of" and a name.',
        yes=(
            Example("The [[Ministry of Trade of Arvania]] closed.", "organisation"),
            Example("The [[Ministries of Justice and Trade]] closed.", "organisation"),
            Example("They signed the [[Treaty of Zarvik]] then.", "document"),
        ),
        no=("They met Rosa Marlow of Zarvik then.",),
    ),
    NameRule(
        id="entities.nouns_of",
        about='Two common nouns with a capital that "of" joins.',
        yes=(Example("A raid that was called [[Ring of Fire]] failed.", "other"),),
        no=("He is the Head of State there.",),
    ),
    NameRule(
        id="entities.held_together",
        about="Several who are without something, or a body with a day in its name.",
        yes=(
            Example("She works for [[Nurses Without Walls]] now.", "organisation"),
            Example("The [[Strong Friday Coalition]] met again.", "organisation"),
        ),
        no=("On Strong Friday the shops were full.",),
    ),
    NameRule(
        id="entities.defined",
        about="Words that the acronym in brackets after them spells, in several pieces otherwise.",
        yes=(
            Example(
                "The [[Lake Dams and Water Partnership]] (LDWP) met again today.", "organisation"
            ),
        ),
        no=("The Lake Dams and Water Partnership (KGB) met again today.",),
    ),
    NameRule(
        id="entities.state_body",
        about="A state or people with a body of the state that has a small letter or a possessor; "
        "a name with the administration or government that it leads.",
        yes=(
            Example("The [[Norwegian army]] left.", "organisation"),
            Example("The [[Arvanian government]] left.", "organisation"),
            Example("We saw that [[Norway's Trade Ministry]] closed.", "organisation"),
            Example("Then the [[Rosa Varga administration]] left.", "organisation"),
        ),
        no=(
            "The Norwegian army officer left.",
            "Norway's Varga Court closed.",
            "In Zarvik government troops left.",
        ),
    ),
    NameRule(
        id="entities.dateline",
        about="A place in capitals at a paragraph's start, before a colon, dash or bracket.",
        yes=(Example("[[ZARVIK]]: The shops are closed, and the town is quiet.", "place"),),
        no=(
            "We saw ZARVIK: the film is good.",
            "ZARVIK HAS LOST — The shops are closed, and it is quiet.",
        ),
    ),
    NameRule(
        id="entities.place_context",
        about="An unknown name after a preposition or noun of places, or before such a noun.",
        yes=(
            Example("They live in [[Zarvik]] now.", "place"),
            Example("They left the town of [[Adam Hill]] then.", "place"),
            Example("They saw the raid on [[Zarvik]] then.", "place"),
            Example("The [[Zarvik]] district is quiet.", "place"),
            Example("We saw [[Zarvik]]'s outskirts then.", "place"),
            Example("We met Rosa Varga, 41, of [[Zarvik]], there.", "place"),
            Example("We met [[Zarvik]] MP Rosa Varga there.", "place"),
            Example("They left their home country, [[Zarvik]], then.", "place"),
            Example("In the capital, [[Zarvik]], thousands marched.", "place"),
        ),
        no=(
            "Then Zarvik said no.",
            "In the capital, Zarvik, 41, said no.",
            "In the capital, Zarvik, the mayor, said no.",
        ),
    ),
    NameRule(
        id="entities.place_row",
        about="An unknown name in a row with a place.",
        yes=(Example("It is said that Norway and [[Zarvik]] share it.", "place"),),
        no=("It is said that Reuters and Zarvik share it.",),
    ),
    NameRule(
        id="entities.country_of_people",
        about="An unknown name in -a or -land whose people (-an, -er) the article names too.",
        yes=(
            Example("It is said that [[Arvania]] sent two Arvanian ships.", "place"),
            Example("It is said that [[Arvania]] told the Arvanian Army.", "place"),
        ),
        no=("It is said that Arvania sent two ships.",),
    ),
    NameRule(
        id="entities.people_of_country",
        about="An unknown people in -an whose country (-a) the article names too.",
        yes=(Example("It is said that Arvania sent two [[Arvanian]] ships.", "group"),),
        no=("It is said that two Arvanian ships left.",),
    ),
)
