"""Features: what of a line speaks for or against its being body, as names of rows in a table."""

from __future__ import annotations

import itertools
import operator
from collections import Counter
from collections.abc import Sequence

from corpuskit_boilerplate.page.form import Form, form_of
from corpuskit_boilerplate.page.lines import Line
from corpuskit_boilerplate.weights import steps

__all__ = ["SURROUNDINGS", "Form", "Kind", "line_forms", "line_kinds", "names_of", "surroundings"]

Kind = tuple[Form, str, str, str, int, bool]
"""Form, family, rule, family of a term inside, how often it is there (to 3), whether dated."""


def line_forms(lines: Sequence[Line]) -> list[Form]:
    """For each line what is seen of it alone."""
    return [line.form or form_of(line.text, line.folded, line.words) for line in lines]


def line_kinds(lines: Sequence[Line], forms: Sequence[Form]) -> list[Kind]:
    """For each line all that is known of it; `names_of` puts it into words."""
    seen = Counter([line.key for line in lines])
    return [
        (form, line.family, line.rule, line.inside, min(seen[line.key], 3), bool(line.dates))
        for line, form in zip(lines, forms, strict=True)
    ]


def names_of(kind: Kind) -> tuple[str, ...]:
    """The names of what holds of a line of this kind, as in the table."""
    form, family, rule, inside, times, dated = kind
    words, last, first, lower, stops, commas, bar, upper, you, we = form
    found = [f"words.{words}", f"words.{words}.{last}", f"family.{family or 'none'}", first]
    if family:
        found.append(rule)
    if inside and inside != family:
        found.append("inside." + inside)
    if words > 1:
        found.append("lower." + lower)
    if words > 5:
        found += [f"stops.{stops}", f"commas.{commas}"]
    flags = {"bar": bar, "upper": upper, "you": you and words > 1, "we": we and words > 1}
    found += [name for name, yes in flags.items() if yes]
    if times > 1:
        found.append(f"seen.{times}")
    if dated:
        found.append("dated")
    return tuple(found)


# What stands around a line, in whole numbers; the n-th name is that of the number n.

_AROUND = 20  # lines above and below that are counted
_MOST_WORDS = 60  # words that a line counts for
_TWENTIETHS = 20
_RUNNING = (
    16  # words from which a sentence is running text; no `PARAGRAPH`: weights are fitted to it
)
_FEWEST = 3  # lines above or below by which it is told what stands there
_PAGE = 60  # lines from which a text is a page, and its ends are furniture


def _steps(name: str, edges: Sequence[int], last: int) -> tuple[str, ...]:
    """For each number up to `last` the name of the step that it is on, and one for "unknown"."""
    return (*steps(name, edges, last), f"{name}.none")


_WORDS = (0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 28)
_KNOWN = (0, 1, 2, 3, 4, 6, 8, 11, 15)
_ABOVE = (0, 1, 2, 3, 5, 8, 11, 14, 17, 19, 20, 21)

SURROUNDINGS = {
    "text_above": _steps("text_above", _ABOVE, _TWENTIETHS + 1),
    "words_above": _steps("words_above", _WORDS, _MOST_WORDS),
    "words_below": _steps("words_below", _WORDS, _MOST_WORDS),
    "known_above": _steps("known_above", _KNOWN, _AROUND),
    "known_below": _steps("known_below", _KNOWN, _AROUND),
    "place": _steps("place", range(_TWENTIETHS), _TWENTIETHS - 1),
}
"""Name of each thing that is looked at around a line to the names of what can be found."""


def surroundings(lines: Sequence[Line]) -> list[list[int]]:
    """For each thing in `SURROUNDINGS` and each line which number is found there.

    How much of the page's running text stands above, in twentieths, with the ends apart; how many
    words the lines above and below have; how many of these are worded as furniture; the place on
    the page, in twentieths.
    """
    count = len(lines)
    sizes = [line.words for line in lines]
    words = [0, *itertools.accumulate([n if n < _MOST_WORDS else _MOST_WORDS for n in sizes])]
    worded = [1 if line.family and line.rule != "boilerplate.inside" else 0 for line in lines]
    known = [0, *itertools.accumulate(worded)]
    running = [
        n if n >= _RUNNING and line.ended else 0 for n, line in zip(sizes, lines, strict=True)
    ]
    text = [0, *itertools.accumulate(running)]
    total = text.pop() or 1
    return [
        [n * _TWENTIETHS // total + (n > 0) for n in text],
        *_means(words, 1, _MOST_WORDS + 1),
        *_means(known, _AROUND, _AROUND + 1),
        [i * _TWENTIETHS // count for i in range(count)]
        if count >= _PAGE
        else [_TWENTIETHS] * count,
    ]


def _means(sums: Sequence[int], scale: int, unknown: int) -> tuple[list[int], list[int]]:
    """For each line the mean of the lines above and of those below, times `scale`."""
    count = len(sums) - 1
    edge = min(_AROUND, count)
    above = [unknown] * min(_FEWEST, count)
    above += [sums[i] * scale // i for i in range(_FEWEST, edge)]
    above += _twenties(sums[:count], scale)
    below = _twenties(sums[1:], scale)
    rest = range(len(below) + 1, count - _FEWEST + 1)
    below += [(sums[-1] - sums[i]) * scale // (count - i) for i in rest]
    below += [unknown] * (count - len(below))
    return above, below


def _twenties(sums: Sequence[int], scale: int) -> list[int]:
    """The mean of every `_AROUND` lines in a row, times `scale`."""
    found = map(operator.sub, sums[_AROUND:], sums)
    return list(found) if scale == _AROUND else [n * scale // _AROUND for n in found]
