"""Headline: whether one person without an article is a victim: "Blast kills farmer in Oru"."""

from __future__ import annotations

from corpuskit_casualties.rules.base import Link
from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.words import cue

__all__ = ["why_no_headline"]

_ENDING = frozenset(("", ",", ";", "conj", "prep", "subprep", "sub", "day"))
_MISHAPS = frozenset(("event", "vehicle", "weapon"))


def why_no_headline(line: Line, link: Link) -> str:
    """Why one person whose article is left out is no victim; "" if it is one."""
    words, trigger = line.words, link.trigger
    if link.rule == "casualties.object":
        if line.tags[link.phrase.last] not in _ENDING:
            return "no number, and the noun only describes"  # "kills farmer vote"
        taken = link.kind == "captured" and link.needs
        return "no number, and the verb takes things too" if taken else ""
    if link.rule == "casualties.died" and not _by_mishap(line, trigger):
        return "no number, and perhaps no violence and no accident"  # "Singer dies at 88"
    if link.kind == "missing" and words[trigger + 1] not in cue("missing where"):
        return "no number, and perhaps a player who is left out"
    before = link.phrase.first - 1
    lead = line.tags[before - (line.tags[before] == "T")]
    if link.rule == "casualties.before" and lead == "prep":
        return "no number, and told of before"  # "Vigil for slain teen killed in raid"
    if line.tags[trigger + 1] not in _ENDING:
        return "no number, and not the end of what is told"
    if words[trigger] == "hurt" and words[trigger + 1] not in cue("hurt where"):
        return "no number, and the word is used of feelings too"
    return ""


def _by_mishap(line: Line, trigger: int) -> bool:
    """As in "dies in blast", "dies as van overturns", "drowns"."""
    if line.words[trigger] in cue("violent end") or len(line.triggers) > 1:
        return True
    return any(line.known(at).why in _MISHAPS for at in range(trigger + 1, line.size))
