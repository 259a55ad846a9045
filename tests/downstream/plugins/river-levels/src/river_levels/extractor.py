"""River levels: numbers of metres in sentences that speak of a river's level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import attrs

import corpuskit
from corpuskit import Article, Layers, Provenance, Span
from corpuskit.scan import Lexicon, within

UNITS = (" metres", " meters", " m")


@attrs.frozen(kw_only=True)
class RiverLevel(corpuskit.Annotation):
    span: Span
    metres: float


@attrs.frozen(kw_only=True, slots=False)
class RiverLevels(corpuskit.Extractor):
    highest: float = 30.0
    name = "river-levels"
    provides = (RiverLevel,)

    @property
    def triggers(self) -> Lexicon:
        return _words()

    def __call__(self, article: Article, layers: Layers) -> Iterator[corpuskit.Annotation]:
        folded = layers.scan.folded
        for sentence, _ in layers.sentences():
            for number in within(layers.scan.numbers, sentence.start, sentence.end):
                unit = next((u for u in UNITS if folded.startswith(u, number.end)), None)
                if unit is not None and number.value <= self.highest:
                    yield RiverLevel(
                        span=Span(number.start, number.end + len(unit)),
                        metres=float(number.value),
                        provenance=Provenance("river_levels.metres"),
                    )


@cache
def _words() -> Lexicon:
    return Lexicon.of("river", "water level", "gauge")


def mean(levels: Iterable[RiverLevel]) -> float:
    """The mean level; needs numpy, the extra `statistics`, and loads it only here."""
    import numpy

    return float(numpy.mean([level.metres for level in levels]))
