"""The reference: every hook, every member of a protocol and every check stands in the pages."""

from __future__ import annotations

import importlib.util
import inspect
from pathlib import Path
from typing import Any

import pytest

import corpuskit.testing
from corpuskit.contract import API, HOOKS, HookSpecs, protocols
from corpuskit.testing import checks_for

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"
KINDS = ("extractors", "segmenters", "linkers", "readers", "exporters")


def page(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("hook", HOOKS)
def test_hook_is_documented_with_its_signature(hook: str) -> None:
    signature = inspect.signature(getattr(HookSpecs, hook))
    assert list(signature.parameters) == ["self"]
    assert f"def {hook}() -> {signature.return_annotation}\n" in page("hooks.md")


@pytest.mark.parametrize("name", protocols.__all__)
def test_protocol_is_documented_with_its_members(name: str) -> None:
    section = page("protocols.md").partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    assert section
    cls: Any = getattr(protocols, name)
    for field, type_ in vars(cls).get("__annotations__", {}).items():
        assert f"`{field}: {type_}" in section
    for field, value in vars(cls).items():
        if inspect.isfunction(value) and (field == "__call__" or not field.startswith("_")):
            parameters = list(inspect.signature(value).parameters.values())[1:]
            shown = next(row for row in section.split("\n") if row.startswith(f"- `{field}("))
            for parameter in parameters:
                assert f"{parameter.name}: {parameter.annotation}" in shown


def test_pages_are_fresh() -> None:
    path = REFERENCE / "make_contract.py"
    spec = importlib.util.spec_from_file_location("make_contract", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.main(["--check"]) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_every_check_is_documented(kind: str) -> None:
    text = page("testing.md")
    for check in checks_for(kind):
        assert f"`{check.name}`" in text
        assert check.about in text


@pytest.mark.parametrize("kind", KINDS)
def test_contract_class_has_a_test_for_each_check(kind: str) -> None:
    contract = getattr(corpuskit.testing, f"{kind.removesuffix('s').capitalize()}Contract")
    tests = {name.removeprefix("test_") for name in dir(contract) if name.startswith("test_")}
    assert tests == {check.name for check in checks_for(kind)}


def test_public_names_exist() -> None:
    for name in corpuskit.testing.__all__:
        assert getattr(corpuskit.testing, name) is not None


def test_contract_number_is_documented() -> None:
    text = (ROOT / "docs" / "explanation" / "compatibility.md").read_text(encoding="utf-8")
    assert f"```text\n{API}\n```" in text
