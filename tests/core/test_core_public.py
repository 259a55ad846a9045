"""The public face: `__all__`, what importing costs, and the name that is not ours."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import corpuskit
import corpuskit.scan

ROOT = Path(__file__).parents[2]
SHOWN = sorted(
    {
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("plugins/*/README.md"),
        *ROOT.glob("plugins/*/src/**/*.py"),
        *ROOT.glob("src/corpuskit/cli/templates/**/*.tmpl"),
    }
)
INTERNAL = re.compile(r"\bcorpuskit(?:\.| import (?:.*, )?)(?:cli|contract|model|pipeline)\b")
PYPROJECTS = [ROOT / "pyproject.toml", *sorted(ROOT.glob("plugins/*/pyproject.toml"))]


HEAVY = ("pandas", "pyarrow", "rich", "spacy", "dateutil", "tqdm", "jinja2")


@pytest.mark.parametrize("module", [corpuskit, corpuskit.scan, corpuskit.model])
def test_all_is_true(module):
    assert len(set(module.__all__)) == len(module.__all__)
    assert all(hasattr(module, name) for name in module.__all__)


def test_a_type_checker_sees_what_is_loaded_late():
    tree = ast.parse(Path(corpuskit.__file__).read_text(encoding="utf-8"))
    (seen,) = [node.body for node in tree.body if isinstance(node, ast.If)]
    imported = [
        alias.name for node in seen if isinstance(node, ast.ImportFrom) for alias in node.names
    ]
    assert sorted([*imported, "__version__"]) == sorted(corpuskit.__all__)


def test_every_public_name_has_a_docstring():
    bare = [
        name
        for name in corpuskit.__all__
        if callable(getattr(corpuskit, name))
        and isinstance(getattr(corpuskit, name), type)
        and not (getattr(corpuskit, name).__doc__ or "").strip()
    ]
    assert bare == []


def test_importing_loads_nothing_heavy():
    code = "import sys, corpuskit; print(*sorted({m.partition('.')[0] for m in sys.modules}))"
    assert not {*HEAVY, "attr", "pluggy"} & set(run(code))


def test_a_type_loads_no_plugin_machinery():
    code = "import sys, corpuskit; corpuskit.Span, corpuskit.digest; print(*sys.modules)"
    assert not {*HEAVY, "pluggy", "corpuskit.contract"} & set(run(code))


def run(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.parametrize("path", SHOWN, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_what_readers_copy_and_plugins_import_is_public(path):
    assert INTERNAL.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "from corpuskit.contract import discover",
        "import corpuskit.model.codec",
        "from corpuskit import pipeline",
    ],
)
def test_an_internal_import_is_noticed(line):
    assert INTERNAL.search(line)


@pytest.mark.parametrize("path", PYPROJECTS, ids=lambda p: p.parent.name)
def test_no_distribution_of_the_plain_name_is_required(path):
    project = tomllib.loads(path.read_text(encoding="utf-8"))["project"]
    required = list(project["dependencies"])
    for extra in project.get("optional-dependencies", {}).values():
        required += extra
    names = [
        line.replace("[", " ").replace(">", " ").replace("=", " ").split()[0] for line in required
    ]
    assert "corpuskit" not in names
    assert project["name"] != "corpuskit"


def test_the_core_requires_attrs_and_pluggy_only():
    project = tomllib.loads(PYPROJECTS[0].read_text(encoding="utf-8"))["project"]
    assert [line.split(">")[0] for line in project["dependencies"]] == ["attrs", "pluggy"]


@pytest.mark.parametrize("path", PYPROJECTS[1:], ids=lambda p: p.parent.name)
def test_first_party_plugins_require_the_core_of_their_minor_version(path):
    core = tomllib.loads(PYPROJECTS[0].read_text(encoding="utf-8"))["project"]["version"]
    minor = int(core.split(".")[1])
    project = tomllib.loads(path.read_text(encoding="utf-8"))["project"]
    assert f"corpuskit-core>=0.{minor},<0.{minor + 1}" in project["dependencies"]
