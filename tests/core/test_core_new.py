"""corpuskit new: what it names the type and the class of an extractor, and what it refuses."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys

import pytest

from corpuskit import Pipeline
from corpuskit.cli import main

NAMES = [
    ("roadblocks", (), "Roadblock", "Roadblocks"),
    ("road-closures", (), "RoadClosure", "RoadClosures"),
    ("weather", (), "Weather", "WeatherExtractor"),
    ("crisis", (), "Crisis", "CrisisExtractor"),
    ("robberies", (), "Robberies", "RobberiesExtractor"),
    ("buses", (), "Buses", "BusesExtractor"),
    ("gas", (), "Gas", "GasExtractor"),
    ("local-news", (), "LocalNews", "LocalNewsExtractor"),
    ("robberies", ("--type", "Robbery"), "Robbery", "Robberies"),
    ("storms", ("--type", "Storms"), "Storms", "StormsExtractor"),
    ("layers", ("--type", "LayersExtractor"), "LayersExtractor", "LayersExtractorExtractor"),
]


@pytest.mark.parametrize(("name", "more", "found", "cls"), NAMES)
def test_the_type_is_one_of_what_is_named(name, more, found, cls, tmp_path, monkeypatch):
    assert main(["new", name, *more, "-o", str(tmp_path)]) == 0
    package = f"corpuskit_{name.replace('-', '_')}"
    monkeypatch.syspath_prepend(tmp_path / "src")
    for module in [module for module in sys.modules if module.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, module)  # of a case before
    module = importlib.import_module(f"{package}.extractor")
    assert getattr(module, cls).provides == (getattr(module, found),)
    (result,) = Pipeline([getattr(module, cls)()]).run(["A storm cut off two villages."])
    assert [type(one).__name__ for one in result[getattr(module, found)]] == [found]
    for block in re.findall(
        r"```python\n(.*?)```", (tmp_path / "README.md").read_text(), re.DOTALL
    ):
        exec(block, {})
    files = [path for path in tmp_path.rglob("*.*") if path.is_file() and path.suffix != ".pyc"]
    written = "".join(path.read_text() for path in files)
    assert "Mention" not in written
    assert "$" not in written


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (["tolls", "--type", "road block"], "'road block' cannot be a type; give --type"),
        (["tolls", "--type", "toll"], "'toll' cannot be a type"),
        (["tolls", "--type", "2Tolls"], "cannot be a type"),
        (["tolls", "--type", "None"], "'None' cannot be a type"),
        (["tolls", "--type", ""], "'' cannot be a type"),
        (["none"], "'None' cannot be a type"),
        (["articles"], "Article is a name of corpuskit itself; give --type another"),
        (["tolls", "--type", "Lexicon"], "Lexicon is a name of corpuskit itself"),
        (["tolls", "--kind", "reader", "--type", "Toll"], "--type goes with --kind extractor"),
    ],
)
def test_a_type_that_cannot_be_is_refused(call, message, tmp_path, capsys):
    assert main(["new", *call, "-o", str(tmp_path / "made")]) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "made").exists()


@pytest.mark.skipif(importlib.util.find_spec("mypy") is None, reason="mypy is not installed")
def test_what_is_written_is_typed(tmp_path):
    calls = [["roadblocks"], ["weather"], ["robberies", "--type", "Robbery"], ["article"]]
    calls[-1] += ["--kind", "reader"]  # whose class must not be called Article
    for call in calls:
        assert main(["new", *call, "-o", str(tmp_path / call[0])]) == 0
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir=/dev/null"]
    folders = [str(tmp_path / call[0] / "src") for call in calls]
    done = subprocess.run([*command, *folders], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(importlib.util.find_spec("ruff") is None, reason="ruff is not installed")
@pytest.mark.parametrize("kind", ["extractor", "segmenter", "linker", "reader", "exporter"])
def test_what_is_written_is_in_order(kind, tmp_path, capsys):
    made = tmp_path / "made"
    assert main(["new", "roadblocks", "--kind", kind, "-o", str(made)]) == 0
    ruff = [sys.executable, "-m", "ruff"]
    for call in (["check", "--select=E,F,I,UP,B"], ["format", "--check"]):
        command = [*ruff, *call, "--isolated", "--no-cache", "--line-length=100", "."]
        done = subprocess.run(command, cwd=made, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
