"""Counts: what a count says at least and at most, with the words before and after that bound it."""

from __future__ import annotations

import re
from functools import cache
from itertools import compress
from typing import NamedTuple

from corpuskit.scan import NUMBER_WORDS, trie_pattern
from corpuskit_casualties.sentence.figures import (
    Figure,
    figure_at,
    is_other_number,
    lengths,
    units_by_first,
)
from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.words import Told, cue, lexicon, tags

__all__ = ["Count", "count_words", "counts_in"]

_NUMBERS = frozenset(("#", "numw"))
_ONE_MORE = frozenset(("T", "adv", "be", "prep", ",", ".", ";", "", "conj"))
_ARTICLES = frozenset(("a", "an"))
_AFTER = {"or more": "least", "at least": "least", "or so": "approx", "plus": "least", "+": "least",
          "at most": "most", "or fewer": "most", "or less": "most"}  # fmt: skip
_AFTER_BEGINS = frozenset(("or", "at", "plus", "+"))


Range = tuple[int | None, int | None, int | None]
"""Low, best and high of a count; None is open."""


class Count(NamedTuple):
    """A count expression, words [first, last) of its line.

    Attributes:
        low, best, high: None is open. "At least 7" is 7, 7, open; "up to 7" open, open, 7;
            "10 to 15" 10, none, 15; "dozens" 24, none, open; "no" 0, 0, 0.
        approx: "about", "nearly".
        vague: the vague word, "" for a figure.
        definite: "the six", "his two": the group is known or was named before.
        rate: "an average of", "every".
        digits: written in figures.
    """

    first: int
    last: int
    low: int | None
    best: int | None
    high: int | None
    approx: bool = False
    vague: str = ""
    definite: bool = False
    rate: bool = False
    digits: bool = False

    @property
    def single(self) -> bool:
        """Whether it is one."""
        return self.low == 1 == self.high

    @property
    def exact(self) -> bool:
        """Whether it is one plain number, as an age is."""
        return self.low == self.high and not self.approx

    @property
    def zero(self) -> bool:
        """Whether it is none."""
        return self.high == 0


@cache
def _bounds() -> dict[str, str]:
    return {e.term: e["bound"] for e in lexicon("bounds").entries}


@cache
def _bounds_by_last() -> dict[str, tuple[int, ...]]:
    """Last word of bounds to their numbers of words, longest first."""
    terms = [term.split(" ") for term in _bounds()]
    lasts = {words[-1] for words in terms}
    return {last: lengths(words for words in terms if words[-1] == last) for last in lasts}


@cache
def _worded() -> frozenset[str]:
    """Words that are counts by themselves, or may be."""
    return cue("none") | cue("one more") | {"both", "another"}


@cache
def count_words() -> re.Pattern[str]:
    """One of these stands in every count: a figure, a number word, a word of a unit, "none"."""
    units = {word for term in lexicon("units") for word in term.split(" ")} - {"a", "an", "of"}
    return re.compile(rf"\d|\b{trie_pattern({*NUMBER_WORDS, *units, *_worded()})}")


def counts_in(line: Line) -> dict[int, Count]:
    """Counts of a line in text order, by the index of their first word; none overlaps another.

    Ages, dates, money are left out.
    """
    found: dict[int, Count] = {}
    after, floor = 0, 0
    earlier: Count | None = None
    for index in _candidates(line):
        if index < after:
            continue
        count, after = _count_at(line, index, floor)
        if count is None and earlier is not None:
            count = _as_many(line, index, earlier)
        if count is not None:
            found[count.first] = earlier = count
            floor = count.last
    return found


def _candidates(line: Line) -> list[int]:
    """Words that may begin a count."""
    begins = _begins()
    found = list(compress(range(line.size), map(begins.__getitem__, line.words)))
    if not _after_article().isdisjoint(line.vocabulary):
        found += [i for i, word in enumerate(line.words) if word in _ARTICLES]
        found.sort()
    return found


@cache
def _begins() -> Told[bool]:
    """Whether a count may begin with a word; articles are looked for apart."""
    first = (units_by_first().keys() | _worded()) - _ARTICLES
    return Told(lambda word: word in first or tags()[word] in _NUMBERS, {})


@cache
def _after_article() -> frozenset[str]:
    units = units_by_first()
    return frozenset(word for article in _ARTICLES for word in units[article][0])


def _count_at(line: Line, index: int, floor: int) -> tuple[Count | None, int]:
    """The count at `index`, if any, and the word to go on from."""
    word = line.words[index]
    if word in _worded():
        if word in cue("none"):
            count = _none_at(line, index)
        else:
            count = _both_at(line, index) if word == "both" else _one_more_at(line, index)
        return count, count.last if count is not None else index + 1
    if word == "not" and line.tags[index - 1] == "be":  # "he is not one of them"
        return None, index + 1
    figure = figure_at(line, index)
    if figure is None or (word == "one" and _is_pronoun(line, index)):
        return None, index + 1
    if is_other_number(line, index, figure[0]):
        return None, figure[0]
    count = _bounded(line, index, figure, floor)
    return count, count.last if count is not None else figure[0]


def _as_many(line: Line, index: int, earlier: Count) -> Count | None:
    """As in "six were killed and as many injured": the count before once more."""
    words = line.words
    if words[index] != "many" or words[index - 1] != "as" or words[index + 1] == "as":
        return None
    if words[index - 2] in ("twice", "times", "half"):
        return None
    return earlier._replace(first=index - 1, last=index + 1, definite=False)


