"""Layout: white space, drawn lines and datelines set articles off; sub-headings and gaps do not."""

from __future__ import annotations

import pytest

from corpuskit import Article, Source
from corpuskit_boilerplate import Boilerplate
from corpuskit_boilerplate.layout import set_off
from corpuskit_boilerplate.lexicon import LANGUAGES
from corpuskit_boilerplate.lines import read_lines
from corpuskit_boilerplate.weights import table

WHEAT = """Wheat harvest fails in the Orrin valley

Farmers in the Orrin valley have lost two thirds of their wheat to rust, their union said.

The fungus reached the fields in April with the warm rain, and spraying came too late for most.

“We will buy seed from abroad this autumn,” said the union's chairman, Pavel Roth, at the market.

Bread is expected to cost more from October, as millers bring in grain from the southern ports."""

BRIDGE_TITLE = "Engineers close the Ostrava bridge"
BRIDGE_LEAD = "Engineers closed the bridge over the river on Thursday after finding cracks in it."
BRIDGE_REST = """The inspection was held in the morning by the roads agency, its director said.

Drivers will have to take the long way round until the two pillars have been repaired, for a year.

A ferry carries cyclists and children across meanwhile, and the school opens at nine."""


def bridge(*opening: str) -> str:
    return "\n\n".join((*opening, BRIDGE_REST))


def read(raw: str) -> list[Article]:
    return list(Boilerplate()(Source(raw=raw)))


SET_OFF = {
    "a wide gap above a headline and a byline": (
        "\n\n\n",
        bridge(BRIDGE_TITLE, "By Nadia Orsk", BRIDGE_LEAD),
    ),
    "a wide gap above a dateline": ("\n\n\n", bridge(f"OSTRAVA, Teln — {BRIDGE_LEAD}")),
    "a wide gap above a dateline in small letters": ("\n\n\n", bridge(f"Ostrava- {BRIDGE_LEAD}")),
    "a drawn line above a headline": ("\n\n-----\n\n", bridge(BRIDGE_TITLE, BRIDGE_LEAD)),
    "a drawn line above a headline, a caption and a stamp": (
        "\n-----\n",
        bridge(
            BRIDGE_TITLE,
            "The bridge over the river, seen on a morning in May of last year, with its two "
            "pillars. (AFP/File)",
            "Updated 3 May 2031",
            BRIDGE_LEAD,
        ),
    ),
    "stars above a headline": ("\n\n* * *\n\n", bridge(BRIDGE_TITLE, BRIDGE_LEAD)),
    "an agency's dateline without any gap": (
        "\n\n",
        bridge(BRIDGE_TITLE, f"OSTRAVA, 3 May (Lakes Wire) -- {BRIDGE_LEAD}"),
    ),
}


@pytest.mark.parametrize("case", SET_OFF)
def test_an_article_is_set_off_by(case):
    gap, second = SET_OFF[case]
    raw = WHEAT + gap + second
    _, found = read(raw)
    assert found.span.start == len(WHEAT) + len(gap)
    assert raw[found.span.start :] == second


TOGETHER = {
    "a sub-heading": WHEAT.replace("Bread is", "What bread will cost\n\nBread is"),
    "one wide gap": WHEAT.replace("\n\nBread is", "\n\n\n\nBread is"),
    "one wide gap above a quotation": WHEAT.replace("\n\n“We", "\n\n\n\n“We"),
    "a gap around an advertisement": WHEAT.replace("The fungus", "\nAdvertisement\n\n\nThe fungus"),
    "a label in capitals": WHEAT.replace("The fungus", "RUST: The fungus"),
    "a drawn line between paragraphs": WHEAT.replace("The fungus", "-----\n\nThe fungus"),
}  # fmt: skip


@pytest.mark.parametrize("case", TOGETHER)
def test_an_article_is_not_cut_at(case):
    raw = TOGETHER[case]
    assert raw != WHEAT
    assert len(read(raw)) == 1


def test_a_part_that_opens_with_its_dateline_has_no_headline():
    _, found = read(f"{WHEAT}\n\n\n{bridge(f'OSTRAVA, Teln — {BRIDGE_LEAD}')}")
    assert found.headline is None
    assert found.text(found.dateline) == "OSTRAVA, Teln"
    assert found.text(found.body[0].span).startswith("OSTRAVA, Teln — Engineers closed")


def test_too_little_text_is_no_article():
    assert set_off("A.\n\n\nB.", read_lines("A.\n\n\nB.", LANGUAGES)) == []


def test_every_weight_is_asked_for():
    """A row that no line can have would be dead."""
    asked = {
        *("all", "gap.some", "gap.wide", "gap.regular", "end.rule"),
        *(f"dateline.{form}" for form in ("wire", "country", "upper", "mixed", "label")),
        *("stamp", "title", "text", "text.on", "quote", "furniture"),
    }
    assert set(table("layout")) == asked
