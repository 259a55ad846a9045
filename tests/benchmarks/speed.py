"""Speed: start-up in milliseconds, and every plugin and the whole pipeline in yardsticks.

    python tests/benchmarks/speed.py [CHARACTERS] [TEXTS]      (make bench)

One yardstick is one pass of `re.findall(r"\\w+|\\S", text)` over the same text in the same
process, so that figures of different machines can be compared. The text is the specimens, again
and again, each a source of its own. CPU time; the best of several rounds. Of other texts, a folder
of them or a file of JSON Lines, it is told what the first pass costs, when their words and names
are new, and the next.
"""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import corpuskit
from corpuskit import Pipeline, Source
from corpuskit.pipeline.jsonl import JsonLines

SPECIMENS = Path(__file__).parents[2] / "seeds" / "specimens"
DAY = dt.date(2021, 2, 19)
HEAVY = ("pandas", "pyarrow", "rich", "spacy", "dateutil")


def sources(characters: int) -> list[Source]:
    """Specimens, repeated until there are so many characters."""
    texts = [path.read_bytes().decode() for path in sorted(SPECIMENS.glob("*.txt"))]
    made: list[Source] = []
    total = 0
    while total < characters:
        text = texts[len(made) % len(texts)]
        made.append(Source(raw=text, id=str(len(made)), published=DAY))
        total += len(text)
    return made


def cpu(work: Callable[[], object], rounds: int = 3) -> float:
    """Seconds of CPU, the best of some rounds."""

    def once() -> float:
        begin = time.process_time()
        work()
        return time.process_time() - begin

    return min(once() for _ in range(rounds))


def yardstick(texts: Iterable[Source]) -> float:
    """Seconds of one pass over the words."""
    pattern = re.compile(r"\w+|\S")
    raws = [source.raw for source in texts]
    return cpu(lambda: [pattern.findall(raw) for raw in raws], rounds=5)


class Timed:
    """A part of a pipeline that counts the seconds it takes."""

    def __init__(self, part: Any) -> None:
        self._part = part
        self.seconds = 0.0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._part, name)

    def __call__(self, *arguments: Any) -> Any:
        begin = time.process_time()
        found = list(self._part(*arguments))
        self.seconds += time.process_time() - begin
        return found


def whole(texts: list[Source], rounds: int = 3) -> float:
    """The installed pipeline, in yardsticks."""
    pipeline = Pipeline.installed()
    list(pipeline.run(texts[:8]))  # patterns compile on first use
    seconds = cpu(lambda: sum(1 for _ in pipeline.run(texts)), rounds)
    return seconds / yardstick(texts)


def new_and_known(path: Path) -> tuple[float, float]:
    """The installed pipeline over a folder of texts, or a file of JSON Lines, in yardsticks: when
    they are new, and again."""
    if path.is_dir():
        texts = [Source.from_path(one, published=DAY) for one in sorted(path.rglob("*.txt"))]
    else:
        texts = list(JsonLines()(path, published=DAY))
    pipeline = Pipeline.installed()
    list(pipeline.run(sources(100_000)))  # patterns compile and lexicons are read on first use
    new, known = (cpu(lambda: sum(1 for _ in pipeline.run(texts)), rounds=1) for _ in range(2))
    unit = yardstick(texts)
    return new / unit, known / unit


def parts(texts: list[Source]) -> dict[str, float]:
    """Each part alone within the pipeline, in yardsticks.

    What is found once for all (sentences, numbers, names) is counted with the part that asks for
    it first; "core" is the rest: folding, triggers, guards.
    """
    installed = Pipeline.installed()
    timed = [Timed(step.object) for step in installed.plan.steps]
    if installed.segmenter is not None:
        timed.insert(0, Timed(installed.segmenter.object))
    pipeline = Pipeline(timed)
    list(pipeline.run(texts[:8]))
    for part in timed:
        part.seconds = 0.0
    total = cpu(lambda: sum(1 for _ in pipeline.run(texts)), rounds=1)
    unit = yardstick(texts)
    found = {part.name: part.seconds / unit for part in timed}
    return found | {"core": total / unit - sum(found.values())}


def start(*arguments: str, rounds: int = 7) -> float:
    """Seconds from start to end of an interpreter, the best of some rounds."""

    def once() -> float:
        begin = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        return time.perf_counter() - begin

    return min(once() for _ in range(rounds))


def heavy_imports() -> list[str]:
    """Which heavy packages `import corpuskit` loads; there should be none."""
    program = f"import corpuskit, sys; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    return done.stdout.split()


def main(arguments: list[str]) -> int:
    """Print all figures."""
    characters = int(arguments[0]) if arguments else 1_000_000
    bare = start("-c", "pass")
    imported = start("-c", "import corpuskit")
    version = start("-m", "corpuskit.cli", "--version")
    print(f"bare interpreter      {bare * 1000:8.1f} ms")
    print(f"import corpuskit      {(imported - bare) * 1000:8.1f} ms more")
    print(f"corpuskit --version   {version / bare:8.1f} times a bare interpreter start")
    print(f"heavy imports         {', '.join(heavy_imports()) or 'none'}")
    texts = sources(characters)
    total = sum(len(source.raw) for source in texts)
    unit = yardstick(texts)
    print(f"text                  {total:,} characters, {len(texts)} sources")
    print(f"one yardstick         {unit * 1000:8.1f} ms, {total / unit / 1e6:.1f} M characters/s")
    for name, figure in parts(texts).items():
        print(f"  {name:<20}{figure:8.1f} yardsticks")
    figure = whole(texts)
    rate = total / (figure * unit) / 1e6
    print(f"whole pipeline        {figure:8.1f} yardsticks, {rate:.2f} M characters/s")
    if len(arguments) > 1:
        new, known = new_and_known(Path(arguments[1]))
        print(f"{arguments[1]}: {new:.1f} yardsticks when new, {known:.1f} when read again")
    print(f"corpuskit             {corpuskit.__version__}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
