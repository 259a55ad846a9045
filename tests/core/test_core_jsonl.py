"""JSON Lines of texts: a source an object; bad lines are named, records are told apart."""

from __future__ import annotations

import datetime as dt
import json
import tracemalloc

import pytest

import corpuskit
from corpuskit import Columns, EmptySourceError, Source, SourceError
from corpuskit.cli import main
from corpuskit.pipeline.jsonl import JsonLines, is_output
from corpuskit.pipeline.readers import find_files
from corpuskit.testing import ReaderContract

DAY = dt.date(2021, 2, 18)
TEXT = "Two guards were killed near Velm on Monday."
ROW = {"id": "wire", "text": TEXT, "published": "2021-02-18", "url": "u", "section": "world"}


class TestJsonLines(ReaderContract):
    reader = JsonLines()
    files = {
        "full.jsonl": f"{json.dumps(ROW)}\n\n{json.dumps({**ROW, 'id': 7})}\n".encode(),
        "bare.ndjson": b"\xef\xbb\xbf" + json.dumps({"text": TEXT}).encode() + b"\r\n",
    }
    broken = {"latin.jsonl": b'{"text": "caf\xe9"}\n', "table.jsonl": b"id,text\n"}


@pytest.fixture(autouse=True)
def plain(monkeypatch):
    """No plugins: these tests are about what is read."""
    monkeypatch.setenv("CORPUSKIT_PLUGINS", "none")


def written(folder, *rows, name="feed.jsonl"):
    path = folder / name
    lines = (row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows)
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    return path


def test_a_text_has_what_its_object_says(tmp_path):
    path = written(tmp_path, ROW, {"text": TEXT, "id": 7}, {"text": TEXT, "published": ""})
    full, numbered, bare = JsonLines()(path, published=dt.date(2022, 1, 1))
    assert full == Source(id="wire", raw=TEXT, published=DAY, url="u")
    assert (numbered.id, numbered.published) == ("7", dt.date(2022, 1, 1))
    assert bare.id == f"{path.as_posix()}#3"


VALUES = [
    ({"published": "2021-02-18T23:30:00Z"}, "published", DAY),
    ({"published": None}, "published", None),
    ({"captured": "2021-02-18T09:30"}, "captured", dt.datetime(2021, 2, 18, 9, 30)),
    ({"captured": ""}, "captured", None),
    ({"publisher": "Courier", "language": "en"}, "publisher", "Courier"),
    ({"title": "Blast in Velm"}, "raw", TEXT),
]


@pytest.mark.parametrize(("more", "field", "value"), VALUES)
def test_values(more, field, value):
    assert getattr(Columns().source({"text": TEXT, **more}, id="a"), field) == value


class NotATime(dt.datetime):
    """As pandas' NaT: a datetime that is not equal to itself."""

    __hash__ = None

    def __eq__(self, other):
        return False


class NotAvailable:
    """As pandas' NA: whether it is equal to anything cannot be told."""

    __hash__ = None

    def __eq__(self, other):
        return self

    def __bool__(self):
        raise TypeError("boolean value of NA is ambiguous")


@pytest.mark.parametrize("nothing", [float("nan"), NotATime(1, 1, 1), NotAvailable()])
def test_what_a_data_frame_has_for_nothing_is_unknown(nothing):
    others = {"id", "published", "captured", "url", "publisher", "language", "title"}
    row = {"text": TEXT, **dict.fromkeys(others, nothing)}
    assert Columns(title="title").source(row, id="a") == Source(raw=TEXT, id="a")
    with pytest.raises(EmptySourceError, match="there is no text"):
        Columns().source({"text": nothing}, id="a")


FAULTS = [
    (b"{", "no JSON at column 2: Expecting property name enclosed in double quotes"),
    (b'{"text": "half', "no JSON at column 10: Unterminated string starting at)"),
    (b'{"text": "caf\xe9"}', "no JSON: 'utf-8' codec can't decode byte 0xe9 in position 13"),
    ([TEXT], "a list, not an object"),
    ({"body": TEXT, "id": 1}, "the text must stand in 'text'; there are: body, id"),
    ({"text": ""}, "the text is empty"),
    ({"text": None}, "there is no text"),
    ({"text": 5}, "text must be a str, not 5"),
    ({"text": TEXT, "published": "last week"}, "'last week' is no date or time of ISO 8601"),
    ({"text": TEXT, "published": 20210218}, "published must be a datetime.date or None, not 2021"),
    ({"text": TEXT, "url": 5}, "url must be a str, not 5"),
    (b'{"text": "half \\ud83d"}', "lone surrogate U+D83D"),
]


