"""Whether the settings of `stories` generalise: chosen on some topics, scored on the others.

Needs the events kit (`CORPUSKIT_EVAL`, as in the floor tests). Topics are dealt into folds; for
each fold the best of a grid of settings is chosen on the other folds and scored on that one.
Beside it stand the figures of the settings that ship.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import itertools
import os
import statistics
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import corpuskit
from corpuskit_events.stories import STRICT, USUAL, StorySettings
from corpuskit_events.stories.agglomerate import Gap, agglomerate
from corpuskit_events.stories.terms import ArticleTerms, read_terms
from corpuskit_events.stories.vectors import Vector, Weights, candidates, vectors

ROOT = Path(__file__).parents[2]
KIT = Path(os.environ.get("CORPUSKIT_EVAL", ROOT.parent / "shared" / "eval")) / "events"
FOLDS = 4
WANTED = 95.0  # pair precision of strict stories


class Collection(NamedTuple):
    """Documents that are grouped together, with their gold clusters."""

    ids: Sequence[str]
    gold: dict[str, str]


class Figures(NamedTuple):
    """Per cent: pairs of all documents, pairs of the small draws, CoNLL F1 of both."""

    full_p: float
    full_r: float
    full_f: float
    small_p: float
    small_r: float
    small_f: float
    full_conll: float
    small_conll: float


class Kit:
    """The documents of the kit, read once."""

    def __init__(self) -> None:
        spec = importlib.util.spec_from_file_location("events_kit_score", KIT / "score.py")
        assert spec is not None
        assert spec.loader is not None
        self.scorer: Any = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = self.scorer
        spec.loader.exec_module(self.scorer)
        records, _, self._draws = self.scorer.load()
        self._records = records
        pipeline = corpuskit.Pipeline([])
        self.terms: dict[str, ArticleTerms] = {}
        self.days: dict[str, dt.date | None] = {}
        for record in records:
            (result,) = pipeline.run([record["text"]], segment=False)
            self.terms[record["id"]] = read_terms(result.article)
            told = record["published"]
            self.days[record["id"]] = dt.date.fromisoformat(told) if told else None
        self.topics = sorted(
            {record["topic"] for record in records}, key=lambda t: (len(str(t)), t)
        )
        self._made: dict[tuple[int, Weights], tuple[list[Vector], list[tuple[int, int]]]] = {}

    def collections(self, topics: Iterable[object]) -> list[Collection]:
        """All documents of some topics, then the five draws of them."""
        wanted = set(topics)
        gold = {r["id"]: r["sub"] for r in self._records if r["topic"] in wanted}
        draws: list[list[str]] = [[], [], [], [], []]
        for split in sorted(self._draws):
            for number, ids in enumerate(self._draws[split]):
                draws[number] += [id for id in ids if id in gold]
        return [Collection(ids, {id: gold[id] for id in ids}) for ids in (list(gold), *draws)]

    def scores(self, collection: Collection, settings: StorySettings) -> dict[str, Any]:
        """The scorer's figures of one collection."""
        key = (id(collection.ids), settings.weights)
        if key not in self._made:
            rows = vectors([self.terms[id] for id in collection.ids], settings.weights)
            pairs = candidates(
                rows, keys=settings.keys, posting=settings.posting, most=settings.most
            )
            self._made[key] = rows, pairs
        rows, pairs = self._made[key]
        days = [self.days[id] for id in collection.ids]
        groups = agglomerate(rows, pairs, settings.gap_among(len(rows)), days=days)
        got = {collection.ids[row]: n for n, group in enumerate(groups) for row in group}
        scores: dict[str, Any] = self.scorer.cluster_scores(collection.gold, got)
        return scores

    def figures(self, collections: Sequence[Collection], settings: StorySettings) -> Figures:
        """Of all documents, and the mean of the draws."""
        full, *small = [self.scores(collection, settings) for collection in collections]
        names = ("P", "R", "F1")
        return Figures._make(
            [full["pair"][name] for name in names]
            + [statistics.mean(s["pair"][name] for s in small) for name in names]
            + [full["conll"], statistics.mean(s["conll"] for s in small)]
        )


def usual_grid() -> list[StorySettings]:
    """Neighbours of the usual settings."""
    return [
        StorySettings(Gap(least, least, relative, late=late), Weights(name=name), doubt=USUAL.doubt)
        for least, relative, name, late in itertools.product(
            (0.08, 0.1, 0.12), (0.64, 0.68, 0.72), (1.7, 2.0, 2.3), (0.8, 1.0)
        )
    ]


def strict_grid() -> list[StorySettings]:
    """Neighbours of the strict settings."""
    return [
        StorySettings(Gap(least, least / 2, relative), Weights(name=name, repeated=0.3))
        for least, relative, name in itertools.product(
            (0.325, 0.335, 0.345), (0.6, 0.65, 0.7), (1.1, 1.3, 1.5)
        )
    ]


def usual_worth(f: Figures) -> float:
    """Pair F1 over both views."""
    return (f.full_f + f.small_f) / 2


def strict_worth(f: Figures) -> float:
    """Pairs found, five points off for each point of precision below what is wanted."""
    short = max(WANTED - f.full_p, 0.0) + max(WANTED - f.small_p, 0.0)
    return (f.full_r + f.small_r) / 2 - 5 * short


def mean(rows: Sequence[Figures]) -> Figures:
    """Column by column."""
    return Figures._make([statistics.mean(column) for column in zip(*rows, strict=True)])


def show(name: str, f: Figures) -> None:
    """One line."""
    print(
        f"{name:30} full {f.full_r:5.1f} at {f.full_p:5.1f} F1 {f.full_f:5.1f}"
        f" | small {f.small_r:5.1f} at {f.small_p:5.1f} F1 {f.small_f:5.1f}"
        f" | conll {f.full_conll:5.1f} {f.small_conll:5.1f}",
        flush=True,
    )


def main() -> None:
    """Prints for each fold what the settings chosen without it reach, and the settings."""
    kit = Kit()
    folds = [kit.collections(kit.topics[number::FOLDS]) for number in range(FOLDS)]
    for name, shipped, grid, worth in (
        ("usual", USUAL, usual_grid(), usual_worth),
        ("strict", STRICT, strict_grid(), strict_worth),
    ):
        table = [[kit.figures(fold, settings) for fold in folds] for settings in grid]
        chosen = []
        for held in range(FOLDS):
            others = [n for n in range(FOLDS) if n != held]
            means = [statistics.mean(worth(row[n]) for n in others) for row in table]
            best = means.index(max(means))
            gap, weights = grid[best].gap, grid[best].weights
            chosen.append(table[best][held])
            show(
                f"{name} fold {held}: {gap.least} {gap.relative} {gap.late} {weights.name}",
                chosen[-1],
            )
        show(f"{name}, chosen elsewhere", mean(chosen))
        mine = [kit.figures(fold, shipped) for fold in folds]
        show(f"{name}, as shipped", mean(mine))
        worths = sorted(statistics.mean(worth(f) for f in row) for row in table)
        print(f"{name}: neighbours' worth from {worths[0]:.1f} to {worths[-1]:.1f}", flush=True)


if __name__ == "__main__":
    main()
