"""Event: who did what to whom, where and when (PLOVER types, UCDP GED dates and tolls)."""

from __future__ import annotations

from typing import Literal

import attrs

from corpuskit.model.annotation import Annotation
from corpuskit.model.casualty import Casualty
from corpuskit.model.date import Interval
from corpuskit.model.quotation import Quotation
from corpuskit.model.span import Span

__all__ = ["Argument", "Event", "EventType", "Modality", "Polarity"]

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "RETREAT", "STATEMENT",
]  # fmt: skip
"""PLOVER's sixteen, and STATEMENT for an utterance that is none of them."""

Polarity = Literal["positive", "negative"]
Modality = Literal["asserted", "denied", "alleged", "planned", "hypothetical"]


@attrs.frozen
class Argument:
    """A participant or place: the mention, and whom it names.

    Attributes:
        name: the resolved name, or the text of the mention.
        span: the mention.
        entity_id: the id of its `Entity`, or None.
    """

    name: str
    span: Span
    entity_id: str | None = None


@attrs.frozen(kw_only=True)
class Event(Annotation):
    """One event as one article tells it, however often it tells it.

    Attributes:
        id: content hash of the trigger and the type.
        type: PLOVER's word.
        trigger_span: the clearest mention of the event.
        mentions: every trigger in this article that tells it, in text order.
        date: the interval with its precision, or None.
        date_span: where the text says the date, or None.
        place: the most exact place, or None.
        places: the chain of places as told, smallest first.
        actor: who did it, as PLOVER; None where the text does not tell.
        recipient: to whom it was done, as PLOVER; None where the text does not tell.
        casualties: the counts that belong to it, parts included, each as extracted.
        polarity: "negative" for an event said not to have happened.
        modality: asserted, denied, alleged, planned or hypothetical.
        quotation: the words, for an event that is an utterance.
    """

    id: str
    type: EventType
    trigger_span: Span
    mentions: tuple[Span, ...] = ()
    date: Interval | None = None
    date_span: Span | None = None
    place: Argument | None = None
    places: tuple[Argument, ...] = ()
    actor: Argument | None = None
    recipient: Argument | None = None
    casualties: tuple[Casualty, ...] = ()
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    quotation: Quotation | None = None

    @property
    def extent(self) -> Span:
        """The trigger."""
        return self.trigger_span
