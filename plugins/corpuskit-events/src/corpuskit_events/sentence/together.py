"""Together: a verb and its noun that tell one deed; and whether a day is that of what is wanted, or
of wanting it."""

from __future__ import annotations

import re
from functools import cache

import attrs

from corpuskit_events.cue import cue, either
from corpuskit_events.page import Page
from corpuskit_events.sentence.frame import Frame

__all__ = ["WANTED", "told_together"]

WANTED = "events.date.wanted"
"""The rule of a day that a deed has which is done by words, and not the deed that it is about."""
LONGEST = 90  # characters between the two
_ALIKE = frozenset(["AGREE", "AID", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "SANCTION"])
_ASKING = frozenset(["REJECT", "REQUEST", "THREATEN"])
_UNDONE = frozenset(["planned", "hypothetical", "denied"])
_PASSIVE = re.compile(
    r"(?:\s[\w'-]+){0,8}\s(?:(?:has|have|had)\sbeen|was|were|is|are|will\sbe)\s(?:\w+ly\s)?"
)

_FOR = re.compile(r"(?:\s[\w'-]+){0,8}\sfor\s(?:[\w-]+\s){0,2}")
_IN = re.compile(r"(?:\s[\w'-]+){0,8}\s(?:in|at|during)\san?\s(?:[\w-]+\s){0,2}")


def told_together(page: Page, frames: list[Frame]) -> list[Frame]:
    """The frames of one sentence, a noun beside a verb of its own type as a part of that deed
    ("agreed to a ceasefire", "discussed it in a phone call", "a deal was signed"); and a day that
    is over as that of the asking: "urged a truce on 3 March", printed on 8 March. What is asked
    for, threatened or turned down lies ahead."""
    found = list(frames)
    for number in range(1, len(found)):
        one, other = found[number - 1], found[number]
        if one.word in cue("punished") and _is_for(page.folded, one, other):
            found[number] = other.but(clause=other.trigger.start)
        if one.type == other.type:
            if one.type in _ALIKE and one.noun != other.noun and _is_one(page.folded, one, other):
                found[number - 1 : number + 1] = _joined(one, other)
        elif one.type in _ASKING and other.dated is not None and _is_wanted(page, one, other):
            found[number - 1 : number + 1] = _redated(one, other)
    return found


def _is_for(folded: str, one: Frame, other: Frame) -> bool:
    """Whether somebody is put to death for another deed: "executed two over the bombing"."""
    if not other.noun or other.type != one.type:
        return False
    between = folded[one.trigger.end : other.trigger.start].split()
    return "over" in between or "for" in between


def _is_one(folded: str, one: Frame, other: Frame) -> bool:
    """Whether a verb and a noun of one type tell one deed."""
    begin, end = one.trigger.end, other.trigger.start
    if end - begin > LONGEST:
        return False
    if one.noun:
        return _PASSIVE.fullmatch(folded, begin, end) is not None
    if one.type == "CONSULT" and _FOR.fullmatch(folded, begin, end):
        return True  # "hosted Dahl for talks"
    return any(link.fullmatch(folded, begin, end) for link in (_object(), _IN))


def _joined(one: Frame, other: Frame) -> tuple[Frame, Frame]:
    noun, verb = (one, other) if one.noun else (other, one)
    noun = _part_of(noun, verb).but(joins=verb.trigger.start)
    verb = verb.but(joins=noun.trigger.start)
    return (noun, verb) if one.noun else (verb, noun)


def _part_of(noun: Frame, verb: Frame) -> Frame:
    """The noun's frame, of one modality with the verb's, and with no place before it that is who
    does it: "Orland provided aid"."""
    places = noun.places
    if (
        places
        and verb.trigger.start < noun.trigger.start
        and places[0].span.end < verb.trigger.start
    ):
        places = verb.places
    return noun.but(modality=verb.modality, places=places)


@cache
def _object() -> re.Pattern[str]:
    """What stands between a verb and its object."""
    return re.compile(
        rf"\s(?:(?:to|on|in|for|out)\s)?(?:(?!{either('clause')}\b|(?:and|or|in|on|at|for|with|by|from)\b)"
        r"[\w'%-]+\s){0,4}"
    )


def _is_wanted(page: Page, verb: Frame, deed: Frame) -> bool:
    """Whether a day that is over stands behind what the verb before it asks for, threatens or turns
    down."""
    published, dated, folded = page.article.published, deed.dated, page.folded
    if verb.noun or deed.modality not in _UNDONE or dated is None or dated.interval is None:
        return False
    if verb.dated is not None and verb.dated.span != dated.span:
        return False
    begin, end, day = verb.trigger.end, deed.trigger.start, dated.interval.start
    if published is None or published.date is None or day is None or day > published.date:
        return False
    if end - begin > LONGEST or dated.span.start < end or folded.find(",", begin, end) >= 0:
        return False
    return cue("clause").isdisjoint([word for word in folded[begin:end].split() if word != "to"])


def _redated(verb: Frame, deed: Frame) -> tuple[Frame, Frame]:
    assert deed.dated is not None
    dated = attrs.evolve(deed.dated, rule=WANTED)
    return verb.but(dated=dated), deed.but(dated=None)
