"""Tense: whether a verb near an expression looks back or ahead."""

from __future__ import annotations

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
        self._lends = {row.term: row["lends"] for row in rows if row["lends"]}
        self._endings = [(row.term[1:], row["tense"]) for row in rows if row.term[0] == "-"]

    def __call__(self, words: Sequence[str], index: int) -> Tense | None:
        """Tense that word `index` of a clause speaks of, or None."""
        word = words[index]
        if word[0].isupper() and index:
            return None  # a name
        kind = self._kind(word.lower())
        if kind in (None, "none"):
            return None
        if kind == "participle":
            lent = self._lent(words, index)
            return "past" if lent == "past" else "future"
        if kind == "infinitive":  # "is to resume"
            return "future" if self._lent(words, index) == "present" else None
        if kind == "ending":
            lent = self._lent(words, index)
            return "past" if lent is None else lent
        return kind  # type: ignore[return-value]

    def is_infinitive(self, words: Sequence[str], index: int) -> bool:
        """Whether word `index` is the mark of an infinitive, with a verb in lower case after it."""
        follows = words[index + 1 : index + 2]
        return bool(follows) and follows[0].islower() and self._kind(words[index]) == "infinitive"

    def _kind(self, word: str) -> str | None:
        kind = self._words.get(word)
        if kind is None and len(word) > 4:
            for ending, tense in self._endings:
                if word.endswith(ending):
                    return "ending" if tense == "past" else tense
        return kind

    def _lent(self, words: Sequence[str], index: int) -> Tense | None:
        """What auxiliaries just before the word lend it; the farthest one decides."""
        lent: Tense | None = None
        for word in reversed(words[max(0, index - 3) : index]):
            if found := self._lends.get(word.lower()):
                lent = found  # type: ignore[assignment]
        return lent
