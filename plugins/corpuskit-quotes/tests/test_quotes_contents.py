"""What is said and what is not: those spoken to, days and clauses in front stay outside."""

from __future__ import annotations

import functools

import pytest

from corpuskit import Pipeline
from corpuskit_quotes import Quotes


@functools.cache
def _pipeline() -> Pipeline:
    return Pipeline([Quotes()], strict=True)


CONTENTS = [
    ("The minister told state television the dam had held.", ["the dam had held"]),
    ("Roe told police chiefs that the dam had held.", ["that the dam had held"]),
    ("She told The Lund Herald on Monday that the dam had held.", ["that the dam had held"]),
    ("Roe told the council on Monday she would resign.", ["she would resign"]),
    ("The army said on Friday evening that the dam had held.", ["that the dam had held"]),
    ("Roe told reporters Monday night she would resign.", ["she would resign"]),
    ("The dam has held, an aide said Monday morning.", ["The dam has held"]),
    ("In an interview, she said, “we are fine.”", ["we are fine."]),
    # no verb behind a possessive of several, behind "let", nor of what was named before
    ("The team measured the guards’ stress responses, namely sweat.", []),
    ("Now, let me explain why the dam broke.", []),
    ("The keys of said house were lost, which was bad.", []),
    ("His claim that the dam was safe was wrong.", ["that the dam was safe"]),
    ("The guards' claims that it was wet are true.", ["that it was wet"]),
    (
        "One point, per the guards: The dam has gates, which leak.",
        ["The dam has gates, which leak"],
    ),
    # where it was said, in front of a plural or behind all
    ("Roe told Reuters in an interview prices would rise.", ["prices would rise"]),
    ("Roe told the BBC prices would rise.", ["prices would rise"]),
    ("Roe told the Lund Herald prices would rise.", ["prices would rise"]),
    ("Roe told the Senate committee prices would rise.", ["prices would rise"]),
    ("The court held that the law was void.", ["that the law was void"]),
    ("The court held that office until May.", []),
    (
        "Roe said it was safe, and the dam held that night.",
        ["it was safe, and the dam held that night"],
    ),
    ("The book, which comes out in May, is new.", []),
    ("Roe, who joined her on stage, left.", []),
    ("Roe told the BBC on Sunday prices would rise.", ["prices would rise"]),
    ("Roe said in a statement prices would rise.", ["prices would rise"]),
    ("Roe said the dam had held in a statement released on Monday.", ["the dam had held"]),
    ("Roe praised the plan at a news conference.", ["the plan"]),
    ("Roe said she had read it in the interview.", ["she had read it in the interview"]),
    ("Roe said a child was born in a boat.", ["a child was born in a boat"]),
    (
        "Roe said the talks failed because Vik, who leads the rebels, had not come.",
        ["the talks failed because Vik, who leads the rebels, had not come"],
    ),
    ("Roe met a man who said he saw a boat, which sank, and left.", ["he saw a boat"]),
    (
        "He told the Herald he was “not there yet” on the dam.",
        ["he was “not there yet” on the dam"],
    ),
    ("The dam has held, the University of Lund reported last week.", ["The dam has held"]),
    # to know is no verb of seeming
    ("Roe knew that the dam would hold.", ["that the dam would hold"]),
    # behind a verb of saying that is no telling stands its object
    ("Jon Vik, his chief of staff, urged a strong stand.", ["a strong stand"]),
    ("The plan for the dam was criticized by Vik.", ["The plan for the dam"]),
    # an object ends before what else happened: a day, a participle, an apposition
    ("The union endorsed Ana Roe in March after a vote of its members.", ["Ana Roe"]),
    ("The union endorsed Roe, giving a boost to her late campaign.", ["Roe"]),
    ("Roe criticized the plan, a rare step for her.", ["the plan"]),
    # a clause ends before a dash and `but`, and goes on with what its subject did, too
    ("Roe said the dam had held — but the road is gone for good now.", ["the dam had held"]),
    (
        "Roe said she met the council and asked for calm.",
        ["she met the council and asked for calm"],
    ),
    # or before a further verb of saying that has an opening of its own, or a denied one
    (
        "Roe said she would pay for the dam and vowed to stay.",
        ["she would pay for the dam", "to stay"],
    ),
    ("Roe said that she would leave but did not give a date.", ["that she would leave"]),
    ("Roe plans to mend the dam, a step nobody took before.", ["to mend the dam"]),
    ("The court ruled 6-3 that the dam was safe.", ["that the dam was safe"]),
    ("Roe has rejected calls to resign.", ["calls to resign"]),
    ("Work on the dam went on according to plan.", []),
    (
        "Roe stepped up her attacks on Vik, calling him “a gambler” and urging voters to stay.",
        ["Vik", "him “a gambler”", "voters to stay"],
    ),
    ("The dam has held, the army said on Monday — too late for many.", ["The dam has held"]),
    ("It went unseen: According to two polls, Roe has lost.", ["Roe has lost"]),
    ("Since last May, according to Roe, it has held.", ["Since last May", "it has held"]),
    ("Six in ten say they trust the dam.", ["they trust the dam"]),
    ("In Lund 47% say the dam is safe.", ["the dam is safe"]),
    ("He’s said they will mend it.", ["they will mend it"]),
    ("Lund police say it was an accident.", ["it was an accident"]),
    ("The dam was safe and would hold, Roe told her.", ["The dam was safe and would hold"]),
    ("After saying that the dam was safe, Roe left.", ["that the dam was safe"]),
    ("Lund Foods said damage to the dam had been great.", ["damage to the dam had been great"]),
    (
        "Roe said that the leak, related to its pumps, could spread.",
        ["that the leak, related to its pumps, could spread"],
    ),
    (
        "Roe said the man came in around 4 p.m. on Monday.",
        ["the man came in around 4 p.m. on Monday"],
    ),
    ("Roe said Vik, who led the board, offered help.", ["Vik, who led the board, offered help"]),
    ("“It will hold”, said Roe, “and we know it”.", ["It will hold", "and we know it"]),
    ("Roe, who rates the dam as “safe”, expects it to hold.", ["it to hold"]),
    (
        "Roe said while it was late, “we are all here and we will stay”.",
        ["while it was late, “we are all here and we will stay”"],
    ),
    ("Roe said, while smiling, “We are all here.”", ["We are all here."]),
    (
        "“We condemn it,” Roe told the board, calling it “a grave threat to peace”.",
        ["We condemn it,", "it “a grave threat to peace”"],
    ),
    ("The dam fell, the army said, hours after the flood began.", ["The dam fell"]),
    (
        "The boats will be sold, Roe said, adding that she would buy one.",
        ["The boats will be sold", "that she would buy one"],
    ),
    ("A dam fell, a guard said Monday during the board's session.", ["A dam fell"]),
    (
        "The board hit back at Vik over the dam, with Ana Roe saying that he lied.",
        ["Vik over the dam", "that he lied"],
    ),
    # two cues in one clause: the second ends the content of the first
    ("Roe praised the plan but warned that it was late.", ["the plan", "that it was late"]),
    ("The board welcomed the vote yet called for calm.", ["the vote", "calm"]),
    (
        "Roe condemned a raid that cut the road but spared it.",
        ["a raid that cut the road but spared it"],
    ),
    # a relative clause ends at the verb of whom it is about, and a verb of its own may follow
    ("The firm, which backs the plan, denied that it was late.", ["that it was late"]),
    (
        "Lund, which had condemned the plan but also criticised Vik, is shut.",
        ["the plan", "Vik"],
    ),
    (
        "The firm, which said the dam, built in 1990, was safe, left.",
        ["the dam, built in 1990, was safe"],
    ),
    ("Roe praised the plan but would not back it.", ["the plan"]),
    # behind an aside the verb of a clause is none that is known
    (
        "Police said that the men, who came on foot, torched the mill.",
        ["that the men, who came on foot, torched the mill"],
    ),
    (
        "Police said the men, armed with knives, torched the mill.",
        ["the men, armed with knives, torched the mill"],
    ),
    # who is told, and how somebody is named
    ("The dam was safe, Sol told press on Monday.", ["The dam was safe"]),
    ("An aide who asked not to be quoted by name said it was late.", ["it was late"]),
    # what is agreed with who speaks is not said
    ("An aide said on condition that he not be named that it was late.", ["that it was late"]),
    (
        "The group said in a statement posted on its website that its men had come.",
        ["that its men had come"],
    ),
    ("The mayor said in a post on X that talks had failed.", ["that talks had failed"]),
    ("The group said on its channel it had lost men.", ["it had lost men"]),
    ("The flood claimed twenty lives in the state.", []),
    ("He claimed lives were lost.", ["lives were lost"]),
    ("Nine people fled when suspected rebels came to Lund.", []),
    ("Consider supporting the Lund Herald.", []),
    (
        'Sol vowed that he "will not rest until we win." – Lund.org',
        ['that he "will not rest until we win."'],
    ),
    ("An aide who declined to be named said it was late.", ["it was late"]),
    ("It was late, said an aide on condition that she not be named.", ["It was late"]),
    ("A man stole it, the army alleged in a court filing unsealed Monday.", ["A man stole it"]),
    ("In May, Roe warned the board against it, because it was old.", ["it"]),
    ("The trial, which is expected to last until May, goes on.", ["which", "to last until May"]),
    ("Voters do not seem to.", []),
    # a semicolon, and another one's words, end what is said
    ("Roe said it was safe; it was not.", ["it was safe"]),
    (
        "Roe said it was safe, and a guard declined to comment.",
        ["it was safe", "to comment"],
    ),
    (
        "Roe said it was safe, and the mayor of Lund, Jon Vik, called for calm.",
        ["it was safe", "calm"],
    ),
    # a second verb of who speaks, and another share of those asked
    (
        "Roe said it was late for talks and urged drivers to wait.",
        ["it was late for talks", "drivers to wait"],
    ),
    (
        "Vik said robbers hid in the market and demanded cash.",
        ["robbers hid in the market and demanded cash"],
    ),
    ("Roe says it was a ruse and says she left.", ["it was a ruse", "she left"]),
    (
        "Three in 10 said they prefer Roe, but six in 10 said they want Vik.",
        ["they prefer Roe", "they want Vik"],
    ),
    ("Lund, Mar 3 (ABC) Rain fell on Friday, Roe said.", ["Rain fell on Friday"]),
    ("Roe told us that it was late: “We go.”", ["that it was late: “We go."]),
    ("Roe appealed to drivers to wait.", ["drivers to wait"]),
    ("Roe appealed to drivers for calm.", ["calm"]),
    ("Roe appealed to organised labour to wait.", ["organised labour to wait"]),
    ("Roe went on to say that it was late.", ["that it was late"]),
    ("The court rejected the plea and adjourned the case.", ["the plea"]),
    ("Roe criticised illegal mining, popularly known as drifting.", ["illegal mining"]),
    ("Roe demanded a probe, even as the board met.", ["a probe"]),
    ("As Roe pointed out last week, it was late.", ["it was late"]),
    ("Roe was quoted by Vik as saying that it was late.", ["that it was late"]),
    ("It was gathered that it was late.", ["that it was late"]),
    ("In a direct appeal to drivers, Roe waved.", []),
    ("The debunked claim that it fell is old.", []),
    ("Lund Steel shares slide as trade slows", []),
    ("Roe said it was safe, and the dam held.", ["it was safe, and the dam held"]),
    ("Roe rejected claims that the dam was old.", ["claims that the dam was old"]),
    ("A report titled “The Dam,” came out.", []),
    ("Ten percent oppose the plan.", ["the plan"]),
    # what a person had done may go on, where another speaks of it
    ("Her office said that she had fled and ordered a raid.", ["that she had fled"]),
    ("Her aide said she had fled and ordered a raid.", ["she had fled", "a raid"]),
    ("The board said it had met and ordered a probe.", ["it had met", "a probe"]),
    # a clause whose subject stands in front of the cue
    ("The dam, which guards say is old, holds.", ["which", "is old"]),
    ("The dam, which guards say is old, has held.", ["which", "is old"]),
    # an aside stands between somebody and what they are to do; an age ends no list
    (
        "Roe urged the board, which owns the dam, to mend it.",
        ["the board, which owns the dam, to mend it"],
    ),
    (
        "Roe called on Lund and Vik, which share the dam, to mend it.",
        ["Lund and Vik, which share the dam, to mend it"],
    ),
    ("Roe praised the board, which owns the dam.", ["the board"]),
    (
        "Police identified them as Jon Vik, 41, and Ana Roe, 29.",
        ["them as Jon Vik, 41, and Ana Roe, 29"],
    ),
    ("Roe praised Jon Vik, 41, and Ana Sol left.", ["Jon Vik, 41"]),
    ("Roe praised Jon Vik, 41, a baker.", ["Jon Vik, 41, a baker"]),
    ("Roe praised the plan of May 3, a day too late.", ["the plan of May 3"]),
    ("They adopted a plan that would cost much.", []),
    ("No group has claimed responsibility for the blast.", []),
    ("No one said that the dam was safe.", []),
    ("None of the guards said: “It holds.”", []),
    ("Neither man claimed that it would hold.", []),
    ("No fewer than ten drivers said it was old.", ["it was old"]),
    ("The board did not respond to a request for comment.", []),
    ("The board responded to the plan with anger.", ["the plan with anger"]),
    ("Lund attack kills 14 in Vik", []),
    # a name that a sentence of telling ends with is whom it was told
    ("The dam has held, Inspector (north) Roe told the Herald.", ["The dam has held"]),
    ("The dam has held, Roe told a press conference on Monday.", ["The dam has held"]),
    ("Roe told the Herald.", []),
    ("Roe told a joke.", ["a joke"]),
    ("Roe told aides on a conference call that the dam had held.", ["that the dam had held"]),
    ("The bureau estimated in May that the dam would hold.", ["that the dam would hold"]),
    ("The court, meanwhile, asked the city to mend the dam.", ["the city to mend the dam"]),
    ("The council, in a press statement, rejected the plan.", ["the plan"]),
    ("Roe accused Varn forces of hiding rust.", ["hiding rust"]),
    ("Asked whether the dam was safe, Roe said it was.", ["whether the dam was safe", "it was"]),
    ("Roe apprised the board that the dam was old.", ["that the dam was old"]),
    (
        "Roe directed the officers concerned to mend the dam.",
        ["the officers concerned to mend the dam"],
    ),
    ("Roe, 34, denies murder.", ["murder"]),
    ("Roe said she will not come, dealing a blow to Vik.", ["she will not come"]),
    ("Roe insisted the dam was safe, without giving details.", ["the dam was safe"]),
    (
        "Police said Roe’s father, in a complaint, alleged that it fell.",
        ["Roe’s father, in a complaint, alleged that it fell"],
    ),
    ("Roe called the plea “absurd” on Monday.", ["the plea “absurd”"]),
    ("When they call it “safe”, I am reminded of Roe.", ["it “safe”"]),
]

