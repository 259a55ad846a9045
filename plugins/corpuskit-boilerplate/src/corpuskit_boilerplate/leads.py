"""Leads: headlines that nothing sets off, known by the lead of a news report below.

A lead says again what the headline says, and on which day. A sub-heading is mostly shorter, and
what stands below it tells no day; and its words stand in what is above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpuskit_boilerplate.boundary import LONG, Boundaries
from corpuskit_boilerplate.lexicon import LANGUAGES
from corpuskit_boilerplate.lines import Line, ends_sentence
from corpuskit_boilerplate.week import weekdays_in

__all__ = ["has_lead", "headed_by_leads"]

_FEWEST, _MOST = 5, 20  # words of a headline
_NEAR = 3  # lines from it to the lead at most
_LEADS = 2  # paragraphs that can name the day
_AGAIN = 2  # words of the headline that the lead says again
_WORD, _STEM = re.compile(r"\w{4,}"), 5
_SHARED = 0.12  # of the words around that stand on both sides
_SCORE = 20  # tenths of a logit


def headed_by_leads(
    lines: Sequence[Line], boundaries: Boundaries, languages: tuple[str, ...] = LANGUAGES
) -> list[tuple[int, int]]:
    """Lines at which a report begins by its lead: (tenths of a logit above 0, index)."""
    return [
        (_SCORE, i)
        for i in boundaries.places
        if _title(lines, i)
        and has_lead(lines, i, languages)
        and boundaries.words.share(i) <= _SHARED
    ]


def _title(lines: Sequence[Line], i: int) -> bool:
    line = lines[i]
    return (
        _FEWEST <= line.words <= _MOST
        and not line.family
        and (line.text[0].isupper() or line.text[0].isdigit())
        and line.text[-1] != "?"
        and ends_sentence(lines[i - 1])
    )


def has_lead(lines: Sequence[Line], i: int, languages: tuple[str, ...]) -> bool:
    """Whether the paragraph below says the words of line `i` again, and it or the next a day."""
    leads = list(_paragraphs(lines, i))
    if not any(weekdays_in(one.folded, languages) for one in leads):
        return False
    return len(_stems(lines[i]) & _stems(leads[0])) >= _AGAIN


def _paragraphs(lines: Sequence[Line], i: int) -> Iterator[Line]:
    """The first paragraphs below a headline."""
    found = 0
    for line in lines[i + 1 : i + 1 + _NEAR + _LEADS]:
        if line.words >= LONG and ends_sentence(line):
            found += 1
            yield line
        if found == _LEADS:
            return


def _stems(line: Line) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(line.folded)}
