"""Transcripts: `Q: …`, `MAYOR SOL: …`: paragraphs that begin with who speaks."""

from __future__ import annotations

import re
from collections import Counter

from corpuskit.scan import Example
from corpuskit_quotes.phrases import Phrase, Reported, is_free
from corpuskit_quotes.rules.base import QuoteRule
from corpuskit_quotes.rules.headlines import is_rubric
from corpuskit_quotes.tape import Tape

__all__ = ["RULES", "transcript_in"]

TRANSCRIPT = QuoteRule(
    id="quotes.transcript",
    about=(
        "A paragraph that begins with a name or letter and a colon, in an article that has three "
        "of the kind and one speaker twice: all of it is said, without marks."
    ),
    pattern=r"\|(?P<s>D|C{1,4}):\n?(?P<said>[^|]{3,})",
    yes=(
        Example(
            "We met.\n\nQ: [[Is it safe?]]\n\nA: It is. We looked.\n\nQ: Do you cross it?",
            "direct: Q",
        ),
    ),
    no=("The plan.\n\nPlace: Lund.\n\nPrice: ten crowns.\n\nLength: a mile.",),
)

RULES = (TRANSCRIPT,)

_FEWEST = 3
_ANY = re.compile(r"\|(?:D|C{1,4}):")


def transcript_in(tape: Tape, taken: frozenset[int]) -> list[Reported]:
    """What is said in the labelled paragraphs of an article that is, in part, a transcript."""
    if _ANY.search(tape.tags) is None:
        return []
    found = []
    labels: Counter[str] = Counter()
    for match in TRANSCRIPT.matcher.finditer(tape.tags):
        speaker = Phrase(*match.span("s"))
        label = tape.text(*speaker)
        content = Phrase(match.start("said"), match.end("said"))
        if is_rubric(label) or not is_free((content,), taken):
            continue
        labels[label] += 1
        cue = Phrase(speaker.stop, speaker.stop + 1)
        found.append(Reported(TRANSCRIPT.id, (content,), speaker, cue))
    return found if len(found) >= _FEWEST and max(labels.values()) > 1 else []
