"""Plugins as outsiders write them, from wheels: an API break is seen here first."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

PLUGINS = Path(__file__).parent / "plugins"


@pytest.mark.parametrize("name", ["daily-tolls", "iso-dates", "river-levels"])
def test_outsiders_tests_pass(clean: Any, name: str) -> None:
    target = clean.folder / name
    shutil.copytree(PLUGINS / name / "tests", target, dirs_exist_ok=True)
    clean.run("python", "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", str(target))


def test_nothing_of_the_checkout_is_used(clean: Any) -> None:
    code = "import corpuskit, corpuskit_dates; print(corpuskit.__file__, corpuskit_dates.__file__)"
    places = clean.run("python", "-c", code).stdout.split()
    assert all("site-packages" in place for place in places)


def test_listing_says_who_replaces_whom(clean: Any) -> None:
    rows = json.loads(clean.run("corpuskit", "plugins", "--json").stdout)
    parts = {p["name"]: p for row in rows for p in row["parts"] if p["kind"] == "extractor"}
    assert parts["dates"]["reason"] == "replaced by iso-dates of iso-dates"
    assert parts["iso-dates"]["state"] == "active"
    assert parts["daily-tolls"]["order"] > parts["iso-dates"]["order"]
    assert parts["daily-tolls"]["requires"] == ["Casualty", "DateMention"]


def test_tree(clean: Any) -> None:
    tree = clean.run("corpuskit", "plugins", "--tree").stdout
    assert "requires DateMention, from iso-dates" in tree


def test_configuration_brings_the_first_party_dates_back(clean: Any) -> None:
    (clean.folder / "corpuskit.toml").write_text('plugins = ["-iso-dates"]\n')
    rows = json.loads(clean.run("corpuskit", "plugins", "--json").stdout)
    (clean.folder / "corpuskit.toml").unlink()
    states = {row["entry_point"]: row["state"] for row in rows}
    assert states["iso-dates"] == "disabled"
    parts = {part["name"]: part for row in rows for part in row["parts"]}
    assert parts["dates"]["state"] == "active"


def test_a_broken_plugin_is_named_and_the_others_run(clean: Any) -> None:
    site = Path(clean.run("python", "-c", "import daily_tolls as d; print(d.__file__)").stdout)
    module = site.parent / "plugin.py"
    text = module.read_text()
    try:
        module.write_text("import nowhere_to_be_found\n")
        listing = clean.run("corpuskit", "plugins", check=False)
        assert listing.returncode == 1
        assert "daily-tolls 1.0.0  failed: ModuleNotFoundError" in listing.stdout
        code = "import corpuskit; r, = corpuskit.extract('On 2024-03-16.'); print(len(r.dates))"
        assert clean.run("python", "-c", code).stdout == "1\n"
    finally:
        module.write_text(text)
