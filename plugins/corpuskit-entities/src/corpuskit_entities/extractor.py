"""Entities: the way through, from capitalised runs to who is who in an article."""

from __future__ import annotations

import functools
from collections import defaultdict
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
from corpuskit_entities.cluster import Cluster
from corpuskit_entities.definitions import defined
from corpuskit_entities.grouping import grouped
from corpuskit_entities.lexica import place_of, read_all
from corpuskit_entities.mentions import mentions_in
from corpuskit_entities.references import patterns, references

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
        clusters = grouped(scan, mentions)
        found: dict[int, list[Span]] = defaultdict(list)
        for start, end, cluster in references(scan, clusters):
            found[id(cluster)].append(Span(start, end))
        for cluster in clusters:
            yield _entity(article, cluster, found.get(id(cluster), ()))


def _entity(article: Article, cluster: Cluster, references: Sequence[Span]) -> Entity:
    spans = tuple([Span(m.start, m.end) for m in cluster.mentions])
    aliases = _aliases(article, cluster, spans) if len(spans) > 1 else {}
    kind = cast(EntityKind, cluster.kind)
    role = Span(*cluster.role) if cluster.role else None
    return Entity(
        id=content_id(article.source, spans[0], f"Entity.{kind}"),
        name=cluster.name,
        kind=kind,
        mentions=spans,
        aliases=tuple(aliases),
        alias_spans=tuple(aliases.values()),
        acronym=cluster.acronym,
        role=article.text(role) if role else None,
        role_span=role,
        references=tuple(references),
        ids=_ids(cluster),
        provenance=_found_by(cluster.rule),
    )


@functools.lru_cache(maxsize=256)
def _found_by(rule: str) -> Provenance:
    return Provenance(rule)


def _aliases(article: Article, cluster: Cluster, spans: Sequence[Span]) -> dict[str, Span]:
    """Other names, and a surname with its title (\"Mr. Sol\")."""
    found: dict[str, Span] = {}
    name, folded = cluster.name, cluster.name.lower()
    for mention, span in zip(cluster.mentions, spans, strict=True):
        text = mention.text
        if text != name and text.lower() != folded:
            found.setdefault(text, span)
            if mention.role and mention.role[1] + 1 == mention.start:
                titled = Span(mention.role[0], mention.end)
                found.setdefault(article.text(titled), titled)
    return found


def _ids(cluster: Cluster) -> tuple[tuple[str, str], ...]:
    if cluster.kind != "place":
        return ()
    place = place_of(cluster.name)
    return place.ids if place is not None else ()
