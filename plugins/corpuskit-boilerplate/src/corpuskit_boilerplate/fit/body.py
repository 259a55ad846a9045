"""Body: fits `weights/body.tsv`, the evidence that a line is of the article, or an end of it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import attrs

from corpuskit_boilerplate.evidence import ALWAYS, HERE, SHIFTS, BodyWeights
from corpuskit_boilerplate.features import (
    SURROUNDINGS,
    line_forms,
    line_kinds,
    names_of,
    surroundings,
)
from corpuskit_boilerplate.fit.arrays import Array, np
from corpuskit_boilerplate.fit.measure import BodyFigures
from corpuskit_boilerplate.fit.model import Group, choice, fit, group, logistic
from corpuskit_boilerplate.fit.pages import LabelledPage, folds
from corpuskit_boilerplate.fit.tables import Rows, merged, tenths
from corpuskit_boilerplate.window import chosen, evidence

__all__ = ["body_figures", "body_rows"]

_LEAST = 8  # pages that a feature is on
_MOST_WORDS = 40  # words that a line counts for
_RIDGE, _STEPS = 20.0, 120
_EDGE_RIDGE, _EDGE_STEPS = 10.0, 150
_EXCERPT = 0.3  # of what a page counts for
_ABOVE, _BELOW = (6, 2, 12), (0, 4, 8)  # lines around the article that are copied with it


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


def body_figures(pages: Sequence[LabelledPage], count: int) -> BodyFigures:
    """How well the body is found with weights that were fitted on other sites."""
    figures = BodyFigures()
    for known, held in folds(pages, count):
        weights = BodyWeights(body_rows(known))
        for page in held:
            figures.add(page, chosen(page.lines, evidence(page.lines, weights)))
    return figures
