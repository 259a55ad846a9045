"""Vocabulary: which class a word is of, as one letter, and what a cue may introduce."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Protocol

import attrs

from corpuskit.scan import Lexicon

__all__ = ["Cue", "Vocabulary", "cue_at", "quotes_at", "vocabulary"]

_VOWELS = frozenset("aeiou")


@attrs.frozen
class Cue:
    """A word that signals speech or thought.

    Attributes:
        lemma: "accuse".
        verb, noun, adjective: what it may introduce as such, by code ("that", "np", "of2");
            empty where it is none.
    """

    lemma: str
    verb: frozenset[str] = frozenset()
    noun: frozenset[str] = frozenset()
    adjective: frozenset[str] = frozenset()


@attrs.frozen
class Vocabulary:
    """Word classes and cues by folded word form; made once from the lexicons.

    Classes are single letters, so that a sentence becomes a string that plain patterns read:
    see `docs/reference/quotes.md` for the alphabet.
    """

    classes: Mapping[str, str]
    cues: Mapping[str, Cue]

    def class_of(self, word: str) -> str:
        """The letter of one token as written."""
        folded = word.lower().replace("\u2019", "'")
        known = self.classes.get(folded)
        first = word[0]
        if first.isupper():
            if known is not None and known not in "uzvegVZBGUKJ" and folded not in _NAMES_TOO:
                return known
            return "C"
        if known is not None:
            return known
        if first.isdigit():
            return "#"
        return _by_suffix(folded) if first.isalpha() else first


_NAMES_TOO = frozenset("will may might can us it's mark bill grant chase".split())
"""Function words that are names with a capital; at a sentence's beginning that costs little."""


def _by_suffix(word: str) -> str:
    if len(word) > 4:
        if word.endswith("ly"):
            return "R"
        if word.endswith("ed"):
            return "e"
        if word.endswith("ing"):
            return "g"
    return "N"


@functools.cache
def vocabulary() -> Vocabulary:
    """The vocabulary of this package."""
    classes: dict[str, str] = {}
    cues: dict[str, Cue] = {}
    for entry in _lexicon("verbs.tsv").entries:
        for form, letter in _forms(entry.term, entry["forms"]):
            classes.setdefault(form, _PLAIN[letter])
    for entry in _lexicon("cues.tsv").entries:
        takes = frozenset(entry["takes"].split())
        if entry["pos"] == "v":
            for form, letter in _forms(entry.term, entry["forms"]):
                _add(cues, form, entry.term, verb=takes)
                classes[form] = letter
        elif entry["pos"] == "n":
            for form in (entry.term, _plural(entry.term)):
                _add(cues, form, entry.term, noun=takes)
                if classes.get(form, "u") not in "BZGUV":
                    classes[form] = "K"
        else:
            _add(cues, entry.term, entry.term, adjective=takes)
            if classes.get(entry.term, "u") not in "BZGUV":
                classes[entry.term] = "J"
    for entry in _lexicon("words.tsv").entries:
        classes[entry.term] = entry["class"]
    return Vocabulary(classes, cues)


class _Words(Protocol):
    tags: str
    words: list[str]


def cue_at(tape: _Words, index: int) -> Cue | None:
    """The cue that a token is a form of, or None."""
    return _cue(tape.words[index])


@functools.lru_cache(maxsize=1 << 12)
def _cue(word: str) -> Cue | None:
    return vocabulary().cues.get(word.lower().replace("\u2019", "'"))


def quotes_at(tape: _Words, index: int, *, generic: bool = False) -> bool:
    """Whether a verb may introduce speech within marks; `generic` lets any verb do so."""
    cue = _cue(tape.words[index])
    if cue is not None and "quote" in cue.verb:
        return True
    return (generic and tape.tags[index] in "vVZez") or tape.words[index].lower() == "went"


def _lexicon(file: str) -> Lexicon:
    return Lexicon.from_package("corpuskit_quotes", file)


def _add(
    cues: dict[str, Cue],
    form: str,
    lemma: str,
    *,
    verb: frozenset[str] = frozenset(),
    noun: frozenset[str] = frozenset(),
    adjective: frozenset[str] = frozenset(),
) -> None:
    """Note what a form takes; what another row says of it as another part of speech stays."""
    old = cues.get(form, Cue(lemma))
    cues[form] = Cue(old.lemma, verb or old.verb, noun or old.noun, adjective or old.adjective)


def _forms(lemma: str, irregular: str) -> Iterator[tuple[str, str]]:
    """Word forms of a verb: B base, Z third person, V past, U participle alone, G -ing."""
    past, participle = (irregular.split() or [_past(lemma)] * 2)[:2]
    yield lemma, "B"
    yield _plural(lemma), "Z"
    if participle != past:
        yield participle, "U"
    yield past, "V"
    yield _ing(lemma, past), "G"


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        return word + "es"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ied"
    return word + "ed"


def _ing(word: str, past: str) -> str:
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return (word[:-2] + "y" if word.endswith("ie") else word[:-1]) + "ing"
    doubled = word + word[-1]
    if past.startswith(doubled) or word in _DOUBLING:
        return doubled + "ing"
    return word + "ing"


_PLAIN = {"B": "u", "Z": "z", "V": "v", "U": "e", "G": "g"}
"""The letter of a verb form that is no cue."""

_DOUBLING = frozenset(
    "get put cut set sit run win let hit begin swim shut quit forget plan".split()
)
