"""Leads: what stands before an office or name in its run: a people, a place, a body, words."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit import EntityKind
from corpuskit_entities.around.context import is_noun_behind_body
from corpuskit_entities.lexica import Token, known, place_of
from corpuskit_entities.names.joined import OFFICES, is_rank
from corpuskit_entities.names.lands import is_city
from corpuskit_entities.names.namesakes import goes_on
from corpuskit_entities.names.word import Word, text_of
from corpuskit_entities.rules.names import is_people
from corpuskit_entities.tables import lexicon, name_parts

__all__ = ["front_of", "lead_of", "unknown_lead"]

_NONE: tuple[int, EntityKind, str] = 0, "other", ""


def lead_of(before: Sequence[Word]) -> int:
    """How many words before a title are a people, a place or an organisation of their own."""
    for length in (3, 2, 1):
        if length >= len(before):
            continue
        text = " ".join(word.token.text for word in before[:length])
        tokens = [word.token for word in before[:length]]
        if length == 1 and (tokens[0].people or _is_acronym(tokens[0])):
            return 1
        if length > 1 and is_people(before[:length]):
            return length
        body = tokens[-1].head == "organisation" and length > 1 and not _is_adjective(tokens[-1])
        body = body and not is_rank(tokens[0].folded)
        body = body and not _opens_role(before, length) and not _is_field(before, length)
        if known(text) or body:
            return length
        place = place_of(text)
        titled = length == 1 and tokens[0].title  # Major General
        titled = titled or _opens_role(before, length)  # Grand Mufti
        if place is not None and not titled and (place.kind != "town" or is_city(place)):
            return 0 if _is_direction(before[length]) else length
    return 0


def _is_direction(word: Word) -> bool:
    return word.token.folded in name_parts("compass") and word.token.upper


def _is_field(before: Sequence[Word], length: int) -> bool:
    """Whether some common words, the last a plural, are what a minister is in charge of: "Public
    Enterprises Minister"."""
    if length + 1 != len(before) or before[-1].token.folded not in OFFICES:
        return False
    field = [word.token for word in before[:length]]
    return field[-1].folded.endswith("s") and all(token.common or token.head for token in field)


def _is_acronym(token: Token) -> bool:
    """Whether it may be a body's; no rank's ("SSP Operations")."""
    return token.acronym and not token.title


def _opens_role(before: Sequence[Word], length: int) -> bool:
    """Whether some words are a role of their own or the first of one: "District Police Officer"."""
    roles = lexicon("roles.tsv")
    return any(text_of(before[:end]).lower() in roles for end in (length, length + 1))


def _is_adjective(token: Token) -> bool:
    """Whether it is rather what tells which director: "ALFU Executive Director"."""
    told = lexicon("heads.tsv").get(token.folded)
    return token.folded in lexicon("role_modifiers.tsv") and not any(row["tags"] for row in told)


def unknown_lead(before: Sequence[Word]) -> tuple[int, EntityKind, str]:
    """ "Talvi MP", "Zarvik District Magistrate", "Zarvik CEO": how many words that are nothing else
    that is known stand before an office, their kind and its rule: a place if the office is held for
    one or a territory's modifier follows, a body if only bodies have that office; else none."""
    length = next((i for i, word in enumerate(before) if not _may_lead(word)), len(before))
    if 0 < length < len(before) - 1 and _is_direction(before[length]):
        length += 1  # Talvi West MP
    if not length or length == len(before) or known(text_of(before[:length])):
        return _NONE
    follow = before[length].token.folded
    rows = (*lexicon("roles.tsv").get(follow), *lexicon("role_modifiers.tsv").get(follow))
    if any(row["title"] == "seat" or row["topic"] == "territory" for row in rows):
        return length, "place", "entities.place_context"
    if is_noun_behind_body(follow):
        return length, "organisation", "entities.body_context"
    return _NONE


def _may_lead(word: Word) -> bool:
    token = word.token
    if token.folded in lexicon("role_modifiers.tsv") or token.people or token.acronym:
        return False
    return token.head == "place" or not (token.common or token.stop or token.role or token.head)


def front_of(words: Sequence[Word]) -> int:
    """How many words in front of a name without an office only describe it or are a name apart."""
    return _described(words) or _peopled(words) or _known_front(words)


def _described(words: Sequence[Word]) -> int:
    """ "Billionaire Ana Sol": how many common words or peoples stand before a first name."""
    if goes_on(words):
        return 0
    for index, word in enumerate(words[:-1]):
        token = word.token
        if token.first and index:
            return 0 if words[0].token.folded in name_parts("direction") else index
        plain = token.common or token.people or token.role
        if token.first or not (plain or (token.head and not words[-1].token.head)):
            return 0
    return 0


def _peopled(words: Sequence[Word]) -> int:
    """ "Arvanian ALFU", "New Arvania Catholics": how many words before it are a name apart."""
    last = words[-1].token
    if len(words) == 2 and words[0].token.people and last.acronym:
        return 1
    if len(words) < 2 or not last.people or last.head or words[0].token.stop:
        return 0
    place = place_of(text_of(words[:-1]))
    land = place is not None and place.kind in ("country", "admin1")
    return len(words) - 1 if land and place_of(text_of(words)) is None else 0


def _known_front(words: Sequence[Word]) -> int:
    """ "Zarvik Daily News Sunrise": how many words before it are a known name apart."""
    if len(words) < 3 or words[-1].token.head or known(text_of(words[-2:])):
        return 0
    return next((n for n in range(len(words) - 1, 1, -1) if known(text_of(words[:n]))), 0)
