"""Same name: whether two names seen in different documents mean one referent."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import NamedTuple

from corpuskit_entities.across.normal import (
    NormalName,
    default_gazetteer,
    is_acronym,
    known_names,
    normal_name,
    words_of,
)
from corpuskit_entities.across.spelling import consonants, plain, same_word, sounds
from corpuskit_entities.places.gazetteer import demonyms
from corpuskit_entities.places.place import place_key
from corpuskit_entities.tables import heads, lexicon, name_parts, small_words

__all__ = ["acronym_of", "block_keys", "kind_of_name", "same_name", "spellings"]

_SHORT = 6  # letters below which a word alone must sound the same


def same_name(a: str, b: str, kind: str | None = None) -> bool:
    """Whether two names, seen in different documents, stand for one referent.

    Spelling variants, a missing middle name and an acronym with its definition are the same. A
    surname or a first name alone is not enough to be the same as a full name.

    Args:
        a, b: names as written; what stands before a possessive is left out.
        kind: an `EntityKind`. None tells it from each name; names of two kinds differ.
    """
    if a == b:
        return bool(a.strip())
    if kind is None:
        kind = kind_of_name(a)
        if kind != kind_of_name(b):
            return False
    one, two = normal_name(a, kind), normal_name(b, kind)
    if not one.words or not two.words:
        return False
    if kind == "person":
        return _same_person(one, two)
    if kind == "place":
        return _same_place(a, b, one, two)
    return _same_organisation(a, b, one, two)


def kind_of_name(name: str) -> str:
    """person, organisation or place, from the name alone; person where nothing tells."""
    last = name.replace("’", "'").split("'s ")[-1].strip()
    compact = last.replace(".", "")
    words = words_of(last)
    place = next(iter(default_gazetteer().readings(last)), None)
    if is_acronym(compact):
        return "place" if place is not None and place.kind == "country" else "organisation"
    if place is not None and (place.kind != "town" or place.population >= 50_000):
        return "place"
    if any(word in heads("general") for word in words):
        return "organisation"
    if any(word in known_names() for word in (plain(last), *words)):
        return "organisation"
    if len(words) > 1 and words[0] in demonyms():
        return "organisation"
    return "person"


def _same_person(one: NormalName, two: NormalName) -> bool:
    if one.mark != two.mark:
        return False
    short, long = sorted((one.words, two.words), key=len)
    if len(short) == len(long) and sorted(short) == sorted(long):
        return short == long or not all(map(_given, short))  # Omar Hasan, Hasan Omar
    if len(short) < 2:
        alone = len(long) == 1 and _same_alone(short[0], long[0])
        return alone or _run_together(short, long)
    if not _same_given(short[-1], long[-1]):
        return _run_together(short, long) or _second_surname_left_out(short, long)
    if not _same_given(short[0], long[0]):
        return _leading_left_out(short, long) or _run_together(short, long)
    return _in_order(short, long)


def _same_given(one: str, two: str) -> bool:
    """As `same_word`, but first names that both are common stay apart (Anna, Anne), and a man's
    and a woman's."""
    if one == two:
        return True
    if not same_word(one, two):
        return False
    first, second = _given(one), _given(two)
    if first is None or second is None:
        return True
    both = first.western and second.western
    return not both and first.gender == second.gender


class _Given(NamedTuple):
    gender: str
    western: bool


