"""First-party plugins come through the same door and keep the same contract as everybody's.

Their own tests run the kit; here it is made sure that none is left out.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from corpuskit.contract import Part, Selection, discover
from corpuskit.testing import checks_for

PLUGINS = Path(__file__).parents[2] / "plugins"


def parts() -> list[Part]:
    """Every part of an installed first-party plugin that the kit knows checks for."""
    found = (part for plugin in discover(Selection()).plugins for part in plugin.parts)
    return [p for p in found if p.plugin.startswith("corpuskit-") and checks_for(p.kind)]


def contracted(source: str) -> set[str]:
    """The classes whose objects a module of tests hands to one of the kit's contracts."""
    return {
        call.func.id
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef)
        if any(isinstance(base, ast.Name) and base.id.endswith("Contract") for base in node.bases)
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
    }


@pytest.mark.parametrize("part", parts(), ids=lambda part: f"{part.kind}-{part.name}")
def test_a_plugins_own_tests_hold_it_to_the_contract(part: Part) -> None:
    tests = (PLUGINS / part.plugin / "tests").glob("test_*_contract.py")
    found: set[str] = set().union(*(contracted(file.read_text("utf-8")) for file in tests))
    assert type(part.object).__name__ in found


def test_a_part_that_is_left_out_is_noticed() -> None:
    kept = "class TestDates(ExtractorContract):\n    extractor = Dates()"
    assert contracted(kept) == {"Dates"}
    assert contracted("PIPELINE = Pipeline([Dates()])\nclass TestOther:\n    it = Dates()") == set()


def test_every_first_party_plugin_is_here() -> None:
    names = {plugin.entry_point for plugin in discover(Selection()).plugins if plugin.parts}
    assert {"boilerplate", "casualties", "dates", "entities", "events", "quotes"} <= names
