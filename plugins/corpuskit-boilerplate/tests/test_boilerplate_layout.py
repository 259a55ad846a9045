"""Layout: white space, drawn lines and datelines set articles off; sub-headings and gaps do not."""

from __future__ import annotations

import pytest

from corpuskit import Article, Source
from corpuskit_boilerplate import Boilerplate
from corpuskit_boilerplate.cut.layout import _places, set_off
from corpuskit_boilerplate.lexicon import LANGUAGES
from corpuskit_boilerplate.page.lines import read_lines
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
    "a wide gap above a headline that ends in a full stop": (
        "\n\n\n",
        bridge("Old bridge is closed.", f"{BRIDGE_LEAD} It had stood for eighty years."),
    ),
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
    "a drawn line above a headline whose lead tells the day, on the same topic": (
        "\n\n-----\n\n",
        bridge(
            "Farmers union asks for seed from abroad",
            "The farmers' union in the Orrin valley asked on Thursday for wheat seed from abroad, "
            "as rust had taken two thirds.",
        ),
    ),
    "stars above a headline": ("\n\n* * *\n\n", bridge(BRIDGE_TITLE, BRIDGE_LEAD)),
    "an agency's dateline without any gap": (
        "\n\n",
        bridge(BRIDGE_TITLE, f"OSTRAVA, 3 May (Lakes Wire) -- {BRIDGE_LEAD}"),
    ),
    "a sign-off above a headline and an agency": (
        "\n\n(Reporting by Ada Quill; Editing by Tom Reed)\n\n",
        bridge(BRIDGE_TITLE, f"(LWA) — {BRIDGE_LEAD}"),
    ),
}


@pytest.mark.parametrize("case", SET_OFF)
def test_an_article_is_set_off_by(case):
    gap, second = SET_OFF[case]
    raw = WHEAT + gap + second
    _, found = read(raw)
    assert found.span.start == len(WHEAT) + len(gap)
    assert raw[found.span.start :] == second


LONG = f"""{WHEAT}

The growers' union has asked for seed from the state's store, which holds wheat for half the valley.

“The store has wheat, and the farms have none,” Roth said, and asked the growers for patience.

Rust had last reached the wheat of the Orrin valley nine years ago, when most farms sprayed in time.

The union will meet at the grain market again in October, before the farms sow what they have."""

TOGETHER = {
    "a sub-heading": LONG.replace("The growers", "What the growers want\n\nThe growers"),
    "one wide gap": LONG.replace("\n\nThe growers", "\n\n\n\nThe growers"),
    "one wide gap above a quotation": LONG.replace("\n\n“The", "\n\n\n\n“The"),
    "a gap around an advertisement": LONG.replace(
        "The growers", "\nAdvertisement\n\n\nThe growers"
    ),
    "a label in capitals": LONG.replace("The growers", "RUST: The growers"),
    "a drawn line and a sub-heading": LONG.replace(
        "The growers", "-----\n\nAt the market\n\nThe growers"
    ),
    "a drawn line between paragraphs": LONG.replace("The growers", "-----\n\nThe growers"),
}


@pytest.mark.parametrize("case", TOGETHER)
def test_an_article_is_not_cut_at(case):
    raw = TOGETHER[case]
    assert raw != LONG
    assert len(read(raw)) == 1


def test_a_part_that_opens_with_its_dateline_has_no_headline():
    _, found = read(f"{WHEAT}\n\n\n{bridge(f'OSTRAVA, Teln — {BRIDGE_LEAD}')}")
    assert found.headline is None
    assert found.text(found.dateline) == "OSTRAVA, Teln"
    assert found.text(found.body[0].span).startswith("OSTRAVA, Teln — Engineers closed")


def test_too_little_text_is_no_article():
    assert set_off("A.\n\n\nB.", read_lines("A.\n\n\nB.", LANGUAGES)) == []


OTHERS = (
    f"{WHEAT}\n\n\nOSTRAVA — {BRIDGE_LEAD}\n\n{BRIDGE_REST}",
    f"{WHEAT}\n\n\nOSTRAVA: {BRIDGE_LEAD}\n\n{BRIDGE_REST}",
    f"{WHEAT}\n\n\nShare this article\n\n{BRIDGE_LEAD}\n\n{BRIDGE_REST}",
)


def test_every_weight_is_used_and_everything_seen_has_one():
    raws = [WHEAT + gap + second for gap, second in SET_OFF.values()]
    raws += [*TOGETHER.values(), *OTHERS, WHEAT.replace("\n\n", "\n") + "\n\n" + BRIDGE_REST]
    seen = set()
    for raw in raws:
        for _, names in _places(raw, read_lines(raw, LANGUAGES), LANGUAGES):
            seen.update(names)
    assert seen == set(table("layout"))


@pytest.mark.parametrize(("opening", "title"), [("Old bridge is closed.", True), ("“No.”", False)])
def test_a_short_sentence_above_a_paragraph_is_a_title(opening: str, title: bool):
    raw = f"{WHEAT}\n\n\n{bridge(opening, BRIDGE_LEAD + ' It had stood for eighty years.')}"
    lines = read_lines(raw)
    (names,) = [names for i, names in _places(raw, lines, LANGUAGES) if lines[i].text == opening]
    assert ("title" in names) is title


def test_a_heading_and_a_menu_are_no_text_above_a_dateline():
    menu = "Menu\nWorld\nPolitics\nBusiness\nSport\nTrending\nStorm leaves two dead\nSign in\n"
    title = "Ceasefire in Oskia is coming apart, monitors warn\n"
    under = "Truce that was to last for ninety days has not lasted for nine, both sides say\n"
    stamp = "By Tomas Reyle\nMarch 3, 2031 4:12 PM\nShare\n"
    text = """\
MERRIN, March 3 (Halden Press) - The truce, signed at the lakeside in Orrel less than two weeks ago,
is coming apart village by village, according to officials.
At least 31 people have been killed since it was signed, the monitors say, most of them at Tolm.
The monitors have asked for helicopters and got none, and there are forty of them for a long front.
"""
    raw = menu * 2 + title + under + stamp + text.replace("ago,\n", "ago, ")
    (article,) = Boilerplate()(Source(raw=raw))
    assert article.dateline is not None
