"""Recurring: what heads two articles of one file is of the site; no profile has to tell so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from corpuskit_boilerplate.head.credits import is_name
from corpuskit_boilerplate.page.lines import PARAGRAPH, Line

__all__ = ["recurring", "without_site"]

_RULE = "boilerplate.recurs"


def recurring(page: Sequence[Line], starts: Sequence[int]) -> Set[str]:
    """What short lines say in two articles of a file, as the name and the motto of a site; nothing
    where one article stands there twice."""
    seen: Counter[str] = Counter()
    for first, last in zip(starts, [*starts[1:], len(page)], strict=True):
        seen.update({line.key for line in page[first:last] if not line.family})
    again = {key for key, times in seen.items() if times > 1}
    told = {line.key for line in page if line.words >= PARAGRAPH and line.ended}
    return again if again.isdisjoint(told) else frozenset()


def without_site(lines: Sequence[Line], again: Set[str], languages: tuple[str, ...]) -> list[Line]:
    """The lines, those that recur at the head said to be of the site; an author may recur, too."""
    found = list(lines)
    for i, line in enumerate(lines):
        if not line.family:
            if line.key not in again or is_name(line, languages):
                break
            found[i] = line.of("template", _RULE)
    return found
