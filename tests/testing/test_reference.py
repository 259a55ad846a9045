"""The reference: every exported name, hook, member of a protocol and check is in the pages."""

from __future__ import annotations

import inspect
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import corpuskit
import corpuskit.scan
import corpuskit.testing
from corpuskit.contract import API, HOOKS, HookSpecs, Layers, protocols
from corpuskit.model import errors
from corpuskit.scan import Scan
from corpuskit.testing import checks_for

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"
KINDS = ("extractors", "segmenters", "linkers", "readers", "exporters")


def public(cls: type) -> list[str]:
    """Names of a class's own members."""
    return sorted(name for name in vars(cls) if not name.startswith("_") and name.isidentifier())


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


@pytest.mark.parametrize("name", corpuskit.__all__)
def test_exported_name_is_documented(name: str) -> None:
    value = getattr(corpuskit, name)
    if name in errors.__all__:
        assert f"\n## {value.code} {name}\n" in page("errors.md")
    elif name in protocols.__all__:
        assert f"\n## {name}\n" in page("protocols.md")
    else:
        assert re.search(rf"\n(?:### {name}\n|- `{name}`: )", page("api.md"))


@pytest.mark.parametrize("name", errors.__all__)
def test_error_says_what_it_means_and_what_to_do(name: str) -> None:
    cls = getattr(errors, name)
    meaning, _, remedy = inspect.getdoc(cls).partition("\n\nRemedy: ")
    assert len(meaning) > 20
    assert len(remedy) > 20
    assert re.search(rf"{name} +{cls.code} ", errors.__doc__) or name == "CorpuskitError"


def test_no_two_errors_share_a_code() -> None:
    codes = [getattr(errors, name).code for name in errors.__all__]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("program", sorted(REFERENCE.glob("make_*.py")), ids=lambda p: p.stem)
def test_made_pages_are_fresh(program: Path) -> None:
    done = subprocess.run([sys.executable, program, "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_stale_page_is_noticed(tmp_path: Path) -> None:
    shutil.copy(REFERENCE / "pages.py", tmp_path)
    program = shutil.copy(REFERENCE / "make_cli.py", tmp_path)
    (tmp_path / "cli.md").write_text("# Another page\n", encoding="utf-8")
    done = subprocess.run([sys.executable, program, "--check"], capture_output=True, text=True)
    assert done.returncode == 1
    assert "stale" in done.stdout


@pytest.mark.parametrize("name", [*corpuskit.scan.__all__, *public(Layers), *public(Scan)])
def test_what_an_extractor_reads_is_documented(name: str) -> None:
    assert re.search(rf"\b{name}\b", page("scan.md"))


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
