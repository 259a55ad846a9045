"""Counts, people, verbs, places and times put together: none of them may undo another."""

from __future__ import annotations

import itertools

import pytest

from corpuskit import Pipeline
from corpuskit_casualties import Casualties

PIPELINE = Pipeline([Casualties()], strict=True)
COUNTS = {  # as told: lowest, highest
    "seven": (7, 7),
    "at least 12": (12, None),
    "more than 140": (140, None),
    "over nine": (9, None),
    "up to five": (None, 5),
    "nearly 31": (31, 31),
    "fewer than 20": (None, 20),
    "no fewer than eleven": (11, None),
    "an estimated 1,200": (1200, 1200),
}
PEOPLE = ("soldiers", "villagers", "schoolchildren", "police officers", "aid workers", "locals")
WHEN = (
    "on Monday",
    "last week",
    "late on Friday",
    "early Tuesday",
    "overnight",
    "over the weekend",
    "",
)
SOURCES = (", police said.", ", according to the clinic.", ".")

# {n} and {m} are counts, {v} are people, {t} is a time
ONE = {
    "{n} {v} were killed in a landslide near Karn {t}": "killed",
    "{n} {v} lost their lives in a bus crash {t}": "killed",
    "Gunmen shot dead {n} {v} near Karn {t}": "killed",
    "A fire near the market claimed the lives of {n} {v} {t}": "killed",
    "A fire near the market cost {n} {v} their lives {t}": "killed",
    "The death toll from a raid in the Kuru area of Belo State rose to {n} {t}": "killed",
    "The bodies of {n} {v} were found near Karn {t}": "killed",
    "{n} {v} sustained injuries in a stampede {t}": "wounded",
    "A bomb in Karn wounded {n} {v} {t}": "wounded",
    "{n} {v} are still missing after a flood {t}": "missing",
    "{n} {v} have not been found after a flood {t}": "missing",
    "Rebels took hostage {n} {v} near Karn {t}": "captured",
    "{n} {v} were snatched near Karn {t}": "captured",
    "{n} {v} were seized near Karn {t}": "captured",
}
TWO = (
    "A bomb in Karn killed {n} {v} and injured {m} {t}",
    "A bomb in Karn killed {n} {v} and left {m} wounded {t}",
    "A bomb in Karn killed {n} {v} and hurt {m} others {t}",
    "A blast hit a crowd {t}, killing {n} {v} and wounding {m} more",
    "{n} {v} were killed and {m} injured in clashes near Karn {t}",
    "{n} {v} died while {m} others suffered burns in a fire {t}",
)


def found(sentence: str) -> list[tuple[str, int | None, int | None]]:
    (result,) = PIPELINE.run([sentence[0].upper() + sentence[1:]], segment=False)
    return [(count.kind, count.low, count.high) for count in result.casualties]


def tellings(frame: str, **more: str) -> list[tuple[str, str]]:
    """The sentence of a frame for each count, people, times and sources taking turns."""
    turns = zip(itertools.cycle(PEOPLE), itertools.cycle(WHEN), itertools.cycle(SOURCES))
    return [
        (count, frame.format(n=count, v=people, t=when, **more).rstrip() + source)
        for count in COUNTS
        for people, when, source in itertools.islice(turns, len(PEOPLE) + 1)
    ]


@pytest.mark.parametrize(("frame", "kind"), ONE.items())
def test_one_count(frame: str, kind: str) -> None:
    wrong = {s: got for c, s in tellings(frame) if (got := found(s)) != [(kind, *COUNTS[c])]}
    assert not wrong


@pytest.mark.parametrize("frame", TWO)
@pytest.mark.parametrize("second", COUNTS)
def test_two_counts(frame: str, second: str) -> None:
    wounded = ("wounded", *COUNTS[second])
    wrong = {
        sentence: got
        for first, sentence in tellings(frame, m=second)
        if (got := found(sentence)) != [("killed", *COUNTS[first]), wounded]
    }
    assert not wrong


RARE = "locksmiths stonemasons fishmongers shipwrights puppeteers goatherders croupiers pallbearers"


@pytest.mark.parametrize("who", RARE.split())
@pytest.mark.parametrize(
    "told",
    ["The bodies of four {} were found.", "Four {} are missing.", "Among the dead were four {}."],
)
def test_rare_occupations_are_people(told, who):
    (result,) = PIPELINE.run([told.format(who)], segment=False)
    assert [(one.low, one.high) for one in result.casualties] == [(4, 4)]
