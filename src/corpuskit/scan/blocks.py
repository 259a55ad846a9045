"""Blocks: where the paragraphs of plain text begin and end, hard-wrapped or one to a line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

__all__ = ["lines", "paragraphs"]

_LINE = re.compile(r"[^\n\r\u2028\u2029\x85\x0b\x0c]+")
_NARROW, _WRAP = 40, 110  # hard-wrapped text has no narrower and no wider lines


def lines(raw: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Non-blank lines as (start, end), without outer white space of any kind."""
    for match in _LINE.finditer(raw, start, len(raw) if end is None else end):
        line = match.group()
        inner = line.strip()
        if inner:
            begin = match.start() + (len(line) - len(line.lstrip()))
            yield begin, begin + len(inner)


def paragraphs(raw: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Paragraphs as (start, end).

    A blank line ends one. A single line end does so too, unless the lines between two blank
    ones are hard-wrapped: the widest has 40 to 110 characters, and each but the last is so
    full that the first word of the next would not have fitted.
    """
    group: list[tuple[int, int]] = []
    for line in lines(raw, start, end):
        if group and _blank_between(raw, group[-1][1], line[0]):
            yield from _unwrapped(raw, group)
            group = []
        group.append(line)
    yield from _unwrapped(raw, group)


def _blank_between(raw: str, end: int, start: int) -> bool:
    if start == end + 1:  # one line end, by far the most frequent case
        return raw[end] == "\u2029"
    gap = raw[end:start].replace("\r\n", "\n")
    return sum(gap.count(c) for c in "\n\r\x85\u2028\x0b\x0c") > 1 or "\u2029" in gap


def _unwrapped(raw: str, group: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if len(group) > 1 and _hard_wrapped(raw, group):
        yield group[0][0], group[-1][1]
    else:
        yield from group


def _hard_wrapped(raw: str, group: list[tuple[int, int]]) -> bool:
    group = [(_margin(raw, start), end) for start, end in group]
    width = max(end - start for start, end in group)
    if not _NARROW <= width <= _WRAP:
        return False
    for (start, end), (begin, stop) in itertools.pairwise(group):
        if raw[end:begin].strip(" \t\u00a0\r") != "\n":
            return False
        first_word = raw[begin:stop].split(None, 1)[0]
        if end - start + 1 + len(first_word) <= width - 2:
            return False
    return True


def _margin(raw: str, start: int) -> int:
    """Where the line of `start` begins: an indented first line is as full as the others."""
    while start > 0 and raw[start - 1] in " \t\u00a0":
        start -= 1
    return start
