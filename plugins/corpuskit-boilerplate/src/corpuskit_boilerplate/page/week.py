"""Week: which days of this week a text names, and whether it names any of a month."""

from __future__ import annotations

import functools
import re

from corpuskit.scan import trie_pattern
from corpuskit_boilerplate.lexicon import LANGUAGES, calendar

__all__ = ["names_day", "weekdays_in"]


def weekdays_in(folded: str, languages: tuple[str, ...] = LANGUAGES) -> set[int]:
    """The weekdays named (0 is Monday), without those of another week ("last Friday")."""
    named, other_week = _patterns(languages)
    days = calendar(languages).weekdays
    text = " " + folded  # something stands before the first word
    return {
        days[match["day"]]
        for match in named.finditer(text)
        if not other_week.search(text, max(0, match.start() - 11), match.start() + 1)
    }


def names_day(folded: str, languages: tuple[str, ...] = LANGUAGES) -> bool:
    """Whether a weekday of this week is named or a day of a month ("on May 3")."""
    return bool(weekdays_in(folded, languages)) or _of_month(languages).search(folded) is not None


@functools.cache
def _of_month(languages: tuple[str, ...]) -> re.Pattern[str]:
    month = trie_pattern(calendar(languages).months)
    return re.compile(rf"\b(?:{month}\.?\s\d{{1,2}}|\d{{1,2}}\s{month})\b")


@functools.cache
def _patterns(languages: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A weekday; and what before one says that it is of another week."""
    known = calendar(languages)
    # what is looked for first is a fixed set of characters: the engine skips to them
    named = rf"[^\w-](?P<day>{trie_pattern(known.weekdays)})(?![\w-])"
    return re.compile(named), re.compile(rf"{trie_pattern(known.other_weeks)}\s$")
