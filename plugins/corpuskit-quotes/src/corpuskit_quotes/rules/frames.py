"""Frames: what a verb, noun or adjective of saying and thinking opens, and who says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpuskit.scan import Example, Lexicon
from corpuskit_quotes.content.citing import passes_on, quoted_before, quotes_another
from corpuskit_quotes.content.evidence import is_likely
from corpuskit_quotes.content.gaps import gap_clause, gap_object, is_object
from corpuskit_quotes.content.openings import Opening, content_of
from corpuskit_quotes.rules.base import QuoteRule
from corpuskit_quotes.sentence.clauses import clause_end, past_aside
from corpuskit_quotes.sentence.phrases import (
    Phrase,
    Reported,
    clause_subject,
    group_start,
    is_denied,
    nearest_subject,
    noun_phrase_in,
    phrase_after,
    sentence_end,
    subject_before,
    witnessed,
)
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.sentence.times import PERIODS
from corpuskit_quotes.sentence.verbs import agent_after, is_passive, is_verb
from corpuskit_quotes.vocabulary import Cue, used_as
from corpuskit_quotes.who.cast import noun_before

__all__ = ["frame_rules", "reported_at"]


def frame_rules() -> Iterator[QuoteRule]:
    """One rule for each way to open; `lexicons/cues.tsv` tells which word opens which."""
    for row in Lexicon.from_package("corpuskit_quotes", "frames.tsv").entries:
        yield QuoteRule(
            id=f"quotes.{row.term}",
            about=row["about"],
            yes=(Example(row["yes"], row["finds"]),),
            no=tuple(filter(None, row["no"].split(" | "))),
        )


_OWNERS = frozenset("mhS")
_INSIDE = frozenset("xrRs")
"""What may stand within a verb group, beside a time: `had not said`, `had last week said`."""
_BEHIND_OBJECT = frozenset(["np", "prep"])
"""Frames of a verb whose object may stand in front: `a claim Sol called “a joke”`."""
_ASKING = used_as("asking")
_ANSWERING = used_as("answering")
_OPENERS = frozenset(["", "\n", "|", "w", "s", ","])
"""What stands in front of a passive without a form of be: `Asked whether …`."""
_WITH_SUBJECT = frozenset(["to", "prep", "np"])
"""Frames of a passive verb in which its subject is part of what is said."""


def reported_at(
    tape: Tape, index: int, first: int, stop: int, before: Phrase | None, lead: int
) -> Reported | None:
    """The attribution of the cue at token `index` in a sentence from `first` to `stop`.

    Args:
        lead: the comma behind a clause in front of the main one, or `first`.
        before: the speaker of the attribution before it in the sentence, for verbs without a
            subject of their own.
    """
    cue = tape.cue(index)
    if cue is None:
        return None
    tags = tape.tags
    letter, left = tags[index], tags[index - 1]
    if letter in "BZK" and cue.noun and (letter == "K" or left in "DmhSJ#"):
        return _noun(tape, index, cue, first, stop)
    inside = left in _INSIDE or tape.times[index - 1] != "-"
    start = group_start(tape, index) if inside else index
    if start == index and letter in "VU" and _is_participle(tape, index, cue):
        return None
    passive = letter in "JVU" and _reads_passive(tape, start, index, cue)
    if letter == "J" or (passive and cue.adjective):
        kind, takes = "adjective", cue.adjective if passive else frozenset[str]()
    elif letter == "K" or not is_verb(tape, index, start) or quotes_another(tape, cue, index, stop):
        return None
    elif passive:
        return _passive(tape, index, start, cue, first, stop, lead)
    else:
        kind, takes = "verb", cue.verb
    if not takes:
        return None
    if "raise" in takes:
        return _raised(tape, index, start, cue, first, stop, lead)
    found, gap = content_of(tape, index, takes, stop), None
    if kind == "verb" and (found is None or found.frame in _BEHIND_OBJECT):
        gap = gap_object(tape, index, start, takes, stop)
        if gap is None and found is None and "bare" in takes:
            gap = gap_clause(tape, index, start, stop)
        found = gap.found if gap is not None else found
    if found is None:
        return None
    quoted = quoted_before(tape, start) if letter == "G" else None
    if cue.lemma in _CLAIMING and _is_taken(tape, found):
        return None
    speaker = quoted or _speaker(tape, index, start, first, before, lead)
    if speaker is not None and is_denied(tape, speaker):
        return None
    if cue.lemma in _ANSWERING and "r" in tags[start:index]:
        return None  # `did not respond to a request for comment`: nothing is said
    contents = gap.contents if gap is not None else _contents(tape, first, speaker, found)
    speaker = gap.speaker if gap is not None else speaker
    one = Reported(f"quotes.{kind}_{found.frame}", contents, speaker, range(start, found.cue_stop))
    if quoted is None and not is_likely(
        tape, one, cue, found.code, index, in_lead=index < lead, again=speaker is before
    ):
        return None
    return one


def _is_participle(tape: Tape, index: int, cue: Cue) -> bool:
    """Whether a verb without an auxiliary says what was done to a noun: `when suspected rebels
    came`, `a guard, shown the door`."""
    tags = tape.tags
    if tags[index] == "U":
        return tape.word(index) != cue.lemma
    return tags[index] == "V" and tags[index - 1] in "swa" and tags[index + 1] in "NJ"


def _contents(tape: Tape, first: int, speaker: Phrase | None, found: Opening) -> tuple[Phrase, ...]:
    """The content that a verb opens in a sentence from token `first` on, in a relative clause up to
    its end, with the pronoun that is part of it."""
    if speaker is not None and tape.tags[speaker.start] == "W":
        return (_within_relative(tape, first, speaker.start, found),)
    if speaker is not None and found.frame == "bare" and is_object(tape, speaker.start - 1):
        pronoun = speaker.start - 1
        rest = _within_relative(tape, first, pronoun, found)
        if rest.start > pronoun:
            return (Phrase(pronoun, speaker.start), rest)
    return (found.content,)


def _is_taken(tape: Tape, found: Opening) -> bool:
    """Whether what is claimed is no claim: `The flood claimed twenty lives`, `Sol claimed gold`."""
    if found.frame not in ("np", "bare"):
        return False
    first, stop = found.content.start, min(found.content.stop, found.content.start + 5)
    for index in range(first, stop):
        if tape.word(index) in _TAKEN:
            return tape.tags[index + 1] not in "xvV"
    return False


_CLAIMING = used_as("claiming")
_TAKEN = used_as("claimed")
_MAIN_VERB = re.compile(r",[rR]*(?:[xvzVZe]|B(?=[TDmHt]))")
_FINITE = re.compile(r"[xvzVZ]")
_TO_MAIN_VERB = re.compile(r"t[xrR]*[uBVvUzK][^,.;:\n|xvzVZeTWwsHi&b-]*(?=[rR]*[xvzVZ])")


_TO_SECOND_VERB = re.compile(
    r"T?(?:[Hi]|[^xvVzZeTWwsHiQq,.;:\n|&b-]{1,12})(?:[rR]*x[xrR]*+[uBVvUzKNJeg]?+|(?:[vV]|(?<=[NCHi])[zZ])(?![rR]*x))"
    r"[^xvVzZeTWwsHiQq,.;:\n|&b-]{0,12}(?=[rR]*(?:x|[vVzZ](?=[DmCo])))"
)
"""A clause up to the verb of whom it is told: `those who say it is safe | use it`."""


def _within_relative(tape: Tape, sentence: int, pronoun: int, found: Opening) -> Phrase:
    """Content in a relative clause, up to the verb of what the pronoun stands for: `the firm, which
    backs the plan, left` and `a guard who asked to stay left`."""
    tags, content = tape.tags, found.content
    if tags[pronoun - 1] != ",":
        pattern = _TO_SECOND_VERB if found.frame in ("bare", "that") else _TO_MAIN_VERB
        main = pattern.match(tags, content.start, content.stop)
        if main is None and found.frame in ("np", "prep"):
            return noun_phrase_in(tape, content)
        return Phrase(content.start, main.end()) if main is not None else content
    main = _MAIN_VERB.search(tags, past_aside(tape, content.start, content.stop), content.stop)
    unsure = main is not None and tags[main.end() - 1] in "vVeB"
    if main is None or (unsure and _FINITE.search(tags, sentence, pronoun) is not None):
        return content  # `He told a guard, who said he came, saw and left`
    return Phrase(content.start, main.start())


def _reads_passive(tape: Tape, start: int, index: int, cue: Cue) -> bool:
    """Whether a verb is passive, with a form of be or, as in `when pressed about …`, without."""
    if cue.lemma in _ASKING and tape.tags[index] != "J":
        if tape.tags[index + 1] in "DmCho":
            return is_passive(tape, start, index)  # `Sol, meanwhile, asked the army to leave`
        return tape.tags[start - 1 : start] in _OPENERS or is_passive(tape, start, index)
    return start < index and is_passive(tape, start, index)


def _passive(
    tape: Tape, index: int, start: int, cue: Cue, first: int, stop: int, lead: int
) -> Reported | None:
    """`The bridge is expected to open`: the subject is part of what is expected."""
    takes = cue.passive
    if not takes:
        return None
    subject = subject_before(tape, start)
    if subject is not None and subject.start < first:
        subject = None
    empty = subject is None or tape.tags[subject.start] == "i"
    speaker = None
    found = content_of(tape, index, takes - {"by", "none"}, stop)
    if found is not None:
        frame, code, cue_stop = found.frame, found.code, found.cue_stop
        contents: tuple[Phrase, ...] = (found.content,)
        if subject is not None and not empty and frame in _WITH_SUBJECT and code != "about":
            contents = (subject, *contents)
    elif subject is None or empty or tape.tags[index + 1] in "gG":
        return None  # `Sol was seen leaving`
    else:
        contents, cue_stop = (subject,), index + 1
        speaker = agent_after(tape, index + 1, stop)
        frame = code = "by" if speaker is not None else "none"
        if code not in takes:
            return None
        if speaker is not None:
            cue_stop = speaker.start
            if passes_on(tape, cue, speaker.stop):
                return None
    one = Reported(f"quotes.passive_{frame}", contents, speaker, Phrase(start, cue_stop))
    return one if is_likely(tape, one, cue, code, index, in_lead=index < lead) else None


def _raised(
    tape: Tape, index: int, start: int, cue: Cue, first: int, stop: int, lead: int
) -> Reported | None:
    """`The bridge seems to hold`: what somebody must think; it names no speaker."""
    subject = subject_before(tape, start)
    if subject is None or subject.start < first or index + 1 >= stop:
        return None
    if tape.tags[index + 1] not in "tTJNRegDarp":
        return None
    rest = Phrase(index + 1, clause_end(tape, index + 1, stop))
    if tape.tags[rest.start : rest.stop] in ("", "t"):
        return None
    contents = (rest,) if tape.tags[subject.start] == "i" else (subject, rest)
    frame = "to" if tape.tags[index + 1] == "t" else "adjective"
    one = Reported(f"quotes.raised_{frame}", contents, None, Phrase(start, index + 1))
    return one if is_likely(tape, one, cue, "raise", index, in_lead=index < lead) else None


def _speaker(
    tape: Tape, index: int, start: int, first: int, before: Phrase | None, lead: int
) -> Phrase | None:
    """The subject right before the verb, the sentence's last speaker, or its main subject."""
    letter = tape.tags[index]
    if letter == "B" and start == index:
        heard = witnessed(tape, start)
        if heard is not None:
            return heard
    near = subject_before(tape, start) if tape.tags[start - 1] != "," or letter != "G" else None
    if near is not None and near.start < first:
        near = None
    if near is None and letter in "VZB" and tape.tags[start - 1] == "T":
        relative = _that_relative(tape, first, start - 1)
        if relative is not None:
            return relative
    if near is not None and (letter != "G" or start < index or tape.word(near.start - 1) == "with"):
        return near
    found = before or _relative(tape, first, start) or clause_subject(tape, first, start) or near
    if found is None and index < lead:
        main = lead + 1
        return clause_subject(tape, main, sentence_end(tape, main)) or phrase_after(tape, main)
    return found


