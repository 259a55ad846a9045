"""Subjects: whether a name or pronoun in its place speaks, owns what follows, or is no subject."""

from __future__ import annotations

import functools
import re

from corpuskit.scan import trie_pattern
from corpuskit_entities.tables import lexicon, neighbours, small_words, speech_verbs

__all__ = ["Text"]

_REACH = 40  # characters that hold a verb and what stands before it
_NEXT = re.compile(r"(?:, who)?\s(?:also\s|then\s|later\s|has\s|have\s|had\s)?(\w+)")

_IS = re.compile(r"(?:,? who)? (?:is|was|became|becomes)(?: also| once| now| then)? ")


class Text:
    """What stands around stretches of a folded text."""

    __slots__ = ("_folded", "_verbs")

    def __init__(self, folded: str) -> None:
        self._folded, self._verbs = folded, speech_verbs()

    def owns(self, start: int, end: int) -> bool:
        """Whether it has what follows: "Varga's", "his", "the Varga campaign", "Lund-based"."""
        folded = self._folded
        if folded.startswith(("'s", "' ", "-"), end) or _owned().match(folded, end):
            return True
        return end - start == 3 and folded[start:end] in ("his", "her")

    def governed(self, start: int) -> bool:
        """Whether a preposition stands before it, so that it is no subject."""
        before = self._folded[max(0, start - 10) : start]
        if before.endswith(" the late "):  # "led by the late Ana Sol"
            start -= len("the late ")
            before = self._folded[max(0, start - 10) : start]
        words = before.rsplit(None, 1)
        return bool(words) and words[-1] in small_words("preposition")

    def acted_on(self, start: int) -> bool:
        """Whether an infinitive stands before it, so that it is no subject: "to save Varga"."""
        before = self._folded[max(0, start - 24) : start].rsplit(None, 2)
        return len(before) > 2 and before[-2] == "to"

    def is_told_of(self, end: int, at: int) -> bool:
        """Whether what begins at `at` tells what it is: "Varga was", "Varga, who became"."""
        return _IS.fullmatch(self._folded, end, at) is not None

    def says(self, start: int, end: int) -> bool:
        """Whether a verb of speech stands after or before it."""
        folded = self._folded
        if self._speaks(end):
            return True
        after = end
        while folded.startswith((")", ","), after):
            after += 1
        if after > end and self._speaks(after):
            return True
        before = folded[max(0, start - 14) : start].rsplit(None, 1)
        return bool(before) and before[-1] in _leading_verbs()

    def says_more(self, start: int) -> bool:
        """Whether a pronoun that begins there says something, or does not: "she also told"."""
        words = self._folded[start : start + _REACH].split()[1:4]
        return any(word in self._verbs or word in small_words("denial") for word in words)

    def _speaks(self, end: int) -> bool:
        follow = _NEXT.match(self._folded, end)
        return follow is not None and follow.group(1) in self._verbs


@functools.cache
def _leading_verbs() -> frozenset[str]:
    """Verbs of speech that may stand before their subject: "said Rosa Varga"."""
    return frozenset([row.term for row in lexicon("speech_verbs.tsv").entries if row["leads"]])


@functools.cache
def _owned() -> re.Pattern[str]:
    return re.compile(rf" {trie_pattern(neighbours('owned'))}(?![\w'-])")
