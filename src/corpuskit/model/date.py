"""DateMention: a temporal expression with its TIMEX3 value and the interval it stands for."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import attrs

from corpuskit.model.annotation import Annotation
from corpuskit.model.span import Span

__all__ = ["DateMention", "DateType", "Interval", "Precision"]

DateType = Literal["DATE", "TIME", "DURATION", "SET"]
Precision = Literal[
    "time", "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade",
    "century",
]  # fmt: skip


@attrs.frozen
class Interval:
    """Days from `start` to `end`, both included, as UCDP GED's date_start and date_end.

    Attributes:
        start: the first day; None where open or unknown.
        end: the last day; None where open or unknown.
        precision: how exact the text is; None if unknown.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision | None = None


@attrs.frozen(kw_only=True)
class DateMention(Annotation):
    """A temporal expression (TIMEX3).

    Attributes:
        span: the expression, without prepositions.
        type: DATE, TIME, DURATION or SET.
        value: the TIMEX3 value ("2024-03-16", "2023-W28", "P40Y", "PAST_REF"); underspecified
            ("XXXX-WXX-7") where the anchor is unknown, None where there is no honest value.
        mod: TIMEX3 mod ("APPROX", "EARLY", …) or None.
        start: the first day meant, or None where unresolved.
        end: the last day meant, itself included, or None where unresolved.
        precision: of the interval, or None.
        anchor: the day it was resolved against, or None.
        anchor_span: where the text gives the anchor; None if the caller gave it.
        basis: why the value holds: "explicit", "caller", "published", "narrative", …; or None
            where it is not resolved, or there is nothing to resolve.
    """

    span: Span
    type: DateType
    value: str | None
    mod: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision | None = None
    anchor: dt.date | None = None
    anchor_span: Span | None = None
    basis: str | None = None
