"""Title: fits `weights/title.tsv`, the evidence that a line is the headline rather than another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpuskit_boilerplate.body.window import body_lines
from corpuskit_boilerplate.fit.model import Rows, choice, column_of, one_column
from corpuskit_boilerplate.fit.pages import LabelledPage, folds
from corpuskit_boilerplate.head.headline import find_headline, title_features

__all__ = ["title_figures", "title_rows"]

_LEAST = 5  # pages that a feature is on
_RIDGE, _STEPS = 1.5, 150
_MARKS = re.compile(r"[\W_]+")


def title_rows(pages: Sequence[LabelledPage]) -> Rows:
    """The table for the pages whose headline is known and is one of their lines."""
    features: list[list[list[str]]] = []
    truth: list[list[float]] = []
    for page in pages:
        found = list(title_features(page.lines, body_lines(page.lines)))
        right = [float(_same(page.lines[i].text, page.title)) for i, _ in found]
        if any(right):
            features.append([names for _, names in found])
            truth.append(right)
    return one_column(features, choice, truth, least=_LEAST, ridge=_RIDGE, steps=_STEPS)


def _same(text: str, title: str | None) -> bool:
    return title is not None and _folded(text) == _folded(title)


def _folded(text: str) -> str:
    return _MARKS.sub(" ", text.lower()).strip()


def title_figures(pages: Sequence[LabelledPage], count: int) -> str:
    """How often the headline is found with weights that were fitted on other sites."""
    right = total = 0
    for known, held in folds(pages, count):
        weights = column_of(title_rows(known), "weight")
        for page in held:
            if page.title is not None:
                found = find_headline(page.lines, body_lines(page.lines), weights)
                total += 1
                right += found is not None and _same(page.lines[found].text, page.title)
    return f"{right} of {total} right, {right / total:.3f}"
