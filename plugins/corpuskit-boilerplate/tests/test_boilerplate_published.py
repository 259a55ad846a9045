"""The day of publication that a dateline names."""

from __future__ import annotations

import datetime as dt

import pytest

import corpuskit

REPORT = "KARN, {day}Two ferries were held in port, the mayor's office said. Nobody was hurt.\n"


def published(text: str, known: dt.date | None = None) -> corpuskit.Published | None:
    (result,) = corpuskit.extract(text, published=known, layers=[])
    return result.article.published


@pytest.mark.parametrize("day", ["14 August 2031 – ", "Aug. 14, 2031 (Wire) - ", "Aug 14, 2031: "])
@pytest.mark.parametrize("headline", ["", "Ferries held in Karn\n\n"])
def test_a_dateline_with_a_full_date_tells_the_day(day: str, headline: str):
    text = headline + REPORT.format(day=day)
    found = published(text)
    assert found is not None
    assert (found.date, found.basis) == (dt.date(2031, 8, 14), "dateline")
    assert found.span is not None
    assert found.span.of(text).rstrip(" ,") in day
    assert published(text, dt.date(2032, 1, 1)) == found


@pytest.mark.parametrize("day", ["Aug. 14 (Wire) - ", "03/04/2031 (Wire) - "])
def test_a_day_without_a_year_or_in_two_orders_tells_none(day: str):
    assert published(REPORT.format(day=day)) is None


def test_a_full_date_behind_the_dateline_is_the_storys():
    assert (
        published(REPORT.format(day="Arvania (Wire) - Since 14 August 2031 all was calm. ")) is None
    )


def test_a_stamp_goes_before_a_dateline():
    text = "Ferries held in Karn\n\nPublished 15 August 2031\n\n" + REPORT.format(
        day="Aug. 14, 2031 – "
    )
    found = published(text)
    assert found is not None
    assert (found.date.day, found.basis) == (15, "stamp")


@pytest.mark.parametrize(
    "sentence",
    ["Besk on 13 March 2031 shut its port.", "On 17 March 2031, ferrymen marched in Orlo."],
)
def test_a_day_in_a_short_sentence_of_the_text_is_no_stamp(sentence: str):
    text = f"Ferries held in Karn\n\n{sentence}\n\nThe mayor's office said nobody was hurt.\n"
    assert published(text) is None
    known = dt.date(2031, 3, 30)
    assert published(text, known) == corpuskit.Published(known, "caller")
