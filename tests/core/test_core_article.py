"""Articles: zones, ids, and what travels through pickle."""

from __future__ import annotations

import pickle
import time

import attrs
import pytest

from corpuskit import Article, Block, Furniture, Source, Span

RAW = "Head\nCaption.\nFollow\nHead\nBody here."


@pytest.fixture
def article():
    return Article(
        source=Source(raw=RAW),
        span=Span(0, len(RAW)),
        headline=Span(0, 4),
        body=(Block(Span(26, 36)),),
        furniture=(
            Furniture("caption", Span(5, 13)),
            Furniture("link", Span(14, 20)),
            Furniture("repeated_headline", Span(21, 25)),
        ),
    )


def test_zones_are_content_in_text_order(article):
    assert [(zone, article.text(span)) for zone, span in article.zones] == [
        ("headline", "Head"),
        ("caption", "Caption."),
        ("headline", "Head"),
        ("body", "Body here."),
    ]


@pytest.mark.parametrize(
    ("offset", "zone"), [(0, "headline"), (6, "caption"), (15, "furniture"), (30, "body")]
)
def test_zone_at(article, offset, zone):
    assert article.zone_at(offset) == zone


def test_ids_follow_the_text_and_the_extent(article):
    assert article.id == attrs.evolve(article, headline=None).id
    assert article.id != attrs.evolve(article, span=Span(0, 9), id="").id


def test_articles_are_immutable_and_pickle(article):
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        article.part = 2
    again = pickle.loads(pickle.dumps(article))
    assert again == article
    assert again.source.raw == RAW
    assert again.zones == article.zones


def test_a_zone_is_found_in_a_long_article_without_walking_it():
    number = 20_000
    raw = "Text.\n" * number
    body = tuple(Block(Span(at * 6, at * 6 + 5)) for at in range(number))
    long = Article(source=Source(raw=raw), span=Span(0, len(raw)), body=body)
    start = time.process_time()
    assert {long.zone_at(block.span.start) for block in body} == {"body"}
    assert time.process_time() - start < 2, "a walk for each takes half a minute"
