"""Groups: the auxiliaries before a trigger, which tell who suffered, and whether it happened."""

from __future__ import annotations

from typing import NamedTuple

from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.sentence.sources import claims
from corpuskit_casualties.words import cue

__all__ = ["Group", "before_date", "verb_group"]

_SINGULAR = frozenset(("was", "is", "has", "wasn't", "isn't", "hasn't"))
_LONGEST = 14
_IN_GROUP = frozenset(("be", "found", "feared", "have", "modal", "neg", "sub", "conj", "adv", "do"))
_AUXILIARY = frozenset(("be", "have"))
_DATE, _LONGEST_DATE = frozenset(("day", "month", "#", ",")), 6
_DATING = frozenset(("on", "in"))
_LONGEST_ASIDE = 8
_JOINING = frozenset(("to", "all", "each"))
_PLURAL = frozenset(("were", "are", "have", "weren't", "aren't", "haven't"))


class Group(NamedTuple):
    """The verb group that ends at a trigger: "have reportedly been" killed.

    Attributes:
        start: index of its first word.
        be, have, modal, negated, to: whether it holds such a word; `be` with "found", "left";
            `modal` with "feared".
        number: 1 or 2 where the first auxiliary says so, else 0.
        present: the only form of be is a present one ("are killed").
        told: "reported", "found", "believed": somebody says that it happened.
        reduced: so without a form of be: "those reported killed".
    """

    start: int
    be: bool = False
    have: bool = False
    modal: bool = False
    negated: bool = False
    to: bool = False
    number: int = 0
    present: bool = False
    told: bool = False
    reduced: bool = False

    @property
    def unreal(self) -> str:
        """Why the verb tells of nothing that happened; "" if it does."""
        if self.negated:
            return "negated"
        if self.modal:
            return "a modal verb: it did not happen, or nobody says that it did"
        if self.to and not self.have and not self.told:
            return "an infinitive: a plan, a threat or an attempt"
        return ""


def verb_group(line: Line, index: int) -> Group:
    """The verb group that ends just before word `index`."""
    tags, words = line.tags, line.words
    near = index > 0 and (tags[index - 1] in _IN_GROUP or words[index - 1] in _JOINING)
    if not near and not _dated(line, index - 1) and not _told_aside(line, index - 1):
        return Group(index)
    be = have = modal = negated = to = present = told = reduced = False
    number = 0
    at = index - 1
    while at >= 0 and index - at < _LONGEST:
        tag, word = tags[at], words[at]
        if tag in ("be", "found", "feared"):
            feared = tag == "feared" and words[index] != "missing"  # nobody doubts that they are
            modal, told = modal or feared, told or not (feared or tag == "be")
            reduced = tag != "be" and not have
            be, present = True, (word in ("are", "is", "get", "gets")) and not have
        elif tag == "have":
            have, reduced = True, False
        elif tag == "modal":
            modal = True
        elif tag == "neg":
            negated = True
        elif word == "to" and (be or have or at == index - 1):
            to, modal = True, modal or tags[at - 1] == "have"
        elif tag == "sub" and at > 0 and _inside(word, tags[at - 1]):
            pass
        elif aside := _dated(line, at) or _told_aside(line, at):
            at -= aside - 1
        elif tag == "conj" and not be and _joined_verb(line, at):
            at -= 1
        elif tag not in ("adv", "do") and (
            word not in ("all", "each") or at == 0 or tags[at - 1] != "be"
        ):
            break
        number = 1 if word in _SINGULAR else 2 if word in _PLURAL else number
        negated = negated or word.endswith("n't")
        at -= 1
    return Group(at + 1, be, have, modal, negated, to, number, present, told, reduced)


def _inside(word: str, before: str) -> bool:
    """As in "have since died", "are listed as missing"."""
    return (word == "since" and before == "have") or (word == "as" and before == "found")


def _dated(line: Line, at: int) -> int:
    """How many words a time has that ends at word `at` behind an auxiliary, or 0: "was on Tuesday
    night shot dead", "were last night killed", "were on 3 June 2030 killed"."""
    first = before_date(line, at)
    return at - first if first < at and line.tags[first] in _AUXILIARY else 0


def before_date(line: Line, at: int) -> int:
    """The word before a time that ends at word `at`; `at` if there is none: "late on Monday",
    "last night", "on May 3, 2030,", "in 2030"."""
    words, tags, first = line.words, line.tags, at
    if words[at] in cue("daytime"):
        if words[at - 1] in ("last", "this", "to"):
            return at - 2
        first -= 1
    while first > 0 and at - first < _LONGEST_DATE and tags[first] in _DATE:
        first -= 1
    behind = tags[first + 1 : at + 1]
    year = len(behind) == 1 and words[first] == "in" and len(words[at]) == 4 and behind == ["#"]
    if not (year or (behind and behind[0] in ("day", "month", "#"))):
        return at
    if not year and "day" not in behind and "month" not in behind:
        return at
    if words[first] in _DATING:
        first -= 1
    elif behind[0] != "day":
        return at
    return first - (words[first] in cue("early"))


def _told_aside(line: Line, at: int) -> int:
    """How many words an aside has that ends at word `at` and tells who says so, or 0: "were, police
    said, killed"."""
    tags, words = line.tags, line.words
    if tags[at] != ",":
        return 0
    for first in range(at - 2, max(0, at - _LONGEST_ASIDE), -1):
        if tags[first] == ",":
            told = words[first + 1] == "according" or words[before_date(line, at - 1)] in claims()
            return at - first + 1 if told and tags[first - 1] in _AUXILIARY else 0
    return 0


def _joined_verb(line: Line, conj: int) -> bool:
    """As in "were kidnapped and killed": the verb before the "and" shares the subject."""
    before = conj - 1
    if conj == 0:
        return False
    if line.tags[before] == "T" and any(
        sense.form in ("ed", "ppl", "past") or sense.frame == "adj" for sense in line.senses[before]
    ):
        return line.tags[before - 1] in ("be", "adv", "have", "found", "T", ",")
    verb = line.tags[before] == "verb" or line.words[before].endswith("ed")
    return verb and line.tags[before - 1] in ("be", "adv", "have")
