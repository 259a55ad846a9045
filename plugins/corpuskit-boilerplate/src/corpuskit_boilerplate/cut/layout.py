"""Layout: which lines white space, a rule or a dateline sets off as an article's first.

Pages put together by a program have no blank lines, and so the fitted weights know nothing of
them; texts that people put together have. These weights are set by hand, in `weights/layout.tsv`.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpuskit_boilerplate.cut.cohesion import Words
from corpuskit_boilerplate.cut.leads import has_lead
from corpuskit_boilerplate.cut.parts import APART, NO_TITLE, summed, text_words
from corpuskit_boilerplate.lexicon import LANGUAGES
from corpuskit_boilerplate.page.heading import SIGNS, heads_links
from corpuskit_boilerplate.page.lines import PARAGRAPH, Line
from corpuskit_boilerplate.page.opening import opening
from corpuskit_boilerplate.weights import column

__all__ = ["in_head", "set_off"]

_NEAR = 8  # lines from an article's first to its first paragraph at most
_TEXT = 30  # words of sentences that an article has at least
_SHORT = 8  # words from which a line can open with a dateline
_TITLE = 24  # words of the longest headline
_BRIEF = 5  # words below which a title is rather a sub-heading
_WIDE = 2  # blank lines that are more than the end of a paragraph
_LEAST, _MOST = -25, 45  # what the change of words can say at most: one topic may fill a file
_STAMPS = SIGNS | {"read_time"}
_SIGNS_OFF = frozenset(["wire_signoff", "copyright"])  # what ends the report above
_OPENING = frozenset(["wire", "country"])  # datelines that need nothing else
_AGENCY = re.compile(r"\([^\W\d_a-z]")
_QUOTES = "\"“„«'‘"
_HEAD = 10  # lines of a heading, in which no other article begins
_RULE = re.compile(r"([-=_*#~+•—–])(?:\s*\1){2,}")


def set_off(
    raw: str,
    lines: Sequence[Line],
    fitted: Sequence[int] = (),
    languages: tuple[str, ...] = LANGUAGES,
) -> list[tuple[int, int]]:
    """Lines that are set off as an article's first, each with how much speaks for it.

    Args:
        fitted: lines that are known to be first ones; what stands in their headings is not asked.
        languages: whose weekdays are known.

    Returns:
        (tenths of a logit above 0, index of the line) in text order.
    """
    running = summed(text_words(lines))
    places = [
        (i, names)
        for i, names in _places(raw, lines, languages)
        if i not in fitted and not any(in_head(running, first, i) for first in fitted)
    ]
    if not places:
        return []
    weights = _weights()
    words = Words(lines, [i for i, _ in places])
    found = []
    for i, names in places:
        change = [*words.shared(i), *words.depth(i), *words.wide(i)]
        if "title" in names:
            change += [*words.title_below(i), *words.title_above(i)]
        told = sum([weights.get(name, 0) for name in change])
        score = sum([weights.get(name, 0) for name in names]) + min(max(told, _LEAST), _MOST)
        if score > 0:
            found.append((score, i))
    return found


def in_head(running: Sequence[int], first: int, i: int) -> bool:
    """Whether line `i` stands in the heading of the article that begins at line `first`.

    Args:
        running: words of text before each line, and in all.
    """
    return 0 < i - first <= _HEAD and running[i] - running[first] < APART


@functools.cache
def _weights() -> dict[str, int]:
    return {**column("split", "weight"), **column("layout", "weight")}


def _places(
    raw: str, lines: Sequence[Line], languages: tuple[str, ...]
) -> Iterator[tuple[int, list[str]]]:
    """Lines that something sets off, with text above and below, and what it is."""
    between = _between([line.words for line in lines], APART)
    if not between:
        return
    gaps = _gaps(raw, lines)
    usual = _usual(lines, gaps) if any(gaps) else 0
    wide = {i for i, gap in enumerate(gaps) if gap > usual}
    ended = {i + 1 for i, line in enumerate(lines) if line.family == "separator"}
    tops = {*_headless(raw, lines, gaps, usual, between), *_headed(raw, lines, between)}
    regular = ("gap.regular",) if wide and _regular(lines, gaps, usual) else ()
    places = sorted([i for i in wide | ended | tops if i in between])
    if places:
        between = _between(text_words(lines), _TEXT)  # what menus say is no text
    for i in places:
        if i in between and not _end(lines[i]):
            names = [*_gap(gaps[i], usual), *(regular if i in wide else ()), *_end(lines[i - 1])]
            if lines[i - 1].family in _SIGNS_OFF:
                names.append("end.signed")
            if names or i in tops:
                yield i, ["all", *names, *_heads(raw, lines, i, languages)]


def _between(words: Sequence[int], least: int) -> range:
    """Lines with at least so many words above them, and as many below."""
    above = summed(words)
    first = max(bisect.bisect_left(above, least), 1)
    return range(first, bisect.bisect_right(above, above[-1] - least))


def _gaps(raw: str, lines: Sequence[Line]) -> list[int]:
    """Blank lines above each line."""
    if raw.count("\n") < len(lines):
        return [0] * len(lines)
    ends = [0, *(line.end for line in lines)]
    return [
        max(raw.count("\n", end, line.start) - 1, 0) for end, line in zip(ends, lines, strict=False)
    ]


def _usual(lines: Sequence[Line], gaps: Sequence[int]) -> int:
    """Blank lines that stand between most paragraphs."""
    between = [
        gaps[i]
        for i in range(1, len(lines))
        if lines[i].words >= PARAGRAPH and lines[i - 1].words >= PARAGRAPH
    ]
    return Counter(between).most_common(1)[0][0] if between else 0


def _regular(lines: Sequence[Line], gaps: Sequence[int], usual: int) -> bool:
    """Whether there are two sizes of gaps and no more, the wide one only around long texts."""
    wide = [i for i in range(1, len(lines)) if gaps[i] > usual]
    if len({gaps[i] for i in wide}) != 1 or len(set(gaps[1:])) > 2:
        return False
    edges = [0, *wide, len(lines)]
    return all(
        sum([line.words for line in lines[first:last]]) >= APART
        for first, last in itertools.pairwise(edges)
    )


def _gap(gap: int, usual: int) -> tuple[str, ...]:
    if gap <= usual:
        return ()
    return ("gap.wide",) if gap >= _WIDE else ("gap.some",)


def _end(line: Line) -> tuple[str, ...]:
    """Whether a line is drawn."""
    drawn = line.family == "separator" and _RULE.fullmatch(line.text)
    return ("end.rule",) if drawn else ()


def _headed(raw: str, lines: Sequence[Line], between: range) -> Iterator[int]:
    """Titles with a dateline right below, which names an agency or stands below a sign-off."""
    for i in between[: len(lines) - 1 - between.start]:
        line, below = lines[i], lines[i + 1]
        if below.family == "byline" and i + 2 < len(lines):
            below = lines[i + 2]
        if _BRIEF <= line.words <= _TITLE and below.words >= PARAGRAPH and _unstopped(line):
            signed = lines[i - 1].family in _SIGNS_OFF
            told = signed or _names_agency(raw, below)
            form = _dateline(raw, below) if told and below.ended else ""
            if (signed and form) or form == "upper":
                yield i


def _headless(
    raw: str, lines: Sequence[Line], gaps: Sequence[int], usual: int, between: range
) -> Iterator[int]:
    """The first lines of paragraphs whose datelines are enough to begin an article.

    Below a title and a stamp or byline each dateline in capitals is.
    """
    for i, line in enumerate(lines[between.start : between.stop + _NEAR], start=between.start):
        capitals = line.words >= _SHORT and raw[line.start : line.start + 2].isupper()
        form = _dateline(raw, line) if capitals else ""
        if form:
            top = _top(lines, i, gaps, usual)
            if form in _OPENING or any(one.family in _STAMPS for one in lines[top + 1 : i]):
                yield top


def _dateline(raw: str, line: Line) -> str:
    """The form of the dateline that a paragraph opens with, or ""."""
    found = opening(raw[line.start : line.end]) if line.words >= _SHORT else None
    return found.form if found else ""


def _names_agency(raw: str, line: Line) -> bool:
    """Whether the dateline of a paragraph has an agency in brackets behind its place."""
    text = raw[line.start : line.end]
    found = opening(text)
    return found is not None and _AGENCY.search(text, found.end, found.told) is not None


def _top(lines: Sequence[Line], i: int, gaps: Sequence[int], usual: int) -> int:
    """The first line of the heading above a paragraph, or its own."""
    top = title = i
    for k in range(i - 1, max(i - _NEAR, -1), -1):
        if _gap(gaps[k + 1], usual) and top < i:
            break
        line = lines[k]
        if line.family in _STAMPS or _unstopped(line):
            top = k
            title = k if title == i and not line.family else title
        else:
            return title if heads_links(line) else top
    return top


def _long(line: Line) -> bool:
    return line.words >= PARAGRAPH and line.family != "caption"


def _unstopped(line: Line) -> bool:
    plain = not line.family and line.text[0] != "["  # "[SIGNED] the council"
    return plain and line.words <= _TITLE and not line.ended


def _stopped(lines: Sequence[Line], i: int) -> bool:
    """Whether a headline that ends in a full stop stands above a paragraph."""
    short = lines[i].words <= _TITLE // 2 and i + 1 < len(lines)
    return short and _long(lines[i + 1]) and lines[i].text[0] not in _QUOTES


def _heads(raw: str, lines: Sequence[Line], i: int, languages: tuple[str, ...]) -> list[str]:
    """What the first lines of an article at line `i` are like."""
    below = range(i, min(i + _NEAR, len(lines)))
    text = next((k for k in below if _long(lines[k])), below[-1])
    names = []
    datelines = [_dateline(raw, line) for line in lines[i : text + 1]]
    if any(datelines):
        form, first = next((form, k) for k, form in enumerate(datelines, i) if form)
        names.append("dateline." + form)
        listed = lines[first - 1].text[-1] in NO_TITLE
        if first > i and not listed and _names_agency(raw, lines[first]):
            names.append("dateline.named")
    if any(line.family in _STAMPS for line in lines[i + 1 : text]):
        names.append("stamp")
    if lines[i].family:
        names.append("furniture")
    elif _unstopped(lines[i]) or _stopped(lines, i):
        names.append("title")
        if has_lead(lines, i, languages):
            names.append("title.lead")
        elif lines[i].words < _BRIEF and len(names) == 1:
            names.append("title.brief")
    else:
        if not datelines[0]:
            names.append("text")
            if lines[i - 1].family and not _end(lines[i - 1]):
                names.append("text.on")
        if lines[i].text[0] in _QUOTES:
            names.append("quote")
    return names
