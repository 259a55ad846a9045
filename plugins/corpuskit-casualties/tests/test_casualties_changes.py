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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("There were nine farmers among the dead.", [("killed", 9, 9, "farmers")]),
        ("The number of farmers killed rose to nine.", [("killed", 9, 9, "farmers")]),
        ("The war left 2000 dead.", [("killed", 2000, 2000, None)]),
        ("Upwards of 40 farmers were killed.", [("killed", 40, None, "farmers")]),
        ("A 24-year-old was killed.", [("killed", 1, 1, "24-year-old")]),
        ("The deaths of nine Karnese shocked the town.", [("killed", 9, 9, "Karnese")]),
        ("A 24-year-old bridge was hurt.", []),
        ("A farmer, police said, was not killed.", []),
        ("A farmer, police said, said he was hurt.", []),
    ],
)
def test_forms(sentence: str, expected: list[tuple[str, int, int | None, str]]):
    assert told(sentence) == expected
