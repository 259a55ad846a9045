"""No flat pages: wire copy in capitals, one paragraph, lists; nothing of them is lost."""

from __future__ import annotations

import pytest

from corpuskit import Article, Source
from corpuskit_boilerplate import Boilerplate
from corpuskit_boilerplate.page.wrap import units

WIRE = """\
PORT ARVEN, 9 JAN 31 (NNA) -- [TEXT] THE HARBOUR COUNCIL TODAY ANNOUNCED
THAT THE NEW FERRY WILL SAIL TWICE A DAY FROM THE EASTERN MOLE, AND THAT
NOBODY WAS HURT WHEN THE OLD ONE RAN AGROUND IN THE FOG.

THE CAPTAIN SAID THAT HE IS GLAD TO BE BACK, AND THAT THE ISLANDERS HAVE
WAITED LONG ENOUGH FOR A SHIP THAT DOES NOT STOP FOR EVERY CLOUD IN THE
STRAIT. THE COUNCIL WILL SIT AGAIN NEXT WEEK.
"""

ONE = "port arven: the harbour council said on monday that the new ferry would sail. " * 12


def read(raw: str) -> Article:
    (article,) = Boilerplate()(Source(raw=raw))
    return article


def test_wire_copy_in_capitals_is_two_paragraphs():
    article = read(WIRE)
    assert [article.text(block.span)[:10] for block in article.body] == ["PORT ARVEN", "THE CAPTAI"]
    assert article.furniture == ()


def test_one_paragraph_in_small_letters_above_a_share_bar():
    article = read(ONE + "\nFacebook Twitter Linkedin Mail")
    assert len(article.body) == 1
    assert [piece.kind for piece in article.furniture] == ["share"]


@pytest.mark.parametrize(
    ("raw", "count"),
    [
        ("", 0),
        ("one\ntwo\nthree\nfour\nfive", 5),
        (WIRE, 2),
        (WIRE.lower(), 2),
        ("Short Url\nUpdated 3 May 2031\nFollow\n" * 3, 9),
        ("A full sentence that ends where its line ends, as a list's do.\n" * 6, 6),
    ],
)
def test_units(raw: str, count: int):
    assert len(units(raw)[0]) == count


HEAD = "{page}\n\nTHE VALLEY RECORD, 12 MARCH 2031\n\n"
PDF = f"""\
Wheat fails in the south

The growers of the south have lost two thirds of their wheat to rust, their
union said on Monday, and asked the state to open its stores to the millers

{HEAD.format(page=1)}of the valley, who have had no grain at all since the end of the month of
May, when the last of the old harvest had been sold.

Its chairman put the loss at 410,000 tonnes. The store has wheat, he said,
and the farms have none, as nobody had money for the spray.

{HEAD.format(page=2)}Millers bring in grain from the southern ports, but the railway can only
carry two thousand tonnes a day since the bridge was closed.
"""


def test_page_numbers_and_running_heads_are_furniture_and_the_text_is_whole():
    article = read(PDF)
    assert {(one.kind, one.rule) for one in article.furniture} == {
        ("document_mark", "boilerplate.page")
    }
    assert len(article.furniture) == 4
    found = [article.text(block.span)[:11] for block in article.body]
    assert found == ["The growers", "of the vall", "Its chairma", "Millers bri"]
