"""Evidence: the day of an undated text, where its own dates prove it, and else none."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from corpuskit import DateMention, Published
from corpuskit_dates.values import made

__all__ = ["own_date"]

_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])\Z")
_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)\Z")
_NEAR = dt.timedelta(days=31)  # of a report to the days that it names without a year


def own_date(mentions: Sequence[DateMention], lead_end: int) -> Published | None:
    """The publication date that the text proves.

    Three things have to agree: a full date; a bare weekday in the lead that it falls on; and
    another day or month near it that the text names without a year, or with the same. The
    date must be the latest full date of the text, and no other may fall on such a weekday.

    Args:
        mentions: what was read without a publication date.
        lead_end: where the lead ends; weekdays after it prove nothing.
    """
    weekdays = {
        int(match[1])
        for one in mentions
        if one.span.start < lead_end and (match := _WEEKDAY.match(one.value or ""))
    }
    full = [
        (one.start, one) for one in mentions if one.precision == "day" and one.start is not None
    ]
    agreeing = {day for day, _ in full if day.isoweekday() in weekdays}
    if len(agreeing) != 1 or max(day for day, _ in full) not in agreeing:
        return None
    day, said = next((day, one) for day, one in full if day in agreeing)
    others = [one for one in mentions if one is not said]
    return Published(day, "weekday", said.span) if _supported(day, others) else None


def _supported(day: dt.date, mentions: Iterable[DateMention]) -> bool:
    for one in mentions:
        match = _DAY.match(one.value or "")
        near = made(day.year, int(match[1]), int(match[2])) if match else one.start
        if near and near != day and one.precision in (None, "day") and abs(near - day) <= _NEAR:
            return True
    return False
