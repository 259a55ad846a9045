"""Adapter of the events kit: stories by document, strict stories, and linked event mentions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import corpuskit

Document = tuple[str, str, dt.date | None]


def link(docs: Sequence[Document], *, strict: bool = False) -> list[list[str]]:
    """Clusters of document ids by main event."""
    pipeline = corpuskit.Pipeline([])
    ids: dict[str, list[str]] = {}
    results = []
    for id, text, published in docs:
        source = corpuskit.Source(raw=text, id=id, published=published)
        for result in pipeline.run([source], segment=False):
            ids.setdefault(result.article.id, []).append(id)
            results.append(result)
    stories = corpuskit.stories(results, strict=strict)
    return [[id for article in story for id in ids[article]] for story in stories]


def link_strict(docs: Sequence[Document]) -> list[list[str]]:
    """The same, joined on strong evidence only."""
    return link(docs, strict=True)
