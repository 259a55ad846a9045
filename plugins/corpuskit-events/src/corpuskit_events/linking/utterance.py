"""Utterance: whether two quotations are the same words, reworded by the way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import attrs

from corpuskit import Event, EventCluster, Quotation, Result
from corpuskit.scan import Lexicon, fold
from corpuskit_events.cue import cue
from corpuskit_events.stories.terms import content_stems

__all__ = ["QuoteVariants", "Wording", "quote_text", "quote_texts", "quote_variants", "wording"]

NEAR = 0.5  # share of the shorter one's content words that the other has, for a variant
FEWEST = 3  # and so many of them, unless both have the same
REACH = 3  # content words behind a "not" that it can deny
MOST = 12  # quotations of an event that are compared
_SPACE = re.compile(r"\s+")
_END = re.compile(r"[.!?;]\s")
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")


class Wording(NamedTuple):
    """What two quotations have in common.

    Attributes:
        shared: how many content words.
        near: whether they are one utterance, reworded at most.
        negated: whether one says not what the other says.
    """

    shared: int
    near: bool
    negated: bool


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


def quote_texts(result: Result, event: Event) -> tuple[str, ...]:
    """The words of each quotation that tells the event, the event's own first."""
    if event.quotation is None:
        return ()
    texts = (quote_text(result, q) for q in (event.quotation, *_quotes(result, event)))
    return tuple(dict.fromkeys(texts))[:MOST]


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(content_stems(text))


@lru_cache(maxsize=4096)
def _denied(text: str) -> tuple[tuple[str, ...], ...]:
    """The content words behind each word of denial in its sentence, as stems."""
    found = []
    for sentence in _END.split(fold(text)):
        words = _WORD.findall(sentence)
        for number, word in enumerate(words, 1):
            if word in _denials() or word.endswith("n't") or word == "cannot":
                found.append(tuple(content_stems(" ".join(words[number:]))[:REACH]))
    return tuple(found)


def _denies(text: str, shared: frozenset[str]) -> bool:
    """Whether a text denies something that it shares with another."""
    return any(not shared.isdisjoint(stems) for stems in _denied(text))


@cache
def _denials() -> frozenset[str]:
    rows = Lexicon.from_package("corpuskit_events", "modality.tsv").entries
    return cue("naught").union(row.term for row in rows if row["modality"] == "denied")


@lru_cache(maxsize=65536)
def wording(one: str, other: str) -> Wording:
    """Near if half of the shorter text's content words, and three, are the other's too."""
    a, b = _stems(one), _stems(other)
    shared = a & b
    alike = bool(shared) and (a == b or len(shared) >= max(FEWEST, NEAR * min(len(a), len(b))))
    negated = alike and _denies(one, shared) is not _denies(other, shared)
    return Wording(len(shared), alike and not negated, negated)


def wordings(some: Sequence[str], others: Sequence[str]) -> Iterator[Wording]:
    """Of each pair."""
    for one in some:
        for other in others:
            yield wording(one, other)


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
            for event in by_id[member.article_id].events
            if event.id == member.event_id and event.quotation is not None
            for quote in _quotes(by_id[member.article_id], event) or [event.quotation]
        ]
        found += _variants(cluster.id, quotes, by_id)
    return tuple(found)


def _quotes(result: Result, event: Event) -> list[Quotation]:
    """All quotations whose cue is a mention of the event."""
    mentions = {span.start for span in event.mentions}
    return [
        quote
        for quote in (result.quotes if Quotation in result else ())
        if quote.cue_span is not None
        and any(quote.cue_span.start <= start < quote.cue_span.end for start in mentions)
    ]


def _variants(
    cluster: str, quotes: Sequence[tuple[str, Quotation]], by_id: dict[str, Result]
) -> list[QuoteVariants]:
    texts = [quote_text(by_id[article], quote) for article, quote in quotes]
    groups: list[list[int]] = []
    for number, text in enumerate(texts):
        for group in groups:
            if any(
                quotes[other][0] != quotes[number][0] and wording(texts[other], text).near
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
