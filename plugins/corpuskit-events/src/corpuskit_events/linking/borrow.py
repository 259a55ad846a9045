"""Borrow: a publication date for an article without one, from a report of the same event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from corpuskit import Article, Claim, Event, EventCluster, Published, Result

__all__ = ["Borrowed", "borrowed_dates"]

FRESH = 7  # days after an event within which a report of it is news

PARAGRAPHS = 3
TOP = 400  # characters of a text in which it tells its news

_Key = tuple[str, str]
"""An article and the name of its source; two sources with one text have one article id."""


@attrs.frozen
class Borrowed:
    """An anchor that is lent, with the chain that shows why.

    Attributes:
        article_id: who borrows.
        published: the date with basis "borrowed"; no span, for the borrower's text has none.
        lender: the article that tells the same event and has a date.
        clusters: ids of the clusters that both are in; more of them make it surer.
        claims: the lender's publication date and the event's day, each with source and span.
        source_id: the name of the borrower's source.
    """

    article_id: str
    published: Published
    lender: str
    clusters: tuple[str, ...]
    claims: tuple[Claim, ...]
    source_id: str | None = None


def borrowed_dates(
    results: Iterable[Result], clusters: Sequence[EventCluster]
) -> tuple[Borrowed, ...]:
    """Dates for the articles that have none and share an event with one that has.

    The lender is the article with which most events are shared; of several the earliest by date,
    then by id. A date that was itself borrowed is not lent again.
    """
    results = list(results)
    articles = {(r.article.id, r.article.source.id): r.article for r in results}
    first = {(r.article.id, event.id) for r in results for event in _told_first(r)}
    shared: dict[tuple[_Key, _Key], list[EventCluster]] = {}
    for cluster in clusters:
        members = {
            (m.article_id, m.source_id or "")
            for m in cluster.members
            if (m.article_id, m.event_id) in first
        }
        told = sorted(members & articles.keys())
        lenders = [key for key in told if _is_news(articles[key], cluster)]
        for borrower in told:
            if articles[borrower].published is None:
                for lender in lenders:
                    shared.setdefault((borrower, lender), []).append(cluster)
    best: dict[_Key, tuple[_Key, list[EventCluster]]] = {}
    for (borrower, lender), events in sorted(shared.items(), key=lambda row: row[0]):
        held = best.get(borrower)
        if held is None or _rank(articles, lender, events) < _rank(articles, *held):
            best[borrower] = (lender, events)
    return tuple(
        _borrowed(borrower, articles[lender], events)
        for borrower, (lender, events) in sorted(best.items())
    )


def _told_first(result: Result) -> Iterator[Event]:
    """Events that an article tells at its top, as news; what stands below can be years old."""
    body = result.article.body
    if not body:
        return
    top = min(body[0].span.start + TOP, body[:PARAGRAPHS][-1].span.end)
    for event in result.get(Event):
        if min(span.start for span in (event.trigger_span, *event.mentions)) < top:
            yield event


def _is_news(article: Article, cluster: EventCluster) -> bool:
    """Whether the article has a date of its own and tells the event as news of that week; what
    happened years ago dates nobody."""
    published = _own_date(article)
    if published is None:
        return False
    days = [c.value for c in cluster.claims.get("date", ()) if _says(article, c)]
    return any(
        isinstance(day, dt.date) and 0 <= (published.date - day).days <= FRESH for day in days
    )


def _says(article: Article, claim: Claim) -> bool:
    return claim.source == article.id and claim.source_id == article.source.id


def _own_date(article: Article) -> Published | None:
    published = article.published
    return published if published is not None and published.basis != "borrowed" else None


def _rank(
    articles: Mapping[_Key, Article], lender: _Key, events: Sequence[EventCluster]
) -> tuple[int, int, str]:
    published = articles[lender].published
    day = published.date.toordinal() if published is not None else 0
    return -len(events), day, "\x1e".join(lender)


def _borrowed(borrower: _Key, lender: Article, events: Sequence[EventCluster]) -> Borrowed:
    published = lender.published
    assert published is not None
    day, name = published.date, lender.source.id
    claims = [Claim(day, lender.id, published.span, day, source_id=name)]
    for cluster in events:
        claims += [
            c for c in cluster.claims.get("date", ()) if _says(lender, c) and c not in claims
        ]
    return Borrowed(
        article_id=borrower[0],
        published=Published(day, "borrowed"),
        lender=lender.id,
        clusters=tuple(sorted(cluster.id for cluster in events)),
        claims=tuple(claims),
        source_id=borrower[1],
    )
