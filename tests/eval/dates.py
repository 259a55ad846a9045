"""Adapter for the dates kit: one pipeline with the dates plugin alone."""

from __future__ import annotations

import datetime as dt
import functools

from corpuskit import Pipeline, Source
from corpuskit_dates import Dates


@functools.cache
def _pipeline() -> Pipeline:
    return Pipeline([Dates()], strict=True)


def tag(text: str, published: dt.date) -> list[tuple[int, int, str, str]]:
    """Spans, types and values, as the scorer wants them."""
    source = Source(raw=text, published=published)
    (result,) = _pipeline().run([source], segment=False)
    return [(d.span.start, d.span.end, d.type, d.value or "") for d in result.dates]
