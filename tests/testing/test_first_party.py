"""First-party plugins come through the same door and pass the same kit as everybody's."""

from __future__ import annotations

from typing import Any

import pytest

from corpuskit.contract import Part, Selection, discover
from corpuskit.testing import case_for, checks_for, verify

# Checks that first-party plugins do not pass yet, with what they say; each is a fault to mend.
KNOWN: dict[tuple[str, str], str] = {}


def parts() -> list[Any]:
    """Every part of an installed first-party plugin that the kit knows checks for."""
    found = [
        part
        for part in (p for plugin in discover(Selection()).plugins for p in plugin.parts)
        if part.plugin.startswith("corpuskit-") and checks_for(part.kind)
    ]
    return [pytest.param(part, id=f"{part.kind}-{part.name}") for part in found]


@pytest.mark.parametrize("part", parts())
def test_first_party_plugin_keeps_the_contract(part: Part) -> None:
    case = case_for(part.kind, part.object)
    failed = {
        outcome.check.name: outcome.message
        for outcome in verify(case, checks_for(part.kind))
        if outcome.state == "failed" and (part.name, outcome.check.name) not in KNOWN
    }
    assert not failed


def test_every_first_party_plugin_is_here() -> None:
    names = {plugin.entry_point for plugin in discover(Selection()).plugins if plugin.parts}
    assert {"boilerplate", "casualties", "dates", "entities", "events", "quotes"} <= names
