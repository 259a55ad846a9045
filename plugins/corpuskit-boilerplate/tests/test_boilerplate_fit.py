"""The weights can be made anew: the same table for the same pages, one that tells text apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("numpy", reason="fitting needs the extra `fit`")

from corpuskit_boilerplate.body.evidence import BodyWeights
from corpuskit_boilerplate.body.window import best_window
from corpuskit_boilerplate.fit.__main__ import TABLES
from corpuskit_boilerplate.fit.body import body_figures, body_rows
from corpuskit_boilerplate.fit.model import choice, logistic, np, write
from corpuskit_boilerplate.fit.pages import LabelledPage, folds, read_pages
from corpuskit_boilerplate.fit.stacks import stacks

MENU = ["Menu", "News", "Sport", "Sign in", "Subscribe"]
TAIL = ["Related stories", "Storm takes the roof off a school", "Privacy policy"]
PLACES = ["harbour", "island", "lighthouse", "market", "railway", "school", "bridge", "theatre"]


def page(number: int) -> dict[str, object]:
    place = PLACES[number % len(PLACES)]
    title = f"Council closes the old {place} number {number}"
    body = [
        f"The council of Northport said on Monday that the {place} would be closed for {n} weeks,"
        f" while workers from the mainland look at the {place} and at the road that leads there."
        for n in range(2, 7)
    ]
    above = "\n".join([*MENU, title, f"Published {number % 27 + 1} May 2031", ""])
    text = "\n".join(body)
    return {
        "text": above + text + "\n" + "\n".join(TAIL),
        "site": f"site{number % 6}",
        "body": [[len(above), len(above) + len(text)]],
        "title": title,
        "published": f"2031-05-{number % 27 + 1:02}",
    }


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[LabelledPage]:
    path = tmp_path_factory.mktemp("fit") / "pages.jsonl"
    path.write_text("".join(json.dumps(page(n)) + "\n" for n in range(24)), encoding="utf-8")
    return read_pages(path)


def test_lines_are_labelled_by_offsets(pages: list[LabelledPage]):
    first = pages[0]
    assert [line.text for line, yes in zip(first.lines, first.body, strict=True) if not yes][
        :5
    ] == MENU
    assert sum(first.body) == 5


def test_a_site_is_never_told_by_its_own_weights(pages: list[LabelledPage]):
    for known, held in folds(pages, 3):
        assert held
        assert {one.site for one in known}.isdisjoint({one.site for one in held})


def test_the_fitted_weights_find_the_text(pages: list[LabelledPage]):
    rows = body_rows(pages)
    weights = BodyWeights(rows)
    for one in pages:
        first, last = best_window(one.lines, weights.of(one.lines))
        assert list(one.body) == [first <= i < last for i in range(len(one.lines))]
    assert body_rows(pages) == rows
    assert "F1 1.0000" in str(body_figures(pages, 3))


@pytest.mark.parametrize("name", ["title", "date", "split"])
def test_every_table_is_fitted_and_measured(name: str, pages: list[LabelledPage], tmp_path: Path):
    table = TABLES[name]
    assert str(table.figures(pages, 2))
    path = tmp_path / f"{name}.tsv"
    write(path, table.rows(pages), table.about, table.columns)
    header, about, *rows = path.read_text(encoding="utf-8").splitlines()
    assert header == "feature\tweight"
    assert about.startswith("# Tenths")
    assert rows
    assert [row for row in rows if row[0] != "#"] == sorted(row for row in rows if row[0] != "#")


def test_stacks_are_cut_at_headlines(pages: list[LabelledPage]):
    titles = {one.title for one in pages}
    found = list(stacks(pages))
    assert {len(one.cuts) for one in found} == {0, 1, 2, 3}
    assert all(one.lines[cut].text in titles for one in found for cut in one.cuts)
    assert [one.cuts for one in stacks(pages[::-1])] == [one.cuts for one in found]


def test_links_pull_towards_what_is_true():
    scores, truth, one = np.zeros(4), np.array([1.0, 0.0, 0.0, 0.0]), np.zeros(4, dtype=int)
    assert logistic(scores, truth, one).tolist() == [0.5, -0.5, -0.5, -0.5]
    assert choice(scores, truth, one).tolist() == [0.75, -0.25, -0.25, -0.25]
    assert not choice(scores, np.zeros(4), one).any()
