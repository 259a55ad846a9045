"""Records: JSON and back without loss, and errors that name the key."""

from __future__ import annotations

import datetime as dt
import json
import pickle
import re
from pathlib import Path

import attrs
import pytest
from toys import Word, Words

from corpuskit import (
    Article,
    Claim,
    ConfigurationError,
    EventCluster,
    Member,
    Pipeline,
    RecordError,
    Result,
    Source,
    Span,
)
from corpuskit.model.codec import decode, encode
from corpuskit.pipeline.records import read_clusters, read_jsonl, to_line


def results(text="alpha and beta"):
    return list(Pipeline([Words()]).run([Source(raw=text)]))


def test_round_trip_with_a_foreign_layer():
    (result,) = results()
    data = json.loads(json.dumps(result.to_dict()))
    assert data["annotations"]["toys.Word"][0]["text"] == "alpha"
    assert Result.from_dict(data, layers=[Word]) == result


def test_a_result_is_shown_in_one_line():
    (result,) = results()
    shown = repr(result)
    assert shown.startswith("<Result ")
    assert "\n" not in shown
    assert f"{len(result[Word])} Word" in shown
    assert result.text(None) == ""


def test_a_result_cannot_be_changed():
    one, other = results() + results()
    with pytest.raises(TypeError):
        one.layers[Word] = ()
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == one


def test_a_layer_whose_class_is_not_at_hand_is_kept():
    (result,) = results()
    again = Result.from_dict(result.to_dict())
    assert Word not in again
    assert again.to_dict() == result.to_dict()


def test_text_before_the_article_is_filled_so_that_offsets_hold():
    data = results()[0].to_dict()
    data["article"]["span"] = {"start": 2, "end": 7}
    data["article"]["text"] = "pha a"
    data["article"]["body"] = []
    assert Result.from_dict(data).text(Span(2, 7)) == "pha a"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d.update(schema="other"), "not a corpuskit-record"),
        (lambda d: d.pop("article"), "lacks article"),
        (lambda d: d["article"].pop("span"), "lacks text or span"),
        (lambda d: d["article"]["span"].update(end="x"), "Article.span: Span.end: expected int"),
        (lambda d: d.update(dates=[{"type": "DATE"}]), r"dates\[0\]: DateMention lacks span"),
        (lambda d: d.update(article=[]), "article: expected an object"),
        (lambda d: d.update(source=7), "source: expected an object"),
        (lambda d: d.update(dates=3), "dates: expected a list"),
        (lambda d: d.update(annotations=[]), "annotations: expected an object"),
        (lambda d: d.update(failures={}), "failures: expected a list"),
        (lambda d: d["article"].update(span="0:3"), "lacks text or span"),
        (lambda d: d["article"]["span"].update(start=-4), r"Span: span \[-4:14\] is negative"),
        (lambda d: d["article"]["span"].update(end=900), "article: ends at 900, its source at 14"),
        (lambda d: d["article"].update(text="alpha"), "article: ends at 14, its source at 5"),
        (lambda d: d["source"].update(id=5), "Source.id: expected str"),
        (lambda d: word(d).update(text="beta"), r"Word\[0\]: its text does not stand at \[0:5\]"),
        (lambda d: word(d)["span"].update(end=99), r"Word\[0\]: its text does not stand"),
    ],
)
def test_a_record_that_does_not_fit_names_the_key(change, message):
    data = results()[0].to_dict()
    change(data)
    with pytest.raises(RecordError, match=message):
        Result.from_dict(data, layers=[Word])


def word(data):
    return data["annotations"]["toys.Word"][0]


def test_a_record_goes_with_its_own_source_only():
    data = results()[0].to_dict()
    assert Result.from_dict(data, source=Source(raw="alpha and beta")).article.text(Span(0, 5))
    with pytest.raises(RecordError, match="article: its text does not stand"):
        Result.from_dict(data, source=Source(raw="gamma and delta"))


