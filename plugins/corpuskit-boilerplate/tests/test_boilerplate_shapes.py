"""Every example of every shape, yes and no; the order in which shapes are tried."""

from __future__ import annotations

import time

import pytest

from corpuskit_boilerplate.lexicon import LANGUAGES, families, stripped
from corpuskit_boilerplate.page.lines import read_lines
from corpuskit_boilerplate.page.stamps import dates_in, year_positions
from corpuskit_boilerplate.rules import SHAPES, Shape

YES = [(shape, example.text) for shape in SHAPES for example in shape.yes]
NO = [(shape, text) for shape in SHAPES for text in shape.no]


@pytest.mark.parametrize(("shape", "text"), YES, ids=lambda v: getattr(v, "id", v))
def test_the_shape_finds_its_examples(shape: Shape, text: str):
    (line,) = read_lines(text)
    assert (line.family, line.rule) == (shape.family, shape.id)


@pytest.mark.parametrize(("shape", "text"), NO, ids=lambda v: getattr(v, "id", v))
def test_the_shape_leaves_near_misses(shape: Shape, text: str):
    (line,) = read_lines(text)
    assert line.rule != shape.id


def test_ids_are_unique_and_every_shape_has_an_example():
    assert len({shape.id for shape in SHAPES}) == len(SHAPES)
    assert all(shape.yes for shape in SHAPES)


@pytest.mark.parametrize(
    "hostile",
    [
        "A-" * 200_000,
        "By " + "A-a" * 200_000,
        "#" * 300_000,
        "|" + " " * 300_000 + "x",
        "> " * 23 + "." + ">" * 200_000 + ".",
        "(" * 200_000 + ")",
        "1" * 300_000,
        "@" * 200_000 + "!",
        "." * 300_000 + "a",
        "a |" + " " * 200_000 + "Kn 4" + " " * 200_000 + "x",
        "a | 1" + " 1" * 11 + " " * 200_000 + "x",
        "a b c d " + "e" * 200_000 + " (ABC/" + "D" * 200_000 + ")",
        "x (Aa" + " Bb" * 9 + "." * 200_000 + "/ABC",
        "A (" * 10 + "A" * 200_000,
        "5 of de may " * 5 + "5" * 200_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_long_hostile_line_costs_linear_time(hostile: str):
    start = time.process_time()
    read_lines(hostile)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Skip to content", "navigation"),
        ("SHARE THIS:", "share"),
        ("Sign up for our newsletter", "newsletter"),
        ("Related stories", "related"),
        ("12 March 2031", "timestamp"),
        ("Updated 3 May 2031, 10:40", "timestamp"),
        ("Courier North / 06:42 PM May 3, 2031", "timestamp"),
        ("Portland Beats Salem", ""),
        ("Por Ana Ruiz", "byline"),
        ("WRITTEN BY ADA QUILL", "byline"),
        ("By providing an email address you accept our terms", "newsletter"),
        ("Datenschutz", "footer"),
        ("Mehr zum Thema", "related"),
        ("Política de privacidad", "footer"),
        ("Te puede interesar", "related"),
        ("The ferry left at noon.", ""),
        ("Tap here to get the tide on your phone", "subscription"),
        ("Tide tables by post: Join now", "subscription"),
        ("The bell by the pier: Give today", "donation"),
        ("The council left a note: ferry cancelled", ""),
        ("Harbour: Join now", ""),
        ("Stand up for independent island news", "donation"),
        ("Sponsor | 1 200 Kn | |", "price_table"),
    ],
)
def test_wordings(text: str, family: str):
    assert read_lines(text)[0].family == family


def test_the_longest_beginning_wins():
    known = families(LANGUAGES)
    key = stripped("subscribe to our newsletter")
    assert known.of_start(key, "subscribe") == "newsletter"
    assert known.of_start("subscribed", "subscribed") == ""


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("ana solmay 21, 2031", [21]),
        ("may 21, 2031april 24, 2031", [21, 24]),
        ("3 may 2031may 5, 2031", [3, 5]),
        ("may 21, 203110:40", [21]),
        ("by ana sol may 21, 20318 min read", [21]),
        ("may 21, 203112 mins", [21]),
        ("may 21, 203112 people", []),
        ("room 31may 5, 2031", []),
        ("1/may 5, 2031", []),
        ("2031•05•03", [3]),
    ],
)
def test_flattening_glues_days_to_what_stands_beside_them(line: str, days: list[int]):
    found = dates_in(line, 0, len(line), sorted(year_positions(line)))
    assert [one.date.day for one in found] == days
