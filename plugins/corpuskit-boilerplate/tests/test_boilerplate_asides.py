"""Links and references inside of a text, and the sign-off below it, are no text."""

from __future__ import annotations

import pytest

from corpuskit import Source
from corpuskit_boilerplate import Boilerplate

HEAD = """Eleven miners die as a shaft collapses in eastern Tovina
By Mara Dunn
12 June 2031

Eleven miners were killed when a shaft collapsed at a gold mine in the eastern hills, police said.

Rescuers dug with their hands through the night because no machines could reach the site.
"""
TAIL = """
The mine had been closed twice by inspectors, most recently in March, according to the ministry.

At least 70 people died last year at small mines in the country, the miners' union says.
"""


def other(between: str, tail: str = TAIL) -> list[str]:
    """The lines below the head that are no text."""
    raw = f"{HEAD}\n{between}\n{tail}"
    (article,) = Boilerplate()(Source(raw=raw))
    return [article.text(one.span) for one in article.furniture if one.span.start >= len(HEAD)]


LINKS = ["Why Tovina cannot close its mines", "Gold price climbs to a record", "Who owns the pit?"]


@pytest.mark.parametrize(
    "heading",
    ["READ MORE", "Keep reading", "Related stories:", "Most viewed", "Read more on mines"],
)
def test_a_heading_of_links_takes_the_links_below(heading: str):
    block = [heading, *LINKS]
    assert other("\n".join(block)) == block


@pytest.mark.parametrize(
    "offer",
    [
        "Get the latest news straight to your inbox by signing up to our newsletter",
        "[2/7]The gate of the mine on Monday. Purchase Licensing Rights",
        "Rescuers at the mine (Courier photo)",
    ],
)
def test_an_offer_or_a_caption_between_two_sentences(offer: str):
    assert other(offer) == [offer]


def test_whose_the_text_is_ends_it():
    rights = "All rights reserved. This material may not be published, broadcast or rewritten."
    below = "The Tovina Post brings some two hundred reports a day from all parts of the country."
    assert other("", f"{TAIL}\n{rights}\n\n{below}\n") == [rights, below]


def test_a_markdown_heading_of_links():
    links = ["- [The pits](https://tovina.example/a)", "- [The ban](https://tovina.example/b)"]
    read = ["- [The pits", "- [The ban"]
    assert other("", "\n".join([TAIL, "## Related", "", *links])) == ["## Related", *read]


def test_the_text_behind_the_links_may_hold_a_known_wording():
    said = "The Front, an armed group, claimed responsibility on its Telegram channel on Tuesday."
    block = ["Keep reading", "list of 3 items", *LINKS, "end of list"]
    assert other("\n".join(block), f"\n{said}\n{TAIL}") == block


def test_an_advertisement_may_stand_above_the_links():
    block = ["Advertisement", "Related stories", *LINKS]
    assert other("\n".join(block)) == block


def test_references_below_each_other():
    block = ["READ MORE: Pit closed again after threats", "READ MORE: Gold price climbs"]
    assert other("\n".join(block)) == block


def test_a_reference_below_a_short_sentence():
    line = "READ ALSO: Gold price climbs"
    assert other(f"Nobody has been charged.\n\n{line}") == [line]


@pytest.mark.parametrize(
    "heading", ["The mine that nobody wanted", "Follow the river: a map", "By the pit's edge"]
)
def test_another_heading_does_not(heading: str):
    assert other(heading) == []


def test_a_button_below_every_section_is_no_heading_of_links():
    text = "\n".join(["Read more", "A pit in the north", TAIL.strip()])
    assert "A pit in the north" not in other("\n".join([text, text]))


@pytest.mark.parametrize(
    "line",
    [
        "READ: Pit closed again after threats",
        "Save articles to read later and create your own list.",
        "(Reporting by Ada Quill; Editing by Tom Reed)",
        "Rescuers wait at the pit. Photo: Ada Quill/QNA",
        "Rescuers wait at the pit. PHOTO | ADA QUILL | COURIER",
    ],
)
def test_a_line_between_paragraphs_that_is_none(line: str):
    assert other(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Ada Quill in Orsha; Editing by Tom Reed)",
        "Source: Tovina Post and agencies",
        "QNA aq/tr",
    ],
)
def test_the_sign_off_below(line: str):
    assert other("", f"{TAIL}\n{line}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "By midnight all roads to the pit had been closed, and soldiers searched the cars.",
        "By providing lamps and pumps the army had helped as well as it could.",
    ],
)
def test_a_sentence_is_no_byline(line: str):
    assert other(line) == []


def test_one_reference_on_a_topic_leaves_the_sub_heading_below_it():
    assert "What comes now" not in other("Read more on mines\nWhat comes now")


def test_how_many_pictures_there_are_is_no_text():
    block = ["2", "Rescuers at the mine (Courier photo)"]
    assert other("\n".join(block)) == block


def test_in_which_year_something_was_published_is_text():
    novel = "First published in 1931, the novel about the mine was banned for forty years."
    source = "First published in The Tovina Post on 3 May 2031."
    assert other("", f"{TAIL}\n{novel}\n") == []
    assert other("", f"{TAIL}\n{source}\n") == [source]
