"""Files that somebody put together: each article headed as the first one is."""

from __future__ import annotations

import pytest

import corpuskit
from corpuskit import Article

TITLES = ["Ferry returns to Northport", "Storm takes roof off a school", "Owl draws crowds to town"]
DAYS = ["1 May 2031", "3 May 2031", "4 May 2031"]
TEXTS = [
    "The harbour council said on Saturday that the new ferry would sail twice a day from May.\n"
    "Nobody had been hurt when the old one ran aground in the fog, the council said there.",
    "A storm took the roof off the old school above the harbour and blew it into the sea.\n"
    "No children were there, the head said, and lessons would go on in the church hall for now.",
    "More than four hundred people came to the car park to see a snowy owl sit on a lamp post.\n"
    "The harbour master asked them to bring change for the meters and to leave the bird alone.",
]


def read(form: str, gap: str) -> list[Article]:
    rows = zip(TITLES, DAYS, TEXTS, strict=True)
    parts = [form.format(n=n, t=t, d=d, p=p) for n, (t, d, p) in enumerate(rows, 1)]
    return [result.article for result in corpuskit.extract(gap.join(parts), layers=[])]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "form",
    [
        "Title: {t}\nDate: {d}\n{p}",
        "URL: https://courier.example/{n}\nTitle: {t}\nDate: {d}\n\n{p}",
        "Source: Northport Courier\nDate: {d}\nHeadline: {t}\n{p}",
        "From: desk@courier.example\nSubject: {t}\nDate: {d}\n\n{p}",
        "Article {n}\n{t}\n{d}\n{p}",
        "Article {n}: {t}\n{d}\n{p}",
        "=== ARTICLE {n} ===\n{t}\n{d}\n{p}",
        "[{n}] {t}\nNorthport Courier, {d}\n{p}",
        "{n}. {t}\n{d}\n{p}",
        "# {t}\n\n**Source:** Northport Courier\n**Date:** {d}\n\n{p}",
        "{t}\nNorthport Courier, {d}\n{p}",
        "https://courier.example/{n}\n{t}\nNorthport Courier\n{d}\n{p}",
    ],
)
def test_articles_headed_as_the_first(form: str, gap: str):
    found = read(form, gap)
    assert [one.headline and one.text(one.headline) for one in found] == TITLES
    assert [one.published and one.published.date.day for one in found] == [1, 3, 4]
    assert [[one.text(block.span) for block in one.body] for one in found] == [
        text.split("\n") for text in TEXTS
    ]


@pytest.mark.parametrize(
    "form",
    [
        "{n}. {t}\n{p}",  # as the sections of a guide are
        "Article {n}\n{p}",  # as those of a treaty
        "Note {n}\n{t}\n{d}\n{p}",
    ],
)
def test_sections_are_no_articles(form: str):
    assert len(read(form, "\n")) == 1


def test_each_with_an_author_and_no_day():
    found = read("{t}\nBy Ada Quill\n{p}", "\n\n")
    assert [one.headline and one.text(one.headline) for one in found] == TITLES
    assert [one.byline and one.text(one.byline) for one in found] == ["By Ada Quill"] * 3


def test_comments_below_an_article_are_none():
    comment = "Ada Mary Quill\n4 May 2031\n" + TEXTS[2]
    page = [TITLES[0], DAYS[0], TEXTS[0], "Comments", comment, comment]
    assert len(corpuskit.extract("\n".join(page), layers=[])) == 1


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Ada Quill", "Ada Quill"),
        ("Ada Quill / QNA / 3 May 2031, 06:11", "Ada Quill"),
        ("Northport Monitor", None),
        ("The Coast Standard", None),
        ("Northport Courts.", None),
    ],
)
def test_a_paper_is_no_author(line: str, author: str | None):
    text = "\n".join([TITLES[0], line, "3 May 2031", TEXTS[0]])
    (result,) = corpuskit.extract(text, layers=[])
    byline = result.article.byline
    assert (byline and result.article.text(byline)) == author


def test_the_title_above_a_standfirst_is_the_headline():
    head = ["Home", "News", "Storm takes roof off school in Northport"]
    page = [*head, "Nobody was in it when the wind rose", "By Ada Quill", "3 May 2031", TEXTS[1]]
    (result,) = corpuskit.extract("\n".join(page), layers=[])
    assert result.article.text(result.article.headline) == head[-1]
