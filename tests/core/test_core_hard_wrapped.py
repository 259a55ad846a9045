"""Hard-wrapped text with an indented first line is one paragraph; short lines stay apart."""

from __future__ import annotations

import pytest

from corpuskit.scan import paragraphs

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
