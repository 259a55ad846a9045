"""Plan, guards and failures: what a bad plugin does is named, and the rest still comes out."""

from __future__ import annotations

import datetime as dt
import gc
import itertools
import re
import tracemalloc
from typing import Literal

import attrs
import pytest
from toys import Other, Others, Pair, Pairs, Word, Words

import corpuskit
from corpuskit import (
    Annotation,
    DependencyCycle,
    Extractor,
    LayerClash,
    LayerMissing,
    OutputError,
    Pipeline,
    PlanError,
    Provenance,
    Source,
    Span,
)

TEXT = "alpha came, beta left. Then alpha."


def run(*parts, text=TEXT, **options):
    (result,) = Pipeline(parts).run([text], **options)
    return result


def test_dependencies_run_first_whatever_the_order():
    for order in itertools.permutations([Words(), Pairs(), Others()]):
        pipeline = Pipeline(order)
        assert [step.name for step in pipeline.plan.steps] == ["words", "others", "pairs"]
        (result,) = pipeline.run([TEXT])
        assert [result.text(w.span) for w in result[Word]] == ["alpha", "beta", "alpha"]
        assert len(result[Pair]) == 2
        assert result[Other] == ()


def test_used_layers_may_be_absent():
    assert run(Others())[Other][0].span == Span(0, 1)


def test_provenance_names_plugin_version_and_rule():
    found = run(Words())[Word][0].provenance
    assert (found.rule, found.plugin, found.version) == ("toy.word", "words", "0")


def test_only_what_is_asked_for_is_run():
    pipeline = Pipeline([Words(), Pairs(), Others()]).only([Pair])
    assert [step.name for step in pipeline.plan.steps] == ["words", "pairs"]
    with pytest.raises(PlanError, match="nobody provides Date"):
        pipeline.only([corpuskit.DateMention])


def test_absent_is_not_empty():
    result = run(Words())
    with pytest.raises(TypeError, match="a layer is a class, as DateMention, not 'words'"):
        result["words"]
    with pytest.raises(LayerMissing, match="no plugin in this pipeline"):
        result[Pair]
    assert result.get(Pair) == ()
    assert Pair not in result
    assert run(Words(), text="nothing")[Word] == ()


class Loop(Extractor):
    name = "loop"
    provides = (Word,)
    requires = (Pair,)

    def __call__(self, article, layers):
        return ()


class Twin(Words):
    name = "twin"


class Namesake(Words):
    provides = (Other,)


class Better(Words):
    name = "better"
    replaces = ("words",)


@pytest.mark.parametrize(
    ("parts", "error", "message"),
    [
        ([Pairs()], PlanError, "pairs of .* requires Word"),
        ([Loop(), Pairs()], DependencyCycle, "loop"),
        ([Words(), Twin()], LayerClash, "twin of .* and words of"),
        ([Words(), Namesake()], LayerClash, "the name words"),
    ],
)
def test_parts_that_do_not_fit_are_refused_by_name(parts, error, message):
    with pytest.raises(error, match=message):
        Pipeline(parts)


def test_a_replacement_is_a_choice_not_a_clash():
    pipeline = Pipeline([Words(), Better()])
    assert [step.name for step in pipeline.plan.steps] == ["better"]
    assert "replaced by better" in pipeline.plan.aside[0].reason


@attrs.frozen(kw_only=True)
class Bad(Annotation):
    span: Span
    inner: tuple[corpuskit.Argument, ...] = ()
    size: int | None = None
    side: Literal["left", "right"] = "left"
    words: tuple[str, ...] = ()


def bad(call):
    return type("BadOne", (Extractor,), {"name": "bad", "provides": (Bad,), "__call__": call})()


def raises(self, article, layers):
    raise ValueError("on this\narticle")


def raises_late(self, article, layers):
    yield Bad(span=Span(0, 1))
    raise RuntimeError("late")


def nonsense(self, article, layers):
    return 7


def wrong_items(self, article, layers):
    return ["text"]


def undeclared(self, article, layers):
    return [Word(span=Span(0, 1))]


def out_of_range(self, article, layers):
    return [Bad(span=Span(0, 10_000))]


def empty_span(self, article, layers):
    return [Bad(span=Span(3, 3))]


def moved_after_it_was_yielded(self, article, layers):
    given = Bad(span=Span(0, 1))
    yield given
    object.__setattr__(given, "span", Span(0, 10_000))


def no_span(self, article, layers):
    return [Bad(span="0:3")]


def wrong_type(self, article, layers):
    return [Bad(span=Span(0, 1), size=4), Bad(span=Span(0, 1), size={"much": 4})]


def no_choice(self, article, layers):
    return [Bad(span=Span(0, 1), side="left"), Bad(span=Span(0, 1), side="up")]


