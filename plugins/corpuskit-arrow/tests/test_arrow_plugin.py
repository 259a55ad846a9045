"""Arrow: a table of texts gives a table of records, whatever they are; and records come back."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import corpuskit
from corpuskit import Annotation, Extractor, Pipeline, Source, Span
from corpuskit.cli import main

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
pq = pytest.importorskip("pyarrow.parquet")
pytest.importorskip("corpuskit_arrow", reason="corpuskit-arrow is not installed")

from corpuskit_arrow import (  # noqa: E402
    batch_of,
    extract_batch,
    extract_batches,
    record_type,
    results_of,
)
from corpuskit_arrow.parquet import ParquetRecords, ParquetTexts  # noqa: E402

SPECIMENS = Path(__file__).parents[3] / "seeds" / "specimens"
DAY = dt.date(2021, 2, 18)
WIRE = "Two guards were killed near Velm on Monday.\n"


@attrs.frozen(kw_only=True)
class Vowel(Annotation):
    span: Span


class Vowels(Extractor):
    name = "vowels"
    provides = (Vowel,)

    def __call__(self, article, layers):
        start = article.span.start
        if article.source.raw.startswith("Break"):
            raise ValueError("broken")
        return [Vowel(span=Span(start, start + 1))]


@pytest.fixture(scope="module")
def results():
    files = sorted(SPECIMENS.glob("*.txt"))
    sources = [Source.from_path(path, published=DAY) for path in files]
    return list(Pipeline.installed().run(sources))


def texts(*rows, **columns):
    return pa.RecordBatch.from_pylist([{"text": row} for row in rows] or [columns])


def test_results_come_back_exactly(results):
    assert len(results) > 7
    again = list(results_of(batch_of(results)))
    assert [r.to_dict() for r in again] == [r.to_dict() for r in results]
    assert corpuskit.link(again) == corpuskit.link(results)


def test_every_key_of_a_record_has_its_column(results):
    columns = set(record_type().names) - {"id", "part"}
    assert columns == set(corpuskit.record_schema()["properties"])


def test_values_have_types_of_their_own(results):
    table = pa.Table.from_batches([batch_of(results)])
    casualties = table.column("casualties").combine_chunks().flatten()
    assert casualties.field("low").type == pa.int64()
    dates = table.column("dates").combine_chunks().flatten()
    assert dates.field("start").type == pa.date32()
    assert any(day.as_py() == dt.date(2019, 5, 12) for day in dates.field("start"))


def test_a_layer_that_nobody_made_is_null_and_one_without_finds_is_empty():
    (result,) = Pipeline.installed().only([corpuskit.DateMention]).run(["Nothing here."])
    (row,) = batch_of([result]).to_pylist()
    assert row["dates"] == []
    assert row["casualties"] is None
    (again,) = results_of(batch_of([result]))
    assert again.dates == ()
    with pytest.raises(corpuskit.LayerMissing):
        again.casualties


def test_layers_of_other_plugins_travel_as_json():
    (result,) = Pipeline([Vowels()]).run(["Oh."])
    batch = batch_of([result])
    (again,) = results_of(batch, layers=[Vowel])
    assert again[Vowel] == result[Vowel]
    (unknown,) = results_of(batch)
    assert unknown.to_dict() == result.to_dict()


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (DAY, "2021-02-15"),
        (dt.datetime(2021, 2, 18, 7, 30), "2021-02-15"),
        ("2021-02-18", "2021-02-15"),
        ("2021-02-18T07:30:00", "2021-02-15"),
        (None, "XXXX-WXX-1"),
    ],
)
def test_the_day_of_publication_may_be_a_date_a_timestamp_or_text(day, value):
    (row,) = extract_batch(texts(text=WIRE, published=day)).to_pylist()
    assert row["dates"][0]["value"] == value


def test_what_else_is_known_of_a_text_is_kept_and_other_columns_are_not_minded():
    batch = texts(
        text=WIRE,
        id=17,
        url="u",
        publisher="p",
        language="en",
        captured="2021-02-18T08:00:00+00:00",
        colour="red",
    )
    (row,) = extract_batch(batch).to_pylist()
    assert (row["id"], row["part"]) == ("17", 1)
    source = row["source"]
    assert (source["url"], source["publisher"], source["language"]) == ("u", "p", "en")
    assert source["captured"] == "2021-02-18T08:00:00+00:00"


@pytest.mark.parametrize(
    ("columns", "error"),
    [
        ({"text": None}, "there is no text"),
        ({"text": ""}, "the text is empty"),
        ({"text": WIRE, "published": "yesterday"}, "yesterday"),
        ({"text": WIRE, "captured": "now"}, "now"),
    ],
)
def test_a_text_that_cannot_be_read_is_a_row_that_says_why(columns, error):
    good = {"text": WIRE, "published": None, "captured": None} | {"id": "good"}
    schema = pa.schema([(name, pa.string()) for name in ("id", "text", "published", "captured")])
    batch = pa.RecordBatch.from_pylist([{"id": "bad", **columns}, good], schema=schema)
    bad, other = extract_batch(batch).to_pylist()
    assert (bad["id"], bad["part"], bad["article"]) == ("bad", 0, None)
    assert error in bad["failures"][0]["error"]
    assert other["casualties"][0]["low"] == 2
    assert len(list(results_of(extract_batch(batch)))) == 1


def test_a_plugin_that_breaks_is_in_the_failures_of_its_row():
    batch = extract_batch(texts("Break this.", "Oh."), pipeline=Pipeline([Vowels()]))
    broken, whole = batch.to_pylist()
    assert "ValueError: broken" in broken["failures"][0]["error"]
    assert whole["failures"] == []


def test_texts_without_an_id_are_named_by_their_row():
    assert extract_batch(texts(WIRE, WIRE))["id"].to_pylist() == ["row 0", "row 1"]


def test_a_batch_without_texts_is_refused_with_what_it_has():
    with pytest.raises(corpuskit.ConfigurationError, match="no column .text. for text; there"):
        extract_batch(pa.RecordBatch.from_pylist([{"body": WIRE}]))


def test_no_texts_give_a_batch_of_the_same_columns():
    empty = extract_batch(texts(WIRE).slice(0, 0))
    assert (empty.num_rows, empty.schema) == (0, record_type())


def test_segmenting_can_be_left_out():
    stacked = "\n\n".join(path.read_text("utf-8") for path in sorted(SPECIMENS.glob("*.txt"))[:2])
    assert extract_batch(texts(stacked)).num_rows > 1
    assert extract_batch(texts(stacked), segment=False).num_rows == 1


def test_batches_are_read_one_at_a_time():
    asked = []

    def stream():
        for number in range(3):
            asked.append(number)
            yield texts(WIRE)

    found = extract_batches(stream())
    next(found)
    assert asked == [0]
    assert [batch.num_rows for batch in found] == [1, 1]


def test_parquet_holds_the_records_in_groups(results, monkeypatch):
    monkeypatch.setattr("corpuskit_arrow.parquet.GROUP", 4)
    out = io.BytesIO()
    ParquetRecords()(iter(results), out)
    file = pq.ParquetFile(io.BytesIO(out.getvalue()))
    assert file.num_row_groups > 1
    assert [r.to_dict() for r in results_of(file.read())] == [r.to_dict() for r in results]


def test_the_command_reads_and_writes_parquet(tmp_path, capsys):
    pages, records, table = (tmp_path / name for name in ("p.parquet", "r.jsonl", "t.parquet"))
    pq.write_table(
        pa.Table.from_pylist([{"id": "a", "text": WIRE}, {"id": "b", "text": WIRE}]), pages
    )
    assert main(["extract", str(pages), "-q", "-o", str(records), "--published", "2021-02-18"]) == 0
    assert main(["export", str(records), "--as", "parquet", "-o", str(table)]) == 0
    rows = pq.read_table(table).to_pylist()
    assert [row["id"] for row in rows] == ["a", "b"]
    assert rows[0]["dates"][0]["start"] == dt.date(2021, 2, 15)


def test_columns_have_other_names_as_in_json_lines(tmp_path):
    row = {"key": "a", "body": WIRE, "head": "Blast in Velm"}
    pages, records = tmp_path / "p.parquet", tmp_path / "r.jsonl"
    pq.write_table(pa.Table.from_pylist([row]), pages)
    said = "id=key,text=body,title=head"
    assert main(["extract", str(pages), "-q", "-o", str(records), "--columns", said]) == 0
    (read,) = corpuskit.read_jsonl(records)
    columns = corpuskit.Columns.of(said)
    (given,) = extract_batch(pa.RecordBatch.from_pylist([row]), columns=columns)["id"]
    assert read.article.source.id == given.as_py() == "a"
    (source,) = ParquetTexts(columns=said)(pages)
    assert source.raw == f"Blast in Velm\n\n{WIRE}"


def test_a_row_that_cannot_be_read_loses_no_other(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("corpuskit_arrow.parquet.GROUP", 2)
    pages, records = tmp_path / "p.parquet", tmp_path / "r.jsonl"
    pq.write_table(pa.Table.from_pylist([{"text": t} for t in (WIRE, "", WIRE, None)]), pages)
    assert main(["extract", str(pages), "-q", "-o", str(records)]) == 1
    assert [r.article.source.id[-10:] for r in corpuskit.read_jsonl(records)] == [
        ".parquet#0",
        ".parquet#2",
    ]
    said = capsys.readouterr().err
    assert "rows left out: 2" in said
    assert "p.parquet: rows left out: 2 (row 1: the text is empty; row 3: there is no text)" in said


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"not a parquet file at all", "no Parquet file"),
        ([{"id": "a", "text": WIRE}, {"id": "b", "text": ""}], "row 1: the text is empty"),
        ([{"text": WIRE}, {"text": None}], "row 1: there is no text"),
        ([{"body": WIRE}], "p.parquet: no column 'text' for text; there are: body"),
    ],
)
def test_a_file_that_cannot_be_read_says_where(tmp_path, data, error):
    path = tmp_path / "p.parquet"
    if isinstance(data, bytes):
        path.write_bytes(data)
    else:
        pq.write_table(pa.Table.from_pylist(data), path)
    with pytest.raises(corpuskit.SourceError, match=error):
        list(ParquetTexts()(path))


def test_registering_loads_no_pyarrow():
    code = (
        "import sys, corpuskit; corpuskit.Pipeline.installed(); import corpuskit_arrow.plugin; "
        "assert 'pyarrow' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_dask_runs_it_in_other_processes():
    bag = pytest.importorskip("dask.bag", reason="Dask is not installed")
    batches = [texts(WIRE), texts(WIRE, "")]
    found = bag.from_sequence(batches, npartitions=2).map(extract_batch)
    first, second = found.compute(scheduler="processes", num_workers=2)
    assert first.to_pylist() == extract_batch(batches[0]).to_pylist()
    assert second.num_rows == 2


def test_spark_runs_it_with_map_in_arrow(monkeypatch):
    sql = pytest.importorskip("pyspark.sql", reason="Spark is not installed")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    from pyspark.sql.pandas.types import from_arrow_schema

    spark = sql.SparkSession.builder.master("local[1]").getOrCreate()
    try:
        pages = spark.createDataFrame([("a", WIRE), ("b", "")], "id string, text string")
        found = pages.mapInArrow(extract_batches, from_arrow_schema(record_type()))
        rows = {row.id: row for row in found.collect()}
    finally:
        spark.stop()
    assert rows["a"].casualties[0].low == 2
    assert rows["b"].part == 0
