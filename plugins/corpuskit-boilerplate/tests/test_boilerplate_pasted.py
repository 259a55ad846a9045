"""Short pages as people paste them: what stands between headline, text and what follows it."""

from __future__ import annotations

import pytest

import corpuskit
from corpuskit import Article

MENU = "Skip to content\nHome\nNews\nSport\nBusiness\n"
TITLE = "Ferry returns to Northport after two years in dock"
TEXT = [
    "The harbour council said on Saturday that the new ferry would sail twice a day from May.",
    "Nobody had been hurt when the old one ran aground in the fog, the council said.",
    "“We sail,” the captain said. “We have waited long enough, and so have the islanders.”",
]


def read(*lines: str) -> Article:
    (result,) = corpuskit.extract(MENU + "\n".join(lines), layers=[])
    return result.article


def texts(article: Article) -> list[str]:
    return [article.text(block.span) for block in article.body]


@pytest.mark.parametrize(
    "head",
    [
        ["Crews in the harbour wait for the last tide of the winter.", "Published On 3 May 2031"],
        ["A crew waits for the tide in May.", "Photo credit: Ada Quill", "By Ada Quill", "Save"],
        ["The council turned down the plan of the last year.", "By Ada Quill", "3 May 2031", "0"],
    ],
)
def test_what_stands_above_author_and_day_is_no_text(head: list[str]):
    article = read(TITLE, *head, *TEXT, "Related", "Storm over the hill")
    assert article.text(article.headline) == TITLE
    assert texts(article) == TEXT


def test_key_points_below_their_heading_end_above_the_author():
    points = ["The ferry sails twice a day.", "The old one ran aground in the fog."]
    article = read(TITLE, "3 May 2031", "What you need to know:", *points, "By Ada Quill", *TEXT)
    assert [article.text(span) for span in article.summary] == points
    assert texts(article) == TEXT


@pytest.mark.parametrize(
    "below",
    [
        ["Comments", "Replying to X", "Most Read", "Who was the singer on the boat?", "Storm ends"],
        ["To continue reading this article, become a subscriber.", "Why the Courier?", "Sign in"],
        ["Share this:", "Tweet", "Like this:", "All boats are cheap today, so buy one or two."],
        ["Tags: harbour, storm", "For feedback, contact us.", "We use cookies on this page."],
    ],
)
def test_below_what_closes_a_text_nothing_is_text(below: list[str]):
    assert texts(read(TITLE, "3 May 2031", *TEXT, *below)) == TEXT


@pytest.mark.parametrize(
    "between",
    [
        ["Related article", "Storm takes the roof off a school"],
        ["READ MORE: Storm over the hill", "READ MORE: School loses its roof"],
        [
            "skip past newsletter promotion",
            "Sign up to Harbour Dispatch",
            "The storms of the week, the good and the bad",
            "after newsletter promotion",
        ],
    ],
)
def test_text_goes_on_below_links_and_offers(between: list[str]):
    page = [TITLE, "3 May 2031", TEXT[0], *between, *TEXT[1:], "Comments", "Most read", "Contact"]
    assert texts(read(*page)) == TEXT


def test_teasers_with_summaries_are_no_text():
    teasers = [
        "Related articles",
        "Storm takes the roof off a school",
        "Nobody was in the school when the storm came over the hill.",
        "Harbour to be dredged",
        "The council pays for it.",
    ]
    assert texts(read(TITLE, "3 May 2031", *TEXT, *teasers, "Contact", "Privacy policy")) == TEXT


@pytest.mark.parametrize(
    ("alone", "place"),
    [
        ("NORTHPORT:", "NORTHPORT"),
        ("NORTHPORT –", "NORTHPORT"),
        ("Northport, Orrin —", "Northport, Orrin"),
        ("Share:", None),
        ("Ferry returns –", None),
    ],
)
def test_a_place_alone_above_the_text(alone: str, place: str | None):
    article = read(TITLE, "3 May 2031", alone, *TEXT)
    assert (article.dateline and article.text(article.dateline)) == place


@pytest.mark.parametrize(
    ("alone", "place"), [("ORSHA", "ORSHA"), ("Orsha", "Orsha"), ("KARN", None), ("News", None)]
)
def test_a_bare_place_between_a_day_and_a_text_that_says_it_again(alone: str, place: str | None):
    article = read(TITLE, "3 May 2031", alone, *TEXT, "They had all gone to school in Orsha.")
    assert (article.dateline and article.text(article.dateline)) == place


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("FacebookTwitterWhatsappEmail", "share"),
        ("Facebook Twitter Email", "share"),
        ("WhatsApp Email harbour", None),
        ("FacebookHarbour", None),
        ("News of storms on your phone. Sign up here.", "subscription"),
        ("We sail when the wind is good. Sign up crews first.", None),
    ],
)
def test_rows_of_buttons_and_offers(row: str, kind: str | None):
    article = read(TITLE, "3 May 2031", *TEXT, row, "Related", "Storm over the hill", "Contact")
    found = {article.text(piece.span): piece.kind for piece in article.furniture}
    assert found.get(row) == kind or (kind is None and found.get(row) == "other")


def test_items_with_the_same_button_below():
    items = [
        ("Ferry returns to harbour", TEXT[0] + " It cost a million."),
        ("Storm takes school roof", TEXT[1] + " The roof lay in the sea."),
        ("Owl draws large crowds", TEXT[2] + " The owl sat on the roof of the school."),
    ]
    page = ["The Harbour Briefing", "Good morning. It is Monday."]
    for title, text in items:
        page += [title, text, "Read the full story"]
    results = corpuskit.extract("\n".join([*page, "Unsubscribe", "Contact us"]), layers=[])
    articles = [result.article for result in results]
    assert [one.text(one.headline) for one in articles] == [title for title, _ in items]
    assert [texts(one) for one in articles] == [[text] for _, text in items]


def test_a_paragraph_above_author_and_day_stays():
    lead = "The ferry that ran aground in the fog two years ago is to sail from Northport again."
    article = read(TITLE, lead, "Crews wait", "By Ada Quill", "3 May 2031", "Save", *TEXT)
    assert texts(article) == [lead, *TEXT]
