"""Targets: what kind of thing an attack hits, as the words right behind its trigger tell."""

from __future__ import annotations

import re
from functools import cache

from corpuskit import Event, Result
from corpuskit.scan import Lexicon, fold, trie_pattern

__all__ = ["targets_of"]

MOST = 8  # mentions of one event that are looked at
REACH = 80  # characters behind a trigger


def targets_of(result: Result, event: Event) -> frozenset[str]:
    """The kinds of what an attack hit: "stormed a mosque", "a car bombing at the main market"."""
    if event.type != "ASSAULT":
        return frozenset()
    pattern, kinds = _targets()
    raw, found = result.article.source.raw, set()
    for mention in event.mentions[:MOST]:
        told = pattern.match(fold(raw[mention.end : mention.end + REACH]))
        if told is not None:
            found.add(kinds[told["target"]])
    return frozenset(found)


@cache
def _targets() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = Lexicon.from_package("corpuskit_events", "targets.tsv").entries
    kinds = {row.term: row["kind"] for row in rows}
    return re.compile(
        r"\s(?:(?:on|at|outside|inside|near|in|into|against|of|targeting|hit|struck|tore\sthrough)\s)?"
        rf"(?:(?!(?:in|on|at|near|by|of|and|for|from|to)\b)[\w'-]+\s){{0,3}}(?P<target>{trie_pattern(kinds)})\b"
    ), kinds
