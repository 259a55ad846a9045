"""Evidence: whether what stands around a cue speaks for an attribution.

Each thing that can be seen of a case has a weight in `lexicons/evidence.tsv`: tenths of log-odds,
counted on articles that people annotated. What adds up to nought or more is taken.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from corpuskit.scan import Lexicon
from corpuskit_quotes.sentence.phrases import Phrase, Reported
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.vocabulary import Cue, used_as

__all__ = ["is_likely"]


Weights = Mapping[str, Mapping[str, int]]
"""Weights by name and value of what is seen."""

_CLAUSES = ("_that", "_bare")
"""Frames whose content may end where the verb stands of whom a relative clause is about."""
_MODAL = used_as("modal")
_ARTICLES = used_as("article")
_LENGTHS = tuple(str(sum(size > passed for passed in (1, 2, 4, 9, 19))) for size in range(21))
"""Class of a content by its number of tokens, the last one for all longer ones."""
_BESIDE = ("before", "behind", "ends")
"""What is seen of the letter beside a mention or content: the end of a sentence is a full stop."""


def is_likely(
    tape: Tape,
    one: Reported,
    cue: Cue,
    code: str,
    word: int,
    *,
    in_lead: bool = False,
    again: bool = False,
) -> bool:
    """Whether the evidence for an attribution is enough.

    Args:
        cue, code, word: the verb, noun or adjective, its code that lets it open the content (see
            `Opening`), and where it stands.
        in_lead: whether it stands in a clause in front of the main one.
        again: whether the speaker is that of the attribution in front of it.
    """
    weights, tags = _weights(), tape.tags
    start = one.cue.start if one.cue is not None else word
    content = one.contents[-1]
    first, stop = content.start, content.stop
    ends = tags[stop]
    if (
        ends in (",b&xvVzZrR" if one.rule.endswith(_CLAUSES) else ",b&")
        and one.speaker is not None
        and tags[one.speaker.start] == "W"
    ):
        ends = "."  # what ends a relative clause is its full stop
    total = (
        _use(one.rule, cue, code)
        + weights["form"].get(tags[word], 0)
        + weights["before"].get(tags[start - 1], 0)
        + weights["opens"].get(tags[first], 0)
        + weights["length"].get(_LENGTHS[stop - first if stop - first < 20 else 20], 0)
        + weights["ends"].get(ends, weights["ends"]["x"])
        + _subject(tape, one.speaker, start, weights, again=again)
    )
    if tape.stretches and tape.stretches_in(content):
        total += weights["with"]["marks"]
    if in_lead:
        total += weights["in"]["lead"]
    for index in range(start, word):
        if tags[index] == "r":
            total += weights["verb"]["not"]
        elif tags[index] == "x" and tape.word(index) in _MODAL:
            total += weights["verb"]["modal"]
    return total >= 0


@functools.lru_cache(maxsize=1 << 12)
def _use(rule: str, cue: Cue, code: str) -> int:
    """The weight of a cue's use, whatever stands around it."""
    weights, frame = _weights(), rule.removeprefix("quotes.")
    doubt = cue.doubts.get(f"{frame.partition('_')[0]} {code}", 0)
    return weights["frame"].get(frame, 0) + weights["doubt"].get(str(doubt), 0)


def _subject(
    tape: Tape, speaker: Phrase | None, start: int, weights: Weights, *, again: bool
) -> int:
    """The weight of the speaker's mention, for a cue whose words begin at `start`."""
    subject = weights["subject"]
    if speaker is None:
        return subject["none"]
    tags, first, stop = tape.tags, speaker.start, speaker.stop
    letter = tags[first]
    total = weights["behind"].get(tags[first - 1], 0)
    if letter == "i" and again:  # `It said … and urged …`
        letter = "H"  # `It described … and urged …`: what spoke before
    if letter == "D" and tape.word(first) not in _ARTICLES:
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
