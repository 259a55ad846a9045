"""Reported: mixed and indirect speech, sentence by sentence, the outermost attribution only."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from corpuskit_quotes.content.beside import Direct
from corpuskit_quotes.rules.according import according_to
from corpuskit_quotes.rules.around import said_around
from corpuskit_quotes.rules.as_said import as_said, in_view
from corpuskit_quotes.rules.dashes import dashed_in
from corpuskit_quotes.rules.frames import reported_at
from corpuskit_quotes.rules.headlines import headline
from corpuskit_quotes.rules.transcripts import transcript_in
from corpuskit_quotes.sentence.clauses import before_occasion
from corpuskit_quotes.sentence.phrases import (
    Phrase,
    Reported,
    Spoken,
    head_stop,
    is_free,
    sentence_start,
    subject_before,
)
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.vocabulary import used_as
from corpuskit_quotes.who.cast import noun_before

__all__ = ["reported_in"]

_SENTENCE = re.compile(r"[^\n|]+")
_POINT = re.compile(  # a set first, so that the search is fast
    r"[VGUZBKJ@](?:(?<=[VGU])(?<![mhJ].)|(?<=[ZB])(?<![pf].)|(?<=[mhSNJRe#]K)|(?<=[xrR]J)|(?<=@))"
)
"""`according`, and a cue's letter where it can be one: no noun without an owner, no adjective
without a verb."""
_LEAD = re.compile(r"[b&R]*(?:[swa]|[pas]?[Gg]|V|t[Bu]|pD?[NJ]{0,2}K)[^,\n|;:.]*,")
"""A clause in front of the main one, up to the comma that closes it."""
_NEAR = 4
"""Tokens from a conjunction to the verb that it joins to the one before."""
_LEADS = frozenset("b&RswapgGVt")
"""The letters with which it begins."""


def reported_in(tape: Tape, spoken: Sequence[Spoken]) -> tuple[list[Reported], Sequence[Spoken]]:
    """Mixed and indirect attributions, and the direct speech that is no part of one; who speaks
    it may say more in the same sentence."""
    speakers = {
        sentence_start(tape, one.speaker.start): one.speaker
        for one in spoken
        if one.speaker is not None
    }
    taken = bytearray(len(tape.tags))  # a 1 for each token that belongs to what was found
    for speech in spoken:
        for index in (*speech.tokens, *(speech.cue or ())):
            taken[index] = 1
    direct = Direct(spoken)
    found = transcript_in(tape, taken)
    for one in found:
        direct.hold(one.contents[0])
        _take(taken, one.contents[0].start - 2, one.contents[0].stop)
    dashed = dashed_in(tape, taken)
    for one in dashed:
        _take(taken, one.contents[0].start, _stop(one))
    found += dashed
    headlines = _headlines(tape, taken)
    points = [match.start() for match in _POINT.finditer(tape.tags)]
    last, tags = 0, tape.tags
    for first, end in pairwise((0, *tape.ends)):
        begins, stop = last, end - 1
        last = bisect_left(points, stop, begins)
        if last == begins and tags[first] != "p":
            continue
        begin, cues, speaker = first, points[begins:last], speakers.get(first)
        whole = headlines.pop(first, None) if headlines else None
        whole = whole or _whole(tape, first, stop, cues, taken)
        if whole is not None:
            found.append(whole)
            stops = [content.stop for content in whole.contents]
            begin = max(stops if whole.cue is None else (*stops, whole.cue.stop))
            cues, speaker = cues[bisect_left(cues, begin) :], whole.speaker
        if cues:
            found += _by_cue(tape, cues, begin, stop, taken, speaker, direct)
    return [*found, *headlines.values()], direct.outside()


def _take(taken: bytearray, first: int, stop: int) -> None:
    taken[first:stop] = b"\1" * (stop - first)


def _stop(one: Reported) -> int:
    """Where an attribution ends, its speaker and cue included."""
    ends = (one.speaker, one.cue, *one.contents)
    return max(phrase.stop for phrase in ends if phrase is not None)


def _headlines(tape: Tape, taken: bytearray) -> dict[int, Reported]:
    """What headlines attribute by their punctuation, by their first token."""
    found: dict[int, Reported] = {}
    for block in tape.headings:
        for match in _SENTENCE.finditer(tape.tags, *block):
            whole = headline(tape, *match.span(), taken)
            if whole is not None:
                found[match.start()] = whole
    return found


def _whole(
    tape: Tape, first: int, stop: int, cues: Sequence[int], taken: bytearray
) -> Reported | None:
    """The attribution of a whole sentence, whose cues are given."""
    tags, whole = tape.tags, None
    if tags[first] in "pb&":
        whole = in_view(tape, first, stop, taken)
    if not cues or whole is not None:
        return whole
    if "@" in tags[first:stop]:
        whole = according_to(tape, first, stop, taken)
    if whole is None and tags[first] in "a&bR":
        whole = as_said(tape, first, stop, taken)
    if whole is None and tags.find(",", first, cues[-1]) != -1:
        whole = said_around(tape, first, stop, taken)
    return whole


def _by_cue(
    tape: Tape,
    cues: Sequence[int],
    first: int,
    stop: int,
    taken: bytearray,
    spoke: Phrase | None,
    direct: Direct,
) -> list[Reported]:
    """Attributions by their cues, left to right; none begins inside of another's content."""
    all_found: list[Reported] = []
    reached = first
    speaker: Phrase | None = None
    tags = tape.tags
    match = _LEAD.match(tags, first, stop) if tags[first] in _LEADS else None
    lead = match.end() - 1 if match is not None else first
    for index in cues:
        if index < reached or taken[index]:
            continue
        if speaker is None and spoke is not None and spoke.start < index:
            speaker = spoke
        before = speaker
        if all_found and index - reached < _NEAR and tape.tags[reached] in "&b":
            before = all_found[-1].speaker or speaker  # `…, which praised the plan but urged …`
            if _may_be_inside(tape, all_found[-1]):
                continue
        found = reported_at(tape, index, first, lead if index < lead else stop, before, lead)
        if found is not None and not is_free(found.contents, taken):
            found = direct.settle(tape, found, index)
        if found is None:
            continue
        if all_found:
            found = _outside(tape, found, all_found[-1])
        if found.speaker is not None and tags[found.speaker.start] not in "Wmh":
            speaker = found.speaker
        reached = found.contents[-1].stop
        all_found.append(_apart(tape, found, index))
    return all_found


