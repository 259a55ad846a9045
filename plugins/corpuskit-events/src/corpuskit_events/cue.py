"""Cue: words that tell how a trigger is read, by what they are used for."""

from __future__ import annotations

from functools import cache

from corpuskit.scan import Lexicon, trie_pattern

__all__ = ["cue", "either"]


@cache
def cue(use: str) -> frozenset[str]:
    """Words of one use in cues.tsv, whose head and headings say what each use is for."""
    return _cues()[use]


def either(*uses: str) -> str:
    """A regular expression for the words of some uses."""
    return trie_pattern(term for use in uses for term in cue(use))


@cache
def _cues() -> dict[str, frozenset[str]]:
    return Lexicon.from_package("corpuskit_events", "cues.tsv").by("cue")
