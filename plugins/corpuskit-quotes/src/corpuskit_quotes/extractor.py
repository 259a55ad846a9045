"""Extractor: the way through, from marks and cues to quotations with their speakers."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from corpuskit import Article, Entity, Extractor, Layers, Provenance, Quotation, Span
from corpuskit_quotes.direct import Spoken, spoken_in
from corpuskit_quotes.phrases import Phrase
from corpuskit_quotes.tape import Tape, make_tape

__all__ = ["Quotes"]


@attrs.frozen(kw_only=True, slots=False)
class Quotes(Extractor):
    """Direct, mixed and indirect quotations with speaker and cue."""

    name = "quotes"
    provides = (Quotation,)
    uses = (Entity,)

    def __call__(self, article: Article, layers: Layers) -> Iterator[Quotation]:
        tape = make_tape(layers.scan)
        for spoken in spoken_in(tape):
            yield _direct(tape, spoken)


def _span(tape: Tape, phrase: Phrase | None) -> Span | None:
    if phrase is None:
        return None
    return Span(tape.spans[phrase.first][0], tape.spans[phrase.stop - 1][1])


def _direct(tape: Tape, spoken: Spoken) -> Quotation:
    stretches = [tape.stretches[index] for index in spoken.stretches]
    return Quotation(
        spans=tuple(Span(s.inner_start, s.inner_end) for s in stretches),
        mode="direct",
        speaker_span=_span(tape, spoken.speaker),
        cue_span=_span(tape, spoken.cue),
        closed=stretches[-1].closed,
        basis="cue" if spoken.cue else None,
        provenance=Provenance(rule=spoken.rule),
    )
