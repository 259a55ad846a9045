"""Utterance: whether two quotations are the same words, reworded by the way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import attrs

from corpuskit import EventCluster, Quotation, Result
from corpuskit_events.stories.terms import content_stems

__all__ = ["QuoteVariants", "quote_variants", "wording"]

NEAR = 0.5  # share of the shorter one's content words that the other has, for a variant
_SPACE = re.compile(r"\s+")


@attrs.frozen
class QuoteVariants:
    """One utterance as several articles word it.

    Attributes:
        cluster: id of the `EventCluster` of the statement.
        variants: (article id, quotation), in the order of the cluster's members.
    """

    cluster: str
    variants: tuple[tuple[str, Quotation], ...]


def quote_text(result: Result, quotation: Quotation) -> str:
    """The words, pieces joined by a space."""
    return _SPACE.sub(" ", " ".join(result.text(span) for span in quotation.spans))


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(content_stems(text))


def wording(one: str, other: str) -> float:
    """Shared content words as a share of the shorter text's; 0.0 for texts of under three."""
    a, b = _stems(one), _stems(other)
    if min(len(a), len(b)) < 3:
        return 0.0
    return len(a & b) / min(len(a), len(b))


def quote_variants(
    results: Iterable[Result], clusters: Sequence[EventCluster]
) -> tuple[QuoteVariants, ...]:
    """Quotations of one statement in several articles whose wording is near-equal.

    Args:
        results: those that were linked.
        clusters: what `corpuskit.link` made of them.
    """
    by_id = {result.article.id: result for result in results}
    found = []
    for cluster in clusters:
        quotes = [
            (member.article_id, quote)
            for member in cluster.members
            if member.article_id in by_id
            for quote in _quotes(by_id[member.article_id], member.event_id)
        ]
        found += _variants(cluster.id, quotes, by_id)
    return tuple(found)


def _quotes(result: Result, event_id: str) -> list[Quotation]:
    """All quotations whose cue is a mention of the event."""
    event = next((e for e in result.events if e.id == event_id), None)
    if event is None or event.quotation is None:
        return []
    mentions = {span.start for span in event.mentions}
    told = [
        quote
        for quote in (result.quotes if Quotation in result else ())
        if quote.cue_span is not None
        and any(quote.cue_span.start <= start < quote.cue_span.end for start in mentions)
    ]
    return told or [event.quotation]


def _variants(
    cluster: str, quotes: Sequence[tuple[str, Quotation]], by_id: dict[str, Result]
) -> list[QuoteVariants]:
    texts = [quote_text(by_id[article], quote) for article, quote in quotes]
    groups: list[list[int]] = []
    for number, text in enumerate(texts):
        for group in groups:
            if any(
                quotes[other][0] != quotes[number][0] and wording(texts[other], text) >= NEAR
                for other in group
            ):
                group.append(number)
                break
        else:
            groups.append([number])
    return [
        QuoteVariants(cluster, tuple(quotes[number] for number in group))
        for group in groups
        if len({quotes[number][0] for number in group}) > 1
    ]
