"""Reported: mixed and indirect speech, sentence by sentence, the outermost attribution only."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from corpuskit_quotes.phrases import Phrase, Reported, Spoken, is_free, sentence_start
from corpuskit_quotes.rules.around import according_to, as_said, said_around
from corpuskit_quotes.rules.frames import reported_at
from corpuskit_quotes.rules.headlines import headline
from corpuskit_quotes.rules.transcripts import transcript_in
from corpuskit_quotes.tape import Tape

__all__ = ["reported_in"]

_SENTENCE = re.compile(r"[^\n|]+")
_CUE = re.compile(r"[VGU](?<![mhJ].)|[ZB](?<![pf].)|K(?<=[mhSNJRe#].)|J(?<=[xrR].)")
"""A cue's letter, where it can be one: no noun without an owner, no adjective without a verb."""
_LEAD = re.compile(r"[b&R]*(?:[swa]|[pas]?[Gg]|V|t[Bu]|pD?[NJ]{0,2}K)[^,\n|;:.]*,")
"""A clause in front of the main one, up to the comma that closes it."""


def reported_in(tape: Tape, taken: frozenset[int], spoken: Sequence[Spoken] = ()) -> list[Reported]:
    """Mixed and indirect attributions.

    Args:
        taken: tokens that belong to direct speech.
        spoken: the direct speech; who speaks it may say more in the same sentence.
    """
    speakers = {
        sentence_start(tape, one.speaker.first): one.speaker
        for one in spoken
        if one.speaker is not None
    }
    found = transcript_in(tape, taken)
    lines = {one.speaker.first: one.contents[0].stop for one in found if one.speaker is not None}
    reached = passed = 0
    tags, headings = tape.tags, tape.headings_stop
    according = "@" in tags
    cues = [match.start() for match in _CUE.finditer(tags)]
    for match in _SENTENCE.finditer(tags):
        first, stop = match.span()
        begins, passed = passed, bisect_left(cues, stop, passed)
        reached = max(reached, lines.get(first, 0))
        if first < reached:
            continue
        whole = headline(tape, first, stop, taken) if first < headings else None
        if whole is None and according and tags.find("@", first, stop) != -1:
            whole = according_to(tape, first, stop, taken)
        if passed == begins:
            found += [] if whole is None else [whole]
            continue
        if whole is None and tags[first] in "a&bR":
            whole = as_said(tape, first, stop, taken)
        if whole is None and tags.find(",", first, cues[passed - 1]) != -1:
            whole = said_around(tape, first, stop, taken)
        if whole is not None:
            found.append(whole)
            begin = max(content.stop for content in whole.contents)
            if whole.cue is not None:
                begin = max(begin, whole.cue.stop)
            within = cues[bisect_left(cues, begin, begins, passed) : passed]
            found += _by_cue(tape, within, begin, stop, taken, whole.speaker)
        else:
            found += _by_cue(tape, cues[begins:passed], first, stop, taken, speakers.get(first))
    return found


def _by_cue(
    tape: Tape,
    cues: Sequence[int],
    first: int,
    stop: int,
    taken: frozenset[int],
    spoke: Phrase | None,
) -> list[Reported]:
    """Attributions by their cues, left to right; none begins inside of another's content."""
    all_found: list[Reported] = []
    reached = first
    speaker: Phrase | None = None
    match = _LEAD.match(tape.tags, first, stop)
    lead = match.end() - 1 if match is not None else first
    for index in cues:
        if index < reached or index in taken:
            continue
        if speaker is None and spoke is not None and spoke.first < index:
            speaker = spoke
        found = reported_at(tape, index, first, lead if index < lead else stop, speaker, lead)
        if found is None or not is_free(found.contents, taken):
            continue
        if found.speaker is not None and tape.tags[found.speaker.first] != "W":
            speaker = found.speaker
        reached = found.contents[-1].stop
        all_found.append(found)
    return all_found
