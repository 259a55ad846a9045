"""Surnames: by which words of a full name somebody is called alone."""

from __future__ import annotations

from corpuskit_entities.lexica import token_of
from corpuskit_entities.tables import name_parts

__all__ = ["middle_names", "name_words"]

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
