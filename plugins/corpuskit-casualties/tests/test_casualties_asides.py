"""Victims told of apart from their verb: asides, shared articles, hospitals, parts, places."""

from __future__ import annotations

import pytest

from corpuskit import Pipeline
from corpuskit_casualties import Casualties
from corpuskit_casualties.describe import describe

PIPELINE = Pipeline([Casualties()], strict=True)


def found(text: str) -> list[str]:
    (result,) = PIPELINE.run([text], segment=False)
    return [describe(casualty) for casualty in result.casualties]


@pytest.mark.parametrize(
    "aside",
    [
        "Ana Roe",
        "Ana Roe, 51",
        "Ana Roe, 51, of Velm",
        "Ana R. Roe, 51, of Velm",
        "51",
        "aged 51",
        "a 48-year-old woman",
        "a 48-year-old woman from Velm",
        "the mayor's sister",
        "a mother of two",
        "identified as Ana Roe",
        "believed to be in her 30s",
        "who wore no helmet",
        "police said",
    ],
)
def test_a_single_victim_is_told_once_whatever_says_who_it_is(aside):
    assert found(f"A cyclist, {aside}, was killed near Oru.") == ["killed 1 cyclist"]
    assert found(f"The driver, {aside}, died on Monday.") == ["killed 1 driver"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Roe, the mayor of Velm, was shot dead.", ["killed 1 Ana Roe"]),
        ("Ana Roe, 51, of Velm, was shot dead.", ["killed 1 Ana Roe"]),
        ("The driver of the van, a man of 51, was killed.", ["killed 1 driver"]),
        ("The actor, a father of two, died on Monday.", []),
        ("The judge, a father of two, died at the scene.", ["killed 1 judge"]),
        ("The driver, a friend of the two, was not hurt.", []),
        ("The bill, a ban on guns, was killed.", []),
        ("The pilot and co-pilot were killed.", ["killed 1 pilot", "killed 1 co-pilot"]),
        ("The singer and actor died on Monday.", []),
        ("A father and son drowned.", ["killed 1 father", "killed 1 son"]),
        ("He lost his wife and two sons.", ["killed 1 wife", "killed 2 sons"]),
        ("The firm lost its chairman and two clerks.", []),
        ("The crash sent six people to hospital.", ["wounded 6 people"]),
        ("The town sent six doctors to the hospital.", []),
        ("Six men were taken to Velm General Hospital.", ["wounded 6 men"]),
        ("Six men were taken to Velm.", []),
        ("Deaths: 9 (4 men, 5 women)", ["killed 9", "killed 4 men", "killed 5 women"]),
        ("Velm had 12 deaths, Old Oru nine and Bresk four.", ["killed 12", "killed 9", "killed 4"]),
        ("A toll of 51 was revised to 44.", ["killed 44"]),
        ("Twelve died and nine were never found.", ["killed 12", "missing 9"]),
        ("On Jan. 3, Ana and Jon Roe, both 71, were killed.", []),
        ("In Sept. 40 people were killed.", ["killed 40 people"]),
        ("A Velm couple was killed.", ["killed 2 couple"]),
        ("Six Danes and a Polish couple drowned.", ["killed 6 Danes", "killed 2 couple"]),
        ("Of the dead, nine were boys and two were girls.", ["killed 9", "killed 2"]),
        ("Nine bodies were brought in, two of them boys.", ["killed 9 bodies", "killed 2 boys"]),
        ("It brought the number of civilian deaths to 412.", ["killed 412"]),
        ("They gave the number of dead as 14.", ["killed 14"]),
        ("Killed: 61,500 (+870)", ["killed 61500"]),
        ("One of the injured breathed his last.", ["killed 1 injured"]),
        ("The poet breathed his last.", []),
    ],
)
def test_victims(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("whole", ["31 killed", "31 dead", "31 people killed"])
def test_those_among_a_count_are_a_part_of_it(whole):
    (result,) = PIPELINE.run([f"Among the {whole} were nine boys and two nurses."], segment=False)
    assert [(one.low, one.scope) for one in result.casualties] == [
        (31, "event"),
        (9, "part"),
        (2, "part"),
    ]
