"""Quotation: what was said, by whom, and the words that tell so."""

from __future__ import annotations

from typing import Literal

import attrs

from corpuskit.model.annotation import Annotation
from corpuskit.model.span import Span

__all__ = ["Quotation", "QuotationMode"]

QuotationMode = Literal["direct", "mixed", "indirect"]


@attrs.frozen(kw_only=True)
class Quotation(Annotation):
    """One attribution (schema.org Quotation; cue and content as in textacy).

    Attributes:
        spans: the content without its outer quote marks, in order; several where it is split.
        mode: direct (all within marks), mixed (some) or indirect (none).
        speaker: the resolved name, or None where nobody can be named.
        speaker_span: the mention at hand ("he"), the last one before where carried on; or None.
        cue_span: the words that signal it ("told reporters"), or None.
        closed: False where a quote mark was opened and never closed.
        pieces: the stretches within marks of a mixed quotation.
        speaker_id: the id of the speaker's `Entity`, or None.
        basis: how the speaker was found: "cue", "reference", "carried", … or None.
    """

    spans: tuple[Span, ...]
    mode: QuotationMode
    speaker: str | None = None
    speaker_span: Span | None = None
    cue_span: Span | None = None
    closed: bool = True
    pieces: tuple[Span, ...] = ()
    speaker_id: str | None = None
    basis: str | None = None

    @property
    def extent(self) -> Span:
        """From the first piece of content to the last."""
        first, last = self.spans[0], self.spans[-1]
        return first if first is last else Span(first.start, last.end)
