"""Forms: articles of a stack in any order, and heads with author and day in other forms."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from typing import NamedTuple

import pytest

from corpuskit import Article, Source
from corpuskit_boilerplate import Boilerplate


class Report(NamedTuple):
    title: str
    author: str
    day: dt.date
    text: tuple[str, ...]


REPORTS = (
    Report(
        "Ferry returns to Northport after two years",
        "Ada Quill",
        dt.date(2031, 5, 3),
        (
            "The harbour council said on Saturday that the new ferry would sail twice a day from "
            "the eastern mole, and that nobody would have to book.",
            "Nobody had been hurt when the old one ran aground in the fog, the council said in a "
            "statement that it sent to all households.",
            "“We sail,” the captain said. “We have waited long enough, and so have the islanders.”",
            "Tickets will cost four crowns, twice as much as before, and residents of the outer "
            "islands will pay half of that.",
        ),
    ),
    Report(
        "Eleven miners die as shaft collapses at gold mine",
        "Tom Reed",
        dt.date(2031, 6, 12),
        (
            "Eleven miners were killed when a shaft collapsed at a gold mine in the hills above "
            "the coast, police said on Thursday.",
            "Rescuers dug with their hands through the night because no machines could reach the "
            "site on the only road.",
            "The mine had been closed twice by inspectors, most recently in March, and had been "
            "opened again each time, a clerk said.",
            "Families of the dead waited at the gate, where a list of names had been pinned.",
        ),
    ),
    Report(
        "Orsha parliament votes down budget for third time",
        "Ivo Marr",
        dt.date(2031, 4, 17),
        (
            "Lawmakers in Orsha voted down the budget on Thursday for the third time in a month, "
            "with two parties of the government abstaining.",
            "The finance minister, Lida Venn, said that she would not resign and that a fourth "
            "bill would be sent within days.",
            "Teachers and nurses have not been paid since February, and their unions have called "
            "a strike for the end of the month.",
            "The speaker adjourned the sitting after deputies shouted at each other.",
        ),
    ),
)

HEADS = {
    "author, day": "{title}\n{author}\n{day}\n",
    "day, author": "{title}\n{day}\n{author}\n",
    "section": "World\n{title}\n{author}\n{day}\n",
    "button": "{title}\n{author}\n{day}\nShare\n",
    "day above": "{day}\n{title}\n{author}\n",
}
TAILS = {
    "nothing": "",
    "button": "Share this article\n",
    "links": "Related stories\nMill shut after a fire\nBridge opens a year late\n",
    "rights": "© 2031 The Karn Post. All rights reserved.\n",
}
AUTHORS: dict[str, Callable[[str], str]] = {
    "by": lambda name: f"By {name}",
    "alone": lambda name: name,
    "in capitals, with a function": lambda name: f"by {name.upper()}, Staff Writer",
    "function": lambda name: f"{name}, Staff Reporter",
    "function below": lambda name: f"{name}\nStaff Reporter",
    "bar and paper": lambda name: f"{name} | The Karn Post",
    "comma and paper": lambda name: f"{name}, The Karn Post",
    "words": lambda name: f"Words: {name}",
    "agencies": lambda name: f"{name} and agencies",
    "place": lambda name: f"{name} in Norvale",
    "written": lambda name: f"Written by {name}",
}
DAYS: dict[str, Callable[[dt.date], str]] = {
    "day first": lambda day: f"{day.day} {day:%B %Y}",
    "month first": lambda day: f"{day:%B} {day.day}, {day.year}",
    "zone": lambda day: f"{day.day} {day:%B %Y}, 10:15 AM GMT+1",
    "ISO": lambda day: f"{day.isoformat()}T10:15",
    "at": lambda day: f"{day:%B} {day.day}, {day.year} at 10:15 a.m.",
    "published": lambda day: f"Published: {day:%B} {day.day}, {day.year}",
    "weekday": lambda day: f"{day:%a} {day.day} {day:%b %Y} 10.15 BST",
    "dots": lambda day: f"{day:%d.%m.%Y}",
    "updated": lambda day: f"Updated {day.day} {day:%B %Y}",
    "bar": lambda day: f"{day:%b} {day.day}, {day.year} | 10:15 am",
    "time first": lambda day: f"10:15, {day.day} {day:%b %Y}",
    "capitals": lambda day: f"{day:%A}, {day.day} {day:%B %Y}".upper(),
}


def page(
    report: Report, head: str, author: str = "by", day: str = "day first", tail: str = "nothing"
) -> str:
    signed, dated = AUTHORS[author](report.author), DAYS[day](report.day)
    top = HEADS[head].format(title=report.title, author=signed, day=dated)
    return top + "\n\n".join(report.text) + "\n" + TAILS[tail]


def said(article: Article) -> Report:
    """What an article says of itself, without what stands beside its author's name."""
    byline = "" if article.byline is None else article.text(article.byline)
    names = [one.author for one in REPORTS if one.author.lower() in byline.lower()]
    return Report(
        "" if article.headline is None else article.text(article.headline),
        names[0] if names else byline,
        dt.date.min if article.published is None else article.published.date or dt.date.min,
        tuple(article.text(block.span) for block in article.body),
    )


