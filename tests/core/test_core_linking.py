"""Linking: what a linker loses, invents or raises is told by its name."""

from __future__ import annotations

import pytest

from corpuskit import (
    Event,
    EventCluster,
    Failure,
    LayerMissing,
    Linker,
    Member,
    OutputError,
    Pipeline,
    PlanError,
    Span,
)
from corpuskit.cli import main
from corpuskit.contract import Part, Registry
from corpuskit.model import Result
from corpuskit.pipeline.linking import clusters_by, linker_of, stories_by


@pytest.fixture
def result():
    (bare,) = Pipeline([]).run(["A bridge fell."])
    event = Event(id="e", type="ASSAULT", trigger_span=Span(9, 13), mentions=(Span(9, 13),))
    return Result(bare.article, {Event: (event,)})


class Toy(Linker):
    name = "toy"

    def __init__(self, *answer):
        self.answer = answer

    def link(self, results, *, strict=False):
        return self.answer

    def stories(self, results, *, strict=False):
        yield from self.answer
        if self.answer == ("raise",):
            raise KeyError("gone")


def part(*answer):
    return Part("linkers", Toy(*answer), "toy-plugin", "1")


def cluster(result, event="e"):
    return EventCluster(id="c", members=(Member(result.article.id, event),), claims={})


def test_what_was_told_comes_back(result):
    assert clusters_by(part(cluster(result)), [result], strict=False) == (cluster(result),)
    story = (result.article.id,)
    assert stories_by(part(story), [result], strict=False) == (story,)


@pytest.mark.parametrize("answer", [[], ["x"], ["other"]])
def test_a_bad_cluster_is_named(result, answer):
    made = [cluster(result, "other") if one == "other" else one for one in answer]
    with pytest.raises(OutputError, match="linker toy of toy-plugin 1: "):
        clusters_by(part(*made), [result], strict=False)


@pytest.mark.parametrize(("answer", "message"), [((), "not both given"), (("raise",), "KeyError")])
def test_a_bad_story_is_named(result, answer, message):
    with pytest.raises(OutputError, match=f"linker toy of toy-plugin 1: .*{message}"):
        stories_by(part(*answer), [result], strict=False)


def test_what_is_no_result_is_named(result):
    for given in (result, [result.to_dict()], ["r.jsonl"]):
        with pytest.raises(TypeError, match=r"not one Result|is a Result, not a (dict|str)"):
            clusters_by(part(), given, strict=False)
        with pytest.raises(TypeError, match="Result"):
            stories_by(part(), given, strict=False)


def test_results_without_events_are_no_results_without_finds(result):
    (bare,) = Pipeline([]).run(["A bridge fell."])
    none = Result(bare.article, {Event: ()})
    failure = Failure(
        plugin="toy-plugin", version="1", article="", error="KeyError", layers=("Event",)
    )
    broken = Result(bare.article, {}, (failure,))
    for given, why in [
        ([bare], "again with corpuskit-events"),
        ([bare, broken], "toy-plugin failed"),
    ]:
        with pytest.raises(LayerMissing, match=f"CK201 none of the results .*: .*{why}"):
            clusters_by(part(), given, strict=False)
        assert stories_by(part((bare.article.id,)), given, strict=False)  # of texts alone
    assert clusters_by(part(), [], strict=False) == clusters_by(part(), [none, bare], strict=False)
    assert clusters_by(part(cluster(result)), [bare, result], strict=False)


def test_link_names_what_is_missing(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("Two guards were killed in Velm on Monday.")
    out = tmp_path / "r.jsonl"
    call = ["link", str(out)]
    assert main(["extract", str(tmp_path / "a.txt"), "--plugins=dates", "-q", "-o", str(out)]) == 0
    assert main([*call, "-o", str(tmp_path / "c.jsonl")]) == 1
    told = capsys.readouterr().err
    assert told.startswith("corpuskit link: CK201 none of the results has an Event layer: ")
    assert not (tmp_path / "c.jsonl").exists()
    assert main([*call, "--stories", "-q"]) == 0
    out.write_bytes(b"")
    assert main([*call, "-q"]) == 0


def test_no_linker_is_said():
    with pytest.raises(PlanError, match="no linker is installed"):
        linker_of(Registry())
