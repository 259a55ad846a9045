"""Casualty: how many were killed, wounded, missing, captured or displaced, as a range."""

from __future__ import annotations

from typing import Literal

import attrs

from corpuskit.model.annotation import Annotation
from corpuskit.model.span import Span

__all__ = ["Casualty", "CasualtyKind", "CasualtyScope", "CasualtyStatus", "Toll", "VictimRole"]

CasualtyKind = Literal["killed", "wounded", "missing", "captured", "displaced"]
VictimRole = Literal["civilian", "security_forces", "militant", "unknown"]
CasualtyScope = Literal["event", "part", "cumulative", "rate"]
CasualtyStatus = Literal["reported", "claimed", "denied", "hypothetical"]


@attrs.frozen(kw_only=True)
class Casualty(Annotation):
    """One count of victims (UCDP GED's low, best and high; roles after ACLED).

    Attributes:
        span: the count with its victims: "seven border guards".
        kind: what happened to them: killed, wounded, missing, captured or displaced.
        low: the least that the text allows; None is open or not stated, never 0.
        best: the number that the text gives; None where it gives no single one, never 0.
        high: the most that the text allows; None is open or not stated, never 0.
        approx: "about", "nearly", "some".
        vague: the vague word as written ("dozens"), or None.
        who: the victims' noun as written ("guards"), or None.
        who_span: where the noun is, or None.
        role: after ACLED; "unknown" where the text does not tell.
        scope: event, part (of another count), cumulative (over events or a period) or rate.
        part_of: the span of the count that this one is a part of, or None.
        status: reported, claimed (by a party), denied or hypothetical.
        asserter: who claims or denies it, as written, or None.
        asserter_span: where the text names the asserter, or None.
        trigger_span: the word that tells the kind ("killed").
        named: True for a single victim given by name or without a number.
    """

    span: Span
    kind: CasualtyKind
    trigger_span: Span
    low: int | None = None
    best: int | None = None
    high: int | None = None
    approx: bool = False
    vague: str | None = None
    who: str | None = None
    who_span: Span | None = None
    role: VictimRole = "unknown"
    scope: CasualtyScope = "event"
    part_of: Span | None = None
    status: CasualtyStatus = "reported"
    asserter: str | None = None
    asserter_span: Span | None = None
    named: bool = False


@attrs.frozen(kw_only=True)
class Toll:
    """What a coding policy makes of an event's counts: one codebook's number for one kind.

    Attributes:
        kind: as `Casualty.kind`.
        low: the lower end; None where the policy does not fill it or the text leaves it open.
        best: the number; None where the policy does not fill it or the text leaves it open.
        high: the upper end; None where the policy does not fill it or the text leaves it open.
        by: the side or role it is broken down by, or None for the whole.
        spans: the counts it was made from.
    """

    kind: CasualtyKind
    low: int | None = None
    best: int | None = None
    high: int | None = None
    by: str | None = None
    spans: tuple[Span, ...] = ()
