"""Stacks: labelled pages put one below the other, as files hold them, and where to cut."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Iterator, Sequence

import attrs

from corpuskit_boilerplate.fit.pages import LabelledPage
from corpuskit_boilerplate.page.lines import Line, read_lines

__all__ = ["Stack", "stacks"]

_FAR = 60  # lines above the text in which its headline is looked for
_ALIKE = 0.6  # of the words of a headline and a title that are of both
_SIZES = (1, 2, 3, 4)  # articles in a file, in turn
_ORDERS = 3  # times that every page is stacked in each style
_STAMP = "Updated {day} March 2024\nFollow"
_SHORT = 8  # lines of every second bare text: news is shorter than other pages


_WORD = re.compile(r"\w+")


@attrs.frozen(eq=False)
class Stack:
    """The lines of a file, and at which a later article begins."""

    lines: Sequence[Line]
    cuts: frozenset[int]


def stacks(pages: Sequence[LabelledPage]) -> Iterator[Stack]:
    """Whole pages, and files of one to four articles: of all sites, of one, bare under stamps.

    In what order the pages stand is drawn from their headlines, the same for the same pages.
    """
    usable = [page for page in pages if page.title and any(page.body)]
    for page in usable:
        yield Stack(page.lines, frozenset())
    for order in range(_ORDERS):
        mixed = sorted(usable, key=lambda page: _draw(page, order))
        for bare in (False, True):
            for some in _portions(mixed):
                yield _stack(some, bare)
    for _, group in itertools.groupby(sorted(usable, key=lambda p: p.site), lambda p: p.site):
        for pair in itertools.permutations(list(group)[:4], 2):
            yield _stack(pair, bare=False)


def _draw(page: LabelledPage, order: int) -> str:
    return hashlib.sha256(f"{order} {page.title} {page.site}".encode()).hexdigest()


def _portions(pages: Sequence[LabelledPage]) -> Iterator[Sequence[LabelledPage]]:
    start = 0
    for size in itertools.cycle(_SIZES):
        if start + size > len(pages):
            return
        yield pages[start : start + size]
        start += size


def _top(page: LabelledPage) -> int:
    """The line of the headline above the text, the nearest; the first of the text without one."""
    first = page.body.index(True)
    title = set(_WORD.findall((page.title or "").lower()))
    for i in range(first, max(first - _FAR, 0) - 1, -1):
        words = set(_WORD.findall(page.lines[i].folded))
        if len(words & title) >= _ALIKE * len(words | title):
            return i
    return first


def _stack(pages: Sequence[LabelledPage], bare: bool) -> Stack:
    texts = [_bare(page, day) if bare else _region(page) for day, page in enumerate(pages, start=3)]
    lines = read_lines("\n".join(texts))
    begins = list(itertools.accumulate(len(text) + 1 for text in texts[:-1]))
    at = {line.start: i for i, line in enumerate(lines)}
    return Stack(lines, frozenset(at[begin] for begin in begins if begin in at))


def _region(page: LabelledPage) -> str:
    last = len(page.body) - page.body[::-1].index(True)
    return "\n".join(line.text for line in page.lines[_top(page) : last])


def _bare(page: LabelledPage, day: int) -> str:
    title = str(page.title)
    body = [line.text for line, yes in zip(page.lines, page.body, strict=True) if yes]
    if day % 2:
        del body[_SHORT:]
    return "\n".join([title, _STAMP.format(day=day), title, *body])
