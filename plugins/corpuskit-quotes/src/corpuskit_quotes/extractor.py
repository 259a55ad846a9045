"""Extractor: the way through, from marks and cues to quotations with their speakers."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from corpuskit import Article, Entity, Extractor, Layers, Provenance, Quotation, Span
from corpuskit_quotes.cast import Cast
from corpuskit_quotes.direct import Spoken, spoken_in
from corpuskit_quotes.phrases import Phrase, Reported
from corpuskit_quotes.reported import reported_in
from corpuskit_quotes.speakers import Speakers
from corpuskit_quotes.stretches import Stretch
from corpuskit_quotes.tape import Tape, make_tape

__all__ = ["Quotes"]


@attrs.frozen(kw_only=True, slots=False)
class Quotes(Extractor):
    """Direct, mixed and indirect quotations with speaker and cue."""

    name = "quotes"
    provides = (Quotation,)
    uses = (Entity,)

    def __call__(self, article: Article, layers: Layers) -> Iterator[Quotation]:
        """Quotations in text order; see `corpuskit.Quotation` for what each holds."""
        tape = make_tape(layers.scan)
        spoken = spoken_in(tape)
        taken = frozenset(index for one in spoken for index in one.stretches)
        cues = frozenset(i for one in spoken if one.cue for i in range(*one.cue))
        reported = reported_in(tape, taken | cues)
        found = [(_first(one), one) for one in (*spoken, *reported)]
        if not found:
            return
        speakers = Speakers(tape, Cast(tape, layers.get(Entity)))
        for _, one in sorted(found, key=lambda item: item[0]):
            quotation = _direct(tape, one) if isinstance(one, Spoken) else _reported(tape, one)
            yield _with_speaker(tape, quotation, one, speakers)


def _first(one: Spoken | Reported) -> int:
    """The token that an attribution begins with: its content, or a speaker before it."""
    content = one.stretches[0] if isinstance(one, Spoken) else one.contents[0].first
    return min(content, one.speaker.first) if one.speaker is not None else content


def _with_speaker(
    tape: Tape, quotation: Quotation, one: Spoken | Reported, speakers: Speakers
) -> Quotation:
    if one.speaker is not None:
        figure, basis = speakers.resolve(one.speaker, quotation.basis or "context")
    elif isinstance(one, Spoken) and one.cue is None:
        figure, basis = speakers.carried(quotation.spans[0].start), "carried"
    else:
        return quotation
    if figure is None:
        return quotation
    return attrs.evolve(quotation, speaker=figure.name, speaker_id=figure.id, basis=basis)


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


def _nearly_direct(tape: Tape, content: Phrase) -> Stretch | None:
    """The stretch that a content consists of, but for a few words in front (`the claim that “…”`)."""
    last = content.stop - 1
    stretch = tape.stretches.get(last)
    if stretch is None or any(i in tape.stretches for i in range(content.first, last)):
        return None
    words = len(tape.raw[stretch.inner_start : stretch.inner_end].split())
    lead = last - content.first
    if words >= 9 * lead:
        return stretch
    named = tape.tags[last - 1] == "K" or tape.tags[last - 2 : last] == "KT"
    return stretch if named and words >= 10 and lead <= 4 else None


def _reported(tape: Tape, reported: Reported) -> Quotation:
    if len(reported.contents) == 1:
        stretch = _nearly_direct(tape, reported.contents[0])
        if stretch is not None:
            return Quotation(
                spans=(Span(stretch.inner_start, stretch.inner_end),),
                mode="direct",
                speaker_span=_span(tape, reported.speaker),
                cue_span=_span(tape, reported.cue),
                closed=stretch.closed,
                basis="cue",
                provenance=Provenance(rule=reported.rule),
            )
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
