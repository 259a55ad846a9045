"""Offices: how far the name of an office goes: "Minister of Trade and Mines", "Chief of Staff"."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit_entities.lexica import Token
from corpuskit_entities.names.joined import is_portfolio
from corpuskit_entities.names.word import Word
from corpuskit_entities.tables import lexicon, small_words

__all__ = ["is_department", "office_end"]


def is_department(right: Sequence[Word]) -> bool:
    """Whether what follows "Minister of" is a department: a known one, or topics with "and"."""
    first = right[0].token
    if is_portfolio(first.folded) or _goes_on(right):
        return True
    return first.common and any(word.token.folded in small_words("and") for word in right)


def office_end(words: Sequence[Word], index: int) -> int:
    """Where an office ends that has its topics behind the small word at `index`: "Minister of
    Trade and Mines", "Chief of Army Staff General", before a name."""
    end = index + 1
    while not words[end].token.upper:
        end += 1
    end += _goes_on(words[end:])
    last = max((i for i, w in enumerate(words) if w.token.folded in small_words("and")), default=0)
    if last > end:
        end = last + 1
        while end + 1 < len(words) and _is_topic(words[end + 1].token):
            end += 1
    behind = words[end + 2 :]
    if behind and words[end + 1].token.folded == "for" and is_department(behind):
        return office_end(words, end + 1)  # Minister of State for Foreign Affairs
    while end + 2 < len(words) and words[end + 1].token.title:
        end += 1
    return end + 1


def _goes_on(words: Sequence[Word]) -> bool:
    """Whether a department has two words: "Army Staff", "Public Health"."""
    topics = [word.token for word in words[:2]]
    fields = lexicon("role_modifiers.tsv")
    return len(topics) == 2 and all(t.folded in fields and not t.title for t in topics)


def _is_topic(token: Token) -> bool:
    return token.common and not token.first
