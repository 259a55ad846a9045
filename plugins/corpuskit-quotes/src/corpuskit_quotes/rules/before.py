"""Before: attributions that stand in front of the marks, `the mayor told reporters: “…”`."""

from __future__ import annotations

import re

from corpuskit.scan import Example
from corpuskit_quotes.content.citing import quoted_before
from corpuskit_quotes.content.settings import opens_clause
from corpuskit_quotes.rules.according import according_before
from corpuskit_quotes.rules.after import VERB_SPEAKER
from corpuskit_quotes.rules.around import said_before
from corpuskit_quotes.rules.base import QuoteRule
from corpuskit_quotes.rules.headlines import is_rubric
from corpuskit_quotes.sentence.phrases import (
    SUBJECT,
    Phrase,
    Spoken,
    clause_subject,
    group_start,
    is_denied,
    nearest_subject,
    phrase_after,
    sentence_start,
    subject_before,
    witnessed,
)
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.sentence.verbs import agent_after, is_passive, is_verb
from corpuskit_quotes.vocabulary import only_marked, used_as
from corpuskit_quotes.who.cast import noun_before

__all__ = ["RULES", "attributed_before"]

CUE_QUOTE = QuoteRule(
    id="quotes.cue_quote",
    about="A verb of saying, perhaps with those spoken to, right before the marks.",
    yes=(
        Example(
            "Mayor Ana Sol told reporters on Monday: “[[The bridge is safe.]]”",
            "direct: Mayor Ana Sol",
        ),
        Example("She said that “[[the bridge is safe and will be so for years.]]”", "direct: She"),
        Example("The mayor opened the bridge, saying, “[[It is safe.]]”", "direct: The mayor"),
        Example("When the rain came, Sol fired back: “[[It is safe.]]”", "direct: Sol"),
        Example("Sol said she was late and added, “[[We shall go.]]”", "direct: Sol"),
        Example("The army said it was late and added, “[[We go.]]”", "direct: The army"),
        Example("The vote ended when men chanting “[[No]]” were led out.", "direct: men"),
        Example("Guards led off a man who was shouting “[[Go]]” at Sol.", "direct: who"),
        Example(
            "An aide speaking to the Herald said: “[[It is safe.]]”",
            "direct: An aide speaking to the Herald",
        ),
        Example("Sol told us [[that it was late: “We go.]]”", "mixed: Sol"),
        Example("It stayed since, as Sol put it, “[[it stays]]”.", "direct: Sol"),
        Example("Sol was asked by a reporter, “[[Is it safe?]]”", "direct: a reporter"),
    ),
    no=(
        "She said the bridge was “safe.”",
        "She called the bridge “safe.”",
    ),
)
LABEL = QuoteRule(
    id="quotes.label",
    about="A noun phrase and a colon at the beginning of a sentence or behind a dash.",
    yes=(
        Example("Ana Sol: “[[The bridge is safe.]]”", "direct: Ana Sol"),
        Example("Ana Sol was blunt: “[[We sail.]]”", "direct: Ana Sol"),
        Example("Ana Sol, mayor of Lund: “[[We sail.]]”", "direct: Ana Sol, mayor of Lund"),
        Example(
            "Doubts persist - Jon Vik: “[[The bridge is anything but safe.]]”", "direct: Jon Vik"
        ),
    ),
    no=("The sign had one word: “Safe.”",),
)
RULES = (CUE_QUOTE, LABEL)

_REACH = 14
"""Tokens between a verb and the marks, those spoken to and the day included."""


