"""What is said and by whom does not hang on the verb, on the time or place beside it, nor on who
speaks along."""

from __future__ import annotations

import pytest

from corpuskit import Pipeline
from corpuskit_quotes import Quotes

PIPELINE = Pipeline([Quotes()], strict=True)
VERBS = (
    "said", "says", "has said", "had said", "would later say", "added", "stated",
    "insisted", "noted", "explained", "warned", "admitted", "asserted", "argued", "claimed",
    "conceded", "stressed", "testified", "recalled", "joked", "quipped", "observed", "confided",
    "confessed", "remarked", "reasoned", "replied", "retorted", "countered", "commented", "opined",
    "mused", "grumbled", "griped", "fretted", "proclaimed", "repeated", "complained", "wrote",
    "was quoted as saying", "has since said", "also said", "reportedly said",
)  # fmt: skip
SETTINGS = (
    "on Monday", "Monday", "late Monday", "late on Monday", "Monday night", "yesterday",
    "last week", "this week", "earlier this month", "two days later", "on May 3", "on May 3, 2030,",
    "in a statement", "in a statement on Monday", "in an interview with the Herald", "in Karn",
    "on Twitter", "at a news conference", "in the early hours of Monday", "by phone", "publicly",
    "Feb. 3",
)  # fmt: skip
CONTENTS = ("12 people had died", "the road was shut", "at least two bridges fell", "it was late")
SPEAKERS = (
    "The army", "Ana Sol, the interior minister,", "The army and residents", "She",
    "Police and the army", "The minister of trade and industry, Jon Vik,", "Two aides",
)  # fmt: skip


def told(text: str) -> list[tuple[str, str]]:
    (result,) = PIPELINE.run(["It rained.\n\n" + text], segment=False)
    return [
        (
            result.text(quote.speaker_span) if quote.speaker_span is not None else "-",
            " | ".join(map(result.text, quote.spans)),
        )
        for quote in result.quotes
    ]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("who", SPEAKERS)
def test_verbs(who: str, verb: str):
    name, behind = who.rstrip(","), who[0].lower() + who[1:] if who[:3] != "Ana" else who
    if who in ("Two aides", "Police and the army"):
        verb = verb.replace("is ", "are ").replace("has ", "have ").replace("was ", "were ")
    assert told(f"{who} {verb} that the road was shut.") == [(name, "that the road was shut")]
    assert told(f"{who} {verb} the road was shut.") == [(name, "the road was shut")]
    assert told(f"“The road is shut,” {behind} {verb}.") == [
        (behind.rstrip(","), "The road is shut,")
    ]
    if "and industry" in who:
        return
    around = told(f"The road, {behind} {verb}, was shut.".replace(",,", ","))
    assert around == [(behind.rstrip(","), "The road | was shut")]


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("verb", ["said", "told reporters", "warned"])
def test_settings(verb: str, setting: str):
    for content in CONTENTS:
        assert told(f"The army {verb} {setting} {content}.") == [("The army", content)], content
    assert told(f"The army {verb} {setting} that it was late.") == [
        ("The army", "that it was late")
    ]
    behind = setting.rstrip(",")
    assert told(f"The road was shut, the army {verb} {behind}.") == [
        ("the army", "The road was shut")
    ]
    assert told(f"“The road is shut,” the army {verb} {behind}.") == [
        ("the army", "The road is shut,")
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Sol said last week was hard.", "last week was hard"),
        ("Sol said Monday’s vote was fair.", "Monday’s vote was fair"),
        ("Sol said in Monday night’s debate that it was late.", "that it was late"),
        ("Sol called Friday’s vote a sham.", "Friday’s vote a sham"),
        ("Sol stated she reserves the right to leave.", "she reserves the right to leave"),
        ("Sol stated the road so far has been safe.", "the road so far has been safe"),
        ("Sol added the road was late, “so to say.”", "the road was late, “so to say.”"),
        ("Of course, as Sol noted, the road is shut.", "the road is shut"),
        ("Sol said that week the road was shut.", "that week the road was shut"),
        ("Sol told radio host Jon Vik that it was late.", "that it was late"),
        ("Rebels in the state of Karn said they had left.", "they had left"),
        ("The road is shut, the mayor of Karn, Ana Sol, said.", "The road is shut"),
        ("Sol said it was shut but gave no details.", "it was shut"),
        ("The road is shut, officials said here on Sunday.", "The road is shut"),
        ("The road is shut, officials said here Sunday.", "The road is shut"),
        ("Sol has denied wrongdoing and is suing her.", "wrongdoing"),
        ("Sol says it is shut and offers little hope.", "it is shut"),
    ],
)
def test_what_was_said(text: str, said: str):
    assert [content for _, content in told(text)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "Sixty pledged delegates came.",
        "Ten states voted on the plan.",
        "Rescuers went on, while hopes faded for nine men.",
        "The other states, New Lund and Karn, are safe.",
    ],
)
def test_nothing_said(text: str):
    assert told(text) == []


@pytest.mark.parametrize("marks", ["‘{}’", "“{}”", "'{}'", '"{}"'])
@pytest.mark.parametrize(
    "who", ["Ana Sol said", "said Ana Sol", "the mayor told reporters", "she said on Monday"]
)
def test_british_stops(marks: str, who: str):
    text = f"{marks.format('The road')}, {who}, {marks.format('is shut')}."
    assert [content for _, content in told(text)] == ["The road | is shut"]


@pytest.mark.parametrize(
    "marks", ["“{}”", "«{}»", "« {} »", "»{}«", "„{}“", "„{}”", "``{}''", "‘{}’", '"{}"']
)
def test_marks_of_every_style_end_a_sentence(marks: str):
    first, second = marks.format("so to say."), marks.format("to the end.")
    assert [
        content for _, content in told(f"Sol said it was late, {first} She said it held {second}")
    ] == [
        f"it was late, {first}",
        f"it held {second}",
    ]


@pytest.mark.parametrize("whose", ["by Ana Sol", "from the army", ""])
def test_a_text_and_whose_it_is(whose: str):
    who = f"a statement {whose}".rstrip()
    assert told(f"“The road is shut,” read {who}.") == [(who, "The road is shut,")]
