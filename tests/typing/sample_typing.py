"""What a plugin's users get from a type checker; read by `test_typing.py`, never run."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import assert_type

import attrs

import corpuskit
from corpuskit import (
    Annotation,
    Article,
    Casualty,
    DateMention,
    Entity,
    Event,
    EventCluster,
    Extractor,
    Layers,
    Pipeline,
    Quotation,
    Result,
    Source,
    Span,
)
from corpuskit.scan import Lexicon
from corpuskit_boilerplate import Boilerplate
from corpuskit_dates import Dates


@attrs.frozen(kw_only=True)
class MyAnnotation(Annotation):
    span: Span
    word: str


class MyExtractor(Extractor):
    name = "mine"
    provides = (MyAnnotation,)
    uses = (DateMention,)

    def __call__(self, article: Article, layers: Layers) -> Iterator[Annotation]:
        assert_type(layers[DateMention], tuple[DateMention, ...])
        assert_type(layers.get(DateMention), tuple[DateMention, ...] | None)
        for sentence in layers.scan.sentences:
            yield MyAnnotation(span=Span(sentence.start, sentence.end), word="")


class WithWords(MyExtractor):
    triggers = Lexicon.of("tremor")


class WithWordsReadLate(MyExtractor):
    @cached_property
    def triggers(self) -> Lexicon:
        return Lexicon.of("tremor")


class WithWordsByOption(MyExtractor):
    @property
    def triggers(self) -> Lexicon | None:
        return None


class Alike:
    """No heir, but it has all that an extractor has, with the types that the protocol says."""

    name = "alike"
    replaces: tuple[str, ...] = ()
    provides: tuple[type[Annotation], ...] = (MyAnnotation,)
    requires: tuple[type[Annotation], ...] = ()
    uses: tuple[type[Annotation], ...] = ()
    triggers = Lexicon.of("tremor")

    def __call__(self, article: Article, layers: Layers) -> Iterator[Annotation]:
        yield from ()


def results(text: str) -> None:
    (result,) = corpuskit.extract(text)
    assert_type(result, Result)
    assert_type(result[MyAnnotation], tuple[MyAnnotation, ...])
    assert_type(result[MyAnnotation][0].word, str)
    assert_type(result.dates, tuple[DateMention, ...])
    assert_type(result.entities, tuple[Entity, ...])
    assert_type(result.quotes, tuple[Quotation, ...])
    assert_type(result.casualties, tuple[Casualty, ...])
    assert_type(result.casualties[0].best, int | None)
    assert_type(result.events, tuple[Event, ...])
    assert_type(corpuskit.link([result]), tuple[EventCluster, ...])
    assert_type(corpuskit.stories([result]), tuple[tuple[str, ...], ...])


def pipelines() -> None:
    pipeline = Pipeline([MyExtractor(), WithWords(), WithWordsReadLate(), WithWordsByOption()])
    pipeline = Pipeline([Alike()])
    pipeline = Pipeline([Dates(languages=("en", "es")), Boilerplate(languages=("en",))])
    for result in pipeline.run([Source(raw="text"), "text"]):
        assert_type(result, Result)
    fewer = Pipeline.installed().only([MyAnnotation])
    assert_type(fewer, Pipeline)
