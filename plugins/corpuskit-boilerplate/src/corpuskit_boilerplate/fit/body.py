"""Body: fits `weights/body.tsv`, the evidence that a line is of the article, or an end of it."""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Sequence

import attrs

from corpuskit_boilerplate.body.evidence import ALWAYS, HERE, SHIFTS, BodyWeights
from corpuskit_boilerplate.body.features import (
    SURROUNDINGS,
    line_forms,
    line_kinds,
    names_of,
    surroundings,
)
from corpuskit_boilerplate.body.window import chosen, evidence
from corpuskit_boilerplate.fit.model import (
    Array,
    Group,
    Rows,
    choice,
    fit,
    group,
    logistic,
    merged,
    np,
    tenths,
)
from corpuskit_boilerplate.fit.pages import LabelledPage, folds

__all__ = ["body_figures", "body_rows"]

_LEAST = 8  # pages that a feature is on
_MOST_WORDS = 40  # words that a line counts for
_RIDGE, _STEPS = 20.0, 120
_EDGE_RIDGE, _EDGE_STEPS = 10.0, 150
_EXCERPT = 0.3  # of what a page counts for
_ABOVE, _BELOW = (6, 2, 12), (0, 4, 8)  # lines around the article that are copied with it
_TOKEN = re.compile(r"\w+")
_GRAM = 4


def body_rows(pages: Sequence[LabelledPage]) -> Rows:
    """The table for `pages`."""
    pages = [page for page in pages if any(page.body)]
    whole = len(pages)
    pages = [*pages, *itertools.starmap(_excerpt, enumerate(pages))]
    kinds = [line_kinds(page.lines, line_forms(page.lines)) for page in pages]
    features = [list(map(names_of, of_page)) for of_page in kinds]
    around = [_around(page) for page in pages]
    number = np.concatenate([np.full(len(one.lines), place) for place, one in enumerate(pages)])

    share = np.where(number < whole, 1.0, _EXCERPT)

    def groups(question: str) -> list[Group]:
        here = {HERE[question]: 0}
        return [
            group(features, SHIFTS[question], least=_LEAST),
            group(around, here, least=_LEAST),
        ]

    rows: list[Rows] = []
    line = groups("line")
    truth = _column([page.body for page in pages])
    weight = _column([[min(one.words, _MOST_WORDS) for one in page.lines] for page in pages])
    weight /= np.sqrt(np.bincount(number, weight))[number]  # twice as long is not twice as telling
    found = fit(line, logistic, truth, number, weight * share, ridge=_RIDGE, steps=_STEPS)
    rows += map(tenths, line, found)
    for question, place in (("begin", _first), ("end", _last)):
        edge = groups(question)
        truth = _column([place(page.body) for page in pages])
        found = fit(edge, choice, truth, number, share, ridge=_EDGE_RIDGE, steps=_EDGE_STEPS)
        rows += map(tenths, edge, found)
    return merged(rows)


def _excerpt(number: int, page: LabelledPage) -> LabelledPage:
    """What is left of a page where somebody copied the article: short texts are furnished so."""
    above, below = _ABOVE[number % len(_ABOVE)], _BELOW[number // len(_ABOVE) % len(_BELOW)]
    first = max(page.body.index(True) - above, 0)
    last = len(page.body) - page.body[::-1].index(True) + below
    return attrs.evolve(page, lines=page.lines[first:last], body=page.body[first:last])


def _column(pages: Sequence[Sequence[float]]) -> Array:
    return np.concatenate([np.array(page, dtype=float) for page in pages])


def _around(page: LabelledPage) -> list[list[str]]:
    """For each line the names of what stands around it."""
    every = zip(*surroundings(page.lines), strict=True)
    kinds = SURROUNDINGS.values()
    return [[ALWAYS, *(k[n] for k, n in zip(kinds, numbers, strict=True))] for numbers in every]


def _first(body: Sequence[bool]) -> list[float]:
    place = body.index(True)
    return [float(i == place) for i in range(len(body))]


def _last(body: Sequence[bool]) -> list[float]:
    return _first(body[::-1])[::-1]


class BodyFigures:
    """Precision, recall and F1 of runs of four words, means over pages; and pages told badly."""

    def __init__(self) -> None:
        self._rows: list[tuple[int, int, int]] = []

    def add(self, page: LabelledPage, kept: Sequence[bool]) -> None:
        """One page, and which of its lines were kept."""
        gold, found = _grams(page, page.body), _grams(page, kept)
        shared = sum((gold & found).values())
        self._rows.append((shared, sum(found.values()), sum(gold.values())))

    def __str__(self) -> str:
        precision = statistics.mean(shared / found for shared, found, _ in self._rows if found)
        recall = statistics.mean(shared / gold for shared, _, gold in self._rows if gold)
        below = sum(4 * shared < found + gold for shared, found, gold in self._rows)
        f1 = 2 * precision * recall / (precision + recall)
        return f"P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  below .5: {below}"


def _grams(page: LabelledPage, kept: Sequence[bool]) -> Counter[tuple[str, ...]]:
    words = [
        word
        for line, yes in zip(page.lines, kept, strict=True)
        if yes
        for word in _TOKEN.findall(line.text)
    ]
    return Counter(zip(*(words[shift:] for shift in range(_GRAM)), strict=False))


def body_figures(pages: Sequence[LabelledPage], count: int) -> BodyFigures:
    """How well the body is found with weights that were fitted on other sites."""
    figures = BodyFigures()
    for known, held in folds(pages, count):
        weights = BodyWeights(body_rows(known))
        for page in held:
            figures.add(page, chosen(page.lines, evidence(page.lines, weights)))
    return figures
