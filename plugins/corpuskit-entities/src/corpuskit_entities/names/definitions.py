"""Definitions: names that the acronym in brackets after them shows to be one ("… and … (ABC)")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from corpuskit.scan import Scan
from corpuskit_entities.across.same_name import acronym_of
from corpuskit_entities.across.spelling import plain
from corpuskit_entities.cluster import Mention
from corpuskit_entities.lexica import token_of
from corpuskit_entities.tables import small_words

__all__ = ["defined", "is_made_of"]

_WORD = re.compile(r"[^\W_][\w’']*")
_SYLLABLE = 3  # letters of a word made of syllables, at least one more
_SPARING = 5  # letters of an acronym that may have none of one word, at least
_SHORTEST = 3  # letters of an acronym that makes a body of what spells it
_LONGEST = 7  # letters of an acronym that is written with small ones
_REACH = 110  # characters back within which the name must begin
_TICKER = ".NS)"  # behind the letters of a share
_SHARE = re.compile(r"[A-Z0-9]{2,}\.[A-Z]{1,2}\)")
_BRACKETED = re.compile(r"\([A-Z][^\s()]+(?=\))")  # what may be an acronym
_start = attrgetter("start")
_CLOSING = re.compile(r"(?:[’']s?)? \(")


def defined(scan: Scan, mentions: list[Mention]) -> list[Mention]:
    """The mentions, where what an acronym spells is one and not several, and where a word that
    small letters hide ("Bela") is an acronym if the name before it spells that."""
    if not mentions:
        return mentions
    offices: set[tuple[str, ...]] = set()
    shares: set[int] = set()
    brackets = _BRACKETED.finditer(scan.raw, mentions[0].start, mentions[-1].end + len(_TICKER))
    for start, end in [(match.start() + 1, match.end()) for match in brackets]:
        at = bisect_left(mentions, start, key=_start)
        if scan.raw.find(".", end - len(_TICKER) + 1, end) > 0 and _SHARE.match(scan.raw, start):
            inside = mentions[at : bisect_left(mentions, end, key=_start)]
            shares.update([mention.start for mention in inside])
            continue
        if at < len(mentions) and _may_be_acronym(mentions[at], start, end):
            before, acronym = mentions[:at], mentions[at]
            name = _spelt(scan, acronym)
            if _is_office(scan.raw[slice(*name)]) if name else _is_noun(scan, acronym):
                offices.add(acronym.words)
            if name is None or not before or acronym.words in offices or end - start < _SHORTEST:
                continue
            if name[0] < before[-1].start and name[1] >= before[-1].end:
                _replace(scan, *name, acronym.sentence, before)
            small = not token_of(acronym.text).acronym
            unsure = ("unknown", "other") if small else ("unknown",)
            if name[0] == before[-1].start and before[-1].kind in unsure:
                _become_bodies(mentions, before[-1].words)
            if small and before[-1].kind == "organisation":
                _become_bodies(mentions, acronym.words)
            mentions[:at] = before
    if offices:
        mentions = [m for m in mentions if m.words not in offices or m.kind == "place"]
    return [m for m in mentions if m.start not in shares] if shares else mentions


def _is_office(name: str) -> bool:
    """Whether a name that an acronym spells is somebody's office: "District Police Officer"."""
    last = token_of(name.rsplit(None, 1)[-1])
    return last.role and not last.head


def _is_noun(scan: Scan, acronym: Mention) -> bool:
    """Whether words with small letters spell it that are no body's: "armoured carrier (AC)"."""
    letters = acronym.text.lower()
    floor = max(scan.sentences[acronym.sentence].start, acronym.start - _REACH)
    words = _WORD.findall(scan.raw, floor, acronym.start - 2)[-len(letters) :]
    if "".join([word[0] for word in words]) != letters or not scan.raw.endswith(
        f"{words[-1]} (", floor, acronym.start
    ):
        return False
    last = token_of(words[-1])
    return not last.head and all(word.islower() for word in words)


def _become_bodies(mentions: list[Mention], words: tuple[str, ...]) -> None:
    for mention in [m for m in mentions if m.words == words]:
        mention.kind, mention.rule = "organisation", "entities.defined"


def _may_be_acronym(mention: Mention, start: int, end: int) -> bool:
    """Whether a mention is all that brackets hold, and one word that is or may be an acronym."""
    inside = mention.start == start and mention.end == end
    return (
        inside
        and len(mention.words) == 1
        and (end - start <= _LONGEST or token_of(mention.text).acronym)
    )


def _spelt(scan: Scan, acronym: Mention) -> tuple[int, int] | None:
    """The name right before an acronym's brackets that spells it."""
    floor = max(scan.sentences[acronym.sentence].start, acronym.start - _REACH)
    words = [*_WORD.finditer(scan.raw, floor, acronym.start)]
    if not words or not _CLOSING.fullmatch(scan.raw, words[-1].end(), acronym.start):
        return None
    end = words[-1].end()
    while scan.raw[end - 2 : end] in ("’s", "'s"):
        end -= 2
    for first in reversed(words[:-1]):
        start = first.start()
        name = scan.raw[start:end]
        if name[0].isupper() and (
            acronym_of(acronym.text, name)
            or (first is not words[-2] and _spells_out(acronym.text, name))
            or _is_of_syllables(acronym.text, name)
            or _leaves_one_out(acronym.text, name)
        ):
            return start, end
    return None


def _is_of_syllables(short: str, name: str) -> bool:
    """Whether the first letters of a name's words make it up: "Comlec" of Committee on Lectures."""
    words = [word for word in map(plain, name.split()) if word not in small_words("unlettered")]
    return len(short) > _SYLLABLE and not short.isupper() and _made_of(plain(short), words)


def _spells_out(short: str, name: str) -> bool:
    """ "UNHCR" of UN High Commissioner for Refugees: an acronym within gives all its letters."""
    words = [token_of(word) for word in name.split()]
    if not any(token.acronym for token in words):
        return False
    letters = [
        t.folded if t.acronym else t.folded[:1]
        for t in words
        if t.folded not in small_words("unlettered")
    ]
    return "".join(letters) == plain(short)


def _leaves_one_out(short: str, name: str) -> bool:
    """ "ALTMIZ" of Arvanian League Union Training Mission in Zarvik, "ALMIZAR": a word gives
    nothing, the first and the last aside."""
    first, *words = map(plain, name.split())
    if len(short) < _SPARING or not short.isupper() or plain(short)[0] != first[0]:
        return False
    return any(
        _made_of(plain(short)[1:], words[:at] + words[at + 1 :]) for at in range(len(words) - 1)
    )


def is_made_of(short: str, name: str) -> bool:
    """Whether the first letters of a name's last words make it up: "FISHCOM" of Fish Command."""
    words = [word for word in map(plain, name.split()) if word not in small_words("unlettered")]
    letters = plain(short)
    return len(letters) > _SYLLABLE and any(
        _made_of(letters, words[at:]) for at in range(len(words) - 1)
    )


def _made_of(letters: str, words: Sequence[str]) -> bool:
    if not letters or not words:
        return not letters and not words
    fitting = (n for n in range(len(letters), 0, -1) if words[0].startswith(letters[:n]))
    return any(_made_of(letters[n:], words[1:]) for n in fitting)


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
