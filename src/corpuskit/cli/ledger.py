"""Ledger: clusters and stories as rows of a table, and a cluster as lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from corpuskit.cli.wording import range_in_words, title
from corpuskit.model import CasualtyKind, Claim, EventCluster, Member, table
from corpuskit.model.table import CLAIM, Results

__all__ = [
    "claim_in_words",
    "claim_rows",
    "claims_in_words",
    "cluster_lines",
    "event_rows",
    "story_rows",
]

Row = tuple[object, ...]
FIELDS = ("type", "modality", "date", "place", "actor", "recipient", "victims")
COUNTS = get_args(CasualtyKind)
STORY = ("story", "source", "article", "published", "title")


def claim_rows(clusters: Iterable[EventCluster], results: Results) -> Iterator[Row]:
    """A header, then every claim of every cluster; low and high are those of a count."""
    yield CLAIM
    for row in table.claim_rows(clusters, (one for told in results.values() for one in told)):
        yield tuple({**row, "conflict": "yes" if row["conflict"] else ""}.values())


def event_rows(clusters: Iterable[EventCluster], policy: str = "majority") -> Iterator[Row]:
    """A header, then one event a row: each field by a policy, counts with all that is told."""
    ends = [f"{kind}{end}" for kind in COUNTS for end in ("", "_low", "_high")]
    rest = ("open_ended", "other_sides", "quotation", "conflicts", "articles", "sources")
    yield ("event", *FIELDS, *ends, *rest)
    for cluster in clusters:
        values = [cluster.value(field, policy) for field in FIELDS]
        counts = [
            cluster.value(kind, way) for kind in COUNTS for way in (policy, "lowest", "highest")
        ]
        sides = "; ".join(
            f"{f} {claims_in_words(c)}" for f, c in cluster.claims.items() if ":" in f
        )
        told = {(member.article_id, member.source_id) for member in cluster.members}
        sources = "; ".join(sorted({source or article for article, source in told}))
        conflicts = "; ".join(cluster.conflicts)
        said = cluster.value("quotation", policy)
        more = "; ".join(kind for kind in COUNTS if _open_ended(cluster.claims.get(kind, ())))
        yield cluster.id, *values, *counts, more, sides, said, conflicts, len(told), sources


def _open_ended(claims: Iterable[Claim]) -> bool:
    """Whether somebody says "at least" of a number that no other reaches: there may be more."""
    opened = [claim.low for claim in claims if claim.low is not None and claim.high is None]
    closed = [claim.high for claim in claims if claim.high is not None]
    return max(opened, default=-1) > max(closed, default=-1)


def claim_in_words(claim: Claim) -> str:
    """A count as its range, "4", "4-6", "12+"; anything else as it is."""
    if claim.low is None and claim.high is None:
        return "open" if claim.value is None else str(claim.value)
    return range_in_words(claim.low, claim.high)


def claims_in_words(claims: Iterable[Claim]) -> str:
    """What is claimed of one field, each thing once: "4-6 | 7"."""
    return " | ".join(sorted({claim_in_words(claim) for claim in claims}))


def story_rows(stories: Iterable[tuple[str, ...]], results: Results) -> Iterator[Row]:
    """A header, then every article with the number of its story."""
    yield STORY
    for number, story in enumerate(stories, 1):
        for result in (result for id_ in story for result in results[id_]):
            article = result.article
            day = article.published.date if article.published else None
            yield number, article.source.id, article.id, day, title(result)


def cluster_lines(cluster: EventCluster) -> Iterator[str]:
    """Members with what joined them, claims with where they stand, and who nearly joined."""
    names = {
        member.article_id: member.source_id
        for member in (*(member for member, _ in cluster.candidates), *cluster.members)
    }
    why = {_event(member): reason for member, reason in cluster.joined_by}
    yield f"cluster {cluster.id}"
    for event in map(_event, cluster.members):
        yield f"  {event}: {why.get(event, 'the first')}"
    for field, claims in cluster.claims.items():
        mark = "  (conflict)" if field in cluster.conflicts else ""
        values = ", ".join(f"{claim_in_words(c)} ({_place(c, names)})" for c in claims)
        yield f"  {field}: {values}{mark}"
    for member, reason in cluster.candidates:
        yield f"  not with it: {_event(member)}: {reason}"


def _event(member: Member) -> str:
    """By its file; by ids alone where the clusters do not tell it."""
    article = f"article {member.article_id}"
    if member.source_id is not None:
        article = f"{member.source_id} ({article})"
    return f"event {member.event_id} of {article}"


def _place(claim: Claim, names: Mapping[str, str | None]) -> str:
    """ "wire.txt[14:25]"."""
    place = f"[{claim.span.start}:{claim.span.end}]" if claim.span else ""
    return f"{claim.source_id or names.get(claim.source) or claim.source}{place}"
