"""How contents open and who may be a subject: sentences with the speaker and what was said."""

from __future__ import annotations

import pytest

from corpuskit import Pipeline
from corpuskit_quotes import Quotes

SAID = [
    ("The ministry says at least 31 people fled.", "The ministry", "at least 31 people fled"),
    ("The army said up to 300 houses burned.", "The army", "up to 300 houses burned"),
    ("Police said more than 40 boats sank.", "Police", "more than 40 boats sank"),
    ("The army said in a statement the road was open.", "The army", "the road was open"),
    ("Analysts said in a note the warning was late.", "Analysts", "the warning was late"),
    ("The ruling said the council could appeal.", "The ruling", "the council could appeal"),
    ("The judge rejected that argument as late.", "The judge", "that argument as late"),
    (
        "The council says at least P5 billion was lost.",
        "The council",
        "at least P5 billion was lost",
    ),
    ("The council says about half of it is gone.", "The council", "about half of it is gone"),
    ("Those surveyed say it is old.", "Those surveyed", "it is old"),
    ("Groups that have backed him say it is old.", "Groups that have backed him", "it is old"),
    ("Guards privy to the deal said it was old.", "Guards privy to the deal", "it was old"),
    ("Per the council, the road is open.", "the council", "the road is open"),
    ("“The road is open,” per the council.", "the council", "The road is open,"),
    (
        "The mayor, in a statement signed by his aide, Jon Vik, condemned the raid.",
        "The mayor",
        "the raid",
    ),
    ("Sol assured drivers of a safe road.", "Sol", "a safe road"),
    ("Sol dismissed the claims.", "Sol", "the claims"),
    ("Residents of the town say the army left.", "Residents of the town", "the army left"),
    ("“We want peace”, the envoy was quoted as saying.", "the envoy", "We want peace"),
    ("The road is shut, the army claimed; it rained.", "the army", "The road is shut"),
]


@pytest.mark.parametrize(("text", "speaker", "said"), SAID)
def test_what_was_said_and_by_whom(text: str, speaker: str, said: str) -> None:
    (result,) = Pipeline([Quotes()], strict=True).run([text], segment=False)
    (quote,) = result.quotes
    assert quote.speaker_span is not None
    assert (quote.speaker_span.of(text), quote.spans[0].of(text)) == (speaker, said)


@pytest.mark.parametrize(
    "text",
    [
        "Ruto has dismissed almost his entire cabinet.",
        "The company dismissed 300 workers.",
        "The president dismissed Prime Minister Ana Sol.",
        "Crowds welcomed the president.",
    ],
)
def test_persons_as_objects_are_not_what_was_said(text: str) -> None:
    (result,) = Pipeline([Quotes()], strict=True).run([text], segment=False)
    assert not result.quotes
