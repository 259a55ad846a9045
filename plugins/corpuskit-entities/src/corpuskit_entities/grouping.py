"""Grouping: which mentions of an article name one person, organisation, place or people."""

from __future__ import annotations

from operator import attrgetter

from corpuskit.scan import Scan
from corpuskit_entities.bodies import bodies
from corpuskit_entities.cluster import Cluster
from corpuskit_entities.kinds import decided
from corpuskit_entities.mentions import Mention
from corpuskit_entities.persons import persons

__all__ = ["grouped"]


_start = attrgetter("start")


def grouped(scan: Scan, mentions: list[Mention]) -> list[Cluster]:
    """Clusters by first mention; mentions of kind "role" are left out."""
    named = decided(scan, mentions)
    clusters = persons(scan, named)
    clusters += bodies(scan, named)
    for cluster in clusters:
        if len(cluster.mentions) > 1:
            cluster.mentions.sort(key=_start)
    clusters.sort(key=lambda c: (c.mentions[0].start, c.mentions[0].end))
    return clusters
