"""The command line: files in, records and a summary out, failures named, exit status honest."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from corpuskit.cli import main
from corpuskit.cli.main import COMMANDS


@pytest.fixture(autouse=True)
def plain(monkeypatch):
    """No plugins: these tests are about the command."""
    monkeypatch.setenv("CORPUSKIT_PLUGINS", "none")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text("One paragraph.\n\nAnother.\n", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.txt").write_text("Second file.", encoding="utf-8")
    (tmp_path / "sub" / "c.bin").write_bytes(b"\x00\x01")
    (tmp_path / ".hidden.txt").write_text("no")
    return tmp_path


def records(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_folder_gives_one_record_an_article_in_path_order(folder, capsys):
    out = folder / "out" / "records.jsonl"
    assert main(["extract", str(folder), "-o", str(out)]) == 0
    assert [r["source"]["id"].rpartition("/")[2] for r in records(out)] == ["a.txt", "b.txt"]
    assert "2 files -> 2 articles" in capsys.readouterr().out


def test_the_summary_gives_places_in_the_file(folder, capsys):
    assert main(["extract", str(folder / "a.txt"), "--published", "2024-03-17"]) == 0
    out = capsys.readouterr().out
    assert f"2024-03-17 (caller)  (no headline)  {(folder / 'a.txt').as_posix()}[0:25]" in out
    assert "no date layer" in out
    assert out.endswith("1 file -> 1 article\n")


def test_demo_shows_three_rows_of_a_kind_and_writes_all(folder, monkeypatch, capsys):
    monkeypatch.delenv("CORPUSKIT_PLUGINS")
    out = folder / "demo.jsonl"
    assert main(["demo", "--plugins", "casualties", "-o", str(out)]) == 0
    texts = capsys.readouterr().out.split("\n\n")
    rows = [[line for line in text.splitlines() if "  count " in line] for text in texts]
    found = [len(record["casualties"]) for record in records(out)]
    assert max(found) > 4
    assert [len(counts) for counts in rows[:-1]] == [min(number, 4) for number in found]
    for counts, number in zip(rows, found, strict=False):
        assert number < 4 or counts[3].split() == ["count", "…", str(number - 3), "more"]


def test_a_bad_file_is_named_and_the_others_come_out(folder, capsys):
    (folder / "a.txt").write_bytes(b"bad \xff byte")
    (folder / "empty.txt").write_bytes(b"")
    out = folder / "r.jsonl"
    assert main(["extract", str(folder), str(folder / "missing.txt"), "-o", str(out)]) == 1
    errors = capsys.readouterr().err
    assert "a.txt" in errors
    assert "byte offset 4" in errors
    assert "empty.txt: the input is empty" in errors
    assert "missing.txt" in errors
    assert len(records(out)) == 1


def test_strict_stops_at_the_first_failure_and_leaves_no_half_file(folder, capsys):
    (folder / "a.txt").write_bytes(b"\xff")
    out = folder / "r.jsonl"
    assert main(["extract", str(folder), "--strict", "-o", str(out)]) == 1
    assert not out.exists()
    assert [p.name for p in folder.iterdir() if p.name.startswith(".r")] == []


def test_standard_input_and_output_in_a_pipe(folder):
    done = subprocess.run(
        [sys.executable, "-m", "corpuskit.cli", "extract", "-", "-o", "-"],
        input=b"Some text.",
        capture_output=True,
        check=True,
    )
    (record,) = map(json.loads, done.stdout.splitlines())
    assert record["article"]["text"] == "Some text."
    assert done.stderr == b""


def test_a_plugin_failure_tells_in_the_exit_status(folder, monkeypatch, capsys):
    from importlib import metadata

    entry = metadata.EntryPoint(name="broken", value="no_such_module_here", group="corpuskit")
    monkeypatch.delenv("CORPUSKIT_PLUGINS")
    monkeypatch.setattr(metadata, "entry_points", lambda group: [entry])
    assert main(["extract", str(folder / "a.txt")]) == 1
    captured = capsys.readouterr()
    assert captured.err.count("broken 0: ModuleNotFoundError") == 1
    assert "1 file -> 1 article" in captured.out


def test_two_runs_give_the_same_bytes(folder):
    for name in ("1.jsonl", "2.jsonl"):
        main(
            ["extract", str(folder / "a.txt"), str(folder / "sub"), "-q", "-o", str(folder / name)]
        )
    assert (folder / "1.jsonl").read_bytes() == (folder / "2.jsonl").read_bytes()


def test_export_csv(folder):
    out, table = folder / "r.jsonl", folder / "r.csv"
    main(["extract", str(folder), "-q", "-o", str(out)])
    assert main(["export", str(out), "--as", "csv", "-o", str(table)]) == 0
    with table.open(newline="", encoding="utf-8") as rows:
        assert next(csv.reader(rows))[:5] == ["source", "article", "published", "layer", "start"]


def test_export_names_the_formats_that_exist(folder, capsys):
    out = folder / "r.jsonl"
    main(["extract", str(folder), "-q", "-o", str(out)])
    assert main(["export", str(out), "--as", "xls"]) == 2
    assert "there are: csv, jsonl" in capsys.readouterr().err


def test_view_marks_the_text(folder):
    page = folder / "a.html"
    assert main(["view", str(folder / "a.txt"), "-o", str(page)]) == 0
    html = page.read_text(encoding="utf-8")
    assert "One paragraph." in html
    assert 'id="c16"' in html


def test_view_takes_folders_and_names_each_source(folder, capsys):
    page = folder / "all.html"
    assert main(["view", str(folder), str(folder / "missing.txt"), "-o", str(page)]) == 1
    html = page.read_text(encoding="utf-8")
    assert all(f"{name}[0:" in html for name in ("a.txt", "b.txt"))
    assert f"{folder / 'missing.txt'}: No such file or directory" in capsys.readouterr().err


def test_view_of_nothing_says_so(tmp_path, capsys):
    assert main(["view", str(tmp_path)]) == 2
    assert "nothing to show" in capsys.readouterr().err


def test_files_of_a_folder_that_nobody_reads_are_counted(folder, capsys):
    main(["extract", str(folder)])
    said = capsys.readouterr().out
    assert "passed over, as no reader takes them: 1 file (.bin)" in said


def test_a_named_file_that_nobody_reads_is_text_and_said_to_be(folder, capsys):
    (folder / "page.html").write_text("<p>Text.</p>", encoding="utf-8")
    assert main(["extract", str(folder / "page.html"), str(folder / "a.txt")]) == 0
    said = capsys.readouterr()
    assert "no reader takes .html: read as plain text" in said.err
    assert "2 files -> 2 articles" in said.out


def test_rich_text_is_refused_not_read_with_its_codes(folder, capsys):
    (folder / "page.rtf").write_bytes(rb"{\rtf1\ansi Seven soldiers were killed.\par}")
    assert main(["extract", str(folder / "page.rtf")]) == 1
    assert "page.rtf: is RTF: save it as plain text first" in capsys.readouterr().err


def test_a_plugin_that_is_not_installed_is_named(folder, capsys):
    assert main(["extract", str(folder), "--plugins=-datse"]) == 2
    assert "--plugins names 'datse', which is not installed" in capsys.readouterr().err
    assert main(["extract", str(folder), "--plugins", "-datse"]) == 2
    assert "--plugins names 'datse', which is not installed" in capsys.readouterr().err


def test_a_damaged_record_file_is_named_with_its_line(folder, capsys):
    bad = folder / "bad.jsonl"
    for line, said in (
        (b"{}", "line 2: not a corpuskit-record/1"),
        (b'{"schema": ', "line 2: no JSON at column 11: Expecting value"),
        (b"caf\xe9", "line 2: no JSON: 'utf-8' codec can't decode byte 0xe9 in position 3"),
        (b"[" * 200_000, "line 2: no JSON: maximum recursion depth exceeded"),
    ):
        bad.write_bytes(b"\n" + line + b"\n")
        assert main(["export", str(bad), "--as", "csv"]) == 1
        assert f"bad.jsonl: {said}" in capsys.readouterr().err


@pytest.mark.parametrize("argv", [[], ["nothing"]])
def test_a_wrong_call_is_exit_status_2(argv, capsys):
    assert main(argv) == 2
    assert "corpuskit" in "".join(capsys.readouterr())


def test_a_wrong_date_is_explained(folder, capsys):
    with pytest.raises(SystemExit) as caught:
        main(["extract", str(folder), "--published", "17.3.2024"])
    assert caught.value.code == 2
    assert "is not a date like 2024-03-17" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--captured", "noon"], "is not a time like 2024-03-17T09:30"),
        (["--encoding", "utf-99"], "there is no encoding 'utf-99'"),
        (["--into", "out", "-j", "0"], "is not a whole number from 1"),
        (["--into", "out", "-o", "x.jsonl"], "not allowed with"),
    ],
)
def test_options_that_say_nothing_are_explained(folder, capsys, options, message):
    with pytest.raises(SystemExit) as caught:
        main(["extract", str(folder), *options])
    assert caught.value.code == 2
    assert message in capsys.readouterr().err


def test_several_processes_need_several_outputs(folder, capsys):
    assert main(["extract", str(folder), "-j", "2"]) == 2
    assert "-j goes with --into" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--as", "csv"], "--as csv goes with -o"),
        (["--rows", "events"], "--rows goes with --as csv"),
        (["--as", "csv", "-o", "-", "--policy", "ucdp"], "--policy goes with --rows events"),
    ],
)
def test_an_option_that_would_say_nothing_is_refused(folder, capsys, options, message):
    assert main(["link", str(folder / "none.jsonl"), *options]) == 2
    assert message in capsys.readouterr().err


def test_what_is_no_file_is_written_to_and_not_replaced(folder):
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        assert main(["extract", str(folder / "a.txt"), "-q", "-o", str(pipe)]) == 0
        assert json.loads(reader.stdout.read())["article"]["text"].startswith("One")
    assert pipe.is_fifo()


@pytest.mark.parametrize("command", [["extract"], ["view"], ["export", "--as", "csv"], ["link"]])
def test_what_is_read_is_not_written_over(folder, monkeypatch, capsys, command):
    monkeypatch.delenv("CORPUSKIT_PLUGINS")  # link needs a linker
    given, other = folder / "a.txt", folder / "link.txt"
    if command[0] in ("export", "link"):
        given = folder / "r.jsonl"
        main(["extract", str(folder / "a.txt"), "-q", "-o", str(given)])
    other.symlink_to(given)
    before = given.read_bytes()
    for target in (given, other):
        assert main([*command, str(given), "-o", str(target)]) == 2
        assert f"{target}: is to be read, too; name another file" in capsys.readouterr().err
    assert given.read_bytes() == before


def test_a_link_stays_a_link(folder):
    (folder / "link.jsonl").symlink_to(folder / "records.jsonl")
    assert main(["extract", str(folder / "a.txt"), "-q", "-o", str(folder / "link.jsonl")]) == 0
    assert (folder / "link.jsonl").is_symlink()
    assert len(records(folder / "records.jsonl")) == 1


def test_an_output_that_is_a_folder_is_named(folder, capsys):
    assert main(["extract", str(folder / "a.txt"), "-o", str(folder / "sub")]) == 1
    assert capsys.readouterr().err.endswith("sub: Is a directory\n")


@pytest.mark.parametrize("call", ["--help", "extract --help", "plugins"])
def test_a_closed_pipe_is_no_error(call):
    line = f"{sys.executable} -m corpuskit.cli {call} | true; echo ${{PIPESTATUS[0]}}"
    run = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True)
    assert (run.stdout, run.stderr) == ("0\n", "")


def test_whoever_reads_no_more_of_the_summary_gets_the_file_whole(folder):
    texts = "".join(f'{{"text": "Text {number}."}}\n' for number in range(999))
    (folder / "many.jsonl").write_text(texts)
    line = f"{sys.executable} -m corpuskit.cli extract many.jsonl -o r.jsonl | true"
    line += "; echo ${PIPESTATUS[0]}"
    run = subprocess.run(["bash", "-c", line], capture_output=True, text=True, cwd=folder)
    assert (run.stdout, run.stderr) == ("0\n", "")
    assert len(records(folder / "r.jsonl")) == 999


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize(
    ("call", "name"),
    [
        ("extract a.txt -q -o /dev/full", "/dev/full"),
        ("extract a.txt > /dev/full", "standard output"),
        ("plugins > /dev/full", "standard output"),
    ],
)
def test_where_no_space_is_left_is_said(folder, call, name):
    line = f"{sys.executable} -m corpuskit.cli {call}"
    run = subprocess.run(["bash", "-c", line], capture_output=True, text=True, cwd=folder)
    assert run.returncode == 1
    assert run.stderr == f"corpuskit {call.split()[0]}: {name}: No space left on device\n"


@pytest.mark.parametrize("call", ["--help", "extract a.txt", "plugins"])
def test_a_terminal_without_a_character_ends_no_run(folder, call):
    (folder / "a.txt").write_text("\u201cWell\u201d\u2026", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "corpuskit.cli", *call.split()]
    run = subprocess.run(command, capture_output=True, cwd=folder, env=environment, check=True)
    assert run.stderr == b""
    assert run.stdout.isascii()


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode elsewhere")
def test_a_file_name_of_any_bytes_is_read(folder):
    name = folder / os.fsdecode(b"caf\xe9.txt")
    name.write_text("Text.", encoding="utf-8")
    name.with_name(f"empty-{name.name}").touch()
    assert main(["extract", str(folder), "-q", "-o", str(folder / "r.jsonl")]) == 1
    assert [r["source"]["id"].rpartition("/")[2] for r in records(folder / "r.jsonl")] == [
        "a.txt",
        "caf\\xe9.txt",
        "b.txt",
    ]
    assert main(["extract", str(folder), "-q", "--into", str(folder / "shards")]) == 1


def test_the_time_of_capture_is_that_of_every_source(folder):
    out = folder / "out.jsonl"
    main(["extract", str(folder), "-q", "-o", str(out), "--captured", "2024-03-17T09:30"])
    told = [json.loads(line)["source"]["captured"] for line in out.read_text().splitlines()]
    assert set(told) == {"2024-03-17T09:30:00"}


def test_help_lists_every_command(capsys):
    assert main(["--help"]) == 0
    listed = capsys.readouterr().out
    assert all(f"  {name} " in listed for name in COMMANDS)


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("corpuskit 0.")
