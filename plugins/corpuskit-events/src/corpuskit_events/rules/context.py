"""Context: which trigger words tell of no event of their type by what stands beside them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from corpuskit.scan import Example
from corpuskit_events.rules.context_civil import CIVIL_RULES
from corpuskit_events.rules.context_force import FORCE_RULES
from corpuskit_events.rules.context_rule import ContextRule

__all__ = ["CONTEXT_RULES", "ContextRule", "turned_down"]

REACH = 60  # characters beside the trigger that are looked at

ADDRESSED = ContextRule(
    id="events.context.addressed",
    about="What the reader does, may do or is told to do is advice; a trigger of any class.",
    before=r"\byou(?:'ll|'re|'ve)?\s(?:[\w']+\s){0,2}$",
    yes=(Example("In Karn you cannot [[refuse]] a soup."),),
    no=("The mayor refused the soup.",),
)

CONTEXT_RULES: tuple[ContextRule, ...] = (ADDRESSED, *CIVIL_RULES, *FORCE_RULES)

Compiled = tuple[ContextRule, tuple[re.Pattern[str] | None, ...]]


@cache
def _compiled() -> tuple[Compiled, ...]:
    """Each rule with its patterns before, after and around."""
    return tuple(
        (rule, tuple(re.compile(p) if p else None for p in (rule.before, rule.after, rule.around)))
        for rule in CONTEXT_RULES
    )


@cache
def _addressed() -> re.Pattern[str]:
    return re.compile(ADDRESSED.before)


@cache
def _words() -> frozenset[str]:
    """Classes that some rule looks at."""
    return frozenset(word for rule in CONTEXT_RULES for word in rule.words)


@lru_cache(maxsize=4096)
def _fitting(word: str, term: str) -> tuple[Compiled, ...]:
    """The rules for a trigger by its class and its text."""
    return tuple(
        row
        for row in _compiled()
        if word in row[0].words and (not row[0].terms or term in row[0].terms)
    )


def turned_down(folded: str, sentence: tuple[int, int], hit: tuple[int, int], word: str) -> str:
    """Id of the rule that turns the trigger at `hit` down, or ""."""
    start, end = hit
    near = max(sentence[0], start - REACH)
    if folded.find("you", near, start) >= 0 and _addressed().search(folded, near, start):
        return ADDRESSED.id
    if word not in _words():
        return ""
    fitting = _fitting(word, folded[start:end])
    if not fitting:
        return ""
    left = folded[near:start]
    right = folded[end : min(sentence[1], end + REACH)]
    for rule, (before, after, around) in fitting:
        found = (
            (before is not None and before.search(left) is not None)
            or (after is not None and after.search(right) is not None)
            or (around is not None and around.search(f"{left}_{right}") is not None)
        )
        if found is not rule.unless:
            return rule.id
    return ""
