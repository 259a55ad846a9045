"""A day that stands apart from its time or beside an event, and logs headed by their days."""

from __future__ import annotations

import datetime as dt

import pytest

from corpuskit import Pipeline, Source
from corpuskit_dates import Dates

PIPELINE = Pipeline([Dates()], strict=True)
WEDNESDAY = dt.date(2024, 3, 20)


def values(text: str) -> list[str | None]:
    (result,) = PIPELINE.run([Source(raw=text, published=WEDNESDAY)], segment=False)
    return [date.value for date in result.dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It will be held at 6 p.m. in Orrin Park on Friday.", ["2024-03-22T18:00", "2024-03-22"]),
        ("It is at 11 a.m. at St. Ode's Church on Friday.", ["2024-03-22T11:00", "2024-03-22"]),
        ("They met at 7 p.m. in the hall on March 9.", ["2024-03-09T19:00", "2024-03-09"]),
        ("Police came at 9.40pm to a house in Velm on Monday.", ["2024-03-18T21:40", "2024-03-18"]),
        ("A 7 p.m. meeting Tuesday drew hundreds.", ["2024-03-19T19:00", "2024-03-19"]),
        ("The 9.15pm from Port Velm yesterday was late.", ["2024-03-19T21:15", "2024-03-19"]),
        ("They left at 6 p.m. for talks on Friday.", ["2024-03-20T18:00", "2024-03-15"]),
        ("They met at 6 p.m. and on Friday they left.", ["2024-03-20T18:00", "2024-03-15"]),
        ("They sat at 6 p.m. in rooms hired on Friday.", ["2024-03-20T18:00", "2024-03-15"]),
        ("The 6 p.m. show, like that of Friday, sold out.", ["2024-03-20T18:00", "2024-03-15"]),
    ],
)
def test_a_time_has_the_day_that_stands_behind_its_place(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was seen on the Monday after the fire.", "XXXX-WXX-1"),
        ("He left the Sunday before her trial.", "XXXX-WXX-7"),
        ("It shut in the October before the fire.", "XXXX-10"),
        ("It shut in the summer before the war.", "XXXX-SU"),
        ("They met on a Tuesday four years later.", "XXXX-WXX-2"),
        ("It burned on May 3, 2019, a Friday, at noon.", "2019-05-03"),
        ("It burned on May 3, 2019 (a Friday).", "2019-05-03"),
        ("It burned on May 3, 2019, a Sunday paper said.", "2024-03-17"),
        ("It burned on May 3, 2019; on the Sunday it was pulled down.", "2019-05-05"),
        ("It burned on May 3, 2019. The Sunday market was held.", "2024-03-17"),
        ("It opens on 5 June, and on the Sunday there will be a fair.", "2024-06-09"),
        ("It burned on Tuesday; on the Sunday it had been shut.", "2024-03-17"),
        (
            "He went back to teaching in the 1980s, and to preaching by the end of the decade.",
            "198",
        ),
    ],
)
def test_what_stands_beside_a_weekday_tells_its_day_or_leaves_it_untold(text, value):
    assert value in values(text)


def test_the_day_of_a_time_that_nobody_can_tell_is_not_that_of_publication():
    assert values("They met at 5 pm on 3/4/2024 and at 6 pm.")[-1] == "2024-XX-XXT18:00"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was seen at 8pm yesterday. He was found at 11pm.", "2024-03-19T23:00"),
        ("As of 18:00 hrs, 22 August 2022, 40 had died.", "2022-08-22T18:00"),
        ("It fell at 18.00 hours on Monday.", "2024-03-18T18:00"),
    ],
)
def test_times_of_day(text, value):
    assert value in values(text)


def test_no_time_of_day():
    assert values("He ran it in 2:10 hours.") == []


def test_the_times_of_a_log_are_of_the_day_that_heads_them():
    text = (
        "Monday, March 11\n7:14 a.m. - A truck was stolen.\n11:50 p.m. - Two men were seen.\n\n"
        "Tuesday, March 12\n\nNoon - A cow was found. It was home by 3 p.m.\n"
    )
    assert values(text) == [
        "2024-03-11",
        "2024-03-11T07:14",
        "2024-03-11T23:50",
        "2024-03-12",
        "2024-03-12T12:00",
        "2024-03-12T15:00",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the worst since 1983, when 47 died on 16 February.", ["1983", "1983-02-16"]),
        ("It was the worst since 1983, when 47 died in February.", ["1983", "1983-02"]),
        ("It was the worst since 1983, when 47 died on Christmas Day.", ["1983", "1983-12-25"]),
        ("In 2016, on Christmas Eve, it burned.", ["2016", "2016-12-24"]),
        (
            "It was put off in 2019 between January and April of that year.",
            ["2019", "2019-01", "2019-04"],
        ),
        ("Polls are on May 20, 2026, and a run-off on June 3.", ["2026-05-20", "2026-06-03"]),
        ("It rained from Wednesday to Friday.", ["2024-03-13", "2024-03-15"]),
        ("It rained between Wednesday and Friday.", ["2024-03-13", "2024-03-15"]),
        ("They will sit from Wednesday to Friday.", ["2024-03-20", "2024-03-22"]),
        ("It rained over the past day.", ["P1D"]),
        ("It set in around 2180 BC and lasted.", ["BC2180"]),
        ("It was built in the 1450s.", ["145"]),
        ("They file two 1040s.", []),
    ],
)
def test_what_is_told_before_gives_the_year_or_the_week(text, expected):
    assert values(text) == expected
