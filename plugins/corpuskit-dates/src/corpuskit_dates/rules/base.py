"""Rule: a pattern over word classes, what it makes of a match, and its examples."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from corpuskit.scan import Rule
from corpuskit_dates.around.context import Context
from corpuskit_dates.words.phrase import Found, Phrase

__all__ = ["DateRule", "Reading"]

Reading = Callable[[Phrase, Context], Found | list[Found] | None]


@attrs.frozen(kw_only=True)
class DateRule(Rule):
    """One rule.

    Attributes:
        pattern: over class names and macros of `corpuskit_dates.words.classes`.
        reads: gives the value, or several with their places, or None if this is no temporal
            expression after all.
    """

    pattern: str
    reads: Reading
