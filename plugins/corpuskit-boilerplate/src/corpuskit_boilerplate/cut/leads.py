"""Leads: headlines that nothing sets off, known by the lead of a news report below.

A lead says again what the headline says, and on which day. A sub-heading is mostly shorter, and
what stands below it tells no day; and its words stand in what is above it. Where some do tell one,
others of the text do not, or the text itself begins otherwise than the reports in it would.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from corpuskit_boilerplate.cut.boundary import Boundaries
from corpuskit_boilerplate.cut.parts import is_paragraph
from corpuskit_boilerplate.head.headline import find_headline
from corpuskit_boilerplate.lexicon import LANGUAGES, calendar
from corpuskit_boilerplate.page.heading import SIGNS
from corpuskit_boilerplate.page.lines import Line
from corpuskit_boilerplate.page.opening import opening
from corpuskit_boilerplate.page.week import names_day, weekdays_in

__all__ = ["has_lead", "headed_by_leads", "says_again"]

_HEADING = range(2, 21)  # words of a heading
_FEWEST = 5  # words of a headline
_ALL = 3  # headings all of which are said again
_LEAST = 4  # of one that is said again in more words
_MORE, _PART = 3, 0.4  # these words of it, and their part of all
_SENTENCE = 6  # words of the shortest line of text
_NEAR = 3  # lines from it to the lead at most
_LEADS = 2  # paragraphs that can name the day
_AGAIN = 2  # words of the headline that the lead says again
_WORD, _STEM = re.compile(r"\w{4,}"), 5
_NAME = re.compile(r"(?<=[a-z,]\s)[A-Z]\w{2,}")  # inside of a sentence
_CAPITALS = re.compile(r"\b[A-Z]\w{2,}")
_SHARED = 0.12  # of the words around that stand on both sides
_COMMON = 0.25  # where all headings are said again
_SCORE = 20  # tenths of a logit


def headed_by_leads(
    lines: Sequence[Line],
    likely: Sequence[bool],
    boundaries: Boundaries,
    languages: tuple[str, ...] = LANGUAGES,
) -> list[tuple[int, int]]:
    """Lines at which a report begins by its lead: (tenths of a logit above 0, index).

    None if the text does not begin with a report, or has more headings without a lead.
    """
    if not boundaries.places:
        return []
    found = [
        i
        for i in boundaries.places
        if _headline(lines, i)
        and has_lead(lines, i, languages)
        and boundaries.words.share(i) <= _SHARED
    ]
    heads = [i for i in range(1, len(lines) - 1) if _heads(lines, i)]
    if not found and (len(heads) < _ALL - 1 or not _again(lines, heads[-1])):
        return []
    first = find_headline(lines, likely) or 0
    again = _all_again(lines, first, heads, boundaries, languages)
    if 2 * len(found) <= len(heads) or not has_lead(lines, first, languages):
        found = []
    elif _signed(lines, first):
        found = [i for i in found if _signed(lines, i)]
    return [(_SCORE, i) for i in sorted({*again, *found})]


def _all_again(
    lines: Sequence[Line],
    first: int,
    heads: Sequence[int],
    boundaries: Boundaries,
    languages: tuple[str, ...],
) -> list[int]:
    """All headings of a text, if what is below each says it again, and on which day, mostly."""
    text = next((i for i, line in enumerate(lines) if is_paragraph(line)), first)
    if text and not lines[text - 1].family and not _again(lines, first):
        first = text - 1
    heads = [first, *(i for i in heads if i > first + 1)]
    if len(heads) < _ALL or not all(_again(lines, i) for i in heads):
        return []
    items = [lines[one + 1 : two] for one, two in itertools.pairwise([*heads, len(lines)])]
    dated = [any(names_day(one.folded, languages) for one in item) for item in items]
    if 2 * sum(dated) <= len(items) or 2 * _naming(items, languages) <= len(items):
        return []
    found = [i for i in heads if i in boundaries.places]
    return found if all(boundaries.words.share(i) <= _COMMON for i in found) else []


def _naming(items: Sequence[Sequence[Line]], languages: tuple[str, ...]) -> int:
    """How many of the items name somebody or a place that no other does."""
    texts = [" ".join([line.text for line in item]) for item in items]
    words = [{*_CAPITALS.findall(text)} for text in texts]
    times = Counter(itertools.chain.from_iterable(words))
    days = calendar(languages)
    known = days.months | days.weekdays
    return sum(
        any(times[name] == 1 and name.lower() not in known for name in _NAME.findall(text))
        for text in texts
    )


def _again(lines: Sequence[Line], i: int) -> bool:
    """Whether a heading is long, and most of it is said again in the paragraph below."""
    line = lines[i]
    if line.words < _LEAST or line.text[-1] == "?":
        return False
    near = lines[i + 1 : i + 2 + _NEAR]
    text = next((one for one in near if is_paragraph(one)), None)
    if text is None:
        return False
    said, stems = _stems(text), _stems(line)
    return len(stems & said) >= max(_MORE, _PART * len(stems))


def _headline(lines: Sequence[Line], i: int) -> bool:
    line = lines[i]
    return (
        line.words >= _FEWEST
        and line.text[-1] != "?"
        and (line.text[0].isupper() or line.text[0].isdigit())
        and _heading(lines, i)
    )


def _heads(lines: Sequence[Line], i: int) -> bool:
    """Whether a line is a heading of any kind right above a paragraph."""
    return _heading(lines, i) and not lines[i].ended and is_paragraph(lines[i + 1])


def _heading(lines: Sequence[Line], i: int) -> bool:
    line = lines[i]
    return line.words in _HEADING and not line.family and lines[i - 1].ended


def _signed(lines: Sequence[Line], i: int) -> bool:
    """Whether an author, a time or a place stands between a headline and its text."""
    for line in lines[i + 1 : i + 2 + _NEAR]:
        if line.family in SIGNS:
            return True
        if is_paragraph(line):
            return opening(line.text) is not None
    return False


def has_lead(
    lines: Sequence[Line], i: int, languages: tuple[str, ...], below: int | None = None
) -> bool:
    """Whether the paragraph below says the words of line `i` again, and it or the next a day.

    More text has to stand below than that paragraph.

    Args:
        below: the line from which on the text is looked for, if not the next.
    """
    text = _text(lines, i + 1 if below is None else below)
    leads = [line for line in text if is_paragraph(line)][:_LEADS]
    if len(text) < _LEADS or not leads:
        return False
    if not any(weekdays_in(one.folded, languages) for one in leads):
        return False
    return says_again(leads[0], lines[i])


def says_again(text: Line, title: Line) -> bool:
    """Whether some words of a title stand in a text."""
    return len(_stems(title) & _stems(text)) >= _AGAIN


def _text(lines: Sequence[Line], first: int) -> list[Line]:
    """The sentences soon below a headline, from a line on, above the next heading."""
    found: list[Line] = []
    for line in lines[first : first + _NEAR + _LEADS]:
        if line.words >= _SENTENCE and line.ended:
            found.append(line)
        elif found:
            break
    return found


def _stems(line: Line) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(line.folded)}
