"""The kit on registering: what an entry point's module may import and open."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

from corpuskit.testing import case_for, checks_for, verify

PLUGIN = """
import corpuskit
{line}
from {package}.words import Words

@corpuskit.hookimpl
def corpuskit_extractors():
    return [Words()]
"""
WORDS = """
import attrs
import corpuskit

@attrs.frozen(kw_only=True)
class Word(corpuskit.Annotation):
    span: corpuskit.Span

class Words(corpuskit.Extractor):
    name = "words"
    provides = (Word,)
    {declared}

    def __call__(self, article, layers):
        return ()
"""
MANY = "import asyncio, sqlite3, unittest.mock, xml.dom.minidom, multiprocessing, http.server"
READS = "from pathlib import Path; Path(__file__).with_name('words.tsv').read_text()"
CASES = [
    ("light_words", "", "", "passed", ""),
    ("heavy_words", "import hypothesis", "", "failed", "registering imports hypothesis"),
    ("said_words", "import hypothesis", "registration_imports = ('hypothesis',)", "passed", ""),
    ("many_words", MANY, "", "failed", "modules of the standard library"),
    ("read_words", READS, "", "failed", "registering opens"),
    ("gone_words", "import nowhere_at_all", "", "failed", "nowhere_at_all"),
]


@pytest.mark.parametrize(("package", "line", "declared", "state", "message"), CASES)
def test_registering_is_light(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    package: str,
    line: str,
    declared: str,
    state: str,
    message: str,
) -> None:
    folder = tmp_path / package
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "words.tsv").write_text("term\n")
    (folder / "plugin.py").write_text(PLUGIN.format(line=line, package=package))
    (folder / "words.py").write_text(WORDS.format(declared=declared))
    info = tmp_path / f"{package}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[corpuskit]\nwords = {package}.plugin\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)  # compiled modules are no data
    subject = importlib.import_module(f"{package}.words").Words()
    case = case_for("extractors", subject, beside=())
    check = next(c for c in checks_for("extractors") if c.name == "light_registration")
    outcome = next(iter(verify(case, [check])))
    assert (outcome.state, message in outcome.message) == (state, True), outcome.message
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        del sys.modules[name]
