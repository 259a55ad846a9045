"""What an article tells of its own days: stamps, updates, and which of its zones are read."""

from __future__ import annotations

import datetime as dt

from corpuskit import Article, Block, Furniture, Layers, Published, Source, Span
from corpuskit.scan import Scan, TriggerIndex
from corpuskit_dates import Dates


def read(article):
    extractor = Dates()
    index = TriggerIndex([extractor.triggers])
    scan = Scan(article, triggers=index)
    return list(extractor(article, Layers(scan, hits=scan.hits(0))))


def test_the_articles_own_stamp_is_the_anchor_and_is_a_mention():
    raw = "Updated 17 July 2023\nOn Sunday the dam broke."
    source = Source(raw=raw)
    stamp = Span(8, 20)
    article = Article(
        source=source,
        span=Span(0, len(raw)),
        body=(Block(Span(21, len(raw))),),
        furniture=(Furniture("timestamp", Span(0, 20)), Furniture("link", Span(20, 21))),
        published=Published(dt.date(2023, 7, 17), "stamp", stamp),
    )
    said, sunday = read(article)
    assert (said.span, said.value) == (stamp, "2023-07-17")
    assert (sunday.value, sunday.basis, sunday.anchor_span) == ("2023-07-16", "published", stamp)


def test_an_update_adds_what_happened_since():
    raw = "The dam broke on Sunday. On Monday it was mended. On Tuesday it rained."
    updated = Published(dt.date(2023, 7, 17), "stamp")
    article = Article(
        source=Source(raw=raw),
        span=Span(0, len(raw)),
        body=(Block(Span(0, len(raw))),),
        published=Published(dt.date(2023, 7, 16), "stamp"),
        updated=updated,
    )
    days = ["2023-07-16", "2023-07-17", "2023-07-11"]
    assert [date.value for date in read(article)] == days


def test_headline_and_caption_are_read_and_furniture_is_not():
    raw = "Dam broke in 2021\nA boat in 2020\nJoin now for 1999\nIt broke in 2022."
    article = Article(
        source=Source(raw=raw),
        span=Span(0, len(raw)),
        headline=Span(0, 17),
        furniture=(Furniture("caption", Span(18, 32)), Furniture("subscription", Span(33, 50))),
        body=(Block(Span(51, len(raw))),),
    )
    assert [date.value for date in read(article)] == ["2021", "2020", "2022"]