def wrong_inside(self, article, layers):
    return [Bad(span=Span(0, 1), words=("a",)), Bad(span=Span(0, 1), words=(1,))]


def twice(self, article, layers):
    return [GIVEN]


GIVEN = Bad(span=Span(0, 1), provenance=Provenance("bad.rule", "other", "1"))


def fractions(self, article, layers):
    return [Bad(span=Span(0.0, 1.0))]


def nested_out_of_range(self, article, layers):
    return [Bad(span=Span(0, 1), inner=(corpuskit.Argument("x", Span(0, 10_000)),))]


def reads_undeclared(self, article, layers):
    return [Bad(span=w.span) for w in layers[Word]]


def mutates(self, article, layers):
    object.__setattr__(article, "body", ())
    return []


def exits(self, article, layers):
    raise SystemExit(3)


def recurses(self, article, layers):
    return self(article, layers)


FAULTS = {
    raises: "ValueError: on this article",
    raises_late: "RuntimeError: late",
    nonsense: "returned int",
    wrong_items: "returned a str",
    undeclared: "returned a Word, but provides only Bad",
    out_of_range: r"\[0:10000\] that is empty or outside",
    moved_after_it_was_yielded: r"\[0:10000\] that is empty or outside",
    empty_span: r"\[3:3\] that is empty or outside",
    nested_out_of_range: r"\[0:10000\] that is empty or outside",
    wrong_type: r"Bad.size is \{'much': 4\}, not int \| None",
    no_choice: "Bad.side is 'up', not Literal",
    wrong_inside: r"Bad.words is \(1,\), not tuple\[str, ...\]",
    fractions: "a span of other than whole numbers",
    twice: "returned a Bad that other gave already",
    no_span: "span is '0:3', not Span",
    reads_undeclared: "reads Word without naming it",
    mutates: "changed Article.body",
    exits: "SystemExit: 3",
    recurses: "RecursionError",
}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_bad_plugin_is_named_and_everything_else_comes_out(fault):
    result = run(Words(), Pairs(), bad(fault))
    assert len(result[Word]) == 3
    assert len(result[Pair]) == 2
    assert result.article.body
    (failure,) = result.failures
    assert failure.plugin == "bad"
    assert failure.article == result.article.id
    assert failure.layers == ("Bad",)
    assert re.search(FAULTS[fault], failure.error)
    with pytest.raises(LayerMissing, match="bad failed"):
        result[Bad]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_strict_raises_with_a_note_that_names_the_plugin(fault):
    with pytest.raises((Exception, SystemExit)) as caught:  # any of them
        list(Pipeline([bad(fault)], strict=True).run([TEXT]))
    assert any("raised by bad" in note for note in caught.value.__notes__)


class BreaksWords(Words):
    def __call__(self, article, layers):
        raise ValueError("no words today")


def test_what_depends_on_a_failure_is_absent_because_of_it():
    result = run(BreaksWords(), Pairs(), Others())
    assert [f.plugin for f in result.failures] == ["words", "pairs"]
    assert "requires Word from words, which failed" in result.failures[1].error
    assert result[Other]


class MutatesWord(Pairs):
    def __call__(self, article, layers):
        object.__setattr__(layers[Word][0], "span", Span(0, 1))
        return ()


def test_a_changed_annotation_is_put_back():
    result = run(Words(), MutatesWord())
    assert result.text(result[Word][0].span) == "alpha"
    assert "changed Word.span" in result.failures[0].error


class FailsOnBeta(Words):
    def __call__(self, article, layers):
        if "beta" in article.source.raw:
            raise ValueError("beta")
        return super().__call__(article, layers)


def test_one_bad_document_never_stops_a_stream():
    results = list(Pipeline([FailsOnBeta()]).run(["alpha", "beta", "alpha"]))
    assert [len(r.failures) for r in results] == [0, 1, 0]


class Explains(Words):
    def __call__(self, article, layers):
        layers.reject(0, 5, "toy.no", "because")
        return ()


def test_rejections_are_collected_only_on_demand():
    rejections = []
    list(Pipeline([Explains()]).run([TEXT], rejections=rejections))
    assert [(r.rule, r.reason, r.plugin) for r in rejections] == [("toy.no", "because", "words")]
    assert run(Explains())[Word] == ()


def test_an_output_error_has_a_code():
    assert OutputError("x").code == "CK401"


def test_extract_refuses_two_dates():
    with pytest.raises(TypeError, match="give the date to the Source"):
        corpuskit.extract(Source(raw="x"), published=dt.date(2024, 1, 1))


def test_memory_stays_flat_over_a_stream():
    pipeline = Pipeline([Words(), Pairs()])
    text = TEXT * 200

    def held_after(articles):
        for _ in pipeline.run(text for _ in range(articles)):
            pass
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        held_after(3)
        assert held_after(100) < held_after(3) + 20 * len(text)
    finally:
        tracemalloc.stop()
