"""Entities: the way through, from capitalised runs to who is who in an article."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import cast

import attrs

from corpuskit import (
    Article,
    Entity,
    EntityKind,
    Extractor,
    Layers,
    Provenance,
    Span,
    content_id,
)
from corpuskit_entities.cluster import Cluster, Mention
from corpuskit_entities.kinds.decide import decided
from corpuskit_entities.lexica import read_all
from corpuskit_entities.names.definitions import defined
from corpuskit_entities.names.mentions import mentions_in
from corpuskit_entities.references.candidates import patterns
from corpuskit_entities.references.resolve import references
from corpuskit_entities.who.aliases import agree, also_called
from corpuskit_entities.who.grouping import grouped
from corpuskit_entities.who.ids import ids_of

__all__ = ["Entities"]


@attrs.frozen(kw_only=True, slots=False)
class Entities(Extractor):
    """Finds persons, organisations, places and peoples, and groups what names one of them."""

    name = "entities"
    provides = (Entity,)

    def __call__(self, article: Article, layers: Layers) -> Iterator[Entity]:
        """Entities by first mention; see `corpuskit.Entity` for what each holds."""
        read_all()
        patterns()
        scan = layers.scan
        mentions = defined(scan, mentions_in(scan))
        pairs = also_called(scan, mentions)
        agree(pairs, mentions)
        named = decided(scan, mentions)
        agree(pairs, named)
        clusters = grouped(scan, named, pairs)
        for start, end, cluster in references(scan, named, clusters):
            cluster.references.append(Span(start, end))
        for cluster in clusters:
            yield _entity(article, cluster, clusters)


def _entity(article: Article, cluster: Cluster, clusters: Sequence[Cluster]) -> Entity:
    name, kind, mentions = cluster.name, cast(EntityKind, cluster.kind), cluster.mentions
    spans = tuple([Span(mention.start, mention.end) for mention in mentions])
    several = len(mentions) > 1 or mentions[0].text != name
    aliases = _aliases(article, name, mentions, spans) if several else {}
    role = Span(*cluster.role) if cluster.role else None
    return Entity(
        id=content_id(article.source, spans[0], f"Entity.{kind}"),
        name=name,
        kind=kind,
        mentions=spans,
        aliases=tuple(aliases),
        alias_spans=tuple(aliases.values()),
        acronym=cluster.acronym,
        role=article.text(role) if role else None,
        role_span=role,
        references=tuple(cluster.references),
        ids=ids_of(name, clusters) if kind == "place" else (),
        provenance=_found_by(cluster.rule),
    )


@functools.lru_cache(maxsize=256)
def _found_by(rule: str) -> Provenance:
    return Provenance(rule)


def _aliases(
    article: Article, name: str, mentions: Sequence[Mention], spans: Sequence[Span]
) -> dict[str, Span]:
    """Other names, and a surname with its title (\"Mr. Sol\")."""
    found: dict[str, Span] = {}
    folded = name.lower().rstrip(".")
    for mention, span in zip(mentions, spans, strict=True):
        text = mention.text
        if text == name or text.lower().rstrip(".") == folded:
            continue
        found.setdefault(text, span)
        if mention.role and mention.role[1] + 1 == span.start:
            titled = Span(mention.role[0], span.end)
            found.setdefault(article.text(titled), titled)
    return found
