"""Words: which words tell of an event, in all their forms, with PLOVER type and class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import cast

import attrs

from corpuskit import EventType
from corpuskit.scan import Entry, Lexicon
from corpuskit_events.cue import cue

__all__ = [
    "Sense",
    "Senses",
    "deed_terms",
    "event_words",
    "inflected",
    "reading_words",
    "saying_words",
    "sense_of",
    "senses_of",
    "trigger_words",
    "ways_of",
]

_VOWELS = "aeiou"


@cache
def event_words() -> Lexicon:
    """Every form of every event word; columns `lemma`, `part`, `type` (or ""), `class`, `form`."""
    rows = Lexicon.from_package("corpuskit_events", "event_words.tsv")
    return Lexicon(tuple(_forms(rows)), name="event_words")


@cache
def trigger_words() -> Lexicon:
    """The forms that compose an `Event` of one of PLOVER's types; utterances are no part of it."""
    return Lexicon(
        (
            entry
            for entry in event_words().entries
            if entry["type"] not in ("", "STATEMENT") and entry["lemma"] not in cue("common")
        ),
        name="trigger_words",
    )


@cache
def saying_words() -> Lexicon:
    """The forms of verbs of saying."""
    return Lexicon(
        (e for e in event_words().entries if e["type"] == "STATEMENT" and e["part"] == "verb"),
        name="saying_words",
    )


@cache
def reading_words() -> Lexicon:
    """What is read for events: words of deeds and words of saying."""
    return trigger_words() | saying_words()


@attrs.frozen
class Sense:
    """One row of a trigger: its type, class ("kill"), form ("ed") and lemma, and the rule's id."""

    type: EventType
    word: str
    form: str
    lemma: str
    rule: str


@attrs.frozen
class Senses:
    """The rows of one trigger, as frames ask for them.

    Attributes:
        noun, verb: the first of each kind, or None.
        act: the type of what is done by the verb, or None.
        sayings: the rows of verbs of saying.
        last: the last word of the term.
    """

    noun: Sense | None
    verb: Sense | None
    act: EventType | None
    sayings: tuple[Sense, ...]
    last: str


@lru_cache(maxsize=4096)
def senses_of(term: str) -> Senses:
    """The senses of a term of `reading_words`."""
    entries = reading_words()[term]
    nouns = [_sense(e) for e in entries if e["part"] == "noun"]
    verbs = [_sense(e) for e in entries if e["part"] == "verb"]
    return Senses(
        noun=nouns[0] if nouns else None,
        verb=verbs[0] if verbs else None,
        act=min((sense.type for sense in verbs), default=None),
        sayings=tuple(sense for sense in verbs if sense.type == "STATEMENT"),
        last=term.rsplit(None, 1)[-1],
    )


@cache
def deed_terms() -> frozenset[str]:
    """Terms of `reading_words` that tell of a deed in one of their senses."""
    return frozenset(e.term for e in reading_words().entries if e["type"] != "STATEMENT")


def _sense(entry: Entry) -> Sense:
    return sense_of(entry["type"], entry["class"], entry["form"], entry["lemma"])


def sense_of(type_: str, word: str, form: str, lemma: str) -> Sense:
    """A sense by the cells of a row."""
    return Sense(cast(EventType, type_), word, form, lemma, f"events.trigger.{type_.lower()}")


def _forms(rows: Lexicon) -> Iterator[Entry]:
    for row in rows.entries:
        common = {
            "lemma": row.term,
            "part": row["part"],
            "type": row["type"],
            "class": row["class"] or row.term,
        }
        if row["part"] != "verb":
            seen = {row.term}
            if row["part"] == "noun" and not row.term.endswith("s"):
                seen.add(_with_s(row.term))
            for form in sorted(seen):
                yield Entry(form, {**common, "form": "noun"})
            continue
        irregular = tuple(form.strip() for form in row["forms"].split(",") if form.strip())
        for form, kind in sorted(inflected(row.term, irregular).items()):
            yield Entry(form, {**common, "form": kind})


def inflected(verb: str, irregular: tuple[str, ...] = ()) -> dict[str, str]:
    """Forms of a verb to their kind: "base", "s", "ed" (past or participle) or "ing".

    Args:
        verb: the base form; only the first word of several is inflected.
        irregular: forms that the rules do not give; those of the past replace the regular one.
    """
    first, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    forms = {verb: "base", _with_s(first) + tail: "s"}
    for form in irregular:
        head = form.partition(" ")[0]
        forms[form] = "ing" if head.endswith("ing") else "s" if head.endswith("s") else "ed"
    if "ing" not in forms.values():
        forms[_with_ing(first) + tail] = "ing"
    if "ed" not in forms.values() and not (irregular and irregular[0] == verb):
        forms[_with_ed(first) + tail] = "ed"
    forms[verb] = "base"
    return forms


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith("o") and word != "radio" else "s")


def _doubled(word: str) -> str:
    """The word with its last letter doubled where a short vowel before it is stressed."""
    vowels = sum(c in _VOWELS for c in word)
    short = len(word) > 2 and vowels == 1 and word[-2] in _VOWELS and word[-1] not in "wxyaeiou"
    return word + word[-1] if short else word


def _with_ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "ye", "oe")):
        return word[:-1] + "ing"
    return _doubled(word) + "ing"


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return _doubled(word) + "ed"


def ways_of(classes: Iterable[str], told: str = "way") -> frozenset[str]:
    """How a deed was done, as far as the classes of its words tell.

    Args:
        told: the column of `ways.tsv`: "way", or "means", which tells less.
    """
    known = _ways()
    return frozenset([known[word][told] for word in classes if word in known])


@cache
def _ways() -> dict[str, Entry]:
    rows = Lexicon.from_package("corpuskit_events", "ways.tsv").entries
    return {row.term: row for row in rows}
