"""Pointing: whom an age, a nation or another word for the same party stands for."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from corpuskit import Span
from corpuskit.scan import Lexicon
from corpuskit_quotes.sentence.phrases import Phrase
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.vocabulary import used_as
from corpuskit_quotes.who.cast import Cast, Described, Figure

__all__ = ["also_called", "last_person", "nameless_before", "points_back"]

_GOES_ON = re.compile(r"[^\n|]+(?:\nQ)*\|Q,?")
"""The rest of a sentence, what is in marks behind it, and what opens the next paragraph."""
_NATIONALS = used_as("national")


def points_back(tape: Tape, phrase: Phrase) -> bool:
    """Whether a phrase is an age or a nation, for somebody who was named before: `the 24-year-old`,
    `the 24-year-old striker`, `the Italian`."""
    first, stop = phrase.start, phrase.stop
    if stop - first < 2 or tape.word(first) != "the":
        return False
    if tape.tags[first + 1] == "#":
        return tape.word(first + 1).endswith("-year-old") and "C" not in tape.tags[first:stop]
    return stop - first == 2 and tape.word(first + 1) in _NATIONALS


def last_person(
    tape: Tape, cast: Cast, spoken: Sequence[tuple[Phrase, Figure]], span: Span
) -> Figure | None:
    """The person who spoke or was named last, in the paragraph of `span` or the one before."""
    paragraph = tape.tags.rfind("|", 0, tape.at(span.start))
    first = tape.tags.rfind("|", 0, max(0, paragraph)) + 1
    for phrase, figure in reversed(spoken):
        if phrase.start < first:
            break
        if figure.kind == "person":
            return figure
    return cast.last_person(tape.starts[first], span.start)


def nameless_before(
    tape: Tape,
    cast: Cast,
    spoken: Sequence[tuple[Phrase, Figure]],
    phrase: Phrase,
    gender: str | None,
) -> Figure | None:
    """Whom `he` or `she` stands for where a person without a name spoke last, in the sentence
    before: `The clerk said it was late. He said …`; or in the paragraph before, and this one
    opens with what was said, nobody named between: `“We close,” he said.`"""
    if gender is None or not spoken:
        return None
    last, figure = spoken[-1]
    if not isinstance(figure, Described) or figure.kind != "person":
        return None
    said = tape.tags[last.start : phrase.start]
    if said[:1] == "W":
        return None
    if "|" in said:
        if not _GOES_ON.fullmatch(said) or cast.last_person(
            tape.starts[last.stop], tape.starts[phrase.start]
        ):
            return None
    elif said.count("\n") != 1:
        return None
    return figure if figure.gender in (None, gender) else None


@functools.cache
def also_called() -> dict[str, dict[str, frozenset[str]]]:
    """Nouns by which a party may be called, too, with the words of which its name must have one."""
    rows = Lexicon.from_package("corpuskit_quotes", "same.tsv").entries
    beside = {row.term: frozenset(row["with"].split(", ")) - {""} for row in rows}
    return {
        row.term: {other.term: beside[other.term] for other in rows if other["same"] == row["same"]}
        | {row.term: frozenset()}
        for row in rows
    }
