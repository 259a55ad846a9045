"""Grouping: which mentions of an article name one person, organisation, place or people."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit.scan import Scan
from corpuskit_entities.aliases import join
from corpuskit_entities.bodies import bodies
from corpuskit_entities.cluster import Cluster, Mention
from corpuskit_entities.persons import persons

__all__ = ["grouped"]


def grouped(
    scan: Scan, named: list[Mention], pairs: Sequence[tuple[Mention, Mention]] = ()
) -> list[Cluster]:
    """Clusters by first mention; each mention knows its own.

    Args:
        named: in text order.
        pairs: mentions of which one is said to be called the other.
    """
    clusters = persons(scan, named)
    clusters += bodies(scan, [mention for mention in named if mention.kind != "person"])
    for cluster in clusters:
        for mention in cluster.mentions:
            mention.cluster = cluster
    join(pairs)
    return [*dict.fromkeys([mention.cluster for mention in named])]
