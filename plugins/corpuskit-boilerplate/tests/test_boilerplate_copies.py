"""Pages as people copy and print them: what stands around and between the paragraphs."""

from __future__ import annotations

import pytest

from corpuskit import Article, Source
from corpuskit_boilerplate import Boilerplate

HEAD = """Home
News
Sport
Army says it holds the radio house in Orsha
The claim comes days after the Front said that its fighters had reached the western suburbs.
By Courier Staff
Published On 3 May 2031
Save this article
"""
TEXT = """The army says it holds the radio house in Orsha after two days of fighting with the Front.
In a statement on Saturday it said sixty fighters had been killed and dozens captured there.
Residents told the Courier that shells had hit homes in the old town and killed seven people.
"""
END = "The war, which began in April two years ago, has driven eight million from their homes."


def read(raw: str) -> list[Article]:
    return list(Boilerplate()(Source(raw=raw)))


def texts(article: Article) -> list[str]:
    return [article.text(block.span) for block in article.body]


def test_author_and_day_below_a_standfirst_that_is_a_sentence_are_no_text():
    (article,) = read(HEAD + TEXT)
    assert article.headline is not None
    assert article.byline is not None
    assert article.text(article.headline) == "Army says it holds the radio house in Orsha"
    assert article.text(article.byline) == "By Courier Staff"
    assert texts(article)[-3:] == TEXT.splitlines()
    assert not {"By Courier Staff", "Published On 3 May 2031"} & {*texts(article)}


@pytest.mark.parametrize(
    "between",
    [
        ["Story continues below this ad"],
        ["Keep reading", "list of 2 items", "A hospital on the front", "end of list"],
    ],
)
def test_the_last_paragraph_stands_below(between: list[str]):
    (article,) = read(HEAD + TEXT + "\n".join([*between, END, "Advertisement", "More news"]))
    assert texts(article)[-2:] == [TEXT.splitlines()[-1], END]


@pytest.mark.parametrize(
    "between",
    [
        ["The cable cars of Orsha: those who say no", "Read more"],
        ["Also read | Orsha's bridges: who pays, who builds?"],
    ],
)
def test_a_headline_of_another_article_between_paragraphs(between: list[str]):
    (article,) = read(HEAD + "\n".join([TEXT.strip(), *between, END, TEXT]))
    assert not {*between} & {*texts(article)}
    assert END in texts(article)


def test_a_printed_page():
    printed = "03/05/2031, 21:14 Army says it holds the radio house - Courier"
    address = "https://courier.example/a/1 {}/2"
    raw = "\n".join([printed, address.format(1), HEAD + TEXT, printed, address.format(2), END])
    (article,) = read(raw)
    marks = [article.text(one.span) for one in article.furniture if one.kind == "document_mark"]
    assert marks == [printed, address.format(1), printed, address.format(2)]
    assert article.published is not None
    assert article.published.date.day == 3
    assert texts(article)[-1] == END


def test_short_reports_below_the_same_lines():
    report = "{}\nBy Ada Quill\n{} May 2031\n{} Comments\nShare\n{}\n"
    report += "A vote of the councillors and a hearing of those nearby are due in June or July.\n"
    leads = [
        "A boy of ten needed surgery after a dog attacked him on Mill Lane on Thursday evening.",
        "Orsha library will open on three days a week from June, since two of its five staff go.",
        "A cyclist who broke his wrist says the hole that threw him had been filled twice.",
    ]
    more = "The council said that it could do nothing about this before the autumn."
    titles = ["Boy hurt in dog attack", "Library hours cut as staff leave", "Cyclist hits out"]
    pieces = [
        report.format(title, i + 1, 4 * i + 2, f"{lead}\n{more}")
        for i, (title, lead) in enumerate(zip(titles, leads, strict=True))
    ]
    found = [
        article.text(article.headline) for article in read("".join(pieces)) if article.headline
    ]
    assert found == titles