def test_lines_come_back_and_a_bad_one_is_named(tmp_path):
    path = tmp_path / "r.jsonl"
    found = results() + results("beta")
    path.write_text("".join(map(to_line, found)), encoding="utf-8")
    assert list(read_jsonl(path, layers=[Word])) == found
    with path.open(encoding="utf-8") as text, pytest.raises(TypeError, match="open.path, 'rb'."):
        next(read_jsonl(text))
    good = path.read_bytes()
    for bad in (b"{\n", b"\xff\n", b"[]\n"):
        path.write_bytes(good + bad)
        with pytest.raises(RecordError, match=r"r\.jsonl: line 3"):
            list(read_jsonl(path))


def test_clusters_come_back_and_a_bad_line_is_named(tmp_path):
    path = tmp_path / "c.jsonl"
    path.write_text(json.dumps(encode(cluster(SIX))) + "\n\n")
    assert list(read_clusters(path)) == [cluster(SIX)]
    path.write_text(path.read_text() + "{}\n")
    with pytest.raises(RecordError, match=r"c\.jsonl: line 3: EventCluster lacks"):
        list(read_clusters(path))


FOUR_OR_MORE = Claim(4, "a", published=dt.date(2021, 2, 17), low=4)
FOUR_TO_SIX = Claim(None, "b", published=dt.date(2021, 2, 19), low=4, high=6)
SIX = Claim(6, "c", published=dt.date(2021, 2, 18), low=6, high=6)
UP_TO_NINE = Claim(None, "d", high=9)
DOZENS = Claim(None, "e", low=24)
OPEN = Claim(None, "f")
BARE = (Claim(9, "g"), Claim(7, "h"), Claim(9, "i"))


def cluster(*claims, field="killed"):
    return EventCluster(
        id="x",
        members=(Member("a", "e", "wire.txt"), Member("b", "f")),
        claims={field: claims},
        conflicts=(field,),
    )


@pytest.mark.parametrize(
    ("policy", "claims", "value"),
    [
        ("majority", BARE, 9),
        ("majority", (FOUR_OR_MORE, SIX), 4),
        ("majority", (FOUR_TO_SIX, SIX), 6),
        ("majority", (FOUR_TO_SIX, OPEN), None),
        ("lowest", BARE, 7),
        ("lowest", (FOUR_TO_SIX, SIX), 4),
        ("lowest", (UP_TO_NINE,), 9),
        ("highest", BARE, 9),
        ("highest", (FOUR_OR_MORE, FOUR_TO_SIX), 6),
        ("highest", (SIX, UP_TO_NINE), 9),
        ("highest", (SIX, DOZENS), 24),
        ("highest", (OPEN,), None),
        ("newest", (FOUR_OR_MORE, SIX, *BARE), 6),
        ("newest", (FOUR_TO_SIX, SIX), 6),
        ("newest", BARE, 9),
        ("acled", BARE, 7),
        ("acled", (FOUR_TO_SIX, SIX), 4),
        ("acled", (UP_TO_NINE,), None),
        ("ucdp", BARE, 9),
        ("ucdp", (FOUR_OR_MORE, FOUR_TO_SIX, SIX), 4),
        ("ucdp", (SIX, FOUR_OR_MORE), 4),
        ("ucdp", (FOUR_OR_MORE, SIX, SIX), 6),
        ("ucdp", (FOUR_OR_MORE, attrs.evolve(FOUR_OR_MORE, source="j"), SIX, SIX, SIX), 4),
        ("ucdp", (UP_TO_NINE,), None),
    ],
)
def test_a_policy_chooses_among_counts(policy, claims, value):
    assert cluster(*claims).value("killed", policy) == value
    assert cluster(*claims[::-1]).value("killed", policy) == value


def test_policies_choose_among_days_and_words_too():
    days = [Claim(dt.date(2021, 2, day), "a") for day in (17, 16, 17)]
    assert cluster(*days).value("killed", "lowest") == dt.date(2021, 2, 16)
    assert cluster(*days).value("killed", "ucdp") == dt.date(2021, 2, 17)
    assert cluster(Claim("Orrin", "a"), Claim("Besk", "b")).value("killed", "acled") == "Besk"
    town, province = Claim("Orrin", "a"), Claim("Besk", "a")
    assert cluster(town, province).value("killed") == "Orrin"


