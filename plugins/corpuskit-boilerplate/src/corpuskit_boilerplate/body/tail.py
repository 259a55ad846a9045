"""Tail: what goes on from a line of text, up to the first that is worded as furniture.

A single reference ("See also: …") between two paragraphs does not end it, nor does a gap for an
advertisement.

The evidence is that of web pages, where what is short below the text is mostly furniture; the
last sentences of a short article are short, too, and a lost line is worse than a kept one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpuskit_boilerplate.page.heading import is_bullet
from corpuskit_boilerplate.page.lines import PARAGRAPH, Line
from corpuskit_boilerplate.page.signoff import signed_from

__all__ = ["OFFERS", "gone_on"]

_FEWEST = 2  # words of the shortest sentence
_GAP = 10  # lines of the longest gap for an advertisement
_SHORTEST = 12  # words of the shortest paragraph below one
_PLACES = frozenset(["advertisement", "accessibility", "skip_link"])  # "end of list" is read out
_PLACE = frozenset(["boilerplate.whole", "boilerplate.start"])
OFFERS = frozenset(["newsletter", "subscription"])
_OFFER = 2  # lines of one, besides the last
_FEW = 6  # words of the sentence below the paragraph below one
_CALL = 8  # words of the longest line that holds one ("Story continues below this ad")
_CREDIT = 40  # characters of a sentence's end and its source
_SOURCE = re.compile(r"[.!?][\"”’]?\s?(?:[–—]|--|\()\s?[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}\)?$")
_REFERENCES = 4  # of the most references or links, and one
_RUNNING = 8  # words of the shortest sentence below them
_TITLE = 20  # of the longest link
_STAMPS = frozenset(["timestamp", "byline", "read_time"])
_BUTTONS = frozenset(["share", "related", "navigation", "counts"])
_QUOTES = "\"“„«'‘"


def gone_on(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """Which lines are text: those `kept`, the sentences below a sentence, and all of a list."""
    found = list(kept)
    for i in range(1, len(lines)):
        if found[i]:
            continue
        if found[i - 1]:
            found[i] = _goes_on(lines[i - 1], lines[i]) or _signed(lines, i)
        elif i > 1 and not lines[i].family and lines[i].words >= _RUNNING:
            found[i] = (
                _resumes(lines, found, i)
                or _linked(lines, found, i)
                or _interrupted(lines, found, i)
                or _offered(lines, found, i)
                or _shared(lines, found, i)
            )
    for i in range(len(lines) - 2, -1, -1):
        if not found[i] and found[i + 1] and _item(lines[i]) and _item(lines[i + 1]):
            found[i] = True
    return found


def _item(line: Line) -> bool:
    return not line.family and is_bullet(line)


def _goes_on(above: Line, line: Line) -> bool:
    if line.family or above.family:
        return False
    if is_bullet(line):
        return is_bullet(above) or above.text[-1] == ":"
    if above.words >= PARAGRAPH and not above.ended:
        return line.ended and line.text[0].islower()  # a page ended in mid-sentence
    return above.ended and _sentence(line)


def _signed(lines: Sequence[Line], i: int) -> bool:
    """Whether line `i` is the last sentence of a text, the agency behind it ("… they left. (QNA)").

    So ends the caption of a picture, too; but that stands above a text or between two sentences.
    """
    line, above = lines[i], lines[i - 1]
    if line.rule != "boilerplate.credit" or not signed_from(line.text):
        return False
    below = lines[i + 1] if i + 1 < len(lines) else None
    return above.ended and not above.family and (below is None or not _sentence(below))


def _resumes(lines: Sequence[Line], found: Sequence[bool], i: int) -> bool:
    """Whether line `i` is a paragraph, and above it references below another sentence."""
    end = i - 1
    while i - end <= _REFERENCES and _refers(lines[end]):
        end -= 1
    line = lines[i]
    return end < i - 1 and found[end] and lines[end].ended and line.ended


def _refers(line: Line) -> bool:
    return line.family == "related" and line.rule == "boilerplate.start" and not line.ended


def _linked(lines: Sequence[Line], found: Sequence[bool], i: int) -> bool:
    """Whether line `i` is a sentence below a few links with a heading, these below another.

    What a list of teasers says of each has a title below.
    """
    line = lines[i]
    if not _sentence(line):
        return False
    head = i - 1
    while head > 1 and i - head <= _REFERENCES and _link(lines[head]):
        head -= 1
    if head == i - 1 or lines[head].family != "related" or lines[head].rule not in _PLACE:
        return False
    end = head - 1
    while end and lines[end].family in _PLACES:
        end -= 1
    if not found[end] or not lines[end].ended:
        return False
    below = lines[i + 1] if i + 1 < len(lines) else None
    return below is not None and not below.family and _sentence(below)


def _link(line: Line) -> bool:
    plain = not line.family and line.words <= _TITLE
    return plain and (not line.ended or line.text[-1] == "?")


def _interrupted(lines: Sequence[Line], found: Sequence[bool], i: int) -> bool:
    """Whether line `i` is a paragraph below an advertisement's place that is below a sentence."""
    above, line = lines[i - 1], lines[i]
    if above.family not in _PLACES or above.rule not in _PLACE or above.words > _CALL:
        return False
    if line.words < _SHORTEST or not _sentence(line):
        return False
    end = next((k for k in range(i - 2, max(i - 3 - _GAP, -1), -1) if found[k]), None)
    return end is not None and lines[end].ended


def _offered(lines: Sequence[Line], found: Sequence[bool], i: int) -> bool:
    """Whether line `i` is a paragraph, another sentence below, and an offer above it in the text.

    The offer is at most three lines that are worded so, below a sentence.
    """
    if lines[i - 1].family not in OFFERS or i + 1 >= len(lines):
        return False
    end = i - 2
    while end > i - 2 - _OFFER and lines[end].family in OFFERS:
        end -= 1
    line, below = lines[i], lines[i + 1]
    if not found[end] or not lines[end].ended:
        return False
    if line.words < PARAGRAPH or not _sentence(line):
        return False
    if below.family:
        return i - end == _OFFER and below.family not in OFFERS
    return below.words >= _FEW and _sentence(below)


def _shared(lines: Sequence[Line], found: Sequence[bool], i: int) -> bool:
    """Whether line `i` is a sentence below a button to share, above it links or not, and text.

    What asks the reader for something ("Do you know more?") is none of the text.
    """
    line = lines[i]
    if lines[i - 1].family != "share" or not _sentence(line):
        return False
    if line.text[-1] in "?!" or " you" in line.folded:
        return False
    end = i - 1
    while end and i - end <= _GAP and not found[end]:
        if lines[end].family not in _BUTTONS and not _link(lines[end]):
            return False
        end -= 1
    if not found[end] or not lines[end].ended:
        return False
    return line.words >= PARAGRAPH or end == i - 2


def _sentence(line: Line) -> bool:
    first = line.text[0]
    return (
        line.words >= _FEWEST
        and (first.isupper() or first.isdigit() or first in _QUOTES)
        and (line.ended or _SOURCE.search(line.text[-_CREDIT:]) is not None)
    )