def _that_relative(tape: Tape, first: int, index: int) -> Phrase | None:
    """The pronoun of `Sol met a party that rejected the deal`; in `Sol wrote a letter that backed
    the deal` it is the writer who does."""
    if index == first or tape.tags[index - 1] not in "NCK)":
        return None
    word, entry, _ = noun_before(tape, index)
    text = entry is not None and entry["kind"] == "document"
    return None if text or word in PERIODS else Phrase(index, index + 1)


def _relative(tape: Tape, first: int, start: int) -> Phrase | None:
    """The pronoun of `Sol left the board, which had met but also criticised …`."""
    if tape.tags[start - 1] not in "&b" or tape.tags[start - 2] == ",":
        return None
    near = nearest_subject(tape, first, start)
    found = near is not None and tape.tags[near.start - 1 : near.start + 1] == ",W"
    return near if found else None


_IS_THAT = re.compile(r"(?:,[^,.;:\n|]{1,8},)?x[rR]*(?=T[^xvVzZ.])")


def _is_that(tape: Tape, index: int, cue: Cue, stop: int) -> Opening | None:
    """`his argument, in brief, is that …`"""
    match = _IS_THAT.match(tape.tags, index + 1, stop) if "that" in cue.noun else None
    if match is None:
        return None
    content = Phrase(match.end(), clause_end(tape, match.end(), stop))
    return Opening("that", "that", content, index + 1) if content else None


