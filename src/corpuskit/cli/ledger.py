"""Ledger: clusters and stories as rows of a table, one claim a row with the words it stands on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from corpuskit.cli.wording import title
from corpuskit.model import Casualty, Claim, EventCluster, Result

__all__ = ["Results", "claim_rows", "range_of", "story_rows", "write_csv"]

Row = tuple[object, ...]
Results = Mapping[str, Result]
"""By article id."""

CLAIM = (
    "event", "field", "conflict", "value", "low", "high",
    "source", "article", "published", "start", "end", "text",
)  # fmt: skip
STORY = ("story", "source", "article", "published", "title")


def claim_rows(clusters: Iterable[EventCluster], results: Results) -> Iterator[Row]:
    """A header, then every claim of every cluster; low and high are those of a count."""
    yield CLAIM
    for cluster in clusters:
        for field, claims in cluster.claims.items():
            conflict = "yes" if field in cluster.conflicts else ""
            for claim in claims:
                yield (cluster.id, field, conflict, claim.value, *_claim(results, field, claim))


def _claim(results: Results, field: str, claim: Claim) -> Row:
    result, span = results[claim.source], claim.span
    where = (span.start, span.end, result.text(span)) if span else (None, None, None)
    source = (result.article.source.id, claim.source, claim.published)
    return (*range_of(result, field, claim), *source, *where)


def range_of(result: Result, field: str, claim: Claim) -> tuple[int | None, int | None]:
    """Low and high of the count that a claim stands on; None for what is no count."""
    for count in result.get(Casualty):
        if count.kind == field and count.span == claim.span:
            return count.low, count.high
    return None, None


def story_rows(stories: Iterable[tuple[str, ...]], results: Results) -> Iterator[Row]:
    """A header, then every article with the number of its story."""
    yield STORY
    for number, story in enumerate(stories, 1):
        for id_ in story:
            article = results[id_].article
            day = article.published.date if article.published else None
            yield number, article.source.id, id_, day, title(results[id_])


def write_csv(rows: Iterable[Row], out: IO[bytes]) -> None:
    """RFC 4180 in UTF-8; what is unknown is an empty cell."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        csv.writer(text).writerows(rows)
    finally:
        text.detach()  # the stream is the caller's to close
