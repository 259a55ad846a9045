"""Frames: what a verb, noun or adjective of saying and thinking opens, and who says it."""

from __future__ import annotations

from corpuskit.scan import Example
from corpuskit_quotes.openings import Opening, content_of, gap_clause
from corpuskit_quotes.phrases import (
    Phrase,
    Reported,
    clause_subject,
    group_start,
    is_passive,
    is_verb,
    noun_phrase_in,
    subject_before,
)
from corpuskit_quotes.rules.base import QuoteRule
from corpuskit_quotes.tape import Tape
from corpuskit_quotes.vocabulary import Cue, cue_at

__all__ = ["RULES", "reported_at"]


def _frame(name: str, about: str, marked: str, value: str, *no: str) -> QuoteRule:
    return QuoteRule(id=f"quotes.{name}", about=about, yes=(Example(marked, value),), no=no)


RULES = (
    _frame(
        "verb_that",
        "A verb and a that-clause.",
        "The mayor said on Monday [[that the bridge was safe]].",
        "indirect: The mayor",
        "The bridge that he mended has held.",
    ),
    _frame(
        "verb_bare",
        "A verb and a clause without `that`.",
        "The mayor said [[the bridge was “safe”]], adding that she used it.",
        "mixed: The mayor",
        "The mayor said nothing.",
    ),
    _frame(
        "verb_to",
        "A verb and an infinitive.",
        "The council vowed [[to mend the bridge by May]].",
        "indirect: The council",
        "The council went to mend the bridge.",
    ),
    _frame(
        "verb_wh",
        "A verb and a clause with how, what, whether or if.",
        "Sol explained [[how the bridge was built]].",
        "indirect: Sol",
    ),
    _frame(
        "verb_ing",
        "A verb and a gerund.",
        "He denied [[taking money from the firm]].",
        "indirect: He",
    ),
    _frame(
        "verb_np",
        "A verb and its object.",
        "Residents criticized [[the plan]] and left.",
        "indirect: Residents",
        "The debate drew a crowd.",
        "He opened the bridge.",
    ),
    _frame(
        "verb_prep",
        "A verb, its preposition and what follows.",
        "The council called for [[“calm and reason”]].",
        "mixed: The council",
        "The council stayed for lunch.",
    ),
    _frame(
        "verb_object_prep",
        "A verb, an object, a preposition and what follows: the charge in `accused X of …`.",
        "The council has accused the firm of [[hiding the rust from inspectors]].",
        "indirect: The council",
        "The accused man ran.",
    ),
    _frame(
        "verb_object_to",
        "A verb with an object that is to do something.",
        "The mayor urged [[drivers to take the ferry]].",
        "indirect: The mayor",
    ),
    _frame(
        "passive_that",
        "A passive verb and a that-clause; it names no speaker.",
        "Drivers were told [[that the bridge was closed]].",
        "indirect: -",
    ),
    _frame(
        "passive_to",
        "A passive verb and an infinitive; it names no speaker.",
        "[[The bridge is expected to open in May]].",
        "indirect: -",
    ),
    _frame(
        "passive_wh",
        "A passive verb and a wh-clause; it names no speaker.",
        "Sol was asked [[whether the bridge was safe]].",
        "indirect: -",
    ),
    _frame(
        "passive_prep",
        "A passive verb, its preposition and what follows; it names no speaker.",
        "Asked about [[the bridge]], Sol smiled.",
        "indirect: -",
    ),
    _frame(
        "adjective_that",
        "An adjective behind a form of be, and a that-clause.",
        "Sol was confident [[that the bridge would hold]].",
        "indirect: Sol",
        "Sol was proud.",
    ),
    _frame(
        "adjective_to",
        "An adjective behind a form of be, and an infinitive.",
        "Sol was reluctant [[to close the bridge]].",
        "indirect: Sol",
    ),
    _frame(
        "adjective_prep",
        "An adjective behind a form of be, its preposition and what follows.",
        "Drivers were critical of [[the plan]].",
        "indirect: Drivers",
    ),
    _frame(
        "noun_that",
        "A noun with an owner, who is the speaker, and a that-clause.",
        "There was little left of her promise [[that the bridge would hold]].",
        "indirect: her",
        "The promise that the bridge would hold was old.",
    ),
    _frame(
        "noun_prep",
        "A noun with an owner, who is the speaker, its preposition and what follows.",
        "His call for [[a new bridge]] was heard.",
        "indirect: His",
        "The call for a new bridge was heard.",
    ),
)

