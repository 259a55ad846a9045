"""A text says the same hard-wrapped, with odd spaces and hyphens, and with other spellings."""

from __future__ import annotations

import re
import textwrap

import pytest

from corpuskit import Pipeline
from corpuskit_entities import Entities

PIPELINE = Pipeline([Entities()], strict=True)

TEXTS = [
    # titles and roles, before and behind; a surname with its title
    "Prime Minister Rosa Varga met the trade minister of Arvania, Gen. Omar Tolmo, in Old Zarvik. "
    "Mr. Tolmo, a former mayor of Zarvik, said the prime minister had left for her home.",
    # joined runs, acronyms in brackets and out of them, possessives
    "The Ministry of Trade and Farming and the Lake Farmers Union (LFU) sued Sol & Varga. "
    "Arvania’s Trade Ministry denied it, and the LFU called the ministry’s words empty.",
    # places in a row, bodies beside a noun, particles, initials
    "Ana de la Moss and J. R. Sol drove from Zarvik and Val-Talvi to Rio Grande do Sul, where a "
    "Talvi newspaper said that Moss had been seen. De la Moss left the Norwegian army in May.",
]
CHANGES = {
    "two spaces": lambda text: text.replace(" ", "  "),
    "two spaces behind a stop": lambda text: text.replace(". ", ".  "),
    "no-break": lambda text: text.replace(" ", "\u00a0"),
    "thin": lambda text: text.replace(" ", "\u2009"),
    "narrow no-break": lambda text: text.replace(" ", "\u202f"),
    "tab": lambda text: text.replace(" ", "\t"),
    **{f"wrapped at {n}": lambda text, n=n: textwrap.fill(text, n) for n in range(44, 70, 3)},
    "no-break hyphens": lambda text: text.replace("-", "\u2011"),
    "soft hyphens": lambda text: re.sub(r"(?<=[a-z]{3})(?=[a-z]{2})", "\u00ad", text),
    "marks nobody sees": lambda text: text.replace("a ", "a\u200b ").replace("o", "o\u2060"),
    "wrapped and set in": lambda text: textwrap.fill(text, 60, subsequent_indent=" "),
}


def seen(text):
    """What is said of all entities, each place as the number of its first and last word."""

    def words(span):
        first, last = (len(text[:at].replace("-\n", "-").split()) for at in (span.start, span.end))
        return first, last

    (result,) = PIPELINE.run([text], segment=False)
    return [
        (
            e.kind,
            (e.name, e.acronym, e.role, e.aliases),
            [[*map(words, spans)] for spans in (e.mentions, e.alias_spans, e.references)],
            e.role_span and words(e.role_span),
            e.ids,
        )
        for e in result.entities
    ]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("text", TEXTS)
def test_spaces_and_hyphens_change_nothing(text: str, change: str) -> None:
    assert seen(CHANGES[change](text)) == seen(text)


def test_a_line_end_between_lines_of_a_list_parts_names() -> None:
    (result,) = PIPELINE.run(["Rosa Varga\nOmar Tolmo\n"], segment=False)
    assert [entity.name for entity in result.entities] == ["Rosa Varga", "Omar Tolmo"]


