"""All rules of the dates plugin, one module a phenomenon."""

from __future__ import annotations

import functools

from corpuskit_dates.rule import DateRule

__all__ = ["all_rules"]


@functools.cache
def all_rules() -> tuple[DateRule, ...]:
    """Every rule; where two match the same words, the one that stands first here is read."""
    from corpuskit_dates.rules import (
        calendar,
        clock,
        durations,
        holidays,
        relative,
        sets,
        vague,
        years,
    )

    modules = (calendar, clock, years, holidays, sets, relative, durations, vague)
    return tuple(rule for module in modules for rule in module.RULES)