def headed(*lines: str) -> Article:
    """A page with these lines between headline and text."""
    menu, title = HEAD.splitlines()[:3], HEAD.splitlines()[3]
    (article,) = read("\n".join([*menu, title, *lines, TEXT, END, "Most read", "Old news"]))
    return article


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        (["Ada Quill", "3 May 2031", "Share"], "Ada Quill"),
        (["3 hours ago", "Share", "Save", "Ada Quill", "Courier House, Orsha"], "Ada Quill"),
        (["Ada Quill and agencies", "Fri 3 May 2031 11.02 BST"], "Ada Quill and agencies"),
        (["Ada Quill, Staff Reporter", "Share"], "Ada Quill"),
        (["Ada Quill", "The Orsha Courier", "Published 6:02 p.m. May 3, 2031"], "Ada Quill"),
        (["ByAda QuillCrime Reporter", "12:04, 3 May 2031"], "ByAda QuillCrime Reporter"),
        (["Ada Quill Published May 3, 2031 Updated May 3, 2031 10:31am"], "Ada Quill"),
        (["By Ada QuillPublished: May 3, 2031"], "By Ada Quill"),
        (["QNA / May 3, 2031, 08:15 IST"], "QNA"),
        (["By", "Ada Quill", "Senior Reporter", "12:04, 3 May 2031"], "Ada Quill"),
        (["Ada Quill", "Senior Reporter", "12:04, 3 May 2031"], "Ada Quill"),
        (["Ada Quill, Chief Harbour Correspondent", "Share"], "Ada Quill"),
        (["Ada Quill (Staff Reporter)", "Publish Date: May 3, 2031"], "Ada Quill"),
        (["Ada Quill @adaquill", "3 May 2031"], "Ada Quill @adaquill"),
        (["Ada Quill for the Courier", "3 May 2031"], "Ada Quill for the Courier"),
        (["Ada Quill   |", "3 May 2031"], "Ada Quill"),
        (["Story by Ada Quill", "3 May 2031"], "Story by Ada Quill"),
        (["Ada Quill, Associated Press", "3 May 2031"], "Ada Quill"),
        (["Ada Quill | Staff Reporter | May 3, 2031"], "Ada Quill"),
        (["Ada Quill and agencies, 3 May 2031"], "Ada Quill"),
        (["May 3, 2031 by Ada Quill"], "Ada Quill"),
        (["3 May 2031 17:16 GMT • Ada Quill"], "Ada Quill"),
        (["Published 3 May 2031, Ada Quill and agencies"], "Ada Quill"),
        (["QNA | Orsha | May 3, 2031 10:05 IST"], "QNA"),
        (["Reuters", "3 May 2031"], "Reuters"),
        (["3 May 2031 Old Town"], None),
        (["World News", "3 May 2031"], None),
        (["Old Town", "3 May 2031"], None),
        (["Last Updated: May 3, 2031"], None),
        (["Orsha | Updated: May 3, 2031"], None),
    ],
)
def test_an_author_whom_no_wording_tells(lines: list[str], author: str | None):
    article = headed(*lines)
    found = None if article.byline is None else article.text(article.byline)
    assert found == author


def test_a_day_below_a_text_that_says_how_old_it_is_is_anothers():
    (article,) = read(
        "\n".join(
            [
                HEAD.replace("Published On 3 May 2031", "3 hours ago"),
                TEXT,
                "More on this story",
                "The road that kills",
                "12 November 2029",
            ]
        )
    )
    assert article.published is None


def test_key_points_below_two_headings():
    points = ["Sixty were killed at the gate", "Dozens were taken"]
    article = headed("Ada Quill", "3 May 2031", "Summary", "Companies", *points)
    assert [article.text(one) for one in article.summary] == points
    assert not {"Summary", "Companies"} & {*texts(article)}


def test_key_points_below_a_heading():
    points = ["- Sixty were killed", "- Dozens were taken"]
    article = headed("By Ada Quill", "3 May 2031", "What you need to know:", *points)
    assert [article.text(span) for span in article.summary] == points
    assert len(article.body) == 4


def test_the_address_above_each_report_is_of_that_report():
    report = "https://courier.example/{}\n\n{}\n\nBy Ada Quill\n3 May 2031\n\n{}\n\n"
    other = "Plans to reopen a quarry above the lake have been thrown out after many objections.\n"
    vote = (
        "The vote of the councillors was unanimous, and the firm said that it thought of an appeal."
    )
    pieces = [
        report.format("a/1", "Army holds the radio house", TEXT),
        report.format("b/2", "Quarry plan thrown out", other + vote + "\n" + END),
    ]
    found = read("".join(pieces))
    assert [article.text(article.span).split()[0] for article in found] == [
        "https://courier.example/a/1",
        "https://courier.example/b/2",
    ]
