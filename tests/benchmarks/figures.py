"""Figures: the table of docs/explanation/figures.md; the README has five of its rows.

    python tests/benchmarks/figures.py

Runs the seeds, the speed benchmark and, where the folder that CORPUSKIT_EVAL names is at hand
(default ../shared/eval), each development kit's own scorer through the adapters in tests/eval.
Takes some minutes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import attrs

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests" / "seeds"), str(ROOT / "tests" / "benchmarks")]

import seeds_score  # noqa: E402
import seeds_texts  # noqa: E402
import speed  # noqa: E402


@attrs.frozen
class Figure:
    """One figure of a scorer.

    Attributes:
        what: the row's label.
        path: the keys in the scorer's JSON; a share of 1 is shown as a percentage.
        other: the best other system on the same data, as the kit's authors measured it.
        data: what it was measured on, where that is not all of the kit.
    """

    what: str
    path: str
    other: str = ""
    data: str = ""


@attrs.frozen
class Kit:
    """A development kit: its scorer's arguments, and which figures of its JSON to show."""

    name: str
    data: str
    arguments: tuple[str, ...]
    figures: tuple[Figure, ...]


KITS = (
    Kit(
        "boilerplate",
        "WCXB, 707 flattened pages",
        ("--adapter", "boilerplate"),
        (
            Figure("body, mean F1", "body.F1", "trafilatura 93.2, from the HTML"),
            Figure(
                "stacked pages, boundary F1 within two lines",
                "split.region.F1_2",
                "time stamps 18.4",
            ),
            Figure(
                "stacked pages of one site, the same",
                "split.same-site.F1_2",
                "time stamps 13.3",
            ),
            Figure(
                "stacks in the seeds' style, exact boundary F1",
                "split.seed-like.F1",
                "repeated headline 82.6",
            ),
            Figure("headline exact", "title.exact", "readability-lxml 71.4, from the HTML"),
            Figure("publication date right", "published.accuracy", "htmldate 85.2, from the HTML"),
        ),
    ),
    Kit(
        "dates",
        "TimeBank and AQUAINT, 256 texts",
        ("--adapter", "dates:tag"),
        (
            Figure("span, strict F1", "strict_F1", "HeidelTime 84.1"),
            Figure("span and value, F1", "value_F1", "HeidelTime 77.5"),
        ),
    ),
    Kit(
        "casualties",
        "160 news sentences",
        ("--adapter", "casualties:casualties"),
        (
            Figure("low and high right, F1", "gold.range.F1", "spaCy parse 70.7"),
            Figure(
                "death tolls found, recall",
                "muc.killed.number_recall",
                "spaCy parse 38.7",
                "MUC-4, 1,495 texts",
            ),
            Figure(
                "counts of wounded found, recall",
                "muc.wounded.number_recall",
                "spaCy parse 63.2",
                "MUC-4, 1,495 texts",
            ),
        ),
    ),
    Kit(
        "quotes",
        "PolNeAR, development half",
        ("--adapter", "quotes:quotes"),
        (
            Figure("direct, words and speaker, F1", "views.direct.e2e_F", "textacy 81.2"),
            Figure("within marks, the same", "views.marked.e2e_F", "textacy 72.2"),
            Figure("indirect, the same", "views.indirect.e2e_F", "GenderGapTracker 32.0"),
        ),
    ),
    Kit(
        "events",
        "ECB+, 575 reports",
        ("--adapter", "events:link"),
        (
            Figure("pairs of reports of one event, F1", "full.pair.F1", "tuned TF-IDF 81.7"),
            Figure("stories, B-cubed F1", "full.b3.F1", "tuned TF-IDF 87.3"),
        ),
    ),
)

ASPECTS = ("furniture", "body", "dates_values", "casualties", "direct_spans", "direct_speakers")
"""Of the seeds' scorer: all that has one right answer."""


NEW = (
    ("PolNeAR, development half", "quotes/data/dev.jsonl.gz"),
    ("ECB+, 575 reports", "events/data/docs.jsonl.gz"),
)
"""Texts that are read when their words and names are new, and again."""

Row = tuple[str, str, str, str]


def rows() -> Iterator[Row]:
    """(what, data, figure, other) of the whole table."""
    folder = Path(os.environ.get("CORPUSKIT_EVAL") or ROOT.parent / "shared" / "eval")
    for kit in KITS:
        if (folder / kit.name).is_dir():
            yield from kit_rows(kit, folder)
    what = "all answers: lines, dates, counts, quotations, speakers"
    for title, load in (
        ("seeds, 5", seeds_texts.originals),
        ("specimens, 7", seeds_texts.specimens),
    ):
        try:
            tallies = seeds_score.score(load())
        except FileNotFoundError:
            continue
        found = [tallies[aspect] for aspect in ASPECTS]
        right, wanted = sum(t.right for t in found), sum(t.wanted for t in found)
        extra = sum(t.extra for t in found)
        tail = f", {extra} too many" if extra else ""
        yield what, f"the {title} documents", f"{right} of {wanted}{tail}", ""
        what = "the same"
    texts = speed.sources(500_000)
    figure = speed.whole(texts, rounds=8)  # the least disturbed run by the least disturbed unit
    yield "whole pipeline", "the specimens, repeated", f"{figure:.0f} yardsticks", ""
    with ProcessPoolExecutor(1, max_tasks_per_child=1) as pool:  # a process has met no word yet
        for data, name in NEW:
            if (folder / name).is_file():
                new, known = pool.submit(speed.new_and_known, folder / name).result()
                yield "the same, new texts", data, f"{new:.0f} yardsticks, {known:.0f} again", ""


def kit_rows(kit: Kit, folder: Path) -> Iterator[Row]:
    """A kit's figures, by its own scorer."""
    done = subprocess.run(
        [sys.executable, str(folder / kit.name / "score.py"), *kit.arguments, "--json"],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "tests" / "eval")},
    )
    found: dict[str, Any] = json.loads(done.stdout)
    for figure in kit.figures:
        value: Any = found
        for key in figure.path.split("."):
            value = value[key]
        measured = f"{value * 100 if value <= 1 else value:.1f} %"
        yield f"{kit.name}: {figure.what}", figure.data or kit.data, measured, figure.other


def main() -> int:
    """Print the table in Markdown."""
    print("| what | measured on | corpuskit | best other |\n|---|---|---|---|")
    for row in rows():
        print(f"| {' | '.join(row)} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
