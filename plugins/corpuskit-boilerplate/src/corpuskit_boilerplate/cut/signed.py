"""Signed: headlines below which an author and a day stand, and then paragraphs.

A teaser has these, too, but not two paragraphs below; and most comments have no headline.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from corpuskit_boilerplate.cut.boundary import APART, LONG, NO_TITLE
from corpuskit_boilerplate.cut.leads import has_lead, says_again
from corpuskit_boilerplate.head.credits import is_name
from corpuskit_boilerplate.lexicon import LANGUAGES, families
from corpuskit_boilerplate.page.lines import Line, ends_sentence, tells

__all__ = ["running_text", "signed_starts"]

_STAMPED = frozenset(["byline", "timestamp"])
_SIGNS = _STAMPED | {"read_time", "share", "follow", "counts"}
_TITLE = range(4, 31)  # words of a headline
_KICKER = 3  # words of the longest line above one that names a section
_QUOTES = "\"“„«'‘"
_NEAR = 4  # lines above the day and below in which the author can stand
_TEXT = 8  # lines below these in which two paragraphs stand
_SOURCE = 12  # words of the longest line that says for whom and when
_KICKERS = 4  # short lines above a headline that name paper, section and topic
_SENTENCE = 8  # words of the shorter of two lines of text below each other
_SCORE = 30  # tenths of a logit


def signed_starts(
    lines: Sequence[Line], likely: Sequence[bool], languages: tuple[str, ...] = LANGUAGES
) -> list[tuple[int, int]]:
    """Such headlines with text above and below: (tenths of a logit above 0, index), in text order.

    Args:
        likely: for each line whether it looks like body; the text of one article can be all.
        languages: whose words before names are known.
    """
    found: list[tuple[int, int, int]] = []
    weak: list[tuple[int, int, int]] = []
    sections: frozenset[str] | None = None
    untitled = reached = 0
    text_from = likely.index(True) if True in likely else len(likely)
    for day, line in enumerate(lines):
        if day < reached or not _may_date(line):
            continue
        first, reached = _signs(lines, day, languages)
        if sections is None:
            sections = _sections(lines)
        title = _title(lines, first, sections) or _above_paper(lines, first, sections)
        if title and has_lead(lines, title, languages, reached):
            if _told(lines, reached):
                found.append((title, day, reached))
        elif (line.family or first < day) and _authors(lines[first:reached], languages):
            if title and _told(lines, reached):
                weak.append((title, day, reached))
            elif not title:
                below = _text_below(lines, first, reached, sections) if first < day else 0
                if below:
                    found.append((first, day, below))
                elif text_from < first:
                    untitled += 1
    if len(weak) > untitled:
        found = sorted([*found, *weak])
    if not found:
        return []
    running = _running([line.words if yes else 0 for line, yes in zip(lines, likely, strict=True)])
    paired = _pairs(lines)
    text = _running(paired)
    return [
        (_SCORE, title)
        for title, day, below in found
        if max(running[day], text[day]) >= APART
        and (
            running[-1] - running[day] >= APART or (paired[below] and text[-1] - text[day] >= APART)
        )
    ]


def _may_date(line: Line) -> bool:
    """Whether it says on which day a text was published, perhaps by whom, and nothing else."""
    if not line.dates or not line.text[0].isalnum():
        return False
    return line.family in _STAMPED or (
        not line.family and line.words <= _SOURCE and not ends_sentence(line)
    )


def running_text(lines: Sequence[Line], likely: Sequence[bool]) -> list[int]:
    """Words of text, likely or beside other text, before each line, and in all."""
    found = _pairs(lines)
    for i, yes in enumerate(likely):
        if yes:
            found[i] = lines[i].words
    return _running(found[:-1])


def _running(words: Sequence[int]) -> list[int]:
    return [0, *itertools.accumulate(words)]


def _pairs(lines: Sequence[Line]) -> list[int]:
    """The words of lines of text that stand above or below another; 0 for any other line."""
    sizes = [line.words if tells(line, 0) else 0 for line in lines]
    found = [0] * (len(lines) + 1)
    for i, (one, two) in enumerate(itertools.pairwise(sizes)):
        if min(one, two) >= _SENTENCE and max(one, two) >= LONG:
            found[i], found[i + 1] = one, two
    return found


def _signs(lines: Sequence[Line], day: int, languages: tuple[str, ...]) -> tuple[int, int]:
    """[first, last) of the lines around a day that say who wrote it, when, and how it is shared."""
    first, last = day, day + 1
    while day - first < _NEAR and first > 1:
        above = lines[first - 1]
        if above.family not in _SIGNS:
            break
        first -= 1
    above = lines[first - 1]
    if first == day and is_name(above, languages, papers=True):
        again = any(one.key == above.key for one in lines[day + 1 : day + _NEAR])
        first -= not again  # as a headline does
    while last - day <= _NEAR and last < len(lines) and lines[last].family in _SIGNS:
        last += 1
    if last == day + 1 < len(lines) and is_name(lines[last], languages):
        last += 1
    return first, last


def _above_paper(lines: Sequence[Line], i: int, sections: frozenset[str]) -> int:
    """The headline above the name of a paper above line `i`; 0 if none."""
    if i < 3:
        return 0
    paper = lines[i - 1]
    named = not paper.family and paper.words <= _KICKER and paper.text[0].isupper()
    return _title(lines, i - 1, sections) if named else 0


def _authors(signs: Sequence[Line], languages: tuple[str, ...]) -> bool:
    """Whether one of these names an author; a comment's does in small letters, beside the day."""
    names = tuple(families(languages).names)
    for line in signs:
        if not line.family:
            return True
        if line.family == "byline" and not (line.dates and line.text[0].islower()):
            return line.rule != "boilerplate.inside"
        if line.family == "timestamp" and line.folded.startswith(names):
            return line.text[0].isupper() or _NAMED.match(line.text) is not None
    return False


