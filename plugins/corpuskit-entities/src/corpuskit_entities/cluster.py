"""Cluster: what an article says of one referent, while it is put together."""

from __future__ import annotations

import attrs

from corpuskit import Span
from corpuskit_entities.mentions import Mention

__all__ = ["Cluster"]


@attrs.define
class Cluster:
    """Mentions of one referent, and what they tell of it.

    Attributes:
        kind: an `EntityKind`.
        name, words: the fullest name, as written and folded.
        rule: the id of the rule that found its first mention.
        mentions: in the order in which they were taken in.
        acronym, role, gender: as far as known.
        into: the cluster that took this one in, or None.
        references: pronouns and role nouns that stand for it.
        tail: what else it is called: "army" in "Arvanian army", "group" in an apposition.
    """

    kind: str
    name: str
    words: tuple[str, ...]
    rule: str
    mentions: list[Mention] = attrs.Factory(list)
    acronym: str | None = None
    role: tuple[int, int] | None = None
    gender: str = ""
    tail: tuple[str, ...] = ()
    into: Cluster | None = None
    references: list[Span] = attrs.Factory(list)

    def add(self, mention: Mention) -> None:
        """Take in a mention, and what its title tells."""
        self.mentions.append(mention)
        if not self.gender and (mention.role is not None or mention.words[0] == self.words[0]):
            self.gender = mention.gender

    def absorb(self, other: Cluster) -> None:
        """Take in all mentions of another cluster."""
        self.mentions += other.mentions
        self.gender = self.gender or other.gender
        self.acronym = self.acronym or other.acronym
        self.role = self.role or other.role
        self.tail += other.tail
