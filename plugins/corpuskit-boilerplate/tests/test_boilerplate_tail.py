"""What stands below a short article's first paragraphs is text, up to the first furniture."""

from __future__ import annotations

import pytest

from corpuskit import Source
from corpuskit_boilerplate import Boilerplate

HEAD = """Ferry talks fail as Northport waits
By Ada Quill
3 May 2031

Talks on the ferry to Northport broke down on Saturday, leaving 4,000 islanders without a boat.

"""


def body(text: str) -> list[str]:
    (article,) = Boilerplate()(Source(raw=HEAD + text))
    return [article.text(block.span) for block in article.body][1:]


@pytest.mark.parametrize(
    ("below", "furniture"),
    [
        (["One was a baker.", "He was 34.", "The other was not named."], "Follow us on X"),
        (
            [
                "Captain Reed left at once.",
                'The mayor called it "a wreck".',
                "“We wait.”",
            ],
            "© 2031 Northport Courier. All rights reserved.",
        ),
        (["The council votes on Thursday.", "It has seven members."], ""),
        (["“We wait,” said the captain of the last boat. – Ada Quill"], "Add a comment"),
        (
            ["The islanders want:", "- A boat in the morning", "- A pier", "- More lamps"],
            "Share this article",
        ),
        (["• A boat in the morning", "• A pier of stone", "• Lamps"], "Related stories"),
    ],
)
def test_short_sentences_and_lists_are_kept(below: list[str], furniture: str):
    assert body("\n\n".join([*below, furniture])) == below


@pytest.mark.parametrize(
    "teaser",
    ["Storm takes the roof off a school", "• Storm takes the roof off", "Storm", "more about it."],
)
def test_what_is_no_sentence_is_not(teaser: str):
    below = f"The council votes on Thursday.\n\n{teaser}\n\nMost read\n\nRelated stories\n"
    assert body(below) == ["The council votes on Thursday."]


def test_text_goes_on_below_an_offer_of_a_newsletter():
    text = [
        "The council had asked the firm for a second boat in the spring, and had no answer to it.",
        "The captain of the last boat, who lives on the pier, has been told to wait for a week.",
        "We will write more as we hear of it.",
    ]
    offer = "Thanks for reading! Subscribe for free to receive new posts in your inbox.\nSubscribe"
    found = body("\n".join([text[0], offer, *text[1:], "Previous", "Next", "Comments"]))
    assert [line for line in found if line not in offer] == text


LAST = "The islanders have asked the council for a boat of their own since the winter of 2029."


@pytest.mark.parametrize(
    "gap",
    [
        ["Advertisement"],
        ["Sign up to Harbour Dispatch", "Free newsletter", "After newsletter promotion"],
    ],
)
def test_text_goes_on_below_an_advertisement(gap: list[str]):
    below = "\n\n".join(
        ["The council votes on Thursday.", *gap, LAST, "Share", "Most read", "Home"]
    )
    assert body(below) == ["The council votes on Thursday.", LAST]


@pytest.mark.parametrize("gap", [["Most read", "Home"], ["Advertisement", "Storm"]])
def test_not_below_other_furniture(gap: list[str]):
    below = "\n\n".join(["The council votes on Thursday.", *gap, "Storm takes the roof off."])
    assert body(below) == ["The council votes on Thursday."]


@pytest.mark.parametrize(
    ("between", "last", "text"),
    [
        (["Share"], "We reached the island on the third day and slept.", True),
        (["Share"], "Do you know more about the boats of this island?", False),
        (["Share"], "Write to us if you know more about the boats.", False),
        (
            ["Related articles", "Next", "Boat firm in debt", "Share this article"],
            "He left.",
            False,
        ),
        (
            ["Related articles", "Next", "Boat firm in debt", "Share this article"],
            "The captain, who has sailed since 1999, was told on Friday that no boat would be "
            "found for him.",
            True,
        ),
        (["Comments", "Ada", "Share"], "I have said so since the last boat went down.", False),
    ],
)
def test_the_last_sentence_stands_below_a_button_to_share(
    between: list[str], last: str, text: bool
):
    said = (
        "The council had asked the firm for a second boat in the spring, and had no answer to it."
    )
    found = body(
        "\n".join([said, *between, last, "Share or comment on this article", "Comments 4"])
    )
    assert found == ([said, last] if text else [said])


def test_the_last_sentence_has_an_agency_behind_it():
    said = (
        "The council had asked the firm for a second boat in the spring, and had no answer to it."
    )
    signed = [said, "More than 200 families fled. (QNA)", "Share", "Related stories", "Most read"]
    assert body("\n".join(signed)) == [said, "More than 200 families fled."]


def test_text_goes_on_below_a_page_of_a_paper():
    lines = ["The islanders said that they had waited for a boat", "since the spring and that", ""]
    head = "NORTHPORT COURIER".ljust(50) + "{}"
    wide = "The council of Northport said on Friday that there was no"
    page = [head.format(1), wide, "money for a boat, and that it was sorry for it.", "", *lines]
    raw = "\n".join([*page, head.format(2), "", "they would not wait a day more.", "", "He left."])
    (article,) = Boilerplate()(Source(raw=raw))
    kept = [article.text(block.span) for block in article.body]
    assert kept[-2:] == ["they would not wait a day more.", "He left."]
    assert [one.kind for one in article.furniture] == ["document_mark", "document_mark"]
