"""Progress: files are counted, of a single one what comes out of it; in a pipe nothing is shown."""

from __future__ import annotations

import sys
import types

import pytest

from corpuskit.cli import main


@pytest.fixture
def shown(monkeypatch):
    """What a bar was asked to count, on a terminal."""
    counted = []

    class Bar:
        def __new__(cls, some, *, unit, **_):
            counted.append([unit.strip(), 0])
            return cls.each(some, counted[-1])

        @staticmethod
        def each(some, counter):
            for one in some:
                counter[1] += 1
                yield one

        @staticmethod
        def write(text, file):
            print(text, file=file)

    monkeypatch.setitem(sys.modules, "tqdm", types.SimpleNamespace(tqdm=Bar))
    monkeypatch.setenv("CORPUSKIT_PLUGINS", "none")
    return counted


@pytest.mark.parametrize(
    ("files", "counted"),
    [({"a.jsonl": 3}, [["articles", 3]]), ({"a.jsonl": 3, "b.txt": 1}, [["files", 2]])],
)
def test_files_are_counted_and_of_one_its_articles(
    files, counted, shown, tmp_path, capsys, monkeypatch
):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    for name, texts in files.items():
        (tmp_path / name).write_text('{"text": "It rained."}\n' * texts, encoding="utf-8")
    assert main(["extract", str(tmp_path), "-o", str(tmp_path / "out.jsonl")]) == 0
    assert shown == counted
    assert capsys.readouterr().out.count("no count layer") == sum(files.values())
