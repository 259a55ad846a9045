"""Clocks, links, pointers and units in any order: whatever is put together is read or left."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from corpuskit import Pipeline, Source
from corpuskit_dates import Dates

CLOCKS = ("5 pm", "17:30", "noon", "half past six", "5 o'clock", "early", "two days", "")
LINKS = ("", "on", "of", "from", "before", "after", ",")
POINTERS = ("", "this", "last", "next", "the next", "the following", "that", "that same", "every")
UNITS = ("Friday", "Monday night", "week", "March 3", "morning", "summer", "3/4/2024", "2024")
ENDS = ("", "last week", "of next month", "ago", "'s vote", "and at 6 p.m.", "(1500 GMT)", "to 2")


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("pointer", POINTERS)
def test_nothing_is_raised(clock: str, pointer: str) -> None:
    pipeline = Pipeline([Dates()], strict=True)
    texts = (
        f"They met {' '.join(filter(None, (clock, link, pointer, unit, end)))} in Norvale."
        for link, unit, end in itertools.product(LINKS, UNITS, ENDS)
    )
    sources = [Source(raw=text, published=dt.date(2024, 3, 20)) for text in texts]
    for source, result in zip(sources, pipeline.run(sources, segment=False), strict=True):
        assert all(date.span.of(source.raw).strip() for date in result.dates)
