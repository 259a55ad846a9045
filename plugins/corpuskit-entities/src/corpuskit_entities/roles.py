"""Roles: what somebody is, as told with small letters right before a name or in apposition."""

from __future__ import annotations

import re

from corpuskit_entities.context import DETERMINERS
from corpuskit_entities.lexica import token_of
from corpuskit_entities.tables import lexicon, speech_verbs

__all__ = ["role_after", "role_before"]

_APPOSITION = re.compile(r",\s(?:(?:the|a|an|his|her|their|its)\s|[\w-]+(?:'s?)\s)?")
_TOKEN = re.compile(r"[\w'.’-]*[\w’']")
_CLAUSE = frozenset("who which said and was is has".split())  # after them comes no apposition
_CUTS = (",", ";", "—", "–", "“", '"', ":")
_LONGEST_ROLE = 8
_MODIFIERS = 4  # words before a role that say which, at most
_REACH = 24


def role_before(folded: str, start: int, floor: int) -> tuple[int, int] | None:
    """A role right before a name: "former prime minister Ana Sol", "the envoy of the group, Ana".

    Args:
        floor: the sentence's start; nothing before it is looked at.
    """
    if start <= floor or folded[start - 1] != " ":
        return None
    if folded[start - 2] == ",":
        window = folded[max(floor, start - 90) : start - 2]
        return _apposition_before(window, start - 2 - len(window))
    last_word = folded[max(floor, start - _REACH) : start].rsplit(None, 1)[-1:]
    if not last_word or not token_of(last_word[0]).role:
        return None
    window = folded[max(floor, start - 90) : start]
    offset = start - len(window)
    words = [*_TOKEN.finditer(window)]
    if not words or words[-1].end() != len(window) - 1:
        return None
    first = last = len(words) - 1
    while 0 < first > last - _MODIFIERS and _modifies(window, words[first - 1], words[first]):
        first -= 1
    return offset + words[first].start(), offset + words[last].end()


def _modifies(window: str, one: re.Match[str], two: re.Match[str]) -> bool:
    if window[one.end() : two.start()] != " ":
        return False
    return one.group() in lexicon("role_modifiers.tsv") or token_of(one.group()).role


def _apposition_before(window: str, offset: int) -> tuple[int, int] | None:
    """ "the spokesman for the ministry, " before a name: back to the determiner."""
    cut = max(map(window.rfind, _CUTS))
    words = [*_TOKEN.finditer(window, cut + 1)]
    if not words or len(words) > _LONGEST_ROLE + 2:
        words = words[-_LONGEST_ROLE - 2 :]
    texts = [word.group() for word in words]
    for index, text in enumerate(texts):
        if text not in DETERMINERS and not text.endswith("'s"):
            continue
        for at in range(index + 1, min(index + 5, len(texts))):
            if token_of(texts[at]).role:
                if texts[at + 1 : at + 2] and texts[at + 1] not in ("of", "for", "to", "at"):
                    return None
                return offset + words[index + 1].start(), offset + words[-1].end()
    return None


def role_after(raw: str, folded: str, end: int, ceiling: int) -> tuple[int, int] | None:
    """A role in apposition after a name: ", the trade minister of Arvania,"; without article.

    Args:
        ceiling: the sentence's end.
    """
    if not folded.startswith(", ", end):
        return None
    opening = _APPOSITION.match(folded, end, ceiling)
    if opening is None:
        return None
    words: list[re.Match[str]] = []
    at = opening.end()
    while len(words) < _LONGEST_ROLE:
        match = _TOKEN.match(folded, at, ceiling)
        if match is None:
            break
        words.append(match)
        at = match.end()
        if folded[at : at + 1] != " ":
            break
        at += 1
    for index in range(min(len(words), 6)):
        word = words[index].group()
        if word in _CLAUSE:
            return None
        if token_of(word).role:
            last = _role_end(words, index)
            if words[last + 1 : last + 2] and words[last + 1].group() in speech_verbs():
                return None  # "in Karn, the mayor said": a clause of its own
            return words[0].start(), _whole_name(raw, words[last].end(), ceiling)
    return None


def _whole_name(raw: str, end: int, ceiling: int) -> int:
    """On to the end of a capitalised name that was cut short."""
    while end < ceiling - 1 and raw[end] == " " and raw[end + 1].isupper():
        match = _TOKEN.match(raw, end + 1, ceiling)
        if match is None:
            break
        end = match.end()
    return end


def _role_end(words: list[re.Match[str]], index: int) -> int:
    """The role's last word, with an "of the ministry" that follows it."""
    while index + 1 < len(words) and token_of(words[index + 1].group()).role:
        index += 1
    if index + 2 < len(words) and words[index + 1].group() == "of":
        follow = index + 2
        if words[follow].group() == "the" and follow + 1 < len(words):
            follow += 1
        return follow
    return index