def attributed_before(tape: Tape, index: int, before: Spoken | None) -> Spoken | None:
    """The attribution in front of stretch `index`; `before` is the speech found last."""
    tags = tape.tags
    stop, sentence = index, sentence_start(tape, index)
    if stop == sentence and tags[max(0, index - 2) : index] == ":|":
        stop = index - 1  # a colon ends the paragraph before
        sentence = sentence_start(tape, stop)
    if stop <= sentence:
        return None
    found = according_before(tape, sentence, stop, index)
    found = found or _opens_with_cue(tape, sentence, index) or _as_put(tape, sentence, index)
    if found is not None:
        return found
    gap_end = stop
    while gap_end > sentence and tags[gap_end - 1] in ",:-T":
        gap_end -= 1
    label = _label(tape, index, sentence, stop) if tags[stop - 1] == ":" else None
    if label is not None and label.speaker is not None and tags[label.speaker.start] == "C":
        return label
    verb = _verb_before(tape, index, sentence, gap_end, tags[stop - 1])
    if verb is None:
        return label
    if tags[stop - 1] == "," and _opens_content(tape, verb, gap_end, index):
        return None  # `said that while the road was open, “…”`
    if tags[stop - 1] == "," and tags[index + 1] not in _AFTER_SPEECH and _goes_on(tape, index):
        return None  # the marks hold only the beginning of what is said
    if tags[stop - 1] not in ",:" and not _direct_object(tape, verb, gap_end, index):
        return None
    found = _cue_quote(tape, index, verb, sentence, before)
    lead = _reported_before(tape, verb, gap_end) if tags[stop - 1] == ":" else None
    return found if found is None or lead is None else found._replace(lead=lead)


_THAT = re.compile(r"(?P<told>[^.,;:TQqWwxVvZz\n]{0,8})(?=T[^xvVzZ])")


def _reported_before(tape: Tape, verb: int, stop: int) -> int | None:
    """Where begins what was said in front of a colon and the marks: `told the Herald that the road
    was shut: “…”`."""
    cue = tape.cue(verb)
    if cue is None or "that" not in cue.verb:
        return None
    that = _THAT.match(tape.tags, verb + 1, stop)
    if that is not None and that["told"] and "addressee" not in cue.verb:
        return None
    first = that.end() if that is not None else verb + 1
    if that is None and not ("bare" in cue.verb and opens_clause(tape, first)):
        return None
    return first if _FINITE.search(tape.tags, first + 1, stop) is not None else None


_FINITE = re.compile(r"[xvVzZ]")


def _opens_content(tape: Tape, verb: int, stop: int, index: int) -> bool:
    """Whether what is said begins behind token `verb`, with a clause in front of the marks: `said
    that while it was late, “…”`, `said it was late, “so to say.”`"""
    first = verb + 1
    opens = tape.tags[first] == "T" or tape.word(first) in used_as("conceding")
    if not opens and tape.raw[tape.stretches[index].inner_start].islower():
        cue = tape.cue(verb)
        opens = cue is not None and "bare" in cue.verb and opens_clause(tape, first)
    return opens and _FINITE.search(tape.tags, first, stop) is not None


_AFTER_SPEECH = frozenset(".,:;-()\n|")


def _goes_on(tape: Tape, index: int) -> bool:
    """Whether what stands within the marks has no stop at its end, and so no end there."""
    return tape.raw[tape.stretches[index].inner_end - 1] not in ".,!?"


def _opens_with_cue(tape: Tape, sentence: int, index: int) -> Spoken | None:
    """`Said Sol, who was there, “…”`."""
    if tape.tags[sentence] not in "VZ" or not tape.quotes(sentence):
        return None
    phrase = phrase_after(tape, sentence + 1)
    if phrase is None or phrase.stop > index:
        return None
    return Spoken(VERB_SPEAKER.id, (index,), phrase, Phrase(sentence, sentence + 1))


_AS_PUT = re.compile(rf",a(?P<s>{SUBJECT})(?P<v>R*[vVzZBu]i),\Z")
_PUTTING = used_as("putting")


def _as_put(tape: Tape, sentence: int, index: int) -> Spoken | None:
    """`It stayed since, as the mayor put it, “…”`."""
    if tape.tags[index - 2 : index] != "i," or tape.tags[index + 1] not in ".,\n|":
        return None
    match = _AS_PUT.search(tape.tags, max(sentence, index - _REACH), index)
    if match is None or tape.word(match.end("v") - 2) not in _PUTTING:
        return None
    return Spoken(CUE_QUOTE.id, (index,), Phrase(*match.span("s")), Phrase(*match.span("v")))


