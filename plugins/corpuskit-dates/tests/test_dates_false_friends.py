"""What looks like a time and is none."""

from __future__ import annotations

import datetime as dt

import pytest

from corpuskit import Pipeline, Source
from corpuskit_dates import Dates


@pytest.fixture(scope="module")
def values():
    pipeline = Pipeline([Dates()], strict=True)

    def values(text):
        source = Source(raw=text, published=dt.date(2024, 3, 20))
        (result,) = pipeline.run([source], segment=False)
        return [d.value for d in result.dates]

    return values


@pytest.mark.parametrize(
    "text",
    [
        "It may rain and they may march on the palace.",
        "May said that she would not go.",
        "May Hollis and June Tarrant met April Stone.",
        "They joined the annual March for Bread.",
        "The second suspect and a second-half goal.",
        "The sun rose as they sat down; she wed him.",
        "It costs $15, $2,024 and €1999.",
        "The 13th round of talks ended.",
        "They won 3-1, 21-14 and 7-5.",
        "A 34-year-old man, aged 52 years, and a boy of 7.",
        "They were 40 years old, the dog 3 months old.",
        "An eighteen-year old sailor.",
        "A week-old baby and the decade-old law.",
        "He played in Weeks 14-16; they sold Windows Server 2012.",
        "A man in his mid-30s.",
        "Call 555-1234 or +44 1632 960983.",
        "The Harrier 15, the F-16 and Model 2000.",
        "Since the 9/11 attacks guards stand here.",
        "About 2000 people and 1,999 soldiers came.",
        "Nearly 2024 villagers fled.",
        "Room 2001, Resolution 1973, Article 370.",
        "The Gambler-2026 drill ended.",
        "The ratio is 10:1, the verse 3:16.",
        "The address 192.168.10.12 was blocked.",
        "Version 10.2.1 is out.",
        "The fall of the city; they fall back; a spring in his step.",
        "Three quarters of the town, half of the men.",
        "She scored in the third quarter of the match.",
        "He led in the second half after two goals.",
        "They were strong in the third quarter. The coach praised his team for two touchdowns; "
        "the quarterback threw for 205 yards.",
        "The Daily Mail and the Morning Star.",
        "They leave as soon as they can; it soon became clear.",
        "Seven flights a week at $2 million a year.",
        "The clinic is open 24 hours a day.",
        "Black Friday and Bloody Sunday are names.",
        "It will be mended on Patch Tuesday, he told the Mail on Sunday.",
        "The present and the past president.",
        "He told Radio Norvale This Morning that the siege ended.",
        "She sang on Norvale Tonight about those who stayed.",
        "A fiscal year has four parts.",
        "Two zero-days were found in it.",
        "They sold a quarter of the farm, then another quarter.",
        "The statues of Easter Island, says USA Today.",
    ],
)
def test_no_time(values, text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [  # their near neighbours, which are
        ("In May it rained.", ["2023-05"]),
        ("The May vote.", ["2023-05"]),
        ("The Sept. 11, 2001, attacks.", ["2001-09-11"]),
        ("The second quarter was weak.", ["2023-Q2"]),
        ("In post-2001 politics.", ["2001"]),
        ("In mid-2001 it rained.", ["2001"]),
        ("Much was lost in 2000.", ["2000"]),
        ("Last fall it rained.", ["2023-FA"]),
        ("A five-year plan.", ["P5Y"]),
        ("The team said second-quarter profit fell.", ["2023-Q2"]),
        ("It lasts a year.", ["P1Y"]),
        ("THE ARMY LEFT THIS MORNING.", ["2024-03-20TMO"]),
        ("Norvale Mayor Quits Last Night", ["2024-03-19TNI"]),
        ("At Easter it rained.", ["2024-03-31"]),
    ],
)
def test_a_time(values, text, wanted):
    assert values(text) == wanted


def test_why_it_was_turned_down_is_told():
    text = "A man in his mid-30s."
    rejections = []
    pipeline = Pipeline([Dates()], strict=True)
    list(pipeline.run([Source(raw=text)], segment=False, rejections=rejections))
    rejection = rejections[0]
    assert rejection.span.of(text) == "mid-30s"
    assert (rejection.rule, rejection.plugin) == ("dates.decade", "dates")
