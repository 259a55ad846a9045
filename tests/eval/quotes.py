"""The quotations kit's adapter: what `Quotes` finds, as the scorer wants it."""

from __future__ import annotations

import functools
from typing import Any

from corpuskit import Pipeline, Quotation, Span
from corpuskit_quotes import Quotes

_MARKS = 4  # two marks of up to two characters: a piece that is all of its content


@functools.cache
def _pipeline() -> Pipeline:
    return Pipeline([Quotes()], strict=True)


def quotes(text: str) -> list[dict[str, Any]]:
    """Quotations of one clean article, with the pieces of mixed ones."""
    (result,) = _pipeline().run([text], segment=False)
    found: list[dict[str, Any]] = []
    for quotation in result.quotes:
        found.append(_plain(quotation, quotation.spans))
        found += [
            {**_plain(quotation, (piece,)), "piece": True}
            for piece in quotation.pieces
            if not any(len(span) - len(piece) <= _MARKS for span in quotation.spans)
        ]
    return found


def _plain(quotation: Quotation, spans: tuple[Span, ...]) -> dict[str, Any]:
    speaker, cue = quotation.speaker_span, quotation.cue_span
    return {
        "spans": [[span.start, span.end] for span in spans],
        "speaker": [speaker.start, speaker.end] if speaker else None,
        "cue": [cue.start, cue.end] if cue else None,
        "kind": quotation.mode,
    }
