"""Window: where the article begins and ends among the lines, and which lines inside are no body.

The window is the stretch of lines with the largest sum of evidence for being body, longer lines
counting more, and for its first line and its last; inside it only lines with strong evidence
against them are dropped.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from corpuskit_boilerplate.body.asides import without_asides
from corpuskit_boilerplate.body.close import closed
from corpuskit_boilerplate.body.evidence import BodyWeights, Evidence, shipped
from corpuskit_boilerplate.body.features import Form, line_forms
from corpuskit_boilerplate.body.live import entries, of_entries, without_heading
from corpuskit_boilerplate.body.tail import gone_on
from corpuskit_boilerplate.body.top import below_signs
from corpuskit_boilerplate.page.chat import heads_message
from corpuskit_boilerplate.page.lines import (
    PAGE_RULE,
    PARAGRAPH,
    PROFILE_RULE,
    SEPARATOR_RULE,
    Line,
    tells,
)

__all__ = ["Body", "best_window", "body_lines", "chosen", "evidence"]

# All evidence is in tenths of a logit.
_TEMPLATE_ALONE, _TEMPLATE_AROUND = 5, 15  # what a site's profile takes off a line
_TRUST = 5  # added to every line: a lost paragraph is worse than a kept teaser
_DROP = -20  # inside the window a line below this is dropped
_CLIP = 40  # no single line says more than this
_EDGE = 100  # how many words of a line the evidence for an edge weighs
_UNLIKELY = -80  # the least that is said of an edge, as against the likeliest
_SHORTEST, _LONGEST = 4, 100  # words that a line counts for

_SHORT_LINE = 6  # words; a text has fewer such lines than others, a menu more
_CLEAN = 0.015  # of the lines of a text without furniture, wordings found by chance
_SURE = frozenset(
    "advertisement share login counts read_time cookies follow copyright separator "
    "skip_link metadata".split()
)
_SURE_WHOLE = frozenset(
    ["navigation", "subscription", "gallery"]
)  # if the whole line is a known wording
_SURE_WORDS = 12
_UNWORDED = frozenset([PAGE_RULE, "boilerplate.inside"])  # rules that no wording of its own fits
_HEAD = 10  # lines from a first sentence to the next, with what signs the text between
_SIGNS = frozenset(["byline", "timestamp", "read_time"])


def body_lines(lines: Sequence[Line]) -> list[bool]:
    """For each line whether it is body."""
    return Body(lines).within(0, len(lines))


class Body:
    """Which lines of a page are body, and of parts of it that are articles of their own."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    @functools.cached_property
    def _forms(self) -> list[Form]:
        return line_forms(self._lines)

    def within(self, first: int, last: int) -> list[bool]:
        """For each of the lines [first, last) whether it is body if they are one article.

        Numbers and heads of pages stand anywhere in it: the lines around them are neighbours.
        """
        lines = self._lines[first:last]
        if PAGE_RULE in [line.rule for line in lines]:
            told = [i for i, line in enumerate(lines) if line.rule != PAGE_RULE]
            kept = dict(zip(told, body_lines([lines[i] for i in told]), strict=True))
            return [kept.get(i, False) for i in range(len(lines))]
        if not any(line.family for line in lines) and _clean(lines):
            return [True] * len(lines)
        return chosen(lines, evidence(lines, forms=self._forms[first:last]))


def chosen(lines: Sequence[Line], found: Evidence) -> list[bool]:
    """For each line whether it is body, by the evidence `found`."""
    if _clean(lines):
        return [
            not one.family or (n > 0 and not _mark(one))
            for one, n in zip(lines, found.line, strict=True)
        ]
    first, last = best_window(lines, found)
    inside = [
        n > _DROP and not (one.family and _sure(one))
        for one, n in zip(lines[first:last], found.line[first:last], strict=True)
    ]
    if inside and _long(lines[first]):  # a window is opened for what it begins with
        inside[0] = True
        for i in _signed(lines[first:last]):
            inside[i] = False
    kept = [False] * first + inside + [False] * (len(lines) - last)
    live = entries(lines, first)
    if live is not None and live[0] < last:
        there = slice(*live)
        kept[there] = of_entries(lines[there], kept[there])
        kept[: live[0]] = without_heading(lines[: live[0]], kept[: live[0]])
        first, last = min(first, live[0]), max(last, live[1])
    kept = without_asides(lines, kept, first, last)
    if live is None:
        kept = below_signs(lines, closed(lines, kept))
    kept = gone_on(lines, kept)
    return kept if True in kept else [not one.family for one in lines]


