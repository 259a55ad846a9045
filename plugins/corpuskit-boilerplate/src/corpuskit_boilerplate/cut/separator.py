"""Separator: which lines a user's own pattern says to stand between articles."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from corpuskit import ConfigurationError
from corpuskit.scan import lines
from corpuskit_boilerplate.page.lines import SEPARATOR_RULE, Line

__all__ = ["checked", "marked", "separators", "starts_behind"]


def checked(pattern: str | None) -> str | None:
    """`pattern`, if it is one.

    Raises:
        TypeError: if it is no string.
        ConfigurationError: saying what is wrong with it, if it is no regular expression.
    """
    if pattern is None:
        return None
    if not isinstance(pattern, str):
        raise TypeError(f"separator must be a regular expression as a str, not {pattern!r}")
    try:
        _compiled(pattern)
    except re.error as error:
        message = f"separator: {pattern!r} is no regular expression: {error}"
        raise ConfigurationError(message) from None
    return pattern


@functools.lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def separators(raw: str, pattern: str | None) -> list[tuple[int, int]]:
    """The lines of `raw` that `pattern` matches as a whole, outer white space left out."""
    if pattern is None:
        return []
    match = _compiled(pattern).fullmatch
    found = []
    for start, end in lines(raw):
        while start < end and (raw[start] == "\ufeff" or raw[start].isspace()):
            start += 1
        if start < end and match(raw[start:end]):
            found.append((start, end))
    return found


def marked(page: Sequence[Line], marks: Sequence[tuple[int, int]]) -> list[Line]:
    """The page with its separators labelled."""
    starts = {start for start, _ in marks}
    return [one.of("separator", SEPARATOR_RULE) if one.start in starts else one for one in page]


def starts_behind(page: Sequence[Line]) -> list[int]:
    """Indices of the first line of each article; a separator is the end of the one above it."""
    marks = [one.rule == SEPARATOR_RULE for one in page]
    starts = [0]
    for i in range(1, len(page)):
        if marks[i - 1] and not marks[i] and not all(marks[:i]):
            starts.append(i)
    return starts
