"""Asides: what commas enclose behind a person and only says who that is: ", Ana Roe, of Velm,"."""

from __future__ import annotations

from corpuskit_casualties.sentence.groups import before_date
from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.sentence.sources import claims

__all__ = ["is_plain_aside"]

_LONGEST = 22  # words between the first comma and the last
_LONGEST_PIECE = 12  # between two
_OLDEST = 120
_NO_ASIDE = frozenset(("T", "conj", ";", ":", "verb", "be", "have", "modal", "sub"))
_NAME = frozenset(("w", "n", "x", "."))
_OWNING = frozenset(("det", "'s"))


def is_plain_aside(line: Line, opener: int, closer: int) -> bool:
    """As in "a guard, police said, was killed", "a guard, Ana Roe, 51, from Velm, was killed", "the
    driver, a man of 48, died", "the driver, who wore no belt, died"."""
    tags = line.tags
    if not tags[opener] == tags[closer] == "," or not 1 < closer - opener <= _LONGEST:
        return False
    begin = opener + 1
    for at in range(begin, closer + 1):
        if tags[at] == ",":
            if not _describes(line, begin, at):
                return False
            begin = at + 1
    return True


def _describes(line: Line, first: int, last: int) -> bool:
    """Whether the words from one comma to the next say who somebody is, or who says so."""
    words, tags = line.words, line.tags
    if not 0 < last - first <= _LONGEST_PIECE:
        return False
    if words[first] == "according" or words[before_date(line, last - 1)] in claims():
        return True
    inside = tags[first:last]
    if tags[first] == "wh":
        return "conj" not in inside
    if words[first].endswith("ed") or words[first] == "known":  # "identified as Ana Roe"
        return "T" not in inside and "conj" not in inside
    if not _NO_ASIDE.isdisjoint(inside):
        return False
    if tags[first] in ("prep", "n", *_OWNING) or words[first] in ("aged", "age"):
        return True
    if tags[first] == "#":  # "51", "48-year-old man"
        age = words[first]
        return last - first == 1 and age.isdecimal() and int(age) <= _OLDEST
    named = all(line.written(at)[0].isupper() or tags[at] == "." for at in range(first, last))
    return line.has_case and named and _NAME.issuperset(inside)
