"""Normal names: takes a name apart into the words that tell who it is and those that do not."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

import attrs

from corpuskit_entities.across.spelling import plain
from corpuskit_entities.places.gazetteer import Gazetteer, demonyms, read_table
from corpuskit_entities.tables import heads, lexicon, name_parts, small_words

__all__ = [
    "NormalName",
    "default_gazetteer",
    "is_acronym",
    "known_names",
    "normal_name",
    "words_of",
]

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*\.?")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])(?=\s)")


@attrs.frozen
class NormalName:
    """A name taken apart.

    Attributes:
        words: the words that count, folded; particles, titles and articles are left out.
        country: ISO code of a country or people in an organisation's name; else "".
        kinds: general nouns of an organisation ("army", "tehreek").
        mark: "jr", "sr", "ii" of a person; else "".
        acronym: the letters in lower case, of a name written as an acronym; else "".
    """

    words: tuple[str, ...]
    country: str = ""
    kinds: tuple[str, ...] = ()
    mark: str = ""
    acronym: str = ""


@functools.lru_cache(maxsize=16384)
def normal_name(name: str, kind: str) -> NormalName:
    """The parts of `name` for an entity of `kind`; what stands before a possessive is left out."""
    name = _unowned(name).strip()
    if kind == "person":
        return _person(words_of(name))
    if kind == "place":
        return NormalName(tuple(w for w in words_of(name) if w != "the"))
    return _organisation(name)


def _unowned(name: str) -> str:
    """Without a possessor before it, unless that is a country or people ("Workers' Party")."""
    *owners, owned = _POSSESSIVE.split(name)
    for owner in reversed(owners):
        last = plain(owner.split()[-1]) if owner.split() else ""
        if last in name_parts("owner") or last in demonyms() or last in _countries():
            owned = f"{owner} {owned}"
        else:
            break
    return owned


def words_of(name: str) -> list[str]:
    """All words, folded; hyphens part words, a closing possessive is left out."""
    found = (plain(_possessor(word)) for word in _WORD.findall(name))
    return [word for word in found if word]


def _possessor(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _person(found: list[str]) -> NormalName:
    while len(found) > 1 and found[0] in titles():
        found = found[1:]
    if len(found) > 2 and found[0] in name_parts("courtesy"):
        found = found[1:]
    mark = found[-1] if len(found) > 1 and found[-1] in name_parts("mark") else ""
    small = name_parts("particle")
    words = [_one_name().get(w, w) for w in found if w not in small and w != mark]
    return NormalName(tuple(words), mark=mark)


def _organisation(name: str) -> NormalName:
    compact = name.replace(".", "").replace("-", "")
    if is_acronym(compact):
        return NormalName((plain(compact),), acronym=plain(compact))
    words: list[str] = []
    kinds: list[str] = []
    country = ""
    found, small = (
        words_of(name),
        small_words("unlettered") | name_parts("particle") | name_parts("legal"),
    )
    at = 0
    while at < len(found):
        code, length = _country_at(found, at, name)
        if code and not country:
            country = code
        elif found[at] in heads("general"):
            kinds.append(found[at])
        elif found[at] not in small:
            words.append(found[at])
        at += length
    return NormalName(tuple(words or kinds), country, tuple(kinds))


def _country_at(found: Sequence[str], at: int, name: str) -> tuple[str, int]:
    """The country or people named from word `at` on, and by how many words."""
    for length in (3, 2, 1):
        key = " ".join(found[at : at + length])
        people = demonyms().get(key)
        if people:
            return people[0]["country"], length
        if key in _countries() and (len(key) > 2 or key.upper() in name.replace(".", "")):
            return _countries()[key], length
    return "", 1


@functools.cache
def _countries() -> dict[str, str]:
    rows = (row.split("\t", 4) for row in read_table() if "\tc\t" in row)
    return {key: country for key, _, kind, country, _ in rows if kind == "c"}


@functools.cache
def _one_name() -> dict[str, str]:
    """Given names that one man is written with and that sound apart."""
    rows = lexicon("short_names.tsv").entries
    return {row.term: row["name"] for row in rows if row["spelling"]}


@functools.cache
def titles() -> frozenset[str]:
    """Single words before a person's name that are no part of it."""
    rows = lexicon("roles.tsv").entries
    return frozenset(plain(row.term) for row in rows if row["title"] and " " not in row.term)


@functools.cache
def known_names() -> dict[str, str]:
    """Well-known organisations by another of their names: "un" to "United Nations"."""
    return {plain(row.term): row["name"] for row in lexicon("known.tsv").entries}


@functools.cache
def default_gazetteer() -> Gazetteer:
    """The shipped gazetteer; shared because it never changes."""
    return Gazetteer()


def is_acronym(text: str) -> bool:
    """Two to eight letters, most of them capitals, first and last too: "TTP", "UNHCR", "MoD"."""
    return (
        2 <= len(text) <= 8
        and text[0].isupper()
        and text[-1].isupper()
        and text.isalpha()
        and sum(c.isupper() for c in text) * 3 >= len(text) * 2
    )