_NAMED = re.compile(r"\w+(?:\s[^\W\d_a-z][\w.'’-]*){2}")


def _title(lines: Sequence[Line], i: int, sections: frozenset[str]) -> int:
    """The headline above line `i`, one standfirst at most between; 0 if none."""
    for title in (i - 1, i - 2):
        if title < 1 or lines[title].family or lines[title].words not in _TITLE:
            break
        if _titled(lines[title].text):
            ended = _ended(lines, title, sections)
            if ended or title == i - 2:
                return title if ended else 0
    return 0


def _text_below(lines: Sequence[Line], first: int, i: int, sections: frozenset[str]) -> int:
    """The paragraph that says line `i` again, if this is a headline below author and day from line
    `first` on; 0 if none."""
    if i + 2 >= len(lines) or lines[i].family or lines[i].words not in _TITLE:
        return 0
    if not _titled(lines[i].text) or not _told(lines, i + 1):
        return 0
    near = range(i + 1, min(i + _NEAR, len(lines)))
    text = next((k for k in near if tells(lines[k], LONG)), 0)
    told = text and says_again(lines[text], lines[i]) and _ended(lines, first, sections)
    return text if told else 0


def _kicker(line: Line, sections: frozenset[str]) -> bool:
    """Whether it is short, or recurs on the page, as what names the paper or a section does."""
    return not line.family and (line.words <= _KICKER or line.key in sections)


def _ended(lines: Sequence[Line], i: int, sections: frozenset[str]) -> bool:
    """Whether a text or furniture ends above line `i`, some short lines at most between, which name
    the paper, a section or a topic."""
    top = i - 1
    while top and i - top <= _KICKERS and _kicker(lines[top], sections):
        top -= 1
    if lines[top].family == "caption" and top < i - 1:
        return False  # the short lines name what is in the picture, and a part of the text
    return lines[top].family != "" or ends_sentence(lines[top])


def _titled(text: str) -> bool:
    first = text[0]
    opens = first.isupper() or first.isdigit() or first in _QUOTES
    return opens and text[-1] not in NO_TITLE


def _sections(lines: Sequence[Line]) -> frozenset[str]:
    """Short lines that stand on a page more than once, as the name of a section does."""
    short = [line.key for line in lines if line.words <= _KICKER and not line.family]
    return frozenset(key for key, times in Counter(short).items() if times > 1)


def _told(lines: Sequence[Line], first: int) -> bool:
    """Whether two paragraphs stand soon below."""
    below = lines[first : first + _TEXT]
    return sum(one.words >= LONG and ends_sentence(one) for one in below) > 1
