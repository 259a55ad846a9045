"""Frame: what one sentence tells of one trigger, before mentions of one event are put together."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

import attrs

from corpuskit import Argument, Casualty, EventType, Interval, Modality, Quotation, Span
from corpuskit.scan import Sentence
from corpuskit_events.rules.cues import noun_of
from corpuskit_events.sentence.reckoning import Dated

__all__ = ["Frame", "who_is"]


@attrs.define(eq=False)
class Frame:
    """One trigger with what its sentence says of it; fields as `corpuskit.Event`.

    Attributes:
        word: the class of the trigger word ("kill").
        definite: the trigger points back ("the attack", "Saturday's attack").
        rule: dotted id for the provenance.
        further: the sentence tells of one deed more: "a second bomb", "in another attack".
        noun: the trigger is a noun.
        joins: where the verb, or the noun, begins that tells the same deed, or -1.
        clause: where the clause of its own begins in which it stands, behind another deed; or 0.
    """

    sentence: Sentence
    trigger: Span
    type: EventType
    word: str
    definite: bool = False
    modality: Modality = "asserted"
    dated: Dated | None = None
    places: tuple[Argument, ...] = ()
    actor: Argument | None = None
    recipient: Argument | None = None
    casualties: tuple[Casualty, ...] = ()
    quotation: Quotation | None = None
    rule: str = ""
    further: bool = False
    clause: int = 0
    noun: bool = False
    joins: int = -1

    @property
    def date(self) -> Interval | None:
        """The interval, or None."""
        return self.dated.interval if self.dated else None

    @property
    def of_a_day(self) -> bool:
        """Whether it has a single day."""
        return self.dated is not None and self.dated.of_a_day

    @property
    def total(self) -> bool:
        """Whether the losses are a running total: of many events, and of none of them."""
        for casualty in self.casualties:
            if casualty.scope != "cumulative":
                return False
        return bool(self.casualties)

    def but(self, **changes: Any) -> Frame:
        """A copy with other values in some fields: `attrs.evolve`, at a third of its cost."""
        names, values = _fields()
        told: dict[str, Any] = dict(zip(names, values(self), strict=True))
        told.update(changes)
        return Frame(**told)

    def bars(self, *, total: bool) -> bool:
        """Whether a running total is not this deed's, which has a single day: "killed since the
        coup on 1 May"."""
        return total and self.of_a_day


@cache
def _fields() -> tuple[tuple[str, ...], Callable[[Frame], tuple[Any, ...]]]:
    """The names of all fields, and what reads them."""
    names = tuple(attrs.fields_dict(Frame))
    return names, attrgetter(*names)


def who_is(party: Argument) -> str:
    """What one and the same party has in common: its entity, or its noun."""
    return party.entity_id or noun_of(party.name)
