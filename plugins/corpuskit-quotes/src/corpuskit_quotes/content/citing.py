"""Citing: who is quoted by somebody else, `The paper quoted Ana Sol as saying …`."""

from __future__ import annotations

import re

from corpuskit_quotes.sentence.phrases import SUBJECT, Phrase, subject_before
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.vocabulary import Cue, cue_at, used_as

__all__ = ["quoted_before", "quotes_another"]

_CITING = used_as("citing")
_QUOTED = re.compile(rf"{SUBJECT}aG")


def quotes_another(tape: Tape, cue: Cue | None, index: int, stop: int) -> bool:
    """Whether a verb passes on what another one said: `quoted Ana Sol as saying …`."""
    if cue is None or cue.lemma not in _CITING:
        return False
    return _QUOTED.match(tape.tags, index + 1, stop) is not None


def quoted_before(tape: Tape, index: int) -> Phrase | None:
    """Who is quoted right before the `as` in front of token `index`, the gerund."""
    if index < 3 or tape.tags[index - 1] != "a":
        return None
    subject = subject_before(tape, index - 1)
    if subject is None:
        return None
    verb = subject.start - 1
    return subject if quotes_another(tape, cue_at(tape, verb), verb, index + 1) else None
