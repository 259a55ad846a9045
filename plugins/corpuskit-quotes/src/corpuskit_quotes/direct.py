"""Direct: which stretches within marks are speech, whose, and which go together."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpuskit_quotes.phrases import (
    SUBJECT,
    Phrase,
    agent_after,
    clause_subject,
    group_start,
    is_passive,
    nearest_subject,
    phrase_after,
    subject_before,
)
from corpuskit_quotes.tape import Tape
from corpuskit_quotes.vocabulary import vocabulary

__all__ = ["Spoken", "spoken_in"]


class Spoken(NamedTuple):
    """Stretches (token indexes) that one attribution owns."""

    rule: str
    stretches: tuple[int, ...]
    speaker: Phrase | None
    cue: Phrase | None


_AFTER_SV = re.compile(
    rf"[,\-\n]*(?P<s>{SUBJECT})(?P<aside>(?:,[^,.\n|;:Q]{{1,25}}){{1,4}},)?(?P<day>R*p?Y+)?"
    r"(?P<v>[xrR]*[VZvzBeU])"
)
_AFTER_VS = re.compile(r"[,\-\n]*(?P<v>x?R*[VZvez]R*)")
_AFTER_ACCORDING = re.compile(rf"[,\-]*(?P<v>@t)(?P<s>{SUBJECT})")
_BEFORE_ACCORDING = re.compile(rf"(?P<v>@t)(?P<s>{SUBJECT})[,:]\Z")
_SIGNED = re.compile(r"[.\n]*-(?P<s>(?:[DmNCJ#]{0,3}C[NCfp&]{0,5}))(?:,[^\n|.]{1,15})?[.\n]*\|")
_AS_SAYING = re.compile(r"aG")
_SOFT = frozenset("?!,\u2014-\u2026")


def spoken_in(tape: Tape) -> list[Spoken]:
    """Attributed and floating speech within marks, in text order."""
    found: list[Spoken] = []
    for index in sorted(tape.stretches):
        spoken = _attributed(tape, index, found[-1] if found else None)
        if spoken is None and found and _goes_on(tape, found[-1], index):
            found[-1] = found[-1]._replace(stretches=(*found[-1].stretches, index))
            continue
        if spoken is None and tape.tags[index] == "Q" and _stands_alone(tape, index):
            spoken = Spoken("quotes.floating", (index,), _in_sight(tape, index), None)
        if spoken is not None:
            found.append(spoken)
    return found


def _attributed(tape: Tape, index: int, before: Spoken | None) -> Spoken | None:
    last = _last(tape, index)
    if last == "," or (last in _SOFT and _begins(tape, index)):
        return _after(tape, index, last) or _before(tape, index, before)
    return _before(tape, index, before) or _after(tape, index, last)


def _last(tape: Tape, index: int) -> str:
    """The last character within the marks, inner marks left out."""
    stretch = tape.stretches[index]
    position = stretch.inner_end - 1
    while position > stretch.inner_start and tape.raw[position] in _INNER:
        position -= 1
    return tape.raw[position]


_INNER = frozenset("'\u2019\u2018\"\u201d ")


def _begins(tape: Tape, index: int) -> bool:
    return tape.tags[index - 1 : index] in ("", "\n", "|")


def _after(tape: Tape, index: int, last: str) -> Spoken | None:
    """`“…,” Asif said` and `“…,” said Ned Price`."""
    tags = tape.tags
    signed = _SIGNED.match(tags, index + 1)
    if signed is not None and _begins(tape, index):
        phrase = Phrase(*signed.span("s"))
        return Spoken("quotes.signed", (index,), phrase, Phrase(phrase.first - 1, phrase.first))
    begin = index + 1
    if tags[begin : begin + 1] == "." and tape.raw[tape.span(begin)[0]] in "?!":
        begin, last = begin + 1, "?"
    if tags[index] == "q" and last not in ",?" and tags[begin : begin + 1] != ",":
        return None
    hard = tags[begin : begin + 1] == "\n" and last not in _SOFT
    match = _AFTER_ACCORDING.match(tags, begin)
    if match is not None and not hard:
        phrase = Phrase(*match.span("s"))
        return Spoken("quotes.according", (index,), phrase, Phrase(*match.span("v")))
    match = _AFTER_VS.match(tags, begin)
    if match is not None and not hard:
        verb = match.end("v") - 1
        while tags[verb] == "R":
            verb -= 1
        phrase = phrase_after(tape, match.end("v"))
        if phrase is not None and _quotes(tape, verb, generic=last == "," and _stops(tape, phrase)):
            return Spoken("quotes.verb_speaker", (index,), phrase, Phrase(match.start("v"), verb + 1))
    match = _AFTER_SV.match(tags, begin)
    if match is None:
        return None
    verb = match.end("v") - 1
    if hard and not _bare(tape, verb):
        return None
    if not _quotes(tape, verb, generic=last == ","):
        return None
    start, stop = match.span("s")
    if match.group("aside"):
        stop = match.end("aside") - 1
    while tags[start] == "R" and start < stop - 1:
        start += 1
    cue = Phrase(match.start("v"), verb + 1)
    if _AS_SAYING.match(tags, verb + 1):
        cue = Phrase(cue.first, verb + 3)
    return Spoken("quotes.speaker_verb", (index,), Phrase(start, stop), cue)


def _stops(tape: Tape, phrase: Phrase) -> bool:
    """Whether a phrase has a name or an article and a stop behind it."""
    return tape.tags[phrase.first] in "CDH" and tape.tags[phrase.stop] in ".,\n|("


def _bare(tape: Tape, verb: int) -> bool:
    """Whether the verb of saying ends its sentence, with nothing said after it."""
    return tape.tags[verb + 1 : verb + 2] in (".", "\n", "|", "") and _quotes(tape, verb, generic=False)


def _quotes(tape: Tape, verb: int, *, generic: bool) -> bool:
    cue = vocabulary().cues.get(tape.word(verb))
    if cue is not None and "quote" in cue.verb:
        return True
    return (generic and tape.tags[verb] in "vVZez") or tape.word(verb) == "went"


def _any_verb(tape: Tape, sentence: int, index: int) -> int:
    """The last verb with a subject at or before `index`: before a colon any will do."""
    for verb in range(index, max(sentence, index - 13), -1):
        if tape.tags[verb] in "vezVZ":
            start = group_start(tape, verb)
            phrase = subject_before(tape, start) if start > sentence else None
            if phrase is not None and phrase.first >= sentence and tape.tags[phrase.first] in "CDHm":
                return verb
    return -1


def _opens_with_cue(tape: Tape, sentence: int, index: int) -> Spoken | None:
    """`Said Asif, who was there, “…”`."""
    if tape.tags[sentence] not in "VZ" or not _quotes(tape, sentence, generic=False):
        return None
    phrase = phrase_after(tape, sentence + 1)
    if phrase is None or phrase.stop > index:
        return None
    return Spoken("quotes.verb_speaker", (index,), phrase, Phrase(sentence, sentence + 1))


def _addressed(tape: Tape, verb: int) -> bool:
    """Whether the words after the verb can be those spoken to."""
    cue = vocabulary().cues.get(tape.word(verb))
    return cue is not None and "addressee" in cue.verb



def _subject(
    tape: Tape, verb: int, start: int, sentence: int, before: Spoken | None
) -> Phrase | None:
    """Who does what the verb before a stretch says."""
    tags = tape.tags
    near = subject_before(tape, start)
    if near is not None and near.first < sentence:
        near = None
    if near is not None and (tags[verb] != "G" or tape.word(near.first - 1) == "with"):
        return near
    if before is not None and before.stretches[-1] >= sentence and before.speaker is not None:
        return before.speaker
    if tags[verb] != "G" and tags[start - 1] == "&":
        return nearest_subject(tape, sentence, start) or near
    return clause_subject(tape, sentence, start) or near


def _before(tape: Tape, index: int, before: Spoken | None) -> Spoken | None:
    """`Asif told reporters: “…”`, `said Asif: “…”`, `Asif: “…”`."""
    tags = tape.tags
    stop = index
    sentence = max(tags.rfind("\n", 0, index), tags.rfind("|", 0, index)) + 1
    if stop == sentence and sentence and tags[index - 1] == "|" and tags[index - 2 : index - 1] == ":":
        stop = index - 1
        sentence = max(tags.rfind("\n", 0, stop), tags.rfind("|", 0, stop)) + 1
    if stop <= sentence:
        return None
    mark = tags[stop - 1]
    match = _BEFORE_ACCORDING.search(tags, sentence, stop)
    if match is not None:
        phrase = Phrase(*match.span("s"))
        return Spoken("quotes.according", (index,), phrase, Phrase(*match.span("v")))
    gap_end = stop
    while gap_end > sentence and tags[gap_end - 1] in ",:-T":
        gap_end -= 1
    verb = gap_end - 1
    opening = _opens_with_cue(tape, sentence, index)
    if opening is not None:
        return opening
    generic = _any_verb(tape, sentence, verb) if mark in ":," and tags[index] == "Q" else -1
    if mark == "," and gap_end - generic > 3:
        generic = -1
    while verb >= sentence and gap_end - verb <= 14 and not (
        verb == generic or (tags[verb] in "VZGBUvz" and _quotes(tape, verb, generic=False))
    ):
        if tags[verb] in ";.Q:":
            return _label(tape, index, sentence, stop) if mark == ":" else None
        verb -= 1
    if verb < sentence or gap_end - verb > 14:
        return _label(tape, index, sentence, stop) if mark == ":" else None
    between = tags[verb + 1 : gap_end]
    if mark not in ",:" and any(c in between for c in "xvVZ"):
        return None
    if mark not in ",:" and between and not _addressed(tape, verb):
        return None
    if mark not in ",:" and between and between[-1] in "Dmhfap" :
        return None
    if mark not in ",:" and not _ends(tape, index):
        return None
    start = group_start(tape, verb)
    cue = Phrase(start, verb + 1)
    if tags[verb] in "VU" and is_passive(tape, start, verb):
        return Spoken("quotes.cue_quote", (index,), agent_after(tape, verb + 1, index), cue)
    speaker = _subject(tape, verb, start, sentence, before)
    if speaker is None and between and tags[verb] != "G":
        speaker = phrase_after(tape, verb + 1)
    return Spoken("quotes.cue_quote", (index,), speaker, cue)


def _ends(tape: Tape, index: int) -> bool:
    return tape.tags[index + 1 : index + 2] in (".", "\n", "|", "")


def _label(tape: Tape, index: int, sentence: int, stop: int) -> Spoken | None:
    """`The minister: “…”`: a noun phrase and a colon."""
    phrase = subject_before(tape, stop - 1)
    first = phrase.first if phrase is not None else stop
    if phrase is None or (first > sentence + 2 and tape.tags[first - 1] not in "-|\n"):
        return None
    return Spoken("quotes.label", (index,), phrase, Phrase(stop - 1, stop))


def _goes_on(tape: Tape, before: Spoken, index: int) -> bool:
    """Whether a stretch without words of its own continues the one before."""
    tags, last = tape.tags, before.stretches[-1]
    between = tags[last + 1 : index]
    if "|" in between:
        return tags[index] == "Q" and _whole_block(tape, index) and between.count("|") == 1
    if before.cue is None:
        return between in ("", "\n") and tags[index] == "Q"
    if between.count("\n") > 1 + between.startswith("\n"):
        return False
    if tags[index - 1] not in "\n,:-.;" and not between.endswith((",b", ",&")):
        return False
    if tags[index] == "q" and not (tags[index - 1] == "\n" and _ends(tape, index)):
        return False
    return len(between) <= 45


def _in_sight(tape: Tape, index: int) -> Phrase | None:
    """The subject of the sentence before, in the same paragraph."""
    tags = tape.tags
    if tags[index - 1 : index] != "\n":
        return None
    stop = index - 1
    first = max(tags.rfind("\n", 0, stop), tags.rfind("|", 0, stop)) + 1
    return clause_subject(tape, first, stop)


def _whole_block(tape: Tape, index: int) -> bool:
    """Whether a stretch opens its paragraph and nothing but stretches follow."""
    return tape.tags[index - 1] == "|" and _ONLY_SPEECH.match(tape.tags, index) is not None


_ONLY_SPEECH = re.compile(r"Q(?:[\n.]*Q)*[\n.]*\|")


def _stands_alone(tape: Tape, index: int) -> bool:
    tags = tape.tags
    return tags[index - 1 : index] in ("", "\n", "|") and tags[index + 1 : index + 2] in ("\n", "|", ".", "")
