"""Vocabulary: which class a word is of, as one letter, and what a cue may introduce."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

import attrs

from corpuskit.scan import NUMBER_WORDS, Lexicon

__all__ = [
    "Cue",
    "Vocabulary",
    "only_marked",
    "time_class",
    "used_as",
    "vocabulary",
]


@functools.cache
def used_as(use: str) -> frozenset[str]:
    """The words of one use in uses.tsv, whose headings say what each use is for."""
    return _uses()[use]


@functools.cache
def _uses() -> dict[str, frozenset[str]]:
    return _lexicon("uses.tsv").by("use")


@functools.cache
def _lexicon(file: str) -> Lexicon:
    return Lexicon.from_package("corpuskit_quotes", file)


@attrs.frozen(eq=False)
class Cue:
    """A word that signals speech or thought.

    What it may introduce is told by codes ("that", "np", "of2"); empty where it is none.

    Attributes:
        lemma: "accuse".
        verb, passive, noun, adjective: as an active verb, as a passive one, as a noun with an
            owner, as an adjective.
        doubts: how unsure such a use is, by kind and code ("verb np"), where it is: 1 or 2.
    """

    lemma: str
    verb: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    noun: frozenset[str] = frozenset()
    adjective: frozenset[str] = frozenset()
    doubts: Mapping[str, int] = attrs.field(factory=dict)


@attrs.frozen
class Vocabulary:
    """Word classes and cues by folded word form; made once from the lexicons.

    Classes are single letters, so that a sentence becomes a string that plain patterns read:
    see `docs/reference/quotes.md` for the alphabet.
    """

    classes: Mapping[str, str]
    cues: Mapping[str, Cue]
    clausal: Mapping[str, str]
    """The letters of verbs that are cues before `that` alone (`held that`)."""

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
        if _OF_A_NAME.match(word):
            return "C"
        return _by_suffix(folded) if first.isalpha() else first


_OF_A_NAME = re.compile(r"(?:[ae][ldnrstz]|ash|esh|ul|ur|wal)-[^\W\d_a-z]\w*+\Z")  # "al-Shabaab"
_NAMES_TOO = used_as("name too")
_PREFIXES = used_as("prefix")


def _by_suffix(word: str) -> str:
    if len(word) > 4:
        if word.endswith("ly"):
            return "R"
        if word.endswith("ed"):
            front, hyphen, _ = word.rpartition("-")
            return "J" if hyphen and front not in _PREFIXES else "e"  # "rebel-held", "re-elected"
        if word.endswith("ing"):
            return "g"
    return "N"


def time_class(word: str, letter: str) -> str:
    """What one token as written, whose class is `letter`, is in a time, as a letter; `-` if
    nothing.

    `Y` a day, `M` a month, `m` one that may be something else (`May`), `y` a year, `#` another
    number, `w` a word that tells which one (`i` itself a time: `last`), `u` a unit or period, `c`
    a clock's, `a` reckoned (`ago`), `e` `shortly`, `l` `late`, `k` `later`, `t` `that`.
    """
    if letter in _IN_TIMES:
        return letter
    if letter == "#":
        return "y" if len(word) == 4 and word.isdigit() else "#"
    found = _times().get(word.lower(), "")
    if letter == "Y":
        return "M" if found == "m" else "Y"
    if letter == "T":
        return "t" if found else "-"
    if not found or letter in _IN_NO_TIME or (letter in _OF_NAMES and found not in "mil"):
        return "-"
    return found


_IN_TIMES = frozenset("pf,.")
_IN_NO_TIME = frozenset("xs")
_OF_NAMES = frozenset("CA")


@functools.cache
def _times() -> dict[str, str]:
    """The letters of words in a time."""
    found: dict[str, str] = {}
    for uses, letter in _TIME_USES:
        found |= dict.fromkeys(frozenset.intersection(*map(used_as, uses)) - found.keys(), letter)
    return found


_TIME_USES = (
    (("early", "reckoned"), "k"),
    (("early", "itself"), "l"),
    (("early",), "e"),
    (("itself",), "i"),
    (("reckoned",), "a"),
    (("period",), "u"),
    (("unit",), "u"),
    (("month",), "m"),
    (("clock",), "c"),
    (("which time",), "w"),
)
"""Uses of a word together and its letter, the first that fits."""


@functools.cache
def vocabulary() -> Vocabulary:
    """The vocabulary of this package."""
    classes: dict[str, str] = {}
    cues: dict[str, Cue] = {}
    clausal: dict[str, str] = {}
    for entry in _lexicon("verbs.tsv").entries:
        for form, letter in _spelled(entry.term, entry["forms"]):
            classes.setdefault(form, _PLAIN[letter])
    for entry in _lexicon("cues.tsv").entries:
        cue = _parsed(entry.term, entry["pos"], entry["takes"])
        if entry["pos"] == "v":
            plain = (
                cue
                if _PAST not in entry["takes"]
                else _parsed(entry.term, "v", _PAST_ALONE.sub("", entry["takes"]))
            )
            for form, letter in _spelled(entry.term, entry["forms"]):
                cues[form] = plain if letter in "BZ" else cue
                if cue.verb == _CLAUSE_ALONE:
                    clausal.setdefault(form, letter)
                else:
                    classes[form] = letter
            continue
        letter = _NOMINAL[entry["pos"]]
        for form in (entry.term, _plural(entry.term)) if letter == "K" else (entry.term,):
            cues[form] = _joined(cues[form], cue) if form in cues else cue
            if classes.get(form, "u") not in "BZGUV":
                classes[form] = letter
    classes |= dict.fromkeys(set(NUMBER_WORDS) - used_as("no figure"), "#")
    for entry in _lexicon("words.tsv").entries:
        classes[entry.term] = entry["class"]
    return Vocabulary(classes, cues, clausal)


def only_marked(cue: Cue | None) -> bool:
    """Whether a verb introduces speech within marks and nothing else: `shouting “It holds” …`."""
    return cue is not None and "marks" in cue.verb


_VOWELS = frozenset("aeiou")
_NOMINAL = {"n": "K", "a": "J"}
_KINDS = {
    "v": {"": "verb", "be:": "passive"},
    "n": {"": "noun"},
    "a": {"": "adjective"},
}
"""Fields of `Cue` by part of speech and the prefix of a code."""
_PAST = "past:"
_PAST_ALONE = re.compile(rf"{_PAST}\S+")
_PASSIVE_TOO = frozenset(["that", "to", "wh", "about", "addressee"])
"""What a passive verb may introduce where the active one does."""


def _parsed(lemma: str, pos: str, takes: str) -> Cue:
    """The cue of one row; a code with `?` or `??` is unsure."""
    codes: dict[str, set[str]] = {kind: set() for kind in _KINDS[pos].values()}
    doubts: dict[str, int] = {}
    for code in takes.replace(_PAST, "").split():
        plain = code.rstrip("?")
        prefix = next((p for p in _KINDS[pos] if p and plain.startswith(p)), "")
        kind, plain = _KINDS[pos][prefix], plain[len(prefix) :]
        codes[kind].add(plain)
        if code.endswith("?"):
            doubts[f"{'raised' if plain == 'raise' else kind} {plain}"] = code.count("?")
    if pos == "v":
        codes["passive"] |= codes["verb"] & _PASSIVE_TOO
        if "np" in codes["verb"]:
            codes["passive"].add("by")
    return Cue(lemma, doubts=doubts, **{kind: frozenset(c) for kind, c in codes.items()})


def _joined(one: Cue, other: Cue) -> Cue:
    """A word that is several parts of speech: what each of them says."""
    kinds = ("verb", "passive", "noun", "adjective")
    codes = {kind: getattr(one, kind) or getattr(other, kind) for kind in kinds}
    return Cue(one.lemma, doubts={**one.doubts, **other.doubts}, **codes)


def _spelled(lemma: str, irregular: str) -> Iterator[tuple[str, str]]:
    """Word forms of a verb in American and British spelling: `theorised`, `signalled`."""
    yield from _forms(lemma, irregular)
    if lemma.endswith("ize"):
        yield from _forms(lemma[:-2] + "se", irregular)
    elif lemma.endswith(("al", "el")) and lemma[-3] not in _VOWELS and not irregular:
        yield from _forms(lemma, f"{lemma}led {lemma}led")


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
    if past.startswith(doubled) or word in used_as("doubling"):
        return doubled + "ing"
    return word + "ing"


_CLAUSE_ALONE = frozenset(["clause"])
_PLAIN = {"B": "u", "Z": "z", "V": "v", "U": "e", "G": "g"}
"""The letter of a verb form that is no cue."""
