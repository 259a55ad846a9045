"""Claims: which verb of a sentence has the better claim to a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpuskit import DateMention, Span
from corpuskit_events.cue import cue, either

__all__ = ["GOES_ON", "LINKS", "cost_of", "ends_relative", "has_later", "is_of_saying", "is_taken"]

BORDER_COST = 60  # a clause border counts as so many characters
RIGHT_BEHIND = 20  # characters from a date to the verb that goes on
LONGEST = 90  # characters of a clause that tells who is meant
LINKS = (" and ", " to ")

_BORDER = re.compile(  # a mark first, so that the search passes over letters fast
    r"[^a-z0-9_](?:(?<=[;:,\u2014\u2013])(?:(?<!,)|\s)"
    r"|\b(?:a(?:fter|lthough)|b(?:efore|ut)|th(?:at|ough)|wh(?:ich|ile|o))\b)"
)
_ON = re.compile(r"\s(?:(?:early|late)\s)?(?:on\s)?")
# A verb that goes on behind a date leaves it to the one before: "visited Karn on Sunday and left".
GOES_ON = re.compile(r"\s(?:and|to)\s(?:(?P<later>then|later)\s|\w+ly\s)?")
_BEHIND = re.compile(r",\s(?:(?:was|were|has|have|had|will|would)\s(?:been\s|be\s)?)?(?:\w+ly\s)?")
_GOING_ON = re.compile(r"\s(?:(?:was|were|has|have|had|will|would)\s(?:been\s)?)?(?:\w+ly\s)?")


@cache
def _words() -> tuple[tuple[str, ...], re.Pattern[str]]:
    """How what follows a date begins that is that of what follows; and how a clause that tells who
    is meant begins and goes on up to a date."""
    return (
        tuple(f"{mark} {word} " for word in cue("when") for mark in ("", ",")),
        re.compile(
            r"\s(?:who|that|which)\s(?:(?:has|have|had|was|were)\s(?:been\s)?)?(?:\w+ly\s)?"
            rf"(?:\w+ed|{either('past')})\s[^,;:\u2014]*$"
        ),
    )


def is_taken(
    folded: str,
    date: Span,
    trigger: tuple[int, int],
    rivals: Sequence[tuple[int, int]],
    cues: Sequence[tuple[int, int]],
    cost: int,
) -> bool:
    """Whether another verb of the sentence, or one of saying, has the better claim to a date."""
    if not (rivals or cues) or folded.startswith("'s ", date.end):
        return False  # nobody else; "Sunday's attack", whoever condemned it
    if folded.startswith(LINKS, date.end):
        rivals = [rival for rival in rivals if not _goes_on(folded, date, rival[0])]
        cues = [verb for verb in cues if not _goes_on(folded, date, verb[0])]
    if folded.startswith(_words()[0], date.end) and date.end <= trigger[0]:
        rivals = [rival for rival in rivals if rival[0] >= date.end]  # told behind "when", too
    if date.end < trigger[0] and folded.find(", who ", date.end, trigger[0]) >= 0:
        rivals = [rival for rival in rivals if not _is_aside(folded, date, rival, trigger)]
    cues = [verb for verb in cues if not _adds_who(folded, date, verb, trigger)]
    # "said on Sunday that"; not the day in "attacked on Sunday, he said"
    return _claimed(folded, date, rivals, cost) or _claimed(
        folded, date, cues, min(cost, BORDER_COST)
    )


def is_of_saying(folded: str, date: Span, cues: Sequence[tuple[int, int]]) -> bool:
    """Whether a day before a noun stands right behind a verb of saying: "said on Sunday attacks
    went on"."""
    if folded.startswith("'s ", date.end):
        return False  # "condemned Sunday's attack"
    for _, end in cues:
        if end < date.start < end + RIGHT_BEHIND and _ON.fullmatch(folded, end, date.start):
            return True
    return False


def _adds_who(folded: str, date: Span, saying: tuple[int, int], deed: tuple[int, int]) -> bool:
    """Whether only behind a comma comes who says it: "attacked Karn on Sunday from two sides, the
    army said"."""
    return deed[1] <= date.start and folded.find(", ", date.end, saying[0]) >= 0


def _is_aside(folded: str, date: Span, verb: tuple[int, int], trigger: tuple[int, int]) -> bool:
    """Whether a verb between a date that opens a sentence and its own only tells who that is: "On
    Monday, Ana Marn, who had shot a guard, was charged"."""
    if not date.end < verb[0] < trigger[0]:
        return False
    opens = folded.find(", who ", date.end, verb[0])
    if opens < 0 or folded.find(", ", opens + 1, verb[0]) >= 0:
        return False
    closes = folded.rfind(", ", verb[1], trigger[0])
    return closes >= 0 and _BEHIND.fullmatch(folded, closes, trigger[0]) is not None


def _claimed(folded: str, date: Span, rivals: Sequence[tuple[int, int]], cost: int) -> bool:
    """Whether one of the rivals has the date for less than `cost`."""
    start, end = date.start, date.end
    for rival in rivals:
        if start - rival[1] >= cost or rival[0] - end >= cost:
            continue  # the distance alone
        if cost_of(folded, date, rival) < cost:
            return True
    return False


def cost_of(folded: str, date: Span, trigger: tuple[int, int]) -> int:
    """Characters between the two, each clause border counted as many."""
    low, high = (date.end, trigger[0]) if date.end <= trigger[0] else (trigger[1], date.start)
    if high <= low:
        return 0
    return high - low + BORDER_COST * len(_BORDER.findall(folded, low, high))


def ends_relative(folded: str, first: int, date: Span, verb: tuple[int, int]) -> bool:
    """Whether a date right before a verb ends a clause that tells who is meant: "the rebels who
    attacked Karn on Sunday fled"."""
    if not date.end < verb[0] < date.end + RIGHT_BEHIND or folded.endswith("ing", *verb):
        return False
    if _GOING_ON.fullmatch(folded, date.end, verb[0]) is None:
        return False
    before = folded[max(first, date.start - LONGEST) : date.start]
    return _words()[1].search(before) is not None


def has_later(
    folded: str,
    date: Span,
    trigger: tuple[int, int],
    mentions: Sequence[DateMention],
    verbs: Sequence[tuple[int, int]],
) -> bool:
    """Whether a verb that goes on behind a date has one of its own: "visited Karn on Sunday and met
    rebels on Monday"."""
    if not _goes_on(folded, date, trigger[0]):
        return False
    days = [m.span.start for m in mentions if m.precision in ("day", "time")]
    own = next((start for start in days if start > trigger[1]), None)
    if own is None or _BORDER.search(folded, trigger[1], own):
        return False
    return not any(trigger[1] < verb[0] < own for verb in verbs)


def _goes_on(folded: str, date: Span, verb: int) -> bool:
    """Whether a verb only goes on behind a date that another has: "on Sunday and left"."""
    return date.end < verb and GOES_ON.fullmatch(folded, date.end, verb) is not None
