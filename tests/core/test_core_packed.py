"""Packed files: read as what is in them; what cannot be unpacked is named, and loses no other."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma

import pytest

import corpuskit
from corpuskit import SourceError
from corpuskit.cli import main
from corpuskit.model.files import ending_of, unpacked
from corpuskit.pipeline.delimited import DelimitedTexts
from corpuskit.pipeline.jsonl import JsonLines, is_output
from corpuskit.pipeline.readers import find_files
from corpuskit.pipeline.texts import TextReader
from corpuskit.testing import ReaderContract

TEXT = "Two guards were killed near Velm on Monday."
ROW = json.dumps({"id": "a", "text": TEXT}).encode()
TABLE = f"id\ttext\na\t{TEXT}\n".encode()
PACK = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}


class TestText(ReaderContract):
    reader = TextReader()
    files = {f"a.txt.{ending}": pack(TEXT.encode()) for ending, pack in PACK.items()}
    broken = {f"b.txt.{ending}": pack(TEXT.encode())[:-5] for ending, pack in PACK.items()}


class TestRows(ReaderContract):
    reader = JsonLines()
    files = {f"a.jsonl.{ending}": pack(ROW) for ending, pack in PACK.items()}
    broken = {"plain.jsonl.gz": ROW, "plain.jsonl.bz2": ROW, "plain.ndjson.xz": ROW}


class TestTables(ReaderContract):
    reader = DelimitedTexts()
    files = {f"a.tsv.{ending}": pack(b"\xef\xbb\xbf" + TABLE) for ending, pack in PACK.items()}
    broken = {f"b.tsv.{ending}": pack(TABLE)[:-5] for ending, pack in PACK.items()}


@pytest.fixture(autouse=True)
def plain(monkeypatch):
    """No plugins: these tests are about what is read."""
    monkeypatch.setenv("CORPUSKIT_PLUGINS", "none")


ENDINGS = [
    ("a.csv.gz", ".csv.gz", ".csv"),
    ("a.CSV.GZ", ".csv.gz", ".csv"),
    ("v1.2.csv", ".csv", ".csv"),
    ("a.html.gz", ".gz", ".html"),
    ("a.gz", ".gz", ""),
    ("a", "", ""),
]


@pytest.mark.parametrize(("name", "known", "inner"), ENDINGS)
def test_two_endings_count_as_one_where_a_reader_knows_them(tmp_path, name, known, inner):
    path = tmp_path / name
    assert ending_of(path, DelimitedTexts.suffixes) == known
    assert unpacked(path) == inner


def test_lines_before_the_break_come_out(tmp_path, capsys):
    rows = b"".join(
        json.dumps({"text": f"{TEXT} {n} {n * n * 7919}"}).encode() + b"\n" for n in range(9999)
    )
    path = tmp_path / "feed.jsonl.gz"
    path.write_bytes(gzip.compress(rows)[:-2000])
    out = tmp_path / "r.jsonl"
    assert main(["extract", str(tmp_path), "-q", "-o", str(out)]) == 1
    assert f"{path}: cannot be unpacked to its end" in capsys.readouterr().err
    assert 5000 < len(list(corpuskit.read_jsonl(out))) < 9999


def test_packed_records_are_read_and_are_no_texts(tmp_path, capsys):
    text, out, packed = (tmp_path / name for name in ("a.txt", "r.jsonl", "r.jsonl.gz"))
    text.write_text(TEXT)
    assert main(["extract", str(text), "-q", "-o", str(out)]) == 0
    packed.write_bytes(gzip.compress(out.read_bytes()))
    assert list(corpuskit.read_jsonl(packed)) == list(corpuskit.read_jsonl(out))
    assert is_output(packed)
    assert list(find_files([tmp_path], {".txt", ".jsonl.gz"})) == [text]
    with pytest.raises(SourceError, match="what corpuskit wrote"):
        list(JsonLines()(packed))


def test_a_source_is_unpacked_too(tmp_path):
    path = tmp_path / "a.html.gz"
    path.write_bytes(gzip.compress(TEXT.encode()))
    assert corpuskit.Source.from_path(path).raw == TEXT
    path.write_bytes(gzip.compress(TEXT.encode())[:-5])
    with pytest.raises(SourceError, match="cannot be unpacked to its end"):
        corpuskit.Source.from_path(path)


def test_a_folder_keeps_a_target_for_each_packing(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for ending, pack in PACK.items():
        (folder / f"a.txt.{ending}").write_bytes(pack(TEXT.encode()))
    assert main(["extract", str(folder), "-q", "--into", str(tmp_path / "out")]) == 0
    assert len(list((tmp_path / "out").rglob("a.txt.*.jsonl"))) == 3
