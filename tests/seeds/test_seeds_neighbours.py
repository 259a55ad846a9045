"""Neighbours: what stands around an article in its source changes nothing in its record."""

from __future__ import annotations

import datetime as dt
import re

import attrs
from seeds_texts import specimens

from corpuskit import Article, Block, Pipeline, Source, Span

DAY = dt.date(2021, 2, 19)
IDS = {"id", "speaker_id", "entity_id", "source"}  # made of the whole source's digest

RESULTS = "Orrin Mills sold less cloth in the second quarter."
MATCH = "The coach praised the goalkeeper and the quarterback: the league has no better team."
"""Words that make a quarter one of a game, where they stand in the same article."""


@attrs.frozen
class Cut:
    """A segmenter that gives articles found before."""

    articles: tuple[Article, ...]
    name = "cut"

    def __call__(self, source: Source) -> list[Article]:
        return [attrs.evolve(article, source=source) for article in self.articles]


def records(source: Source, *articles: Article) -> list[object]:
    extractors = [step.object for step in Pipeline.installed().plan.steps]
    pipeline = Pipeline([Cut(articles), *extractors])
    return [without_ids(result.to_dict()) for result in pipeline.run([source])]


def without_ids(value):
    if isinstance(value, dict):
        return {key: without_ids(item) for key, item in value.items() if key not in IDS}
    return [without_ids(item) for item in value] if isinstance(value, list) else value


def alone(source: Source, span: Span) -> Source:
    """The same source with all other words blank."""
    raw = source.raw
    before, after = (re.sub(r"\S", " ", part) for part in (raw[: span.start], raw[span.end :]))
    return attrs.evolve(source, raw=before + span.of(raw) + after)


def test_an_article_of_a_stack_reads_as_if_it_stood_alone():
    source = Source(raw="\n\n\n".join(document.raw for document in specimens()), published=DAY)
    articles = [result.article for result in Pipeline.installed().run([source])]
    together = records(source, *articles)
    assert len(together) == len(articles) >= len(specimens())
    for article, record in zip(articles, together, strict=True):
        assert records(alone(source, article.span), article) == [record]


def test_a_report_of_a_game_does_not_change_the_quarters_of_its_neighbour():
    source = Source(raw=f"{MATCH}\n\n{RESULTS}", published=DAY)
    spans = [Span(0, len(MATCH)), Span(len(MATCH) + 2, len(source.raw))]
    match, results = (
        Article(source=source, span=span, body=(Block(span, "paragraph"),)) for span in spans
    )
    _, beside = records(source, match, results)
    assert [date["text"] for date in beside["dates"]] == ["the second quarter"]
    assert records(alone(source, results.span), results) == [beside]
