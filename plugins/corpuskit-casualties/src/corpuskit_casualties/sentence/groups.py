"""Groups: the auxiliaries before a trigger, which tell who suffered, and whether it happened."""

from __future__ import annotations

from typing import NamedTuple

from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.words import cue

__all__ = ["Group", "verb_group"]

_SINGULAR = frozenset(("was", "is", "has", "wasn't", "isn't", "hasn't"))
_LONGEST = 14
_IN_GROUP = frozenset(("be", "found", "feared", "have", "modal", "neg", "sub", "conj", "adv", "do"))
_AUXILIARY = frozenset(("be", "have"))
_DATE, _LONGEST_DATE = frozenset(("day", "month", "#", ",")), 6
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
    if not near and not _dated(line, index - 1):
        return Group(index)
    be = have = modal = negated = to = present = told = False
    number = 0
    at = index - 1
    while at >= 0 and index - at < _LONGEST:
        tag, word = tags[at], words[at]
        if tag in ("be", "found", "feared"):
            told, modal = told or tag == "found", modal or tag == "feared"
            be, present = True, (word in ("are", "is", "get", "gets")) and not have
        elif tag == "have":
            have = True
        elif tag == "modal":
            modal = True
        elif tag == "neg":
            negated = True
        elif word == "to" and (be or have or at == index - 1):
            to, modal = True, modal or tags[at - 1] == "have"
        elif tag == "sub" and at > 0 and _inside(word, tags[at - 1]):
            pass
        elif time := _dated(line, at):
            at -= time - 1
        elif tag == "conj" and not be and _joined_verb(line, at):
            at -= 1
        elif tag not in ("adv", "do") and (
            word not in ("all", "each") or at == 0 or tags[at - 1] != "be"
        ):
            break
        number = 1 if word in _SINGULAR else 2 if word in _PLURAL else number
        negated = negated or word.endswith("n't")
        at -= 1
    return Group(at + 1, be, have, modal, negated, to, number, present, told)


def _inside(word: str, before: str) -> bool:
    """As in "have since died", "are listed as missing"."""
    return (word == "since" and before == "have") or (word == "as" and before == "found")


def _dated(line: Line, at: int) -> int:
    """How many words a time has that ends at word `at` behind an auxiliary, or 0: "was on Tuesday
    night shot dead", "were last night killed", "were on 3 June 2030 killed"."""
    words, tags, first = line.words, line.tags, at
    if words[at] in cue("daytime"):
        if words[at - 1] in ("last", "this", "to"):
            return 2 if tags[at - 2] in _AUXILIARY else 0
        first -= 1
    while first > 0 and at - first < _LONGEST_DATE and tags[first] in _DATE:
        first -= 1
    behind = tags[first + 1 : at + 1]
    if words[first] != "on" or not ("day" in behind or "month" in behind):
        return 0
    return at - first + 1 if tags[first - 1] in _AUXILIARY else 0


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
