"""Openings: what a cue introduces, by the codes that the lexicon gives it."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from corpuskit_quotes.clauses import clause_end, phrase_end
from corpuskit_quotes.phrases import SUBJECT, Phrase, subject_before
from corpuskit_quotes.tape import Tape
from corpuskit_quotes.vocabulary import PHRASAL, WITH_OBJECT

__all__ = ["CONCEDING", "Opening", "content_of", "gap_clause", "opens_clause"]


class Opening(NamedTuple):
    """What follows a cue.

    Attributes:
        frame: how it opens: "that", "bare", "to", "wh", "ing", "np", "prep", "object_prep",
            "object_to".
        code: the lexicon's code that lets it.
        content: its tokens.
        cue_stop: the end of the words that belong to the cue.
    """

    frame: str
    code: str
    content: Phrase
    cue_stop: int


_LATER_THAT = re.compile(r"[^.;:TQqWwxVvZz\n]{1,18}(?=T[^.xvVzZ])")
_SKIP = re.compile(r"(?:,R+,)?(?:p?[YR]#?|p[Dm]?[NK](?![NCJ])(?=[TQ,w]))*")
_BARE = re.compile(rf"R?{SUBJECT}(?:t(?=[Dm]){SUBJECT})?(?:,[^,.\n|;:]{{1,25}},)?[xrR]*[xVvZzeBuU]")
_ADDRESSEE = re.compile(
    r"(?:[oHih]|[Dmh]?(?:[NCKJ#eSgq(]|[BZuz](?=[NCKJ])){1,8}\)?[NCKJ#eSgq]{0,4}"
    r"(?:[fp][Dmh]?[NCKJ#eSgq(]{1,6}\)?){0,2})(?:[pR]*Y#?)?"
)
CONCEDING = frozenset(["while", "although", "though", "if", "because", "since"])
"""Subordinators that open a clause in front of what is said and belong to it."""
_CONCEDED = re.compile(rf"s[^,.\n|;:]{{2,40}},(?:[Qq]|{SUBJECT}[xrR]*[xVvZz])")
_PREPOSITIONS = frozenset("of for about on in with against at like out over by".split())
_INFINITIVE = re.compile(r"r?tr?R?[BuxVUvQqKN]")


def content_of(tape: Tape, index: int, takes: frozenset[str], stop: int) -> Opening | None:
    """What follows the cue at token `index` in a sentence that ends at `stop`, or None."""
    tags = tape.tags
    begin = index + 1
    if begin < stop and tags[begin] in ",pYR":
        begin = _skipped(tape, begin, stop)
    if begin >= stop:
        return None
    if PHRASAL in takes:
        phrasal = _phrasal(tape, index, takes, stop)
        if phrasal is not None:
            return phrasal
    found = _opening(tape, index, begin, takes, stop)
    if "addressee" in takes and (found is None or found.frame == "np"):
        match = _ADDRESSEE.match(tags, begin, stop)
        if match is not None:
            begin = _skipped(tape, match.end(), stop)
            told = _opening(tape, index, begin, takes - {"np"}, stop) if begin < stop else None
            found = told or found
    if (found is None or found.frame == "np") and {"that", "quote"} <= takes:
        later = _LATER_THAT.match(tags, index + 1, stop)
        if later is not None:
            found = _clause("that", "that", tape, later.end(), stop, index + 1) or found
    return found


def opens_clause(tape: Tape, begin: int) -> bool:
    """Whether a clause with a verb of its own begins at token `begin`."""
    return tape.tags[begin] == "T" or _BARE.match(tape.tags, begin) is not None


def gap_clause(tape: Tape, index: int, start: int, stop: int) -> Opening | None:
    """`the bridge, which he said was safe`: a clause whose subject is the relative in front."""
    if index + 1 >= stop or tape.tags[index + 1] not in "xVvzR":
        return None
    subject = subject_before(tape, start)
    if subject is None or tape.tags[subject.first - 1 : subject.first] not in ("W", "T", "w"):
        return None
    return _clause("bare", "bare", tape, index + 1, stop, index + 1)


def _phrasal(tape: Tape, index: int, takes: frozenset[str], stop: int) -> Opening | None:
    """`pointed out that …`, `took issue with …`, `made it clear that …`: codes with a `!`."""
    last = index + 1
    if last < stop and tape.tags[last] == "i":
        last += 1
    if last + 1 >= stop:
        return None
    prefix = tape.word(last) + "!"
    after = _after(takes, prefix)
    found = _opening(tape, last, last + 1, after, stop) if after else None
    return found._replace(code=prefix + found.code) if found is not None else None


@functools.lru_cache(maxsize=1 << 12)
def _after(takes: frozenset[str], word: str) -> frozenset[str]:
    """The codes of what may follow `word` behind a cue, by the codes of the cue."""
    codes = {code[len(word) :] for code in takes if code.startswith(word)}
    return frozenset(codes | {WITH_OBJECT} if any(code[-1] in "23" for code in codes) else codes)


def _skipped(tape: Tape, begin: int, stop: int) -> int:
    """Behind the day, the place and the adverbs that may follow a cue."""
    match = _SKIP.match(tape.tags, begin, stop)
    return match.end() if match else begin


def _opening(
    tape: Tape, index: int, begin: int, takes: frozenset[str], stop: int
) -> Opening | None:
    tags = tape.tags
    letter = tags[begin]
    if letter == "T" and "that" in takes and tags[begin + 1 : begin + 2] not in (".", ""):
        return _clause("that", "that", tape, begin, stop, index + 1)
    if letter in "tr":
        if "to" in takes and _INFINITIVE.match(tags, begin, stop):
            return _clause("to", "to", tape, begin, stop, index + 1)
        if "+to" in takes and letter == "t":
            return _object("prep", "+to", tape, begin + 1, stop, begin + 1)
        return None
    conceded = _CONCEDED.match(tags, begin, stop) if letter == "s" and "bare" in takes else None
    if conceded is not None and tape.word(begin) in CONCEDING:
        return _clause("bare", "bare", tape, begin, stop, index + 1)
    if "wh" in takes and (letter in "wW" or (letter == "s" and tape.word(begin) == "if")):
        return _clause("wh", "wh", tape, begin, stop, index + 1)
    if letter in "fpa" or (letter == "s" and tape.word(begin) in _PREPOSITIONS):
        word = tape.word(begin)
        return _object("prep", word, tape, begin + 1, stop, begin + 1) if word in takes else None
    if letter == "," and "quote" in takes and tags[begin + 1 : begin + 2] in ("q", "Q"):
        return _clause("bare", "quote", tape, begin + 1, stop, index + 1)
    if letter in "Qq" and "quote" in takes:
        return _clause("bare", "quote", tape, begin, stop, index + 1)
    if "bare" in takes and _BARE.match(tags, begin, stop):
        return _clause("bare", "bare", tape, begin, stop, index + 1)
    if letter in "gG" and "ing" in takes:
        return _clause("ing", "ing", tape, begin, stop, index + 1)
    if WITH_OBJECT in takes:
        split = _split_object(tape, begin, takes, stop)
        if split is not None:
            return split
    if "np" in takes and (letter in "DmhNCJ#eqQoiHKSBgz"):
        return _object("np", "np", tape, begin, stop, index + 1)
    return None


def _split_object(tape: Tape, begin: int, takes: frozenset[str], stop: int) -> Opening | None:
    """`accused him of …`: what follows; `urged them to …`: the object and what follows."""
    match = _ADDRESSEE.match(tape.tags, begin, stop)
    if match is None:
        return None
    for index in range(begin + 1, min(match.end() + 6, stop)):
        if tape.tags[index] in "xvVzT":
            break  # a clause of its own
        if tape.tags[index] not in "fpta" or tape.tags[index + 1] == "Y":
            continue
        word = tape.word(index)
        if word + "2" in takes:
            index = _before_gerund(tape, index, word, stop)
            return _object("object_prep", word + "2", tape, index + 1, stop, index + 1)
        if word + "3" in takes:
            if word != "to":
                return _object("object_prep", word + "3", tape, begin, stop, begin)
            if _INFINITIVE.match(tape.tags, index, stop):
                return _clause("object_to", "to3", tape, begin, stop, begin)
    return None


def _before_gerund(tape: Tape, index: int, word: str, stop: int) -> int:
    """The next such preposition with a gerund behind it; `index` itself if there is none."""
    for other in range(index, min(index + 10, stop - 1)):
        if tape.tags[other] in ",;:-":
            break
        if tape.word(other) == word and tape.tags[other + 1] in "gG":
            return other
    return index


def _clause(frame: str, code: str, tape: Tape, begin: int, stop: int, cue: int) -> Opening | None:
    end = clause_end(tape, begin, stop)
    return Opening(frame, code, Phrase(begin, end), cue) if end > begin else None


def _object(frame: str, code: str, tape: Tape, begin: int, stop: int, cue: int) -> Opening | None:
    if begin >= stop:
        return None
    end = phrase_end(tape, begin, stop)
    return Opening(frame, code, Phrase(begin, end), cue) if end > begin else None
