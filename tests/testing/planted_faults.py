"""One bad plugin for each check of the kit: what the check must catch."""

from __future__ import annotations

import datetime as dt
import random
import re
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs
from planted_faults_of_others import EXPORTERS, LINKERS, READERS, SEGMENTERS

from corpuskit import (
    Annotation,
    Article,
    DateMention,
    Extractor,
    Layers,
    Provenance,
    Span,
)
from corpuskit.scan import Example, Lexicon, Rule

__all__ = ["EXPORTERS", "EXTRACTORS", "LINKERS", "READERS", "SAMPLE", "SEGMENTERS", "Good"]

SAMPLE = "A tremor was felt in Mirsk. The tremor broke windows."


@attrs.frozen(kw_only=True)
class Tremor(Annotation):
    span: Span
    note: str | None = None
    note_span: Span | None = None


class Good(Extractor):
    """Finds the word "tremor" in the sentences that hold it."""

    name = "tremors"
    provides = (Tremor,)
    triggers = Lexicon.of("tremor")

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        return [self.made(article, layers, Span(hit.start, hit.end)) for hit in layers.hits]

    def made(self, article: Article, layers: Layers, span: Span) -> Annotation:
        return Tremor(span=span, provenance=Provenance("tremors.word"))


class NoLayers(Good):
    provides = ()


class NoteElsewhere(Good):
    def made(self, article: Article, layers: Layers, span: Span) -> Annotation:
        at = Span(article.span.start, article.span.start + 1)
        return Tremor(span=span, note="tremor", note_span=at, provenance=Provenance("tremors.word"))


class Nameless(Good):
    def made(self, article: Article, layers: Layers, span: Span) -> Annotation:
        return Tremor(span=span)


class NeverReads(Good):
    requires = (DateMention,)


class Dates(Extractor):
    """For those that need dates: finds none."""

    name = "dates"
    provides = (DateMention,)

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        return ()


class Undeclared(Good):
    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        try:
            layers.get(DateMention)
        except Exception:
            return super().__call__(article, layers)
        return ()


class SortsHits(Good):
    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        hits: Any = layers.hits
        hits.reverse()
        return super().__call__(article, layers)


class HoldsLast(Good):
    last: Article | None = None

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        self.last = article
        return super().__call__(article, layers)


class TrustsIds(Good):
    def __init__(self) -> None:
        self.known: dict[str, bool] = {}

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        known = self.known.setdefault(article.source.id, bool(layers.hits))
        return super().__call__(article, layers) if known else ()


class CountsFromHere(Good):
    def made(self, article: Article, layers: Layers, span: Span) -> Annotation:
        note = str(span.start)
        return Tremor(span=span, note=note, provenance=Provenance("tremors.word"))


class IgnoresTriggers(Good):
    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        return [self.made(article, layers, Span(s.start, s.end)) for s in layers.scan.sentences]


class NeedsWhatItUses(Good):
    uses = (DateMention,)

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        list(layers[DateMention])
        return super().__call__(article, layers)


@attrs.frozen(kw_only=True)
class Heavy(Annotation):
    span: Span
    size: tuple[float, ...] | None = None
    at: dt.time | None = None


class Unreadable(Good):
    """Written as JSON, but read back as something else."""

    provides = (Heavy,)

    def made(self, article: Article, layers: Layers, span: Span) -> Annotation:
        size: Any = [1.0]
        return Heavy(span=span, size=size, provenance=Provenance("tremors.word"))


class StumblesOverSigns(Good):
    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        for char in article.source.raw:
            if char == "½":
                float(char)
        return super().__call__(article, layers)


class FalseExample(Good):
    rules = (Rule(id="tremors.word", about="The word.", yes=(Example("A [[quake]] was felt."),)),)


class Counts(Good):
    calls = 0

    def made(self, article: Article, layers: Layers, span: Span) -> Annotation:
        self.calls += 1
        return Tremor(span=span, note=str(self.calls), provenance=Provenance("tremors.word"))


class RemembersOthers(Good):
    """Right twice in a row, wrong after another text."""

    def __init__(self) -> None:
        self.longest = 0

    def made(self, article: Article, layers: Layers, span: Span) -> Annotation:
        self.longest = max(self.longest, len(article.source.raw))
        return Tremor(span=span, note=str(self.longest), provenance=Provenance("tremors.word"))


