"""Toys: small layers and extractors that the core's tests are made of."""

from __future__ import annotations

import itertools

import attrs

from corpuskit import Annotation, Extractor, Provenance, Span
from corpuskit.scan import Lexicon


@attrs.frozen(kw_only=True)
class Word(Annotation):
    span: Span


@attrs.frozen(kw_only=True)
class Pair(Annotation):
    span: Span


@attrs.frozen(kw_only=True)
class Other(Annotation):
    span: Span


class Words(Extractor):
    name = "words"
    provides = (Word,)
    triggers = Lexicon.of("alpha", "beta")

    def __call__(self, article, layers):
        for hit in layers.hits:
            yield Word(span=Span(hit.start, hit.end), provenance=Provenance("toy.word"))


class Pairs(Extractor):
    name = "pairs"
    provides = (Pair,)
    requires = (Word,)

    def __call__(self, article, layers):
        words = layers[Word]
        for first, second in itertools.pairwise(words):
            yield Pair(span=first.span.hull(second.span))


class Others(Extractor):
    name = "others"
    provides = (Other,)
    uses = (Word,)

    def __call__(self, article, layers):
        if layers.get(Word) is None:
            yield Other(span=Span(0, 1))
