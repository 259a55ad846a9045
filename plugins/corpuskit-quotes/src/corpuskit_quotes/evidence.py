"""Evidence: whether what stands around a cue speaks for an attribution.

Each thing that can be seen of a case has a weight in `lexicons/evidence.tsv`: tenths of log-odds,
counted on articles that people annotated. What adds up to nought or more is taken.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from corpuskit.scan import Lexicon
from corpuskit_quotes.phrases import Phrase
from corpuskit_quotes.tape import Tape
from corpuskit_quotes.vocabulary import Cue

__all__ = ["Case", "features", "is_likely"]


class Case(NamedTuple):
    """One possible attribution.

    Attributes:
        kind: "verb", "passive", "raised", "noun" or "adjective".
        frame, code: as of the `Opening`.
        start, word: where the cue's words begin, and its verb, noun or adjective.
        in_lead: whether the cue stands in a clause in front of the main one.
    """

    kind: str
    frame: str
    code: str
    cue: Cue
    speaker: Phrase | None
    start: int
    word: int
    contents: tuple[Phrase, ...]
    in_lead: bool = False


_MODAL = frozenset("would could might may should will can".split())
_LENGTHS = (1, 2, 4, 9, 19)


def is_likely(tape: Tape, case: Case) -> bool:
    """Whether the evidence is enough."""
    weights = _weights()
    return sum(weights.get(seen, 0) for seen in features(tape, case)) >= 0


def features(tape: Tape, case: Case) -> Iterator[str]:
    """What can be seen of a case, as `name value`."""
    tags, words = tape.tags, tape.words
    content, speaker = case.contents[-1], case.speaker
    yield f"frame {case.kind}_{case.frame}"
    yield f"doubt {case.cue.doubts.get(f'{case.kind} {case.code}', 0)}"
    yield "form " + tags[case.word]
    yield "before " + _seen(tags, case.start - 1)
    yield "opens " + tags[content.first]
    yield f"length {sum(content.stop - content.first > size for size in _LENGTHS)}"
    follows = tags[content.stop : content.stop + 1]
    yield "ends " + (follows if follows in ",-:;" else "." if follows in ".\n|" else "x")
    if tape.stretches_in(content.first, content.stop):
        yield "with marks"
    if case.in_lead:
        yield "in lead"
    for index in range(case.start, case.word):
        if tags[index] == "r":
            yield "verb not"
        elif tags[index] == "x" and tape.word(index) in _MODAL:
            yield "verb modal"
    if speaker is None:
        yield "subject none"
        return
    letter = tags[speaker.first]
    if letter == "D" and words[speaker.first].lower() not in ("the", "a", "an"):
        letter = "d"
    yield "subject " + letter
    if letter == "H":
        yield "pronoun " + tape.word(speaker.first)
    if tags[speaker.stop - 1] == "C":
        yield "subject name"
    if speaker.stop != case.start:
        yield "subject far"
    yield "behind " + _seen(tags, speaker.first - 1)


@functools.cache
def _weights() -> Mapping[str, int]:
    rows = Lexicon.from_package("corpuskit_quotes", "evidence.tsv").entries
    return {f"{row.term} {row['value']}": int(row["weight"]) for row in rows}


def _seen(tags: str, index: int) -> str:
    """The letter of a token, a sentence's boundary as a full stop."""
    letter = tags[index] if index >= 0 else "."
    return "." if letter in "\n|" else letter