def _verb_before(tape: Tape, index: int, sentence: int, gap_end: int, mark: str) -> int | None:
    """The verb of saying closest to the marks; before a colon or comma a verb of any kind."""
    tags = tape.tags
    generic = -1
    if mark in ":," and tags[index] == "Q":
        generic = _any_verb(tape, sentence, gap_end - 1)
        if mark == "," and gap_end - generic > 3:
            generic = -1
        elif tags[generic] == "z" and "&" in tags[generic:gap_end]:
            generic = -1  # `a snap of two rings and the caption: “…”`
    for verb in range(gap_end - 1, max(sentence, gap_end - _REACH) - 1, -1):
        says = verb == generic or (tags[verb] in "VZGBUvz" and tape.quotes(verb))
        if says and is_verb(tape, verb, group_start(tape, verb)):
            return verb
        if tags[verb] in ";.Q:":
            break
    return None


def _any_verb(tape: Tape, sentence: int, index: int) -> int:
    """The last verb at or before `index` that has a subject; -1 if there is none."""
    for verb in range(index, max(sentence, index - _REACH + 1), -1):
        if tape.tags[verb] in "vezVZ":
            start = group_start(tape, verb)
            phrase = subject_before(tape, start) if start > sentence else None
            if (
                phrase is not None
                and phrase.start >= sentence
                and (tape.tags[phrase.start] in "CDHm" or tape.tags[phrase.start - 1] == "a")
            ):
                return verb
    return -1


def _direct_object(tape: Tape, verb: int, gap_end: int, index: int) -> bool:
    """Whether marks without a comma or colon in front are all that is said."""
    tags = tape.tags
    between = tags[verb + 1 : gap_end]
    if between:
        cue = tape.cue(verb)
        if cue is None or "addressee" not in cue.verb or between[-1] in "Dmhfap":
            return False
        if any(letter in "xvVZTwWG" for letter in between):
            return False
    ends = tags[index + 1 : index + 2] in (".", "\n", "|", "")
    return ends or (not between and only_marked(tape.cue(verb)))


def _cue_quote(
    tape: Tape, index: int, verb: int, sentence: int, before: Spoken | None
) -> Spoken | None:
    start = group_start(tape, verb)
    cue = Phrase(start, verb + 1)
    if tape.tags[verb] in "VU" and is_passive(tape, start, verb):
        return Spoken(CUE_QUOTE.id, (index,), agent_after(tape, verb + 1, index), cue)
    speaker = _subject(tape, verb, start, sentence, before)
    if speaker is not None and is_denied(tape, speaker):
        return None
    if speaker is None and tape.tags[verb] != "G" and tape.tags[verb + 1] not in ",:TQq":
        speaker = phrase_after(tape, verb + 1)
    return Spoken(CUE_QUOTE.id, (index,), speaker, cue)


def _subject(
    tape: Tape, verb: int, start: int, sentence: int, before: Spoken | None
) -> Phrase | None:
    """Who does what the verb before a stretch says."""
    quoted = quoted_before(tape, start) if tape.tags[verb] == "G" else None
    if quoted is not None:
        return quoted
    near = witnessed(tape, start) if tape.tags[verb] == "B" else None
    near = near or subject_before(tape, start)
    if near is not None and near.start < sentence:
        near = None
    gerund = tape.tags[verb] == "G"
    if near is not None and (
        not gerund or tape.word(near.start - 1) == "with" or only_marked(tape.cue(verb))
    ):
        return near
    if before is not None and before.stretches[-1] >= sentence and before.speaker is not None:
        return before.speaker
    if not gerund and tape.tags[start - 1] == "&" and tape.tags[start - 2] != ",":
        nearest = nearest_subject(tape, sentence, start)
        if nearest is None or not _SAID_BY_ANOTHER.match(tape.tags, nearest.start - 1):
            return nearest or near
    return said_before(tape, sentence, start) or clause_subject(tape, sentence, start) or near


