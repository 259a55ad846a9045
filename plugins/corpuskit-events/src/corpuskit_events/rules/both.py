"""Both: of two who do a deed together, who is told first and who is the other."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit_events.rules.deed import Deed
from corpuskit_events.rules.subjects import OF_THE, Party, is_joined, is_listed

__all__ = ["both", "is_of_two"]


def is_of_two(
    deed: Deed, parties: Sequence[Party], actor: Party, recipient: Party, verbs: frozenset[str]
) -> bool:
    """Whether two who do it together stand before a verb: "Orland and Merra signed a treaty on the
    waters of the Sorle"."""
    at = parties.index(actor)
    if not at or actor.end > deed.start or recipient.start < deed.end:
        return False
    return is_joined(deed.folded, parties[at - 1], actor, verbs)


def both(
    folded: str, parties: Sequence[Party], actor: Party, trigger: int, verbs: frozenset[str]
) -> tuple[Party | None, Party | None]:
    """Two who are joined: "Marn and Dahl met", "a truce was agreed by Orland and Merra"."""
    at = last = parties.index(actor)
    if actor.start > trigger:
        other = parties[at + 1 : at + 2]
        return actor, other[0] if other and is_joined(folded, actor, other[0], verbs) else None
    while at and is_joined(folded, parties[at - 1], parties[at], verbs):
        at -= 1
        if at and folded[parties[at - 1].end : parties[at].start] in OF_THE:
            at -= 1  # "Marn of Orland and Dahl of Merra"
    if at < last:
        while at and is_listed(folded, parties[at - 1], parties[at]):
            at -= 1
        return parties[at], actor
    return actor, _beside(folded, parties[at:], trigger)


def _beside(folded: str, parties: Sequence[Party], trigger: int) -> Party | None:
    """Who is joined to the first, whose place or side stands in between: "the army of Orland and
    the rebels met"."""
    if len(parties) < 3 or parties[0].name.endswith("s") or parties[2].end > trigger:
        return None
    one, owner, other = parties[:3]
    if folded[one.end : owner.start] not in OF_THE:
        return None
    return other if folded[owner.end : other.start] == " and the " else None
