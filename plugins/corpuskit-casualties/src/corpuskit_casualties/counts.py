"""Counts: what a count says at least and at most; the one place that knows vague words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import attrs

from corpuskit_casualties.line import Line
from corpuskit_casualties.words import lexicon, word_value

__all__ = ["Count", "counts_in"]

_SCALES = {"hundred": 100, "thousand": 1000, "lakh": 100_000, "lakhs": 100_000, "million": 10**6,
           "crore": 10**7, "billion": 10**9, "dozen": 12, "score": 20}  # fmt: skip
_FIGURE = r"(\d{1,3}(?:,\d{2,3})+|\d+)(\.\d+)?(?:[-\u2013](\d{1,3}(?:,\d{2,3})+|\d+))?$"
_NUMBERS = frozenset(("#", "numw"))
_LONGEST = 15  # longer figures count nobody
_NO = frozenset(("no", "none", "nobody", "no-one", "zero"))
_WORDS = _NO | {"both"}
_ARTICLES = frozenset(("a", "an"))
_AFTER = {"or more": "least", "at least": "least", "or so": "approx", "plus": "least",
          "at most": "most", "or fewer": "most", "or less": "most"}  # fmt: skip
_AFTER_BEGINS = frozenset(("or", "at", "plus"))


@attrs.frozen(kw_only=True)
class Count:
    """A count expression, words [first, last) of its line.

    Attributes:
        low, best, high: None is open. "At least 7" is 7, 7, open; "up to 7" open, open, 7;
            "10 to 15" 10, none, 15; "dozens" 24, none, open; "no" 0, 0, 0.
        approx: "about", "nearly".
        vague: the vague word, "" for a figure.
        definite: "the six", "his two": the group is known or was named before.
        rate: "an average of", "every".
        more: "two others", "another five": the rest of a group.
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
    def single_figure(self) -> bool:
        """Whether it is one plain number, as an age is."""
        return self.low is not None and self.low == self.high and not self.approx

    @property
    def zero(self) -> bool:
        """Whether it is none."""
        return self.high == 0


@cache
def _units() -> dict[str, tuple[int, str]]:
    return {e.term: (int(e["value"]), e["vague"]) for e in lexicon("units").entries}


@cache
def _units_by_first() -> dict[str, tuple[frozenset[str], tuple[int, ...]]]:
    """First word of units to the words that may follow and the numbers of words, longest first.

    What follows a unit of one word is "".
    """
    terms = [term.split(" ") for term in _units()]
    return {
        first: (
            frozenset(words[1] if len(words) > 1 else "" for words in terms if words[0] == first),
            _sizes(words for words in terms if words[0] == first),
        )
        for first in {words[0] for words in terms}
    }


@cache
def _bounds() -> dict[str, str]:
    return {e.term: e["bound"] for e in lexicon("bounds").entries}


@cache
def _bounds_by_last() -> dict[str, tuple[int, ...]]:
    """Last word of bounds to their numbers of words, longest first."""
    terms = [term.split(" ") for term in _bounds()]
    lasts = {words[-1] for words in terms}
    return {last: _sizes(words for words in terms if words[-1] == last) for last in lasts}


def _sizes(terms: Iterable[list[str]]) -> tuple[int, ...]:
    return tuple(sorted({len(words) for words in terms}, reverse=True))


def counts_in(line: Line) -> Iterator[Count]:
    """Counts of a line in text order; none overlaps another. Ages, dates, money are left out."""
    after, floor = 0, 0
    earlier: Count | None = None
    for index in _candidates(line):
        if index < after:
            continue
        count, after = _count_at(line, index, floor)
        if count is None and earlier is not None:
            count = _as_many(line, index, earlier)
        if count is not None:
            yield count
            floor, earlier = count.last, count


def _candidates(line: Line) -> list[int]:
    """Words that may begin a count."""
    (begins, after_article), tags = _beginnings(), line.tags
    found = [i for i, word in enumerate(line.words) if tags[i] in _NUMBERS or word in begins]
    if not after_article.isdisjoint(line.vocabulary):
        found += [i for i, word in enumerate(line.words) if word in _ARTICLES]
        found.sort()
    return found


@cache
def _beginnings() -> tuple[frozenset[str], frozenset[str]]:
    """First words of counts that are no numbers, but for articles; what follows an article."""
    units = _units_by_first()
    after_article = frozenset(word for article in _ARTICLES for word in units[article][0])
    return (frozenset(units) | _WORDS) - _ARTICLES, after_article


