"""Grouping: which mentions of an article name one person, organisation, place or people."""

from __future__ import annotations

from operator import attrgetter

from corpuskit.scan import Scan
from corpuskit_entities.bodies import bodies
from corpuskit_entities.cluster import Cluster, Mention
from corpuskit_entities.persons import persons

__all__ = ["grouped"]


_start = attrgetter("start")


def grouped(scan: Scan, named: list[Mention]) -> list[Cluster]:
    """Clusters by first mention; each mention knows its own."""
    clusters = persons(scan, named)
    clusters += bodies(scan, [mention for mention in named if mention.kind != "person"])
    for cluster in clusters:
        mentions = cluster.mentions
        if len(mentions) > 1:
            mentions.sort(key=_start)
        for mention in mentions:
            mention.cluster = cluster
    clusters.sort(key=lambda c: (c.mentions[0].start, c.mentions[0].end))
    return clusters
