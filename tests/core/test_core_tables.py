"""Tables: a layer, a ledger and stories as CSV that a spreadsheet opens."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json

import attrs
import pytest
from toys import Words

import corpuskit
from corpuskit import (
    Argument,
    Casualty,
    Claim,
    DateMention,
    Event,
    EventCluster,
    Interval,
    Member,
    OutputError,
    Provenance,
    Published,
    Quotation,
    Result,
    Span,
)
from corpuskit.cli import export, main
from corpuskit.cli.ledger import claim_rows, cluster_lines, event_rows, story_rows
from corpuskit.cli.table import layer_called, layer_rows, write_csv
from corpuskit.pipeline import Pipeline
from corpuskit.pipeline.exporters import CsvExporter, written_by
from corpuskit.pipeline.records import to_line

TEXT = "Between four and six guards were killed in Velm, Karn district."
DAY = dt.date(2021, 2, 16)
COUNT = Casualty(
    span=Span(0, 27),
    kind="killed",
    trigger_span=Span(33, 39),
    low=4,
    high=6,
    provenance=Provenance("toy.count"),
)


@pytest.fixture(autouse=True)
def plain(monkeypatch):
    """No plugins: these tests are about the command."""
    monkeypatch.setenv("CORPUSKIT_PLUGINS", "none")


@pytest.fixture
def result() -> Result:
    (bare,) = Pipeline([]).run([corpuskit.Source(raw=TEXT, id="wire.txt", published=DAY)])
    places = (Argument(name="Velm", span=Span(43, 47)), Argument(name="Karn", span=Span(49, 53)))
    event = Event(
        id="e",
        type="ASSAULT",
        trigger_span=Span(33, 39),
        mentions=(Span(33, 39),),
        date=Interval(start=DAY, end=DAY, precision="day"),
        place=places[0],
        places=places,
        casualties=(COUNT,),
    )
    day = DateMention(span=Span(0, 7), type="DATE", value="2021-02-16", start=DAY, end=DAY)
    return attrs.evolve(bare, layers={Casualty: (COUNT,), Event: (event,), DateMention: (day,)})


def table(rows):
    """As a reader of CSV has it: a dict a row."""
    out = io.BytesIO()
    write_csv(rows, out)
    text = io.StringIO(out.getvalue().decode("utf-8"), newline="")
    return list(csv.DictReader(text))


def test_a_count_has_its_place_its_range_and_its_rule(result):
    (row,) = table(layer_rows([result], Casualty))
    assert {key: row[key] for key in ("source", "published", "start", "end", "text", "rule")} == {
        "source": "wire.txt",
        "published": "2021-02-16",
        "start": "0",
        "end": "27",
        "text": "Between four and six guards",
        "rule": "toy.count",
    }
    assert (row["kind"], row["low"], row["best"], row["high"]) == ("killed", "4", "", "6")
    assert row["trigger_span"] == "33:39"


def test_an_event_names_its_places_days_and_counts(result):
    (row,) = table(layer_rows([result], Event))
    assert (row["place"], row["places"]) == ("Velm", "Velm; Karn")
    assert (row["date_start"], row["date_precision"]) == ("2021-02-16", "day")
    assert row["casualties"] == "0:27"


def test_the_words_of_a_split_quotation_are_its_pieces(result):
    said = Quotation(spans=(Span(0, 7), Span(43, 47)), mode="direct")
    (row,) = table(layer_rows([attrs.evolve(result, layers={Quotation: (said,)})], Quotation))
    assert (row["spans"], row["spans_text"]) == ("0:7 43:47", "Between … Velm")
    assert row["text"] == TEXT[:47]


def test_no_two_columns_have_one_name(result):
    for layer in result.layers:
        header = next(iter(layer_rows([result], layer)))
        assert len(header) == len(set(header))
    (row,) = table(layer_rows([result], DateMention))
    assert (row["start"], row["value_start"]) == ("0", "2021-02-16")


def test_rows_are_the_table_with_values_as_they_are(result):
    (row,) = corpuskit.rows([result], Casualty)
    assert {k: "" if v is None else str(v) for k, v in row.items()} == next(
        iter(table(layer_rows([result], Casualty)))
    )
    assert (row["published"], row["low"], row["best"], row["vague"]) == (DAY, 4, None, None)


def test_rows_of_a_layer_that_nobody_produced_are_refused(result):
    bare = attrs.evolve(result, layers={})
    assert len(list(corpuskit.rows([bare, result, bare], Casualty))) == 1
    assert list(corpuskit.rows([attrs.evolve(result, layers={Casualty: ()})], Casualty)) == []
    assert list(corpuskit.rows([], Casualty)) == []
    with pytest.raises(corpuskit.LayerMissing, match="no Quotation layer"):
        list(corpuskit.rows([result], Quotation))
    with pytest.raises(TypeError, match="a layer is a class, as Quotation, not 'quotes'"):
        list(corpuskit.rows([result], "quotes"))
    with pytest.raises(TypeError, match="results are several, not one Result"):
        list(corpuskit.rows(result, Casualty))
    with pytest.raises(TypeError, match="made of Results, not of a dict"):
        list(corpuskit.claim_rows([], [result.to_dict()]))


@pytest.mark.parametrize("name", ["casualties", "Casualty", "casualty"])
def test_layers_go_by_class_or_key(name):
    assert layer_called(name, ()) is Casualty


def test_an_unknown_layer_is_named_with_those_that_there_are():
    with pytest.raises(corpuskit.ConfigurationError, match=r"'deaths'.*there are: casualties"):
        layer_called("deaths", ())


def test_a_claim_without_one_number_has_its_range(result):
    id_ = result.article.id
    claim = Claim(value=None, source=id_, span=Span(0, 27), published=DAY, low=4, high=6)
    cluster = EventCluster(
        id="c",
        members=(Member(article_id=id_, event_id="e"),),
        claims={"killed": (claim,), "type": (Claim(value="ASSAULT", source=id_),)},
        conflicts=("killed",),
    )
    assert [row["conflict"] for row in corpuskit.claim_rows([cluster], [result])] == [True, False]
    (row, _) = corpuskit.claim_rows([cluster], [])  # the words are not at hand
    assert (row["article"], row["start"], row["text"]) == (id_, 0, None)
    killed, type_ = table(claim_rows([cluster], {id_: [result]}))
    assert (killed["value"], killed["low"], killed["high"]) == ("", "4", "6")
    assert (killed["conflict"], killed["source"], killed["text"]) == (
        "yes",
        "wire.txt",
        "Between four and six guards",
    )
    assert (type_["value"], type_["low"], type_["text"], type_["conflict"]) == (
        "ASSAULT",
        "",
        "",
        "",
    )


def test_a_story_row_names_file_and_title(result):
    (row,) = table(story_rows([(result.article.id,)], {result.article.id: [result]}))
    assert (row["story"], row["source"], row["title"]) == ("1", "wire.txt", TEXT)


def test_sources_with_one_text_have_a_row_each(result):
    copy = attrs.evolve(result.article, source=attrs.evolve(result.article.source, id="radio.txt"))
    results = {result.article.id: [result, attrs.evolve(result, article=copy)]}
    stories = table(story_rows([(result.article.id,)], results))
    assert [row["source"] for row in stories] == ["wire.txt", "radio.txt"]
    claim = Claim(value=4, source=result.article.id, source_id="radio.txt")
    assert claim == Claim(value=4, source=result.article.id)  # the name compares nothing
    cluster = EventCluster(id="c", members=(), claims={"killed": (claim,)})
    assert [row["source"] for row in table(claim_rows([cluster], results))] == ["radio.txt"]


def test_a_copy_is_joined_and_the_first_is_not():
    one, copy = Member("a", "e", "radio.txt"), Member("a", "e", "wire.txt")
    cluster = EventCluster(id="c", members=(one, copy), claims={}, joined_by=((copy, "a copy"),))
    _, *lines = cluster_lines(cluster)
    assert [line.rsplit(": ", 1)[-1] for line in lines] == ["the first", "a copy"]


def test_export_one_layer(tmp_path, result, capsys):
    records, out = tmp_path / "r.jsonl", tmp_path / "t.csv"
    records.write_text(to_line(result), encoding="utf-8")
    call = ["export", str(records), "--layer", "casualties", "-o", str(out), "--as"]
    assert main([*call, "csv"]) == 0
    assert out.read_text(encoding="utf-8").count("Between four") == 1
    assert main([*call, "jsonl"]) == 2
    assert "--layer goes with --as csv" in capsys.readouterr().err
    call[3] = "quotes"
    assert main([*call, "csv"]) == 0
    assert "no record has the layer Quotation" in capsys.readouterr().err
    call[3] = "deaths"
    assert main([*call, "csv"]) == 2
    assert "no layer 'deaths'" in capsys.readouterr().err


def test_link_needs_no_conflict_to_say_a_range(tmp_path, result, capsys, monkeypatch):
    from corpuskit.cli import link

    id_ = result.article.id
    cluster = EventCluster(
        id="c",
        members=(Member(article_id=id_, event_id="e"),),
        claims={"killed": (Claim(value=None, source=id_, span=Span(0, 27), low=4, high=6),)},
    )
    monkeypatch.setattr(link, "linker_of", lambda registry: None)
    monkeypatch.setattr(link, "clusters_by", lambda linker, results, *, strict: (cluster,))
    records = tmp_path / "r.jsonl"
    records.write_text(to_line(result), encoding="utf-8")
    assert main(["link", str(records), "--all", "-o", str(tmp_path / "c.jsonl")]) == 0
    out = capsys.readouterr().out
    assert "killed       4-6" in out
    assert out.endswith("1 telling -> 1 event, 0 by several articles\n")
    assert json.loads((tmp_path / "c.jsonl").read_text())["id"] == "c"
    assert main(["link", str(records), "-q", "-o", str(tmp_path / "c.jsonl")]) == 0
    assert capsys.readouterr().out == ""


def test_a_story_is_told_by_day_title_and_place(tmp_path, monkeypatch, capsys):
    (bare,) = Pipeline([]).run([corpuskit.Source(raw="A bridge fell.", id="bare.txt")])
    source = corpuskit.Source(raw="Bridge falls\n\nIt fell on Tuesday.", id="dated.txt")
    dated = attrs.evolve(bare.article, id="", source=source, span=Span(0, 33), body=())
    day = Published(dt.date(2021, 2, 16), "stamp")
    results = [Result(attrs.evolve(dated, headline=Span(0, 12), published=day)), bare]
    records = tmp_path / "r.jsonl"
    records.write_text("".join(map(to_line, results)), encoding="utf-8")
    story = tuple(result.article.id for result in results)
    from corpuskit.cli import link

    monkeypatch.setattr(link, "linker_of", lambda registry: None)
    monkeypatch.setattr(link, "stories_by", lambda linker, results, *, strict: (story,))
    assert main(["link", str(records), "--stories"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:3] == [
        "    2021-02-16  Bridge falls  dated.txt[0:12]",
        "    undated     A bridge fell.  bare.txt[0:14]",
    ]


def test_an_event_is_one_row_with_all_that_is_told():
    ledger = EventCluster(
        id="c",
        members=(Member("a", "e", "wire.txt"), Member("b", "f", "radio.txt"), Member("b", "g")),
        claims={
            "type": (Claim("ASSAULT", "a"), Claim("ASSAULT", "b")),
            "modality": (Claim("alleged", "a"), Claim("asserted", "b"), Claim("asserted", "c")),
            "date": (Claim(DAY, "a"),),
            "killed": (Claim(4, "a", low=4, high=4), Claim(6, "b", low=6, high=7)),
            "killed:militant": (Claim(2, "a", low=2), Claim(None, "b", low=3, high=5)),
        },
        conflicts=("killed",),
    )
    (row,) = table(event_rows([ledger], "lowest"))
    assert (row["event"], row["type"], row["date"]) == ("c", "ASSAULT", "2021-02-16")
    assert row["modality"] == "alleged"
    assert [row[f"killed{end}"] for end in ("", "_low", "_high")] == ["4", "4", "7"]
    assert (row["wounded"], row["place"], row["conflicts"]) == ("", "", "killed")
    assert (row["articles"], row["sources"]) == ("3", "b; radio.txt; wire.txt")
    assert row["other_sides"] == "killed:militant 2+ | 3-5"


@pytest.mark.parametrize(
    ("ranges", "said"),
    [
        ([(9, None)], "killed"),  # "at least nine": killed_high is 9, and there may be more
        ([(9, None), (12, 12)], ""),
        ([(9, None), (9, 9)], ""),
        ([(9, None), (4, 7)], "killed"),
        ([(4, 7)], ""),
        ([(None, 4)], ""),
    ],
)
def test_a_number_that_may_be_more_is_told_apart(ranges, said):
    claims = tuple(Claim(low, f"a{low}", low=low, high=high) for low, high in ranges)
    ledger = EventCluster(id="c", members=(Member("a", "e"),), claims={"killed": claims})
    (row,) = table(event_rows([ledger]))
    assert row["open_ended"] == said


def test_a_layer_whose_class_is_not_at_hand_is_exported_as_its_record_tells_it():
    (found,) = Pipeline([Words()]).run(["alpha and beta"])
    (known, other) = (table_of(one) for one in (found, Result.from_dict(found.to_dict())))
    assert [row["text"] for row in known] == ["alpha", "beta"]
    assert known == other


class Broken(CsvExporter):
    name = "broken"

    def __call__(self, results, out):
        super().__call__(results, out)
        out.tilt()


def test_an_exporter_that_fails_is_named_and_no_half_file_stays(
    tmp_path, result, monkeypatch, capsys
):
    with pytest.raises(OutputError, match=r"^CK401 the exporter broken failed: AttributeError: "):
        written_by(Broken(), [result], io.BytesIO())
    (tmp_path / "r.jsonl").write_text(to_line(result), encoding="utf-8")
    monkeypatch.setattr(export, "exporters_by_name", lambda registry: ({"broken": Broken()}, {}))
    out = tmp_path / "out"
    assert main(["export", str(tmp_path / "r.jsonl"), "--as", "broken", "-o", str(out)]) == 1
    assert "the exporter broken failed" in capsys.readouterr().err
    assert not out.exists()


def table_of(result):
    out = io.BytesIO()
    CsvExporter()([result], out)
    return list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8"), newline="")))
