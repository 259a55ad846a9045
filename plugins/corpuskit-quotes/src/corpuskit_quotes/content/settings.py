"""Settings: what stands between a cue and what was said: the day, the place, the occasion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpuskit_quotes.sentence.phrases import SUBJECT
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.sentence.times import PERIODS, time_stop
from corpuskit_quotes.vocabulary import used_as

__all__ = ["BARE", "SETS", "opens_clause", "past_setting"]

_COUNTED = r"(?:(?:p[Nt]?|Ds|aDa)(?=#)|pN(?=CN))?"
"""What may stand in front of a figure: `at least`, `up to`, `more than`, `as many as`."""
BARE = (
    rf"(?:R?{_COUNTED}(?:#t(?=#))?(?:p?Df)?{SUBJECT}(?:t(?=[Dm]){SUBJECT}|[gG]p?{SUBJECT})?"
    r"(?:,[^,.\n|;:]{1,25},|s[RN](?=x))?[xrR]*(?:[xVvZzeBuU]|(?<!S)[qQ](?!T))|H[rR]*[NKD&])"
)
"""A clause: a subject, perhaps with an aside, and its verb."""
_SKIP = re.compile(
    rf"(?:,R+,|#(?=[Tt](?!#)))?(?:p?(?:Y#?|R)|pC{{1,3}}(?=T)|(?!pN#)p[Dm]?N?[NKB](?![NCJ])(?:(?=[TQ,w])|(?=[DmHiC#p])(?={BARE})))*"
)
_OPENS_CLAUSE = re.compile(rf"(?:p?Y#?)?(?:T|{BARE})")
_CLAUSE = re.compile(BARE)
_MANNERS = used_as("manner")
_OCCASIONS = used_as("occasion")
_PLACE = re.compile(r"pC{1,3}(?![BuzNKS])")
_PLACED = used_as("placing")
_WITH = re.compile(r"p(?!N#)[Dm]?[NKC]{1,3}")
"""With whom or where an occasion was: `with the Herald`, `on its website`."""
_ASIDE = re.compile(r",(?:w|sG)[^,.;:\n|Qq]{1,12},(?=T)")
"""`said, when asked, that …`."""
_SKIPPED = frozenset(",pYR#")
_TIMED = frozenset("DJNC")
"""How a setting begins that is a time, if it is one."""
SETS = _SKIPPED | _TIMED
"""How any begins, as letters."""


def past_setting(tape: Tape, begin: int, stop: int, *, spoken: bool = True) -> int:
    """Behind the times, the place, the occasion and the adverbs that may follow a cue, from token
    `begin` on: `said in a statement on Monday prices …`, `said late on Monday the road …`;
    `spoken` is whether the cue tells of saying: `I hope in May the road …` is a hope for May."""
    tags = tape.tags
    if begin >= stop or tags[begin] not in SETS:
        return begin
    if tags[begin] in _TIMED and time_stop(tape, begin, stop) == begin:
        return begin
    comma = tags[begin] == ","
    aside = _ASIDE.match(tags, begin, stop) if comma else None
    if aside is not None:
        return aside.end()
    ends = _settings(tape, begin + comma, stop)
    if comma:
        ends = [end + 1 for end in ends if tags[end] == ","]
    for end in reversed(ends):
        if end < stop and (tags[end] in "TQqw" or (spoken and _is_clause(tape, end))):
            return end
    end = _skipped(tape, begin, stop) if tags[begin] in _SKIPPED else begin
    return begin if tags[end] == "S" else end  # `in Monday’s debate`


def _settings(tape: Tape, begin: int, stop: int) -> list[int]:
    """The tokens behind one, two or more settings."""
    ends: list[int] = []
    at = begin
    while at < stop:
        behind = time_stop(tape, at, stop)
        if behind == at and tape.tags[at] == "p":
            more = list(_occasions(tape, at, stop))
            ends += more
            behind = more[-1] if more else at
        elif behind > at:
            ends.append(behind)
        elif tape.tags[at] == "R":
            behind = at + 1
        if behind == at:
            break
        at = behind
    return ends


def _occasions(tape: Tape, begin: int, stop: int) -> Iterator[int]:
    """Where the occasion or place may end that a preposition opens."""
    if tape.word(begin + 1) in _MANNERS:
        yield begin + 2
        return
    last = next(
        (at for at in range(begin + 1, min(begin + 4, stop)) if tape.word(at) in _OCCASIONS), None
    )
    if last is None:
        place = _PLACE.match(tape.tags, begin, stop) if tape.word(begin) in _PLACED else None
        if place is not None:
            yield place.end()
        return
    yield last + 1
    beside = _WITH.match(tape.tags, last + 1, stop)
    if beside is not None:
        yield beside.end()


def _is_clause(tape: Tape, begin: int) -> bool:
    """Whether a clause begins at token `begin`, and what is in front of it has ended."""
    tags = tape.tags
    if tags[begin] == "C" == tags[begin - 1]:
        return False  # `in Lund Sol was late`
    return _CLAUSE.match(tags, begin) is not None


def opens_clause(tape: Tape, begin: int) -> bool:
    """Whether a clause with a verb of its own begins at token `begin`."""
    return _OPENS_CLAUSE.match(tape.tags, begin) is not None


def _skipped(tape: Tape, begin: int, stop: int) -> int:
    """Behind the day, the place and the adverbs that may follow a cue."""
    tags = tape.tags
    match = _SKIP.match(tags, begin, stop)
    end = match.end() if match else begin
    if tags[end - 1 : end + 1] == "YN" and end < stop and tape.word(end) in PERIODS:
        return _skipped(tape, end + 1, stop)  # `on Friday evening`
    return end
