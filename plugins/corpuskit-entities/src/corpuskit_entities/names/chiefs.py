"""Chiefs: who is named right behind the body they head: "head of Zarvik Hospital Ana Sol"."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit_entities.lexica import Token, known, place_of
from corpuskit_entities.names.word import Word, text_of
from corpuskit_entities.tables import heads, name_parts

__all__ = ["chief_behind_body", "chief_behind_office"]

_NAME = (2, 4)  # words of somebody's full name, at least and at most
_FRONT = 3  # words of a known body or place, at most
_BODIES = frozenset(("organisation", "facility"))


def chief_behind_body(words: Sequence[Word]) -> int:
    """How many words come before the name in "Zarvik Hospital Ana Sol"; 0 if nobody is named."""
    least, most = _NAME
    for at in range(max(2, len(words) - most), len(words) - least + 1):
        name = words[at:]
        if _is_body(words[:at], named=name[0].token.first) and _is_full_name(name):
            return 0 if _is_one_name(words) else at
    return 0


def _is_body(words: Sequence[Word], *, named: bool) -> bool:
    """Whether a noun or a known name ends it; before what is no first name, a general noun."""
    head = words[-1].token
    told = head.head in _BODIES and not head.surname and (named or head.folded in heads("general"))
    return told or known(text_of(words[-2:])) is not None


def chief_behind_office(words: Sequence[Word]) -> int:
    """The same behind "Governor of", where a known place or body is enough ("Arvania Ana Sol")."""
    for at in range(min(_FRONT, len(words) - _NAME[0]), 0, -1):
        front = text_of(words[:at])
        told = known(front) is not None or place_of(front) is not None
        if told and _is_full_name(words[at:]) and not _is_one_name(words):
            return at
    return chief_behind_body(words)


def _is_full_name(words: Sequence[Word]) -> bool:
    first, *others = [word.token for word in words]
    named = first.first and not (first.head or first.stop)
    if not (named or _may_be_called(first)) or len(words) > _NAME[1]:
        return False
    if first.text.isupper() or not first.upper or _is_one_name(words[-2:]):
        return False
    return all(_may_be_called(token, named=named) for token in others)


def _may_be_called(token: Token, *, named: bool = False) -> bool:
    """Whether it is no word of another kind; behind a first name a surname may be a common one."""
    if token.first or token.folded in name_parts("particle"):
        return not token.stop
    other = token.stop or token.role or token.people or token.acronym or token.head
    return token.surname or not (other or (token.common and not named))


def _is_one_name(words: Sequence[Word]) -> bool:
    """Whether a gazetteer or everybody knows all of it as one."""
    text = text_of(words)
    return known(text) is not None or place_of(text) is not None
