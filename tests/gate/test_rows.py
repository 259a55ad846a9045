"""A word is a row: no extractor lists words of content in its code."""

from __future__ import annotations

from pathlib import Path

import pytest
import rows

ROOT = Path(__file__).parents[2]
SCAN = ROOT / "src" / "corpuskit" / "scan"
PLUGINS = ROOT / "plugins"
FILES = sorted([*SCAN.rglob("*.py"), *PLUGINS.glob("*/src/**/*.py")])
TABLES = sorted([*SCAN.rglob("*.tsv"), *PLUGINS.glob("*/src/**/*.tsv")])


def test_words_of_content_are_rows():
    known = rows.terms(FILES, TABLES)
    found = [
        f"{file.relative_to(ROOT)}:{line}: {' '.join(words)}"
        for file in FILES
        for line, words in rows.strays(file.read_text(encoding="utf-8"), known)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "planted",
    [
        '_BANDS = frozenset("gang band squad".split())',
        'if word in ("road", "bridge", "of"): pass',
        '_WEAPONS = {"rifle", "gun", "of"}',
    ],
)
def test_a_list_of_words_is_found(planted):
    assert rows.strays(planted)


@pytest.mark.parametrize(
    "fine",
    [
        '__all__ = ["squad_of", "gang_of"]',
        '_OPENS = frozenset("who whom which whose of".split())',
        'Kind = Literal["gang", "squad", "band"]',
        '_JOINED = ("as well as", "as were", "weren\'t")',
        'if kind in ("killed", "wounded"): pass',
    ],
)
def test_closed_classes_and_the_codes_own_terms_are_not(fine):
    assert not rows.strays(fine, frozenset({"killed", "wounded"}))
