"""Definitions: names that the acronym in brackets after them shows to be one ("… and … (ABC)")."""

from __future__ import annotations

import re

from corpuskit.scan import Scan
from corpuskit_entities.lexica import token_of
from corpuskit_entities.mentions import Mention
from corpuskit_entities.names import acronym_of
from corpuskit_entities.spelling import plain

__all__ = ["defined"]

_WORD = re.compile(r"[^\W_][\w’']*")
_REACH = 110  # characters back within which the name must begin
_CLOSING = re.compile(r"(?:[’']s?)? \(")


def defined(scan: Scan, mentions: list[Mention]) -> list[Mention]:
    """The mentions, where what an acronym spells is one and not several."""
    found: list[Mention] = []
    for mention in mentions:
        if scan.raw[mention.start - 1 : mention.start] == "(" and _is_acronym(scan, mention):
            _join(scan, mention, found)
        found.append(mention)
    return found


def _is_acronym(scan: Scan, mention: Mention) -> bool:
    one = len(mention.piece.words) == 1 and token_of(mention.text).acronym
    return one and len(mention.text) > 2 and scan.raw[mention.end : mention.end + 1] == ")"


def _join(scan: Scan, acronym: Mention, found: list[Mention]) -> None:
    """Make one of the last mentions, if a name that begins before the last one is spelt."""
    floor = max(scan.sentences[acronym.sentence].start, acronym.start - _REACH)
    words = [*_WORD.finditer(scan.raw, floor, acronym.start)]
    if not found or not words or not _CLOSING.fullmatch(scan.raw, words[-1].end(), acronym.start):
        return
    end = words[-1].end()
    while scan.raw[end - 2 : end] in ("’s", "'s"):
        end -= 2
    for first in reversed(words[:-1]):
        start = first.start()
        if first.group()[0].isupper() and acronym_of(acronym.text, scan.raw[start:end]):
            if start < found[-1].start and end >= found[-1].end:
                _replace(scan, start, end, acronym.sentence, found)
            return


def _replace(scan: Scan, start: int, end: int, sentence: int, found: list[Mention]) -> None:
    inside = [mention for mention in found if mention.start >= start]
    if any(mention.start < start < mention.end for mention in found[-len(inside) - 1 :]):
        return
    del found[len(found) - len(inside) :]
    text = scan.raw[start:end]
    words = tuple(plain(word) for word in text.split())
    piece = inside[0].piece._replace(
        end=inside[0].piece.start + len(text), words=words, kind="organisation"
    )
    found.append(
        Mention(start, end, text, piece, None, sentence, False, "organisation", "entities.defined")
    )
