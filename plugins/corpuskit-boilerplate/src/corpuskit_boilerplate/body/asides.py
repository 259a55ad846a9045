"""Asides: what in a text refers elsewhere: references, captions, lists of links, the sign-off."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from corpuskit_boilerplate.body.tail import OFFERS
from corpuskit_boilerplate.page.heading import heads_links, is_bullet
from corpuskit_boilerplate.page.lines import Line

__all__ = ["without_asides"]

_ASIDES = frozenset(["related", "caption", "wire_signoff"])  # what stands between paragraphs
_BETWEEN = _ASIDES | OFFERS
_CREDITS = frozenset(["boilerplate.credit", "boilerplate.bar_credit", "boilerplate.end_credit"])
_RUNNING = 8  # words from which a sentence is running text
_SHORT = 3  # those of a sentence that is so beside another
_CONTRIBUTED = 12  # words of the longest sentence that says who else wrote
_LINKS = 12  # lines of the longest list of links
_LINK = 20  # words of the longest link
_ABOUT = 2  # links at least below a heading that names their topic
_TOPIC = 7  # words of the longest such heading


def without_asides(
    lines: Sequence[Line], kept: Sequence[bool], first: int, last: int
) -> list[bool]:
    """Which lines are text: those `kept` in the stretch [first, last), but for asides."""
    found = list(kept)
    for i in range(first + 1, last - 1):
        if kept[i] and lines[i].family in _BETWEEN:
            offers = lines[i].family in OFFERS
            found[i] = not (_offer(lines, found, i) if offers else _aside(lines, i))
    aside = (_links(lines, first, last), _teasers(lines, first, last), _skipped(lines, first, last))
    for one, two in itertools.chain(*aside):
        found[one:two] = [False] * (two - one)
    for i in range(first + 1, last - 1):
        if found[i] and lines[i + 1].family == "caption" and lines[i].key.isdigit():
            found[i] = False  # how many pictures there are
    end = [i for i in range(first + 1, last) if found[i]]
    for i in range(end[-1] - 1, end[-1] + 1) if end else ():
        if lines[i].family == "copyright":  # whose the text is; one line can stand below
            found[i:last] = [False] * (last - i)
    for i in reversed(end):
        if found[i]:
            if not _signs_off(lines[i]):
                break
            found[i] = False
    return found


def _aside(lines: Sequence[Line], i: int) -> bool:
    """Whether a line breaks into running text ("See also: …"), or is a caption in a sentence."""
    line = lines[i]
    if line.rule == "boilerplate.inside":
        return False
    if _stops(line) or line.rule in _CREDITS:
        return line.family == "caption"
    above, below = i - 1, i + 1
    while above and _refers(lines[above]):
        above -= 1
    while below + 1 < len(lines) and _refers(lines[below]):
        below += 1
    beside = (lines[above], lines[below])
    least = _SHORT if _refers(line) and any(map(_running, beside)) else _RUNNING
    return all(_running(one, least) for one in beside)


def _offer(lines: Sequence[Line], found: Sequence[bool], i: int) -> bool:
    """Whether a line without a stop offers a newsletter between two sentences, or goes on to."""
    line, above = lines[i], lines[i - 1]
    ended = line.ended and line.rule != "boilerplate.call"
    if line.words > 2 * _LINK or ended or not _running(lines[i + 1]):
        return False
    return _running(above) or (not found[i - 1] and line.rule == "boilerplate.start")


def _refers(line: Line) -> bool:
    """Whether the line is one of several references below each other."""
    return line.family == "related" and line.rule == "boilerplate.start" and not _stops(line)


def _links(lines: Sequence[Line], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Headings of links between two paragraphs, each with the lines below that are no sentences.

    What stands below every section ("Read more") is a button and heads nothing.
    """
    headings = [i for i in range(first + 1, last - 1) if heads_links(lines[i])]
    keys = [lines[i].key for i in headings]
    about = [i for i in range(first + 1, last - _ABOUT) if _heads_about(lines[i])]
    for i in sorted([*headings, *about]):
        above = i - 1
        while above > first and lines[above].family == "advertisement":
            above -= 1
        if keys.count(lines[i].key) > 1 or not _running(lines[above]):
            continue
        end = i + 1
        while end < last and end - i <= _LINKS and _link(lines[end]):
            end += 1
        if i + (_ABOUT if i in about else 1) < end < last and _running(lines[end]):
            yield i, end


def _heads_about(line: Line) -> bool:
    """Whether the line may head links on a topic ("Read more on crashes"), or be one itself."""
    return (
        _refers(line) and line.words <= _TOPIC and line.text[-1].isalnum() and ":" not in line.text
    )


def _teasers(lines: Sequence[Line], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Headlines of other articles between two paragraphs, each with a button below."""
    for i, line in enumerate(lines[first + 2 : last - 1], start=first + 2):
        if heads_links(line) and _running(lines[i - 2]) and _running(lines[i + 1]):
            title = lines[i - 1]
            if not title.family and title.words >= _SHORT and _link(title):
                yield i - 1, i + 1


def _skipped(lines: Sequence[Line], first: int, last: int) -> Iterator[tuple[int, int]]:
    """What stands between two lines that are read out to those who cannot see the page."""
    marks = [i for i in range(first, last) if lines[i].family == "skip_link"]
    for one, two in itertools.pairwise(marks):
        if two - one <= _LINKS:
            yield one, two + 1


def _link(line: Line) -> bool:
    return line.words <= _LINK and not _stops(line) and line.text[-1] != ":" and not is_bullet(line)


def _stops(line: Line) -> bool:
    """Whether a line ends as a statement does; headlines can ask."""
    return line.ended and line.text[-1] != "?"


def _signs_off(line: Line) -> bool:
    """Whether the line below a text says who wrote or brought it."""
    short = line.words <= _CONTRIBUTED  # "Tom Reed contributed to this report."
    return line.family == "wire_signoff" and (short or line.rule != "boilerplate.inside")


def _running(line: Line, least: int = _RUNNING) -> bool:
    plain = not line.family or line.rule == "boilerplate.inside"  # "…, it said on its channel."
    return line.words >= least and plain and line.ended
