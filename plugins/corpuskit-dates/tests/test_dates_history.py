"""Texts that tell of years long past: to which year a day, month or season belongs."""

from __future__ import annotations

import datetime as dt

import pytest

from corpuskit import Pipeline, Source
from corpuskit_dates import Dates

SIEGE = (
    "The siege lasted from May 1915 until March 1916. Early in 1916 supplies ran low.\n\n"
    "On 3 February the garrison broke out. Three days later it was beaten; the town was rebuilt "
    "in 1921."
)


def told(text, published=dt.date(2019, 10, 23)):
    pipeline = Pipeline([Dates()], strict=True)
    (result,) = pipeline.run([Source(raw=text, published=published)], segment=False)
    return {d.span.of(text): d.value for d in result.dates}


@pytest.mark.parametrize("published", [dt.date(2019, 10, 23), None])
def test_a_history_goes_on_from_the_last_date_told(published):
    values = told(SIEGE, published)
    assert values["3 February"] == "1916-02-03"
    assert values["Three days later"] == "1916-02-06"


@pytest.mark.parametrize(
    ("sentence", "surface", "value"),
    [
        ("In October 1941 Tarn fell. In January the front froze.", "January", "1942-01"),
        ("In October 1941 Tarn fell. In August it had stood.", "August", "1941-08"),
        ("In October 1941 Tarn fell. In the winter the front froze.", "the winter", "1941-WI"),
        ("Tarn fell in 1941. On 12 March it burned.", "12 March", "1941-03-12"),
        ("Tarn fell in 1941. It will be rebuilt in March.", "March", "2020-03"),
        ("Tarn fell in 1941. It was rebuilt last March.", "last March", "2019-03"),
        ("Tarn fell in 1941. It shut on Monday, not on 12 March.", "12 March", "2019-03-12"),
    ],
)
def test_the_year_in_a_history(sentence, surface, value):
    text = f"The fort, begun in 1902, was taken in 1908. {sentence}"
    assert told(text)[surface] == value


def test_few_years_make_no_history():
    text = "A man who was jailed in 2009 was freed on 12 March. He was held in 2014, too."
    assert told(text)["12 March"] == "2019-03-12"


def test_a_sentence_that_opens_with_a_year():
    text = "He spoke on Saturday. In 1977 a riot lasted two days, on Jan. 18 and 19."
    values = told(text)
    assert (values["Jan. 18"], values["19"]) == ("1977-01-18", "1977-01-19")
    text = "He spoke on Saturday. The firm, founded in 1977, was sold on Jan. 18."
    assert told(text)["Jan. 18"] == "2019-01-18"
