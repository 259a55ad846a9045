"""Grouping: which mentions of an article name one person, organisation, place or people."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit.scan import Scan
from corpuskit_entities.cluster import Cluster, Mention
from corpuskit_entities.who.aliases import join
from corpuskit_entities.who.bodies import bodies
from corpuskit_entities.who.persons import persons

__all__ = ["grouped"]


def grouped(
    scan: Scan, named: list[Mention], pairs: Sequence[tuple[Mention, Mention]] = ()
) -> list[Cluster]:
    """Clusters by first mention.

    Args:
        named: in text order.
        pairs: mentions of which one is said to be called the other.
    """
    others = [mention for mention in named if mention.kind != "person"]
    clusters = persons(scan, named, others)
    clusters += bodies(scan, others)
    join(pairs, clusters)
    clusters.sort(key=_first)
    return clusters


def _first(cluster: Cluster) -> tuple[int, int]:
    """Of two that begin in one place, the shorter comes first: Arvania, then "Arvania's army"."""
    mention = cluster.mentions[0]
    return mention.start, mention.end
