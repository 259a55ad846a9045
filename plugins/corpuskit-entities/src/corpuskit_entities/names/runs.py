"""Runs: which capitalised runs a sentence has, and whether it is a headline."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from corpuskit.scan import trie_pattern
from corpuskit_entities.lexica import token_of
from corpuskit_entities.names.compounds import is_adjective
from corpuskit_entities.names.joined import LONGEST, is_one_name
from corpuskit_entities.tables import name_parts, small_words

__all__ = ["is_titled", "opener", "runs_of"]

_ARTICLES = frozenset(("al-", "el-", "ul-", "as-", "an-", "ar-", "ad-", "az-"))
_MARKS = frozenset("-'’/")  # behind a particle, or before the second letter of "M/T"
_SHIPS = frozenset(("T ", "V ", "Y "))  # of a motor tanker, vessel, yacht
_D = frozenset((" d", "\nd", "“d", '"d'))  # of d'Alvi
_OPENING = frozenset('"“(')  # before a nickname
_PARTICLES = 7  # characters of what may stand between that and a last name
_SLOGAN = 4  # words with a capital below which a sentence is no headline
_WORDS = re.compile(r"[^\W\d_][\w’']*")


_Run = tuple[int, int, bool]
"""As a `corpuskit.scan.Name`."""


def is_titled(raw: str, start: int, end: int, names: Sequence[_Run]) -> bool:
    """Whether all words of a sentence that may have capitals do, as in headlines and slogans."""
    if _weighty().search(raw, start, end):
        return False
    if sum([end - start for start, end, _ in names]) * 5 <= 3 * (end - start):
        return False
    words = _WORDS.findall(raw, start, end)
    small = [word for word in words if word[0].islower()]
    return len(words) - len(small) >= _SLOGAN and not any(map(_has_weight, small))


@functools.cache
def _weighty() -> re.Pattern[str]:
    """A word with small letters that has weight, as far as one pattern can tell."""
    return re.compile(rf" (?=[a-z]\w\w)(?!{trie_pattern(small_words('light'))}(?![\w’']))")


def _has_weight(word: str) -> bool:
    """Whether a headline with capitals would give this word one."""
    return len(word) > 2 and word not in small_words("light")


def runs_of(raw: str, names: Sequence[_Run], titled: bool) -> list[_Run]:
    """Capitalised runs with what belongs to them: "al-Sol", "Chargé d’Affaires"."""
    longest = LONGEST if not titled else LONGEST - 2  # no "and" in headlines
    found: list[_Run] = []
    before = -LONGEST - 1
    for run in names:
        start, stop, opening = run
        if raw[stop + 1 : stop + 2].isdecimal():
            stop = _undated(raw, start, stop)
            run = (start, stop, opening)
        if raw[start - 1] in _MARKS:
            start -= _particle(raw, before, start)
            run = (start, stop, opening)
        if start - before <= longest and is_one_name(raw, *found[-1][:2], start, stop):
            begin, _, opening = found.pop()
            found.append((begin, stop, opening))
            before = stop + _PARTICLES if raw[start - 1] in _OPENING else stop
        else:
            found.append(run)
            before = stop
    return found


def _undated(raw: str, start: int, stop: int) -> int:
    """Where a run ends without the month of a date: "met Rosa Varga March 3"."""
    space = raw.rfind(" ", start, stop)
    return space if space > 0 and raw[space + 1 : stop].lower() in name_parts("calendar") else stop


def _particle(raw: str, before: int, start: int) -> int:
    """The length of "al-" or "d'" in front of a run, behind one that ends at `before`; below 0 for
    the "T " of "M/T Rosa" within it."""
    if raw[start - 1] == "/":
        ship = raw[start - 2] == "M" and raw[start : start + 2] in _SHIPS
        return -2 if ship else 0
    if raw[start - 1] != "-":
        return 2 if start - 3 > before and raw[start - 3 : start - 1] in _D else 0
    article = raw[start - 3 : start] in _ARTICLES
    return 3 if article and not raw[max(start - 4, 0) : start - 3].isalpha() else 0  # not wal-Sahl


def _is_shouted(word: str) -> bool:
    token = token_of(word)
    return word.isupper() and bool(token.common or token.head or token.role)


def opener(run: str) -> int:
    """The length of what only opens a sentence: an article, a participle or small word ("Leaving
    Zarvik", "Later Zarvik"), two words of which one is an adjective ("State-run Radio Zarvik", but
    not "Anti-fraud Agency")."""
    word, space, rest = run.partition(" ")
    if space and (
        word == "The"
        or (word.isupper() and word.lower() in small_words("article") and _is_shouted(rest))
    ):
        return len(word) + 1
    front, hyphen, tail = word.rpartition("-")
    if space and hyphen and tail.islower() and not token_of(word).role:
        whole = front.lower() in name_parts("against") and token_of(rest.split(None, 1)[0]).head
        return len(word) + 1 if is_adjective(word) and not whole else 0
    token = token_of(word)
    participle = word.endswith(("ing", "ed")) and token.common and not token.title
    small = token.stop == "front" and not run.isupper()
    if space and (participle or small):
        follow = token_of(rest.split(None, 1)[0])
        if not (follow.common or follow.head):
            return len(word) + 1
    return 0
