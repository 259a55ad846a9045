"""A value reads the same in the summary and in the view."""

from __future__ import annotations

import datetime as dt

import pytest

from corpuskit import (
    Annotation,
    Argument,
    Casualty,
    DateMention,
    Entity,
    Event,
    Interval,
    Quotation,
    Span,
)
from corpuskit.cli.wording import in_words

AT = Span(0, 4)
DAY = dt.date(2021, 2, 17)


class Foreign(Annotation):
    span = AT


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        (Casualty(span=AT, trigger_span=AT, kind="killed", low=7, best=7, high=7), "7 killed"),
        (
            Casualty(span=AT, trigger_span=AT, kind="wounded", low=12, status="claimed"),
            "12+ wounded (claimed)",
        ),
        (Casualty(span=AT, trigger_span=AT, kind="missing", high=4), "?-4 missing"),
        (DateMention(span=AT, type="DATE", value="2021-02-17"), "DATE 2021-02-17"),
        (DateMention(span=AT, type="DATE", value=None), "DATE without a value"),
        (Entity(id="1", name="Ana Sol", kind="person", mentions=(AT,)), "person Ana Sol"),
        (Quotation(spans=(AT,), mode="direct", speaker="Ana Sol"), "direct, Ana Sol"),
        (Quotation(spans=(AT,), mode="indirect"), "indirect, speaker unknown"),
        (Event(id="1", type="ASSAULT", trigger_span=AT), "ASSAULT"),
        (
            Event(
                id="1",
                type="ASSAULT",
                trigger_span=AT,
                date=Interval(DAY, DAY.replace(day=19), "day"),
                place=Argument("Karn", AT),
                actor=Argument("Arvan Front", AT),
            ),
            "ASSAULT 2021-02-17..2021-02-19 in Karn by Arvan Front",
        ),
        (Foreign(), "Foreign"),
    ],
)
def test_values_in_words(annotation: Annotation, words: str) -> None:
    assert in_words(annotation) == words
