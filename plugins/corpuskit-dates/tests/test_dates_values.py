"""TIMEX3 values as intervals, and calendar arithmetic at every grain."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuskit_dates.values import around, at_grain, interval, shift

DAYS = st.dates(dt.date(1500, 1, 1), dt.date(2199, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2024-03-17", "2024-03-17", "2024-03-17", "day"),
        ("2024-03-17TMO", "2024-03-17", "2024-03-17", "time"),
        ("2024-03-17T10:35", "2024-03-17", "2024-03-17", "time"),
        ("2023-W28", "2023-07-10", "2023-07-16", "week"),
        ("2023-W28-WE", "2023-07-15", "2023-07-16", "weekend"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2023-12", "2023-12-01", "2023-12-31", "month"),
        ("1989-Q3", "1989-07-01", "1989-09-30", "quarter"),
        ("1990-H2", "1990-07-01", "1990-12-31", "half"),
        ("2023-WI", "2023-12-01", "2024-02-29", "season"),
        ("2023-SU", "2023-06-01", "2023-08-31", "season"),
        ("1971", "1971-01-01", "1971-12-31", "year"),
        ("199", "1990-01-01", "1999-12-31", "decade"),
        ("18", "1800-01-01", "1899-12-31", "century"),
        ("2024-06-03/2024-06-07", "2024-06-03", "2024-06-07", "day"),
        ("2019/2020", "2019-01-01", "2020-12-31", "year"),
    ],
)
def test_interval(value, first, last, precision):
    found = interval(value)
    assert (str(found.start), str(found.end), found.precision) == (first, last, precision)


@pytest.mark.parametrize(
    "value",
    ["PAST_REF", "XXXX-WXX-7", "XXXX-11", "P10Y", "", None, "2023-W53-WE", "2023-02-30", "0000"],
)
def test_no_interval(value):
    assert (interval(value).start, interval(value).end) == (None, None)


@given(DAYS, st.sampled_from("D W WE M Q Y DE CE".split()))
def test_a_day_lies_in_its_own_grain(day, unit):
    found = interval(at_grain(day, unit))
    if unit == "WE":  # the week-end of the day's week
        assert found.end - dt.timedelta(days=6) <= day <= found.end
    else:
        assert found.start <= day <= found.end


@given(DAYS, st.integers(-50, 50), st.sampled_from("D W 2W".split()))
def test_days_and_weeks_move_there_and_back(day, count, unit):
    assert shift(shift(day, count, unit), -count, unit) == day


@pytest.mark.parametrize(
    ("day", "count", "unit", "moved"),
    [
        ("2024-03-31", -1, "M", "2024-02-29"),
        ("2024-02-29", -1, "Y", "2023-02-28"),
        ("2024-01-15", -1, "Q", "2023-10-15"),
        ("2024-01-15", -2, "DE", "2004-01-15"),
    ],
)
def test_months_of_unequal_length(day, count, unit, moved):
    assert str(shift(dt.date.fromisoformat(day), count, unit)) == moved


def test_beyond_the_calendar_is_nothing():
    assert shift(dt.date(2024, 1, 1), -3000, "Y") is None
    assert shift(dt.date(2024, 1, 1), 10**12, "D") is None
    assert around(dt.date(2024, 1, 1), 1e9, "Y").start is None
