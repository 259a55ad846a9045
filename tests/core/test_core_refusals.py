"""Refusals: what is no part, no list of texts and no layer is named; unread words stop one part."""

from __future__ import annotations

import attrs
import pytest
from toys import Pair, Pairs, Word, Words

import corpuskit
from corpuskit import (
    Annotation,
    Casualty,
    CorpuskitError,
    Extractor,
    LexiconError,
    Pipeline,
    PlanError,
    Source,
    Span,
)

TEXT = "alpha came, beta left. Then alpha."


@attrs.frozen(kw_only=True)
class Bad(Annotation):
    span: Span


class Wordless(Extractor):
    """Its trigger words cannot be read."""

    name = "wordless"
    provides = (Bad,)

    def __init__(self, words):
        self.words = words

    @property
    def triggers(self):
        if isinstance(self.words, Exception):
            raise self.words
        return self.words

    def __call__(self, article, layers):
        return []


WORDLESS = [
    (LexiconError("line 3: 5 cells", file="words.tsv"), "words.tsv"),
    (["storm"], "triggers of wordless is list, not a Lexicon"),
]


@pytest.mark.parametrize(("words", "message"), WORDLESS)
def test_words_that_cannot_be_read_stop_their_plugin_alone(words, message):
    (result,) = Pipeline([Words(), Wordless(words), Pairs()]).run([TEXT])
    assert len(result[Word]) == 3
    assert len(result[Pair]) == 2
    (failure,) = result.failures
    assert (failure.plugin, failure.layers) == ("wordless", ("Bad",))
    assert message in failure.error
    with pytest.raises(CorpuskitError, match=message) as caught:
        list(Pipeline([Wordless(words)], strict=True).run([TEXT]))
    assert any("raised by wordless" in note for note in caught.value.__notes__)


def test_an_annotation_is_no_span_and_a_result_no_list():
    (result,) = Pipeline([Words()]).run([TEXT])
    with pytest.raises(TypeError, match=r"text takes a Span, as annotation\.span, not Word\("):
        result.text(result[Word][0])
    with pytest.raises(TypeError, match="not iterable"):
        list(result)


@pytest.mark.parametrize("text", [TEXT, Source(raw=TEXT), b"bytes"])
def test_one_text_in_place_of_several_is_refused(text):
    with pytest.raises(TypeError, match=r"several texts, not one \w+: run\(\[text\]\)"):
        Pipeline([Words()]).run(text)


@pytest.mark.parametrize(
    ("part", "message"),
    [
        (3, "^CK301 3 of segmenters is no plugin part; give an object with a name"),
        ("dates", r"'dates' is a name; by name: Pipeline.installed\(Selection.parse\('dates'\)\)"),
        (None, "None of segmenters is no plugin part"),
        (
            type("Nameless", (Words,), {"name": ""})(),
            r"an object of extractors \(Nameless\) has no",
        ),
        (
            type("Blank", (Words,), {"name": " "})(),
            r"an object of extractors \(Blank\) has no name",
        ),
        (Words, "Words of extractors is a class; give an object of it"),
        (type("Loose", (Words,), {"provides": Word})(), "provides is not a tuple"),
    ],
)
def test_what_is_no_part_is_refused_with_what_it_lacks(part, message):
    with pytest.raises(PlanError, match=message):
        Pipeline([part])


def test_a_layer_is_asked_for_by_its_class():
    with pytest.raises(PlanError, match="'words' is no annotation class; layers at hand: Word"):
        Pipeline([Words()]).only(["words"])


@pytest.mark.parametrize("layers", [Casualty, "Casualty"])
def test_one_layer_in_place_of_several_is_named(layers):
    for call in (
        lambda: corpuskit.extract(TEXT, layers=layers),
        lambda: Pipeline([Words()]).only(layers),
        lambda: corpuskit.read_jsonl("records.jsonl", layers=layers),
        lambda: corpuskit.Result.from_dict({}, layers=layers),
    ):
        with pytest.raises(TypeError, match=r"several classes, not one .*: layers=\["):
            call()
