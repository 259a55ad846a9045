"""Tables of texts as CSV and TSV: a source a row; bad rows are named, a wrong column refused."""

from __future__ import annotations

import csv
import datetime as dt

import pytest

import corpuskit
from corpuskit import Columns, Source, SourceError
from corpuskit.cli import main
from corpuskit.cli.ledger import claim_rows, event_rows, story_rows
from corpuskit.cli.table import write_csv
from corpuskit.pipeline.delimited import DelimitedTexts
from corpuskit.pipeline.jsonl import JsonLines
from corpuskit.testing import ReaderContract

DAY = dt.date(2021, 2, 18)
TEXT = "Two guards were killed near Velm on Monday."


class TestDelimitedTexts(ReaderContract):
    reader = DelimitedTexts()
    files = {
        "full.csv": b'id,day,text,published\r\na,x,"Two, ""and"" no\r\nmore.",2021-02-18\r\n\r\n',
        "bare.csv": b"\xef\xbb\xbf" + f"text\n{TEXT}\n".encode(),
        "semi.csv": f"id;text;url\n7;{TEXT};\n8;Another, caf\u00e9.\n".encode(),
        "tabs.tsv": f"id\ttext\n7\t{TEXT}\n".encode(),
    }
    broken = {"latin.csv": b"text\ncaf\xe9\n", "no.csv": b"id,body\n1,2\n", "one.csv": b""}


@pytest.fixture(autouse=True)
def plain(monkeypatch):
    """No plugins: these tests are about what is read."""
    monkeypatch.setenv("CORPUSKIT_PLUGINS", "none")


def written(folder, data, name="rows.csv"):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_a_row_is_a_source_and_an_empty_cell_unknown(tmp_path):
    path = written(tmp_path, f"id,text,published,url\n007,{TEXT},2021-02-18,u\n,{TEXT},,\n")
    full, bare = DelimitedTexts()(path, published=dt.date(2022, 1, 1))
    assert full == Source(id="007", raw=TEXT, published=DAY, url="u")
    assert (bare.id, bare.url) == (f"{path.as_posix()}#3", None)
    assert bare.published == dt.date(2022, 1, 1)


WRONG = [
    ("1,", "row 3: there is no text"),
    ("1,a,2021-02-18,more", "row 3: more cells than columns: 4 for 3"),
    ('1,"a"b,', "row 3: quotes or separators: ',' expected after '\"'"),
    ("1,a,18/02/2021", "row 3: '18/02/2021' is no date or time of ISO 8601"),
    (b"1,caf\xe9,", "row 3: byte 0xE9 at byte offset 3 is not utf-8"),
]


@pytest.mark.parametrize(("row", "said"), WRONG)
def test_a_row_that_is_wrong_is_named_and_the_others_read(tmp_path, capsys, row, said):
    row = row if isinstance(row, bytes) else row.encode()
    good = f"0,{TEXT},\n".encode()
    path = written(tmp_path, b"id,text,published\n" + good + row + b"\n" + good)
    out = tmp_path / "r.jsonl"
    assert main(["extract", str(path), "-q", "-o", str(out)]) == 1
    assert f"{path}: rows left out: 1 ({said}" in capsys.readouterr().err
    assert len(list(corpuskit.read_jsonl(out))) == 2


def test_the_rest_of_a_row_with_wrong_quotes_is_no_row(tmp_path):
    torn = '1,"Two guards.\nThen "he" said, so.\nMore, of it, here, too."\n\nThe end,"it" is.",x\n'
    path = written(tmp_path, f"id,text,url\n0,{TEXT},u\n{torn}2,{TEXT},u\n3,{TEXT}\n")
    found = []
    with pytest.raises(SourceError, match=r"rows left out: 1 \(row 3: quotes or separators"):
        found += DelimitedTexts()(path)
    assert [source.id for source in found] == ["0", "2", "3"]


def test_a_table_in_another_encoding_is_read_in_it(tmp_path):
    path = written(tmp_path, "text\n“Café”\n".encode("cp1252"))
    (source,) = DelimitedTexts(encoding="cp1252")(path)
    assert source.raw == "“Café”"
    with pytest.raises(SourceError, match="is UTF-16; save it as UTF-8"):
        list(DelimitedTexts()(written(tmp_path, "text\nCafé\n".encode("utf-16"))))


def test_ascii_bytes_are_decoded_too(tmp_path):
    (source,) = DelimitedTexts(encoding="utf-7")(written(tmp_path, b"text\ncaf+AOk-\n"))
    assert source.raw == "café"


