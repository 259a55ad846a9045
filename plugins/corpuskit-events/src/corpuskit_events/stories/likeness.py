"""Likeness: how much two articles share of what is rare; vectors are made once, on first use."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit import Result
from corpuskit_events.stories.terms import read_terms
from corpuskit_events.stories.vectors import Vector, Weights, vectors

__all__ = ["Likeness"]


class Likeness:
    """Cosine similarity of articles by id."""

    def __init__(self, results: Sequence[Result], weights: Weights | None = None) -> None:
        rows = vectors([read_terms(r.article) for r in results], weights or Weights())
        self._rows: dict[str, Vector] = {
            result.article.id: row for result, row in zip(results, rows, strict=True)
        }

    def __call__(self, one: str, other: str) -> float:
        """0.0 for nothing rare in common, 1.0 for the same words."""
        short, long = self._rows[one], self._rows[other]
        if len(short) > len(long):
            short, long = long, short
        get = long.get
        return sum([weight * get(key, 0.0) for key, weight in short.items()])
