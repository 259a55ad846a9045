"""Shards: one output a file, whole or not at all, resumed, and a killed worker is named."""

from __future__ import annotations

import functools
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpuskit import ConfigurationError, Reader, Source
from corpuskit.cli import job, main
from corpuskit.contract import Part, Plugin, Registry
from corpuskit.pipeline.shards import (
    Shard,
    ShardReport,
    errors_beside,
    pending,
    run_shards,
    shards_for,
    whole_file,
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CORPUSKIT_PLUGINS", "none")
    for name in ("a", "b", "c"):
        (tmp_path / "in" / f"{name}.txt").parent.mkdir(exist_ok=True)
        (tmp_path / "in" / f"{name}.txt").write_text(f"Text {name}.")
    return tmp_path


def outputs(folder):
    return {p.name: p.read_bytes() for p in sorted((folder / "out").rglob("*.jsonl"))}


def test_jobs_do_not_change_the_bytes(folder, capsys):
    assert main(["extract", str(folder / "in"), "--into", str(folder / "out"), "-j", "2"]) == 0
    assert "3 files -> 3 articles" in capsys.readouterr().out
    several = outputs(folder)
    assert list(several) == ["a.txt.jsonl", "b.txt.jsonl", "c.txt.jsonl"]
    for path in (folder / "out").rglob("*.jsonl"):
        path.unlink()
    main(["extract", str(folder / "in"), "--into", str(folder / "out")])
    assert outputs(folder) == several


def test_a_folder_of_records_is_read_as_one(folder, capsys):
    main(["extract", str(folder / "in"), "-q", "--into", str(folder / "out")])
    (folder / "out" / "clusters.jsonl").write_text('{"members": [], "claims": {}}\n')
    (folder / "out" / "stories.jsonl").write_text('["a"]\n')
    (folder / "out" / "texts.jsonl").write_text('{"text": "Text d."}\n')
    (folder / "out" / "notes.txt").write_text("done on Monday")
    export = ["export", str(folder / "out"), "--as", "jsonl", "-o"]
    assert main([*export, str(folder / "one.jsonl")]) == 0
    written = (folder / "one.jsonl").read_text().splitlines()
    assert [line.count("Text ") for line in written] == [1, 1, 1]
    assert main([*export, str(folder / "out" / "all.jsonl")]) == 0
    assert main([*export, str(folder / "out" / "all.jsonl")]) == 2
    assert "is to be read, too" in capsys.readouterr().err


def test_what_is_broken_in_a_folder_of_records_is_named(folder, capsys):
    (folder / "out").mkdir()
    call = ["export", str(folder / "out"), "--as", "csv"]
    assert main(call) == 2
    assert "no file of records in it" in capsys.readouterr().err
    (folder / "out" / "half.jsonl").write_text('{"schema": "corpus')
    assert main(call) == 1
    assert "half.jsonl: line 1: no JSON" in capsys.readouterr().err


def test_what_is_done_is_not_done_again(folder, capsys):
    call = ["extract", str(folder / "in"), "--into", str(folder / "out")]
    main(call)
    done = next((folder / "out").rglob("a.txt.jsonl"))
    done.write_text("kept\n")
    next((folder / "out").rglob("b.txt.jsonl")).unlink()
    capsys.readouterr()
    assert main(call) == 0
    assert "1 file -> 1 article, 2 done before" in capsys.readouterr().out
    assert done.read_text() == "kept\n"


def test_a_bad_file_is_named_and_leaves_no_output(folder, capsys):
    (folder / "in" / "b.txt").write_bytes(b"\xff")
    assert main(["extract", str(folder / "in"), "--into", str(folder / "out"), "-j", "2"]) == 1
    captured = capsys.readouterr()
    assert "b.txt" in captured.err
    assert "byte offset 0" in captured.err
    assert list(outputs(folder)) == ["a.txt.jsonl", "c.txt.jsonl"]


def kill_on(name, shard):
    if shard.source.name == name:
        os.kill(os.getpid(), signal.SIGKILL)
    with whole_file(shard.target) as stream:
        stream.write(b"done\n")
    return ShardReport(shard, 1)


def test_a_killed_worker_is_named_and_the_others_finish(folder):
    shards = shards_for(sorted((folder / "in").iterdir()), folder / "out")
    reports = list(run_shards(shards, functools.partial(kill_on, "b.txt"), jobs=2))
    failed = [report for report in reports if report.errors]
    assert [report.shard.source.name for report in failed] == ["b.txt"]
    assert "worker process was killed" in failed[0].errors[0]
    assert [shard.source.name for shard in pending(shards)] == ["b.txt"]


def test_a_file_that_was_not_finished_does_not_appear(tmp_path):
    target = tmp_path / "x.jsonl"

    def stop_halfway():
        with whole_file(target) as stream:
            stream.write(b"half")
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        stop_halfway()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="pipes and links of POSIX")
def test_what_is_no_file_is_written_to_as_it_is(tmp_path):
    pipe, link, file = (tmp_path / name for name in ("pipe", "link", "file"))
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    file.write_bytes(b"")
    link.symlink_to(file)
    for target in (pipe, link):
        with whole_file(target) as stream:
            stream.write(b"{}")
    assert os.read(reading, 9) == b"{}"
    os.close(reading)
    assert pipe.is_fifo()
    assert link.is_symlink()
    assert file.read_bytes() == b"{}"
    with pytest.raises(IsADirectoryError), whole_file(tmp_path):
        pass


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_file_can_be_read_by_whom_the_umask_lets(tmp_path):
    before = os.umask(0o027)
    try:
        with whole_file(tmp_path / "out.jsonl") as stream:
            stream.write(b"{}")
        assert (tmp_path / "out.jsonl").stat().st_mode & 0o777 == 0o640
    finally:
        os.umask(before)


