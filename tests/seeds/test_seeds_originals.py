"""Acceptance on the originals: the numbers that the answers hold, and what must not be found."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from seeds_score import installed, score
from seeds_texts import originals

from corpuskit import Casualty, DateMention


@pytest.fixture(scope="module")
def documents():
    try:
        return originals()
    except FileNotFoundError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def tallies(documents):
    return score(documents)


WANTED = {
    "articles": 7,
    "boundaries": 2,
    "rebuild": 5,
    "furniture": 31,
    "labels": 31,
    "published_text": 4,
    "published_caller": 3,
    "casualties": 12,
    "direct_spans": 28,
}


@pytest.mark.parametrize("aspect", WANTED)
def test_the_answers_hold_what_was_promised(tallies, aspect):
    assert tallies[aspect].wanted == WANTED[aspect]


def test_body_lines_that_end_in_a_no_break_space_are_kept(documents):
    kept = 0
    for document in documents:
        lines = [line for line in document.raw.split("\n") if line.endswith("\u00a0")]
        blocks = [
            document.raw[block.span.start : block.span.end]
            for result in installed(document, document.published)
            for block in result.article.body
        ]
        kept += sum(any(line.rstrip() in block for block in blocks) for line in lines)
    assert kept == 11


def test_a_text_of_another_digest_is_refused(documents, monkeypatch, tmp_path):
    first = documents[0]
    for document in documents:
        text = document.raw + (" " if document is first else "")
        (tmp_path / document.name).write_text(text, encoding="utf-8", newline="\n")
    monkeypatch.setenv("CORPUSKIT_SEEDS", str(tmp_path))
    with pytest.raises(ValueError, match="another text"):
        originals()


def test_where_they_are_not_the_reason_names_the_variable(monkeypatch, tmp_path):
    monkeypatch.setenv("CORPUSKIT_SEEDS", str(tmp_path / "nowhere"))
    with pytest.raises(FileNotFoundError, match="set CORPUSKIT_SEEDS"):
        originals()


def test_without_the_callers_date_nothing_is_resolved_against_one(documents):
    for document in documents:
        if document.published is None:
            continue
        for result in installed(document, None):
            assert all(date.anchor is None for date in result[DateMention])


def test_with_the_callers_date_no_value_lies_after_it_by_more_than_a_year(documents):
    for document in documents:
        for result in installed(document, document.published):
            limit = result.article.published.date + dt.timedelta(days=366)
            starts = [date.start for date in result[DateMention] if date.start]
            assert all(start < limit for start in starts)


def test_nothing_is_counted_twice(documents):
    for document in documents:
        for result in installed(document, document.published):
            keys = [(c.span, c.kind) for c in result[Casualty]]
            assert len(keys) == len(set(keys))


def test_a_prefix_moves_everything_and_changes_nothing(documents):
    """Offsets are of the whole source: text before an article moves its spans by its length."""
    document = documents[3]
    moved = attrs.evolve(document, raw="\n\n" + document.raw)
    (here,) = installed(document, document.published)
    (there,) = installed(moved, document.published)
    assert [c.span.start + 2 for c in here.casualties] == [c.span.start for c in there.casualties]
    assert [d.span.start + 2 for d in here.dates] == [d.span.start for d in there.dates]
    assert [d.value for d in here.dates] == [d.value for d in there.dates]
