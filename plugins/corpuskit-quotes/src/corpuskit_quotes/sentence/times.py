"""Times: where a time begins between a subject and its verb, `the army on Monday night said`, and
where one ends behind the verb, `said late on Monday the road …`."""

from __future__ import annotations

from corpuskit.scan import NUMBER_WORDS
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.vocabulary import used_as

__all__ = ["PERIODS", "time_start", "time_stop"]

PERIODS = used_as("period")
_UNITS = used_as("unit") | PERIODS
_WHICH = used_as("which time").union(NUMBER_WORDS)
_RECKONED = used_as("reckoned")
_EARLY = used_as("early")
_ITSELF = used_as("itself")
_MONTHS = used_as("month")
_CLOCKS = used_as("clock")
_MEASURED = _UNITS | _CLOCKS
_SUBJECTS = frozenset("NCKJ)YBz,HiWDqQR")
"""What can stand before a time and end a subject, or close an aside."""
_AUXILIARY = frozenset("x")


def time_start(tape: Tape, stop: int, *, within: bool = False) -> int:
    """The first token of the times that end right before token `stop`; `stop` if there are none.

    Before them is a subject or, `within` a verb group, an auxiliary: `has on Monday told`.
    A comma behind a date that has one within (`on Monday, May 3,`) belongs to it.
    """
    tags = tape.tags
    if stop < 2 or tags[stop - 1] not in "YCNR#,":
        return stop
    first = stop - 1 if tags[stop - 1] == "," else stop
    start = _time(tape, first)
    if first < stop and "," not in tags[start:first]:
        return stop
    if start == first:
        return stop
    while (sooner := _time(tape, start)) != start:  # `early on Monday`, `at noon on Monday`
        start = sooner
    before = _AUXILIARY if within else _SUBJECTS
    return start if start and tags[start - 1] in before else stop


def _time(tape: Tape, stop: int) -> int:
    """Where one time begins, with the preposition and the `early` before it."""
    tags = tape.tags
    start, bound = _day(tape, stop), True
    if start == stop:
        start, bound = _period(tape, stop), False
    if start == stop:
        return stop
    if tags[start - 1] == "f":  # `the early hours of Monday`
        part = _period(tape, start - 1)
        if part == start - 1:
            return stop
        start = part
    if tags[start - 1] == "p":
        start -= 1
    elif bound and "Y" not in tags[start:stop]:
        return stop  # `Class 2030 said`
    if start and tags[start - 1] in "RN" and tape.word(start - 1) in _EARLY:
        start -= 1
    return start


def _day(tape: Tape, stop: int) -> int:
    """Where `Monday`, `Monday, May 3`, `3 May 2030`, `May 3, 2030`, `May`, `2030` or `3 p.m.`
    begins."""
    tags, start = tape.tags, stop
    word = tape.word(stop - 1)
    if tags[start - 1] == "N":
        return start - 2 if word in _CLOCKS and tags[start - 2] == "#" else stop
    if tags[start - 1] == "#" and _is_year(word):
        start -= 1
        if tags[start - 2 : start] == "#,":
            start -= 1
    month = start
    if tags[start - 1] == "#" and tape.word(start - 2) in _MONTHS:
        start -= 2
    elif tags[start - 1] == "C" and tape.word(start - 1) in _MONTHS:
        start -= 2 if tags[start - 2] == "#" else 1
    if month < stop and start == month and tags[month] == ",":
        return stop  # a number behind a comma
    day = start - 1 if start < stop and tags[start - 1] == "," else start
    if tags[day - 1] != "Y":
        return start
    told = tags[day - 2] == "#" or tape.word(day - 2) in _WHICH  # `3 June`, `last Friday`
    return day - 2 if told else day - 1


def _period(tape: Tape, stop: int) -> int:
    """Where `last week`, `Monday night`, `two days later` or `recent weeks` begins."""
    tags = tape.tags
    unit = stop - 1 if tape.word(stop - 1) in _RECKONED else stop
    if tags[unit - 1] != "N" or tape.word(unit - 1) not in _UNITS:
        return stop
    first = start = unit - 1
    while start and (tags[start - 1] in "Y#" or tape.word(start - 1) in _WHICH):
        start -= 1
    return stop if start == first else start


def time_stop(tape: Tape, first: int, stop: int) -> int:
    """The token behind the time that begins with token `first`; `first` if there is none.

    `late Monday`, `on May 3, 2030`, `earlier this week`, `two days later`, `in the early hours of
    Monday`.
    """
    tags, at = tape.tags, first
    if tape.word(at) in _EARLY:
        at += 1
    if tags[at] == "p":
        at += 1
    begin = at
    if begin == first and tags[at] == "T":
        return first
    while at < stop and _is_of_time(tape, at, first=begin):
        at += 1
    if at == begin:
        return first
    alone = begin > first or tags[begin] == "Y" or tape.word(begin) in _ITSELF
    if at < stop and tape.word(at) in _MEASURED:
        at += 1
        if tags[at] != "s" and tape.word(at) in _RECKONED:
            return at + 1
        if tags[at] == "f":
            at = time_stop(tape, at + 1, stop)
        elif tags[at] == "p":
            at = time_stop(tape, at, stop)
        return at if alone and tags[at] != "S" else first
    while at > begin and tags[at - 1] != "Y" and not _ends_date(tape, at):
        at -= 1
    if at == begin or not (alone or tags[begin] == "C") or tags[at] == "S":
        return first
    if tags[at - 1 : at + 2] == "#,#" and _is_year(tape.word(at + 1)):
        at += 2
        return at + 1 if tags[at] == "," else at
    return at


def _is_of_time(tape: Tape, index: int, *, first: int) -> bool:
    """Whether a word in front of a unit or within a date tells which one."""
    tag = tape.tags[index]
    if tag in "Y#" or _is_may(tape, index):
        return True
    return (tag != "T" or index == first) and tape.word(index) in _WHICH


def _is_may(tape: Tape, index: int) -> bool:
    """Whether a name is a month's, with a day behind it."""
    tags = tape.tags
    return tags[index] == "C" and tags[index + 1 : index + 2] == "#" and tape.word(index) in _MONTHS


def _ends_date(tape: Tape, stop: int) -> bool:
    """Whether `May 3` or, behind a preposition, a year ends right before token `stop`."""
    if tape.tags[stop - 1] != "#":
        return False
    before = tape.word(stop - 2)
    return before in _MONTHS or (tape.tags[stop - 2] == "p" and _is_year(tape.word(stop - 1)))


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()
