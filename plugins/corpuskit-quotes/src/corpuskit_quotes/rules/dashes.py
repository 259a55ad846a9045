"""Dashes: `— It is safe, — said Sol. — It always was.`: a dash opens what is said, no marks do."""

from __future__ import annotations

import re

from corpuskit.scan import Example
from corpuskit_quotes.rules.base import QuoteRule
from corpuskit_quotes.sentence.phrases import SUBJECT, Phrase, Reported, is_free
from corpuskit_quotes.sentence.tape import Tape

__all__ = ["DASHED", "RULES", "dashed_in"]

DASHED = QuoteRule(
    id="quotes.dashed",
    about=(
        "A paragraph that begins with a long dash, and a verb of saying with its speaker behind a "
        "comma or a second dash: what stands in front of them and behind a third dash is said."
    ),
    pattern=(
        rf"(?:[,.]\n?-|,)(?:(?P<v>[VZ])R*(?P<s>{SUBJECT})|(?<=-)(?P<s2>{SUBJECT})(?P<v2>[VZ]))"
    ),
    yes=(
        Example("It rained.\n\n— [[It is safe, — said Sol. — It always was.]]", "direct: Sol"),
        Example("It rained.\n\n— [[It is safe]], said Ana Sol.", "direct: Ana Sol"),
        Example("It rained.\n\n— [[Is it safe?]] — she asked.", "direct: she"),
    ),
    no=("It rained.\n\n— The bridge, built by Ana Sol, is shut.", "Lund — Sol left."),
)

RULES = (DASHED,)

_LINE = re.compile(r"(?<![^|])-(?P<line>[^|]+)")
_LONG = frozenset("\u2012\u2013\u2014\u2015")
_REST = re.compile(r"(?:,?[^,.\n|;:-]{1,20})?[,.]?\n?-(?P<rest>[^|]+)")


def dashed_in(tape: Tape, taken: bytearray) -> list[Reported]:
    """What is said in the paragraphs that begin with a dash and name a speaker."""
    found: list[Reported] = []
    if not tape.tags.startswith("-") and tape.tags.find("|-") == -1:
        return found
    for line in _LINE.finditer(tape.tags):
        if tape.raw[tape.starts[line.start()]] not in _LONG:
            continue
        one = _spoken(tape, *line.span("line"))
        if one is not None and is_free(one.contents, taken):
            found.append(one)
    return found


def _spoken(tape: Tape, first: int, stop: int) -> Reported | None:
    for match in DASHED.matcher.finditer(tape.tags, first, stop):
        form = "" if match.group("v") else "2"
        if match.start() == first or not tape.quotes(match.start(f"v{form}")):
            continue
        contents = [Phrase(first, match.start() + (tape.tags[match.start()] == "."))]
        rest = _REST.match(tape.tags, match.end(), stop)
        if rest is not None:
            contents.append(Phrase(*rest.span("rest")))
        speaker, cue = Phrase(*match.span(f"s{form}")), Phrase(*match.span(f"v{form}"))
        return Reported(DASHED.id, tuple(contents), speaker, cue)
    return None