_PASSIVE_TAKES = frozenset(["that", "to", "wh", "about", "addressee"])
_OWNERS = frozenset("mhS")
_ELLIPTIC = frozenset(["ask", "press", "question"])
_OPENERS = frozenset(["", "\n", "|", "w", "s", ","])
"""`Asked whether …`, `when pressed about …`: passives without a form of be."""


def reported_at(
    tape: Tape, index: int, first: int, stop: int, before: Phrase | None, lead: int
) -> Reported | None:
    """The attribution of the cue at token `index` in a sentence from `first` to `stop`.

    Args:
        lead: the comma behind a clause in front of the main one, or `first`.
        before: the speaker of the attribution before it in the sentence, for verbs without a
            subject of their own.
    """
    cue = cue_at(tape, index)
    if cue is None:
        return None
    letter = tape.tags[index]
    if letter in "BZK" and cue.noun and (letter == "K" or tape.tags[index - 1] in "DmhSJ#"):
        return _noun(tape, index, cue, first, stop)
    start = group_start(tape, index)
    passive = letter in "JVU" and is_passive(tape, start, index)
    if letter in "VU" and cue.lemma in _ELLIPTIC and tape.tags[start - 1 : start] in _OPENERS:
        passive = True
    if letter == "J" or (passive and cue.adjective):
        kind, takes = "adjective", cue.adjective if passive else frozenset[str]()
    elif letter == "K" or not is_verb(tape, index, start):
        return None
    elif passive:
        kind, takes = "passive", cue.verb & _PASSIVE_TAKES
    else:
        kind, takes = "verb", cue.verb
    if not takes:
        return None
    found = content_of(tape, index, takes, stop)
    if found is None and kind == "verb" and "bare" in takes:
        found = gap_clause(tape, index, start, stop)
    if found is None:
        return None
    speaker = None
    if kind != "passive":
        speaker = _speaker(tape, letter, start, first, before)
        spoken = "quote" in cue.verb
        if not _is_likely(tape, found.frame, speaker, start, lead=index < lead, spoken=spoken):
            return None
    reported = _reported(kind, found, speaker, start)
    if reported.rule == "quotes.passive_to":
        return _with_subject(tape, reported, first, start)
    return reported


def _with_subject(tape: Tape, reported: Reported, first: int, start: int) -> Reported:
    """`The bridge is expected to open`: the subject is part of what is expected."""
    subject = subject_before(tape, start)
    if subject is None or subject.first < first or tape.tags[subject.first] == "i":
        return reported
    return reported._replace(contents=(subject, *reported.contents))


def _is_likely(
    tape: Tape, frame: str, speaker: Phrase | None, start: int, *, lead: bool, spoken: bool
) -> bool:
    """Whether somebody is there to say it. Objects and infinitives need better evidence.

    Each of these turned down more than three wrong ones for one right one on development data.
    """
    if speaker is None:
        return lead
    if tape.word(speaker.first) == "nobody":
        return False
    before, subject = tape.tags[start - 1] if start else "|", tape.tags[speaker.first]
    if frame in ("np", "to", "prep") and subject == "i":
        return False
    if frame == "np":
        return before not in "tTps"
    return frame != "to" or subject != "W" or spoken


def _reported(kind: str, found: Opening, speaker: Phrase | None, start: int) -> Reported:
    rule = f"quotes.{kind}_{found.frame}"
    return Reported(rule, (found.content,), speaker, Phrase(start, found.cue_stop))


def _speaker(
    tape: Tape, letter: str, start: int, first: int, before: Phrase | None
) -> Phrase | None:
    """The subject right before the verb, the sentence's last speaker, or its main subject."""
    near = subject_before(tape, start) if tape.tags[start - 1] != "," or letter != "G" else None
    if near is not None and near.first < first:
        near = None
    if near is not None and (letter != "G" or tape.word(near.first - 1) == "with"):
        return near
    return before or clause_subject(tape, first, start) or near


def _noun(tape: Tape, index: int, cue: Cue, first: int, stop: int) -> Reported | None:
    """`his claim that …`, `the council's call for …`."""
    begin = index
    while begin > first and tape.tags[begin - 1] in "NJRe#":
        begin -= 1
    owner = tape.tags[begin - 1] if begin > first else ""
    found = content_of(tape, index, cue.noun, stop) if owner in _OWNERS else None
    if found is None:
        return None
    if found.frame == "prep":
        found = found._replace(content=noun_phrase_in(tape, found.content))
    if owner == "S":
        return _reported("noun", found, subject_before(tape, begin - 1), begin)
    return _reported("noun", found, Phrase(begin - 1, begin), begin)
