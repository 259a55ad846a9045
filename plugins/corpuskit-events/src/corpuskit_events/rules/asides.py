"""Asides: what stands between two marks and parts a verb from its subject or its auxiliary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpuskit.scan import Example, Rule
from corpuskit_events.cue import either
from corpuskit_events.rules.subjects import PREPOSITIONS, Party, head_of

__all__ = ["ASIDE_RULES", "about_aside", "apposed", "before_aside"]

LONGEST = 120  # characters between dashes or brackets
NEAR = 30  # characters from the mark that closes an aside to the verb

ASIDE_RULES: tuple[Rule, ...] = (
    Rule(
        id="events.subjects.aside",
        about="Behind an insertion the subject is whom it is about.",
        yes=(
            Example("The [[rebels]], who hold the council, have attacked Karn."),
            Example("The [[rebels]], among them two teachers, attacked Karn."),
            Example("The [[rebels]], two of them from Orland, attacked Karn."),
            Example("The [[rebels]], a group of teachers, said they had attacked Karn."),
            Example("The [[rebels]] \u2014 two of them from Orland \u2014 attacked Karn."),
            Example("The [[rebels]] in the hills -- two of them boys -- have attacked Karn."),
            Example("The [[rebels]] (two of them boys) attacked Karn."),
            Example("The [[rebels]] had, police said, attacked Karn."),
            Example("Karn was, according to police, attacked by [[rebels]]."),
        ),
        no=(
            "The mayor, a former teacher, was killed.",
            "The mayor was, police said, killed.",
            "The mayor \u2014 a former teacher \u2014 was killed.",
        ),
    ),
)

_BEHIND = (
    r"(?:(?:has|have|had|will|would)\s)?(?:(?:was|were|been|being|is|are|be|got)\s)?(?:\w+ly\s)?"
)
_BEHIND_COMMA = re.compile(
    r",\s(?:(?:said|says|claim(?:ed|s))\s(?:that\s)?(?:it|he|she|they)\s)?" + _BEHIND
)
_BEHIND_MARK = re.compile(r"[\u2014)]\s?(?:and\s)?" + _BEHIND)
_PART = re.compile(r",\s(?:including|among|most|some|all|[\w-]+\sof\s(?:them|whom))\b")
_AUXILIARY = re.compile(r"\b(?:was|were|is|are|been|being|be|had|has|have|will|would)$")
_OF = (" of ", " from ", " in ", " at ", " near ")


def before_aside(folded: str, first: int, verb: int) -> int:
    """Where an aside begins that closes right before a verb, or where the verb stands: between
    dashes or in brackets, or one that tells who says so behind an auxiliary: "were, police said,
    killed"."""
    low = max(first, verb - NEAR)
    near = folded[low:verb]
    if "," not in near and ")" not in near and "\u2014" not in near:
        return verb
    close = max(folded.rfind("\u2014", low, verb), folded.rfind(") ", low, verb))
    if close >= 0 and _BEHIND_MARK.fullmatch(folded, close, verb):
        mark = "(" if folded[close] == ")" else "\u2014"
        begin = folded.rfind(mark, max(first, close - LONGEST), close - 1)
        while begin > first and folded[begin - 1] in "\u2014 ":
            begin -= 1
        return begin if begin > first else verb
    close = folded.rfind(", ", low, verb)
    if close < 0:
        return verb
    begin = folded.rfind(", ", max(first, close - LONGEST), close)
    if begin < 0 or not _AUXILIARY.search(folded, max(first, begin - 6), begin):
        return verb
    return begin if _says().fullmatch(folded, begin, verb) else verb


@cache
def _says() -> re.Pattern[str]:
    return re.compile(
        rf",\s(?:(?:[\w'.-]+\s){{1,7}}{either('says')}(?:\s(?:on\s)?\w+day)?"
        rf"|{either('says')}(?:\s[\w'.-]+){{1,7}}|according\sto(?:\s[\w'.-]+){{1,7}}),\s(?:\w+ly\s)?"
    )


def about_aside(folded: str, start: int, trigger: int, parties: Sequence[Party]) -> Party | None:
    """Whom an insertion is about that closes right before a verb, or None: "Marn, who leads the
    council, has signed"; a name in it is better than a noun before it: "his brother, Marn, has"."""
    comma = folded.rfind(", ", max(start, trigger - NEAR), trigger)
    if comma < 0 or not parties or not _BEHIND_COMMA.fullmatch(folded, comma, trigger):
        return None
    opening = [p for p in parties if folded.startswith((", ", "), "), p.end) and p.end < comma]
    part = bool(opening) and _PART.match(folded, opening[-1].end)  # "rebels, nine of them Orlish"
    opening = [head_of(folded, parties, parties.index(p)) for p in opening]
    opening = [p for p in opening if not folded.endswith(_OF, start, p.start)]
    if not opening:
        return None
    last = parties[-1]
    named = last.end == comma and last.entity_id is not None and opening[-1].entity_id is None
    if named and not part and _is_apposed(folded, opening[-1].end, last.start):
        return last
    return opening[-1]


def _is_apposed(folded: str, start: int, name: int) -> bool:
    """Whether a name tells who that is: "his brother, Marn,"; not "rebels, backed by Merra,"."""
    words = folded[start:name].split()
    return words[-1] not in PREPOSITIONS and not words[min(1, len(words) - 1)].startswith("wh")


def apposed(folded: str, role: str, name: int) -> int:
    """Where a party begins whose name stands at `name`: with its role, where that opens an
    apposition: "a chief, Tol Marn", "the mayor of Karn, Tol Marn"."""
    noun = role.lower().rpartition(" a ")[2]
    begin = name - 2 - len(noun)
    return begin if begin >= 0 and folded.startswith(f"{noun}, ", begin) else name
