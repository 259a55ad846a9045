"""corpuskit new: what it writes installs, passes its tests, and fails them when it is broken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

# kind, file, what is changed in it, the test that must notice
BROKEN = [
    ("extractor", "extractor.py", ("hit.start, hit.end", "0, 1"), "moves_with_text_in_front"),
    ("segmenter", "segmenter.py", ("furniture.append(", "list("), "labels_everything"),
    (
        "linker",
        "linker.py",
        ("sorted(results, key=lambda r: r.article.id)", "results"),
        "any_order",
    ),
    ("reader", "reader.py", (", published=published", ""), "carries_the_date"),
    ("exporter", "exporter.py", ("in results:", "in list(results):"), "one_at_a_time"),
]


@pytest.mark.parametrize(("kind", "file", "change", "check"), BROKEN, ids=[b[0] for b in BROKEN])
def test_new(clean: Any, kind: str, file: str, change: tuple[str, str], check: str) -> None:
    name = f"made-{kind}"
    folder = clean.folder / f"corpuskit-{name}"
    clean.run("corpuskit", "new", name, "--kind", kind)
    clean.install("--no-deps", str(folder))
    try:
        clean.run("python", "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder))
        package = f"corpuskit_made_{kind}"
        code = f"import {package} as p; print(p.__file__)"
        module = Path(clean.run("python", "-c", code).stdout.strip()).parent / file
        text = module.read_text()
        assert change[0] in text
        module.write_text(text.replace(*change))
        done = clean.run("corpuskit", "check", name, "--only", check, check=False)
        assert done.returncode == 1, done.stdout
        assert f"FAILED  {check}" in done.stdout
    finally:
        clean.uninstall(f"corpuskit-{name}")


def test_new_refuses_a_folder_in_use(clean: Any) -> None:
    target = clean.folder / "corpuskit-twice"
    target.mkdir()
    (target / "mine.txt").write_text("mine")
    done = clean.run("corpuskit", "new", "twice", check=False)
    assert done.returncode == 2
    assert "something in it already" in done.stderr
    assert [path.name for path in target.iterdir()] == ["mine.txt"]


def test_new_refuses_a_name_that_is_none(clean: Any) -> None:
    done = clean.run("corpuskit", "new", "My Plugin", check=False)
    assert done.returncode == 2
    assert "lower-case words" in done.stderr
