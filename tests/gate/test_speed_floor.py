"""Floors of speed: what start-up may load and cost, and the whole pipeline in yardsticks."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[1] / "benchmarks" / "speed.py"

WHOLE = 90
"""Yardsticks that the whole pipeline may take. The aim is 60; on a quiet machine it is at 62."""

FOUR = 60
"""The same for segmenter, dates, casualties and quotes; on a quiet machine they are at 46."""

VERSION = 8
"""Times a bare interpreter start that `corpuskit --version` may take."""


@pytest.fixture(scope="module")
def speed():
    spec = importlib.util.spec_from_file_location("benchmark_speed", BENCHMARK)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def best(speed, enough: float) -> float:
    """The best of some tries: a neighbour on the machine can double a figure, never halve it."""
    texts = speed.sources(150_000)
    figure = speed.whole(texts)
    for _ in range(12):
        if figure <= enough:
            break
        figure = min(figure, speed.whole(texts))
    return figure


def test_import_loads_nothing_heavy(speed):
    assert speed.heavy_imports() == []


def test_a_heavy_import_is_noticed(speed, monkeypatch):
    monkeypatch.setattr(speed, "HEAVY", ("sys", "pandas"))
    assert speed.heavy_imports() == ["sys"]


def test_the_version_is_told_fast(speed):
    assert speed.start("-m", "corpuskit.cli", "--version") < VERSION * speed.start("-c", "pass")


def test_the_whole_pipeline(speed):
    assert best(speed, WHOLE) <= WHOLE


def test_the_four_that_the_main_job_needs(speed, monkeypatch):
    whole = speed.Pipeline.installed()
    four = [whole.segmenter.object, *(step.object for step in whole.plan.steps)]
    four = [part for part in four if part.name not in ("entities", "events", "spacy")]
    pipeline = speed.Pipeline(four)
    monkeypatch.setattr(speed.Pipeline, "installed", classmethod(lambda cls: pipeline))
    assert best(speed, FOUR) <= FOUR


def test_a_slow_part_is_noticed(speed, monkeypatch):
    """A part that reads each text two hundred times more is over the floor."""
    slow = speed.Pipeline.installed()
    segmenter = slow.segmenter.object
    pattern = speed.re.compile(r"\w+|\S")

    class Slow:
        name = "slow"

        def __call__(self, source):
            for _ in range(200):
                pattern.findall(source.raw)
            return segmenter(source)

    pipeline = speed.Pipeline([*(step.object for step in slow.plan.steps), Slow()])
    monkeypatch.setattr(speed.Pipeline, "installed", classmethod(lambda cls: pipeline))
    assert speed.whole(speed.sources(30_000), rounds=1) > WHOLE