def _clean(lines: Sequence[Line]) -> bool:
    """Whether hardly a line is worded as furniture: then all of it is text, whatever its form."""
    worded = sum([one.rule not in _UNWORDED for one in lines if one.family])
    if worded > _CLEAN * len(lines):  # as on by far the most pages
        return False
    lines = [one for one in lines if one.rule != PAGE_RULE]
    short = sum([one.words < _SHORT_LINE for one in lines])
    return worded <= _CLEAN * len(lines) and short * 2 <= len(lines)


def _mark(line: Line) -> bool:
    """Whether the line is a page's number or head, parts articles, or heads a chat's message."""
    return line.family == "document_mark" or line.rule == SEPARATOR_RULE or heads_message(line)


def _sure(line: Line) -> bool:
    """Whether the whole line is worded as no sentence, heading or list item ever is."""
    if _mark(line):
        return True
    if line.family in _SURE_WHOLE:
        return line.rule == "boilerplate.whole"
    return line.family in _SURE and line.rule != "boilerplate.inside" and line.words <= _SURE_WORDS


def _signed(lines: Sequence[Line]) -> list[int]:
    """Author and day between a first sentence, as one under a headline is, and the next."""
    below = range(1, min(len(lines), _HEAD))
    text = next((i for i in below if _sentence(lines[i])), 0)
    return [i for i in range(1, text) if lines[i].family in _SIGNS]


def _long(line: Line) -> bool:
    return line.words >= PARAGRAPH and _sentence(line)


def _sentence(line: Line) -> bool:
    return tells(line, _SHORT_LINE)


def best_window(lines: Sequence[Line], found: Evidence) -> tuple[int, int]:
    """The stretch [first, last) with the largest sum of evidence, edges included."""
    opens, closes = _edge(found.begin), _edge(found.end)
    best, best_sum = (0, 0), -(10**12)
    total = 0
    start, start_sum = 0, -(10**12)
    sizes = [line.words for line in lines]
    for i, (words, n, begin, end) in enumerate(zip(sizes, found.line, opens, closes, strict=True)):
        if begin - total > start_sum:
            start, start_sum = i, begin - total
        value = n + _TRUST
        if words > _LONGEST:
            words = _LONGEST
        if value > 0:
            total += words * (value if value < _CLIP else _CLIP)
        else:
            total += (words if words > _SHORTEST else _SHORTEST) * (
                value if value > -_CLIP else -_CLIP
            )
        if (found_sum := start_sum + total + end) > best_sum:
            best, best_sum = (start, i + 1), found_sum
    return best


def _edge(found: Sequence[int]) -> list[int]:
    top = max(found)
    least = top + _UNLIKELY
    return [_EDGE * ((n if n > least else least) - top) for n in found]


def evidence(
    lines: Sequence[Line],
    weights: BodyWeights | None = None,
    forms: Sequence[Form] | None = None,
) -> Evidence:
    """What speaks for each line, a site's profile besides."""
    found = (weights or shipped()).of(lines, forms)
    known = [line.rule == PROFILE_RULE for line in lines]
    for i, yes in enumerate(known if True in known else ()):
        if yes:  # a template's lines stand together; alone it can be a series' sub-heading
            around = sum(known[max(0, i - 2) : i + 3]) - 1
            found.line[i] -= _TEMPLATE_ALONE + _TEMPLATE_AROUND * around
    return found