def _outside(tape: Tape, one: Reported, before: Reported) -> Reported:
    """With whom a relative clause in front is about, where it ends with what looks like a subject:
    `Drivers who said they feared the bridge | took the ferry`."""
    who, speaker = before.speaker, one.speaker
    if who is None or speaker is None or tape.tags[who.start] != "W":
        return one
    if speaker.start not in before.contents[-1]:
        return one
    antecedent = subject_before(tape, who.start - (tape.tags[who.start - 1] == ","))
    return one if antecedent is None else one._replace(speaker=antecedent)


def _apart(tape: Tape, one: Reported, cue: int) -> Reported:
    """Without where it was said, which may stand behind all that was: `… in an interview`."""
    *others, last = one.contents
    stop = before_occasion(tape, last.start, last.stop) if last.start > cue else last.stop
    if stop == last.stop:
        return one
    return one._replace(contents=(*others, Phrase(last.start, stop)))


_PERSONS = used_as("masculine") | used_as("feminine")
_HAD_DONE = re.compile(r"T?Hx")


def _may_be_inside(tape: Tape, one: Reported) -> bool:
    """Whether what goes on with `and ordered …` may be part of the content in front: a body or text
    says that `he had left`."""
    first = one.contents[0].start
    match = _HAD_DONE.match(tape.tags, first)
    if match is None or one.speaker is None or tape.word(match.end() - 1) != "had":
        return False
    entry = noun_before(tape, head_stop(tape, one.speaker))[1]
    person = tape.word(match.end() - 2) in _PERSONS
    return person and entry is not None and entry["kind"] != "person"
