"""plugins, check, explain and corpuskit.toml: what they print and what they refuse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpuskit import ConfigurationError
from corpuskit.cli import main
from corpuskit.cli.new import TAKEN
from corpuskit.contract.configuration import Configuration

TEXT = "Seven soldiers were killed in Mirsk on 16 March 2024, the ministry said.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CORPUSKIT_PLUGINS", raising=False)
    return tmp_path


REFUSED = [
    ("plugin = ['dates']", "unknown key 'plugin'; there are: options, plugins"),
    ("plugins = 'dates'", "plugins must be a list of names"),
    ("plugins = [1]", "plugins must be a list of names"),
    ("options = 3", "options must be tables"),
    ("[options]\ndates = 3", "options.dates must be a table"),
    ("plugins = [", "no TOML"),
    ("plugins = ['datse']", "plugins names 'datse', which is not installed; installed are: "),
    ("[options.datse]\nx = 1", "options for datse, which is not loaded; loaded are: "),
    ("[options.dates]\nno_such = 1", "dates has no option 'no_such'; it has: "),
]


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_configuration_errors_name_the_key_and_the_known_ones(
    folder: Path, text: str, message: str
) -> None:
    file = folder / "corpuskit.toml"
    file.write_text(text)
    with pytest.raises(ConfigurationError) as error:
        Configuration.load(file).discover()
    assert message in str(error.value)
    assert "corpuskit.toml" in str(error.value)


def test_nearest_configuration_is_found(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool.corpuskit]\nplugins = ['-quotes']\n")
    inner = folder / "a" / "b"
    inner.mkdir(parents=True)
    (folder / "a" / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert Configuration.find(inner).plugins == ("-quotes",)
    (folder / "a" / "corpuskit.toml").write_text("plugins = ['dates']\n")
    assert Configuration.find(inner).plugins == ("dates",)
    assert Configuration.find(inner).file == folder / "a" / "corpuskit.toml"


def test_environment_goes_before_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "corpuskit.toml").write_text("plugins = ['dates']\n")
    monkeypatch.setenv("CORPUSKIT_PLUGINS", "quotes")
    assert Configuration.find().selection.allow == {"quotes"}


def test_selection_of_a_file_decides_what_runs(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "corpuskit.toml").write_text("plugins = ['dates']\n")
    assert main(["plugins", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    active = [row["entry_point"] for row in rows if row["state"] == "active"]
    assert active == ["dates"]
    (folder / "one.txt").write_text(TEXT)
    assert main(["extract", "one.txt", "-o", "one.jsonl"]) == 0
    record = json.loads((folder / "one.jsonl").read_text())
    assert "dates" in record
    assert "casualties" not in record


def test_listing_names_layers_order_and_state(capsys: pytest.CaptureFixture[str]) -> None:
    main(["plugins"])
    out = capsys.readouterr().out
    assert "extractor dates; runs as number" in out
    assert "provides DateMention; options languages, numeric_order" in out
    assert "provides DateMention" in out
    assert "reader parquet-texts; reads .parquet" in out
    main(["plugins", "--tree"])
    assert "uses DateMention, from dates" in capsys.readouterr().out
    main(["plugins", "--json"])
    parts = [part for row in json.loads(capsys.readouterr().out) for part in row["parts"]]
    options = {part["name"]: part.get("options") for part in parts}
    assert options["dates"] == {"languages": "('en',)", "numeric_order": "None"}
    assert options["acled"] is None


def test_explain_names_plugin_rule_and_primitives(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "one.txt").write_text(TEXT)
    assert main(["explain", "one.txt", "2"]) == 0
    out = capsys.readouterr().out
    assert "Casualty 'Seven soldiers' [0:14]" in out
    assert "by corpuskit-casualties" in out
    assert "number 7 ('Seven')" in out


def test_explain_on_a_record_says_the_same(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "one.txt").write_text(TEXT)
    main(["explain", "one.txt", "2"])
    expected = capsys.readouterr().out
    main(["extract", "one.txt", "-o", "one.jsonl"])
    capsys.readouterr()
    assert main(["explain", "one.jsonl", "2"]) == 0
    assert capsys.readouterr().out == expected


def test_explain_says_what_was_turned_down(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "plain.toml").write_text("plugins = ['casualties']\n")
    (folder / "one.txt").write_text("The new phone will be a killer, he said; nobody died.\n")
    assert main(["explain", "one.txt", "3", "--config", "plain.toml"]) == 0
    out = capsys.readouterr().out
    assert "no value here" in out
    assert "turned down" in out


def test_explain_on_a_cluster(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    member = {"article_id": "a1", "event_id": "e1"}
    other = {"article_id": "a2", "event_id": "e2"}
    third = {"article_id": "a3", "event_id": "e3"}
    cluster = {
        "id": "abc",
        "members": [member, other],
        "claims": {"killed": [{"value": 7, "source": "a1"}, {"value": 9, "source": "a2"}]},
        "conflicts": ["killed"],
        "joined_by": [[other, "same day, same place"]],
        "candidates": [[third, "another day"]],
    }
    (folder / "c.jsonl").write_text(json.dumps(cluster) + "\n")
    assert main(["explain", "--clusters", "c.jsonl", "abc"]) == 0
    out = capsys.readouterr().out
    assert "event e2 of article a2: same day, same place" in out
    assert "killed: 7 (a1), 9 (a2)  (conflict)" in out
    assert "not with it: event e3 of article a3: another day" in out


def test_explain_names_the_sources_of_a_cluster(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    members = [
        {"article_id": f"a{n}", "event_id": f"e{n}", "source_id": name}
        for n, name in enumerate(["wire.txt", "radio.txt", "herald.txt"], 1)
    ]
    claim = {"value": None, "source": "a1", "low": 4, "high": 6, "span": {"start": 2, "end": 9}}
    cluster = {
        "id": "abc",
        "members": members[:2],
        "claims": {"killed": [claim, {"value": 9, "source": "a2", "low": 9}]},
        "joined_by": [[members[1], "same day"]],
        "candidates": [[members[2], "another day"]],
    }
    (folder / "c.jsonl").write_text(json.dumps(cluster) + "\n")
    assert main(["explain", "--clusters", "c.jsonl", "abc"]) == 0
    out = capsys.readouterr().out
    assert "event e1 of wire.txt (article a1): the first" in out
    assert "event e2 of radio.txt (article a2): same day" in out
    assert "killed: 4-6 (wire.txt[2:9]), 9+ (radio.txt)" in out
    assert "not with it: event e3 of herald.txt (article a3): another day" in out


@pytest.mark.parametrize("where", ["99999", "here"])
def test_explain_refuses_what_is_no_place(
    folder: Path, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "one.txt").write_text(TEXT)
    assert main(["explain", "one.txt", where]) == 2
    assert "CK701" in capsys.readouterr().err


GOOD = """
import corpuskit
from planted_faults import {name}

