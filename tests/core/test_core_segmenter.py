"""Segmenters: what they return is checked, and without a good one the whole text is used."""

from __future__ import annotations

import datetime as dt

import pytest
from toys import Word, Words

from corpuskit import (
    Article,
    Block,
    Furniture,
    LayerClash,
    Pipeline,
    Published,
    Segmenter,
    Source,
    Span,
)

TEXT = "alpha came, beta left. Then alpha."


def run(*parts, **options):
    (result,) = Pipeline(parts).run([TEXT], **options)
    return result


def segmenter(call):
    return type("Cutter", (Segmenter,), {"name": "cutter", "__call__": call})()


def halves(self, source):
    middle = len(source.raw) // 2
    for part, (start, end) in enumerate([(0, middle), (middle, len(source.raw))], 1):
        span = Span(start, end)
        yield Article(source=source, span=span, body=(Block(span),), part=part, parts=2)


def no_article(self, source):
    return []


def overlapping(self, source):
    return [Article(source=source, span=Span(0, 9)), Article(source=source, span=Span(5, 9))]


def too_long(self, source):
    return [Article(source=source, span=Span(0, len(source.raw) + 1))]


def body_outside(self, source):
    yield Article(source=source, span=Span(0, 5), body=(Block(Span(3, 9)),))


def body_out_of_order(self, source):
    blocks = (Block(Span(4, 9)), Block(Span(0, 3)))
    yield Article(source=source, span=Span(0, 9), body=blocks)


def body_under_furniture(self, source):
    piece = Furniture("advert", Span(3, 6))
    yield Article(source=source, span=Span(0, 9), body=(Block(Span(0, 4)),), furniture=(piece,))


def part_seven_of_three(self, source):
    yield Article(source=source, span=Span(0, 9), part=7, parts=3)


def dated_from_elsewhere(self, source):
    day = Published(dt.date(2024, 3, 17), "stamp", Span(900, 990))
    yield Article(source=source, span=Span(0, 9), published=day)


def other_source(self, source):
    yield Article(source=Source(raw="x"), span=Span(0, 1))


def test_each_article_gets_a_result_and_only_its_own_words():
    results = list(Pipeline([segmenter(halves), Words()]).run([TEXT]))
    assert [[r.text(w.span) for w in r[Word]] for r in results] == [["alpha", "beta"], ["alpha"]]
    assert [r.article.part for r in results] == [1, 2]


@pytest.mark.parametrize(
    "fault",
    [
        no_article,
        overlapping,
        too_long,
        body_outside,
        body_out_of_order,
        body_under_furniture,
        part_seven_of_three,
        dated_from_elsewhere,
        other_source,
    ],
)
def test_a_bad_segmenter_is_named_and_the_whole_text_is_used(fault):
    result = run(segmenter(fault), Words())
    assert result.failures[0].plugin == "cutter"
    assert result.article.span == Span(0, len(TEXT))
    assert len(result[Word]) == 3


def test_two_segmenters_clash():
    with pytest.raises(LayerClash, match="only one"):
        Pipeline([segmenter(halves), segmenter(no_article)])


def test_segment_false_takes_the_whole_text():
    result = run(segmenter(halves), Words(), segment=False)
    assert result.article.span == Span(0, len(TEXT))
    assert all(zone == "body" for zone, _ in result.article.zones)


def test_the_callers_date_is_used_where_the_text_has_none():
    source = Source(raw=TEXT, published=dt.date(2024, 3, 17))
    (result,) = Pipeline([Words()]).run([source])
    assert result.article.published == Published(dt.date(2024, 3, 17), "caller")
