"""Word: a word of a capitalised run, with its place in the run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpuskit_entities.lexica import Token

__all__ = ["Word", "text_of"]


class Word(NamedTuple):
    """Offsets into the run, and what the word may be."""

    start: int
    end: int
    token: Token


def text_of(words: Sequence[Word]) -> str:
    """The words with single spaces, without closing full stops."""
    return " ".join([word.token.text for word in words])
