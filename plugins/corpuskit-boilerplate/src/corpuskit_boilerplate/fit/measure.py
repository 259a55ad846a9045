"""Measure: how well lines, choices and cuts are told, on pages whose sites were not fitted on."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence

from corpuskit_boilerplate.fit.pages import LabelledPage

__all__ = ["BodyFigures"]

_TOKEN = re.compile(r"\w+")
_GRAM = 4


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
