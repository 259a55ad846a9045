"""All rules of the dates plugin, one module a phenomenon."""

from __future__ import annotations

import datetime as dt
import functools
import importlib
from collections.abc import Container

import attrs

from corpuskit import LexiconError
from corpuskit.scan import Entry, Example
from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.words.classes import compile_pattern
from corpuskit_dates.words.language import load_language

__all__ = ["FAMILIES", "all_rules", "language_rules"]

FAMILIES = (
    "calendar",
    "numeric",
    "weeks",
    "lists",
    "clock",
    "parts",
    "cables",
    "years",
    "quarters",
    "holidays",
    "sets",
    "relative",
    "narrative",
    "ahead",
    "durations",
    "vague",
)
"""The modules of this folder, in order of precedence."""


@functools.cache
def language_rules(code: str) -> tuple[DateRule, ...]:
    """The rules of one language: those of `all_rules`, or the rows of its `phrases.tsv`.

    A row names a rule, gives a pattern in that language's order of words and an example; the
    rule's reading is shared.

    Raises:
        LexiconError: for a rule or a class that there is not.
    """
    base = all_rules()
    rows = load_language(code).phrases.entries
    if not rows:
        return base
    by_id = {rule.id: rule for rule in base}
    examples: dict[tuple[str, str], list[Example]] = {}
    for row in rows:
        _check(row, by_id, f"{code}/phrases.tsv")
        day = dt.date.fromisoformat(row["published"]) if row["published"] else None
        example = Example(row["example"], row["value"], day)
        examples.setdefault((row.term, row["pattern"]), []).append(example)
    return tuple(
        attrs.evolve(by_id[rule_id], pattern=pattern, yes=tuple(found), no=())
        for (rule_id, pattern), found in examples.items()
    )


def _check(row: Entry, known: Container[str], file: str) -> None:
    if row.term not in known:
        raise LexiconError(f"there is no rule {row.term!r}", file=file)
    try:
        compile_pattern(row["pattern"])
    except KeyError as unknown:
        raise LexiconError(f"{row['pattern']!r}: there is no class {unknown}", file=file) from None


@functools.cache
def all_rules() -> tuple[DateRule, ...]:
    """Every rule; where two match the same words, the one that stands first here is read."""
    modules = [importlib.import_module(f"{__name__}.{name}") for name in FAMILIES]
    return tuple(rule for module in modules for rule in module.RULES)