class HashSeed(Good):
    def made(self, article: Article, layers: Layers, span: Span) -> Annotation:
        note = str(hash(article.source.raw) % 1000)
        return Tremor(span=span, note=note, provenance=Provenance("tremors.word"))


class OneBuffer(Good):
    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        self.places: list[Span] = []
        for hit in layers.hits:
            time.sleep(0.0005)
            self.places.append(Span(hit.start, hit.end))
        found = [self.made(article, layers, span) for span in self.places]
        del self.places
        return found


class Renames(Good):
    """Changes the source behind the article's back."""

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        object.__setattr__(article.source, "publisher", "tremors")
        return super().__call__(article, layers)


class Hoards(Good):
    def __init__(self) -> None:
        self.texts: list[int] = []

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        self.texts.append(len(article.source.raw))
        return super().__call__(article, layers)


class Lambda(Good):
    def __init__(self) -> None:
        self.key = lambda hit: hit.start


class Clock(Good):
    def made(self, article: Article, layers: Layers, span: Span) -> Annotation:
        return Tremor(span=span, note=dt.date.today().isoformat(), provenance=Provenance("t.word"))


class Chance(Good):
    def made(self, article: Article, layers: Layers, span: Span) -> Annotation:
        random.random()
        return super().made(article, layers, span)


class OpensFile(Good):
    def made(self, article: Article, layers: Layers, span: Span) -> Annotation:
        if Path("/etc/hostname").exists():
            Path("/etc/hostname").read_text()
        return super().made(article, layers, span)


class Environment(Good):
    def made(self, article: Article, layers: Layers, span: Span) -> Annotation:
        import os

        os.environ.get("TREMORS")
        return super().made(article, layers, span)


class Network(Good):
    def made(self, article: Article, layers: Layers, span: Span) -> Annotation:
        import socket

        socket.socket().close()
        return super().made(article, layers, span)


class Prints(Good):
    def made(self, article: Article, layers: Layers, span: Span) -> Annotation:
        print("found one")
        return super().made(article, layers, span)


class RaisesLimit(Good):
    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        sys.setrecursionlimit(sys.getrecursionlimit() + 1)
        return super().__call__(article, layers)


class EmptyHanded(Good):
    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        article.body[0]
        return super().__call__(article, layers)


class Quadratic(Good):
    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        raw = article.source.raw
        for at in range(0, len(raw), 20):
            raw[at:].find("\x01")
        return super().__call__(article, layers)


class ReadsItsNeighbours(Good):
    """Reads all of a source for each of its articles."""

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        article.source.raw.replace("e", "\x01")
        return super().__call__(article, layers)


class SlowOnTowns(Good):
    """Quadratic in one phrase, which none of the kit's own texts has."""

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        raw = article.text(article.span)
        for town in re.finditer("in the town of ", raw):
            raw[town.end() :].find("\x01")
        return super().__call__(article, layers)


EXTRACTORS: dict[str, tuple[type[Good], ...]] = {
    "declares": (NoLayers,),
    "spans_read_back": (NoteElsewhere,),
    "names_its_rule": (Nameless,),
    "each_layer_seen": (NeverReads,),
    "only_declared": (Undeclared,),
    "hands_off": (SortsHits,),
    "lets_go": (HoldsLast,),
    "same_id_other_text": (TrustsIds,),
    "moves_with_text_in_front": (CountsFromHere,),
    "nothing_without_triggers": (IgnoresTriggers,),
    "works_without_uses": (NeedsWhatItUses,),
    "json_round_trip": (Unreadable,),
    "generated_texts": (StumblesOverSigns,),
    "rules_prove_themselves": (FalseExample,),
    "same_twice": (Counts,),
    "same_in_any_order": (RemembersOthers,),
    "same_elsewhere": (HashSeed,),
    "same_in_threads": (OneBuffer,),
    "nothing_mutated": (Renames,),
    "nothing_kept": (Hoards,),
    "pickles": (Lambda,),
    "no_outside_world": (Clock, Chance, OpensFile, Environment, Network),
    "leaves_no_trace": (Prints, RaisesLimit),
    "hostile_inputs": (EmptyHanded,),
    "linear_time": (Quadratic, ReadsItsNeighbours),
}
