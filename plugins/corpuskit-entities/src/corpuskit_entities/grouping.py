"""Grouping: which mentions of an article name one person, organisation, place or people."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from corpuskit.scan import Scan
from corpuskit_entities.aliases import joined
from corpuskit_entities.bodies import bodies
from corpuskit_entities.cluster import Cluster, Mention
from corpuskit_entities.persons import persons

__all__ = ["grouped"]


_start = attrgetter("start")


def grouped(
    scan: Scan, named: list[Mention], pairs: Sequence[tuple[Mention, Mention]] = ()
) -> list[Cluster]:
    """Clusters by first mention; each mention knows its own.

    Args:
        pairs: mentions of which one is said to be called the other.
    """
    clusters = persons(scan, named)
    clusters += bodies(scan, [mention for mention in named if mention.kind != "person"])
    for cluster in clusters:
        mentions = cluster.mentions
        if len(mentions) > 1:
            mentions.sort(key=_start)
        for mention in mentions:
            mention.cluster = cluster
    if pairs:
        clusters = joined(clusters, pairs)
    clusters.sort(key=lambda c: (c.mentions[0].start, c.mentions[0].end))
    return clusters
