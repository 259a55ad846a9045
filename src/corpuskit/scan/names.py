"""Names: runs of capitalised words with their particles, found once for everybody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

__all__ = ["Name", "names_in", "names_of", "without_currencies"]


class Name(NamedTuple):
    """A capitalised run: offsets, and whether it opens a sentence (where capitals prove less)."""

    start: int
    end: int
    initial: bool


_FIRST = r"[^\W\d_a-z\u00df-\u00f6\u00f8-\u00ff]"
_REST = (  # \u0300 to \u036f: accents after their letters
    r"[\w\u2019'\u0300-\u036f]*"
    r"(?:[-\u2013\u2010](?:[A-Z]\.(?:[A-Z]\.)+|[^\W_][\w\u2019'\u0300-\u036f]*))*"
)
SIGNS = ("$", "\u00a2", "\u20b5", "\u00a3")  # behind the letters of a currency: US$, GH\u00a2
_WORD = rf"(?:[A-Z]\.(?:[A-Z]\.)*|{_FIRST}{_REST})"
_PARTICLE = (
    r"(?:de(?:[ \u00a0](?:la|las|los))?|del|dela|della|der|di|da|das|dos|du|den|ten|ter|la|le|las|"
    r"los|van(?:[ \u00a0](?:den|der|de))?|von(?:[ \u00a0](?:der|dem))?|el|al|ag|bin(?:ti?)?|ben|"
    r"ibn|ul|ur|arap|wa|k[aei]|zu|e|i|y|of|for|the)"
)
_ARTICLE = r"(?:(?:[ae][ldnrsz]|ash|esh|at|ul|ur)-)"  # al-, ash-, as they stand before a name
# Begins with a set of letters, which is searched for fast, and looks back what stood before it.
# Marks and dashes (\u2000 to \u206f) are left out of the set, so that none of them is tried.
_NAME = re.compile(
    rf"[A-Z\u00c0-\u1fff\u2070-\U0010ffff](?<!\w.)"
    rf"(?:(?<=[A-Z])\.(?:[A-Z]\.)*|(?<={_FIRST}){_REST})"
    rf"(?:[ \u00a0](?=[A-Zabdefikltouvwyz\u00c0-\U0010ffff])"
    rf"(?:{_PARTICLE}[ \u00a0](?:the[ \u00a0])?)?{_ARTICLE}?{_WORD})*"
)


def names_in(raw: str, start: int, end: int) -> Iterator[Name]:
    """Capitalised runs of one sentence, raw[start:end], without a closing possessive ’s and the
    letters of a currency ("US$5")."""
    return without_currencies(raw, _names_in(raw, start, end))


def _names_in(raw: str, start: int, end: int) -> Iterator[Name]:
    first = start
    while first < end and not raw[first].isalnum():
        first += 1
    for match in _NAME.finditer(raw, start, end):
        begin, stop = match.span()
        if raw[stop - 1] in "\u2019's":
            stop = _without_possessive(raw, begin, stop)
        if stop > begin:
            yield Name(begin, stop, begin == first)


def names_of(raw: str, sentences: Sequence[tuple[int, int, *tuple[object, ...]]]) -> list[Name]:
    """Names of adjacent sentences, as `names_in` finds them in each, in one pass; those that end
    with the letters of a currency, too: `without_currencies`."""
    found: list[Name] = []
    make = tuple.__new__
    at, limit, fresh = 0, sentences[0][1], True
    for match in _NAME.finditer(raw, sentences[0][0], sentences[-1][1]):
        begin, stop = match.span()
        while begin >= limit:
            at += 1
            limit, fresh = sentences[at][1], True
        if stop > limit:  # over a sentence's end, as in "the U.S. The"
            return [name for start, end, *_ in sentences for name in _names_in(raw, start, end)]
        initial = fresh and _opens(raw, sentences[at][0], begin)
        fresh = False
        if raw[stop - 1] in "\u2019's":
            stop = _without_possessive(raw, begin, stop)
        if stop > begin:
            found.append(make(Name, (begin, stop, initial)))
    return found


def without_currencies(raw: str, found: Iterable[Name]) -> Iterator[Name]:
    """Names without the letters before an amount: "US$5" is none, "the Osk Bank HK$2" one."""
    for start, end, initial in found:
        stop = raw.rfind(" ", start, end) if raw.startswith(SIGNS, end) else end
        if stop > start:
            yield Name(start, stop, initial)


def _opens(raw: str, start: int, begin: int) -> bool:
    """Whether the sentence of `start` holds no letter or figure before `begin`."""
    while start < begin and not raw[start].isalnum():
        start += 1
    return start == begin


def _without_possessive(raw: str, begin: int, stop: int) -> int:
    while stop > begin and raw[stop - 1] in "\u2019'":
        stop -= 1
    return stop - 2 if raw[stop - 2 : stop] in ("\u2019s", "'s") else stop
