"""Lines of an appeal for money that only the lines around tell."""

from __future__ import annotations

import pytest

from corpuskit_boilerplate.body.appeal import appeal_families
from corpuskit_boilerplate.page.lines import read_lines

TABLE = """The lamp on the pier |
The lamp burns all night and the keeper wants to be paid for it, as do his two sons. |
Give now |
Small | Kn 5 | |
Large | Kn 50 | |
"""
GAP = """Donate
The lamp burns all night and the keeper wants to be paid for it.
Make a gift
"""


def told(text: str, body: frozenset[int] = frozenset()) -> dict[int, str]:
    lines = read_lines(text)
    return appeal_families(lines, [i in body for i in range(len(lines))])


@pytest.mark.parametrize(
    ("text", "family"),
    [
        (TABLE, {0: "donation", 1: "donation"}),
        (TABLE.replace("Give now |\n", ""), {0: "subscription", 1: "subscription"}),
        (TABLE.replace(" |\n", "\n"), {}),
        (GAP, {1: "donation"}),
        (GAP.replace("Make a gift", "Subscribe now"), {}),
        (GAP.replace("Make a gift", "Share"), {}),
        (GAP.replace("The lamp", "One\nTwo\nThree\nThe lamp"), {}),
        ("The ferry left.\nThe pier was empty.\n", {}),
    ],
)
def test_what_stands_around_tells(text: str, family: dict[int, str]):
    assert told(text) == family


def test_body_is_no_appeal():
    assert told(GAP, frozenset([1])) == {}
    assert told(TABLE, frozenset([1, 2, 3, 4])) == {}
