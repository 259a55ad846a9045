"""One count told in many ways: its kind, range and victims are the same in all of them."""

from __future__ import annotations

import pytest

import corpuskit

TIMES = (
    "on Monday", "Monday", "last night", "late on Monday", "early Monday", "on 3 May",
    "on May 3, 2030,", "in 2030", "on Monday night",
)  # fmt: skip
ASIDES = ("police said", "according to police", "the army said on Monday", "officials say")


def told(sentence: str) -> list[tuple[str, int | None, int | None, str | None]]:
    (result,) = corpuskit.extract(sentence, segment=False, layers=[corpuskit.Casualty])
    return [(one.kind, one.low, one.high, one.who) for one in result.casualties]


@pytest.mark.parametrize("time", TIMES)
@pytest.mark.parametrize(
    ("count", "low", "high"),
    [("Nine farmers", 9, 9), ("At least 12 farmers", 12, None), ("A farmer", 1, 1)],
)
def test_times(count: str, low: int, high: int | None, time: str):
    be = "was" if low == 1 else "were"
    expected = [("killed", low, high, count.split()[-1])]
    assert told(f"{count} {be} {time} killed.") == expected
    assert told(f"{count} {be} killed {time.rstrip(',')}.") == expected
    if low > 1:
        assert told(f"{count} {time} died.") == expected
        assert told(f"{count} {time.rstrip(',')} died.") == expected


@pytest.mark.parametrize("aside", ASIDES)
@pytest.mark.parametrize("count", ["Nine farmers", "A farmer", "Up to 12 farmers"])
def test_asides(count: str, aside: str):
    be = "was" if count == "A farmer" else "were"
    expected = told(f"{count} {be} killed.")
    assert len(expected) == 1
    assert told(f"{count} {be}, {aside}, killed.") == expected
    assert told(f"{count}, {aside}, {be} killed.") == expected
    assert told(f"{count} {be} killed, {aside}.") == expected


SINGLE = [  # an article, a headline without one
    ("A farmer was killed in an Oru blast.", "Farmer killed in Oru blast"),
    ("A young farmer was killed in an Oru blast.", "Young farmer killed in Oru blast"),
    ("A farmer died in an Oru blast.", "Farmer dies in Oru blast"),
    ("A boy drowned near Oru.", "Boy, 5, drowns near Oru"),
    ("A blast killed a farmer in Oru.", "Blast kills farmer in Oru"),
    ("A blast killed a guard and hurt nine clerks.", "Blast kills guard, hurts nine clerks"),
    ("Police killed a suspect in Oru.", "Police kill suspect in Oru"),
    ("Gunmen killed a mayor and two guards.", "Gunmen kill mayor, two guards"),
    ("A fire killed a mother and a son.", "Fire kills mother and son"),
    ("Rebels kidnapped a nurse near Oru.", "Rebels kidnap nurse near Oru"),
    ("A man was found dead in Oru.", "Man found dead in Oru"),
    ("A hiker is missing near Oru.", "Hiker missing near Oru"),
    ("Thousands fled Oru.", "Thousands flee Oru"),
    ("The death of a boy led to riots.", "Riots after death of boy"),
]


@pytest.mark.parametrize(("sentence", "headline"), SINGLE)
def test_headlines_leave_articles_out(sentence: str, headline: str):
    found = [(kind, low, high, (who or "").lower()) for kind, low, high, who in told(headline)]
    assert found == [(kind, low, high, who or "") for kind, low, high, who in told(sentence)] != []


@pytest.mark.parametrize(
    "headline",
    [
        "Singer dies at 88", "Actor dies on stage", "Woman dies her hair", "Captain hurt by defeat",
        "Striker missing for final", "Villain killed off in soap", "Camera captures thief in Oru",
        "New film: Son kills father", "Frost kills farmer vote", "How to kill farmer",
        "Who kills mother? asks new play", "Rebels may kill priest",
        "Vigil for teen killed in raid", "Vigil for slain teen killed in raid",
    ],
)  # fmt: skip
def test_headlines_of_no_victim(headline: str):
    assert told(headline) == []