def test_two_files_of_one_name_have_two_targets(tmp_path):
    one, two = shards_for([tmp_path / "x" / "a.txt", tmp_path / "y" / "a.txt"], tmp_path)
    assert isinstance(one, Shard)
    assert one.target != two.target


def test_files_above_and_below_the_folder_have_two_targets():
    above, below = shards_for([Path("../a/x.txt"), Path("a/x.txt")], Path("out"))
    assert above.target == Path("out/_up/a/x.txt.jsonl")
    assert below.target == Path("out/a/x.txt.jsonl")


def test_two_files_that_would_be_written_to_one_place_are_refused():
    with pytest.raises(ConfigurationError, match=r"a.txt and /a.txt would both"):
        shards_for([Path("a.txt"), Path("/a.txt")], Path("out"))


class BreaksOff(Reader):
    """Gives the lines of a file, until one says stop."""

    name = "lines"
    suffixes = (".lines",)

    def __call__(self, path, *, published=None):
        for line in path.read_text().splitlines():
            if line == "stop":
                raise KeyError(line)
            yield Source(raw=line)


def test_a_file_that_broke_off_is_named_and_read_again(folder, monkeypatch, capsys):
    parts = (Part("readers", BreaksOff(), "toy-lines", "1.0"),)
    plugin = Plugin(distribution="toy-lines", version="1.0", entry_point="x", module="x",
                    state="active", parts=parts)  # fmt: skip
    monkeypatch.setattr(job, "_registry", lambda settings: Registry((plugin,)))
    file = folder / "in" / "d.lines"
    file.write_text("one\nstop\n")
    (shard,) = shards_for([file], folder / "out")
    job._job_of_this_process.cache_clear()
    report = job.do_shard(job.Settings(), shard)
    assert report.articles == 1
    assert "d.lines: the reader lines failed: KeyError: 'stop'" in report.errors[0]
    assert errors_beside(shard.target).read_text() == f"{report.errors[0]}\n"
    assert pending([shard]) == (shard,)
    file.write_text("one\ntwo\n")
    assert job.do_shard(job.Settings(), shard).errors == ()
    assert pending([shard]) == ()
    job._job_of_this_process.cache_clear()


SLOW = """
import os, signal, sys, time
from pathlib import Path
from corpuskit.cli import job, main

do_shard = job.do_shard
def slowly(settings, shard):
    Path("pids", str(os.getpid())).touch()
    time.sleep(0.2)
    return do_shard(settings, shard)

if __name__ == "__main__":
    import corpuskit.cli.extract
    signal.signal(signal.SIGINT, signal.default_int_handler)  # shells ignore it in the background
    corpuskit.cli.extract.do_shard = slowly
    sys.exit(main(["extract", "in", "--into", "out", "-j", "2"]))
"""


@pytest.fixture
def slow_run(folder, monkeypatch):
    """A run in a process group of its own, of 60 files, as soon as the first is done."""
    for number in range(60):
        (folder / "in" / f"{number}.txt").write_text("Text.")
    (folder / "pids").mkdir()
    (folder / "slow.py").write_text(SLOW)
    run = subprocess.Popen(
        [sys.executable, "slow.py"],
        cwd=folder,
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    until(lambda: outputs(folder), 30)
    yield run
    run.kill()
    run.communicate()


def until(done, seconds):
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.skipif(os.name != "posix", reason="process groups are POSIX")
def test_an_interrupted_run_ends_in_order_and_can_go_on(slow_run, folder):
    os.killpg(slow_run.pid, signal.SIGINT)  # as the terminal does, to the workers too
    _, said = slow_run.communicate(timeout=20)
    assert (slow_run.returncode, said) == (130, "corpuskit extract: interrupted\n")
    assert 0 < len(outputs(folder)) < 63
    assert not list((folder / "out").rglob(".*"))  # nothing half written


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
def test_workers_end_when_their_parent_is_killed(slow_run, folder):
    slow_run.kill()
    slow_run.communicate(timeout=20)  # its pipes are the workers' too
    for pid in (int(path.name) for path in (folder / "pids").iterdir()):
        until(lambda pid=pid: not running(pid), 20)


def running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not (stat.exists() and ") Z " in stat.read_text())  # a zombie that nobody waits for
