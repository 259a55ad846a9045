"""Guards: what checking every output costs, as a ratio to the same plugins run without checks.

    python tests/benchmarks/guards.py [FOLDER]     texts of a folder; by default the specimens

Unguarded means: the same segmenter, scan, order and layers, and what a plugin returns is taken as
it is (sorted only). The bar is 1.3.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from corpuskit import Annotation, Layers, Pipeline, Source
from corpuskit.scan import FoldedText, Scan

BAR = 1.3
ROUNDS = 5
SPECIMENS = Path(__file__).parents[2] / "seeds" / "specimens"


def guarded(pipeline: Pipeline, sources: Sequence[Source]) -> int:
    """As everybody runs it."""
    return sum(len(result.layers) for result in pipeline.run(sources))


def unguarded(pipeline: Pipeline, sources: Sequence[Source]) -> int:
    """The same work without a check, a seal, a stamp or a failure."""
    count = 0
    for source in sources:
        text = FoldedText(source.raw)
        segmenter = pipeline.segmenter
        assert segmenter is not None
        for article in tuple(segmenter.object(source)):
            scan = Scan(article, text=text, triggers=pipeline.plan.triggers)
            found: dict[type[Annotation], tuple[Annotation, ...]] = {}
            for index, step in enumerate(pipeline.plan.steps):
                extractor = step.object
                layers = Layers(
                    scan,
                    found,
                    declared=frozenset((*extractor.requires, *extractor.uses)),
                    hits=scan.hits(index),
                )
                rows: dict[type[Annotation], list[Annotation]] = {
                    layer: [] for layer in extractor.provides
                }
                for annotation in extractor(article, layers):
                    rows[type(annotation)].append(annotation)
                for layer, items in rows.items():
                    found[layer] = tuple(sorted(items, key=lambda a: a.extent))
            count += len(found)
    return count


Way = Callable[[Pipeline, Sequence[Source]], int]


def seconds(way: Way, pipeline: Pipeline, sources: Sequence[Source]) -> float:
    """CPU time of one round."""
    start = time.process_time()
    way(pipeline, sources)
    return time.process_time() - start


def ratio(folder: Path = SPECIMENS, rounds: int = ROUNDS) -> float:
    """Guarded by unguarded, each the best of several rounds taken in turn."""
    pipeline = Pipeline.installed()
    sources = [Source.from_path(path) for path in sorted(folder.glob("*.txt"))]
    assert guarded(pipeline, sources) == unguarded(pipeline, sources)  # and warms both up
    pairs = [
        (seconds(guarded, pipeline, sources), seconds(unguarded, pipeline, sources))
        for _ in range(rounds)
    ]
    return min(g for g, _ in pairs) / min(u for _, u in pairs)


def main(arguments: list[str]) -> int:
    """0 if the ratio is within the bar."""
    found = ratio(Path(arguments[0]) if arguments else SPECIMENS)
    print(f"guarded / unguarded: {found:.2f} (bar {BAR})")
    return int(found > BAR)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
