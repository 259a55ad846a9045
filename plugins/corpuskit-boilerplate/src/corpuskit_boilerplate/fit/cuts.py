"""Cuts: fits `weights/split.tsv`, the evidence that a later article begins at a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpuskit_boilerplate.body.window import body_lines
from corpuskit_boilerplate.cut.boundary import Boundaries
from corpuskit_boilerplate.cut.split import CutWeights, article_starts
from corpuskit_boilerplate.fit.model import Rows, column_of, logistic, one_column
from corpuskit_boilerplate.fit.pages import LabelledPage, folds
from corpuskit_boilerplate.fit.stacks import Stack, stacks

__all__ = ["cut_figures", "cut_rows"]

_LEAST = 8  # stacks that a feature is in
_RIDGE, _STEPS = 5.0, 200
_NEAR = 2  # lines that a cut may be away


def cut_rows(pages: Sequence[LabelledPage]) -> Rows:
    """The table for stacks of `pages`."""
    features: list[list[list[str]]] = []
    truth: list[list[float]] = []
    for stack in stacks(pages):
        boundaries = Boundaries(stack.lines, body_lines(stack.lines))
        if boundaries.places:
            features.append([list(_features(boundaries, i)) for i in boundaries.places])
            truth.append([float(i in stack.cuts) for i in boundaries.places])
    return one_column(features, logistic, truth, least=_LEAST, ridge=_RIDGE, steps=_STEPS)


def _features(boundaries: Boundaries, i: int) -> Iterator[str]:
    yield from boundaries.place(i)
    yield from boundaries.below(i)
    yield from boundaries.template(i)
    yield from boundaries.words.title_below(i)
    yield from boundaries.words.title_above(i)
    yield from boundaries.words.shared(i)
    yield from boundaries.words.depth(i)
    yield from boundaries.words.wide(i)


def cut_figures(pages: Sequence[LabelledPage], count: int) -> str:
    """How well stacks of other sites' pages are cut."""
    told = given = wanted = singles = whole = 0
    for known, held in folds(pages, count):
        weights = CutWeights(column_of(cut_rows(known), "weight"))
        for stack in stacks(held):
            found = article_starts(stack.lines, body_lines(stack.lines), weights)[1:]
            told += _told(stack, found)
            given += len(found)
            wanted += len(stack.cuts)
            singles += not stack.cuts
            whole += not stack.cuts and not found
    f1 = 2 * told / (given + wanted)
    return f"F1 {f1:.3f}  P {told / given:.3f}  R {told / wanted:.3f}  whole {whole / singles:.3f}"


def _told(stack: Stack, found: Sequence[int]) -> int:
    return sum(any(abs(cut - i) <= _NEAR for i in found) for cut in stack.cuts)
