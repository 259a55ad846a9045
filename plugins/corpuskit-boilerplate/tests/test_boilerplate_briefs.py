"""Briefs: short articles of a stack that are headed as its first."""

from __future__ import annotations

import itertools

import pytest

from corpuskit import Pipeline
from corpuskit_boilerplate import Boilerplate
from corpuskit_boilerplate.cut.briefs import brief_starts
from corpuskit_boilerplate.page.lines import read_lines

BRIDGE = """Bridge at Tolm closed for repairs

By Jana Roth
7 March 2031

The old bridge at Tolm was closed on Wednesday, the ministry of works said.

Engineers had found cracks in two piers, and the repairs would take three months.

Share this article"""

BOAT = """Two drowned off Velm

By Omar Dunn
8 March 2031

Two fishermen drowned on Thursday when their boat capsized off Velm, the coast guard said.

A third man swam ashore and called for help.

Share this article"""

RAID = """Gunmen attack a farm near Besk

By Edda Lind
6 March 2031

Gunmen killed six farm hands near Besk on Tuesday, the police said in a statement.

Nobody had claimed the attack by noon, and the roads were closed.

Share this article"""

BRIEFS = (BRIDGE, BOAT, RAID)


def headlines(page: str) -> list[str]:
    results = Pipeline([Boilerplate()]).run([page])
    return [one.text(one.article.headline) for one in results]


@pytest.mark.parametrize("order", list(itertools.permutations(BRIEFS)))
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
def test_each_is_an_article(order: tuple[str, ...], gap: str):
    assert headlines(gap.join(order)) == [one.partition("\n")[0] for one in order]


@pytest.mark.parametrize(
    "changed",
    [
        lambda brief: brief.replace("\n\nShare this article", ""),
        lambda brief: brief.replace("\n\n", "\n"),
        lambda brief: brief.replace("\n\n", "\n \n").replace("\n", "\r\n"),
    ],
)
def test_whatever_stands_below_and_between(changed):
    assert len(headlines("\n\n".join(map(changed, BRIEFS)))) == 3


@pytest.mark.parametrize(
    "teaser",
    [
        lambda brief: brief.partition("\n\nA third")[0].partition("\n\nNobody")[0],
        lambda brief: brief.replace("\nBy ", "\nPhoto by "),
        lambda brief: brief.partition("\n")[2],
    ],
)
def test_what_is_no_brief(teaser):
    """One line of text; another shape than the first's head; no headline."""
    lines = read_lines("\n\n".join([BRIDGE, teaser(BOAT), teaser(RAID)]))
    assert brief_starts(lines) == []
