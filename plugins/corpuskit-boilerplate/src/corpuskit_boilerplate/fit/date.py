"""Date: fits `weights/date.tsv`, the evidence that a date is the day of publication."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit_boilerplate.body.window import body_lines
from corpuskit_boilerplate.fit.model import Rows, choice, column_of, one_column
from corpuskit_boilerplate.fit.pages import LabelledPage, folds
from corpuskit_boilerplate.head.dates import NO_DATE, date_features, stamped
from corpuskit_boilerplate.head.headline import find_headline

__all__ = ["date_figures", "date_rows"]

_LEAST = 5  # pages that a feature is on
_RIDGE, _STEPS = 1.0, 200
_CAUTION = 3  # tenths of a logit: a wrong day is worse than none


def date_rows(pages: Sequence[LabelledPage]) -> Rows:
    """The table for the pages whose day is known; where it is not on the page, no date is right."""
    features: list[list[list[str]]] = []
    truth: list[list[float]] = []
    for page in pages:
        body, headline = _read(page)
        found = list(date_features(page.lines, body, headline))
        if found and page.published is not None:
            right = [float(stamp.found.date == page.published) for stamp, _ in found]
            features.append([*(names for _, names in found), [NO_DATE]])
            truth.append([*right, float(not any(right))])
    table = dict(one_column(features, choice, truth, least=_LEAST, ridge=_RIDGE, steps=_STEPS))
    unknown = table.get(NO_DATE, {}).get("weight", 0) + _CAUTION
    return {**table, NO_DATE: {"weight": unknown}}


def _read(page: LabelledPage) -> tuple[list[bool], int | None]:
    body = body_lines(page.lines)
    headline = find_headline(page.lines, body)
    if headline is not None:
        body[headline] = False
    return body, headline


def date_figures(pages: Sequence[LabelledPage], count: int) -> str:
    """How often the day is found, and is right, with weights that were fitted on other sites."""
    right = given = total = 0
    for known, held in folds(pages, count):
        weights = column_of(date_rows(known), "weight")
        for page in held:
            if page.published is not None:
                stamp, _ = stamped(page.lines, *_read(page), weights)
                total += 1
                if stamp is not None and stamp.sure:
                    given += 1
                    right += stamp.found.date == page.published
    return f"accuracy {right / total:.3f}  precision {right / given:.3f}"
