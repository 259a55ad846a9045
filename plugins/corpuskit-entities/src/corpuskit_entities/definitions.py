"""Definitions: names that the acronym in brackets after them shows to be one ("… and … (ABC)")."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from corpuskit.scan import Scan
from corpuskit_entities.cluster import Mention
from corpuskit_entities.lexica import token_of
from corpuskit_entities.names import acronym_of
from corpuskit_entities.spelling import plain

__all__ = ["defined"]

_WORD = re.compile(r"[^\W_][\w’']*")
_REACH = 110  # characters back within which the name must begin
_BRACKETED = re.compile(r"\([A-Z][^\s()]{2,}(?=\))")  # what may be an acronym
_start = attrgetter("start")
_CLOSING = re.compile(r"(?:[’']s?)? \(")


def defined(scan: Scan, mentions: list[Mention]) -> list[Mention]:
    """The mentions, where what an acronym spells is one and not several."""
    if not mentions:
        return mentions
    brackets = _BRACKETED.finditer(scan.raw, mentions[0].start, mentions[-1].end + 1)
    for start, end in [(match.start() + 1, match.end()) for match in brackets]:
        at = bisect_left(mentions, start, key=_start)
        if at < len(mentions) and _is_acronym(mentions[at], start, end):
            before = mentions[:at]
            if _join(scan, mentions[at], before):
                for mention in [m for m in mentions if m.words == before[-1].words]:
                    mention.kind, mention.rule = "organisation", "entities.defined"
            mentions[:at] = before
    return mentions


def _is_acronym(mention: Mention, start: int, end: int) -> bool:
    """Whether a mention is all that brackets hold, and an acronym."""
    inside = mention.start == start and mention.end == end
    return inside and len(mention.words) == 1 and token_of(mention.text).acronym


def _join(scan: Scan, acronym: Mention, found: list[Mention]) -> bool:
    """Make one of the last mentions, if a name that begins before the last one is spelt; whether
    the last one is spelt and of no kind that its words tell."""
    floor = max(scan.sentences[acronym.sentence].start, acronym.start - _REACH)
    words = [*_WORD.finditer(scan.raw, floor, acronym.start)]
    if not found or not words or not _CLOSING.fullmatch(scan.raw, words[-1].end(), acronym.start):
        return False
    end = words[-1].end()
    while scan.raw[end - 2 : end] in ("’s", "'s"):
        end -= 2
    for first in reversed(words[:-1]):
        start = first.start()
        if first.group()[0].isupper() and acronym_of(acronym.text, scan.raw[start:end]):
            if start < found[-1].start and end >= found[-1].end:
                _replace(scan, start, end, acronym.sentence, found)
            return start == found[-1].start and found[-1].kind == "unknown"
    return False


def _replace(scan: Scan, start: int, end: int, sentence: int, found: list[Mention]) -> None:
    inside = [mention for mention in found if mention.start >= start]
    if any(mention.start < start < mention.end for mention in found[-len(inside) - 1 :]):
        return
    del found[len(found) - len(inside) :]
    text = scan.raw[start:end]
    words, gender = tuple(plain(word) for word in text.split()), inside[0].gender
    rule = "entities.defined"
    found.append(
        Mention(start, end, text, words, gender, None, sentence, False, "organisation", rule)
    )
