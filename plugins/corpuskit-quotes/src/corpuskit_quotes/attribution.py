"""Attribution: from speech and reported speech to quotations with their speakers, in text order."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from itertools import chain

from corpuskit import Entity, Layers, Provenance, Quotation, QuotationMode, Span
from corpuskit_quotes.reported import reported_in
from corpuskit_quotes.rules.as_said import AS_SAID, VIEW
from corpuskit_quotes.rules.dashes import DASHED
from corpuskit_quotes.rules.headlines import COLON, QUOTED
from corpuskit_quotes.rules.transcripts import TRANSCRIPT
from corpuskit_quotes.sentence.phrases import Phrase, Reported, Spoken
from corpuskit_quotes.sentence.stretches import Stretch
from corpuskit_quotes.sentence.tape import Tape, make_tape
from corpuskit_quotes.speech import spoken_in
from corpuskit_quotes.vocabulary import used_as
from corpuskit_quotes.who.cast import Cast, Figure, noun_before
from corpuskit_quotes.who.speakers import Speakers

__all__ = ["quotations_in"]


def quotations_in(layers: Layers) -> Iterator[Quotation]:
    """The quotations of one article, in the order in which they begin."""
    tape = make_tape(layers.scan)
    reported, spoken = reported_in(tape, spoken_in(tape))
    if layers.explaining:
        _reject_the_rest(tape, spoken, reported, layers)
    found: list[Spoken | Reported] = [*spoken, *reported]
    if not found:
        return
    cast = Cast(tape, layers.get(Entity))
    speakers = Speakers(tape, cast)
    for one in sorted(found, key=_first):
        if isinstance(one, Spoken):
            yield _direct(tape, one, speakers)
        elif one.rule == COLON.id and _tells_where(tape, one, cast):
            span = tape.span(one.contents[0])
            layers.reject(span.start, span.end, COLON.id, _WHERE)
        else:
            yield _reported(tape, one, speakers)


def _tells_where(tape: Tape, labelled: Reported, cast: Cast) -> bool:
    """Whether the label of a headline is a place that says nothing: `Kenya: Police open the road`,
    and not `Kenya: We shall not yield`."""
    (content,) = labelled.contents
    if labelled.speaker is None or tape.stretches_in(content):
        return False
    span = tape.span(labelled.speaker)
    label = [number for *stands, number in cast.named(span) if stands == [span.start, span.end]]
    if not cast.named(span):
        return _tells_what(tape, labelled.speaker)
    places = bool(label) and cast.figure(label[0]).kind == "place"
    return places and _OURS.isdisjoint(map(tape.word, content))


def _tells_what(tape: Tape, label: Phrase) -> bool:
    """Whether a label that is no name is a topic: `Fuel price: Union calls a strike`."""
    _, entry, plural = noun_before(tape, label.stop)
    return entry is None and not plural and tape.tags[label.stop - 1] == "N"


_OURS = used_as("ours")
_WHERE = "the label is a place or a topic: nobody says that it speaks"


def _reject_the_rest(
    tape: Tape, spoken: Sequence[Spoken], reported: Sequence[Reported], layers: Layers
) -> None:
    """Say which marks stand around no speech."""
    said = frozenset(
        chain(
            *(one.tokens for one in spoken),
            *(content for one in reported for content in one.contents),
        )
    )
    for index, stretch in tape.stretches.items():
        if index not in said:
            layers.reject(stretch.start, stretch.end, "quotes.marks", _NO_SPEECH)


_NO_SPEECH = "marks around a term, a title or a name: nobody is said to have said it"


def _first(one: Spoken | Reported) -> int:
    """The token that an attribution begins with: its content, or a speaker before it."""
    if isinstance(one, Spoken):
        content = one.stretches[0] if one.lead is None else one.lead
    else:
        content = one.contents[0].start
    speaker = one.speaker
    return speaker.start if speaker is not None and speaker.start < content else content


def _direct(tape: Tape, spoken: Spoken, speakers: Speakers) -> Quotation:
    stretches = [tape.stretches[index] for index in spoken.stretches]
    marked = tuple([Span(s.inner_start, s.inner_end) for s in stretches])
    closed = stretches[-1].closed
    if spoken.lead is None:
        return _quotation(tape, spoken, speakers, "direct", marked, (), closed=closed)
    whole = Span(tape.starts[spoken.lead], marked[0].end), *marked[1:]
    return _quotation(tape, spoken, speakers, "mixed", whole, marked, closed=closed)


def _reported(tape: Tape, reported: Reported, speakers: Speakers) -> Quotation:
    contents = reported.contents
    stretches = []
    if tape.stretches:
        stretches = [stretch for content in contents for stretch in tape.stretches_in(content)]
    whole = _nearly_direct(tape, reported) if stretches and len(contents) == 1 else None
    if whole is not None:
        marked = (Span(whole.inner_start, whole.inner_end),)
        return _quotation(tape, reported, speakers, "direct", marked, (), closed=whole.closed)
    spans = tuple(map(tape.span, contents))
    mode: QuotationMode = "mixed" if stretches else "indirect"
    if reported.rule in _UNMARKED:
        mode = "direct"
    if not stretches:
        return _quotation(tape, reported, speakers, mode, spans, (), closed=True)
    pieces = tuple([Span(s.inner_start, s.inner_end) for s in stretches])
    closed = all(stretch.closed for stretch in stretches)
    return _quotation(tape, reported, speakers, mode, spans, pieces, closed=closed)


def _quotation(
    tape: Tape,
    one: Spoken | Reported,
    speakers: Speakers,
    mode: QuotationMode,
    spans: tuple[Span, ...],
    pieces: tuple[Span, ...],
    *,
    closed: bool,
) -> Quotation:
    """A quotation with whoever is behind the mention of its speaker."""
    figure: Figure | None = None
    mention: Span | None = None
    basis = "cue" if one.cue is not None else None
    if one.speaker is not None:
        mention = tape.span(one.speaker)
        said = spans if mode == "indirect" and spans[0].start < mention.start else ()
        figure, basis = speakers.resolve(one.speaker, mention, basis or "context", said)
    elif basis is None:
        figure, carried = speakers.carried(tape.at(spans[0].start))
        if carried is not None and figure is not None:
            mention, basis = tape.span(carried), "carried"
    return Quotation(
        spans=spans,
        mode=mode,
        speaker=figure.name if figure is not None else None,
        speaker_span=mention,
        cue_span=tape.span(one.cue) if one.cue is not None else None,
        closed=closed,
        pieces=pieces,
        speaker_id=figure.id if figure is not None else None,
        basis=basis,
        provenance=_provenance(one.rule),
    )


@functools.lru_cache(maxsize=64)
def _provenance(rule: str) -> Provenance:
    return Provenance(rule=rule)


_UNMARKED = frozenset([TRANSCRIPT.id, DASHED.id])
"""Rules that find direct speech without marks."""
_OPENING = (AS_SAID.id, VIEW.id, QUOTED.id)
_SPEECH_FRAMES = ("_that", "_bare", *_OPENING)
_LONG = 10
"""Words in marks behind a noun (`the claim that “…”`) from which they count as speech."""


def _nearly_direct(tape: Tape, reported: Reported) -> Stretch | None:
    """The stretch that a content is, but for `that` or a noun of saying in front, or None."""
    content = reported.contents[0]
    last = content.stop - 1
    if tape.tags[last] not in ("Qq" if reported.rule in _OPENING else "Q"):
        return None
    stretch = tape.stretches.get(last)
    if stretch is None or tape.stretches_in(range(content.start, last)):
        return None
    lead = tape.tags[content.start : last]
    if lead in ("", "T"):
        return stretch if reported.rule.endswith(_SPEECH_FRAMES) else None
    noun = last - 1 - lead.endswith("T")
    cue = tape.cue(noun)
    named = tape.tags[noun] == "K" or (cue is not None and cue.noun)
    words = len(tape.raw[stretch.inner_start : stretch.inner_end].split())
    return stretch if named and len(lead) <= 4 and words >= _LONG else None