BESIDE = [
    (
        "Roe said it was late and said, “We are going home now.”",
        ["it was late", "We are going home now."],
    ),
    ("Roe said it was late but added, “We shall be back.”", ["it was late", "We shall be back."]),
    (
        "Roe said it was late, to which Vik replied: “It always is.”",
        ["it was late", "It always is."],
    ),
    (
        "Roe said that once the rain stops, “we can start to mend it.”",
        ["that once the rain stops, “we can start to mend it.”"],
    ),
    (
        "Roe said she had heard a voice that said “the dam is about to go down.”",
        ["she had heard a voice that said “the dam is about to go down.”"],
    ),
    (
        "Roe said that she told one guard, “You must leave at once.”",
        ["that she told one guard, “You must leave at once.”"],
    ),
    ("Roe said she woke and saw “a fire”.", ["she woke and saw “a fire”"]),
    (
        "Roe said she hid and heard a man shout: “Come out.”",
        ["she hid and heard a man shout: “Come out.”"],
    ),
    ("LUND (AP) — “It was late at night,” Roe said.", ["It was late at night,"]),
    ("Roe praised the crew: “They held it,” she said.", ["the crew", "They held it,"]),
]
"""Reported content and direct speech in one sentence: parted, or one within the other."""

GAPS = [
    (
        "The wall, which Roe said the state should pay for, has fallen.",
        ["which", "the state should pay for"],
    ),
    ("It was a step Roe said would end the war.", ["a step", "would end the war"]),
    ("The law, which she argued seeks a balance, is old.", ["which", "seeks a balance"]),
    ("The only error he admitted was a delay.", ["The only error", "was a delay"]),
    ("His latest remarks will not help.", []),
]
"""What a clause is about, in front of who says it."""


@pytest.mark.parametrize(("text", "contents"), CONTENTS + BESIDE + GAPS)
def test_content_is_what_is_said(text: str, contents: list[str]) -> None:
    (result,) = _pipeline().run([text], segment=False)
    assert [span.of(text) for quote in result.quotes for span in quote.spans] == contents
