"""Parties: who is named in a sentence, people and powers, whatever they do or suffer there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpuskit import Entity, Span
from corpuskit_events.cue import cue
from corpuskit_events.page import Mention, Page, Passage
from corpuskit_events.rules import Cues, cues_in, is_disaster
from corpuskit_events.rules.asides import apposed
from corpuskit_events.rules.nobody import NEGATIONS, is_nobody
from corpuskit_events.rules.roles import POSSESSIVE
from corpuskit_events.rules.subjects import Party

__all__ = ["parties_in"]

# Sorts with mentions: start, end as a negative number, and what comes after the id of any entity.
Noun = tuple[int, int, str, None, None]
_NOUN = "~"
_OF = re.compile(r"\sof\s(?:the\s|an?\s)?(?:[\w-]+\s){0,2}")
_CLAIMS = 30  # characters up to a verb of claiming


def parties_in(page: Page, passage: Passage, cues: Cues | None = None) -> list[Party]:
    """Entities and nouns of people and powers in one sentence, in text order, none overlapping.

    Args:
        cues: the sentence's, where they are at hand.
    """
    if passage.parties is not None:
        return passage.parties
    begin, folded = passage.told, page.folded
    if cues is None:
        cues = cues_in(folded, passage.start, passage.end)
    nouns = [  # "the rebel-held town" is nobody
        (start, -end, _NOUN, None, None)
        for start, end in cues.people
        if start >= begin
        and folded[end : end + 1] != "-"
        and not (folded.endswith(NEGATIONS, 0, start) and _unclaimed(folded, start, end))
    ]
    people: Sequence[Mention | Noun] = page.mentions_in(begin, passage.end)
    if nouns:
        people = sorted((*people, *nouns))
    apart: list[Party] = []
    free, bare = 0, False
    for start, end, _, span, entity in people:
        if start < free or (folded[start - 1] == "-" and _is_only_told(folded, start - 1)):
            continue
        if entity is None and folded.startswith("general ", start) and _describes(folded, start):
            continue
        if bare and (free == start - 1 or _is_of_them(folded, apart[-1], start)):
            apart.pop()  # "President Marn", "gang members", "members of the Front"
        free, bare = -end, entity is None
        if entity is None:
            named = bool(apart) and apart[-1].entity_id is not None
            whose = _whose(folded, apart[-1], start, free) if named else None
            apart.append(Party(start, free, page.raw[start:free], None, whose))
        elif folded[free : free + 1] == "-" and page.raw[free + 1 : free + 2].islower():
            continue  # "the US-led force"
        elif not is_disaster(entity.name):
            if entity.role is not None:
                if apart and _of_office(entity, apart[-1], start):
                    apart.pop()  # "U.S. District Judge Ana Marn"
                start = _with_role(folded, entity, start)
                while apart and apart[-1].start >= start:
                    apart.pop()
            apart.append(Party(start, free, entity.name, entity.id, span))
    passage.parties = apart
    return apart


def _is_of_them(folded: str, noun: Party, start: int) -> bool:
    """Whether a noun only tells that some of those named behind it are meant: "members of the Sun
    Front", "a group of armed rebels"."""
    if not folded.startswith(" of ", noun.end) or noun.name.lower() not in cue("members"):
        return False
    return _OF.fullmatch(folded, noun.end, start) is not None


def _of_office(entity: Entity, before: Party, name: int) -> bool:
    """Whether a name only tells whose office somebody has who is named right behind it."""
    role = entity.role_span
    return role is not None and role.end + 1 == name and role.start == before.end + 1


def _with_role(folded: str, entity: Entity, start: int) -> int:
    """Where a party begins whose name stands at `start`: with its role, where that has a noun of
    its own ("Secretary of State Ada Marn") or opens an apposition."""
    role = entity.role_span
    if role is not None and role.end + 1 == start and " of " in folded[role.start : role.end]:
        return role.start
    if entity.role is not None and folded.startswith(", ", start - 2):
        return apposed(folded, entity.role, start)
    return start


def _is_only_told(folded: str, hyphen: int) -> bool:
    """As in "anti-government protesters": whom they are for or against is not there."""
    return any(folded.endswith(side, 0, hyphen) for side in cue("sides"))


def _describes(folded: str, start: int) -> bool:
    """As in "a general strike"."""
    return not cue("general").isdisjoint(folded[start : start + _CLAIMS].split(None, 2)[1:2])


def _unclaimed(folded: str, start: int, end: int) -> bool:
    """As in "no group has claimed the attack"."""
    return is_nobody(folded, start) and not cue("claimed").isdisjoint(
        folded[end : end + _CLAIMS].split()
    )


def _whose(folded: str, owner: Party, start: int, end: int) -> Span | None:
    """A noun with the name right before it: "Orlish forces", "Orlish prison officials", "Marn's
    rebels"; not "his rebels"."""
    between = folded[owner.end : start]
    if between not in (" ", "'s ") and between[1:-1] not in cue("office"):
        return None
    if folded[owner.start : owner.end] in POSSESSIVE:
        return None
    return Span(owner.start, end)
