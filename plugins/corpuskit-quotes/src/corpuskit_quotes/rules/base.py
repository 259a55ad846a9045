"""Base: what a rule of this plugin is: a pattern over word classes, with its examples."""

from __future__ import annotations

import re
from functools import cached_property

import attrs

from corpuskit import Quotation
from corpuskit.scan import Rule

__all__ = ["QuoteRule", "describe"]


@attrs.frozen(kw_only=True, slots=False, eq=False)
class QuoteRule(Rule):
    """One way to attribute words to somebody.

    Attributes:
        pattern: a regular expression over the letters of a tape (see `vocabulary`); "" where
            the rule is told by the lexicon's codes and needs none of its own.
    """

    pattern: str = ""

    @cached_property
    def matcher(self) -> re.Pattern[str]:
        """The pattern, compiled on first use."""
        return re.compile(self.pattern)


def describe(quotation: Quotation, raw: str) -> str:
    """What examples state of a quotation: its mode and the mention of its speaker."""
    span = quotation.speaker_span
    return f"{quotation.mode}: {span.of(raw) if span is not None else '-'}"
