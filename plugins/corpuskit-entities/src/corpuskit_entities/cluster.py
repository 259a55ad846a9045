"""Cluster: the mentions of one referent and what an article says of it, while put together.

A cluster knows its mentions and no mention its cluster, so that both are freed at once.
"""

from __future__ import annotations

import attrs

from corpuskit import Span

__all__ = ["Cluster", "Mention"]


@attrs.define(eq=False)
class Mention:
    """A named piece in its place.

    Attributes:
        start, end: offsets into the source.
        text: as written.
        words: those that are a name, folded and without accents.
        gender: of its title or first name: "m", "f" or "".
        role: offsets of the title before it, or None.
        sentence: index of its sentence.
        alone: a single word that opens its sentence, where a capital proves nothing.
        kind, rule: as the words alone tell, until the context tells more; "" for a word that is
            a name only if somebody is called so.
    """

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    gender: str
    role: tuple[int, int] | None
    sentence: int
    alone: bool
    kind: str
    rule: str


@attrs.define(eq=False)
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
