"""Cluster: what an article says of one referent, while it is put together."""

from __future__ import annotations

import attrs

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

    def add(self, mention: Mention) -> None:
        """Take in a mention, and what its title tells."""
        self.mentions.append(mention)
        if not self.gender and (
            mention.role is not None or mention.piece.words[0] == self.words[0]
        ):
            self.gender = mention.piece.gender

    def absorb(self, other: Cluster) -> None:
        """Take in all mentions of another cluster."""
        self.mentions += other.mentions
        self.gender = self.gender or other.gender
        self.acronym = self.acronym or other.acronym
        self.role = self.role or other.role
        self.tail += other.tail