def test_a_header_in_another_encoding_names_the_file(tmp_path):
    path = written(tmp_path, b"text,caf\xe9\nTwo,x\n")
    with pytest.raises(SourceError, match="the header: byte 0xE9") as caught:
        list(DelimitedTexts()(path))
    assert caught.value.file == path.as_posix()


SEPARATED = [
    ('"Title, subtitle, more";text\na;One, two.\n', "r.csv"),
    ("text\tnotes, remarks\nOne, two.\tx\n", "r.tsv"),
    ("text\nOne, two.\n", "r.tsv"),
]


@pytest.mark.parametrize(("data", "name"), SEPARATED)
def test_commas_of_a_header_are_no_separators_where_others_are(tmp_path, data, name):
    (source,) = DelimitedTexts()(written(tmp_path, data, name))
    assert source.raw == "One, two."


@pytest.mark.parametrize(("rows", "count"), [("", 0), (f"{TEXT}\n", 1)])
def test_a_named_column_is_there_though_no_row_has_its_cell(tmp_path, rows, count):
    path = written(tmp_path, f"text,day\n{rows}")
    found = list(DelimitedTexts(columns=Columns(published="day"))(path))
    assert [source.published for source in found] == [None] * count


def test_a_text_may_be_as_long_as_a_book(tmp_path):
    limit = csv.field_size_limit()
    (source,) = DelimitedTexts()(written(tmp_path, f"text\n{TEXT * 10_000}\n"))
    assert source.raw == TEXT * 10_000
    assert csv.field_size_limit() == limit


@pytest.mark.parametrize("named", ["text=body", "published=dat", "title=head"])
def test_a_column_that_is_not_there_is_refused(tmp_path, named):
    path = written(tmp_path, f"id,text\n1,{TEXT}\n")
    field, _, column = named.partition("=")
    said = f"no column '{column}' for {field}; there are: id, text; --columns {field}=NAME"
    with pytest.raises(SourceError, match=said):
        list(DelimitedTexts(columns=Columns.of(named))(path))


def test_a_key_that_no_line_has_is_told_after_all_lines(tmp_path):
    path = written(tmp_path, f'{{"text": "{TEXT}"}}\n{{"text": "{TEXT}"}}\n', "f.jsonl")
    found = []
    with pytest.raises(SourceError, match="no line has 'dat', named for published"):
        found += JsonLines(columns=Columns(published="dat"))(path)
    assert len(found) == 2


def test_a_folder_keeps_its_other_tables(tmp_path, capsys):
    """Tables without texts, and those that the project wrote, are passed over and counted."""
    written(tmp_path, f"text\n{TEXT}\n", "texts.csv")
    written(tmp_path, "file,day\na.txt,2021-02-18\n", "days.csv")
    made = written(tmp_path, "source,article,published,start,end,text\na,b,,0,3,Two\n", "made.csv")
    assert main(["extract", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "1 file -> 1 article" in said
    assert "passed over, as they hold no texts: 2 files (.csv); --columns text=NAME" in said
    assert main(["extract", str(made)]) == 1
    assert "holds what corpuskit wrote" in capsys.readouterr().err


def test_what_export_writes_is_known(tmp_path):
    records = tmp_path / "r.jsonl"
    path = written(tmp_path, f"text\n{TEXT}\n")
    assert main(["extract", str(path), "-q", "-o", str(records)]) == 0
    for options in ([], ["--layer", "events"]):
        made = tmp_path / "made.csv"
        assert main(["export", str(records), "--as", "csv", *options, "-o", str(made)]) == 0
        assert not DelimitedTexts().has_texts(made)


@pytest.mark.parametrize("rows", [claim_rows([], {}), event_rows([]), story_rows([], {})])
def test_what_link_writes_is_no_text(tmp_path, rows):
    """Though the column of texts has a name that is there."""
    path = tmp_path / "linked.csv"
    header = [*next(rows), "text"]
    with path.open("wb") as out:
        write_csv([header], out)
    assert not DelimitedTexts().has_texts(path)
    with pytest.raises(SourceError, match="holds what corpuskit wrote"):
        list(DelimitedTexts()(path))


def test_a_column_that_is_there_twice_is_refused(tmp_path):
    with pytest.raises(SourceError, match="two columns are called 'text'"):
        list(DelimitedTexts()(written(tmp_path, "text,text\na,b\n")))


def test_a_row_is_explained_beside_one_that_is_wrong(tmp_path, capsys):
    path = written(tmp_path, f"id,text\n007,{TEXT}\n008,\n009,{TEXT}\n")
    assert main(["explain", str(path), "3", "--article", "007"]) == 0
    said = capsys.readouterr().out
    assert "007[3], article" in said
    assert "009[3]" not in said
    assert "rows left out: 1 (row 3: there is no text)" in said
