"""Heads: name of a site, motto, path, age and author around headlines, alone and in stacks."""

from __future__ import annotations

import pytest

from corpuskit import Article, Source
from corpuskit_boilerplate import Boilerplate

FERRY = [
    "The harbour council said on Saturday that the new ferry would sail twice a day from the mole.",
    "Nobody had been hurt when the old one ran aground in the fog, the council said in a note.",
    "“We sail,” the captain said. “We have waited long enough, and so have the islanders of Velm.”",
    "The old ferry had carried mail and sheep between the islands for more than thirty-one years.",
]
MINE = [
    "Eleven miners were killed when a shaft collapsed at a gold mine in the hills, police said.",
    "Rescuers dug with their hands through the night because no machines could reach the site.",
    "The mine had been closed twice by inspectors, most recently in March, the ministry said.",
    "Families of the dead waited at the gate of the pit in Port Sable, where a list had been hung.",
]
HEADS = "Ferry returns to Northport after two years", "Eleven miners die as shaft collapses"
AUTHORS = "Ada Quill", "Tom Reed"
DAYS = "3 May 2031", "12 June 2031"


def read(*lines: str) -> list[Article]:
    return list(Boilerplate()(Source(raw="\n".join(lines))))


def told(article: Article) -> tuple[str | None, str | None, str, int]:
    text, day = article.text, article.published
    head = None if article.headline is None else text(article.headline)
    author = None if article.byline is None else text(article.byline)
    return head, author, str(day and day.date), len(article.body)


WANT = [(HEADS[0], AUTHORS[0], "2031-05-03", 4), (HEADS[1], AUTHORS[1], "2031-06-12", 4)]


def stack(form: list[str]) -> list[Article]:
    """Both articles: in the form "H", "A", "D" and "T" are headline, author, day and text."""
    lines: list[str] = []
    for n, text in enumerate((FERRY, MINE)):
        named = {"H": [HEADS[n]], "A": [AUTHORS[n]], "D": [DAYS[n]], "T": text}
        for line in form:
            filled = line.replace("{H}", HEADS[n]).replace("{A}", AUTHORS[n])
            lines += named.get(line, [filled.replace("{D}", DAYS[n])])
    return read(*lines)


FORMS = {
    "motto": ["The Northport Courier", "News for the islands since 1888", "H", "A", "D", "T"],
    "path": ["Home / Island News / {H}", "H", "A", "Velm | Updated: {D} 10:15 IST", "T"],
    "age": ["This article is more than 1 month old", "H", "A", "D", "T", "Reuse this content"],
    "handle": ["H", "A", "@northport", "D", "T", "Share"],
    "paper": ["H", "{A} - Island Star", "{D} | 12:00am", "T"],
    "links": ["H", "A", "D", "T", "Top stories", "Bridge opens a year too late"],
}


@pytest.mark.parametrize("name", FORMS)
def test_one_head_after_another(name: str):
    assert [told(article) for article in stack(FORMS[name])] == WANT


def test_what_heads_each_article_is_of_the_site():
    first, second = stack(FORMS["motto"])
    for article in (first, second):
        site = [article.text(one.span) for one in article.furniture if one.kind == "template"]
        assert site == FORMS["motto"][:2]
    (once,) = read(*FORMS["motto"][:2], HEADS[0], AUTHORS[0], DAYS[0], *FERRY)
    assert "template" not in {one.kind for one in once.furniture}


def test_one_article_twice_has_its_headline_twice():
    page = [HEADS[0], AUTHORS[0], DAYS[0], *FERRY]
    assert {told(article)[0] for article in read(*page, *page)} == {HEADS[0]}


def test_a_menu_above_each():
    menu = ["Skip to content", "Home", "News", "Sport", "Log in", "Accept all", "Manage settings"]
    foot = ["Share", "Related stories", "Mill shut after fire", "About us", "Privacy policy"]
    pages = [*menu, "Local", HEADS[0], AUTHORS[0], f"Published: {DAYS[0]}", *FERRY, *foot]
    pages += [*menu, "Mining", HEADS[1], AUTHORS[1], f"Published: {DAYS[1]}", *MINE, *foot]
    assert [told(article) for article in read(*pages)] == WANT


