"""Speakers, verbs and orders put together: none of them may undo another."""

from __future__ import annotations

import itertools

import pytest

from corpuskit import Pipeline
from corpuskit_quotes import Quotes

PIPELINE = Pipeline([Quotes()], strict=True)
SPEAKERS = {  # as told, with or without who it is: as the record has it
    "Ana Sol": "Ana Sol",
    "Prime Minister Musa Dano": "Musa Dano",
    "Sen. John Carter": "John Carter",
    "army spokesman Colonel Li Wei": "Li Wei",
    "Sean O’Brien, the mayor of Karn,": "Sean O’Brien",
    "Jean-Pierre Moreau, head of the agency,": "Jean-Pierre Moreau",
    "Olena Marsh, a spokeswoman for the ministry,": "Olena Marsh",
    "Ahmed al-Rashid, a senior analyst at the Orsha Institute,": "Ahmed al-Rashid",
}
MARKS = ("“{}”", '"{}"', "‘{}’")
SAID = ("said", "said on Monday", "told reporters", "told AFP", "warned", "wrote on X", "insisted")
TOLD = ("said", "told reporters", "told AFP", "warned", "claimed", "said in a statement")
SPOKEN = ("The bridge was unsafe", "Prices will rise again", "Nobody knew where they went")
REPORTED = ("the bridge was unsafe", "prices would rise again", "at least 12 people had died")

# {w} is the speaker, {v} a verb, {q} what is spoken, {x} what is reported
DIRECT = ("{q} {w} {v}.", "{w} {v}: {q}", "{w} {v}, {q}", "It was late. {q} {w} {v}. It rained.")
INDIRECT = (
    "{w} {v} that {x}.",
    "{w} {v} {x}.",
    "{x}, {w} {v}.",
    "{w} {v} {x} in an interview with Reuters.",
    "{w} {v} that {x} at a news conference in Karn on Monday.",
    "According to {w} {x}.",
    "{x}, according to {w}.",
)


def told(sentence: str) -> list[tuple[str, str, str | None]]:
    (result,) = PIPELINE.run(["It was a long day.\n\n" + sentence], segment=False)
    return [
        (
            quote.mode,
            " ".join(map(result.text, quote.spans)).strip(".,").removeprefix("that ").lower(),
            quote.speaker,
        )
        for quote in result.quotes
    ]


def sentence(frame: str, w: str, **more: str) -> str:
    text = frame.format(w=w, **more).replace(",,", ",").replace(",.", ".")
    return text[0].upper() + text[1:]


@pytest.mark.parametrize("frame", DIRECT)
@pytest.mark.parametrize(("who", "name"), SPEAKERS.items())
def test_direct(frame: str, who: str, name: str) -> None:
    turns = zip(itertools.cycle(MARKS), itertools.cycle(SPOKEN), SAID * 3)
    behind = frame.index("{q}") > frame.index("{w}")
    for mark, words, verb in turns:
        text = sentence(frame, who, v=verb, q=mark.format(words + ("." if behind else ",")))
        assert told(text) == [("direct", words.lower(), name)], text


@pytest.mark.parametrize("frame", INDIRECT)
@pytest.mark.parametrize(("who", "name"), SPEAKERS.items())
def test_indirect(frame: str, who: str, name: str) -> None:
    if frame.startswith("According") and not who.endswith(","):
        frame = frame.replace("{w}", "{w},")
    for verb, words in itertools.product(TOLD, REPORTED):
        text = sentence(frame, who, v=verb, x=words)
        assert told(text) == [("indirect", words, name)], text
