"""Standard input, and files whose ending does not tell: `--reader` says what is in them."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

import corpuskit
from corpuskit import Reader, Source, SourceError, StreamReader
from corpuskit.cli import main
from corpuskit.pipeline.readers import read_by

TEXT = "Two guards were killed near Velm on Monday."
ROWS = f'{{"id": "a", "text": "{TEXT}"}}\n{{"text": "Nobody came."}}\n'.encode()
TABLE = f"id,text\na,{TEXT}\n,Nobody came.\n".encode()


@pytest.fixture(autouse=True)
def plain(monkeypatch):
    """No plugins: these tests are about what is read."""
    monkeypatch.setenv("CORPUSKIT_PLUGINS", "none")


@pytest.fixture
def given(monkeypatch):
    """Puts bytes on standard input, which nobody can read twice."""

    def give(data):
        class Pipe(io.BytesIO):
            def seekable(self):
                return False

            def seek(self, *_):
                raise io.UnsupportedOperation("a pipe")

        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Pipe(data))))

    return give


def texts(out):
    return [
        (r.article.source.id, r.article.text(r.article.span)) for r in corpuskit.read_jsonl(out)
    ]


READ = [
    ([], TEXT.encode(), [("-", TEXT)]),
    (["--reader", "text"], TEXT.encode(), [("-", TEXT)]),
    (["--reader", "jsonl"], ROWS, [("a", TEXT), ("-#2", "Nobody came.")]),
    (["--reader", "csv"], TABLE, [("a", TEXT), ("-#3", "Nobody came.")]),
    (["--reader", "csv"], b"\xef\xbb\xbf" + TABLE, [("a", TEXT), ("-#3", "Nobody came.")]),
    (["--reader", "csv", "--columns", "id=text,text=id"], TABLE[:-14], [(TEXT, "a")]),
]


@pytest.mark.parametrize(("options", "data", "found"), READ)
def test_what_the_reader_makes_of_it(given, tmp_path, options, data, found):
    given(data)
    out = tmp_path / "r.jsonl"
    assert main(["extract", "-", *options, "-q", "-o", str(out)]) == 0
    assert texts(out) == found


@pytest.mark.parametrize(("name", "data"), [("jsonl", ROWS), ("csv", TABLE)])
def test_a_file_of_any_ending_is_read_by_the_reader_that_is_named(tmp_path, capsys, name, data):
    path, out = tmp_path / "feed.log", tmp_path / "r.jsonl"
    path.write_bytes(data)
    assert main(["extract", str(path), "--reader", name, "-q", "-o", str(out)]) == 0
    assert [text for _, text in texts(out)] == [TEXT, "Nobody came."]
    assert capsys.readouterr().err == ""  # nothing was taken for plain text


REFUSED = [
    (["-", "--reader", "xml"], 2, "no reader 'xml'; there are: csv, jsonl, text"),
    (["-", "--into", "out"], 2, "standard input goes with -o, not --into"),
    (["-"], 1, "CK102 -: the input is empty: 0 bytes"),
    (["-", "--reader", "csv"], 1, "CK102 -: the input is empty: 0 bytes"),
]


@pytest.mark.parametrize(("arguments", "status", "said"), REFUSED)
def test_refusals(given, tmp_path, monkeypatch, capsys, arguments, status, said):
    monkeypatch.chdir(tmp_path)
    given(b"")
    assert main(["extract", *arguments]) == status
    assert said in capsys.readouterr().err


def test_a_reader_that_needs_a_file_says_so():
    class Pages(Reader):
        name = "pages"
        suffixes = (".html",)

        def __call__(self, path, *, published=None):
            yield Source.from_path(path)

    with pytest.raises(SourceError, match="-: the reader pages needs a file"):
        list(read_by(Pages(), Path("-"), file=io.BytesIO(b"<p>")))


def test_a_reader_of_a_plugin_may_read_what_is_open(tmp_path):
    class Lines(StreamReader):
        name = "lines"
        suffixes = (".lines", ".lines.gz")

        def read(self, file, path, *, published=None):
            for number, line in enumerate(file, 1):
                yield Source.from_bytes(line, id=f"{path}#{number}", published=published)

    given = b"Nobody came.\nNobody left.\n"
    packed = tmp_path / "a.lines.gz"
    packed.write_bytes(gzip.compress(given))
    piped = list(read_by(Lines(), Path("-"), file=io.BytesIO(given)))
    assert [source.id for source in piped] == ["-#1", "-#2"]
    assert [source.raw for source in read_by(Lines(), packed)] == [source.raw for source in piped]


@pytest.mark.parametrize("records", [True, False])
def test_a_page_of_what_is_piped(given, tmp_path, capsys, records):
    out = tmp_path / "r.jsonl"
    given(ROWS)
    assert main(["extract", "-", "--reader", "jsonl", "-q", "-o", str(out)]) == 0
    given(out.read_bytes() if records else TEXT.encode())
    assert main(["view", "-"]) == 0
    page = capsys.readouterr().out
    assert "<title>standard input</title>" in page
    assert TEXT in page
    assert ("Nobody came." in page, "schema" in page) == (records, False)


def test_records_in_a_pipe(given, tmp_path, capsys):
    out = tmp_path / "r.jsonl"
    given(ROWS)
    assert main(["extract", "-", "--reader", "jsonl", "-q", "-o", str(out)]) == 0
    given(out.read_bytes())
    assert main(["export", "-", "--as", "jsonl"]) == 0
    assert capsys.readouterr().out.encode() == out.read_bytes()
    given(out.read_bytes())
    assert main(["extract", "-", "--reader", "jsonl"]) == 1
    assert "-: holds what corpuskit wrote" in capsys.readouterr().err
    with out.open("rb") as stream, pytest.raises(corpuskit.RecordError) as error:
        list(corpuskit.read_jsonl(io.BytesIO(stream.read()[:-5])))
    assert error.value.message.startswith("line 2: no JSON")
    (first, _) = map(json.loads, out.read_text().splitlines())
    assert first["source"]["id"] == "a"
