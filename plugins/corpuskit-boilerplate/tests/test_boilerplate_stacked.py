"""Reports one below the other, cut at a dateline below a headline or at the paper's name."""

from __future__ import annotations

import pytest

from corpuskit import Source
from corpuskit_boilerplate import Boilerplate
from corpuskit_boilerplate.cut.signed import signed_starts
from corpuskit_boilerplate.page.lines import read_lines

MINE = """{0}Eleven miners were killed when a shaft \
collapsed at a gold mine in the hills on the coast, police said.

Rescuers dug with their hands through the night because no machines could reach the site.

The mine had been closed twice by inspectors, most recently in March, the ministry said.
"""
ORDER = """{0}The government ordered all small \
gold mines shut after eleven diggers were buried in a shaft.

Soldiers would be sent to the pits to see that nobody went back, the mines minister said.

The opposition said that tens of thousands of families lived on the pits and on nothing else.
"""
FIRST, SECOND = "Eleven miners die as shaft collapses", "Small gold mines shut after deaths"


def headlines(raw: str) -> list[str]:
    found = Boilerplate()(Source(raw=raw))
    return ["" if one.headline is None else one.text(one.headline) for one in found]


@pytest.mark.parametrize(
    ("signed", "dateline"),
    [
        ("(Reporting by Ada Quill; Editing by Tom Reed)\n\n", "PORT SABLE, June 13 (TNA) - "),
        ("Source: Tovina Post and agencies\n\n", "Port Sable — "),
        ("© 2031 TNA. All rights reserved.\n\n", "(TNA) — "),
        ("", "Port Sable, June 13 (TNA): "),
    ],
)
def test_a_headline_and_a_dateline_begin_a_report(signed: str, dateline: str):
    first = f"{FIRST}\n\n{MINE.format('')}\n{signed}"
    assert headlines(f"{first}{SECOND}\n\n{ORDER.format(dateline)}") == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("heading", "dateline"),
    [("", "PORT SABLE — "), ("The ban", "Port Sable — "), ("The order from the capital", "")],
)
def test_datelines_within_one_report_do_not(heading: str, dateline: str):
    below = f"{heading}\n\n{ORDER.format(dateline)}".lstrip()
    assert headlines(f"{FIRST}\n\n{MINE.format('ORSHA — ')}\n{below}") == [FIRST]


@pytest.mark.parametrize("stamp", ["{0}\n{1} June 2031\n", "{1} June 2031\n{0}\n"])
def test_the_papers_name_above_each_report(stamp: str):
    reports = [
        "Tovina Post\n" + stamp.format(title, day) + text.format("")
        for title, day, text in ((FIRST, 12, MINE), (SECOND, 13, ORDER))
    ]
    articles = list(Boilerplate()(Source(raw="\n".join(reports))))
    assert [one.text(one.headline) for one in articles if one.headline] == [FIRST, SECOND]
    assert [one.published.date.day for one in articles if one.published] == [12, 13]
    assert all(len(one.body) == 3 for one in articles)


def test_a_word_that_recurs_without_a_day_is_no_papers_name():
    first = f"Opinion\n{FIRST}\nBy Ada Quill\n\n{MINE.format('')}"
    assert headlines(f"{first}\nOpinion\n\n{ORDER.format('')}") == [FIRST]


STAND = (
    "All pits are to be closed within a week because of the deaths on the coast, the cabinet says."
)


@pytest.mark.parametrize(
    "above",
    [
        f"{SECOND}\n{STAND}\nBy Ada Quill\n3 June 2031\n",
        f"{SECOND}\n{STAND}\nBy Ada Quill on June 3, 2031 | Comments\nShare\n",
        f"{SECOND}\n{STAND}\nAda Quill in Port Sable\nTue 3 Jun 2031 11.27 BST\n",
    ],
)
def test_an_author_and_a_day_below_a_standfirst_begin_an_article(above: str):
    first = f"{FIRST}\n{MINE.format('')}".replace("\n\n", "\n")
    second = ORDER.format("").replace("\n\n", "\n")
    assert headlines(f"{first}{above}{second}") == [FIRST, SECOND]


def test_teasers_with_author_and_day_are_no_articles():
    first = f"{FIRST}\nBy Tom Reed\n2 June 2031\n{MINE.format('')}".replace("\n\n", "\n")
    titles = (SECOND, "Gold price falls as mines close", "How the pits were dug by hand")
    teasers = "".join(f"{title}\n{STAND}\nBy Max Orr\n3 June 2031\n" for title in titles)
    assert headlines(f"{first}{teasers}© 2031 Tovina Post\n") == [FIRST]


@pytest.mark.parametrize(
    ("stamp", "lead"),
    [
        ("3 June 2031, 21:14 GMT", "The government ordered all small gold mines shut on Tuesday"),
        ("by Ada Quill June 3, 2031", "The government has acted"),
    ],
)
def test_a_headline_with_a_day_begins_a_report_that_says_it_again_or_is_signed(stamp, lead):
    first = f"{FIRST}\n\nBy Tom Reed\n\n{MINE.format('')}\nShare this article"
    text = ORDER.format("").replace("The government ordered all small gold mines shut", lead)
    assert headlines(f"{first}\n\n{SECOND}\n\n{stamp}\n\n{text}") == [FIRST, SECOND]


