"""corpuskit-dates: dates, times, durations and sets with TIMEX3 values and intervals."""

from __future__ import annotations

from corpuskit_dates.extractor import Dates
from corpuskit_dates.ranges import DateRange, ranges

__all__ = ["DateRange", "Dates", "ranges"]