@corpuskit.hookimpl
def corpuskit_extractors():
    return [{name}()]
"""


@pytest.mark.parametrize(
    ("name", "status", "line"),
    [
        ("Good", 0, "  ok      names_its_rule"),
        ("Nameless", 1, "  FAILED  names_its_rule"),
    ],
)
def test_check_a_module(
    folder: Path, name: str, status: int, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / f"local_{name.lower()}.py").write_text(GOOD.format(name=name))
    (folder / "sample.txt").write_text("A tremor was felt.")
    arguments = ["--only", "names_its_rule", "--sample", "sample.txt"]
    assert main(["check", f"local_{name.lower()}", *arguments]) == status
    assert line in capsys.readouterr().out


def test_check_does_not_praise_what_it_did_not_try(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "dates", "--only", "no_such_check"]) == 2
    captured = capsys.readouterr()
    assert "all is well" not in captured.out
    assert "named no_such_check" in captured.err


@pytest.mark.parametrize("name", ["no_such_plugin", "a-folder"])
def test_check_says_what_is_installed(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a-folder").mkdir()
    assert main(["check", name]) == 2
    assert "installed are: corpuskit-" in capsys.readouterr().err


def test_check_names_why_a_module_cannot_be_loaded(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "local_broken.py").write_text("import nowhere_to_be_found\n")
    assert main(["check", "local_broken"]) == 1
    assert "nowhere_to_be_found" in capsys.readouterr().err


def test_check_says_where_a_package_keeps_its_plugin(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "local_package").mkdir()
    (folder / "local_package" / "__init__.py").write_text("")
    (folder / "local_package" / "plugin.py").write_text("")
    assert main(["check", "local_package"]) == 1
    assert "local_package brings nothing" in (said := capsys.readouterr().err)
    assert said.endswith("; try local_package.plugin\n")


def test_check_names_why_an_object_or_a_sample_cannot_be_had(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "corpuskit:Span"]) == 1
    assert "corpuskit:Span cannot be loaded: TypeError" in capsys.readouterr().err
    (folder / "latin.txt").write_bytes(b"caf\xe9")
    assert main(["check", "dates", "--only", "declares", "--sample", "latin.txt"]) == 1
    assert "CK101 latin.txt[3]: byte 0xE9" in capsys.readouterr().err


def test_a_plugin_of_another_contract_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "local_future.py").write_text("corpuskit_api = 2\n")
    assert main(["check", "local_future"]) == 1
    assert "written for plugin contract 2, this core has 1" in capsys.readouterr().err


def test_new_refuses_the_names_of_the_projects_own_distributions(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(__file__).parents[2]
    own = {path.name.removeprefix("corpuskit-") for path in (root / "plugins").glob("corpuskit-*")}
    assert own | {"core"} == set(TAKEN)
    assert main(["new", "dates"]) == 2
    assert "corpuskit-dates is one of the project's own" in capsys.readouterr().err


@pytest.mark.parametrize(("has_pip", "command"), [(True, "  pip install"), (False, "  uv pip")])
def test_new_says_how_to_install_here(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    has_pip: bool,
    command: str,
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: name if has_pip else None)
    assert main(["new", "tides"]) == 0
    assert command in capsys.readouterr().out
