"""Adapters for the boilerplate kit: body, split, title and published on the public surface."""

from __future__ import annotations

import datetime as dt
import functools

from corpuskit import Article, Pipeline, Source
from corpuskit_boilerplate import Boilerplate


@functools.cache
def _pipeline() -> Pipeline:
    return Pipeline([Boilerplate()], strict=True)


@functools.lru_cache(maxsize=2048)
def articles(text: str) -> tuple[Article, ...]:
    """The articles of a text, as the pipeline gives them."""
    return tuple(result.article for result in _pipeline().run([Source(raw=text)]))


def body(text: str) -> list[list[int]]:
    """Kept spans."""
    return [[b.span.start, b.span.end] for article in articles(text) for b in article.body]


def split(text: str) -> list[int]:
    """Where each article begins."""
    return [article.span.start for article in articles(text)]


def title(text: str) -> str | None:
    """The headline of the first article."""
    first = articles(text)[0]
    return None if first.headline is None else first.text(first.headline)


def published(text: str) -> dt.date | None:
    """The publication date of the first article."""
    first = articles(text)[0].published
    return None if first is None else first.date
