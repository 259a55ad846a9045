"""Values: TIMEX3 strings from days and back, and calendar arithmetic at every grain."""

from __future__ import annotations

import datetime as dt
import functools
import re

from corpuskit import Interval, Precision

__all__ = ["UNANCHORED", "around", "at_grain", "interval", "made", "shift"]


def made(year: int, month: int, day: int) -> dt.date | None:
    """The day of that date; None if the calendar has none."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


@functools.lru_cache(maxsize=4096)
def shift(day: dt.date, count: int, unit: str) -> dt.date | None:
    """`day` moved by `count` units (D W 2W M Q Y DE CE); None beyond the calendar."""
    # on first use: import stays light
    from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped]

    try:
        if unit in ("D", "W", "2W", "WE"):
            return day + dt.timedelta(days=count * {"D": 1, "2W": 14}.get(unit, 7))
        months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit] * count
        moved: dt.date = day + relativedelta(months=months)
    except (OverflowError, ValueError):
        return None
    return moved


def around(day: dt.date, count: float, unit: str) -> Interval:
    """The `count` units before `day` (if negative) or after it, `day` included."""
    if unit not in _GRAINS or count != int(count):
        return Interval()
    other = shift(day, int(count), unit)
    if other is None:
        return Interval()
    return Interval(min(day, other), max(day, other), _GRAINS[unit])


def at_grain(day: dt.date, unit: str) -> str:
    """The day, week, week-end, month, quarter, year, decade or century that `day` lies in."""
    if unit == "D":
        return day.isoformat()
    if unit in ("W", "2W", "WE"):
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "WE" else "")
    if unit == "M":
        return day.isoformat()[:7]
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    return f"{day.year:04d}"[: {"Y": 4, "DE": 3, "CE": 2}[unit]]


UNANCHORED = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "2W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}
"""Units to the value of one that nothing places in time."""

_GRAINS: dict[str, Precision] = {
    "D": "day",
    "W": "week",
    "2W": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(T.*)?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_PIECE = re.compile(r"(\d{4})-(\d\d|Q[1-4]|H[12]|SP|SU|FA|WI)$")
#: First month and number of months; winter is taken to begin in its own year's December.
_MONTHS = {
    "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3), "H1": (1, 6), "H2": (7, 6),
    "SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3),
}  # fmt: skip
_PRECISION: dict[str, Precision] = {"Q": "quarter", "H": "half", "S": "season", "F": "season",
                                    "W": "season"}  # fmt: skip


@functools.lru_cache(maxsize=8192)
def interval(value: str | None) -> Interval:
    """First and last day that a DATE or TIME value stands for; empty where it names none."""
    if not value or not value[0].isdigit():
        return Interval()
    try:
        return _interval(value)
    except (ValueError, OverflowError):  # a week 53 or a 30 February that the text made up
        return Interval()


def _interval(value: str) -> Interval:
    if "/" in value:  # "2024-06-03/2024-06-07", "2019/2020"
        first, last = (_interval(piece) for piece in value.split("/", 1))
        return Interval(first.start, last.end, first.precision)
    if match := _DAY.match(value):
        day = dt.date(int(match[1]), int(match[2]), int(match[3]))
        return Interval(day, day, "time" if match[4] else "day")
    if match := _WEEK.match(value):
        monday = dt.date.fromisocalendar(int(match[1]), int(match[2]), 1)
        if match[3]:
            return Interval(monday + dt.timedelta(days=5), monday + dt.timedelta(days=6), "weekend")
        return Interval(monday, monday + dt.timedelta(days=6), "week")
    if match := _PIECE.match(value):
        piece = match[2]
        if piece.isdigit():
            return _months(int(match[1]), int(piece), 1, "month")
        return _months(int(match[1]), *_MONTHS[piece], _PRECISION[piece[0]])
    if value.isdigit() and 2 <= len(value) <= 4:
        years: dict[int, tuple[int, Precision]] = {
            2: (100, "century"),
            3: (10, "decade"),
            4: (1, "year"),
        }
        count, precision = years[len(value)]
        return _months(int(value) * count, 1, 12 * count, precision)
    return Interval()


def _months(year: int, month: int, count: int, precision: Precision) -> Interval:
    last = year * 12 + month - 1 + count
    after = dt.date(last // 12, last % 12 + 1, 1)
    return Interval(dt.date(year, month, 1), after - dt.timedelta(days=1), precision)
