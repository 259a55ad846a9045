"""Adapter of the events kit: stories by document, strict stories, and linked event mentions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import corpuskit
import corpuskit_events

Document = tuple[str, str, dt.date | None]


def link(docs: Sequence[Document], *, strict: bool = False) -> list[list[str]]:
    """Clusters of document ids by main event."""
    ids, results = _results(docs)
    stories = corpuskit.stories(results, strict=strict)
    return [[id for article in story for id in ids[article]] for story in stories]


def link_read(docs: Sequence[Document]) -> list[list[str]]:
    """The same by all that the installed plugins read in the texts, days and tolls among it."""
    ids, results = _results(docs, corpuskit.Pipeline.installed())
    return [
        [id for article in story for id in ids[article]] for story in corpuskit.stories(results)
    ]


def events(docs: Sequence[Document]) -> list[list[tuple[str, int, int]]]:
    """Clusters of event mentions as (document id, start, end)."""
    ids, results = _results(docs)
    chains = corpuskit_events.mention_chains(results)
    return [
        [(id, m.span.start, m.span.end) for m in chain for id in ids[m.article_id]]
        for chain in chains
    ]


def _results(
    docs: Sequence[Document], pipeline: corpuskit.Pipeline | None = None
) -> tuple[dict[str, list[str]], list[corpuskit.Result]]:
    """Results, of the plain texts without a pipeline, and the ids of the documents that are one
    article."""
    pipeline = pipeline or corpuskit.Pipeline([])
    ids: dict[str, list[str]] = {}
    results = []
    for id, text, published in docs:
        source = corpuskit.Source(raw=text, id=id, published=published)
        for result in pipeline.run([source], segment=False):
            ids.setdefault(result.article.id, []).append(id)
            results.append(result)
    return ids, results


def link_strict(docs: Sequence[Document]) -> list[list[str]]:
    """The same, joined on strong evidence only."""
    return link(docs, strict=True)
