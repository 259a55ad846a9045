"""Compounds: which hyphenated words are two names ("Arvania-Borland") and which are one."""

from __future__ import annotations

import functools
import re

from corpuskit_entities.lexica import known, place_of, token_of
from corpuskit_entities.tables import name_parts

__all__ = ["bare", "compound", "is_adjective", "is_branch", "known_pair"]

_HYPHENED = re.compile(r"[^-–]+")
_SHORT = 4  # letters of a given name's second part (Ki-moon) that is a word too, at most
_BRANCH = 2  # letters of an acronym that only tells a branch, at most
_ACRONYM = 4  # letters of one that is no half of a surname, at most
_PARTIES = frozenset("DRIL")  # of members of parliament, before their place


@functools.lru_cache(maxsize=4096)
def compound(text: str) -> tuple[tuple[int, int], ...]:
    """The names in "Arvania-Borland", "UN-led" and "(R-Utah)"; () for a hyphenated name."""
    whole = bare(text)
    cuts = [m.span() for m in _HYPHENED.finditer(whole)]
    if len(cuts) > 2 and whole[cuts[-1][0]].islower():
        cuts = [(0, cuts[-2][1]), cuts[-1]]  # al-Sahl-linked
    names = [text[a:b] for a, b in cuts]
    if len(names) != 2 or not names[0] or token_of(whole).people or known(whole):
        return ()
    if names[1][:1].islower():
        if text[cuts[0][1]] == "–":
            return (cuts[0],)  # Arvania–as ever–
        lead = token_of(names[0])
        small = token_of(names[1]).stop == "function" and names[1] not in name_parts("particle")
        named = lead.upper and not lead.common and names[0].rpartition("-")[2][:1].isupper()
        return (cuts[0],) if (small or _is_tail(names[1])) and named else ()
    last = token_of(names[1])
    told = last.common and last.folded.endswith(("ed", "ing"))
    if (told or last.folded in name_parts("tail")) and not token_of(names[0]).common:
        return (cuts[0],)  # Norway-Backed, in a headline
    if names[0] in _PARTIES and place_of(names[1]) is not None:
        return (cuts[1],)
    if last.folded in name_parts("emigrant") and token_of(names[0]).people:
        return ()
    if is_branch(*names):
        return ()
    if all(map(_may_be_surname, names)):
        return ()  # in capitals: Rosa HOLTZ-VARGA
    return tuple(cuts) if all(_stands_alone(name) for name in names) else ()


def is_branch(front: str, tail: str) -> bool:
    """ "ALFU-N", "ALFU-GC": an acronym and what tells which branch, that nobody knows alone."""
    if not (front.isupper() and tail.isupper() and front.isalpha() and tail.isalpha()):
        return False
    told = known(tail) or place_of(tail) or token_of(tail).common
    return len(front) > 1 and len(tail) <= _BRANCH and not told and token_of(front).acronym


def known_pair(words: str, last: str) -> tuple[tuple[int, int], ...]:
    """ "Zarvik Post-ABC News", "Zarvik Post-affiliated": the halves of its last word, or the first,
    where all before the hyphen is known."""
    at = last.find("-")
    if known(words[: len(words) - len(last) + at]) is None:
        return ()
    if last[at + 1 : at + 2].isupper():
        return (0, at), (at + 1, len(last))
    return ((0, at),) if _is_tail(last[at + 1 :]) else ()


def is_adjective(word: str) -> bool:
    """Whether a word is made of two common ones: "Community-based", but not "Long-Range"."""
    front, _, tail = word.rpartition("-")
    return bool(front) and tail.islower() and token_of(front).common and token_of(tail).common


def _is_tail(word: str) -> bool:
    """ "-led", "-affiliated", "-friendly"."""
    return word in name_parts("tail") or (len(word) > _SHORT and token_of(word).common)


def _stands_alone(name: str) -> bool:
    token = token_of(name)
    place = place_of(name)
    return token.people or token.acronym or (place is not None and place.kind == "country")


def _may_be_surname(name: str) -> bool:
    return name.isupper() and len(name) > _ACRONYM and not (known(name) or place_of(name))


def bare(text: str) -> str:
    """The word without a possessive or a closing quote mark."""
    if text.endswith(("’s", "'s", "’S", "'S")):
        return text[:-2]
    return text.rstrip("’'")
