"""Spelling: whether two words are one name written twice (Tehreek, Tehrik) or two names."""

from __future__ import annotations

import functools
import re
import unicodedata

__all__ = ["consonants", "plain", "same_word", "sounds", "unaccented"]

# Ways to write one sound, longest first. What is left of h is silent between vowels.
_SOUNDS = (
    ("tsch", "ch"), ("dsch", "j"), ("sch", "sh"), ("tch", "ch"), ("ksh", "ks"), ("yov", "yev"),
    ("chov", "chev"), ("ue", "u"), ("oe", "o"), ("aye", "e"), ("ye", "e"), ("au", "o"),
    ("dj", "j"), ("ph", "f"), ("ck", "k"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("bh", "b"),
    ("zh", "z"), ("q", "k"), ("x", "ks"), ("ee", "i"), ("oo", "u"), ("ou", "u"), ("aa", "a"),
    ("ai", "e"), ("ay", "e"), ("ei", "e"), ("ey", "e"), ("iy", "i"), ("ie", "i"), ("y", "i"),
    ("w", "v"),
)  # fmt: skip
_SOFT_C = re.compile(r"c(?=[eiy])")
_C = re.compile(r"c(?!h)")
_H = re.compile(r"(?<![cs^])h")
_DOUBLE = re.compile(r"(.)\1+")
_SILENT = re.compile(r"(?<=[aeo]u)x$|(?<=\w{5}[^\Waeiou])e$")  # Thibaux, Maxine
_ULLAH = re.compile(r"(?<=..)[aou]la$")  # Abdallah, Abdullah, Abdollah
_SLOT = re.compile(r"([aeiou]*)([^aeiou]|$)")
_CLOSE = frozenset({"ae", "ea", "ei", "ie", "ou", "uo"})
_MIN_SIMILARITY = 0.6


@functools.lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """Lower case, no diacritics, letters and digits only."""
    low = unaccented(word.lower())
    return low if low.isalnum() else "".join(c for c in low if c.isalnum())


def unaccented(low: str) -> str:
    """Text in lower case without diacritics: "petra oláh" is written "petra olah", too."""
    if low.isascii():
        return low
    low = low.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d")
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


@functools.lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """The word as it sounds, roughly: one letter a sound, none doubled, silent h left out."""
    text = _SILENT.sub("", _SOFT_C.sub("s", plain(word)))
    if not text:
        return ""
    text = _C.sub("k", text)
    for written, sound in _SOUNDS:
        text = text.replace(written, sound)
    text = text[0] + _H.sub("", text[1:]) if text[0] == "h" else _H.sub("", text)
    return _ULLAH.sub("ula", _DOUBLE.sub(r"\1", text))


@functools.lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """The consonants of `sounds`: what all spellings of a word share; a blocking key."""
    text = sounds(word)
    found = "".join(c for c in text if c not in "aeiou")
    return found or text


@functools.lru_cache(maxsize=65536)
def same_word(a: str, b: str) -> bool:
    """Whether `a` and `b` are spellings of one word.

    Consonants must agree in order, once doubled letters, h and letters for one sound are evened
    out; so must vowels, but for a/e, e/i, o/u and a short vowel left out inside a word. A vowel
    more at the end makes another word (Niger, Nigeria; Sharif, Sharifi). Short words must sound
    the same (Saad, Saeed).
    """
    from rapidfuzz.distance import Levenshtein

    one, two = plain(a), plain(b)
    if one == two:
        return bool(one)
    if len(one) < 3 or len(two) < 3 or one.isdigit() or two.isdigit():
        return False
    if consonants(a) != consonants(b) or not _vowels_agree(sounds(a), sounds(b)):
        return False
    if sounds(a) != sounds(b) and (_is_syllable(one) or len(sounds(a)) == len(sounds(b)) == 3):
        return False
    return Levenshtein.normalized_similarity(sounds(a), sounds(b)) >= _MIN_SIMILARITY


def _is_syllable(word: str) -> bool:
    """Whether it is an East Asian syllable, where a vowel tells two names apart (Jong, Jung)."""
    return len(word) < 6 and word.endswith("ng")


def _vowels_agree(one: str, two: str) -> bool:
    slots, others = _SLOT.findall(one), _SLOT.findall(two)
    if len(slots) != len(others):
        return False
    left_out = 0
    for index, ((vowels, _), (other, _)) in enumerate(zip(slots, others, strict=True)):
        if vowels == other:
            continue
        if not vowels or not other:
            left_out += 1
            inside = 0 < index < len(slots) - 2
            if not inside or left_out > 1 or len(vowels + other) > 1:
                return False
        elif not _close(vowels, other):
            return False
    return True


def _close(one: str, two: str) -> bool:
    if len(one) != len(two):
        return False
    return all(a == b or a + b in _CLOSE for a, b in zip(one, two, strict=True))
