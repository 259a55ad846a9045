"""Cues: words of a sentence on which rules hang, found in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import attrs

from corpuskit.scan import Lexicon, trie_pattern
from corpuskit_events.cue import cue

__all__ = ["Cues", "cues_in", "noun_of"]


@attrs.define(eq=False)
class Cues:
    """Offsets of words by what they are for.

    Attributes:
        people: nouns of people and powers.
        modal: words of `lexicons/modality.tsv`.
        fiction: words for films and novels.
        another: words that can tell of one deed more.
    """

    people: list[tuple[int, int]]
    modal: list[tuple[int, int]]
    fiction: list[tuple[int, int]]
    another: list[tuple[int, int]]


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, int]]:
    """What stands before a cue, and the cue; with the field of `Cues` for each."""
    people = Lexicon.from_package("corpuskit_events", "actors.tsv")
    modal = Lexicon.from_package("corpuskit_events", "modality.tsv")
    general = Lexicon.from_package("corpuskit_events", "general.tsv").entries
    fiction = [entry.term for entry in general if entry["kind"] == "fiction"]
    kinds: tuple[Iterable[str], ...] = (people, modal, fiction, cue("another"))
    fields = {term: number for number, terms in enumerate(kinds) for term in terms}
    return re.compile(rf"[^a-z0-9_]\b({trie_pattern(fields)})\b"), fields


def cues_in(folded: str, start: int, end: int) -> Cues:
    """The cues of one sentence, folded[start:end], in text order."""
    pattern, fields = _cues()
    found: tuple[list[tuple[int, int]], ...] = ([], [], [], [])
    shift = 0
    if not start:
        folded, shift = f" {folded[:end]}", 1
    for match in pattern.finditer(folded, start + shift - 1, end + shift):
        term = match[1]
        field = fields.get(term)
        if field is None:  # over a line end
            field = fields[" ".join(term.split())]
        stop = match.end() - shift
        found[field].append((stop - len(term), stop))
    return Cues(*found)


@cache
def _people() -> frozenset[str]:
    return frozenset(Lexicon.from_package("corpuskit_events", "actors.tsv"))


@lru_cache(maxsize=4096)
def noun_of(name: str) -> str:
    """The noun of people or powers that a name ends with, folded: of "Orlish forces", "forces"."""
    words = name.lower().split()
    tails = (" ".join(words[number:]) for number in range(len(words)))
    return next((tail for tail in tails if tail in _people()), name.lower())
