"""Tense: whether a verb near an expression looks back or ahead."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Literal

from corpuskit.scan import Lexicon

__all__ = ["Tense", "TenseReader"]

Tense = Literal["past", "future", "present", "near", "due", "planned"]
"""`near` is a present that tells of what comes next ("begins", "is leaving", "is on Friday");
`due` was planned, and may be over or still to come ("was scheduled for Friday"); `planned` is
a participle by itself: what follows tells ("a rally planned for Friday was called off")."""


class TenseReader:
    """Reads words by a language's `tense.tsv`.

    Rows say what a word or an ending (`-ed`) tells:

    - `past`, `future`, `present`; `none`: an ending's exception
    - `participle`: looks ahead, unless its auxiliary is past ("is scheduled", "had been scheduled")
    - `progressive`: looks ahead after a present auxiliary ("is leaving")
    - `timetable`: looks ahead where it is a finite verb ("the trial begins", not "to begin")
    - `plan`: looks ahead where it is a verb ("plans to sell", not "announced plans to sell")
    - `fixed`: a participle before an infinitive or a word of the kind `towards` ("set for May"),
      else past ("the record was set in May")
    - `article`: what stands before a noun
    - `infinitive`: its mark; looks ahead after a present auxiliary ("is to meet") or a word of
      the kind `forward` ("agreed to meet")
    - `between`: may stand between an auxiliary and its verb; `negation` may, and turns it

    The column `lends` says which tense an auxiliary lends: `open` is a past that leaves open
    whether a plan came true, `future/past` changes when negated ("could not be reached").
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
        if words[index].lower() in self._lends:
            return kind  # type: ignore[return-value]  # an auxiliary is lent nothing
        before = self._kind_at(words, index - 1)
        if kind == "infinitive":
            return self._to(words, index, before)
        if kind == "timetable":
            return None if before in ("infinitive", "article") else "near"
        if kind == "plan":
            verb = self._kind_at(words, index + 1) == "infinitive" and before not in _NOUN_AFTER
            return "future" if verb else None
        lent = self._lent(words, index)
        if kind == "fixed":
            after = self._kind_at(words, index + 1)
            kind = "participle" if after in ("infinitive", "towards") else "past"
        if kind == "participle":
            return _PARTICIPLE.get(lent, "future")
        if kind == "progressive":
            return _PROGRESSIVE.get(lent)
        if kind in ("past", "ending", "forward"):
            return "past" if lent in ("", "open") else lent  # type: ignore[return-value]
        return kind  # type: ignore[return-value]

    def nearest(self, before: Sequence[str], after: Sequence[str]) -> Tense | None:
        """Tense of the last word before that has one, else of the first after."""
        for index in range(len(before) - 1, -1, -1):
            if self.kind(before[index]) and (tense := self(before, index)):
                if tense == "present" and index >= len(before) - 2:
                    return "near"  # "the game is Friday", "is on Friday"
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

    def _to(self, words: Sequence[str], index: int, before: str) -> Tense | None:
        if "forward" in (before, self._kind_at(words, index - 2)):
            return "future"  # "agreed to meet", "ordered him to leave"
        return _TO.get(self._lent(words, index))

    def _lent(self, words: Sequence[str], index: int) -> str:
        """What the auxiliaries just before the word lend it; the farthest one decides. "" if
        there are none."""
        lent, negated = "", False
        for word in reversed(words[max(0, index - 5) : index]):
            word = word.lower()
            if found := self._lends.get(word):
                plain, _, turned = found.partition("/")
                lent = turned if turned and (negated or self._negated(words)) else plain
                continue
            kind = self.kind(word)
            if kind == "infinitive":  # "to be held", "to have left"
                return lent or "future"
            if kind not in ("between", "negation"):
                break
            negated = negated or kind == "negation"
        return lent

    def _negated(self, words: Sequence[str]) -> bool:
        return any(self.kind(word) == "negation" for word in words)

    def _kind_at(self, words: Sequence[str], index: int) -> str:
        return self.kind(words[index]) if 0 <= index < len(words) else ""

    def _kind(self, word: str) -> str:
        """What `tense.tsv` says of a word, "ending" for a past ending, "" for nothing."""
        word = word.lower()
        kind = self._words.get(word)
        if kind is None and len(word) > 3:
            for ending, tense in self._endings:
                if word.endswith(ending):
                    return "ending" if tense == "past" else tense
        return kind or ""


_SILENT = ("", "none", "between", "negation", "article", "towards")
_NOUN_AFTER = ("article", "past", "ending", "progressive")
_TO: dict[str, Tense] = {"present": "future", "open": "due"}  # "is to resume", "was to resume"
_PARTICIPLE: dict[str, Tense] = {"past": "past", "open": "due", "": "planned"}
_PROGRESSIVE: dict[str, Tense] = {
    "present": "near",
    "future": "future",
    "past": "past",
    "open": "past",
}
