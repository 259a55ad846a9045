"""Entities: the way through, from capitalised runs to who is who in an article."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from typing import cast

import attrs

from corpuskit import (
    Article,
    Entity,
    EntityKind,
    Extractor,
    Layers,
    Provenance,
    Source,
    Span,
    content_id,
)
from corpuskit.scan import tidied
from corpuskit_entities.cluster import Cluster, Mention
from corpuskit_entities.lexica import read_all
from corpuskit_entities.names.definitions import defined
from corpuskit_entities.names.mentions import mentions_in
from corpuskit_entities.who.aliases import agree, also_called
from corpuskit_entities.who.grouping import grouped
from corpuskit_entities.who.ids import ids_of
from corpuskit_entities.who.kinds import decided
from corpuskit_entities.who.references import patterns, references

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
        scan, span = tidied(layers.scan)
        mentions = defined(scan, mentions_in(scan))
        pairs = also_called(scan, mentions)
        agree(pairs, mentions)
        named = decided(scan, mentions)
        agree(pairs, named)
        clusters = grouped(scan, named, pairs)
        for start, end, cluster in references(scan, named, clusters):
            cluster.references.append(span(start, end))
        for cluster in clusters:
            yield _entity(article.source, scan.raw, span, cluster, clusters)


def _entity(
    source: Source,
    raw: str,
    span: Callable[[int, int], Span],
    cluster: Cluster,
    clusters: Sequence[Cluster],
) -> Entity:
    """What a cluster of names in `raw` is; `span` tells where they stand in the source."""
    name, kind, mentions = cluster.name, cast(EntityKind, cluster.kind), cluster.mentions
    spans = tuple([span(mention.start, mention.end) for mention in mentions])
    several = len(mentions) > 1 or mentions[0].text != name
    aliases = _aliases(raw, name, mentions) if several else {}
    return Entity(
        id=content_id(source, spans[0], f"Entity.{kind}"),
        name=name,
        kind=kind,
        mentions=spans,
        aliases=tuple(aliases),
        alias_spans=tuple([span(*place) for place in aliases.values()]),
        acronym=cluster.acronym,
        role=raw[slice(*cluster.role)] if cluster.role else None,
        role_span=span(*cluster.role) if cluster.role else None,
        references=tuple(cluster.references),
        ids=ids_of(name, clusters) if kind == "place" else (),
        provenance=_found_by(cluster.rule),
    )


@functools.lru_cache(maxsize=256)
def _found_by(rule: str) -> Provenance:
    return Provenance(rule)


def _aliases(raw: str, name: str, mentions: Sequence[Mention]) -> dict[str, tuple[int, int]]:
    """Other names, and a surname with its title (\"Mr. Sol\"), each with its first place."""
    found: dict[str, tuple[int, int]] = {}
    folded = name.lower().rstrip(".")
    for mention in mentions:
        text, start, end = mention.text, mention.start, mention.end
        if text == name or text.lower().rstrip(".") == folded:
            continue
        found.setdefault(text, (start, end))
        if mention.role and mention.role[1] + 1 == start:
            titled = mention.role[0], end
            found.setdefault(raw[slice(*titled)], titled)
    return found
