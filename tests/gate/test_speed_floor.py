"""Floors of speed: what start-up may load and cost, and the whole pipeline in yardsticks."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[1] / "benchmarks" / "speed.py"

WHOLE = 130
"""Yardsticks that the whole pipeline may take. The aim is 60; it is at about 100 to 115."""

FOUR = 80
"""The same for segmenter, dates, casualties and quotes. The aim is 60; they are at about 65."""

VERSION = 8
"""Times a bare interpreter start that `corpuskit --version` may take."""


@pytest.fixture(scope="module")
def speed():
    spec = importlib.util.spec_from_file_location("benchmark_speed", BENCHMARK)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_import_loads_nothing_heavy(speed):
    assert speed.heavy_imports() == []


def test_a_heavy_import_is_noticed(speed, monkeypatch):
    monkeypatch.setattr(speed, "HEAVY", ("sys", "pandas"))
    assert speed.heavy_imports() == ["sys"]


def test_the_version_is_told_fast(speed):
    assert speed.start("-m", "corpuskit.cli", "--version") < VERSION * speed.start("-c", "pass")


def test_the_whole_pipeline(speed):
    assert speed.whole(speed.sources(150_000)) <= WHOLE


def test_the_four_that_the_main_job_needs(speed, monkeypatch):
    whole = speed.Pipeline.installed()
    four = [whole.segmenter.object, *(step.object for step in whole.plan.steps)]
    four = [part for part in four if part.name not in ("entities", "events", "spacy")]
    pipeline = speed.Pipeline(four)
    monkeypatch.setattr(speed.Pipeline, "installed", classmethod(lambda cls: pipeline))
    assert speed.whole(speed.sources(150_000)) <= FOUR


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
