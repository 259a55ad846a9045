"""Likeness: how much two articles share of what is rare; vectors are made once, on first use."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit import Result
from corpuskit_events.stories.group import DOUBT
from corpuskit_events.stories.terms import read_terms
from corpuskit_events.stories.vectors import Vector, Weights, alike, vectors

__all__ = ["Likeness"]


class Likeness:
    """Cosine similarity of articles by id; less among a few, of which nobody knows what is rare."""

    def __init__(self, results: Sequence[Result], weights: Weights | None = None) -> None:
        weights = weights or Weights()
        rows = vectors([read_terms(r.article) for r in results], weights)
        self._rows: dict[str, Vector] = {
            result.article.id: row for result, row in zip(results, rows, strict=True)
        }
        self._unsure = weights.unsure(len(rows))

    def __call__(self, one: str, other: str) -> float:
        """0.0 for nothing rare in common, 1.0 for the same words."""
        like = alike(self._rows[one], self._rows[other], self._unsure)
        return like / (1.0 + DOUBT * self._unsure)
