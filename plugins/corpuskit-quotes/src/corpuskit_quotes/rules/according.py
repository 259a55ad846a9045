"""According: what is told with its source, `according to the army`, in front of it or behind."""

from __future__ import annotations

import re

from corpuskit.scan import Example
from corpuskit_quotes.rules.around import AROUND, FINITE, GOES_ON, WHO_IT_IS, told_from
from corpuskit_quotes.rules.base import QuoteRule
from corpuskit_quotes.sentence.phrases import (
    SUBJECT,
    Phrase,
    Reported,
    Spoken,
    head_stop,
    is_free,
)
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.vocabulary import used_as
from corpuskit_quotes.who.cast import noun_before

__all__ = ["RULES", "according_before", "according_behind", "according_to"]

ACCORDING = QuoteRule(
    id="quotes.according",
    about="`according to` or `as per`, before or behind what is said, in marks or not.",
    pattern=rf"[,\-]*(?P<v>@t|a@|@(?=[DC]))(?P<s>{SUBJECT}|[oh])",
    yes=(
        Example("“[[The dam has held,]]” according to the ministry.", "direct: the ministry"),
        Example("According to the ministry, [[the dam has held]].", "indirect: the ministry"),
        Example(
            "[[The dam has held]], according to a report by Ana Sol.",
            "indirect: a report by Ana Sol",
        ),
        Example("According to an aide, Ana Sol, [[it is safe]].", "indirect: an aide, Ana Sol"),
        Example("According to a map, [[the dam is near]], said Ana Sol.", "indirect: a map"),
        Example(
            "According to Ana Sol, the mayor of Lund, [[the dam has held]].",
            "indirect: Ana Sol, the mayor of Lund",
        ),
        Example("As per the ministry, [[the dam has held]].", "indirect: the ministry"),
        Example("Ana Sol waited. According to her, “[[the dam has held.]]”", "direct: her"),
        Example("[[The dam, according to the ministry, has held]].", "indirect: the ministry"),
        Example(
            "One thing went unseen: according to the ministry, [[the dam has held]].",
            "indirect: the ministry",
        ),
    ),
    no=("He acted according to plan.", "They earn ten crowns per hour."),
)

RULES = (ACCORDING,)

_IN_FRONT = re.compile(rf"(?P<v>@t|a@|(?<![^\n|])@(?=[DC]))(?P<s>{SUBJECT}|[oh])[,:]\Z")
"""The same right before marks."""
_SOURCE = 40
"""Tokens that it and its speaker have at most there."""
_WITHIN = re.compile(
    rf"(?:@t|a@|(?<![^\n|,])@(?=[DC]))(?P<s>"
    rf"{SUBJECT}(?:,W[^,\n|]{{1,20}}(?=,)|,C{{2,4}}(?=,(?![WDspG]|#,)|[.|]))?|[oh])"
)
"""The same in running text."""
_MEASURES = used_as("measure")
_PAUSES = frozenset(",:")
"""Behind a source in front of what it says."""


def according_behind(tape: Tape, index: int, begin: int) -> Spoken | None:
    """`“…,” according to the army`: behind stretch `index`, from token `begin` on."""
    match = ACCORDING.matcher.match(tape.tags, begin)
    if match is None:
        return None
    return Spoken(ACCORDING.id, (index,), Phrase(*match.span("s")), Phrase(*match.span("v")))


def according_before(tape: Tape, first: int, stop: int, index: int) -> Spoken | None:
    """`According to the army, “…”`: in front of stretch `index`, in tokens first to stop."""
    first = max(first, stop - _SOURCE)
    if tape.tags.find("@", first, stop) == -1:
        return None
    match = _IN_FRONT.search(tape.tags, first, stop)
    if match is None:
        return None
    return Spoken(ACCORDING.id, (index,), Phrase(*match.span("s")), Phrase(*match.span("v")))


def according_to(tape: Tape, first: int, stop: int, taken: bytearray) -> Reported | None:
    """`The road is open, according to the army.` and `According to the army, the road is open.`"""
    tags = tape.tags
    match = _WITHIN.search(tags, first, stop)
    if match is None or taken[match.start()]:
        return None
    begin, end = match.start(), match.end()
    if end - begin == 3 and tape.word(end - 1) in _MEASURES:
        return None
    behind = tags.rfind(":", first, begin) + 1
    if behind and (behind == begin or FINITE.search(tags, behind, begin)):
        first = behind  # a sentence in front of a colon is the writer's
    clause = tags.rfind(";", first, begin) + 1
    if clause and FINITE.search(tags, clause, begin) is None and GOES_ON.match(tags, end):
        first = clause  # `It fell; the road, according to Sol, is shut`
    before = Phrase(told_from(tape, first), begin - 1 if tags[begin - 1] == "," else begin)
    contents = []
    if before.stop - before.start > 2 or GOES_ON.match(tags, end):
        contents.append(before)
    finite = FINITE.search(tags, before.start, before.stop) is not None
    if not contents and _is_apposed(tape, end, stop):
        end = tags.index(",", end + 1)  # `to Sol, the mayor of Lund, …`
    if not contents and tags[end : end + 1] not in _PAUSES:
        end = max(end, tags.find(",", end, stop))  # `to a poll conducted for the Herald, …`
    if tags[end : end + 1] in _PAUSES and not (contents and finite):
        passed_on = _passed_on(tape, end + 1, stop)
        contents.append(Phrase(end + 1, passed_on or stop - (tags[stop - 1] == ".")))
    contents = [c for c in contents if c.stop > c.start]
    if not contents or not is_free(contents, taken):
        return None
    speaker = Phrase(match.start("s"), end)
    return Reported(ACCORDING.id, tuple(contents), speaker, Phrase(begin, speaker.start))


_APPOSED = re.compile(rf"{WHO_IT_IS}(?=,(?=[DmNCKJHip#])[^,.;:\n|]*[xvVzZ])")


def _is_apposed(tape: Tape, comma: int, stop: int) -> bool:
    """Whether a person's office follows the name in front of a comma, or a name the office, and a
    clause that."""
    match = _APPOSED.match(tape.tags, comma, stop)
    if match is None:
        return False
    named = tape.tags[comma + 1 : match.end()].strip("C") == ""  # `to the mayor, Ana Sol, …`
    head = comma if named else head_stop(tape, Phrase(comma + 1, match.end()))
    entry = noun_before(tape, head)[1]
    return entry is not None and entry["kind"] == "person"


def _passed_on(tape: Tape, first: int, stop: int) -> int | None:
    """Where the words end that somebody passes on: `According to the map, it is near, Sol said.`"""
    for match in AROUND.matcher.finditer(tape.tags, first, stop):
        cue = tape.cue(match.end("v") - 1 if match["s"] else match.start("v2"))
        if cue is not None and {"bare", "quote"} <= cue.verb:
            return match.start()
    return None
