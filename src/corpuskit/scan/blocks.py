"""Blocks: where the paragraphs of plain text begin and end, hard-wrapped or one to a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpuskit.scan.wrapped import blank_between, unwrapped

__all__ = ["lines", "paragraphs"]

_LINE = re.compile(r"[^\n\r\u2028\u2029\x85\x0b\x0c]+")
_RARE = "\r\u2028\u2029\x85\x0b\x0c"  # line ends beside the line feed
_NARROW, _WRAP = 40, 110  # hard-wrapped text has no narrower and no wider lines


def lines(raw: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Non-blank lines as (start, end), without outer white space of any kind."""
    stop = len(raw) if end is None else end
    if any(sign in raw for sign in _RARE):
        for match in _LINE.finditer(raw, start, stop):
            line = match.group()
            if inner := line.strip():
                begin = match.start() + (len(line) - len(line.lstrip()))
                yield begin, begin + len(inner)
        return
    for line in raw[start:stop].split("\n"):  # the usual case, quicker without a pattern
        if inner := line.strip():
            begin = start + (len(line) - len(line.lstrip())) if len(inner) < len(line) else start
            yield begin, begin + len(inner)
        start += len(line) + 1


def paragraphs(raw: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Paragraphs as (start, end).

    A blank line ends one. A single line end does so too, unless the text is hard-wrapped as a
    whole, or the lines between two blank ones are: the widest has 40 to 110 characters, and
    each but the last is so full that the first word of the next would not have fitted.
    """
    group: list[tuple[int, int]] = []
    last = -1
    found = list(lines(raw, start, end))
    joined = unwrapped(raw, found)
    if joined is not None:
        yield from joined.paragraphs
        return
    for line in found:
        begin = line[0]
        plainly_next = begin == last + 1 and raw[last] == "\n"  # by far the most frequent case
        if group and not plainly_next and blank_between(raw, last, begin):
            yield from _unwrapped(raw, group)
            group = []
        group.append(line)
        last = line[1]
    yield from _unwrapped(raw, group)


def _unwrapped(raw: str, group: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if len(group) > 1 and _hard_wrapped(raw, group):
        yield group[0][0], group[-1][1]
    else:
        yield from group


def _hard_wrapped(raw: str, group: list[tuple[int, int]]) -> bool:
    begins = [
        start if start and raw[start - 1] == "\n" else _margin(raw, start) for start, _ in group
    ]
    sizes = [end - begin for begin, (_, end) in zip(begins, group, strict=True)]
    width = max(sizes)
    if not _NARROW <= width <= _WRAP:
        return False
    last = -1
    room = 0  # at the end of the line before, for the first word of this one after a space
    for begin, size, (start, end) in zip(begins, sizes, group, strict=True):
        if last >= 0:
            plainly_next = begin == last + 1 and raw[last] == "\n"
            if not plainly_next and raw[last:begin].strip(" \t\u00a0\r") != "\n":
                return False
            if room > 0 and len(raw[start : min(end, start + room + 1)].split(None, 1)[0]) <= room:
                return False
        last, room = end, width - 3 - size
    return True


def _margin(raw: str, start: int) -> int:
    """Where the line of `start` begins: an indented first line is as full as the others."""
    while start > 0 and raw[start - 1] in " \t\u00a0":
        start -= 1
    return start
