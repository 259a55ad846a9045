"""Offices: how far the name of an office goes: "Minister of Trade and Mines", "Chief of Staff"."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit_entities.lexica import Token
from corpuskit_entities.names.joined import OFFICES, is_portfolio
from corpuskit_entities.names.word import Word
from corpuskit_entities.tables import lexicon, small_words

__all__ = ["is_department", "office_end"]


def is_department(right: Sequence[Word], office: str = "") -> bool:
    """Whether what follows "Minister of" is a department: a known one, topics with "and", or any
    that the office is always told with."""
    first = right[0].token
    if is_portfolio(first.folded) or _have_fields(right):
        return True
    if office in OFFICES and _is_topic(first):
        return not first.text.isupper()
    return first.common and any(word.token.folded in small_words("and") for word in right)


def office_end(words: Sequence[Word], index: int) -> int:
    """Where an office ends that has its topics behind the small word at `index`: "Minister of
    Trade and Mines", "Chief of Army Staff General", before a name."""
    end = index + 1
    while not words[end].token.upper:
        end += 1
    end += _goes_on(words[end:], words[index - 1].token.folded)
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


def _goes_on(words: Sequence[Word], office: str) -> bool:
    """Whether a department has two words: "Army Staff", "Public Health", "Natural Resources"."""
    plain = office in OFFICES and len(words) > 1
    return _have_fields(words) or (plain and all(_is_topic(word.token) for word in words[:2]))


def _have_fields(words: Sequence[Word]) -> bool:
    """Whether two words tell fields of a state."""
    topics = [word.token for word in words[:2]]
    fields = lexicon("role_modifiers.tsv")
    return len(topics) == 2 and all(t.folded in fields and not t.title for t in topics)


def _is_topic(token: Token) -> bool:
    return token.common and token.upper and not (token.first or token.role)
