"""A time between who speaks and the verb belongs to neither."""

from __future__ import annotations

import pytest

import corpuskit
from corpuskit import Quotation

TIMES = (
    "on Monday", "on 3 May", "on May 3", "on 3 May 2030", "on 3 June", "on May 3, 2030", "in May",
    "in May 2030", "in 2030", "last week", "last Friday", "late on Monday", "early on Monday",
    "yesterday", "this week", "earlier this month", "at 3 p.m. on Monday",
    "in the early hours of Monday", "two days later", "over the weekend", "on Monday night",
    "a week ago", "this morning", "on the morning of May 3", "on Monday, May 3,",
    "for the first time", "in recent weeks", "on Aug. 6", "on Feb. 3, 2030,",
)  # fmt: skip


def speakers(text: str) -> list[tuple[str, str | None]]:
    (result,) = corpuskit.extract(text, segment=False, layers=[Quotation])
    return [(result.text(q.speaker_span), q.speaker) for q in result.quotes]


@pytest.mark.parametrize("time", TIMES)
@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("The council", "council"),
        ("Ana Sol, the interior minister,", "Ana Sol"),
        ("Residents of Lund", "Residents of Lund"),
    ],
)
@pytest.mark.parametrize("said", ["said that the road was safe.", "rejected the offer."])
def test_before_the_verb(time: str, who: str, name: str, said: str):
    assert speakers(f"{who} {time} {said}") == [(who.rstrip(","), name)]


@pytest.mark.parametrize("verbs", ["has since said", "had last week told reporters"])
def test_within_the_verbs(verbs: str):
    assert speakers(f"The council {verbs} that the road was safe.") == [("The council", "council")]


@pytest.mark.parametrize("time", ["on Monday", "on 3 May 2030", "last week", "on Monday night"])
def test_behind_what_was_said(time: str):
    assert speakers(f"“The road is safe,” the council {time} said.") == [("the council", "council")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Sunday Times said that the road was safe.", "The Sunday Times"),
        ("Class 2030 said that the road was safe.", "Class 2030"),
        ("The class of 2030 said that the road was safe.", "The class of 2030"),
        ("Theresa May said that the road was safe.", "Theresa May"),
        ("The Lund Times said that the road was safe.", "The Lund Times"),
    ],
)
def test_what_only_looks_like_a_time(text: str, who: str):
    assert [span for span, _ in speakers(text)] == [who]
