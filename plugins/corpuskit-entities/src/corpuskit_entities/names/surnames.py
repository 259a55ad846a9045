"""Surnames: by which words of a full name somebody is called alone."""

from __future__ import annotations

from collections.abc import Iterable

from corpuskit_entities.across.spelling import consonants, same_word
from corpuskit_entities.lexica import place_of, token_of
from corpuskit_entities.tables import name_parts

__all__ = ["is_spelt", "middle_names", "name_words", "spelt"]

_SPELT = 6  # letters of a surname that may be spelt in two ways, at least
_SEVERAL = 3  # words of a name with a middle one, and letters of what is no initial


def name_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a person's name without "Jr" and its like."""
    return words[:-1] if words[-1] in name_parts("mark") and len(words) > 1 else words


def middle_names(words: tuple[str, ...]) -> list[str]:
    """The words between first and last name by which somebody may be called: "Sol" of Ana Sol
    Varga; none where a word shows that more than a name was taken in."""
    if len(words) < _SEVERAL or any(token_of(word).common for word in words[1:]):
        return []
    return [word for word in words[1:-1] if len(word) >= _SEVERAL]


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