def test_a_policy_of_ones_own_is_given_values_only():
    first = cluster(FOUR_TO_SIX, SIX, FOUR_OR_MORE)
    assert first.value("killed", lambda claims: [c.value for c in claims]) == [6, 4]
    assert cluster(OPEN).value("killed", lambda claims: 1) is None


def test_an_unknown_policy_is_named_with_those_that_there_are():
    for claims in ((SIX,), ()):
        with pytest.raises(ConfigurationError, match="no policy 'x'; there are: lowest"):
            cluster(*claims).value("killed", "x")


def test_clusters_round_trip():
    found = cluster(FOUR_OR_MORE, FOUR_TO_SIX, Claim(dt.date(2021, 2, 16), "a"), OPEN)
    again = EventCluster.from_dict(json.loads(json.dumps(found.to_dict())))
    assert again == found
    assert again.members[0].source_id == "wire.txt"


def test_clusters_that_were_written_before_claims_had_ranges_are_read():
    data = {
        "id": "x",
        "members": [{"article_id": "a", "event_id": "e"}],
        "claims": {"killed": [{"value": 4, "source": "a", "span": None, "published": None}]},
    }
    old = EventCluster.from_dict(data)
    assert old.claims["killed"] == (Claim(4, "a"),)
    assert old.members == (Member("a", "e", "wire.txt"),), "a name does not make another member"


@pytest.mark.parametrize(
    ("data", "message"),
    [([], "expected EventCluster"), ({"id": "x", "members": []}, "EventCluster lacks claims")],
)
def test_what_is_no_cluster_is_said(data, message):
    with pytest.raises(RecordError, match=message):
        EventCluster.from_dict(data)


@pytest.mark.parametrize("text", ["20210216", "2021-W07-2", "2021-02", "2021", "12", "", "16-02"])
def test_a_string_comes_back_as_one(text):
    claim = Claim(text, "a")
    assert decode(Claim, json.loads(json.dumps(encode(claim)))) == claim


@pytest.mark.parametrize("cls", [EventCluster, Member, Claim], ids=lambda cls: cls.__name__)
def test_the_page_on_clusters_lists_every_field(cls):
    page = (Path(__file__).parents[2] / "docs" / "reference" / "clusters.md").read_text("utf-8")
    _, found, rest = page.partition(f"## {cls.__name__}\n")
    rows = [row for row in rest.partition("\n## ")[0].split("\n") if row.startswith("| `")]
    listed = [name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[1])]
    assert found
    assert listed == [field.name for field in attrs.fields(cls)]


def test_records_of_one_source_share_it_when_they_are_read_back() -> None:
    """A stack of many articles would else be rebuilt for each of them."""
    raw = "".join(f"Part {n}\n\nRebels attacked a village.\n\n" for n in range(5))
    source = Source(raw=raw, id="stack")
    size = len(raw) // 5
    cut = [
        Article(source=source, span=Span(at, at + size), part=n, parts=5)
        for n, at in enumerate(range(0, len(raw), size), 1)
    ]
    records = [Result(article, {}).to_dict() for article in cut if article.part != 3]
    other = Result(Article(source=Source(raw="Other.", id="other"), span=Span(0, 6)), {}).to_dict()

    back = list(Result.from_dicts([*records, other, *records]))

    assert [result.to_dict() for result in back] == [*records, other, *records]
    first, again = back[:4], back[5:]
    for results in (first, again):
        assert len({id(result.article.source) for result in results}) == 1
        read = results[0].article.source.raw
        assert read == raw[: 2 * size] + "\ufffc" * size + raw[3 * size :]


def test_records_that_do_not_fit_together_are_read_each_for_itself() -> None:
    one = Result(Article(source=Source(raw="One text.", id="s"), span=Span(0, 9)), {}).to_dict()
    other = {**one, "article": {**one["article"], "text": "Two words"}}

    back = list(Result.from_dicts([one, other]))

    assert [result.article.source.raw for result in back] == ["One text.", "Two words"]
