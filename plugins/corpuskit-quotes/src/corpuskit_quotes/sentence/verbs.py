"""Verbs: whether a word is a verb where it stands, and an active or a passive one."""

from __future__ import annotations

import re

from corpuskit_quotes.sentence.phrases import (
    QUANTITIES,
    Phrase,
    head_stop,
    phrase_after,
    subject_before,
    witnessed,
)
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.vocabulary import used_as

__all__ = ["agent_after", "is_passive", "is_verb"]

_BE = used_as("be")
_MANNERS = used_as("manner")


def is_passive(tape: Tape, start: int, index: int) -> bool:
    """Whether the verb group from `start` with its participle at `index` holds a form of be."""
    forms = _BE.intersection(map(tape.word, range(start, index)))
    if forms == _SHORT and tape.tags[index + 1] in "HiT":
        return False  # `he's said they will`
    return bool(forms)


_SHORT = frozenset(["'s"])


def agent_after(tape: Tape, first: int, stop: int) -> Phrase | None:
    """The noun phrase after `by`, close behind a passive verb."""
    for index in range(first, min(first + 8, stop)):
        if tape.tags[index] == "p" and tape.word(index) == "by":
            told = tape.word(index + 1) not in _MANNERS
            return phrase_after(tape, index + 1) if told else None
    return None


_AFTER_POSSESSIVE = used_as("verb")
_COMPOUNDS = used_as("compound")
_PLURAL_ENDINGS = tuple(used_as("plural ending"))
_ALLOWING = used_as("allowing")
_SAID_BEFORE = used_as("said before")
_SINGULAR_ENDINGS = tuple(used_as("singular ending"))
_VERBS = frozenset("BVxz")
"""With what the verb of `Several reports say …` begins."""
_SAYS = re.compile(r"B[THi]")
_COMPOUND = re.compile(r"[NK]{0,2}[zZ](?![NK])")
_NARRATED = re.compile(r"z[#DmC]")
"""A verb and its object: what stands between a name and them is a noun (`Lund attack kills 14`)."""


def is_verb(tape: Tape, index: int, start: int) -> bool:
    """Whether the word is a verb here, and no noun or adjective before a noun."""
    tags = tape.tags
    letter, before = tags[index], tags[start - 1] if start else "|"
    if before == "D" and start and tape.word(start - 1) in QUANTITIES:
        return letter != "G" and (letter != "Z" or tags[index + 1] not in _VERBS)
    if letter in "VUG":
        if before in "pfu" and tags[index + 1] in "NK" and tape.word(index) in _SAID_BEFORE:
            return False  # `the owner of said house`
        if letter == "V" and before == "S" and tape.word(index) in _AFTER_POSSESSIVE:
            return True
        return before not in "DmhSJ#" or (before == "#" and letter == "V")
    if letter in "BZ" and tags[index + 1] in "CNKuv" and tape.word(index) in _COMPOUNDS:
        return False
    if letter == "B" and before in "oh" and tape.word(start - 2) in _ALLOWING:
        return False  # `let me say this`
    if letter == "B" and start == index:
        if before == "C" and _NARRATED.match(tags, index + 1):
            return False
        if before in "CNK" and _COMPOUND.match(tags, index + 1) and not _is_plural(tape, start):
            cue = tape.cue(index)
            if cue is None or "bare" not in cue.verb:
                return False  # `Bus attack toll climbs to 12`
        if before in "N#" and tags[index + 1] in ("THi" if before == "#" else "Hi"):
            return True  # `Six in ten say they …`
        if before == "N":
            plural = tape.word(start - 1) == "%" or _is_plural(tape, start)
            return plural or witnessed(tape, start) is not None
        if before in "VU":
            return tags[start - 2] not in "DmhS"  # `the rejected claim that …`
        if before == "e":
            return tape.word(start - 2) == "those" or tape.word(start - 2).endswith(_PLURAL_ENDINGS)
        return before not in "DmhJpfSg#e"
    if letter == "Z" and before in "NJ" and _SAYS.match(tags, index + 1):
        return False  # `press reports say that …`
    if letter == "Z" and before == "V" and tags[index + 1] in "TtpGg":
        cue = tape.cue(index)
        return cue is None or not cue.noun  # `rejected claims that …`, `calls to …`
    return letter != "Z" or before not in "DmhJpfS"


def _is_plural(tape: Tape, stop: int) -> bool:
    """Whether a plural ends or heads the subject before token `stop`: `residents of the town`."""
    if tape.word(stop - 1).endswith(_PLURAL_ENDINGS):
        return not tape.word(stop - 1).endswith(_SINGULAR_ENDINGS)
    subject = subject_before(tape, stop)
    head = head_stop(tape, subject) if subject is not None else stop
    return tape.word(head - 1).endswith(_PLURAL_ENDINGS)