def _count_at(line: Line, index: int, floor: int) -> tuple[Count | None, int]:
    """The count at `index`, if any, and the word to go on from."""
    if line.words[index] == "both":
        named = line.tags[index + 1] not in ("w", "prep")
        pair = Count(first=index, last=index + 1, low=2, best=2, high=2, definite=True)
        return (pair if named or line.words[index + 1] == "of" else None), index + 1
    if line.words[index] in _NO:
        count = _none_at(line, index)
        return count, count.last if count is not None else index + 1
    core = _unit_at(line, index) or _number_at(line, index)
    if core is None or (line.words[index] == "one" and _is_pronoun(line, index)):
        return None, index + 1
    last, low, high, vague = core
    if _is_other_number(line, index, last):
        return None, last
    count = _bounded(line, index, last, low, high, vague, floor)
    return count, count.last if count is not None else last


def _as_many(line: Line, index: int, earlier: Count) -> Count | None:
    """As in "six were killed and as many injured": the count before once more."""
    if (
        line.words[index] != "many"
        or line.words[index - 1] != "as"
        or line.words[index + 1] == "as"
    ):
        return None
    if line.words[index - 2] in ("twice", "times", "half"):
        return None
    return attrs.evolve(earlier, first=index - 1, last=index + 1, definite=False)


def _is_pronoun(line: Line, index: int) -> bool:
    """As in "she is the one who was hurt"."""
    if line.tags[index - 1] == "w" and line.tags[index + 1] not in ("N", "n", "w"):
        return line.words[index - 2] in ("the", "a", "this")  # "the largest one seized"
    return line.words[index - 1] in ("the", "this", "that") and line.tags[index + 1] in (
        "wh",
        "that",
    )


def _none_at(line: Line, index: int) -> Count | None:
    last = index + 1
    if line.words[index] == "no":
        if line.phrase(last, last + 2) == "- one":
            last += 2
        elif line.words[last] == "one":
            last += 1
        elif line.words[last] in ("fewer", "less", "more", "longer", "doubt"):
            return None
    return Count(first=index, last=last, low=0, best=0, high=0)


def _unit_at(line: Line, index: int) -> tuple[int, int, int | None, str] | None:
    word, following = line.words[index], line.words[index + 1]
    begun = _units_by_first().get(word)
    if begun is None or following == "as":
        return None
    nexts, sizes = begun
    if following not in nexts and "" not in nexts:
        return None
    if word in ("many", "few") and line.words[index - 1] in ("too", "so", "how", "as"):
        return None
    rows = _units()
    for size in sizes:
        row = rows.get(line.phrase(index, index + size)) if size <= line.size - index else None
        if row is not None:
            value, vague = row
            return index + size, value, (None if vague else value), vague
    return None


def _number_at(line: Line, index: int) -> tuple[int, int, int | None, str] | None:
    """(end, low, high, vague) of a plain number or a range that begins at `index`."""
    one = _value_at(line, index)
    if one is None:
        return None
    last, low, high = one
    joined = line.words[last]
    if line.words[index - 1] == "from":  # "rose from 31 to 45"
        return last, low, high, ""
    if joined in ("to", "or", "-", "\u2013") or (
        joined == "and" and line.words[index - 1] == "between"
    ):
        other = _value_at(line, last + 1)
        if other is not None and high == low:
            low = high = _scaled(line, low, other)
        if other is not None and low < other[1] <= 20 * max(low, 1) and high == low:
            return other[0], low, other[2], ""
    return last, low, high, ""


def _scaled(line: Line, low: int, other: tuple[int, int, int]) -> int:
    """As in "two to three dozen": the scale of the second number goes for the first too."""
    scale = _SCALES.get(line.words[other[0] - 1])
    return low * scale if scale is not None and low < other[1] / scale else low


def _value_at(line: Line, index: int) -> tuple[int, int, int] | None:
    tag = line.tags[index]
    if tag == "#":
        figure = _figure(line.words[index])
        if figure is None:
            return None
        (value, high), last = figure, index + 1
        if line.words[last] == "," and line.words[last + 1] == "000":  # rebuilt: "31, 000"
            value, high, last = value * 1000, high * 1000, last + 2
    elif tag == "numw" and word_value(line.words[index]) is None:
        return _pair(line.words[index], index)
    elif tag == "numw":
        last = index + 1
        while line.tags[last] == "numw" or (line.words[last] == "and" and _joins(line, last)):
            last += 1
        found = None
        while last > index and found is None:  # "two three" is two numbers: take the first
            found = word_value(line.phrase(index, last))
            last -= found is None
        if found is None:
            return None
        value = high = found
    else:
        return None
    scale = _SCALES.get(line.words[last])
    if scale is not None:
        value, high, last = value * scale, high * scale, last + 1
    if value != int(value) or high < value:
        return None
    return last, int(value), int(high)


