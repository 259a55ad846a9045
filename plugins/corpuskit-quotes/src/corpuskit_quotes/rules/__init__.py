"""The rules: one file a phenomenon, each rule with its own examples."""

from __future__ import annotations

from corpuskit_quotes.rules import after, around, before, floating, frames, headlines, transcripts
from corpuskit_quotes.rules.base import QuoteRule

__all__ = ["RULES", "QuoteRule"]

RULES: tuple[QuoteRule, ...] = (
    *after.RULES,
    *before.RULES,
    *floating.RULES,
    *around.RULES,
    *headlines.RULES,
    *transcripts.RULES,
    *frames.RULES,
)
