"""Decide: gives every name of an article its kind, in steps that each may change the last."""

from __future__ import annotations

from collections import defaultdict

from corpuskit.scan import Scan
from corpuskit_entities.around.context import around, compounded
from corpuskit_entities.cluster import Mention
from corpuskit_entities.kinds.firms import become_firms
from corpuskit_entities.kinds.nearby import (
    become_bodies,
    become_houses,
    become_led,
    become_ships,
    become_things,
    become_towns,
    no_persons,
)
from corpuskit_entities.kinds.unknown import decide_unknown
from corpuskit_entities.kinds.wider import take_articles, take_given_names
from corpuskit_entities.lexica import token_of
from corpuskit_entities.tables import heads, name_parts

__all__ = ["decided"]

_NO_NAMES = frozenset(("", "role"))


def decided(scan: Scan, mentions: list[Mention]) -> list[Mention]:
    """The mentions with a kind each; roles, and words that prove to be no names, are left out."""
    by_kind: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_kind[mention.kind].append(mention)
    _become_surnames(scan.folded, by_kind["role"], by_kind["person"])
    _leave_openers_out(scan.folded, mentions, by_kind["organisation"])
    become_led(scan, by_kind)
    no_persons(scan, by_kind["person"], by_kind["unknown"])
    become_ships(scan.folded, by_kind["organisation"], by_kind["place"])
    become_things(by_kind)
    become_bodies(scan, by_kind["document"], by_kind["other"])
    words = by_kind.pop("", [])
    become_firms(by_kind["person"], by_kind["organisation"])
    take_articles(scan, by_kind)
    take_given_names(scan, by_kind)
    decide_unknown(scan, by_kind)
    roles = [mention for mention in by_kind["role"] if mention.kind == "role"]
    _become_surnames(scan.folded, words + roles, by_kind["person"])
    become_houses(scan.folded, by_kind["other"])
    become_towns(scan.folded, by_kind["other"], by_kind["place"], by_kind["facility"])
    return [mention for mention in mentions if mention.kind not in _NO_NAMES]


def _become_surnames(folded: str, words: list[Mention], persons: list[Mention]) -> None:
    """ "Dean", "Baker" and "Page" are names where somebody of that surname is named; "May" if it
    does what persons do, too."""
    last = {mention.words[-1] for mention in persons if mention.words[1:]} if words else ()
    for mention in words:
        if mention.words[0] in last and len(mention.words) == 1:
            month = mention.words[0] in name_parts("calendar")
            if month and not around(folded, mention.start, mention.end).person:
                continue
            mention.kind, mention.rule, mention.role = "person", "entities.surname", None
            persons.append(mention)


def _leave_openers_out(folded: str, mentions: list[Mention], bodies: list[Mention]) -> None:
    """Leave out "Government", "Eagles", "Labour (costs)" where only a sentence's start gives the
    capital."""
    openers = [mention for mention in bodies if mention.alone and _is_plain(mention)]
    if openers:
        elsewhere = {m.words[-1] for m in mentions if not m.alone and m.kind not in _NO_NAMES}
        elsewhere -= heads("firm") - heads("general")  # Steel (prices), of National Steel
        for mention in openers:
            if mention.words[-1] not in elsewhere:
                mention.kind = ""
    for mention in [m for m in bodies if m.alone and compounded(m.text, folded, m.end)]:
        mention.kind = ""


def _is_plain(mention: Mention) -> bool:
    """Whether a word alone is a general noun, too."""
    if mention.rule != "entities.team_word":
        return mention.rule == "entities.head_word"
    one = token_of(mention.text.removesuffix("s"))
    return one.common or one.role or token_of(mention.text).common
