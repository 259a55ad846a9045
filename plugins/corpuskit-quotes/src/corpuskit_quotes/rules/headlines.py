"""Headlines: `Minister: Road is open` and `Road is open — minister`, without a verb of saying."""

from __future__ import annotations

import functools
import re

from corpuskit.scan import Example, Lexicon
from corpuskit_quotes.rules.base import QuoteRule
from corpuskit_quotes.sentence.clauses import trimmed
from corpuskit_quotes.sentence.phrases import SUBJECT, Phrase, Reported, is_free
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.vocabulary import used_as

__all__ = ["RULES", "headline", "is_rubric"]

COLON = QuoteRule(
    id="quotes.headline_colon",
    about="A headline or key point that begins with a speaker, no rubric, and a colon.",
    pattern=r"(?P<s>D?[NJ]{0,2}[CN][NCJKSf#&pD]{0,5}):(?=[^\n|]{3}|[^\n|]*[qQ])",
    yes=(
        Example("Mayor Sol: [[Bridge over the Lund is safe]]", "indirect: Mayor Sol"),
        Example("Poll: [[Most in Lund trust the bridge]]", "indirect: Poll"),
    ),
    no=(
        "The Latest: Bridge over the Lund is closed",
        "Exclusive: Bridge closed again",
        "Lund: Bridge is safe again, engineers say",
    ),
)
DASH = QuoteRule(
    id="quotes.headline_dash",
    about="A headline or key point that ends with a dash and a speaker.",
    pattern=r"[^\n|-]{4,}-(?P<s>D?[NJCK#]{0,4}[NCK](?:f[NC]{1,2})?)\Z",
    yes=(
        Example(
            "[[Bridge over the Lund being mended in haste]] — transport minister",
            "indirect: transport minister",
        ),
        Example("[[‘Rust’ found in the bridge over the Lund]] – Sol", "mixed: Sol"),
    ),
    no=("Bridge over the Lund is closed - photos",),
)

QUOTED = QuoteRule(
    id="quotes.headline_quoted",
    about="A headline or key point that begins with speech in marks, a colon and a clause.",
    pattern=r"(?P<q>[Qq])[:-](?P<s>D?[NJKC]{1,4})(?P<v>[ZVB])(?=[^\n|])",
    yes=(
        Example("‘[[We feared for our lives]]’: families condemn report", "direct: families"),
        Example("‘[[I feared for my life]]’: court hears of bridge raid", "direct: -"),
    ),
    no=("‘Rust’ fears: bridge over the Lund is closed",),
)

RULES = (COLON, DASH, QUOTED)
_HEARING = used_as("hearing")
_COURTS = used_as("court")
_FEWEST = 3
"""Words in marks that a headline quotes, at least: one or two may be a term."""

_SCORE = re.compile(r"\d[-\u2013]\d")
_SAID_BEHIND = re.compile(rf",{SUBJECT}[VZB]\.?\Z")
_CLAUSE = re.compile(r"[xvVzZegGuBN]")


def headline(tape: Tape, first: int, stop: int, taken: bytearray) -> Reported | None:
    """The attribution that a sentence of a heading makes by its punctuation alone."""
    found = _labelled(tape, first, stop) or _signed(tape, first, stop) or _quoted(tape, first, stop)
    return found if found is not None and is_free(found.contents, taken) else None


def _labelled(tape: Tape, first: int, stop: int) -> Reported | None:
    match = COLON.matcher.match(tape.tags, first, stop)
    if match is None or is_rubric(tape.text(range(*match.span("s")))):
        return None
    last = trimmed(tape.tags, match.end(), stop)
    if _SCORE.search(tape.text(range(*match.span("s")))) is not None:
        return None  # `Rovers 3-2 Athletic: …`
    if last - match.end() < 3 and not tape.stretches_in(range(match.end(), last)):
        return None
    if _SAID_BEHIND.search(tape.tags, match.end(), stop):
        return None  # the label is what it is about
    label = Phrase(*match.span("s"))
    speaker = None if tape.word(label.stop - 1) in _COURTS else label  # `Inquest: Man fell`
    content = Phrase(match.end(), last)
    return Reported(COLON.id, (content,), speaker, Phrase(label.stop, match.end()))


def _signed(tape: Tape, first: int, stop: int) -> Reported | None:
    match = DASH.matcher.match(tape.tags, first, stop)
    if match is None:
        return None
    start, end = match.span("s")
    if _CLAUSE.search(tape.tags, first, start - 1) is None or is_rubric(
        tape.text(range(start, end))
    ):
        return None
    content = Phrase(first, trimmed(tape.tags, first, start - 1))
    return Reported(DASH.id, (content,), Phrase(start, end), Phrase(start - 1, start))


def _quoted(tape: Tape, first: int, stop: int) -> Reported | None:
    match = QUOTED.matcher.match(tape.tags, first, stop)
    if match is None or len(tape.text(range(first, first + 1)).split()) < _FEWEST:
        return None
    told = tape.word(match.start("v")) in _HEARING  # `court hears of raid`
    speaker = None if told else Phrase(*match.span("s"))
    return Reported(QUOTED.id, (Phrase(first, first + 1),), speaker, Phrase(first + 1, first + 2))


def is_rubric(text: str) -> bool:
    """Whether the words name a rubric ("The Latest", "Exclusive") and nobody who speaks."""
    words = text.lower().split()
    return words[-1] in _labels() or words[0] in _labels()


@functools.cache
def _labels() -> frozenset[str]:
    return frozenset(Lexicon.from_package("corpuskit_quotes", "rubrics.tsv"))
