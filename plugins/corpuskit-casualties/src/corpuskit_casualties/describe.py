"""Describe: a casualty as one short line, for examples, tests and people."""

from __future__ import annotations

from corpuskit import Casualty

__all__ = ["describe"]


def describe(casualty: Casualty) -> str:
    """Kind, range and noun: "killed 7 soldiers", "wounded 9+ people", "killed 10-15", "killed <40".

    An approximate count has "~" before it, an open end "+" behind it; "?" stands for a count of
    which neither end is told.
    """
    parts = [casualty.kind, _range(casualty)]
    if casualty.who is not None:
        parts.append(casualty.who)
    return " ".join(parts)


def _range(casualty: Casualty) -> str:
    low, high = casualty.low, casualty.high
    mark = "~" if casualty.approx else ""
    if low is None:
        return "?" if high is None else f"<{high}"
    if high is None:
        return f"{mark}{low}+"
    return f"{mark}{low}" if low == high else f"{mark}{low}-{high}"