def test_a_day_below_a_heading_alone_does_not():
    first = f"{FIRST}\n\nBy Tom Reed\n\n{MINE.format('')}\nShare this article"
    below = f"What the ban is\n\n3 June 2031, 21:14 GMT\n\n{ORDER.format('')}"
    assert headlines(f"{first}\n\n{below}") == [FIRST]


VOTE = """Sable elects its first woman as mayor

PORT SABLE, June 9 (TNA) - A teacher of forty was elected mayor of Port Sable by a wide margin.

Turnout was higher than ever, and queues at schools went around the block until the evening.

Her rival, who had led in every survey, conceded before the last of the ballots was counted.
"""


def test_a_report_as_short_as_a_heading_is_one():
    first = f"{FIRST}\n\nTom Reed\nJune 1, 2031\n\n{MINE.format('PORT SABLE, June 1 (TNA) - ')}"
    second = f"{SECOND}\n\nAda Quill\nJune 3, 2031\n\n{ORDER.format('')}"
    assert headlines(f"{first}\n{second}\n{VOTE}") == [FIRST, SECOND, VOTE.partition("\n")[0]]


@pytest.mark.parametrize("sign", ["Enditem", "AP", "TNA AQ TR QR", "– TNA", "– Courier.example"])
def test_a_sign_off_behind_the_last_sentence_is_no_text(sign: str):
    first = f"{FIRST}\n\n{MINE.format('').rstrip()} {sign}"
    second = f"‘{SECOND}’\n\nAda Quill in Orsha\nJune 3, 2031\n\n{ORDER.format('')}"
    one, two = Boilerplate()(Source(raw=f"{first}\n\n{second}"))
    assert two.text(two.headline) == f"‘{SECOND}’"
    signed = [(one.text(piece.span), piece.kind) for piece in one.furniture]
    assert (signed, one.furniture[-1].rule) == ([(sign, "wire_signoff")], "boilerplate.signoff")
    assert one.text(one.body[-1].span).endswith("the ministry said.")


def test_an_agency_in_brackets_signs_the_last_paragraph_too():
    (found,) = Boilerplate()(Source(raw=f"{FIRST}\n\n{MINE.format('').rstrip()} (TNA)"))
    assert found.text(found.body[-1].span).endswith("the ministry said.")
    assert [found.text(piece.span) for piece in found.furniture] == ["(TNA)"]


@pytest.mark.parametrize(
    "head",
    [
        "Tovina Post\nIslands\n{0}\nJUNE 3, 2031 2:26 PM\nADA QUILL",
        "{0}\nTovina Post\nBy Ada Quill\nUpdated June 3, 2031 6:04 PM",
        "{0}\nTovina Council of Mines - 3 June, 2031",
        "ISLANDS / MINES\n{0}\nNobody was told before, as owners say.\nPublished On 3 Jun 2031",
        "The Daily Courier\nOrsha Tuesday June 3, 2031\n{0}\nPost Report",
    ],
)
def test_paper_and_section_above_and_below_a_headline(head: str):
    first = f"{FIRST}\n\nBy Tom Reed\n\n{MINE.format('')}\naq/tr"
    text = ORDER.format("").replace("mines shut after", "mines shut on Tuesday after")
    assert headlines(f"{first}\n{head.format(SECOND)}\n\n{text}") == [FIRST, SECOND]


def test_author_and_day_above_a_headline_begin_a_report():
    first = f"{FIRST}\n\nBy Tom Reed\n\n{MINE.format('')}"
    second = f"Ada Quill\nJune 3, 2031 9:14 AM\n1 min read\n{SECOND}\n\n{ORDER.format('')}"
    _, found = Boilerplate()(Source(raw=f"{first}\n{second}"))
    assert (found.text(found.headline), len(found.body)) == (SECOND, 3)


@pytest.mark.parametrize(("above", "count"), [("Photo: Tom Reed\nOrsha\n", 0), ("Orsha\n", 1)])
def test_a_photo_and_its_place_above_a_heading_end_no_report(above: str, count: int):
    first = f"{FIRST}\n\nBy Tom Reed\n\n{MINE.format('')}\n{above}"
    lines = read_lines(f"{first}{SECOND}\nBy Ada Quill\nJune 3, 2031\n{ORDER.format('')}")
    assert len(signed_starts(lines, [line.words > 8 for line in lines])) == count


def test_who_signed_what_a_report_quotes_is_no_headline():
    first = f"{FIRST}\n\n{MINE.format('')}\n[SIGNED] Tovina Council of Mines\n\n"
    text = ORDER.format("PORT SABLE, June 13 (TNA) - ")
    assert headlines(first + text)[-1] != "[SIGNED] Tovina Council of Mines"


@pytest.mark.parametrize("section", ["Counties", "Pits", "Old Town"])
def test_a_sections_name_at_a_cut_is_no_headline(section: str):
    reports = [
        f"{title}\nAda Quill, Crime Reporter\n{day} June 2031\n{text.format('')}"
        for title, day, text in ((FIRST, 12, MINE), (SECOND, 13, ORDER))
    ]
    assert headlines(f"\n{section}\n".join(reports)) == [FIRST, SECOND]
