"""The plugin contract, and promises over generated text."""

from __future__ import annotations

import datetime as dt
import itertools
import subprocess
import sys

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import corpuskit_dates
from corpuskit import Pipeline, Source
from corpuskit.testing import ExtractorContract
from corpuskit_dates import Dates


class TestDates(ExtractorContract):
    extractor = Dates()
    units = ("the early late mid- end of the last two three and a half 2024 May - ",)


PIPELINE = Pipeline([Dates()], strict=True)
WORDS = st.lists(
    st.sampled_from(
        "on Monday , last week 2024 2 May . two years ago the end of Sept. 30 10:35 a.m. now "
        "third quarter $15 in a day after next 1990s early soon \u2019s - and half 1/2".split()
    ),
    max_size=40,
)


def found(text, published=dt.date(2024, 3, 20)):
    (result,) = PIPELINE.run([Source(raw=text, published=published)], segment=False)
    return result.dates


@given(WORDS)
@settings(max_examples=200, deadline=None)
def test_any_row_of_words_is_read_the_same_twice_and_in_order(words):
    text = " ".join(words)
    dates = found(text)
    assert dates == found(text)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(dates))
    assert all(d.start is None or d.end is None or d.start <= d.end for d in dates)


@given(WORDS, st.integers(1, 60))
@settings(max_examples=100, deadline=None)
def test_a_sentence_before_moves_the_spans_and_nothing_else(words, length):
    text = " ".join(words)
    before = "x" * length + ".\n\n"
    moved = [(d.span.start - len(before), d.value) for d in found(before + text)]
    assert moved == [(d.span.start, d.value) for d in found(text)]


def test_nothing_heavy_on_import_or_registration():
    code = (
        "import sys, corpuskit_dates.plugin as p; p.corpuskit_extractors();"
        "print([m for m in ('dateutil', 'hypothesis') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_public_names():
    assert sorted(corpuskit_dates.__all__) == ["DateRange", "Dates", "ranges"]
    assert all(hasattr(corpuskit_dates, name) for name in corpuskit_dates.__all__)


def test_options_are_keyword_only_and_frozen():
    with pytest.raises(TypeError):
        Dates(("en",))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Dates().numeric_order = "dmy"


def test_a_full_vocabulary_is_made_anew(monkeypatch):
    texts = ["It shut on 3 May 2021 after $2021 was lost.", "It may open in May or on 4 June 2021."]
    pipeline = Pipeline([Dates()], strict=True)

    def values():
        return [[d.value for d in r.dates] for r in pipeline.run(texts, segment=False)]

    before = values()
    monkeypatch.setattr("corpuskit_dates.words.language._KEPT", 3)
    assert values() == values() == before