@pytest.mark.parametrize("whole", ["31 killed", "the 31 people killed", "the 31 dead", "31 dead"])
def test_parts_of_a_whole(whole: str):
    parts = [("killed", 9, 9), ("killed", 31, 31)]
    sentences = [f"Nine boys were among {whole}."]
    if whole.startswith("the"):
        sentences.append(f"Nine of {whole} were boys.")
    for sentence in sentences:
        assert [one[:3] for one in told(sentence)] == parts


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The death of a farmer shocked Oru.", [("killed", 1, 1, "farmer")]),
        ("Two divers are feared missing.", [("missing", 2, 2, "divers")]),
        ("Two divers are feared dead.", []),
        ("Nine clerks were nearly killed.", []),
        ("In her novel, a butler kills nine guests.", []),
        ("Dozens of women and boys were killed.", [("killed", 24, None, "women")]),
        ("Nine families had to flee.", [("displaced", 9, 9, "families")]),
        ("Nine families may have to flee.", []),
        ("There were nine farmers among the dead.", [("killed", 9, 9, "farmers")]),
        ("The number of farmers killed rose to nine.", [("killed", 9, 9, "farmers")]),
        ("The war left 2000 dead.", [("killed", 2000, 2000, None)]),
        ("Upwards of 40 farmers were killed.", [("killed", 40, None, "farmers")]),
        ("On July 28, 2004 Ivo Roe was killed.", [("killed", 1, 1, "Ivo Roe")]),
        ("On July 28, 2004 civilians were killed.", [("killed", 2, None, "civilians")]),
        ("Two men were pulled from a car and beaten to death.", [("killed", 2, 2, "men")]),
        ("Nine rebels killed according to the army.", [("killed", 9, 9, "rebels")]),
        ("One woman (56) injured by shrapnel.", [("wounded", 1, 1, "woman")]),
        ("The raid left scores of them dead.", [("killed", 40, None, "them")]),
        ("A mine claimed the life of a boy.", [("killed", 1, 1, "boy")]),
        ("12 of the 60 deaths were in Oru.", [("killed", 12, 12, None), ("killed", 60, 60, None)]),
        ("Losses of the enemy were heavy.", []),
        ("Two of his brothers died in infancy.", []),
        ("On 28 July 2004 civilians were killed.", [("killed", 2, None, "civilians")]),
        ("In July 2004 civilians were killed.", [("killed", 2, None, "civilians")]),
        ("On 28 July 2,004 civilians were killed.", [("killed", 2004, 2004, "civilians")]),
        ("On July 28, 204 civilians were killed.", [("killed", 204, 204, "civilians")]),
        ("A 24-year-old was killed.", [("killed", 1, 1, "24-year-old")]),
        ("The deaths of nine Karnese shocked the town.", [("killed", 9, 9, "Karnese")]),
        ("Soldiers dug for 11 men still listed as missing.", [("missing", 11, 11, "men")]),
        ("Soldiers looked for 11 men believed killed.", [("killed", 11, 11, "men")]),
        ("A guard who had been shot in the head died.", [("killed", 1, 1, "guard")]),
        ("A guard who was known to all died.", []),
        (
            "Nine rebels, including a chief of the Velm Front, and a clerk were killed.",
            [
                ("killed", 9, 9, "rebels"),
                ("killed", 1, 1, "chief"),
                ("killed", 1, 1, "clerk"),
            ],
        ),
        ("A guard who was 90 died.", [("killed", 1, 1, "guard")]),
        ("A 24-year-old bridge was hurt.", []),
        ("A farmer, police said, was not killed.", []),
        ("A farmer, police said, said he was hurt.", []),
    ],
)
def test_forms(sentence: str, expected: list[tuple[str, int, int | None, str]]):
    assert told(sentence) == expected