@lru_cache(maxsize=1 << 12)
def _figure(word: str) -> tuple[float, float] | None:
    """Low and high of a number or a range in figures."""
    match = re.match(_FIGURE, word)
    if match is None or len(match.group(1)) > _LONGEST:
        return None
    value = float(match.group(1).replace(",", "") + (match.group(2) or ""))
    high = float(match.group(3).replace(",", "")[:_LONGEST]) if match.group(3) else value
    return value, high


def _pair(word: str, index: int) -> tuple[int, int, int] | None:
    """As in "five-six persons"."""
    low, high = word_value(word.partition("-")[0]), word_value(word.rpartition("-")[2])
    if low is None or high is None or not low < high:
        return None
    return index + 1, int(low), int(high)


def _joins(line: Line, index: int) -> bool:
    """Whether "and" stands inside a number: "two hundred and five"."""
    return line.words[index - 1] in _SCALES and line.tags[index + 1] == "numw"


_RISING = frozenset(
    "went go goes gone going rose rises risen rising climbed climbs mounted jumped is was".split()
)
_DEFINITE = frozenset(("the", "his", "their", "its", "these", "those", "her"))
_TIME_WORDS = frozenset(
    ("am", "pm", "a.m", "p.m", "gmt", "hours", "hrs", "o'clock", "st", "km", "kg")
)


def _is_other_number(line: Line, index: int, last: int) -> bool:
    """A year, a day of a month, money, a label, a percentage, an age."""
    before, after, word = line.tags[index - 1], line.tags[last], line.words[index]
    if before in ("money", "label") or after == "percent" or line.words[last] in _TIME_WORDS:
        return True
    if line.words[last].endswith("-old"):
        return True
    if line.tags[last] == "-" and line.words[last + 1] in ("year", "month", "day", "week", "hour"):
        return True
    if (
        line.words[last] == "in"
        and line.tags[last + 1] in ("numw", "#")
        and line.tags[last + 2] == "N"
    ):
        return True  # "one in four patients"
    if line.tags[index] != "#":
        return False
    if after == "month" or (before == "month" and last == index + 1):
        dated = before == "month" and line.tags[index - 2] == "#" and after in ("N", "T")
        return not dated  # "on 23 September 28 bodies were found"
    if len(word) == 4 and word.isdigit() and (word[0] == "0" or _is_year(line, index, before)):
        return True
    return word[0] == "0" or (before == "/" or after == "/")


def _is_year(line: Line, index: int, before: str) -> bool:
    year = int(line.words[index])
    clock = year < 2400 and line.words[index - 1] in ("at", "between", "by")
    if clock:
        return True
    following = line.tags[index + 1]
    return 1900 <= year <= 2099 and (
        before in ("month", "day", "det", "prep", "subprep", "sub") or following not in ("N", "w")
    )


def _bounded(
    line: Line, index: int, last: int, low: int, high: int | None, vague: str, floor: int
) -> Count | None:
    """The number at `index` with the words before and after it that bound it."""
    kind, first, definite, rate = "", index, False, False
    while (found := _bound_before(line, first, floor)) is not None:
        size, bound = found
        if bound == "none" or _is_age_bound(line, first - size):
            return None
        if bound == "most" and line.words[first - size - 1] in _RISING:
            break  # "the toll went up to 42"
        if line.words[first - 1] == "of" and line.tags[first - size] in ("n", "N", "x", "w"):
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
    low_, best, high_ = _range(low, high, kind)
    return Count(
        first=_without_article(line, first, index),
        last=last,
        low=low_,
        best=best,
        high=high_,
        approx=kind == "approx",
        vague=vague,
        definite=definite,
        rate=rate,
        digits=line.tags[index] == "#",
    )


def _bound_before(line: Line, first: int, floor: int) -> tuple[int, str] | None:
    """How many words before word `first` are a bound, and which one; the longest wins."""
    if first <= floor:
        return None
    for size in _bounds_by_last().get(line.words[first - 1], ()):
        bound = _bounds().get(line.phrase(first - size, first)) if size <= first - floor else None
        if bound is not None:
            return size, bound
    return None


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


def _range(low: int, high: int | None, kind: str) -> tuple[int | None, int | None, int | None]:
    if kind == "most":
        return None, None, high if high is not None else None
    if kind in ("least", "over"):
        return low, low if high == low else None, None
    return low, low if high == low else None, high


def _without_article(line: Line, first: int, index: int) -> int:
    while (
        first < index
        and line.tags[first] == "det"
        and line.words[first] not in ("some", "another", "a", "an")
    ):
        first += 1
    return first
