"""Speech: which stretches within marks are speech, whose, and which go together."""

from __future__ import annotations

import re

from corpuskit_quotes.content.settings import opens_clause
from corpuskit_quotes.rules.after import SIGNED, SOFT, attributed_after
from corpuskit_quotes.rules.around import goes_on_within
from corpuskit_quotes.rules.before import attributed_before
from corpuskit_quotes.rules.floating import FLOATING
from corpuskit_quotes.sentence.phrases import (
    Phrase,
    Spoken,
    clause_subject,
    group_start,
    sentence_start,
    subject_before,
)
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.sentence.verbs import is_verb

__all__ = ["spoken_in"]

_LONGEST_SIGNATURE = 18
"""Tokens behind the name of one who signs, where the next one's words follow at once."""
_LONGEST_GAP = 45
"""Tokens between two stretches of one quotation."""


def spoken_in(tape: Tape) -> list[Spoken]:
    """Attributed and floating speech within marks, in text order."""
    found: list[Spoken] = []
    for index in sorted(tape.stretches):
        cut = bool(found) and _is_cut(tape, found[-1], index)
        if tape.tags[index - 1 : index] == "," and not cut and goes_on_within(tape, index):
            continue  # reported with the words in front
        spoken = _attributed(tape, index, found[-1] if found else None)
        if spoken is not None and found and spoken.cue == found[-1].cue is not None:
            # `“…”, said Sol, “…”`
            found[-1] = found[-1]._replace(stretches=(*found[-1].stretches, index))
            continue
        said = spoken and (spoken.speaker or spoken.cue)
        if spoken is not None and said and said.start > index:
            spoken = _with_lead(tape, found, spoken)
        if spoken is not None and found and _was_left_open(tape, found[-1], index):
            spoken = spoken._replace(stretches=(*found.pop().stretches, *spoken.stretches))
        if spoken is None and found and _goes_on(tape, found[-1], index):
            found[-1] = found[-1]._replace(stretches=(*found[-1].stretches, index))
            continue
        if spoken is None and tape.tags[index] == "Q" and _stands_alone(tape, index):
            near = _in_sight(tape, index, found[-1] if found else None)
            spoken = Spoken(FLOATING.id, (index,), near, None)
        if spoken is not None:
            found.append(spoken)
    return found


def _attributed(tape: Tape, index: int, before: Spoken | None) -> Spoken | None:
    """A comma within the marks points behind them, a full stop to what is in front."""
    last = _last(tape, index)
    if before is not None and before.rule == SIGNED.id and before.speaker is not None:
        between = tape.tags[before.speaker.stop : index]
        if len(between) < _LONGEST_SIGNATURE and "|" not in between:
            return attributed_after(tape, index, last, again=True)
    begins = tape.tags[index - 1 : index] in ("", "\n", "|")
    if last == "," or (last in SOFT and begins):
        return attributed_after(tape, index, last) or attributed_before(tape, index, before)
    return attributed_before(tape, index, before) or attributed_after(tape, index, last)


def _with_lead(tape: Tape, found: list[Spoken], spoken: Spoken) -> Spoken | None:
    """Speech with the words in front of it that belong to it; None where the verb behind it
    opens a clause of its own (`… the sign “Open,” the mayor said it was late`)."""
    lead = _lead(tape, found, spoken.stretches[0])
    if lead is None or spoken.cue is None:
        return spoken
    return None if opens_clause(tape, spoken.cue.stop) else spoken._replace(lead=lead)


_LEAD = re.compile(r"[&b,-]*(?P<lead>[^:;|\n]{1,40})")


def _lead(tape: Tape, found: list[Spoken], index: int) -> int | None:
    """Where a clause begins that the stretch ends: `The road is “safe,” she said.`"""
    sentence = sentence_start(tape, index)
    if found and found[-1].stretches[-1] >= sentence - 1:
        return None
    match = _LEAD.fullmatch(tape.tags, sentence, index)
    return match.start("lead") if match is not None else None


