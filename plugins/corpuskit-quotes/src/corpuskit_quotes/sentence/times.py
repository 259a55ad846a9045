"""Times: where the times begin between a subject and its verb, `the army on Monday night said`, and
where one ends behind the verb, `said late on Monday the road …`."""

from __future__ import annotations

import re

from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.vocabulary import used_as

__all__ = ["PERIODS", "time_start", "time_stop"]

PERIODS = used_as("period")

# Patterns over the letters of `Tape.times`; see `vocabulary.time_class`.
_TOLD = "[wilk#yYMm]"
"""What tells which period or unit it is."""
_PERIOD = rf"(?:t{_TOLD}*|{_TOLD}+)[uc]"
"""`last week`, `Monday night`, `two days`, `3 p.m.`, `that evening`."""
_OF_MONTH = r"(?:[Mm]\.?#|#[Mm])"
_DATE = (
    rf"(?:[wilk#]*[YM],{_OF_MONTH}(?:,?y)?,?"  # `Monday, May 3, 2030,`
    rf"|(?:[wilk#]*[YM])?{_OF_MONTH}(?:,?y,?)?"  # `May 3, 2030,`, `Monday 3 May 2030`
    r"|[wilk#]*(?:Y|My?)"  # `last Friday`, `June 2030`
    r"|(?<=p)(?:my?|y))"  # `in May`, `in 2030`
)
_TIME = rf"[elk]?p?(?:{_PERIOD}f)?(?:{_PERIOD}[ka]?|{_DATE})"
"""`early on Monday`, `in the early hours of Monday`, `two days later`."""
_BEFORE_VERB = re.compile(rf"{_TIME},?\Z")
_BEHIND_VERB = re.compile(rf"(?=[elkpiYM]|m\.?#|[w#]+u[ka]){_TIME}")
"""What opens it tells that it is a time: not `said the week was hard`."""
_LAST = frozenset("ucYMmy#ka")
"""The letters with which a time ends."""
_LONGEST = 14
"""Tokens of a time in front of a verb, at most."""
_SUBJECTS = frozenset("NCKJ)YBz,HiWDqQR")
"""What can stand before a time and end a subject, or close an aside."""
_AUXILIARY = frozenset("x")


def time_start(tape: Tape, stop: int, *, within: bool = False) -> int:
    """The first token of the times that end right before token `stop`; `stop` if there are none.

    Before them is a subject or, `within` a verb group, an auxiliary: `has on Monday told`.
    A comma behind a date that has one within (`on Monday, May 3,`) belongs to it.
    """
    times = tape.times
    last = times[stop - 1 : stop]
    if last not in _LAST and (last != "," or times[stop - 2] not in _LAST):
        return stop
    found = _BEFORE_VERB.search(times, max(0, stop - _LONGEST), stop)
    if found is None or (last == "," and found.group().count(",") < 2):
        return stop
    start = found.start()
    while times[start - 1 : start] in _LAST:  # `early on Monday`, `at noon on Monday`
        found = _BEFORE_VERB.search(times, max(0, start - _LONGEST), start)
        if found is None:
            break
        start = found.start()
    before = _AUXILIARY if within else _SUBJECTS
    return start if start and tape.tags[start - 1] in before else stop


def time_stop(tape: Tape, first: int, stop: int) -> int:
    """The token behind the time that begins with token `first`; `first` if there is none.

    `late Monday`, `on May 3, 2030`, `earlier this week`, `two days later`, `in the early hours of
    Monday`.
    """
    found = _BEHIND_VERB.match(tape.times, first, stop)
    if found is None or tape.tags[found.end()] == "S":
        return first
    return found.end()
