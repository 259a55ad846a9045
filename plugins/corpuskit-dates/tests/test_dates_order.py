"""Dates: where in its sentence a time stands changes no value; the words around it tell it."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from corpuskit import Pipeline, Source
from corpuskit_dates import Dates

_P = dt.date(2024, 3, 20)  # a Wednesday
_PIPELINE = Pipeline([Dates()])


def _values(text: str, published: dt.date = _P) -> list[tuple[str, str | None, str | None]]:
    (result,) = _PIPELINE.run([Source(raw=text, published=published)], segment=False)
    assert not result.failures
    return [(mention.type, mention.value, mention.mod) for mention in result.dates]


SUBJECTS = ("The council", "Mayor Ada Quill", "Tom Reed, 46,", "The firm, which makes pumps,")
PAST = (
    "voted to shut the mill",
    "was told to leave Karn",
    "put the plan to a vote",
    "took the case to court",
    "gave aid to victims",
    "could not be reached",
    "won the contested seat",
    "went ahead as planned",
    "let the ground work begin as previously planned",
)
FUTURE = (
    "will meet",
    "won\u2019t vote",
    "is likely to cement its lead and put it out of reach",
    "would set the stage for a contested poll",
    "is set to leave",
    "is leaving for Karn",
)
DAYS = (("on Friday", 5), ("Monday", 1), ("on the 12th", 0))


def _told(verb: str, weekday: int) -> str:
    if not weekday:
        return "2024-03-12" if verb in PAST else "2024-04-12"
    ahead = (weekday - _P.isoweekday()) % 7
    return (_P + dt.timedelta(ahead - 7 * (verb in PAST))).isoformat()


@pytest.mark.parametrize("verb", PAST + FUTURE)
@pytest.mark.parametrize(("day", "weekday"), DAYS)
def test_a_day_stands_behind_its_verb_or_first(verb: str, day: str, weekday: int) -> None:
    want = [("DATE", _told(verb, weekday), None)]
    first = day[0].upper() + day[1:]
    for subject in SUBJECTS:
        said = f"{subject} {verb}"
        assert _values(f"{said} {day}.") == want, said
        assert _values(f"{first}, {said}.") == want, said
        assert _values(f"{said} {day}.".upper()) == want, said
        assert _values(f"It rained. {said} {day}, and it was dry.") == want, said
    if not (verb.startswith("put") and day.endswith("th")):  # "the 12th put" may be a throw
        assert _values(f"The council {day} {verb}.") == want
    assert _values(f"The council, {day}, {verb}.") == want


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They will meet if it rains on Friday.", "2024-03-22"),
        ("She is ahead if he is the nominee in November.", "2024-11"),
        ("They may sue if a rival is elected in November.", "2024-11"),
        ("If Friday\u2019s vote failed, they said nothing.", "2024-03-15"),
        ("He asked if she knew on Friday.", "2024-03-15"),
        ("If life is a test, January has been hard.", "2024-01"),
        ("On Nov. 6, Velm, which said it was late, plans to vote.", "2024-11-06"),
        ("Until Thursday, they had not named him.", "2024-03-14"),
        ("UNTIL THURSDAY, THEY HAD NOT NAMED HIM.", "2024-03-14"),
        ("Those arrested on Friday will be freed.", "2024-03-15"),
        ("It fell to 44 percent, from 54 percent in July.", "2023-07"),
        ("It moved to tighten its pay-to-play rules in July.", "2024-07"),
        ("The bank has extended up to $90 million in loans through July.", "2024-07"),
        ("They have put it off; on Friday they didn\u2019t vote.", "2024-03-15"),
    ],
)
def test_verbs_about_a_day(text: str, value: str) -> None:
    assert [found for _, found, _ in _values(text)] == [value]


def test_one_figure_said_in_several_ways() -> None:
    for one, two in itertools.pairwise(("July 31", "31 July", "31st July", "July 31st")):
        text = "In the quarter ended {}, it fell."
        assert _values(text.format(one)) == _values(text.format(two))
    for day in ("Nov. 9", "9 November", "the 9th of November"):
        assert _values(f"It will end at 5 p.m. EST on {day}.") == [
            ("TIME", "2024-11-09T17:00", None)
        ]


def test_a_zone_that_is_a_word_stands_in_capitals() -> None:
    page = "Soup recipes 23 October 2025\nEat well"
    assert _values(page) == [("DATE", "2025-10-23", None)]
    assert _values("It began at 10:30 EAT on Monday.") == [("TIME", "2024-03-18T10:30", None)]
