"""The headline of a text without a page around it is its first line, if that is no site's name."""

from __future__ import annotations

import pytest

from corpuskit import Source
from corpuskit_boilerplate import Boilerplate

TEXT = """\
Peder Lund was asleep above the shop which his father opened when the water came up the stairs.
By the time that he had found his shoes it was at the third, and nobody had rung the bell.
He has opened in a shed by the church, where bread is sold by the slice since the summer.
"""
TITLE = "The river that took a town"
UNDER = "Three years after the flood Varnholt still argues about who should pay"


def headline(*head: str) -> str | None:
    (article,) = Boilerplate()(Source(raw="\n".join([*head, TEXT])))
    return article.headline and article.text(article.headline)


@pytest.mark.parametrize(
    "head",
    [
        (TITLE, UNDER),
        (TITLE, UNDER, "By Ilse Karre"),
        (TITLE, UNDER, "By Ilse Karre", "3 May 2031", "Share"),
        (TITLE, UNDER, "Key points", "- Two people killed", "- No power until Monday"),
    ],
)
def test_a_line_under_a_title_is_none(head: tuple[str, ...]):
    assert headline(*head) == TITLE


@pytest.mark.parametrize("title", ["Town lost to river", "River took the Town of Varn"])
def test_short_titles_are_titles(title: str):
    assert headline(title, UNDER, "By Ilse Karre") == title


@pytest.mark.parametrize(
    "above",
    [
        ("The Varnholt Ferry",),
        ("The Ferry of Varn and Orlen", "Sign in"),
        ("FOR IMMEDIATE RELEASE TO ALL PAPERS",),
        ("3 May 2031, Varnholt and Orlen",),
    ],
)
def test_what_a_page_has_above_it_is_none(above: tuple[str, ...]):
    assert headline(*above, UNDER, "By Ilse Karre", "3 May 2031") == UNDER


@pytest.mark.parametrize(
    "head",
    [
        ("News and views from the valley", "Blaze guts Dolvar mill", "By Ana Sol"),
        (
            "Dolvar Notes",
            "Views from a valley",
            "Blaze guts Dolvar mill",
            "By Ana Sol",
            "3 May 2031",
        ),
        ("Blaze guts Dolvar mill", "Crews from three towns worked for six hours", "By Ana Sol"),
    ],
)
def test_what_the_text_says_again_tells_a_slogan_from_a_title(head: tuple[str, ...]):
    lead = "Crews from three towns fought a blaze at the Dolvar mill for six hours on Monday.\n"
    (article,) = Boilerplate()(Source(raw="\n".join([*head, lead, TEXT])))
    assert article.headline is not None
    assert article.text(article.headline) == "Blaze guts Dolvar mill"
