"""The rules: one file a phenomenon, each rule with its own examples."""

from __future__ import annotations

import functools

from corpuskit_quotes.rules import (
    according,
    after,
    around,
    as_said,
    before,
    dashes,
    floating,
    frames,
    headlines,
    transcripts,
)
from corpuskit_quotes.rules.base import QuoteRule

__all__ = ["QuoteRule", "all_rules"]

_FILES = (according, after, before, floating, around, as_said, headlines, transcripts, dashes)


@functools.cache
def all_rules() -> tuple[QuoteRule, ...]:
    """Every rule of this package."""
    return (*(rule for file in _FILES for rule in file.RULES), *frames.frame_rules())
