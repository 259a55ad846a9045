"""The count grammar: words to low, best, high; and the numbers that are no counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuskit import Pipeline
from corpuskit_casualties import Casualties

PIPELINE = Pipeline([Casualties()], strict=True)


def counts(text):
    (result,) = PIPELINE.run([text], segment=False)
    return [(c.low, c.best, c.high, c.approx, c.vague) for c in result.casualties]


TABLE = [
    ("7 people", (7, 7, 7, False, None)),
    ("seven people", (7, 7, 7, False, None)),
    ("1,204 people", (1204, 1204, 1204, False, None)),
    ("twenty-three people", (23, 23, 23, False, None)),
    ("two hundred and five people", (205, 205, 205, False, None)),
    ("1.5 million people", (1_500_000, 1_500_000, 1_500_000, False, None)),
    ("2 lakh people", (200_000, 200_000, 200_000, False, None)),
    ("a dozen people", (12, 12, 12, False, None)),
    ("two dozen people", (24, 24, 24, False, None)),
    ("half a dozen people", (6, 6, 6, False, None)),
    ("a couple of people", (2, 2, 2, False, None)),
    ("several people", (3, None, None, False, "several")),
    ("several dozen people", (24, None, None, False, "several dozen")),
    ("dozens of people", (24, None, None, False, "dozens")),
    ("scores of people", (40, None, None, False, "scores")),
    ("hundreds of people", (200, None, None, False, "hundreds")),
    ("tens of thousands of people", (20_000, None, None, False, "tens of thousands")),
    ("numerous people", (4, None, None, False, "numerous")),
    ("many people", (2, None, None, False, "many")),
    ("at least 7 people", (7, 7, None, False, None)),
    ("no fewer than 7 people", (7, 7, None, False, None)),
    ("7 or more people", (7, 7, None, False, None)),
    ("7+ people", (7, 7, None, False, None)),
    ("more than 7 people", (7, 7, None, False, None)),
    ("over 7 people", (7, 7, None, False, None)),
    ("at least another 7 people", (7, 7, None, False, None)),
    ("up to 7 people", (None, None, 7, False, None)),
    ("as many as 7 people", (7, 7, 7, True, None)),
    ("fewer than 7 people", (None, None, 7, False, None)),
    ("about 7 people", (7, 7, 7, True, None)),
    ("some 70 people", (70, 70, 70, True, None)),
    ("nearly 70 people", (70, 70, 70, True, None)),
    ("an estimated 70 people", (70, 70, 70, True, None)),
    ("70 or so people", (70, 70, 70, True, None)),
    ("between 10 and 15 people", (10, None, 15, False, None)),
    ("10-15 people", (10, None, 15, False, None)),
    ("10 to 15 people", (10, None, 15, False, None)),
    ("1,000-1,500 people", (1000, None, 1500, False, None)),
    ("between 1,000\u20131,500 people", (1000, None, 1500, False, None)),
    ("from 1,000 to 1,500 people", (1000, None, 1500, False, None)),
    ("five (5) people", (5, 5, 5, False, None)),
    ("twenty-three (23) people", (23, 23, 23, False, None)),
    ("in January 40 people", (40, 40, 40, False, None)),
    ("in March 12 people", (12, 12, 12, False, None)),
    ("by March 1,200 people", (1200, 1200, 1200, False, None)),
    ("three brothers, 7, 9 and 11,", (3, 3, 3, False, None)),
    ("three or four people", (3, None, 4, False, None)),
    ("no people", (0, 0, 0, False, None)),
    ("no one", (0, 0, 0, False, None)),
    ("none of the passengers", (0, 0, 0, False, None)),
    ("neither of the people", (0, 0, 0, False, None)),
    ("two of the seven people", (2, 2, 2, False, None)),
    ("all but three of the 40 people", (37, 37, 37, False, None)),
    ("all except one of the 8 people", (7, 7, 7, False, None)),
    ("one of the people", (1, 1, 1, False, None)),
    ("both people", (2, 2, 2, False, None)),
    ("another seven", (7, 7, 7, False, None)),
    ("a total of 7 people", (7, 7, 7, False, None)),
]


@pytest.mark.parametrize(("phrase", "expected"), TABLE, ids=[phrase for phrase, _ in TABLE])
@pytest.mark.parametrize("case", [str, str.upper], ids=["as is", "upper"])
def test_count(phrase, expected, case):
    verb = "was" if expected[0] == 1 else "were"
    text = case(f"{phrase[0].upper()}{phrase[1:]} {verb} killed in Velm.")
    assert counts(text) == [expected]


OVER = [
    ("The rebels handed over eight captured guards.", 8),
    ("They turned over 40 captured guards.", 40),
    ("The rebels took over two injured guards.", 2),
    ("They took over 50 injured guards to Oru.", None),
    ("They killed over eight guards.", None),
    ("The blast left over 200 dead.", None),
]


@pytest.mark.parametrize(("text", "high"), OVER)
def test_over_can_belong_to_the_verb(text, high):
    assert [count[2] for count in counts(text)] == [high]


NO_COUNT = [
    "They were killed on 12 April.",
    "They were killed in 1987.",
    "They were killed at 1620.",
    "Ana Roe, 46, was hurt.",
    "An officer, aged 46, shouted: the dead!",
    "Brother and sister, aged 7, 9 and 11 were killed.",
    "40 per cent of the deaths went untold.",
    "$12 million was killed off.",
    "the 45 - year - old wounded",
    "Flight 103 is missing.",
    "so many were killed",
    "all but two of the crew were killed",
    "all but a handful of the 200 guests were killed",
]


@pytest.mark.parametrize("text", NO_COUNT)
def test_no_count(text):
    assert [c for c in counts(text) if c != (1, 1, 1, False, None)] == []


@given(st.integers(2, 10**7))
def test_a_figure_is_its_value(number):
    assert counts(f"{number:,} people were wounded.") == [(number,) * 3 + (False, None)]
    if number < 1000:
        assert counts(f"at least {number} people were wounded.")[0][:3] == (number, number, None)
