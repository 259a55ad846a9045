"""Surnames: by which words of a full name somebody is called alone."""

from __future__ import annotations

from collections.abc import Iterable

from corpuskit_entities.across.spelling import consonants, same_word
from corpuskit_entities.lexica import place_of, token_of
from corpuskit_entities.tables import name_parts

__all__ = ["are_spellings", "is_spelt", "middle_names", "name_words", "nickname", "spelt"]

_SPELT = 6  # letters of a surname that may be spelt in two ways, at least
_GIVEN = 4  # letters of a first name that may be
_SEVERAL = 3  # words of a name with a middle one, and letters of what is no initial


def name_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a person's name without "Jr" and its like and a nickname in marks."""
    if len(words) > 1 and words[-1] in name_parts("mark"):
        words = words[:-1]
    if len(words) >= _SEVERAL and nickname(words):
        return tuple([word for word in words if word[0].isalnum()])
    return words


def nickname(words: tuple[str, ...]) -> str:
    """What stands in marks within a name: 'Rosa "Ro" Varga', "Rosa (Ro) Varga"; or ""."""
    for word in words[1:-1]:
        if not word[0].isalnum():
            return word.strip("\"“”()‘’'")
    return ""


def middle_names(words: tuple[str, ...]) -> list[str]:
    """The words between first and last name by which somebody may be called: "Sol" of Ana Sol
    Varga; none where a word shows that more than a name was taken in."""
    if len(words) < _SEVERAL or any(token_of(word).common for word in words[1:]):
        return []
    return [word for word in words[1:-1] if len(word) >= _SEVERAL]


def are_spellings(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two full names are one in two spellings: "Terrence Varga", "Terence Varga", of whom
    no first name tells that they are a man and a woman ("Frances", "Francis")."""
    if len(one) != len(two):
        return False
    genders = {token_of(one[0]).gender, token_of(two[0]).gender} - {""}
    if len(genders) > 1 or len(one[0]) < _GIVEN or len(two[0]) < _GIVEN:
        return False
    surnames = one[-1], two[-1]
    if one[-1] != two[-1] and min(map(len, surnames)) < _SPELT:
        return False
    return all(a == b or same_word(a, b) for a, b in zip(one, two, strict=True))


def is_spelt(word: str, surnames: Iterable[str]) -> bool:
    """Whether a word that is nothing else is one of some folded surnames in another spelling."""
    token = token_of(word)
    if len(word) < _SPELT or token.common or token.first or token.head or token.people:
        return False
    return spelt(token.folded, surnames) != "" and place_of(word) is None


def spelt(word: str, surnames: Iterable[str]) -> str:
    """The only one of some surnames that is a spelling of a folded word, or ""."""
    if len(word) < _SPELT:
        return ""
    sound = consonants(word)
    found = [one for one in surnames if consonants(one) == sound and same_word(word, one)]
    return found[0] if len(found) == 1 else ""