PAIRS = [  # one text and the other, which names the same
    # accents: in one text both ways; a first name with them
    ("Petra Oláh left. Olah waved. She said no.", "Petra Olah left. Olah waved. She said no."),
    ("We saw Zoë Varga leave. She wept.", "We saw Zoe Varga leave. She wept."),
    (
        "The Café Sol Union met. The Cafe Sol Union left.",
        "The Cafe Sol Union met. The Café Sol Union left.",
    ),
    # a surname in capitals, two joined by a hyphen, too
    ("Tolmo VARGAS said no. Vargas left.", "Tolmo Vargas said no. Vargas left."),
    ("Rosa HOLTZ-VARGA said no. She left.", "Rosa Holtz-Varga said no. She left."),
    # the full stop of a name is no sentence's end
    (
        "Zarvik Foods Inc. said no. It added that it would pay.",
        "Zarvik Foods said no. It added that it would pay.",
    ),
    ("Then Tolmo Varga Jr. said he had left.", "Then Tolmo Varga said he had left."),
    # initials
    ("We saw William A Varga leave.", "We saw William A. Varga leave."),
    ("We saw J. R. Sol leave. Sol wept.", "We saw J.R. Sol leave. Sol wept."),
    # a place that is a first name, too, before an office
    ("Charlotte Mayor Rosa Varga left. She wept.", "Zarvik Mayor Rosa Varga left. She wept."),
    # marks of one name that are written both ways
    (
        "Amis d'Orland met. The charity Amis d’Orland left.",
        "Amis d'Orland met. The charity Amis d'Orland left.",
    ),
    # a surname that a month or season has, too
    ("Theresa May left. Mrs May wept.", "Theresa Varga left. Mrs Varga wept."),
    ("Then Mayor Tom Winter left with Rosa March.", "Then Mayor Tom Sol left with Rosa Varga."),
    ("They met Tolmo March 3.", "They met Tolmo on 3 March."),
    # who is late
    ("Rosa Varga went with the late Ana Sol. She wept.", "Rosa Varga went with Ana Sol. She wept."),
    # a day that opens a sentence
    ("Yesterday Varga left. Rosa Varga wept.", "On Monday Varga left. Rosa Varga wept."),
    # contractions are no names, in headlines either
    ("Rosa Varga Won’t Be at Debate", "Rosa Varga Will Be at Debate"),
    (
        "U.N. Security Council Meets\nThe Security Council met.",
        "UN Security Council Meets\nThe Security Council met.",
    ),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_spellings_change_nothing(one: str, other: str) -> None:
    def told(text):
        (result,) = PIPELINE.run([text], segment=False)
        return [
            (e.kind, e.role, len(e.mentions), [r.of(text) for r in e.references])
            for e in result.entities
        ]

    assert told(one) == told(other)


FIRMS = [  # what no person does; a name alone, of which nothing is known
    "Meriton posted a loss.",
    "Meriton laid off 300 clerks on Monday.",
    "Meriton agreed to buy a ferry.",
    "Meriton said it would close two plants.",
    "Meriton said on Monday that it will hire 40 clerks.",
    "Meriton announced that its profit had doubled.",
    "Meriton said no. Shares of Meriton fell.",
    "Meriton said no. A Meriton spokesman left.",
    "Meriton said no. A spokeswoman for Meriton left. Meriton said yes. Meriton wept.",
    "Meriton said no. Ana Sol, the founder of Meriton, left.",
]
PEOPLE = [
    "Meriton said it would rain.",
    "Meriton said it was late.",
    "Gen. Meriton said it would close the border.",
    "Ana Meriton left. Meriton said it would close two plants.",
    "Ana Meriton left. A spokesman for Meriton said so.",
]


@pytest.mark.parametrize("kind", ["organisation", "person"])
def test_a_firm_is_known_by_what_it_does(kind: str) -> None:
    for text in FIRMS if kind == "organisation" else PEOPLE:
        (result,) = PIPELINE.run([text], segment=False)
        (one,) = [entity for entity in result.entities if "Meriton" in entity.name]
        assert (text, one.kind) == (text, kind)


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("Rosa Lawrence left. Dr. Lawrence said no.", "Rosa Lawrence", 2),
        ("Rosa Lawrence left. Mr. Lawrence said no.", "Rosa Lawrence", 1),
        ("They sold Rosa Varga T-shirts. Varga wept.", "Rosa Varga", 2),
        ("A critic, Rosa J. Tribe, left. Ms. Tribe wept.", "Rosa J. Tribe", 2),
    ],
)
def test_who_is_meant(text: str, name: str, mentions: int) -> None:
    (result,) = PIPELINE.run([text], segment=False)
    first = result.entities[0]
    assert (first.kind, first.name, len(first.mentions)) == ("person", name, mentions)


@pytest.mark.parametrize("end", ["\n", " \n", "\r\n", "\u00a0\n", ""])
def test_blanks_behind_a_headline_change_nothing(end: str) -> None:
    text = f"Prime Minister Rosa Varga left.\nWe will pay — prime minister{end}"
    (result,) = PIPELINE.run([text], segment=False)
    assert [r.of(text) for e in result.entities for r in e.references] == ["prime minister"]


@pytest.mark.parametrize("lead", ["A WOMAN", "AN ARMY truck", "THE RIVER"])
def test_leads_that_shout_name_nobody(lead: str) -> None:
    (result,) = PIPELINE.run([f"{lead} was hit in Zarvik on Monday."], segment=False)
    assert [entity.name for entity in result.entities] == ["Zarvik"]


@pytest.mark.parametrize("noun", ["civil defence agency", "aid group", "militia", "think-tank"])
def test_a_noun_for_bodies_before_a_name(noun: str) -> None:
    (result,) = PIPELINE.run([f"The {noun} Orvelo said no."], segment=False)
    assert [(entity.kind, entity.name) for entity in result.entities] == [
        ("organisation", "Orvelo")
    ]


def test_who_signs_is_somebody() -> None:
    text = "Fair opens in rain\nBy Tendal Orvelo\n\nThe fair was opened on Monday as he had said."
    (result,) = Pipeline.installed(strict=True).run([text])
    signed = result.article.byline
    assert signed is not None
    assert "Tendal Orvelo" in signed.of(text)
    assert [(e.kind, e.name) for e in result.entities] == [("person", "Tendal Orvelo")]
    assert result.entities[0].references == ()


def test_a_hospital_may_be_general() -> None:
    (result,) = PIPELINE.run(["They met at Zarvik General Hospital."], segment=False)
    assert [(e.kind, e.name) for e in result.entities] == [("facility", "Zarvik General Hospital")]


def test_a_polite_title_is_no_reference() -> None:
    text = "Mr. Sol left the firm. The firm’s Mr. Varga stayed."
    (result,) = PIPELINE.run([text], segment=False)
    assert [entity.references for entity in result.entities] == [(), ()]


@pytest.mark.parametrize("text", ["HERONS LOCK UP THE 5TH SEED", "ZARVIK TEEN SAYS IT IS A KEG"])
def test_short_words_in_capitals_are_no_acronyms(text: str) -> None:
    (result,) = PIPELINE.run([text], segment=False)
    assert not {"UP", "SEED", "TEEN", "KEG"} & {entity.name for entity in result.entities}
