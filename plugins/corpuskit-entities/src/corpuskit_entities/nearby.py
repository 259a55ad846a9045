"""Nearby: what a noun beside a name makes of it: a town, a ship, a body, a house."""

from __future__ import annotations

from corpuskit_entities.cluster import Mention
from corpuskit_entities.context import before_body, before_house, beside, said_to_be_body
from corpuskit_entities.tables import heads

__all__ = ["become_bodies", "become_houses", "become_ships", "no_persons"]


def no_persons(folded: str, persons: list[Mention]) -> None:
    """ "The town of Adam Hill", "the tanker Adam Moss": a first name proves less than the noun
    beside it. A ship that is named so once is never somebody."""
    ships: set[tuple[str, ...]] = set()
    for mention in persons:
        if mention.role is None:
            noun = beside(folded, mention.start, mention.end)
            if noun == "town":
                mention.kind, mention.rule = "place", "entities.place_context"
            elif noun == "unit":
                mention.kind, mention.rule = "organisation", "entities.body_context"
            elif noun:
                ships.add(mention.words)
    for mention in persons if ships else ():
        if mention.role is None and mention.words in ships:
            mention.kind, mention.rule = "other", "entities.vessel"


def become_ships(folded: str, bodies: list[Mention]) -> None:
    """ "The tanker Ocean Star": a noun for ships before a name that is no firm's."""
    near = [m for m in bodies if m.words[1:] and m.words[-1] not in heads("firm")]
    ships = {m.words for m in near if beside(folded, m.start, m.end) == "vessel"}
    for mention in near if ships else ():
        if mention.words in ships:
            mention.kind, mention.rule = "other", "entities.vessel"


def become_bodies(folded: str, documents: list[Mention], others: list[Mention]) -> None:
    """ "The Lake Accord party", "Strong Bells, a company": a noun behind a name decides."""
    loose = [mention for mention in others if mention.rule == "entities.other"]
    bodies = {mention.words for mention in loose if said_to_be_body(folded, mention)}
    for mention in (*documents, *loose):
        if mention.words in bodies or before_body(folded, mention.end):
            mention.kind, mention.rule = "organisation", "entities.body_context"


def become_houses(folded: str, others: list[Mention]) -> None:
    """ "The Strong Bell hotel": the noun behind half of all mentions of an unknown name."""
    loose = [mention for mention in others if mention.rule == "entities.other"]
    houses = [m.words for m in loose if before_house(folded, m.start, m.end)]
    for words in {*houses}:
        same = [mention for mention in loose if mention.words == words]
        if houses.count(words) * 2 >= len(same):
            for mention in same:
                mention.kind, mention.rule = "facility", "entities.house_context"
