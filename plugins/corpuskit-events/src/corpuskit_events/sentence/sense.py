"""Sense: whether a trigger is a noun or a verb where it stands, and so which row of it fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import attrs

from corpuskit.scan import NUMBER_WORDS, Hit
from corpuskit_events.cue import cue, either
from corpuskit_events.words import Sense, senses_of

__all__ = ["is_superlative", "sense_of"]

_PREFIX = re.compile(r"\b(?:anti|counter|non|post|pre|pro|self)-$")
_IS = "".join(rf"(?<!\b{word})" for word in "he she it who that there what here where".split())
_COUNTS = ("two", "three", "several")
_INTO = frozenset(("in", "to", "after", "during", "from", "by", "amid", "despite"))
_IMPERATIVE = re.compile(r"\s(?:the|your|our|my|all|us|this|these|an?)\s")
_SUFFERED = re.compile(r"[.,;]|\s(?:in|by|at|after|when|near|on|and|as|during)\b")
_SUPERLATIVE = re.compile(r"\bthe\s(?!(?:pro)?(?:w|r|gu|t|arr|requ|inter)est\b)\w{3,}est$")
_OF = re.compile(r"\s(?:on|against|of|by|in|with|between)\s")
_CLOSES = re.compile(r"[.,;]|\s?\Z|\s(?:that|which|in\swhich)\b")
_OBJECT = re.compile(r"\s(?:those|him|them|her|his|its|their|all)\s")
_TO = re.compile(r"\bto$")
_NEXT = re.compile(r"\s(\w+)\b")
YEAR = 4  # digits
_VERBAL = ("ed", "ing")
_ATTRIBUTE = re.compile(r"\s([a-z]{4,}(?<!ly))\b")
_PLURAL = re.compile(
    r"\s(?!(?:others|hours|days|weeks|months|years)\b)[a-z]{2,}(?:[^s]s|men|women|children|people)\b"
)
_COUNTED = re.compile(r"\s(?:\d|\w+\slives)")


@attrs.frozen
class _Before:
    """What the last word before a trigger makes of it: a noun, a verb."""

    determines: bool
    superlative: bool
    verbal: bool
    to: bool


@attrs.frozen
class _Words:
    """What before a trigger tells a noun or a verb; and what behind it a noun in -s."""

    determiner: re.Pattern[str]
    verbal: re.Pattern[str]
    after_plural: re.Pattern[str]


@cache
def _words() -> _Words:
    return _Words(
        re.compile(rf"\b{either('the')}$|{_IS}'s$"),  # no "she's accused"
        re.compile(
            r"n't$|\b(?:to|will|would|can|could|may|might|must|should|shall|not|do|did|does|they|we"
            rf"|you|i|who|and|or|{either('people')}|(?!{either('no adverb')}$)\w+ly"
            r"|[a-z]*[^s'\s]s)$|^$"
        ),
        re.compile(rf"[.,;:]|\s{either('were')}\b"),
    )


@lru_cache(maxsize=4096)
def _before(word: str) -> _Before:
    words = _words()
    return _Before(
        words.determiner.search(word) is not None,
        word.endswith("est"),
        words.verbal.search(word) is not None,
        _TO.search(word) is not None,
    )


def sense_of(folded: str, first: int, stop: int, hit: Hit, words: Sequence[str]) -> Sense | None:
    """The row that fits: a noun after a determiner or before "on", else a verb, or None."""
    start, end, entries = hit
    if folded[end : end + 1] == "-":
        return None  # "arrest-related"
    senses = senses_of(entries[0].term)
    noun, verb = senses.noun, senses.verb
    if folded[start - 1] == "-" and (
        (noun is None and start > first) or _PREFIX.search(folded, first, start)
    ):
        return None  # "sugar-free", "court-ordered"; "anti-piracy"
    if verb is None:
        return None if _compound(folded, end, stop) else noun
    last = words[-1] if words else ""
    before = _before(last)
    form = verb.form
    if noun is None and form == "ed":
        return _past(folded, end, verb, words, before)
    as_noun = before.determines or (before.superlative and is_superlative(words))
    if form == "ing" and len(last) == 4 and last.isdecimal():
        as_noun = True  # "convicted in a 2009 poisoning"
    if noun and form == "ing" and not as_noun and not cue("phrase").isdisjoint(words[-3:]):
        as_noun = _CLOSES.match(folded, end) is not None  # "the 1998 embassy bombing, in which"
    if last == "of" and form == "ing":
        as_noun = False  # "accused of killing"
    if form == "ed" and (last == "that" or (last in _COUNTS and _SUFFERED.match(folded, end))):
        as_noun = False  # "the bomb that killed"; "two killed in Karn"
    if form == "ed" and verb.word in cue("suffered") and _is_attribute(folded, end, words):
        return None  # "freed twelve captured soldiers"
    if noun and (as_noun or _OF.match(folded, end)) and not before.to:
        return None if _compound(folded, end, stop) else noun
    if as_noun and form != "ing":
        return None  # "the accused", "the martyrs": no event of its own
    if form == "base" and start == first and _IMPERATIVE.match(folded, end):
        return None  # "Meet the team"
    if noun and form == "base" and not before.verbal and not _OBJECT.match(folded, end):
        return None if _compound(folded, end, stop) else noun  # "a gang attack"
    if form == "s" and (noun or folded.startswith(" ", end)):
        if _words().after_plural.match(folded, end):
            return noun  # "suicide attacks were"; None for "court bombs kill five"
        if noun and not _INTO.isdisjoint(words[-2:]):
            return noun  # "in rebel attacks over"
    if form != "ed" and _compound(folded, end, stop):
        return None  # "food and rescue equipment", "the arresting agency"
    return verb


def _past(
    folded: str, end: int, verb: Sense, words: Sequence[str], before: _Before
) -> Sense | None:
    """A past form of a word that is only a verb, or None for "the accused"."""
    if before.determines or (before.superlative and is_superlative(words)):
        last = words[-1]
        if last != "that" and not (last in _COUNTS and _SUFFERED.match(folded, end)):
            return None  # no event of its own
    if verb.word in cue("suffered") and _is_attribute(folded, end, words):
        return None
    return verb


def _is_attribute(folded: str, end: int, words: Sequence[str]) -> bool:
    """Whether a past form only tells what kind of people or things a verb or a preposition goes
    with: "treated wounded soldiers", "the bodies of nine executed prisoners"."""
    if not words:
        return False
    last, before = words[-1], words[-2] if len(words) > 1 else ""
    if last.endswith(_VERBAL) and last not in cue("string") | cue("to be"):
        kind = _ATTRIBUTE.match(folded, end)
        return kind is not None and kind[1] not in cue("under") | cue("describes")
    if last.isdecimal():
        counted = len(last) < YEAR and before not in cue("month names")
    else:
        counted = last in NUMBER_WORDS or last in cue("count")
    return counted and _PLURAL.match(folded, end) is not None


def is_superlative(words: Sequence[str]) -> bool:
    """Whether the last two words are "the deadliest" and the like."""
    return _SUPERLATIVE.search(" ".join(words[-2:])) is not None


def _compound(folded: str, start: int, end: int) -> bool:
    """Whether the next word is a head that the word before only describes."""
    match = _NEXT.match(folded, start, end)
    if match is None or match[1] not in cue("squad"):
        return False
    return _COUNTED.match(folded, match.end(), end) is None  # "raid claims 12 lives"
