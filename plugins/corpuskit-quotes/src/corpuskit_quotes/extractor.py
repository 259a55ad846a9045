"""Extractor: the way through, from marks and cues to quotations with their speakers."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from corpuskit import Article, Entity, Extractor, Layers, Provenance, Quotation, Span
from corpuskit_quotes.direct import Spoken, spoken_in
from corpuskit_quotes.phrases import Phrase, Reported
from corpuskit_quotes.reported import reported_in
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
        spoken = spoken_in(tape)
        taken = frozenset(index for one in spoken for index in one.stretches)
        for one in spoken:
            yield _direct(tape, one)
        cues = frozenset(i for one in spoken if one.cue for i in range(*one.cue))
        for other in reported_in(tape, taken | cues):
            yield _reported(tape, other)


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


def _reported(tape: Tape, reported: Reported) -> Quotation:
    pieces: list[Span] = []
    for content in reported.contents:
        for index in range(content.first, content.stop):
            stretch = tape.stretches.get(index)
            if stretch is not None:
                pieces.append(Span(stretch.inner_start, stretch.inner_end))
    return Quotation(
        spans=tuple(_content_span(tape, content) for content in reported.contents),
        mode="mixed" if pieces else "indirect",
        speaker_span=_span(tape, reported.speaker),
        cue_span=_span(tape, reported.cue),
        pieces=tuple(pieces),
        basis="cue",
        provenance=Provenance(rule=reported.rule),
    )


def _content_span(tape: Tape, content: Phrase) -> Span:
    return Span(tape.spans[content.first][0], tape.spans[content.stop - 1][1])