_INNER = frozenset("'\u2019\u2018\"\u201d ")


def _last(tape: Tape, index: int) -> str:
    """The last character within the marks, inner marks left out."""
    stretch = tape.stretches[index]
    position = stretch.inner_end - 1
    while position > stretch.inner_start and tape.raw[position] in _INNER:
        position -= 1
    return tape.raw[position]


def _ends(tape: Tape, index: int) -> bool:
    return tape.tags[index + 1 : index + 2] in (".", "\n", "|", "")


def _goes_on(tape: Tape, before: Spoken, index: int) -> bool:
    """Whether a stretch without words of its own continues the one before."""
    tags, last = tape.tags, before.stretches[-1]
    between = tags[last + 1 : index]
    if "|" in between:
        return tags[index] == "Q" and _whole_block(tape, index) and between.count("|") == 1
    if before.cue is None:
        return between in ("", "\n") and tags[index] == "Q"
    if between.count("\n") > 1 + between.startswith("\n"):
        return False
    if tags[index - 1] not in "\n,:-.;" and not between.endswith((",b", ",&")):
        return False
    opens = tags[index - 1] == "\n" or _is_cut(tape, before, index)
    if tags[index] != "Q" and not (opens and _ends(tape, index)):
        return False
    return len(between) <= _LONGEST_GAP


def _is_cut(tape: Tape, before: Spoken, index: int) -> bool:
    """Whether nothing but who speaks, to whom and when stands in front of a stretch: `‘The road’,
    Sol told us, ‘is shut’.`"""
    cue, speaker = before.cue, before.speaker
    if cue is None or speaker is None or min(cue.start, speaker.start) < before.stretches[-1]:
        return False
    return _TO_WHOM.fullmatch(tape.tags, max(cue.stop, speaker.stop), index - 1) is not None


_TO_WHOM = re.compile(r"[DmNCKJYRp#ohf]{0,6}")


def _was_left_open(tape: Tape, before: Spoken, index: int) -> bool:
    """Whether speech that nobody was said to have spoken is left open, for a stretch that opens
    the next paragraph: who is named behind the last one spoke all of it."""
    last = before.stretches[-1]
    if before.cue is not None or index - last > 3 or tape.stretches[last].closed:
        return False
    return tape.tags[last + 1 : index].strip("\n.") == "|"


_ONLY_SPEECH = re.compile(r"Q(?:[\n.]*Q)*[\n.]*\|")


def _whole_block(tape: Tape, index: int) -> bool:
    """Whether a stretch opens its paragraph and nothing but stretches follow."""
    return tape.tags[index - 1] == "|" and _ONLY_SPEECH.match(tape.tags, index) is not None


def _stands_alone(tape: Tape, index: int) -> bool:
    return tape.tags[index - 1 : index] in ("", "\n", "|") and _ends(tape, index)


def _in_sight(tape: Tape, index: int, before: Spoken | None) -> Phrase | None:
    """In the same paragraph, who said something in the sentence before, else who spoke in marks
    before it, else the subject of the sentence before. Of the paragraph before only who said
    something where a colon ends it."""
    announced = tape.tags[index - 2 : index] == ":|"
    if not announced and tape.tags[index - 1 : index] != "\n":
        return None
    stop = index - 2 if announced else index - 1
    first = sentence_start(tape, stop)
    for verb in range(stop - 1, first, -1):
        if tape.tags[verb] in "VZ" and tape.quotes(verb):
            start = group_start(tape, verb)
            subject = subject_before(tape, start)
            if subject is not None and subject.start >= first and is_verb(tape, verb, start):
                return subject
    if announced:
        return None
    attributed = before is not None and before.cue is not None
    if before is not None and attributed and "|" not in tape.tags[before.stretches[-1] : index]:
        return before.speaker
    return clause_subject(tape, first, stop)
