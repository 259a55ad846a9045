"""Headlines: `Minister: Road is open` and `Road is open — minister`, which have no verb of saying."""

from __future__ import annotations

import functools
import re

from corpuskit.scan import Lexicon
from corpuskit_quotes.phrases import Phrase, Reported
from corpuskit_quotes.tape import Tape

__all__ = ["headline"]

_COLON = re.compile(r"(?P<s>D?[NJ]{0,2}[CN][NCJKSf#&pD]{0,5}):(?=[^\n|]{3})")
_DASH = re.compile(r"[^\n|-]{4,}-(?P<s>D?[NJCK#]{0,4}[NCK](?:f[NC]{1,2})?)\Z")
_CLAUSE = re.compile(r"[xvVzZegGuBN]")


def headline(tape: Tape, first: int, stop: int, taken: frozenset[int]) -> Reported | None:
    """The attribution that a headline makes by its punctuation alone.

    Only the first block of an article, headlines and key points are looked at.
    """
    if not tape.is_heading(first):
        return None
    found = _labelled(tape, first, stop) or _signed(tape, first, stop)
    if found is None or any(t in taken for c in found.contents for t in range(c.first, c.stop)):
        return None
    return found


def _labelled(tape: Tape, first: int, stop: int) -> Reported | None:
    match = _COLON.match(tape.tags, first, stop)
    if match is None or _is_label(tape.text(*match.span("s"))):
        return None
    last = _trimmed(tape.tags, match.end(), stop)
    if last - match.end() < 3:
        return None
    speaker = Phrase(*match.span("s"))
    content = Phrase(match.end(), last)
    return Reported("quotes.headline_colon", (content,), speaker, Phrase(speaker.stop, match.end()))


def _signed(tape: Tape, first: int, stop: int) -> Reported | None:
    match = _DASH.match(tape.tags, first, stop)
    if match is None:
        return None
    start, end = match.span("s")
    if _CLAUSE.search(tape.tags, first, start - 1) is None or _is_label(tape.text(start, end)):
        return None
    content = Phrase(first, _trimmed(tape.tags, first, start - 1))
    return Reported(
        "quotes.headline_dash", (content,), Phrase(start, end), Phrase(start - 1, start)
    )


def _is_label(text: str) -> bool:
    """Whether the words name a rubric ("The Latest", "Exclusive") and nobody who speaks."""
    words = text.lower().split()
    return words[-1] in _labels() or words[0] in _labels()


@functools.cache
def _labels() -> frozenset[str]:
    return frozenset(Lexicon.from_package("corpuskit_quotes", "rubrics.tsv"))


def _trimmed(tags: str, first: int, stop: int) -> int:
    while stop > first and tags[stop - 1] in ",.;:-&":
        stop -= 1
    return stop
