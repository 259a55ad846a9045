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
    ("An adviser to the mayor said it was old.", "An adviser to the mayor", "it was old"),
    ("The road is shut, an aide to Sol said.", "an aide to Sol", "The road is shut"),
    ("“The road is shut,” an aide to Sol said.", "an aide to Sol", "The road is shut,"),
    ("The union representing the crew said no.", "The union representing the crew", "no"),
    ("A report made by the firm says it is old.", "A report made by the firm", "it is old"),
    ("Somebody on the bridge yelled “Stop!”", "Somebody on the bridge", "Stop!"),
    ("Many in the town said it was old.", "Many in the town", "it was old"),
    ("They heard the mayor say “it is old”.", "the mayor", "it is old"),
    ("I heard the mayor say it was old.", "the mayor", "it was old"),
    ("Last week Ana Sol said it was old.", "Ana Sol", "it was old"),
    ("In a speech to the council Mayor Sol said it was old.", "Mayor Sol", "it was old"),
    ("Several reports say it is old.", "Several reports", "it is old"),
    ("According to the firm’s boss, Ana Sol, it is old.", "the firm’s boss, Ana Sol", "it is old"),
    ("It is old, cynics will tell you.", "cynics", "It is old"),
    ("She replied to him that it was old.", "She", "that it was old"),
    ("Sol told veteran radio host Jon Vik on Monday that it was old.", "Sol", "that it was old"),
    ("She said, if elected, she would go.", "She", "if elected, she would go"),
    ("The army said, when asked, that it was old.", "The army", "that it was old"),
    ("He says 30,000 to 60,000 of them are old.", "He", "30,000 to 60,000 of them are old"),
    ("As Sol put it last year, “the bridge is a joke”.", "Sol", "the bridge is a joke"),
    ("In the mayor’s view, it is old.", "the mayor", "it is old"),
    ("Vik was less sure: “It may rain.”", "Vik", "It may rain."),
    ("His answer was short: “It may rain.”", "His", "It may rain."),
    ("Their argument, in brief, is that it is old.", "Their", "that it is old"),
    ("Those who say the bridge is safe should use it.", "who", "the bridge is safe"),
    ("Voters who said it was old backed Sol.", "who", "it was old"),
    ("“It is old,” said one of them, Jon Vik.", "one of them, Jon Vik", "It is old,"),
    ("The army warned: keep off the bridge.", "The army", "keep off the bridge"),
    ("He answered that it was old.", "He", "that it was old"),
    ("The law provides that it must close.", "The law", "that it must close"),
    ("“It is old,” a source close to Sol said.", "a source close to Sol", "It is old,"),
    ("As she put it in her book, “the bridge is a joke”.", "she", "the bridge is a joke"),
]

TWICE = [
    # what is said by one who says something else behind it, or by another one
    (
        "It called the plan “bad and late” and urged Lund to stop.",
        [("It", "the plan “bad and late”"), ("It", "Lund to stop")],
    ),
    (
        "She insisted it was “no trick” and slammed reports linking it to Vik as “cruel”.",
        [("She", "it was “no trick”"), ("She", "linking it to Vik as “cruel”")],
    ),
    (
        "The council warned that it would fall, and officials in the town said it had cracks.",
        [("The council", "that it would fall"), ("officials in the town", "it had cracks")],
    ),
    (
        "The army said it was open, and Ana Sol, the town’s chief, said it was safe.",
        [("The army", "it was open"), ("Ana Sol, the town’s chief", "it was safe")],
    ),
    (
        "Some residents who said they feared the bridge urged Vik to mend it.",
        [("who", "they feared the bridge"), ("Some residents", "Vik to mend it")],
    ),
    ("It fell, a claim Vik dismissed as “rot”.", [("Vik", "a claim", "“rot”")]),
    ("It fell, a delay she called “a joke”.", [("she", "a delay", "“a joke”")]),
    ("The court was told Sol had left.", [(None, "Sol had left")]),
    ("The bridge fell, an inquest heard.", [(None, "The bridge fell")]),
    (
        "Vik said that he had been late but denied leaving.",
        [("Vik", "that he had been late"), ("Vik", "leaving")],
    ),
    (
        "Sol announced a vote on Monday, telling fans that it was late.",
        [("Sol", "a vote on Monday"), ("Sol", "that it was late")],
    ),
    ("Asked of it, Sol was blunt: “It is shut.”", [("Sol", "It is shut.")]),
    (
        "Another posted: “he never deserved her”. A third was not so sure: “Time will tell”.",
        [("Another", "he never deserved her"), ("A third", "Time will tell")],
    ),
]


@pytest.mark.parametrize(("text", "said"), TWICE, ids=[case[0][:40] for case in TWICE])
def test_one_attribution_ends_where_the_next_begins(text, said):
    (result,) = Pipeline([Quotes()], strict=True).run([text], segment=False)
    found = [(q.speaker_span, *q.spans) for q in result.quotes]
    assert [tuple(span and span.of(text) for span in spans) for spans in found] == said


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
