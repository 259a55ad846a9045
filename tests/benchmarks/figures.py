"""Figures: the table of the README, measured again.

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
from pathlib import Path
from typing import Any

import attrs

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests" / "seeds"), str(ROOT / "tests" / "benchmarks")]

import seeds_score  # noqa: E402
import seeds_texts  # noqa: E402
import speed  # noqa: E402


@attrs.frozen
class Kit:
    """A development kit: its scorer's arguments, and which figures of its JSON to show.

    Attributes:
        figures: label to the path of keys; a share of 1 is shown as a percentage.
    """

    name: str
    data: str
    arguments: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]


KITS = (
    Kit(
        "boilerplate",
        "WCXB, 707 flattened pages",
        ("--adapter", "boilerplate"),
        (
            ("body, mean F1", "body.F1"),
            ("stacked pages, boundary F1 within two lines", "split.region.F1_2"),
            ("stacked pages of one site, the same", "split.same-site.F1_2"),
            ("stacks in the seeds' style, exact boundary F1", "split.seed-like.F1"),
            ("headline exact", "title.exact"),
            ("publication date right", "published.accuracy"),
        ),
    ),
    Kit(
        "dates",
        "TimeBank and AQUAINT, 256 texts",
        ("--adapter", "dates:tag"),
        (("span, strict F1", "strict_F1"), ("span and value, F1", "value_F1")),
    ),
    Kit(
        "casualties",
        "160 news sentences; MUC-4",
        ("--adapter", "casualties:casualties"),
        (
            ("low and high right in sentences, F1", "gold.range.F1"),
            ("MUC-4 death tolls found, recall", "muc.killed.number_recall"),
            ("MUC-4 counts of wounded found, recall", "muc.wounded.number_recall"),
        ),
    ),
    Kit(
        "quotes",
        "PolNeAR, development half",
        ("--adapter", "quotes:quotes"),
        (
            ("direct, same words, F1", "views.direct.exact_F"),
            ("all modes, overlapping, F1", "views.all.iou_F"),
            ("speaker's head right", "views.all.spk_head"),
        ),
    ),
    Kit(
        "events",
        "ECB+, 575 reports",
        ("--adapter", "events:link"),
        (("reports of one event, B-cubed F1", "full.b3.F1"), ("purity", "full.purity")),
    ),
)

SEEDS = (
    ("furniture lines labelled", "furniture"),
    ("body lines kept", "body"),
    ("dates with the right value", "dates_values"),
    ("casualty counts with low, high and kind", "casualties"),
    ("direct quotations, same words", "direct_spans"),
    ("their speakers, by name", "direct_speakers"),
)


def rows() -> Iterator[tuple[str, str, str]]:
    """(what, data, figure) of the whole table."""
    folder = Path(os.environ.get("CORPUSKIT_EVAL") or ROOT.parent / "shared" / "eval")
    for kit in KITS:
        if (folder / kit.name).is_dir():
            yield from kit_rows(kit, folder)
    for title, load in (("seeds", seeds_texts.originals), ("specimens", seeds_texts.specimens)):
        try:
            tallies = seeds_score.score(load())
        except FileNotFoundError:
            continue
        for label, aspect in SEEDS:
            tally = tallies[aspect]
            extra = f", {tally.extra} too many" if tally.extra else ""
            yield label, f"the {title}", f"{tally.right} of {tally.wanted}{extra}"
    texts = speed.sources(500_000)
    figure = min(speed.whole(texts, rounds=2) for _ in range(5))  # the least disturbed one
    yield "whole pipeline", "the specimens, repeated", f"{figure:.0f} yardsticks"


def kit_rows(kit: Kit, folder: Path) -> Iterator[tuple[str, str, str]]:
    """A kit's figures, by its own scorer."""
    done = subprocess.run(
        [sys.executable, str(folder / kit.name / "score.py"), *kit.arguments, "--json"],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "tests" / "eval")},
    )
    found: dict[str, Any] = json.loads(done.stdout)
    for label, path in kit.figures:
        value: Any = found
        for key in path.split("."):
            value = value[key]
        yield f"{kit.name}: {label}", kit.data, f"{value * 100 if value <= 1 else value:.1f} %"


def main() -> int:
    """Print the table in Markdown."""
    print("| what | measured on | figure |\n|---|---|---|")
    for what, data, figure in rows():
        print(f"| {what} | {data} | {figure} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