@pytest.mark.parametrize(("row", "said"), FAULTS)
def test_a_bad_line_is_named_and_loses_no_other(tmp_path, capsys, row, said):
    path, out = written(tmp_path, ROW, row, {"text": TEXT}), tmp_path / "r.jsonl"
    assert main(["extract", str(path), "-q", "-o", str(out)]) == 1
    assert f"{path}: lines left out: 1 (line 2: {said}" in capsys.readouterr().err
    assert main(["extract", str(path), "-o", str(out)]) == 1
    assert "1 file -> 2 articles, 1 file read in part\n" in capsys.readouterr().out
    ids = [result.article.source.id for result in corpuskit.read_jsonl(out)]
    assert ids == ["wire", f"{path.as_posix()}#3"]


BAD = [
    (4, r"left out: 4 \(line 1: .*; line 3: the text is empty; line 4\)$"),
    (5, r"left out: 5 \(line 1: .*; line 3: the text is empty; lines 4, 5\)$"),
    (200, r"left out: 200 \(line 1: .*; lines 4, 5, .*, 103, …\)$"),
]


@pytest.mark.parametrize(("lines", "said"), BAD)
def test_of_many_bad_lines_it_is_told_which_they_are(tmp_path, lines, said):
    path = written(tmp_path, *([{"text": ""}] * lines))
    with pytest.raises(SourceError, match=said):
        list(JsonLines()(path))


def test_columns_have_other_names(tmp_path, capsys):
    path = written(tmp_path, {"body": TEXT, "key": "k", "head": "Blast in Velm", "id": "other"})
    out = tmp_path / "r.jsonl"
    columns = "text=body,id=key, title=head"
    assert main(["extract", str(path), "-q", "-o", str(out), "--columns", columns]) == 0
    (result,) = corpuskit.read_jsonl(out)
    assert result.article.source.id == "k"
    (source,) = JsonLines(columns=Columns.of(columns))(path)
    assert source.raw == f"Blast in Velm\n\n{TEXT}"
    for wrong in ("body", "test=body", "text="):
        with pytest.raises(SystemExit, match="2"):
            main(["extract", str(path), "--columns", wrong])
        assert "is none of a text's columns" in capsys.readouterr().err


def test_a_title_that_the_text_begins_with_is_not_said_twice():
    row = {"text": f"Blast in Velm \n\n{TEXT}", "title": "Blast in Velm"}
    assert Columns(title="title").source(row, id="a").raw == row["text"]
    with pytest.raises(SourceError, match=r"title must be a str, not \['a'\]"):
        Columns(title="title").source({"text": TEXT, "title": ["a"]}, id="a")


CLUSTER = {"id": "c", "members": [], "claims": {}}
OUTPUTS = [
    ({"schema": corpuskit.RECORD_VERSION}, True),
    (CLUSTER, True),
    (["0f3a", "77c1"], True),
    (ROW, False),
    ({"schema": "feed", "text": TEXT}, False),
    ([TEXT, 3], False),
    (b"{", False),
]


@pytest.mark.parametrize(("row", "ours"), OUTPUTS)
def test_what_corpuskit_wrote_is_no_text(tmp_path, row, ours):
    path, text = written(tmp_path, row), tmp_path / "a.txt"
    text.write_text(TEXT)
    assert is_output(path) is ours
    found = list(find_files([tmp_path], [".txt", ".jsonl"]))
    assert found == ([text] if ours else [text, path])
    if ours:
        with pytest.raises(SourceError, match="holds what corpuskit wrote"):
            list(JsonLines()(path))


def test_a_folder_is_read_again_with_its_records_in_it(tmp_path, capsys):
    written(tmp_path, ROW, {"text": TEXT})
    for _ in range(2):
        assert main(["extract", str(tmp_path), "-o", str(tmp_path / "records.jsonl")]) == 0
        assert "1 file -> 2 articles" in (said := capsys.readouterr().out)
    assert "passed over, as they hold no texts: 1 file (.jsonl)" in said


def test_view_and_explain_take_texts_and_records(tmp_path, capsys):
    path, out = written(tmp_path, ROW), tmp_path / "r.jsonl"
    assert main(["extract", str(path), "-q", "-o", str(out)]) == 0
    for file in (path, out):
        assert main(["view", str(file)]) == 0
        assert "Two guards" in capsys.readouterr().out
        assert main(["explain", str(file), "3"]) == 0
        assert "wire[3], article" in capsys.readouterr().out


def test_memory_does_not_grow_with_the_file(tmp_path):
    path = written(tmp_path, *({"text": f"{i} " + TEXT * 200, "id": i} for i in range(300)))
    tracemalloc.start()
    try:
        assert sum(1 for _ in JsonLines()(path)) == 300
        assert tracemalloc.get_traced_memory()[1] < 300_000  # the file has 2.6 million bytes
    finally:
        tracemalloc.stop()
