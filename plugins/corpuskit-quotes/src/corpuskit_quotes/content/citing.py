"""Citing: who is quoted by somebody else, `The paper quoted Ana Sol as saying …`."""

from __future__ import annotations

import re

from corpuskit_quotes.sentence.phrases import SUBJECT, Phrase, group_start, subject_before
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.vocabulary import Cue, used_as

__all__ = ["passes_on", "quoted_before", "quotes_another"]

_CITING = used_as("citing")
_QUOTED = re.compile(rf"{SUBJECT}aG")


def quotes_another(tape: Tape, cue: Cue | None, index: int, stop: int) -> bool:
    """Whether a verb passes on what another one said: `quoted Ana Sol as saying …`."""
    if cue is None or cue.lemma not in _CITING:
        return False
    return _QUOTED.match(tape.tags, index + 1, stop) is not None


def passes_on(tape: Tape, cue: Cue, index: int) -> bool:
    """Whether `as saying …` stands at token `index`, behind who quotes somebody."""
    return cue.lemma in _CITING and tape.tags.startswith("aG", index)


def quoted_before(tape: Tape, index: int) -> Phrase | None:
    """Who is quoted right before the `as` in front of token `index`, the gerund."""
    if index < 3 or tape.tags[index - 1] != "a":
        return None
    subject = subject_before(tape, index - 1)
    if subject is None:
        return None
    verb = subject.start - 1
    if tape.word(verb) == "by" and quotes_another(tape, tape.cue(verb - 1), verb, index + 1):
        return subject_before(tape, group_start(tape, verb - 1))  # `Sol was quoted by Vik as …`
    return subject if quotes_another(tape, tape.cue(verb), verb, index + 1) else None