def _says(tape: Tape, verb: int) -> bool:
    """Whether a word in what reads as one noun phrase is a verb of saying."""
    return tape.tags[verb] in "VZ" and tape.quotes(verb) and is_verb(tape, verb, verb)


_SAID_BY_ANOTHER = re.compile(r"[VZBT][Hi]")
"""A pronoun that opens what somebody says: `Sol said she was late and added “…”`."""
_VERB = re.compile(r"[VZBGvz]")
_APPOSED = re.compile(
    r"[-\n|]*(?:(?P<s>[NJK]{0,2}C{1,4},[DmNCKJSf&#][DmNCKJSfp&#]{0,11})"
    r"|(?P<beside>[NJK]{0,2}C{1,4}(?:,[DNCJK][NCJKuf#]{0,5})?),p[DmNCKBJYS#]{1,6}):"
)


_COPULA = frozenset("xrRs")
_BE = used_as("be")
_LEADS = frozenset("VGewsp")
"""With what a clause in front of it begins: `Asked about the road, Sol was blunt: “…”`."""
_IS_SO = re.compile(r"x[xrRs]*\Z")


def _described(tape: Tape, sentence: int, stop: int) -> Phrase | None:
    """Who is said to be something in front of marks: `Sol was less sure: “…”`."""
    is_so = _IS_SO.search(tape.tags, max(sentence, stop - 5), stop)
    if is_so is None or _BE.isdisjoint(map(tape.word, range(*is_so.span()))):
        return None
    subject = subject_before(tape, group_start(tape, is_so.start()))
    if subject is None or subject.start < sentence:
        return None
    led = tape.tags[subject.start - 1] == "," and tape.tags[sentence] in _LEADS
    if subject.start > sentence + 2 and not led:
        return None
    if tape.tags[subject.start] not in "CDHmh":
        return None
    if tape.tags[subject.start] in "mh" and tape.tags[subject.stop - 1] in "NKB":
        entry = noun_before(tape, subject.stop)[1]
        if entry is None or entry["kind"] == "document":
            return Phrase(subject.start, subject.start + 1)  # `Her message was clear: “…”`
    return subject


def _is_rubric(tape: Tape, label: Phrase) -> bool:
    """Whether a label is a rubric, `The Sunday interview`, and nobody's: `Herald editorial`."""
    alone = len(label) == 1 or "C" not in tape.tags[label.start : label.stop]
    return alone and is_rubric(tape.text(label))


def _label(tape: Tape, index: int, sentence: int, stop: int) -> Spoken | None:
    """`The minister: “…”`."""
    named = _APPOSED.match(tape.tags, sentence, stop)
    phrase = subject_before(tape, stop - 1) if named is None else None
    if named is not None:
        phrase = Phrase(*named.span("beside" if named["beside"] else "s"))
    if phrase is None or _is_rubric(tape, phrase):
        return None
    if tape.tags[phrase.start] == "#" and tape.tags[phrase.start - 1] == ":":
        sentence = phrase.start  # `15:02 Mayor: “…”`
        phrase = Phrase(sentence + 1, phrase.stop)
    if tape.tags[phrase.start - 1] in _COPULA and tape.tags[phrase.start] in "JNK":
        whole = _described(tape, sentence, phrase.start)
        if whole is None:
            return None
        return Spoken(LABEL.id, (index,), whole, Phrase(stop - 1, stop))
    if _VERB.search(tape.tags, sentence, phrase.start) is not None:
        return None  # `Sol told the Herald: “…”`
    if any(_says(tape, verb) for verb in range(phrase.start + 1, phrase.stop)):
        return None  # `Party leader Sol tells the Herald outside the hall: “…”`
    if phrase.start > sentence + 2 and tape.tags[phrase.start - 1] not in "-|\n":
        return None
    return Spoken(LABEL.id, (index,), phrase, Phrase(stop - 1, stop))
