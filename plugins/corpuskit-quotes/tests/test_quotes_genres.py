"""What courts, parliaments, live pages, letters and interviews do with what is said."""

from __future__ import annotations

import pytest

from corpuskit import Pipeline
from corpuskit_quotes import Quotes

PIPELINE = Pipeline([Quotes()], strict=True)


def told(text: str) -> list[tuple[str, str]]:
    (result,) = PIPELINE.run([text], segment=False)
    return [
        (quote.speaker or "-", " | ".join(map(result.text, quote.spans))) for quote in result.quotes
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # particles: behind, within and in front of what is said
        ("The dam, she pointed out, is old.", [("-", "The dam | is old")]),
        ("She would not, she went on, be leaving.", [("-", "She would not | be leaving")]),
        ("The dam is old, Jon Vik went on.", [("Jon Vik", "The dam is old")]),
        ("Jon Vik fired back that it held.", [("Jon Vik", "that it held")]),
        ("Jon Vik sneered that it leaked.", [("Jon Vik", "that it leaked")]),
        # who says it: a relative clause, a time and an age in front of the verb
        (
            "Nine remain in care, a nurse who was not authorised to speak to the media said.",
            [("nurse", "Nine remain in care")],
        ),
        ("In 2011 Jon Vik declared that it held.", [("Jon Vik", "that it held")]),
        (
            "The firm, Skerry Lines, says that the mate, Jon Vik, pressed it to sail.",
            [("Skerry Lines", "that the mate, Jon Vik, pressed it to sail")],
        ),
        # a text has the words in front of it
        (
            "The road is shut until May, read a sign at the gate.",
            [("sign at the gate", "The road is shut until May")],
        ),
        # a court hears: it says nothing
        ("Skipper “left his post”, court told", [("-", "Skipper “left his post")]),
        # what looks like a verb
        ("Bus attack toll climbs to 12", []),
        ("Menus signal that prices rise.", [("Menus", "that prices rise")]),
        ("Quell was angry at the exit of Joe Prater, shown a red card.", []),
        (
            "They accused the firm of ignoring the rain: its head left.",
            [("-", "ignoring the rain")],
        ),
    ],
)  # fmt: skip
def test_phrases(text: str, found: list[tuple[str, str]]):
    assert told(text) == found


@pytest.mark.parametrize("lost", [" ", ""])
@pytest.mark.parametrize("marks", ["“{}”", '"{}"'])
def test_lost_spaces(marks: str, lost: str):
    """A sentence ends with its marks, whether a space follows or was lost."""
    first, second = marks.format("We go,"), marks.format("It fell.")
    text = f"{first} Ana Sol said.{lost}{second}{lost}Mr. Vik says it held."
    assert told(text) == [("Ana Sol", "We go, | It fell."), ("Vik", "it held")]


def test_sentence_behind_marks_has_its_own_verb():
    text = (
        "“We go,” Sol said at a talk on Monday before Roe left. “We saw it all and that law.” "
        "The council noted Roe’s film of them."
    )
    assert told(text)[0] == ("Sol", "We go, | We saw it all and that law.")


@pytest.mark.parametrize("dash", ["—", "-", "–"])
@pytest.mark.parametrize("end", ["\n\n", " "])
def test_signed(dash: str, end: str):
    text = f"“We lost it.” {dash} Ana Sol, nurse{end}“He was good.” {dash} Jon Vik"
    assert told(text) == [("Ana Sol", "We lost it."), ("Jon Vik", "He was good.")]


def test_parliament():
    text = (
        "1. Mr Alan Roe (Lund South) (Unity): What steps is she taking?\n\n"
        "The Secretary of State for Roads (Ms Fay Sol): We shall mend it.\n\n"
        "Mr Roe: I thank her.\n\nMs Sol: My pleasure."
    )
    assert [who for who, _ in told(text)] == ["Alan Roe", "Fay Sol", "Alan Roe", "Fay Sol"]


def test_initials():
    text = "Jonas Pell: Why?\n\nMarit Oda: I left.\n\nJP: Will you?\n\nMO: We shall see."
    assert [who for who, _ in told(text)] == ["Jonas Pell", "Marit Oda"] * 2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("It rained.\n\n15:02 Harbour chief: “Gates were closed on time.”", "Harbour chief"),
        ("It rained.\n\n“We lost it all in a day” - farmer\n\nIt rained on.", "farmer"),
        ("It stays since, as the mayor put it, “people like it so”.", "mayor"),
        ("The Sunday interview: “I never wanted it.”", None),
        ("Rovers 3-2 Athletic: Late Bakke strike breaks hearts\n\nIt rained.", None),
    ],
)
def test_labels(text: str, speaker: str | None):
    assert [who for who, _ in told(text)][:1] == ([] if speaker is None else [speaker])
