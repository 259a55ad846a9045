"""Naming: which figure a phrase names: by its head, an apposition, or as the author of a text."""

from __future__ import annotations

import re

from corpuskit import Span
from corpuskit_quotes.sentence.phrases import Phrase
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.vocabulary import used_as
from corpuskit_quotes.who.cast import Cast, Figure, noun_before, past_titles

__all__ = ["is_owner", "named_by", "written_name"]

_HEAD_NAME = re.compile(r"(?P<name>C{2,5})\Z")
_RANKED = used_as("ranked")
_PRESENTED = re.compile(r"D?(?P<age>#(?:N[NJ])?)?(?:v(?=[NKJC]))?[NKJC]{0,4}(?:[Bu]|(?P<named>V))?")
"""`22-year-old`, `a 22-year-old nurse`, `retired teacher`, `volunteer`, `a nurse named`."""
_AGES = ("-old", " old")
_NAMED = used_as("named")
_OF_ANOTHER = re.compile(r"[fp][Dm]")
_RELATIONS = used_as("relation")
_NOUNS = re.compile(r"[NKJ]{0,2}[NKB]")
_TITLE_OF = re.compile(r"CfD?[NCK]{1,3}")


def named_by(tape: Tape, cast: Cast, phrase: Phrase, span: Span, head: int) -> Figure | None:
    """The figure a phrase names: its head, else an apposition, else a text's author."""
    behind, closes = tape.starts[head], tape.starts[head - 1]
    owned = "S" in tape.tags[phrase.start : phrase.stop]
    best: tuple[int, Figure] | None = None
    office = False
    relative = tape.tags.find("W", head, phrase.stop)
    for start, end, number in cast.named(span):
        if -1 < relative < tape.at(start):
            break  # `the minister, who spoke through an aide, Jon Vik,`
        if owned and is_owner(tape, end, phrase):
            continue
        figure = cast.figure(number)
        if start < behind:
            if end > closes and not (figure.kind != "person" and _is_rank(tape, head)):
                office = end > behind and _is_office(tape, end, phrase)
                if not office:
                    return figure
            elif end <= closes and _is_lettered(tape, figure, end, behind):
                return figure
            continue
        first, stop = tape.at(start), tape.at(end - 1) + 1
        if figure.kind == "person" and (office or _is_titled(tape, phrase, first)):
            rank = 0
        elif _in_apposition(tape, phrase, first) or (
            figure.kind == "person" and _is_presented(tape, head, first, stop)
        ):
            if figure.kind != "person" and tape.tags[head - 1] == "C":
                continue  # `Sol, of Lund`
            rank = 1 if figure.kind == "person" else 2
        elif figure.kind == "person" and _is_document(tape, head):
            rank = 3
        else:
            continue
        if best is None or rank < best[0]:
            best = (rank, figure)
    return best[1] if best is not None else None


def written_name(tape: Tape, phrase: Phrase, head: int) -> Figure | None:
    """A name of two words or more that the layer does not have, as head."""
    match = _HEAD_NAME.search(tape.tags, phrase.start, head)
    if match is None:
        return None
    stop = match.end("name")
    first = past_titles(tape, match.start("name"), stop)[0]
    if stop - first < 2:
        return None
    return Figure(tape.text(range(first, stop)), "person")


def is_owner(tape: Tape, end: int, phrase: Phrase) -> bool:
    """Whether a name that ends at `end` owns what follows in the phrase."""
    stop = tape.at(end - 1) + 1
    return stop + 1 < phrase.stop and tape.tags[stop] == "S"


def _is_rank(tape: Tape, head: int) -> bool:
    """Whether a rank in capitals closes a phrase's head: `the SP`, `SP (Rural) Ana Sol`."""
    return tape.word(head - 1) in _RANKED


def _is_lettered(tape: Tape, figure: Figure, end: int, behind: int) -> bool:
    """Whether nothing but an honour in capitals follows a person's name: `Ana Sol KC`."""
    letters = tape.raw[end:behind].strip()
    return figure.kind == "person" and letters.isupper() and letters.isalpha() and len(letters) < 5


def _is_office(tape: Tape, end: int, phrase: Phrase) -> bool:
    """Whether what a name that ends at `end` is of follows: `the Board of Trade chairman`."""
    first = tape.at(end - 1) + 1
    nouns = _NOUNS.match(tape.tags, first, phrase.stop)
    if nouns is None:
        return False
    entry = noun_before(tape, nouns.end())[1]
    return entry is not None and entry["kind"] == "person"


def _in_apposition(tape: Tape, phrase: Phrase, index: int) -> bool:
    """Whether token `index` stands right behind a comma or bracket of the phrase, titles left
    out."""
    tags = tape.tags
    while index > phrase.start and tags[index - 1] in "NCKJD":
        index -= 1
    return index > phrase.start and tags[index - 1] in ",)"


def _is_presented(tape: Tape, head: int, first: int, stop: int) -> bool:
    """Whether a person's name, tokens first to stop, stands behind an age or a calling in an
    apposition to one party: `a farmer, 40-year-old Jon Arvel`."""
    comma = tape.tags.rfind(",", head, first)
    found = _PRESENTED.fullmatch(tape.tags, comma + 1, first) if comma != -1 else None
    if found is None or tape.tags[stop] == "&" or noun_before(tape, head)[2]:
        return False
    if found["age"] and not tape.text(range(*found.span("age"))).endswith(_AGES):
        return False
    if found["named"] and tape.word(first - 1) not in _NAMED:
        return False
    if _OF_ANOTHER.search(tape.tags, head, comma) is None:
        return True
    _, entry, plural = noun_before(tape, comma)
    if plural or (entry is not None and entry["kind"] != "person"):
        return True
    return entry is None and tape.word(head - 1) not in _RELATIONS


def _is_titled(tape: Tape, phrase: Phrase, index: int) -> bool:
    """`Superintendent of Police Ana Sol`: a title with `of` right before a name."""
    first = phrase.start
    if _TITLE_OF.fullmatch(tape.tags, first, index) is None:
        return False
    title, between = noun_before(tape, first + 1), noun_before(tape, index)[1]
    known = title[1] is not None and title[1]["kind"] == "person" and not title[2]
    return known and (between is None or between["kind"] != "person")  # `Friend of Mayor Sol`


def _is_document(tape: Tape, head: int) -> bool:
    """`a post by Ana Sol`: a text has its author's words."""
    entry = noun_before(tape, head)[1]
    return entry is not None and entry["kind"] == "document"