def test_posts_of_a_blog_say_who_posted_them():
    lines = ["Notes", "Saturday, May 3, 2031", HEADS[0], *FERRY]
    lines += ["Posted by Ada Quill at 10:15 AM 3 comments:", "Labels: ferry, harbour"]
    lines += ["Thursday, June 12, 2031", HEADS[1], *MINE]
    lines += ["Posted by Ada Quill at 8:02 AM No comments:", "Labels: mine", "Older Posts"]
    articles = read(*lines)
    assert [str(article.published and article.published.date) for article in articles] == [
        "2031-05-03",
        "2031-06-12",
    ]
    assert [len(article.body) for article in articles] == [4, 4]


def test_a_post_of_a_blog_may_have_a_title_of_two_words():
    lines = [
        "Notes",
        "Saturday, May 3, 2031",
        "The ferry",
        *FERRY,
        "Posted by Ada Quill at 10:15 AM",
    ]
    lines += ["Thursday, June 12, 2031", "Eleven dead", *MINE, "Posted by Ada Quill at 8:02 AM"]
    assert [told(article)[0] for article in read(*lines)][1:] == ["Eleven dead"]


def test_a_standfirst_below_the_age_of_an_article():
    standfirst = "Council hails new ship as islanders wait on the mole"
    old = "This article is more than 1 month old"
    (article,) = read("Velm", HEADS[0], old, standfirst, AUTHORS[0], DAYS[0], "Share", *FERRY)
    assert told(article) == WANT[0]


@pytest.mark.parametrize(("place", "author"), [("Northport", "Ada Quill"), ("Karn", None)])
def test_an_author_before_a_place_that_the_text_names(place: str, author: str | None):
    (article,) = read(HEADS[0], f"Ada Quill, {place}", DAYS[0], *FERRY)
    assert told(article)[1] == author


def test_an_author_below_a_headline_of_two_lines():
    head = "Ferry returns to Northport after two years of waiting for a\nship that nobody built"
    wrapped = (
        "The council said on Saturday that the new ferry would sail\ntwice a day from the mole."
    )
    (article,) = read(head, "by Ada Quill", "", *[f"{wrapped}\n" for _ in range(4)])
    assert told(article) == (head, "by Ada Quill", "None", 4)


def test_who_else_wrote_it_is_no_text():
    page = [HEADS[0], AUTHORS[0], DAYS[0], *FERRY]
    (article,) = read(*page, "Staff writer Tom Reed contributed to this report.")
    assert told(article) == WANT[0]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Ada Quill, Tom Reed - The Island Star|3 May 2031", "Ada Quill, Tom Reed"),
        ("Jan Quill and Tom Reed, Northport Courier|3 May 2031", "Jan Quill and Tom Reed"),
        (
            "Written by Ada Quill / Northport / Updated: 3 May 2031 06:21 IST",
            "Written by Ada Quill",
        ),
        ("By: Island News Service / Velm / 3 May 2031 06:21 IST", "By: Island News Service"),
        ("Ada Quill / Tom Reed Published 3 May 2031", "Ada Quill | Tom Reed"),
        ("3 May 2031 / By Ada Quill, Reuters", "Ada Quill"),
        ("By Ada Quill / Last Updated: 3 May 2031 at 1:00 PM", "By Ada Quill"),
        ("By Ada Quill and Tom Reed on 3 May 2031", "By Ada Quill and Tom Reed"),
        ("News Desk Published 3 May 2031 06:21pm", "News Desk"),
        ("QNA / Velm / Updated: 3 May 2031 06:21 IST", "QNA"),
        ("World News - The Island Star|3 May 2031", None),
    ],
)
def test_authors_beside_a_paper_a_place_or_a_day(line: str, author: str | None):
    signs = line.replace("|", "\n").replace(" / ", " | ").split("\n")
    (article,) = read("Menu", "World", HEADS[0], *signs, *FERRY, "Share", "Related stories")
    assert told(article)[1:] == (author, *WANT[0][2:])
    assert author is None or told(article)[0] == HEADS[0]


def test_a_standfirst_above_an_author_and_a_day():
    under = "Islanders on the mole say what two years without a ship were like"
    (article,) = read("Subscribe", "Sign in", HEADS[0], under, AUTHORS[0], DAYS[0], "Share", *FERRY)
    assert told(article) == WANT[0]
    assert [article.text(one) for one in article.summary] == [under]


def test_key_points_above_a_sub_heading():
    points = ["• Ferry sails twice a day", "• Nobody hurt in the fog of May"]
    page = ["Menu", HEADS[0], DAYS[0], "Highlights", *points, "THE FERRY", *FERRY, "Share"]
    (article,) = read(*page)
    assert [article.text(one) for one in article.summary] == points
