"""Apart: a second count that has a place and a day of its own, and so is an event of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from corpuskit.scan import Example, Rule
from corpuskit_events.cue import either

__all__ = [
    "APART_RULES",
    "AfterWhich",
    "after_which",
    "is_ground",
    "joined_by_and",
    "plain",
    "tells_of_another",
    "told_of",
]

LOOK = 16  # characters before a count
LOOK_FAR = 40  # before a noun
CLAUSE = 120  # from a noun to the verb of a clause that is about it

APART_RULES: tuple[Rule, ...] = (
    Rule(
        id="events.apart.count",
        about="A count behind and, with a place and a day of its own, tells of a second event.",
        yes=(
            Example("Gunmen killed five men in Karn on Monday and [[three]] in Orlo on Tuesday."),
            Example(
                "On 3 May, five were shot dead in Karn, while on 9 May, [[nine]] died in Orlo."
            ),
        ),
        no=("Gunmen killed five farmers and three guards in Karn on Monday.",),
    ),
    Rule(
        id="events.apart.place",
        about="Those who died in another place, told behind and, were killed in another deed.",
        yes=(
            Example("Gunmen killed five men in Karn and [[three guards]] died in Orlo on Monday."),
        ),
        no=("Gunmen killed five men in Karn and three died in hospital in Orlo on Monday.",),
    ),
    Rule(
        id="events.apart.another",
        about="A second bomb or another attack with a place of its own is an event of its own.",
        yes=(
            Example(
                "A bomb killed two guards in Karn on Monday. "
                "In Orlo, a second bomb [[killed]] two guards the same day."
            ),
        ),
        no=("A bomb killed two guards in Karn on Monday. The bomb in Orlo killed two guards.",),
    ),
    Rule(
        id="events.apart.after",
        about="What was done hours or days after another deed is another deed.",
        yes=(
            Example("Gunmen attacked a bank in Karn, hours after a bomb [[killed]] nine in Orlo."),
            Example("The raid in Karn was the worst since a bomb [[killed]] nine in Orlo."),
        ),
        no=("Nine were killed in Karn after gunmen attacked a bank.",),
    ),
    Rule(
        id="events.apart.which",
        about="A deed for which another is done, told with its losses, is another deed.",
        yes=(
            Example(
                "Rebels raided a post in Karn in revenge for an [[ambush]] in which nine died in "
                "Orlo."
            ),
        ),
        no=("Rebels raided a post in Karn in an ambush in which nine died.",),
    ),
)

_AND = re.compile(r"\b(?:and|while)\s(?:then\s|another\s|on\s)?$")
_AFTER = re.compile(
    r"\s(?:(?P<lapse>(?:minute|hour|day|week|month|year|decade)s?\s(?:after|before|following|since)"
    r"|since)|after|before|following)\s"
)
_WHICH = re.compile(
    r",?\s(?:(?:that|which)\s(?!(?:it|he|she|they|we|i|the|an?)\b)(?:[\w,-]+\s){0,3}"
    r"|(?:in|during)\swhich\s(?:[\w,'-]+\s){0,8})$"
)
_GROUND = re.compile(
    r"\b(?:for|of|over|behind|after|following)\s(?:(?:the|an?|this|that|last)\s)?(?:[\w'-]+\s){0,3}$"
)
_SAME = re.compile(r"\b(?:in|during|by|with|as|at)\s(?:[\w'-]+\s){1,4}$")
_PLAIN = re.compile(r"\s?(?:[\w'-]+\s){0,6}")


def joined_by_and(folded: str, start: int, count: int) -> bool:
    """Whether a count only goes on with a list, or with what was done meanwhile."""
    return _AND.search(folded, max(start, count - LOOK), count) is not None


class AfterWhich(NamedTuple):
    """Where a clause of another time begins, and whether time is told to lie in between."""

    start: int
    lapse: bool


def after_which(folded: str, start: int, end: int) -> Iterator[AfterWhich]:
    """The clauses of another time that begin in a stretch: "hours after", "since", "after"."""
    for match in _AFTER.finditer(folded, start, end):
        yield AfterWhich(match.start(), match["lapse"] is not None)


def told_of(folded: str, deed: int, verb: int) -> bool:
    """Whether a verb tells of a deed that ends at `deed` what became of it: "that killed"."""
    return verb - deed < CLAUSE and _WHICH.search(folded, deed, verb) is not None


def is_ground(folded: str, first: int, noun: int, *, definite: bool) -> bool:
    """Whether a noun tells of another deed than the rest of its sentence: "in revenge for an
    ambush", "who planned the attack"; not "in the attack"."""
    begin = max(first, noun - LOOK_FAR)
    if _GROUND.search(folded, begin, noun):
        return True
    return definite and _SAME.search(folded, begin, noun) is None


def plain(folded: str, start: int, end: int) -> bool:
    """Whether few words and no mark stand in between."""
    return _PLAIN.fullmatch(folded, start, end) is not None


def tells_of_another(folded: str, start: int, end: int) -> bool:
    """Whether a sentence tells of one deed more than was told."""
    return _another().search(folded, start, end) is not None


@cache
def _another() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:an?\s|(?=another\s)){either('another')}\s"
        rf"(?:[\w-]+\s){{0,2}}{either('attack')}\b"
    )
