"""Evidence: whether what stands around a cue speaks for an attribution.

Each thing that can be seen of a case has a weight in `lexicons/evidence.tsv`: tenths of log-odds,
counted on articles that people annotated. What adds up to nought or more is taken.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import NamedTuple

from corpuskit.scan import Lexicon
from corpuskit_quotes.phrases import Phrase
from corpuskit_quotes.tape import Tape
from corpuskit_quotes.vocabulary import Cue

__all__ = ["Case", "is_likely"]


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


Weights = Mapping[str, Mapping[str, int]]
"""Weights by name and value of what is seen."""

_MODAL = frozenset("would could might may should will can".split())
_LENGTHS = tuple(str(sum(size > passed for passed in (1, 2, 4, 9, 19))) for size in range(21))
"""Class of a content by its number of tokens, the last one for all longer ones."""
_BESIDE = ("before", "behind", "ends")
"""What is seen of the letter beside a mention or content: the end of a sentence is a full stop."""


def is_likely(tape: Tape, case: Case) -> bool:
    """Whether the evidence is enough."""
    return _use(case.kind, case.frame, case.code, case.cue) + _seen(tape, case) >= 0


@functools.lru_cache(maxsize=1 << 12)
def _use(kind: str, frame: str, code: str, cue: Cue) -> int:
    """The weight of a cue's use, whatever stands around it."""
    weights = _weights()
    doubt = str(cue.doubts.get(f"{kind} {code}", 0))
    return weights["frame"].get(f"{kind}_{frame}", 0) + weights["doubt"].get(doubt, 0)


def _seen(tape: Tape, case: Case) -> int:
    """The weight of what stands around a cue."""
    weights, start, word = _weights(), case.start, case.word
    tags, content = tape.tags, case.contents[-1]
    first, stop = content.start, content.stop
    total = (
        weights["form"].get(tags[word], 0)
        + weights["before"].get(tags[start - 1], 0)
        + weights["opens"].get(tags[first], 0)
        + weights["length"].get(_LENGTHS[min(stop - first, 20)], 0)
        + weights["ends"].get(tags[stop], weights["ends"]["x"])
        + _subject(tape, case.speaker, start, weights)
    )
    if tape.stretches_in(content):
        total += weights["with"]["marks"]
    if case.in_lead:
        total += weights["in"]["lead"]
    for index in range(start, word):
        if tags[index] == "r":
            total += weights["verb"]["not"]
        elif tags[index] == "x" and tape.word(index) in _MODAL:
            total += weights["verb"]["modal"]
    return total


def _subject(tape: Tape, speaker: Phrase | None, start: int, weights: Weights) -> int:
    """The weight of the speaker's mention, for a cue whose words begin at `start`."""
    subject = weights["subject"]
    if speaker is None:
        return subject["none"]
    tags, first, stop = tape.tags, speaker.start, speaker.stop
    letter = tags[first]
    total = weights["behind"].get(tags[first - 1], 0)
    if letter == "D" and tape.word(first) not in ("the", "a", "an"):
        letter = "d"
    elif letter == "H":
        total += weights["pronoun"].get(tape.word(first), 0)
    if tags[stop - 1] == "C":
        total += subject["name"]
    if stop != start:
        total += subject["far"]
    return total + subject.get(letter, 0)


@functools.cache
def _weights() -> Weights:
    weights: dict[str, dict[str, int]] = {}
    for row in Lexicon.from_package("corpuskit_quotes", "evidence.tsv").entries:
        weights.setdefault(row.term, {})[row["value"]] = int(row["weight"])
    for name in _BESIDE:
        weights[name]["\n"] = weights[name]["|"] = weights[name].get(".", 0)
    return weights
