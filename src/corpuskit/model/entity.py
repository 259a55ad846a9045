"""Entity: somebody or something with a name, and every place where an article mentions it."""

from __future__ import annotations

from typing import Literal

import attrs

from corpuskit.model.annotation import Annotation
from corpuskit.model.span import Span

__all__ = ["Entity", "EntityKind"]

EntityKind = Literal["person", "organisation", "place", "group", "facility", "document", "other"]


@attrs.frozen(kw_only=True)
class Entity(Annotation):
    """One referent within one article (ACE kinds, followthemoney properties).

    Names, aliases and roles are as the text is read: "Ana Sol" where a line ends within the name.

    Attributes:
        id: content hash of the first mention and the kind.
        name: the fullest name the article gives.
        kind: person, organisation, place, group (a people, a nationality), ….
        mentions: named mentions in text order; at least one.
        aliases: other names the article uses, each the text of one of `alias_spans`.
        alias_spans: one span for each alias, in the same order.
        acronym: "TTP", or None.
        role: "Defense Minister", or None.
        role_span: where the text says the role, or None.
        references: pronouns and role nouns that stand for it ("he", "the minister").
        ids: (scheme, identifier) pairs, such as ("geonames", "1167528").
    """

    id: str
    name: str
    kind: EntityKind
    mentions: tuple[Span, ...]
    aliases: tuple[str, ...] = ()
    alias_spans: tuple[Span, ...] = ()
    acronym: str | None = None
    role: str | None = None
    role_span: Span | None = None
    references: tuple[Span, ...] = ()
    ids: tuple[tuple[str, str], ...] = ()

    @property
    def extent(self) -> Span:
        """The first mention."""
        return self.mentions[0]
