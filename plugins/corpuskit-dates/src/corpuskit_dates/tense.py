"""Tense: whether a verb near an expression looks back or ahead."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Literal

from corpuskit.scan import Lexicon

__all__ = ["Tense", "TenseReader"]

Tense = Literal["past", "future", "present"]


class TenseReader:
    """Reads words by a language's `tense.tsv`.

    Rows say `past`, `future`, `present`, `none` (an ending's exception), `participle` (looks
    ahead, unless its auxiliary is past: "is scheduled", "had been scheduled") or `infinitive`
    (looks ahead after a present auxiliary: "is to meet"). The column `lends` says which tense
    an auxiliary lends. A row "-ed" is an ending.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        rows = lexicon.entries
        self._words = {row.term: row["tense"] for row in rows if row.term[0] != "-"}
        self.kind = functools.lru_cache(maxsize=16384)(self._kind)
        self._lends = {row.term: row["lends"] for row in rows if row["lends"]}
        self._endings = [(row.term[1:], row["tense"]) for row in rows if row.term[0] == "-"]

    def __call__(self, words: Sequence[str], index: int) -> Tense | None:
        """Tense that word `index` of a clause speaks of, or None."""
        kind = self.kind(words[index])
        if kind in _SILENT or (index and words[index][0].isupper()):
            return None  # no verb, or a name
        if kind == "participle":
            return "past" if self._lent(words, index) == "past" else "future"
        if kind == "infinitive":  # "is to resume"
            return "future" if self._lent(words, index) == "present" else None
        if kind == "ending":
            return self._lent(words, index) or "past"
        return kind  # type: ignore[return-value]

    def nearest(self, before: Sequence[str], after: Sequence[str]) -> Tense | None:
        """Tense of the last word before that has one, else of the first after."""
        for index in range(len(before) - 1, -1, -1):
            if self.kind(before[index]) and (tense := self(before, index)):
                return tense
        for index, word in enumerate(after):
            if self.kind(word) and (tense := self(after, index)):
                return tense
        return None

    def ends_in_infinitive(self, words: Sequence[str]) -> bool:
        """Whether the last verb is an infinitive: its mark with a word in lower case after it."""
        for index in range(len(words) - 1, -1, -1):
            kind = self.kind(words[index])
            if kind == "infinitive" and index + 1 < len(words) and words[index + 1].islower():
                return True
            if kind and self(words, index):
                return False
        return False

    def _lent(self, words: Sequence[str], index: int) -> Tense | None:
        """What auxiliaries just before the word lend it; the farthest one decides."""
        lent: Tense | None = None
        for word in reversed(words[max(0, index - 3) : index]):
            if found := self._lends.get(word.lower()):
                lent = found  # type: ignore[assignment]
        return lent

    def _kind(self, word: str) -> str:
        """What `tense.tsv` says of a word, "ending" for a past ending, "" for nothing."""
        word = word.lower()
        kind = self._words.get(word)
        if kind is None and len(word) > 3:
            for ending, tense in self._endings:
                if word.endswith(ending):
                    return "ending" if tense == "past" else tense
        return kind or ""


_SILENT = ("", "none")
