"""A text says the same hard-wrapped, with two spaces, such as do not break, or soft hyphens."""

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
