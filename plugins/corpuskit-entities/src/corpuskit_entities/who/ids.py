"""Ids: which of the places that share a name is meant, by the countries that an article names."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from corpuskit_entities.cluster import Cluster
from corpuskit_entities.lexica import place_of, readings_of
from corpuskit_entities.places import place_key
from corpuskit_entities.places.gazetteer import demonyms, is_great
from corpuskit_entities.places.place import Reading
from corpuskit_entities.tables import lexicon, name_parts

__all__ = ["ids_of"]

Ids = tuple[tuple[str, str], ...]


def ids_of(name: str, clusters: Sequence[Cluster]) -> Ids:
    """Scheme and identifier of the place that `name` means; () where nothing tells which it is.

    States of several countries share a name ("Punjab"), and any country has a north: which of
    them is meant is known only where the article names its country, its people or another place
    in it.
    """
    shared, sure = _sharing(name)
    if sure and len(shared) < 2:
        return shared[0].ids if shared else ()
    told = {country for cluster in clusters for country in _countries(cluster.kind, cluster.name)}
    meant = [reading for reading in shared if reading.country in told]
    if len(meant) == 1:
        return meant[0].ids
    return shared[0].ids if sure and shared[0].kind == "town" else ()


@functools.lru_cache(maxsize=4096)
def _sharing(name: str) -> tuple[tuple[Reading, ...], bool]:
    """The places that the name alone may mean, one of a country, the most prominent first; and
    whether it is one of them that is meant."""
    first = place_of(name)
    if first is None or _only_namesake(name):
        return (), True
    vague = all(word in name_parts("compass") for word in place_key(name).split())
    if not vague and (first.kind == "country" or not is_great(first)):
        return (first,), True
    states = [r for r in readings_of(name) if is_great(r) and r.kind != "country"]
    return tuple({r.country: r for r in reversed(states)}.values())[::-1], not vague


def _only_namesake(name: str) -> bool:
    """Whether it is a region of which the gazetteer has only a namesake: "the Sahel"."""
    rows = lexicon("regions.tsv").get(name.lower())
    return bool(rows) and bool(rows[0]["namesake"])


@functools.lru_cache(maxsize=4096)
def _countries(kind: str, name: str) -> Iterable[str]:
    """The country of a place whose name no other has, of a people, or of a body of one."""
    if kind == "place":
        shared, sure = _sharing(name)
        return [shared[0].country] if sure and len(shared) == 1 else ()
    people = name if kind == "group" else name.partition(" ")[0]  # Pakistani police
    return [row["country"] for row in demonyms().get(people.lower())]