@functools.lru_cache(maxsize=4096)
def _given(word: str) -> _Given | None:
    rows = lexicon("first_names.tsv").get(word)
    return _Given(rows[0]["gender"], rows[0]["origin"] == "western") if rows else None


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether all words of `short` come in `long` in this order; an initial stands for a word."""
    rest = iter(long)
    return all(any(_same_given(w, o) or _initial(w, o) for o in rest) for w in short)


def _initial(one: str, two: str) -> bool:
    return (len(one) == 1 or len(two) == 1) and one[:1] == two[:1]


def _leading_left_out(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    missing = len(long) - len(short)
    if missing < 1 or not all(word in name_parts("given") for word in long[:missing]):
        return False
    return all(_same_given(a, b) for a, b in zip(short, long[missing:], strict=True))


def _second_surname_left_out(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """ "José Luis Sol" for "José Luis Sol Varga": three words tell enough, where one is western."""
    first = _given(long[0])
    fits = len(short) > 2 and first is not None and first.western
    return fits and short == long[:-1]


def _run_together(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """ "Zabi Ullah" and "Zabiullah": the same letters, cut into words in another way."""
    if len(one) == len(two):
        return False
    joined = "".join(one)
    return len(joined) > 5 and same_word(joined, "".join(two))


def _same_place(a: str, b: str, one: NormalName, two: NormalName) -> bool:
    gazetteer = default_gazetteer()
    first, second = gazetteer.readings(a), gazetteer.readings(b)
    if first and second:
        return bool({p.id for p in first[:3]} & {p.id for p in second[:3]})
    if place_key(a) == place_key(b):
        return True
    if len(one.words) == len(two.words):
        return all(same_word(x, y) for x, y in zip(one.words, two.words, strict=True))
    return _run_together(one.words, two.words)


def _same_organisation(a: str, b: str, one: NormalName, two: NormalName) -> bool:
    known = known_names().get(plain(a), a), known_names().get(plain(b), b)
    if known != (a, b):
        return known[0] == known[1] or same_name(known[0], known[1], "organisation")
    if one.acronym and two.acronym:
        return one.acronym == two.acronym
    if one.acronym or two.acronym:
        letters = one.acronym or two.acronym
        return len(letters) > 2 and letters in spellings(b if one.acronym else a)
    if one.country != two.country:
        return False
    if one.kinds != two.kinds and not _kinds_agree(one, two):
        return False
    if len(one.words) == 1 and not one.country:
        return len(two.words) == 1 and _same_alone(one.words[0], two.words[0])
    return _all_same(one.words, two.words)


def _same_alone(one: str, two: str) -> bool:
    """A short word alone must sound the same: there is nothing else to tell two apart."""
    short = min(len(one), len(two)) < _SHORT
    return sounds(one) == sounds(two) if short else same_word(one, two)


def _kinds_agree(one: NormalName, two: NormalName) -> bool:
    """General nouns may be left out only where a country and another word are there."""
    if one.kinds and two.kinds:
        return _all_same(one.kinds, two.kinds)
    return bool(one.country) and one.words != one.kinds and two.words != two.kinds


def _all_same(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    if len(one) != len(two):
        return False
    rest = list(two)
    for word in one:
        match = next((other for other in rest if same_word(word, other)), None)
        if match is None:
            return False
        rest.remove(match)
    return True


def acronym_of(acronym: str, name: str) -> bool:
    """Whether the letters of `acronym` are the initials of `name`.

    Small words and particles may give a letter or not. A loose name of two words, one of them
    its country, fits too where only the general noun is left out: "Arvanian Dawn" is MDA if
    the Movement of the Dawn of Arvania is.
    """
    return plain(acronym) in spellings(name)


@functools.lru_cache(maxsize=16384)
def spellings(name: str) -> frozenset[str]:
    """Every acronym that `name` may have, in lower case; see `acronym_of`."""
    words = words_of(name)
    if len(words) < 2:
        return frozenset()
    return frozenset(letters for letters in (*_initials(words), *_loose(name)) if letters[1:])


def _initials(words: list[str]) -> Iterator[str]:
    """The initials with all small words, and with none."""
    large = [word[0] for word in words if word not in small_words("unlettered")]
    small = small_words("unlettered") | name_parts("particle")
    yield "".join(word[0] for word in words)
    yield "".join(large)
    yield "".join(word[0] for word in words if word not in small)
    if "of" in words:  # the Movers of Arvania call themselves AM as well
        at = words.index("of")
        moved = words[at + 1 :] + words[:at]
        yield "".join(word[0] for word in moved if word not in small_words("unlettered"))


def _loose(name: str) -> Iterator[str]:
    """Acronyms of a two-word name with country whose first letter is that of a general noun."""
    words = [word for word in words_of(name) if word not in small_words("unlettered")]
    if len(words) != 2:
        return
    parts = normal_name(name, "organisation")
    if not parts.country or parts.kinds:
        return
    first, second = words[0][0], words[1][0]
    for noun in _leading_nouns():
        yield noun + first + second
        yield noun + second + first


@functools.cache
def _leading_nouns() -> tuple[str, ...]:
    return tuple(sorted({noun[0] for noun in heads("leads")}))


@functools.lru_cache(maxsize=16384)
def block_keys(name: str, kind: str) -> tuple[str, ...]:
    """Keys such that names that are the same share at least one; few names share one."""
    parts = normal_name(name, kind)
    if not parts.words:
        return ()
    joined = consonants("".join(parts.words))
    if kind == "person":
        swapped = "".join(sorted(parts.words))
        last = parts.words[-1:] if len(parts.words) < 4 else parts.words[-2:]
        return (*(f"p:{consonants(word)}" for word in last), f"p:{joined}", f"p={swapped}")
    if kind == "place":
        found = default_gazetteer().readings(name)[:3]
        return (f"l:{joined}", *(f"l={place.id}" for place in found))
    sorted_words = " ".join(sorted(consonants(word) for word in parts.words))
    keys = {f"o:{parts.country}:{sorted_words}"}
    if parts.acronym:
        keys.add(f"o={parts.acronym}")
    else:
        keys.update(f"o={letters}" for letters in (*_initials(words_of(name)), *_loose(name)))
    known = known_names().get(plain(name))
    return (*sorted(keys), *(block_keys(known, kind) if known and known != name else ()))