def read(raw: str) -> list[Report]:
    return [said(article) for article in Boilerplate()(Source(raw=raw))]


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("author", ["by", "alone", "function"])
def test_articles_of_a_stack_are_the_same_in_any_order(author: str, head: str, tail: str):
    for some in itertools.chain(
        itertools.permutations(REPORTS), itertools.combinations(REPORTS, 2)
    ):
        raw = "\n".join(page(one, head, author, tail=tail) for one in some)
        assert read(raw) == list(some)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("report", REPORTS)
def test_a_day_in_any_form(report: Report, head: str, day: str):
    assert read(page(report, head, day=day)) == [report]


@pytest.mark.parametrize("author", AUTHORS)
@pytest.mark.parametrize("head", ["author, day", "day, author", "button", "day above"])
@pytest.mark.parametrize("report", REPORTS)
def test_an_author_in_any_form(report: Report, head: str, author: str):
    assert read(page(report, head, author)) == [report]


@pytest.mark.parametrize("below", ["Updated 3 May 2031\nFollow\n", "By Ada Quill\n3 May 2031\n"])
def test_a_title_that_comes_twice_is_no_text(below: str):
    title, *_, text = REPORTS[0]
    raw = f"{title}\n{below}{title}\n" + "\n".join(text)
    (article,) = read(raw)
    assert (article.title, article.text) == (title, text)


@pytest.mark.parametrize("sign", ["© 2031", "(c) 2031", "Copyright (c) 2031", "Copyright 2031"])
def test_the_sign_of_copyright_in_other_forms(sign: str):
    raw = page(REPORTS[0], "author, day") + f"{sign} Karn Post\n"
    (article,) = Boilerplate()(Source(raw=raw))
    assert article.furniture[-1].kind == "copyright"


@pytest.mark.parametrize("signs", ["By Ada Quill\n3 May 2031", "3 May 2031 09:12"])
def test_a_standfirst_sums_up(signs: str):
    report, told = REPORTS[0], "Council promises two sailings a day; islanders pay half the fare"
    text = "\n\n".join([f"{report.title}\n{told}\n{signs}", *report.text])
    (article,) = Boilerplate()(Source(raw=text))
    assert article.headline is not None
    assert article.headline.of(text) == report.title
    assert [span.of(text) for span in article.summary] == [told]
    assert len(article.body) == len(report.text)


def test_nothing_stands_above_signs_that_open_a_file():
    (article,) = Boilerplate()(Source(raw="Ada Quill \n Then Tom Reed waded in, 3/4/2031 – not 12"))
    assert article.span.start == 0
