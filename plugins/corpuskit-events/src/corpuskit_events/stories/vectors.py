"""Vectors: what each term weighs in its collection, and the candidates that share rare ones."""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Sequence

import attrs

from corpuskit_events.stories.terms import ArticleTerms

__all__ = ["REPEATED", "Vector", "Weights", "alike", "candidates", "vectors"]

Vector = dict[str, float]
COUNTED = 3.0
REPEATED = 0.3  # exponent of a term's count: said three times counts 1.4


@attrs.frozen
class Weights:
    """How much each kind of term counts.

    Attributes:
        name, word, number, pair: factors by kind.
        repeated: exponent of a name's count; other terms have `REPEATED`.
        rarity: exponent of the inverse document frequency.
        unseen: size of an imagined background collection in which every term is rare; keeps a
            handful of articles from making all their words common.
        length: a vector keeps this many of its heaviest terms.
    """

    name: float = 2.5
    word: float = 1.0
    number: float = 3.5
    pair: float = 1.0
    repeated: float = 0.5
    rarity: float = 1.0
    unseen: int = 10
    length: int = 250

    def unsure(self, articles: int) -> float:
        """0 to 1: how little so many articles tell of which terms are rare."""
        return self.unseen / (articles + self.unseen)


def vectors(articles: Sequence[ArticleTerms], weights: Weights) -> list[Vector]:
    """Unit vectors over the terms that two or more of `articles` share.

    Terms of one article alone lengthen it (they weigh in the norm) without being kept.
    """
    document_frequency: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for terms in articles:
        for kind in (terms.words, terms.numbers, terms.pairs):
            document_frequency.update(kind.keys())
        capital.update(terms.capital)
        small.update(terms.small)
    names = {key for key, count in capital.items() if count > small[key]}
    size = len(articles) + weights.unseen
    rarity = {
        count: max(math.log((size + 1) / (count + 0.5)), 0.0) ** weights.rarity
        for count in set(document_frequency.values())
    }
    return [_vector(t, document_frequency, rarity, names, weights) for t in articles]


def _vector(
    terms: ArticleTerms,
    document_frequency: Counter[str],
    rarity: dict[int, float],
    names: set[str],
    weights: Weights,
) -> Vector:
    kept: list[tuple[float, str]] = []
    square = 0.0
    for key, count in terms.words.items():
        frequency = document_frequency[key]
        if key in names:
            weight = weights.name * count**weights.repeated * rarity[frequency]
        else:
            weight = weights.word * count**REPEATED * rarity[frequency]
        square += weight * weight
        if frequency > 1:
            kept.append((weight, key))
    for kind, factor in ((terms.numbers, weights.number), (terms.pairs, weights.pair)):
        for key, count in kind.items():
            frequency = document_frequency[key]
            if frequency > 1 or factor is weights.number:
                weight = factor * count**REPEATED * rarity[frequency]
                square += weight * weight
                if frequency > 1:
                    kept.append((weight, key))
    if len(kept) > weights.length:
        kept.sort(key=lambda item: (-item[0], item[1]))
        del kept[weights.length :]
    norm = math.sqrt(square) or 1.0
    return {key: weight / norm for weight, key in kept}


def alike(one: Vector, other: Vector, unsure: float) -> float:
    """Cosine of two unit vectors, with what the heaviest term has over the rest in doubt, and
    numbers at most `COUNTED` times what the words have in common: "20,000" tells no story."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    shared = [key for key in short if key in long]
    shares = [short[key] * long[key] for key in shared]
    whole = sum(shares)
    numbers = [key for key in shared if key[0] < ":" and " " not in key]
    counted = sum([short[key] * long[key] for key in numbers])
    whole = min(whole, (1 + COUNTED) * (whole - counted))
    return whole - unsure * max(0.0, 2 * max(shares, default=0.0) - whole)


def candidates(
    rows: Sequence[Vector], *, keys: int, posting: int, most: int
) -> list[tuple[int, int]]:
    """Pairs of rows that share heavy terms: never all pairs.

    Args:
        keys: each row is indexed under this many of its heaviest terms.
        posting: a term leads to this many rows at most, those in which it weighs most.
        most: each row proposes this many partners.
    """
    heads = [sorted(row.items(), key=lambda item: (-item[1], item[0]))[:keys] for row in rows]
    index: dict[str, list[tuple[float, int]]] = {}
    for number, head in enumerate(heads):
        for key, weight in head:
            index.setdefault(key, []).append((-weight, number))
    for key, entries in index.items():
        if len(entries) > posting:
            entries.sort()
            index[key] = entries[:posting]
    pairs: set[tuple[int, int]] = set()
    for number, head in enumerate(heads):
        shared: dict[int, float] = {}  # below nought, so that the most comes first
        for key, weight in head:
            for minus, other in index[key]:
                shared[other] = shared.get(other, 0.0) + minus * weight
        shared.pop(number, None)
        best = heapq.nsmallest(most, zip(shared.values(), shared, strict=True))
        pairs.update([(min(number, other), max(number, other)) for _, other in best])
    return sorted(pairs)