def _before_main_verb(tape: Tape, content: Phrase) -> Phrase:
    """Content that a noun opens which is the sentence's subject: `his claim that it was safe | was
    wrong`."""
    main = _TO_SECOND_VERB.match(tape.tags, content.start, content.stop)
    return content if main is None else Phrase(content.start, main.end())


def _noun(tape: Tape, index: int, cue: Cue, first: int, stop: int) -> Reported | None:
    """`his claim that …`, `the council's call for …`."""
    begin = index
    while begin > first and tape.tags[begin - 1] in "NJRe#":
        begin -= 1
    owner = tape.tags[begin - 1] if begin > first else ""
    found = None
    if owner in _OWNERS:
        found = content_of(tape, index, cue.noun, stop) or _is_that(tape, index, cue, stop)
    if found is None:
        return None
    content = noun_phrase_in(tape, found.content) if found.frame == "prep" else found.content
    if found.frame == "that" and _FINITE.search(tape.tags, first, begin) is None:
        content = _before_main_verb(tape, content)
    speaker = subject_before(tape, begin - 1) if owner == "S" else Phrase(begin - 1, begin)
    words = Phrase(begin, found.cue_stop)
    one = Reported(f"quotes.noun_{found.frame}", (content,), speaker, words)
    return one if is_likely(tape, one, cue, found.code, index) else None
