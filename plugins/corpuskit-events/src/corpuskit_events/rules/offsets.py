"""Offsets: "a day after", "two days before", "the previous day": one event dated by another."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import attrs

from corpuskit.scan import Example, Rule, number_value

__all__ = ["OFFSET_RULES", "Offset", "OffsetRule", "counted_in", "offset_in"]


class Offset(NamedTuple):
    """Where it is said, and how many days the event told after it lies from the anchor; None for
    months and years, which are no exact distance."""

    start: int
    end: int
    days: int | None
    rule: str


@attrs.frozen(kw_only=True)
class OffsetRule(Rule):
    """Attributes: pattern over folded text, with groups `count` and `unit` where the distance can
    be counted; `sign` of the distance, or 0; whether it is one of hours, on the `same_day`."""

    pattern: str
    sign: int
    same_day: bool = False


_UNITS = ("hour", "day", "week", "month", "year", "decade")
_COUNTED = re.compile(r"s?\s(?:after|since|following|before|ahead)")
_COUNT = r"(?P<count>a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"

OFFSET_RULES: tuple[OffsetRule, ...] = (
    OffsetRule(
        id="events.offset.after",
        about="What follows happened that long before the anchor.",
        pattern=rf"\b{_COUNT}\s(?P<unit>day|week)s?\s(?:after|since|following)\b",
        sign=-1,
        yes=(Example("She spoke on Sunday, [[a day after]] gunmen attacked Karn.", "-1"),),
        no=("She spoke on Sunday after a day of rain.", "She spoke days after the attack."),
    ),
    OffsetRule(
        id="events.offset.before",
        about="What follows happened that long after the anchor.",
        pattern=rf"\b(?<!for\s){_COUNT}\s(?P<unit>day|week)s?\s(?:before|ahead\sof)\b",
        sign=1,
        yes=(Example("On Friday, [[two days before]] the vote, rebels attacked.", "2"),),
        no=("The day before was calm.", "She held it for two days before the vote on Friday."),
    ),
    OffsetRule(
        id="events.offset.hours",
        about="What follows happened on the anchor's day.",
        pattern=r"\bhours\s(?:after|before|following)\b",
        sign=0,
        same_day=True,
        yes=(Example("He quit on Sunday, [[hours after]] gunmen attacked Karn.", "0"),),
        no=("He quit on Sunday after hours of talks.",),
    ),
    OffsetRule(
        id="events.offset.years",
        about="What follows happened long before, and is no part of the news.",
        pattern=r"\b(?:month|year|decade)s?\s(?:after|since|following)\b",
        sign=0,
        yes=(Example("The shooting came five [[years after]] gunmen attacked Karn.", "None"),),
        no=("She spoke after a year of rain.", "She spoke years before the attack."),
    ),
)


@cache
def _compiled() -> tuple[tuple[OffsetRule, re.Pattern[str]], ...]:
    return tuple((rule, re.compile(rule.pattern)) for rule in OFFSET_RULES)


def counted_in(folded: str, start: int, end: int) -> list[int]:
    """Where days, or longer times, are counted from something; no offset stands elsewhere."""
    found = []
    for unit in _UNITS:
        at = folded.find(unit, start, end)
        while at >= 0:
            behind = at + len(unit)
            if _COUNTED.match(folded, behind, end):
                found.append(at)
            at = folded.find(unit, behind, end)
    return sorted(found)


def offset_in(folded: str, start: int, end: int) -> Offset | None:
    """The last offset of folded[start:end], or None."""
    found: Offset | None = None
    for rule, pattern in _compiled():
        for match in pattern.finditer(folded, start, end):
            if found is None or match.start() > found.start:
                found = Offset(match.start(), match.end(), _days(rule, match), rule.id)
    return found


def _days(rule: OffsetRule, match: re.Match[str]) -> int | None:
    if not rule.sign:
        return 0 if rule.same_day else None
    count = 1 if match["count"] == "a" else int(number_value(match["count"]) or 0)
    return count * (7 if match["unit"] == "week" else 1) * rule.sign
