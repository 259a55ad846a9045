"""Acting: whose deed a verb tells, by the party that is its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpuskit_events.cue import cue
from corpuskit_events.rules.asides import about_aside, before_aside
from corpuskit_events.rules.doers import charged, told_to
from corpuskit_events.rules.subjects import LONGEST, REACH, Party, subject_of

__all__ = ["acting", "linked", "owned_apart"]

_NAMED = (" the ", " a ", " an ")
LINK = 20  # characters
_LINK = re.compile(r"\s(?:after|before|while|when|since|by)\s(?:\w+ly\s)?$")
_CLAUSE = re.compile(r"[;:\u2014]")


def acting(
    folded: str,
    start: int,
    trigger: int,
    form: str,
    before: Sequence[Party],
    verbs: frozenset[str],
) -> Party | None:
    """The subject of a verb; behind an insertion it is what the insertion is about."""
    aside = trigger if form == "ing" else before_aside(folded, start, trigger)
    if aside < trigger and not _is_who(folded, before[-1:]):
        trigger, before = aside, [party for party in before if party.end <= aside]
    if form == "ing" and before and charged().fullmatch(folded, before[-1].end + 1, trigger):
        return before[-1]
    if form in ("base", "ed") and before and (told := told_to(folded, start, trigger, before[-1])):
        return told
    if form != "ing" and (about := about_aside(folded, start, trigger, before)) is not None:
        return owned_apart(folded, [about], trigger)
    if form == "ing" and folded.endswith(_NAMED, start, trigger):
        return None  # "protested over the ramming"
    if form == "ing":
        trigger = linked(folded, start, trigger)
    subject = subject_of(folded, start, trigger, before, verbs)
    if subject is not None and _is_hit(folded, subject, trigger):
        return None
    return owned_apart(folded, [subject] if subject else [], trigger, LONGEST)


def _is_who(folded: str, last: Sequence[Party]) -> bool:
    """Whether a bracket only tells who somebody is: "a former soldier (Marn) was"."""
    return any(folded[p.start - 1] == "(" and folded.startswith(")", p.end) for p in last)


def linked(folded: str, start: int, verb: int) -> int:
    """Where a form in -ing hangs on the clause before it: "left Karn after killing two"."""
    link = _LINK.search(folded, max(start, verb - LINK), verb)
    return link.start() + 1 if link else verb


def _is_hit(folded: str, party: Party, verb: int) -> bool:
    """Whether a noun only tells where something went off: "court bombs kill five"."""
    if party.entity_id is not None or party.name.lower() not in cue("house"):
        return False
    return folded[party.end : verb].strip() in cue("weapon")


def owned_apart(
    folded: str, parties: Sequence[Party], trigger: int, reach: int = REACH
) -> Party | None:
    """The party, unless it is far or only owns what is told of: "Marn's house was searched"."""
    for party in parties:
        if not _halted(folded, party.end, trigger, reach) and not folded.startswith(
            "'s ", party.end
        ):
            return party
    return None


def _halted(folded: str, start: int, end: int, reach: int) -> bool:
    """Whether a party that ends at `start` is far, or a clause ends in between."""
    return end - start > reach or _CLAUSE.search(folded, start, end) is not None