def _is_pronoun(line: Line, index: int) -> bool:
    """As in "she is the one who was hurt"."""
    return line.words[index - 1] in ("the", "this", "that") and line.tags[index + 1] in (
        "wh",
        "that",
    )


def _both_at(line: Line, index: int) -> Count | None:
    """As in "both were killed", "both guards"; not "both guards and teachers", of no number."""
    words, tags = line.words, line.tags
    if tags[index + 1] in ("w", "prep") and words[index + 1] != "of":
        return None
    plural = words[index + 1].endswith(("s", "en")) and words[index + 3].endswith(("s", "en"))
    if plural and words[index + 2] == "and" and tags[index + 1] == tags[index + 3] == "N":
        return None
    return Count(first=index, last=index + 1, low=2, best=2, high=2, definite=True)


def _one_more_at(line: Line, index: int) -> Count | None:
    """As in "killing one and injuring another", "wounding a third": by itself, and not "one after
    another"."""
    words, tags = line.words, line.tags
    nth = words[index] != "another"
    before = index - 2 if nth else index - 1
    if tags[index + 1] not in _ONE_MORE or words[before] in ("after", "to", "one", "yet"):
        return None
    if nth and (words[index - 1] != "a" or words[index + 1] == "of"):
        return None
    if nth and "T" not in (tags[before], *tags[index + 1 : index + 4]):
        return None
    return Count(first=index, last=index + 1, low=1, best=1, high=1)


def _none_at(line: Line, index: int) -> Count | None:
    last = index + 1
    if line.words[index] == "no":
        if line.phrase(last, last + 2) == "- one":
            last += 2
        elif line.words[last] == "one":
            last += 1
        elif line.words[last] in ("fewer", "less", "more", "longer", "doubt"):
            return None
    if line.words[index] == "neither" and line.words[last] != "of":
        return None
    return Count(first=index, last=last, low=0, best=0, high=0)


_FEW = 10
_DEFINITE = frozenset(("the", "his", "their", "its", "these", "those", "her"))


def _bounded(line: Line, index: int, figure: Figure, floor: int) -> Count | None:
    """The number at `index` with the words before and after it that bound it."""
    last, low, high, vague = figure
    kind, first, definite, rate = "", index, False, False
    while (found := _bound_before(line, first, floor)) is not None:
        size, bound = found
        if bound == "none" or _is_age_bound(line, first - size):
            return None
        if bound == "share":  # "half of the 30 guests", but "half of the 30 dead"
            if line.tags[last] != "T":
                return None
            break
        if bound == "most" and line.words[first - size - 1] in cue("rising"):
            break  # "the toll went up to 42"
        if bound == "over" and line.words[first - 1] == "over" and _is_particle(line, first, low):
            break
        if (
            bound == "exact"
            and line.words[first - 1] == "of"
            and line.tags[first - size] in ("n", "N", "x", "w")
        ):
            return _group_of(line, first - size, index, last, low, high)
        rate = rate or bound == "rate"
        kind = kind or (bound if bound not in ("exact", "rate") else "")
        first -= size
        if bound == "exact" and line.words[first + size - 1] in _DEFINITE:
            definite = True
            break
    if line.words[first - 1] == "between":
        first -= 1
    if line.words[last] in _AFTER_BEGINS:
        two = line.phrase(last, last + 2)
        follows = _AFTER.get(two) or _AFTER.get(line.words[last])
        if follows and (follows != "approx" or not kind):
            kind = kind or follows
            last += 2 if two in _AFTER else 1
    best = low if high == low else None
    low_, best, high_ = _bound(low, best, high, kind) if kind else (low, best, high)
    if first < index:
        first = _without_article(line, first, index)
    approx, digits = kind == "approx", line.tags[index] == "#"
    return Count(first, last, low_, best, high_, approx, vague, definite, rate, digits)


def _bound_before(line: Line, first: int, floor: int) -> tuple[int, str] | None:
    """How many words before word `first` are a bound, and which one; the longest wins."""
    last = line.words[first - 1]
    sizes = _bounds_by_last().get(last)
    if sizes is None or first <= floor:
        return None
    bounds = _bounds()
    for size in sizes:
        if size <= first - floor:
            bound = bounds.get(line.phrase(first - size, first) if size > 1 else last)
            if bound is not None:
                return size, bound
    return None


def _is_particle(line: Line, first: int, low: int) -> bool:
    """As in "handed over eight soldiers", "took over two camps", but not "took over 50 men": where
    the verb leaves it open, few are not told of as more than so many."""
    verb = line.words[first - 2]
    return verb in cue("handing") or (low < _FEW and verb in cue("carrying"))


def _is_age_bound(line: Line, at: int) -> bool:
    """As in "children under five", "men over 60"."""
    return line.words[at] in ("under", "over", "above") and line.tags[at - 1] == "N"


def _group_of(line: Line, first: int, index: int, last: int, low: int, high: int | None) -> Count:
    """As in "a peasant family of six": the count, from its article on."""
    at = first
    while at > 0 and first - at < 4 and line.tags[at - 1] in ("w", "n", "x"):
        at -= 1
    begins = at - 1 if at > 0 and line.tags[at - 1] == "det" else first
    return Count(first=begins, last=last, low=low, best=low, high=high)


def _bound(low: int, best: int | None, high: int | None, kind: str) -> Range:
    """As in "at least 7", "up to 7": a range that is open at one end."""
    if kind == "most":
        return None, None, high
    return low, best, None if kind in ("least", "over") else high


def _without_article(line: Line, first: int, index: int) -> int:
    while (
        first < index
        and line.tags[first] == "det"
        and line.words[first] not in ("some", "another", "a", "an")
    ):
        first += 1
    return first
