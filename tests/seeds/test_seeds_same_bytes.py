"""Same input, same bytes: over runs, hash seeds, and the order in which plugins are listed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SPECIMENS = Path(__file__).parents[2] / "seeds" / "specimens"

PROGRAM = """
import datetime, sys
from importlib import metadata
from pathlib import Path

found = sorted(metadata.entry_points(group="corpuskit"), key=lambda e: (e.name, e.value))
if sys.argv[2] == "reversed":
    found.reverse()
listed = metadata.entry_points
metadata.entry_points = lambda **kwargs: tuple(found)

import corpuskit
from corpuskit.pipeline.records import to_line

day = datetime.date(2021, 2, 19)
paths = sorted(Path(sys.argv[1]).glob("*.txt"))
sources = [
    corpuskit.Source.from_bytes(path.read_bytes(), id=path.name, published=published)
    for path in paths
    for published in (None, day)
]
pipeline = corpuskit.Pipeline.installed()
results = list(pipeline.run(sources))
assert all(not result.failures for result in results), results[0].failures
for result in results:
    sys.stdout.buffer.write(to_line(result).encode())
for cluster in corpuskit.link(results):
    sys.stdout.buffer.write(repr(cluster).encode() + b"\\n")
sys.stdout.buffer.write(repr(corpuskit.stories(results)).encode())
"""


def run(*, seed: str, order: str) -> bytes:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(SPECIMENS), order],
        env={**os.environ, "PYTHONHASHSEED": seed, "CORPUSKIT_PLUGINS": ""},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.fixture(scope="module")
def bytes_once() -> bytes:
    return run(seed="1", order="as listed")


@pytest.mark.parametrize(
    ("seed", "order"),
    [("1", "as listed"), ("2", "as listed"), ("1", "reversed"), ("3", "reversed")],
    ids=["second run", "second hash seed", "other install order", "both"],
)
def test_the_same_bytes(bytes_once, seed, order):
    again = run(seed=seed, order=order)
    assert len(again) > 10_000
    assert again == bytes_once
