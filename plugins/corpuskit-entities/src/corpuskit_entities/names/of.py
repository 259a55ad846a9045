"""Of: whether what "of" or "for" joins is one name: "Workers of Arvania", "Zarvik Motors" of it."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit_entities.lexica import Token, known, place_of, token_of
from corpuskit_entities.names.word import Word, text_of
from corpuskit_entities.tables import heads, name_parts

__all__ = ["are_members", "is_headed"]


def are_members(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether some words and a plural for persons, none with a title, stand before a place."""
    last = left[-1].token
    one = token_of(last.folded.removesuffix("s"))
    several = len(left) > 1 and last.upper and one.folded != last.folded and not _is_firm(left)
    doer = one.role or (one.common and one.folded.endswith(("er", "or", "ist")) and not one.head)
    return several and doer and not one.title and place_of(text_of(right)) is not None


def is_headed(join: Word, left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether a noun for bodies has its topic or place behind it: "Ministry of Trade"."""
    last = left[-1].token
    named = last.head and not (last.role and len(left) > 1)
    return bool(named) and not _are_apart(join, left, right)


def _are_apart(join: Word, left: Sequence[Word], right: Sequence[Word]) -> bool:
    """ "County for Zarvik", "a poll by Zarvik Research for Reuters": "for" joins bodies' topics;
    "Zarvik Valley of Arvania", "Zarvik Motors of Arvania": with names of their own."""
    head = left[-1].token
    if head.head == "place" and len(left) > 1 and join.token.folded == "of":
        if place_of(text_of([*left, join, *right])) is not None:
            return False  # Democratic Republic of the Congo
        return not (head.text.isupper() or all(_describes(word.token) for word in left[:-1]))
    if _is_firm(left) and join.token.folded == "of" and place_of(text_of(right)) is not None:
        return known(text_of([*left, join, *right])) is None
    known_next = any(known(text_of(right[:length])) for length in (1, 2))
    return join.token.folded == "for" and (head.head == "place" or known_next)


def _is_firm(words: Sequence[Word]) -> bool:
    """Whether it is a firm's with a name of its own; "Shipping Corporation" has none."""
    first, last = words[0].token, words[-1].token
    named = len(words) > 1 and not (_describes(first) or first.stop or first.acronym)
    return named and last.folded in heads("firm") and last.folded not in heads("general")


def _describes(token: Token) -> bool:
    """Whether it tells which place of its kind is meant: "Peruvian City", "Eastern District"."""
    points = token.folded in name_parts("direction") or token.folded in name_parts("compass")
    return points or token.common or token.people or bool(token.head)
