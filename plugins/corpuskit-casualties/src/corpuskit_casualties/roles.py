"""Roles: which side the victims belong to, by their noun and the words before it."""

from __future__ import annotations

from corpuskit_casualties.line import Line
from corpuskit_casualties.phrases import Phrase

__all__ = ["role_of"]


def role_of(line: Line, phrase: Phrase) -> str:
    if phrase.noun is None:
        return "unknown"
    return line.info[phrase.noun].role or "unknown"
