"""Floating: speech within marks that nobody is said to have spoken."""

from __future__ import annotations

from corpuskit.scan import Example
from corpuskit_quotes.rules.base import QuoteRule

__all__ = ["FLOATING", "RULES"]

FLOATING = QuoteRule(
    id="quotes.floating",
    about=(
        "A sentence of its own within marks. The subject of the sentence before is its speaker "
        "in the same paragraph; behind a paragraph that ends with a colon who said something "
        "there; else the last speaker (basis `carried`), else nobody."
    ),
    yes=(
        Example(
            "It rained.\n\n“[[The bridge will hold for many years.]]”\n\nIt held.",
            "direct: -",
        ),
        Example(
            "The mayor turned round. “[[Will the bridge hold?]]” The rain fell.",
            "direct: The mayor",
        ),
        Example(
            "Sol said that given the age of the bridge and the state of the river at this time "
            "of the year:\n\n“[[It will not hold.]]”",
            "direct: Sol",
        ),
    ),
    no=(
        "The “bridge” held.",
        "He read “The Long Road” twice.",
    ),
)

RULES = (FLOATING,)
