"""Tense: whether a verb near an expression looks back or ahead."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import compress, count
from typing import Literal

from corpuskit.scan import Lexicon

__all__ = ["ASIDE", "Tense", "TenseReader"]

Tense = Literal["past", "future", "present", "near", "due", "planned", "supposed"]
"""`near` is a present that tells of what comes next ("begins", "is leaving", "is on Friday");
`due` was planned, and may be over or still to come ("was scheduled for Friday"); `planned` is
a participle by itself: what follows tells ("a rally planned for Friday was called off");
`supposed` stands behind "if"."""


class TenseReader:
    """Reads words by a language's `tense.tsv`.

    Rows say what a word or an ending (`-ed`) tells:

    - `past`, `future`, `present`; `none`: an ending's exception
    - `participle`: looks ahead, unless its auxiliary is past ("is scheduled", "had been scheduled")
    - `progressive`: looks ahead after a present auxiliary ("is leaving")
    - `timetable`: looks ahead where it is a finite verb ("the trial begins", not "to begin")
    - `opposing`: the same before a word with a capital ("City face United", not "face down")
    - `plural`: the same behind a plural that is no object ("polls open", not "kept shops open")
    - `singular`: the same behind a singular, no verb before it ("the council votes Friday")
    - `entering`: the same before a word of the kind `inward` ("comes into force")
    - `plan`: looks ahead where it is a verb ("plans to sell", not "announced plans to sell")
    - `fixed`: a participle before an infinitive or a word of the kind `towards` ("set for May"),
      else past ("the record was set in May")
    - `calling`: past; looks ahead before a word of the kind `towards` ("called a strike for May")
    - `aim`: progressive, and looks ahead before an infinitive ("were planning to meet")
    - `article`: what stands before a noun ("a contested vote" tells no time); `pointing` may
      stand for one, too ("those arrested on Friday")
    - `noun`: is one after the mark of an infinitive ("took it to court", "to victims"), unless its
      ending says `verb` ("to pass")
    - `supposing`: what follows is still to come, unless it is told in the past ("if it rains")
    - `likening`: a plan behind it is an aside ("as planned")
    - `joining`: a verb behind it whose forms are `alike` is in the tense of the one before ("to
      cement her lead and put it out of reach"); else past
    - `infinitive`: its mark; looks ahead after a present auxiliary ("is to meet") or a word of
      the kind `forward` ("agreed to meet")
    - `perceived`: past, and so is what could be perceived ("smoke could be seen")
    - `letting`: past, and a plain verb behind it is no `timetable` ("let him go on Friday")
    - `between`: may stand between an auxiliary and its verb; `negation` may, and turns it

    The column `lends` says which tense an auxiliary lends: `open` is a past that leaves open
    whether a plan came true, `future/past` changes when negated ("could not be reached").
    """

    def __init__(self, lexicon: Lexicon) -> None:
        rows = lexicon.entries
        words = {row.term: row["tense"] for row in rows if row.term[0] != "-"}
        nouns = {word: words.pop(word) for word, kind in tuple(words.items()) if kind in _NAMING}
        self._lends = {row.term: row["lends"] for row in rows if row["lends"]}
        for auxiliary, lent in tuple(self._lends.items()):  # "didn't", "couldn't"
            plain, _, turned = lent.partition("/")
            self._lends[auxiliary + "n't"] = turned or plain
            words[auxiliary + "n't"] = turned or words[auxiliary]
        endings = [(row.term[1:], row["tense"]) for row in rows if row.term[0] == "-"]
        self._kinds = _Kinds(words, tuple(row for row in endings if row[1] not in _NAMING))
        self._nouns = _Kinds(nouns, tuple(row for row in endings if row[1] in _NAMING))

    def last(self, words: Sequence[str]) -> tuple[Tense | None, int]:
        """Tense of the last word that has one, and which it is; None and -1 if none has."""
        kinds = list(map(self._kinds.__getitem__, words))
        for index in range(len(kinds) - 1, -1, -1):
            if kinds[index] not in _SILENT and (tense := self._tense(words, kinds, index)):
                if tense == "present" and "supposing" in kinds[:index]:
                    return "supposed", index  # "if he is the nominee in May"
                if tense == "present" and index >= len(words) - 2:
                    return "near", index  # "the game is Friday", "is on Friday"
                return tense, index
        return None, -1

    def first(self, words: Sequence[str]) -> Tense | None:
        """Tense of the first word that has one and is no name."""
        kinds = list(map(self._kinds.__getitem__, words))
        for index in compress(count(), kinds):
            if words[index][0].isupper() or kinds[index] == "supposing":
                continue
            if tense := self._tense(words, kinds, index):
                return self._of_plan(words, kinds, index) or tense
        return None

    def _of_plan(self, words: Sequence[str], kinds: list[str], index: int) -> Tense | None:
        """What the verb behind an auxiliary looks ahead to: "is expected", "is to", "was due"."""
        lent = self._lends.get(words[index].lower())
        if lent is None:
            return None
        for at in range(index + 1, min(index + 1 + ASIDE, len(words))):
            if tense := self._tense(words, kinds, at):
                return tense if tense in _AHEAD or "/" in lent else None  # "could not be reached"
        return None

    def is_finite(self, word: str) -> bool:
        """Whether a word by itself is a verb with a tense, and no noun."""
        return self._kinds[word] in ("past", "letting", "future", "present")

    def leads_on(self, word: str) -> bool:
        """Whether a word leads from what is called for or fixed to its time: "for"."""
        return self._kinds[word] == "towards"

    def calls_for(self, words: Sequence[str]) -> bool:
        """Whether the last verb fixes a day for its object: "called a strike for"."""
        kinds = list(map(self._kinds.__getitem__, words))
        if kinds[-1:] != ["towards"]:
            return False
        verbs = (at for at in reversed(range(len(words))) if self._tense(words, kinds, at))
        return kinds[next(verbs, -1)] in _CALLING

    def fixes(self, words: Sequence[str]) -> bool:
        """Whether the words end in a participle that fixes a time: "is scheduled for"."""
        kinds = list(map(self._kinds.__getitem__, words[-2:]))
        return kinds[1:] == ["towards"] and kinds[0] in _FIXING

    def undertakes(self, words: Sequence[str]) -> bool:
        """Whether the last verb tells of what is still to be done: "promised an answer"; not "had
        agreed"."""
        _, at = self.last(words)
        if at < 0 or self._kinds[words[at]] != "forward":
            return False
        return not at or self._kinds[words[at - 1]] != "past"

    def is_passive(self, words: Sequence[str]) -> bool:
        """Whether the last verb is a passive in the past: "were closed", "has been extended"."""
        kinds = list(map(self._kinds.__getitem__, words))
        for index in reversed(list(compress(count(), kinds))):
            if self._tense(words, kinds, index):
                lent = [self._lends.get(word.lower()) for word in words[max(0, index - 2) : index]]
                passive = "open" in lent or lent == ["past", "past"]
                return passive and kinds[index] in ("ending", "past", "fixed")
        return False

    def ends_in_infinitive(self, words: Sequence[str]) -> bool:
        """Whether the last verb is an infinitive: its mark with a word in lower case after it."""
        kinds = list(map(self._kinds.__getitem__, words))
        for index in range(len(words) - 1, -1, -1):
            if (
                kinds[index] == "infinitive"
                and "".join(words[index + 1 : index + 2]).islower()
                and kinds[index + 1] not in _NO_VERB  # "changed to a calendar year"
                and self._nouns[words[index + 1]] != "noun"  # "took it to court"
            ):
                return True
            if kinds[index] and self._tense(words, kinds, index):
                return False
        return False

    def is_over(self, words: Sequence[str], enduring: Collection[str]) -> bool:
        """Whether what the last verb tells lasted until the time that follows, or did not happen
        before: "had met", "did not leave", "it was not"; `enduring` verbs do so by themselves
        ("lasted", "stayed"). What "was shut until" a day, or "had been", may still be."""
        kinds = list(map(self._kinds.__getitem__, words))
        for index in reversed(list(compress(count(), kinds))):
            tense = self._tense(words, kinds, index)
            if tense is None:
                continue
            beside = range(max(0, index - ASIDE), index)
            around = words[max(0, index - ASIDE) : index + 1]
            negated = "negation" in kinds[max(0, index - ASIDE) :]
            negated = negated or any(word.endswith("n't") for word in around)
            lent = [self._lends.get(words[at].lower()) for at in beside]
            active = lent.count("past") == 1 or (words[index] in enduring and not any(lent))
            return tense == "past" and (negated or active)
        return False

    def ends_in_past(self, words: Sequence[str]) -> bool:
        """Whether the last word is a verb in the past."""
        kinds = list(map(self._kinds.__getitem__, words))
        return bool(words) and self._tense(words, kinds, len(words) - 1) == "past"

    def _tense(self, words: Sequence[str], kinds: list[str], index: int) -> Tense | None:
        """Tense that word `index` of a clause speaks of, or None."""
        kind = kinds[index]
        if kind in _SILENT or (index and words[index][0].isupper()):
            return None  # no verb, or a name
        if words[index].lower() in self._lends:
            return kind  # type: ignore[return-value]  # an auxiliary is lent nothing
        before = kinds[index - 1] if index else ""
        if before == "article" and kind in _ATTRIBUTES:
            return None  # "a contested vote", "a forecast in May"
        if kind in _PLANS and "likening" in kinds[max(0, index - 2) : index]:
            return None  # "as planned", "as previously planned"
        after = kinds[index + 1] if index + 1 < len(kinds) else ""
        if kind in _TIMETABLE:
            return self._of_timetable(words, kinds, index)
        if kind == "supposing":
            return None if before == "likening" else "supposed"
        if kind == "alike":
            return self._joined(words, kinds, index)
        if kind == "plan":
            return "future" if after == "infinitive" and before not in _NOUN_AFTER else None
        leading = kinds[max(0, index - 2) : index]
        if kind == "infinitive" and after == "article":
            return None  # "agreed to a truce"
        if kind == "infinitive" and ("forward" in leading or "aim" in leading):
            return "future"  # "agreed to meet", "ordered him to leave", "were planning to meet"
        kind = "progressive" if kind == "aim" else kind
        lent = self._lent(words, kinds, index)
        if kind == "infinitive":
            return _TO.get(lent)
        if kind == "fixed":
            kind = "participle" if after in ("infinitive", "towards") else "past"
        if kind == "participle":
            return (
                "future" if self._perfect(words, kinds, index) else _PARTICIPLE.get(lent, "future")
            )
        if kind == "progressive":
            return _PROGRESSIVE.get(lent)
        if kind in ("past", "ending", "forward", "perceived", "calling", "letting"):
            return "past" if lent in ("", "open") else lent  # type: ignore[return-value]
        return kind  # type: ignore[return-value]

    def _of_timetable(
        self, words: Sequence[str], kinds: list[str], index: int
    ) -> Literal["past", "near"] | None:
        """Tense of a word that tells what comes next where it is a finite verb ("the trial begins
        Friday"), else None."""
        kind, before, after = kinds[index], kinds[index - 1 : index], kinds[index + 1 : index + 2]
        if kind in _NOUNS and not self._has_subject(words, kinds, index):
            return None
        if kind == "entering" and after != ["inward"]:
            return None  # "comes after a vote"
        if kind == "opposing" and not "".join(words[index + 1 : index + 2]).istitle():
            return None  # "found face down", but "City face United"
        if before in (["infinitive"], ["article"]):
            return None
        if "letting" in kinds[max(0, index - _LET) : index]:
            return None
        return "past" if self._lent(words, kinds, index) == "past" else "near"

    def _has_subject(self, words: Sequence[str], kinds: list[str], index: int) -> bool:
        """Whether a noun stands before the word, and no verb before that: "polls open", "the
        council votes"."""
        if not index or kinds[index - 1] in ("article", "progressive", "infinitive"):
            return False
        if words[index - 1][1:].endswith("s") != (kinds[index] == "plural"):
            return False
        return not any(
            self._tense(words, kinds, at) for at in compress(count(), kinds[: index - 1])
        )

    def _joined(self, words: Sequence[str], kinds: list[str], index: int) -> Tense | None:
        """Tense of a verb whose forms are alike: lent it, else that of the verb it is joined to."""
        if index and kinds[index - 1] == "infinitive":
            past = self.last(words[: index - 1])[0] == "past"
            return None if past else "future"  # "voted to shut", "is the one to shut"
        lent = self._lent(words, kinds, index)
        if lent or not index or kinds[index - 1] != "joining":
            return "past" if lent in ("", "open") else lent  # type: ignore[return-value]
        return self.last(words[: index - 1])[0] or "past"

    def _perfect(self, words: Sequence[str], kinds: list[str], index: int) -> bool:
        """As in "has been scheduled", "have planned": the plan is made, and still stands."""
        for at in range(index - 1, max(0, index - 4) - 1, -1):
            if kinds[at] == "between" and words[at].lower() in self._lends:
                return True
            if kinds[at] not in ("past", "between"):
                return False
        return False

    def _lent(self, words: Sequence[str], kinds: list[str], index: int) -> str:
        """What the auxiliaries just before the word lend it; the farthest one decides. "" if
        there are none."""
        lent, negated = "", kinds[index] == "perceived"  # "smoke could be seen"
        for at in range(index - 1, max(0, index - 5) - 1, -1):
            kind = kinds[at]
            if not kind or (at and words[at][0].isupper()):
                break  # "last May collapsed"
            if found := self._lends.get(words[at].lower()):
                plain, _, turned = found.partition("/")
                lent = turned if turned and (negated or "negation" in kinds) else plain
                continue
            if kind == "infinitive":  # "to be held", "to have left"; not "returned to teaching"
                noun = at == index - 1 and kinds[index] == "progressive"
                return lent or ("" if noun else "future")
            if kind not in ("between", "negation"):
                break
            negated = negated or kind == "negation"
        return lent


class _Kinds(dict[str, str]):
    """Words to what `tense.tsv` says of them, "ending" for a past ending, "" for nothing."""

    def __init__(self, rows: dict[str, str], endings: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._rows = rows
        self._endings = endings

    def __missing__(self, word: str) -> str:
        if len(self) > _KEPT:
            self.clear()
        kind = self[word] = self._kind(word.lower())
        return kind

    def _kind(self, word: str) -> str:
        kind = self._rows.get(word)
        if kind is None and len(word) > 3:
            for ending, tense in self._endings:
                if word.endswith(ending):
                    return "ending" if tense == "past" else tense
        return kind or ""


_TIMETABLE = ("timetable", "opposing", "plural", "singular", "entering")
_NOUNS = ("plural", "singular")  # verbs that may be nouns
_CALLING = ("calling", "fixed")
_FIXING = ("fixed", "participle")
_AHEAD = ("future", "near", "due")
_NO_VERB = ("article", "pointing")
_NAMING = ("noun", "verb")
_LET = 4  # words from "let" to what is let be done
ASIDE = 3  # words in which the auxiliaries of a verb stand
_KEPT = 20_000
_PLANS = ("participle", "forward")
_ATTRIBUTES = ("ending", "forward", "calling")
_SILENT = frozenset(
    " none between negation article pointing towards inward likening joining".split(" ")
)
_NOUN_AFTER = ("article", "past", "ending", "progressive")
_TO: dict[str, Tense] = {"present": "future", "open": "due"}  # "is to resume", "was to resume"
_PARTICIPLE: dict[str, Tense] = {"past": "past", "open": "due", "": "planned"}
_PROGRESSIVE: dict[str, Tense] = {
    "present": "near",
    "future": "future",
    "past": "past",
    "open": "past",
}
