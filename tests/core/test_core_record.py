"""Records: JSON and back without loss, and errors that name the key."""

from __future__ import annotations

import json

import pytest
from toys import Word, Words

from corpuskit import Claim, EventCluster, Member, Pipeline, RecordError, Result, Source, Span
from corpuskit.model.codec import decode, encode
from corpuskit.pipeline.records import read_jsonl, to_line


def results(text="alpha and beta"):
    return list(Pipeline([Words()]).run([Source(raw=text)]))


def test_round_trip_with_a_foreign_layer():
    (result,) = results()
    data = json.loads(json.dumps(result.to_dict()))
    assert data["annotations"]["toys.Word"][0]["text"] == "alpha"
    assert Result.from_dict(data, layers=[Word]) == result


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
    ],
)
def test_a_record_that_does_not_fit_names_the_key(change, message):
    data = results()[0].to_dict()
    change(data)
    with pytest.raises(RecordError, match=message):
        Result.from_dict(data)


def test_lines_come_back_and_a_bad_one_is_named(tmp_path):
    path = tmp_path / "r.jsonl"
    found = results() + results("beta")
    path.write_text("".join(map(to_line, found)), encoding="utf-8")
    assert list(read_jsonl(path, layers=[Word])) == found
    path.write_text(path.read_text() + "{\n")
    with pytest.raises(RecordError, match=r"r\.jsonl: line 3"):
        list(read_jsonl(path))


def test_clusters_round_trip_and_answer_by_policy():
    claims = {"killed": (Claim(7, "a"), Claim(9, "b"), Claim(9, "c")), "place": (Claim(None, "a"),)}
    cluster = EventCluster(
        id="x", members=(Member("a", "e"), Member("b", "f")), claims=claims, conflicts=("killed",)
    )
    assert decode(EventCluster, json.loads(json.dumps(encode(cluster)))) == cluster
    assert cluster.value("killed", "lowest") == cluster.value("killed", "acled") == 7
    assert cluster.value("killed", "highest") == cluster.value("killed") == 9
    assert cluster.value("killed", lambda claims: claims[0].value) == 7
    assert cluster.value("place") is None
    with pytest.raises(KeyError, match="no policy 'x'; there are: lowest"):
        cluster.value("killed", "x")
