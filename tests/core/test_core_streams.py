"""Streams: how far ahead sources are read, and that it changes no result and loses none."""

from __future__ import annotations

import re

import pytest
from toys import Pairs, Words

from corpuskit import Article, Block, Pipeline, Source, Span
from corpuskit.pipeline import AHEAD

TEXTS = [f"alpha {i} and beta." for i in range(2 * AHEAD + 3)]


class Stream:
    """An iterable that counts what was taken from it, and may break."""

    def __init__(self, texts, breaks_at=None):
        self.texts, self.breaks_at, self.taken = texts, breaks_at, 0

    def __iter__(self):
        for i, text in enumerate(self.texts):
            if i == self.breaks_at:
                raise OSError("the line is dead")
            self.taken += 1
            yield text


def pipeline(**options):
    return Pipeline([Words(), Pairs()], **options)


@pytest.mark.parametrize("ahead", [None, 1, 2, 5, 1000])
def test_reading_ahead_changes_no_result(ahead):
    one_by_one = list(pipeline().run(Stream(TEXTS)))
    assert list(pipeline().run(TEXTS, ahead=ahead)) == one_by_one
    assert list(pipeline().run(Stream(TEXTS), ahead=ahead)) == one_by_one
    assert [result.article.source.raw for result in one_by_one] == TEXTS


@pytest.mark.parametrize(
    ("options", "ahead", "taken"),
    [({}, None, 1), ({}, 4, 4), ({}, 1000, len(TEXTS)), ({"strict": True}, 4, 1)],
)
def test_no_more_is_taken_than_was_said(options, ahead, taken):
    stream = Stream(TEXTS)
    next(pipeline(**options).run(stream, ahead=ahead))
    assert stream.taken == taken


def test_what_is_turned_down_comes_with_its_own_source():
    stream = Stream(TEXTS)
    next(pipeline().run(stream, rejections=[], ahead=4))
    assert stream.taken == 1


def test_long_sources_are_not_kept_together():
    stream = Stream(["alpha " * 20_000] * 9)
    next(pipeline().run(stream, ahead=9))
    assert stream.taken == 2


@pytest.mark.parametrize("ahead", [1, 4, 1000])
def test_what_was_read_before_a_fault_comes_out_before_it(ahead):
    results = pipeline().run(Stream(TEXTS, 7), ahead=ahead)
    assert [next(results).article.source.raw for _ in range(7)] == TEXTS[:7]
    with pytest.raises(OSError, match="the line is dead"):
        next(results)


def test_a_bad_source_in_a_list_does_not_swallow_those_before_it():
    results = pipeline().run([TEXTS[0], Source(raw=TEXTS[1]), 7])
    assert [next(results).article.source.raw for _ in range(2)] == TEXTS[:2]
    with pytest.raises(TypeError, match="a source is a Source or a str, not int"):
        next(results)


class Lines:
    """A segmenter that makes an article of every line."""

    name = "lines"

    def __call__(self, source):
        spans = [Span(m.start(), m.end()) for m in re.finditer(r".+", source.raw)]
        return [Article(source=source, span=span, body=(Block(span),)) for span in spans]


@pytest.mark.parametrize(("options", "kept"), [({}, AHEAD), ({"strict": True}, 1)])
def test_a_source_of_many_articles_is_not_kept_whole(options, kept):
    read = []

    class Counting(Words):
        def __call__(self, article, layers):
            read.append(article)
            return super().__call__(article, layers)

    results = Pipeline([Lines(), Counting()], **options).run([Source(raw="\n".join(TEXTS))])
    first = next(results)
    assert len(read) == kept
    assert [one.article for one in (first, *results)] == read
    assert len(read) == len(TEXTS)
