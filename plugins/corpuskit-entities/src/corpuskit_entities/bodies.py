"""Bodies: which mentions mean one organisation, place, people or thing, acronyms and all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from corpuskit.scan import Scan
from corpuskit_entities.cluster import Cluster
from corpuskit_entities.lexica import known, place_of, token_of
from corpuskit_entities.mentions import Mention
from corpuskit_entities.names import acronym_of

__all__ = ["bodies"]

_BODIES = ("organisation", "document", "facility", "place", "other")
_Clusters = dict[tuple[str, str], Cluster]


def bodies(scan: Scan, named: list[Mention]) -> list[Cluster]:
    """Clusters of all that is no person."""
    clusters: dict[tuple[str, str], Cluster] = {}
    for mention in named:
        key = _key(mention)
        cluster = clusters.get(key)
        if cluster is None:
            kind = mention.kind
            cluster = clusters[key] = Cluster(kind, mention.text, mention.piece.words, mention.rule)
            cluster.tail = tuple(mention.text[mention.piece.end - mention.piece.start :].split())
        elif len(mention.text) > len(cluster.name) and len(mention.piece.words) > len(
            cluster.words
        ):
            cluster.name, cluster.words = mention.text, mention.piece.words
        cluster.add(mention)
    _describe(scan, clusters)
    _define_acronyms(scan, clusters)
    _link_acronyms(clusters)
    _shorter_forms(clusters)
    return _unique(clusters.values())


_CALLED = frozenset("group party movement network outfit company council union".split())
_DESCRIBED = re.compile(r"(?:\)?,| is) (?:a|an|the) ((?:[\w-]+ ){0,3}[\w-]+)")


def _describe(scan: Scan, clusters: _Clusters) -> None:
    """Note what an apposition calls an organisation: ", a militant group"."""
    for cluster in clusters.values():
        if cluster.kind in ("organisation", "other"):
            for mention in cluster.mentions:
                match = _DESCRIBED.match(scan.folded, mention.end)
                if match:
                    cluster.tail += tuple(w for w in match.group(1).split() if w in _CALLED)


def _key(mention: Mention) -> tuple[str, str]:
    if mention.kind == "place":
        place = place_of(mention.text)
        if place is not None:
            return "place", place.id
    if mention.kind == "organisation":
        full = known(mention.text)
        if full:
            return "organisation", full.lower()
    return mention.kind, mention.text.lower().replace(".", "")


def _define_acronyms(scan: Scan, clusters: _Clusters) -> None:
    """ "Arvanian Farmers' Union (AFU)" and "the Union, or AFU,": what the text itself defines."""
    where = sorted(((m.start, m.end, key) for key, c in clusters.items() for m in c.mentions))
    for (_, end, key), (start, stop, other) in pairwise(where):
        if key == other or key not in clusters or other not in clusters:
            continue
        between = scan.folded[end:start]
        first, second = clusters[key], clusters[other]
        if (
            between in (" (", "'s (", " ( ", ") (") and scan.raw[stop : stop + 1] == ")"
        ) or between in (", or ", " or ", ", also known as ", " also known as ", " (or "):
            short, full = (second, first) if _is_short(second) else (first, second)
        else:
            continue
        if _is_short(short) and not _is_short(full) and full.kind in ("organisation", "other"):
            _merge(clusters, full, short, acronym=short.name)


def _is_short(cluster: Cluster) -> bool:
    return len(cluster.words) == 1 and token_of(cluster.name).acronym


def _link_acronyms(clusters: _Clusters) -> None:
    """An acronym without definition belongs to the one name whose initials it is."""
    found = _unique(clusters.values())
    for short in found:
        letters = short.name if _is_short(short) else short.acronym
        if not letters or short.kind != "organisation":
            continue
        fits = [c for c in found if c is not short and _spelt_out(c, letters)]
        if len(fits) == 1:
            full = fits[0]
            _merge(clusters, full, short, acronym=letters)


def _spelt_out(cluster: Cluster, letters: str) -> bool:
    kinds = ("organisation", "other", "facility")
    if cluster.kind not in kinds or len(cluster.words) < 2 or cluster.acronym:
        return False
    return acronym_of(letters, cluster.name)


def _shorter_forms(clusters: _Clusters) -> None:
    """ "Emirate Council" for "Emirate Council of Arvania", without its country at either end."""
    found = [c for c in _unique(clusters.values()) if c.kind in _BODIES and len(c.words) > 1]
    longer = [c for c in found if len(c.words) > 2 and c.kind != "place"]
    for short in found:
        size = len(short.words)
        fits = [
            full
            for full in longer
            if len(full.words) > size
            and (
                full.words[: size + 1] == (*short.words, "of")
                or (short.kind == full.kind and short.words in (full.words[1:], full.words[2:]))
            )
        ]
        if len(fits) == 1 and fits[0] is not short:
            _merge(clusters, fits[0], short)
            longer = [c for c in longer if c is not short]


def _merge(clusters: _Clusters, full: Cluster, short: Cluster, *, acronym: str = "") -> None:
    for key in [k for k, c in clusters.items() if c is short]:
        clusters[key] = full
    full.absorb(short)
    if acronym:
        full.acronym = acronym
        if full.kind == "other":
            full.kind = "organisation"


def _unique(clusters: Iterable[Cluster]) -> list[Cluster]:
    return list({id(c): c for c in clusters}.values())
