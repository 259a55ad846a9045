"""Messages: of chats and channels, items of feeds, mails of a digest; each an article by itself."""

from __future__ import annotations

import datetime as dt

import pytest

from corpuskit import Article, Pipeline, Source
from corpuskit_boilerplate import Boilerplate

FERRY = (
    "Ferry returns to Northport",
    "The harbour council said on Monday that the new ferry would sail twice a day.",
)
MINE = (
    "Eleven miners die at gold mine",
    "Eleven men died on Monday when a shaft collapsed at Dunmore.",
)
STORM = (
    "Storm takes the roof off a school",
    "A storm took the roof off a school in Eastmole on Sunday. Nobody was in it at that hour.",
)
REPORTS = (FERRY, MINE, STORM)


def read(raw: str) -> list[Article]:
    pipeline = Pipeline([Boilerplate()], strict=True)
    return [result.article for result in pipeline.run([Source(raw=raw)])]


def told(articles: list[Article]) -> list[tuple[str, str]]:
    return [
        (
            one.text(one.headline) if one.headline else "",
            " ".join(map(one.text, (b.span for b in one.body))),
        )
        for one in articles
    ]


def authors(articles: list[Article]) -> list[str]:
    return [one.text(one.byline) if one.byline else "" for one in articles]


HEADS = [
    "[13/05/2031, 08:14:1{n}] Ada Quill: ",
    "[2031-05-13 08:14] ~ Ada Quill: ",
    "13/05/31, 08:1{n} - Ada Quill: ",
    "13.05.2031, 8:14 am – Ada Quill: ",
    "Ada Quill, [13.05.2031 08:1{n}]\n",
]


@pytest.mark.parametrize("head", HEADS)
def test_a_chat_is_cut_at_its_messages(head: str) -> None:
    raw = "\n".join(f"{head.format(n=n)}{t}\n{p}" for n, (t, p) in enumerate(REPORTS))
    articles = read(raw)
    assert told(articles) == list(REPORTS)
    assert authors(articles) == ["Ada Quill"] * 3
    assert {one.published and one.published.date for one in articles} == {dt.date(2031, 5, 13)}


def test_notes_of_a_chat_are_no_articles() -> None:
    raw = (
        "12/05/31, 08:10 - Messages and calls are end-to-end encrypted. Nobody else reads.\n"
        f"12/05/31, 08:14 - Ada Quill: *{FERRY[0]}*\n{FERRY[1]}\n"
        "12/05/31, 08:15 - +252 63 0000000: <Media omitted>\n"
        f"13/05/31, 08:20 - Tom Reed: {MINE[0]}\n{MINE[1]}\n"
    )
    articles = read(raw)
    assert told(articles) == [FERRY, MINE]
    assert authors(articles) == ["Ada Quill", "Tom Reed"]
    days = [one.published and one.published.date for one in articles]
    assert days == [dt.date(2031, 5, 12), dt.date(2031, 5, 13)]  # the last tells what is the day


def test_a_channel_is_cut_below_what_says_how_many_have_seen() -> None:
    foot = "Subscribe @harbourwatch\n👍 412 😢 1.2K\n14.2K views 09:4{n}, May 12"
    raw = "\n".join(
        f"Harbour Watch Live\n{t}\n{p}\n{foot.format(n=n)}" for n, (t, p) in enumerate(REPORTS)
    )
    articles = read(raw)
    assert told(articles) == list(REPORTS)
    assert [[piece.kind for piece in one.furniture] for one in articles] == [
        ["template", "subscription", "counts", "counts"]
    ] * 3


ITEM = (
    "<item>\n<title>{t}</title>\n<link>https://courier.example/{n}</link>\n"
    "<pubDate>Tue, 1{n} May 2031 16:40:00 GMT</pubDate>\n<dc:creator>Ada Quill</dc:creator>\n"
    "<description><![CDATA[{p}]]></description>\n</item>\n"
)


def test_a_feed_is_cut_at_its_items() -> None:
    raw = "".join(ITEM.format(t=t, p=p, n=n) for n, (t, p) in enumerate(REPORTS, start=2))
    articles = read(raw)
    assert [title for title, _ in told(articles)] == [title for title, _ in REPORTS]
    assert authors(articles) == ["Ada Quill"] * 3
    assert [one.published and one.published.date.day for one in articles] == [12, 13, 14]


def test_a_mail_of_a_digest_begins_with_its_labels() -> None:
    mail = (
        "Date: Tue, 1{n} May 2031 11:02:10 +0300\nFrom: Ada Quill <ada@courier.example>\n"
        "Subject: {t}\n\n{p} It was told by three who were there and saw it.\n"
    )
    rule = "\n------------------------------\n\n"
    mails = [mail.format(t=t, p=p, n=n) for n, (t, p) in enumerate(REPORTS, start=2)]
    articles = read(
        "COAST-NEWS Digest\n\n----------\n\n" + rule.join(mails) + rule + "End of Digest\n"
    )
    assert [title for title, _ in told(articles)] == [title for title, _ in REPORTS]
    assert [one.published and one.published.date.day for one in articles] == [12, 13, 14]


def test_quoted_mail_is_text() -> None:
    quoted = "\n".join(
        [
            f"> {FERRY[0]}",
            "> By Ada Quill",
            ">",
            "> NORTHPORT (QNA) - The new ferry will sail twice a day from Monday on, the",
            "> harbour council said on Saturday in a statement that it sent to all of",
            "> the households.",
            ">",
            "> Nobody was hurt when the old one ran aground in the fog and was given up,",
            "> it said.",
        ]
    )
    (article,) = read(f"From: Tom Reed\nSubject: FW: {FERRY[0]}\n\n{quoted}\n")
    body = [article.text(block.span) for block in article.body]
    assert len(body) == 2
    assert body[0].startswith("NORTHPORT (QNA)")
    assert article.dateline is not None
    assert article.text(article.dateline) == "NORTHPORT"


def test_a_paper_in_capitals_heads_no_article() -> None:
    head = "{t}\nBy Ada Quill\n13 May 2031\n{p}\n{q}\n"
    second = "THE COAST HERALD\nLocal News\n" + head.format(t=STORM[0], p=STORM[1], q=MINE[1] * 2)
    raw = head.format(t=FERRY[0], p=FERRY[1] * 2, q=MINE[1] * 3) + "Share\n" + second
    assert [title for title, _ in told(read(raw))] == [FERRY[0], STORM[0]]


def test_a_form_that_is_filled_in_heads_no_article() -> None:
    form = "Country: Arvania\nLocation: Northport\nTargets: Ada Quill, Tom Reed (Radio Tovina)\n"
    raw = f"{form}Status: Open\n{FERRY[0]} after\n{FERRY[1]} {MINE[1]}\n{STORM[1]} {MINE[1]}\n"
    assert [title for title, _ in told(read(raw))] == [f"{FERRY[0]} after"]
