"""Doubt: victims who are told of, but not as a thing that happened, or once."""

from __future__ import annotations

from typing import Literal, NamedTuple

from corpuskit_casualties.rules.base import Link
from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.words import cue

__all__ = ["Doubt", "doubt_about"]

_TOWARDS = frozenset(("for", "to"))
_ONCE = frozenset("ago after before later earlier".split())


class Doubt(NamedTuple):
    """Why a link with victims is not counted by default."""

    kind: Literal["hypothetical", "rate", "negated"]
    reason: str


def doubt_about(line: Line, link: Link) -> Doubt | None:
    """What speaks against counting a link that has victims; None if nothing does."""
    count = link.phrase.count
    if link.unreal:
        return Doubt("negated" if link.unreal == "negated" else "hypothetical", link.unreal)
    condition = link.group is not None and not cue("condition").isdisjoint(line.vocabulary)
    if condition and _after_if(line, link):
        return Doubt("hypothetical", "a condition or a fear")
    if line.words[line.size - 1] == "?" and line.tags[0] in ("be", "have", "did"):
        # "Were ten people killed?"; "Why were ten people killed?" takes it for a fact
        return Doubt("hypothetical", "a question")
    if link.kind == "captured" and _is_sought(line, link):
        return Doubt("hypothetical", "a reward for a capture")
    if _is_now(line, link) and _is_fiction(line, link):
        return Doubt("hypothetical", "a work of fiction")
    if count is not None and (count.rate or _is_rate(line, link)):
        return Doubt("rate", "a rate: so many in each period")
    return None


def _is_now(line: Line, link: Link) -> bool:
    """Whether the verb is in the present tense: "are killed", "kills"."""
    if link.group is not None and link.group.present:
        return True
    return any(sense.form in ("s", "base") for sense in line.senses.get(link.trigger, ()))


def _is_fiction(line: Line, link: Link) -> bool:
    """As in "a film in which ten are killed": the present tense of a tale."""
    return not cue("fiction").isdisjoint(line.words[: min(link.phrase.first, link.trigger)])


def _is_sought(line: Line, link: Link) -> bool:
    """As in "a reward for information leading to the capture of its chief", but not "information
    led to the capture of"."""
    for at in range(link.trigger - 1, max(link.trigger - 10, -1), -1):
        if line.words[at] in cue("reward"):
            between = line.words[at + 1 : link.trigger]
            return "led" not in between and not _TOWARDS.isdisjoint(between)
    return False


def _after_if(line: Line, link: Link) -> bool:
    """As in "if the dam kills ten", "fears that ten died", "when one is killed"; what follows "if
    convicted of" is a fact."""
    if any(sense.form == "ing" for sense in line.senses.get(link.trigger, ())):
        return False
    first, count = min(link.phrase.first, link.trigger), link.phrase.count
    if link.kind == "missing" and "for" in line.words[max(0, first - 2) : first]:
        return False  # "fears grew for two missing divers"
    habit = link.group is not None and link.group.present and count is not None and count.single
    for at in range(first - 1, max(first - 12, -1), -1):
        if line.words[at] in cue("condition") and (habit or line.words[at][:4] != "when"):
            fact = line.words[at - 1] in ("as", "even") or line.tags[at - 1] == "det"
            return not fact  # "even if", "the feared warlord"
        that = line.words[at] == "that" and line.words[at - 1] not in cue("condition")
        if that or line.tags[at] in (",", ";", "T", "wh", ":"):
            return False
    return False


def _is_rate(line: Line, link: Link) -> bool:
    """As in "30,000 people a year", "each day", "per month", "annually"."""
    words, phrase = line.words, link.phrase
    for at in (phrase.last, link.trigger + 1):
        if words[at] in ("a", "an") and words[at + 1] in cue("period"):
            return words[at + 2] not in _ONCE
    if cue("rate").isdisjoint(line.vocabulary):
        return False
    begin = min(phrase.last, link.trigger + 1)
    end = next(
        (at for at in range(begin, begin + 12) if line.tags[at] in (",", ";", ".", "")), begin + 12
    )
    near = (*range(max(0, phrase.first - 4), phrase.first), *range(begin, end))
    return any(words[at] in cue("rate") and _each(words[at], words[at + 1]) for at in near)


def _each(word: str, following: str) -> bool:
    return word not in ("each", "every", "per") or following in cue("period")
