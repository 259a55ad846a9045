"""Hard-wrapped text: paragraphs without blank lines, indented ones, pages; short lines apart."""

from __future__ import annotations

import pytest

from corpuskit.scan import lines, paragraphs, unwrapped

TABLE = [
    (
        "   THE GUARD AT THE NORTH GATE OF VELM SAID TODAY THAT THE BRIDGE\n"
        "OVER THE ORU WAS CLOSED BY SNOW AND THAT NO CART HAD CROSSED IT.\n",
        1,
    ),
    (
        "     B) THAT THE GUARD AT THE NORTH GATE OF VELM BE ASKED TODAY\n"
        "WHETHER THE BRIDGE OVER THE ORU WAS CLOSED AND WHO HAD CROSSED IT\n"
        "BEFORE THE SNOW.\n\n   A SECOND PARAGRAPH FOLLOWS.\n",
        2,
    ),
    ("   Velm\nThe bridge over the Oru was closed by snow on Monday, the guard said.\n", 2),
    ("  Share\n  Print\n  The bridge over the Oru was closed by snow on Monday.\n", 3),
]


@pytest.mark.parametrize(("raw", "count"), TABLE)
def test_an_indented_first_line_is_as_full_as_the_others(raw: str, count: int) -> None:
    assert len(list(paragraphs(raw))) == count


RAGGED = """\
Wheat fails in the south
The growers of the south have lost two thirds of their wheat to rust, their
union said on Monday, and asked the state to open its stores to the
millers of the valley, who have had no grain since May.
Its chairman put the loss at 410,000 tonnes. The store has wheat, he said,
and the farms have none, as nobody had money for the spray.
Millers bring in grain from the southern ports, but the railway can only
carry two thousand tonnes a day since the bridge was closed.
"""


def test_paragraphs_without_blank_lines_end_where_the_next_word_would_have_fitted() -> None:
    found = [RAGGED[start : start + 11] for start, _ in paragraphs(RAGGED)]
    assert found == ["Wheat fails", "The growers", "Its chairma", "Millers bri"]


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        (
            "The growers said on\nTuesday that two thirds of their wheat is lost to rust, as their",
            4,
        ),
        ("The growers of the\nOru valley have lost two thirds of their wheat to rust, as their", 4),
        ("What is lost\nThe growers of the south have lost their wheat to rust, as their", 5),
        ("Log in\nThe growers of the south have lost their wheat to rust, as their", 5),
        ("By Edda Rosholm\nThe growers of the south have lost their wheat to rust, as their", 5),
    ],
)
def test_a_short_first_line_that_ends_with_the_or_on_goes_on(line: str, begins: int) -> None:
    usual = "The growers of the south have lost two thirds of their wheat to rust, their"
    raw = RAGGED.replace(usual, line)
    assert raw != RAGGED
    assert len(list(paragraphs(raw))) == begins


def test_a_number_and_a_head_that_break_a_sentence_in_two_are_of_the_page() -> None:
    page = "{number}\nVALLEY RECORD, 12 MARCH\n"
    first, second = RAGGED.replace("union said", page.format(number=1) + "union said"), RAGGED
    raw = first + second.replace("carry two", page.format(number=2) + "carry two")
    found = unwrapped(raw, list(lines(raw)))
    assert found is not None
    stand_alone = [raw[a:b] for a, b in found.paragraphs if a in found.page_lines]
    assert stand_alone == ["1", "VALLEY RECORD, 12 MARCH", "2", "VALLEY RECORD, 12 MARCH"]


def test_heads_of_left_and_right_pages_are_as_wide_as_the_page() -> None:
    left = "4" + "VALLEY RECORD".rjust(70)
    right, other = (f"Rust in the south{str(n).rjust(52)}" for n in (5, 7))
    first = RAGGED.replace("union said", f"{right}\nunion said").replace("Wheat", f"{left}\nWheat")
    second = RAGGED.replace("carry two", f"{other}\ncarry two").replace("Wheat", left + "\nRust")
    raw = first + second.replace("Rust fails in the south", "Rust in the south")
    found = unwrapped(raw, list(lines(raw)))
    assert found is not None
    alone = [raw[a:b] for a, b in found.paragraphs if a in found.page_lines]
    assert alone == [left, right, left, other]


@pytest.mark.parametrize(
    ("line", "joined"),
    [
        ("union said to\nEdda Rosholm on Monday,", True),
        ("union said:\nEdda Rosholm on Monday,", False),
        ("union said.\nEdda Rosholm on Monday,", False),
        ("union said\n- Edda Rosholm on Monday,", False),
    ],
)
def test_a_short_line_of_a_sentence_goes_on_with_a_name(line: str, joined: bool) -> None:
    raw = RAGGED.replace("union said on Monday,", line)
    assert len(list(paragraphs(raw))) == 4 + (not joined)


@pytest.mark.parametrize(
    "raw",
    [
        "one\ntwo\nthree\nfour\nfive",
        "A full sentence that ends where its line ends, as a list's do.\n" * 6,
        "The harbour council said that the ferry would sail again. " * 4 + "\nShare\nPrint\nMore",
    ],
)
def test_other_lines_are_not_put_together(raw: str) -> None:
    assert unwrapped(raw, list(lines(raw))) is None


MENU = "Home\nNews\nSport\nLog in\nShare\nPrint\n"


def test_menus_around_hard_wrapped_text_do_not_hide_it() -> None:
    raw = MENU * 4 + "\n" + RAGGED + RAGGED + "\n" + MENU * 6
    found = [raw[start : start + 11] for start, _ in paragraphs(raw)]
    assert found[24:28] == ["Wheat fails", "The growers", "Its chairma", "Millers bri"]


def test_in_a_menu_a_few_lines_that_break_off_are_no_hard_wrapped_text() -> None:
    title = "The growers of the south have lost two thirds of their wheat\nto rust\n"
    raw = MENU * 4 + title * 4 + MENU * 2
    assert len(list(paragraphs(raw))) == raw.count("\n")
