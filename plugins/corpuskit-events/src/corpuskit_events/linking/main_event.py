"""Main event: what an article is about, and whether two articles are about two things."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from corpuskit import Casualty, DateMention, Result
from corpuskit_events.linking.items import Item, read_items
from corpuskit_events.linking.losses import Range, between, range_of
from corpuskit_events.linking.scenes import APART, Scenes
from corpuskit_events.stories.agglomerate import LATE

__all__ = ["MainEvents"]

FAR = 3  # times as many dead are of another event, on one day
NEAR = 1  # days between two tellings of one day
NEWS = 7  # days before a report in which what it tells first is news
AFTER = 14  # days after which what is news is of another event
TOP = 300  # characters of a body in which news tells its day
HARM = "ASSAULT"


class MainEvents:
    """The main deed of each article that has one with a day and a place."""

    def __init__(self, results: Sequence[Result]) -> None:
        corpus = read_items(results)
        self._dead = {r.article.id: dead for r in corpus.articles if (dead := _dead(r)) is not None}
        self._told = {
            r.article.id: (r.article.published.date, _is_fresh(r))
            for r in corpus.articles
            if r.article.published is not None
        }
        self._scenes = Scenes(corpus.geography)
        self._main: dict[str, Item] = {}
        ranks: dict[str, tuple[int, int, int]] = {}
        for item in corpus.items:
            if item.utterance or not item.tellable or not (item.daily and item.places):
                continue
            rank = _rank(item)
            id = item.member.article_id
            if id not in ranks or rank > ranks[id]:
                ranks[id], self._main[id] = rank, item

    def apart(self, one: str, other: str) -> bool:
        """Whether two articles are known to tell two events: another place, or another day in
        places that are not known to be one. A later day in the same place can be a follow-up,
        unless the tolls differ too. So are two tolls told on one day of which one is more than
        three times the other ("at least two" can rise to nine). What is news in one article no
        other told weeks before it, wherever; and what was news is looked back at months later."""
        if self._two_tolls(one, other) or self._two_days(one, other):
            return True
        a, b = self._main.get(one), self._main.get(other)
        if a is None or b is None or a.event.type != b.event.type:
            return False
        place = self._scenes.compare(a, b)
        if place.weight <= APART:
            return True
        if a.first is None or b.first is None:
            return False
        if abs((a.first - b.first).days) <= NEAR:
            return False
        return place.weight < 2.0 or _other_toll(a, b)

    def _two_days(self, one: str, other: str) -> bool:
        """Whether what is news in one of two articles was told in the other too long before it."""
        if one not in self._told or other not in self._told:
            return False
        (before, was_news), (after, is_news) = sorted((self._told[one], self._told[other]))
        between = (after - before).days
        return (is_news and between > AFTER) or (was_news and between > LATE.days)

    def _two_tolls(self, one: str, other: str) -> bool:
        mine, theirs = self._dead.get(one), self._dead.get(other)
        if mine is None or theirs is None or mine[0] != theirs[0]:
            return False
        gap = between(mine[1], theirs[1])
        return gap is not None and gap[1] > FAR * gap[0]


def _is_fresh(result: Result) -> bool:
    """Whether a report tells first what was done in the week before it."""
    told, body = result.article.published, result.article.body
    if told is None or DateMention not in result or not body:
        return False
    start = body[0].span.start
    return any(
        day.precision in ("day", "time")
        and day.start is not None
        and 0 <= (told.date - day.start).days <= NEWS
        for day in result.dates
        if start <= day.span.start < start + TOP
    )


def _dead(result: Result) -> tuple[dt.date, Range] | None:
    """The day of publication, and how many dead the article tells first; None where that is the
    claim of a party, which its enemy's of the same fight may be three times apart from."""
    published = result.article.published
    if published is None or Casualty not in result:
        return None
    for count in result.casualties:
        if (count.kind, count.scope) == ("killed", "event"):
            if count.status == "reported":
                return published.date, range_of(count)
            if count.status == "claimed":
                return None
    return None


def _other_toll(one: Item, other: Item) -> bool:
    """Whether both say how many were killed (or else wounded) and no number is the other's."""
    for kind in ("killed", "wounded"):
        if kind in one.counts and kind in other.counts:
            return not one.counts[kind] & other.counts[kind]
    return False


def _rank(item: Item) -> tuple[int, int, int]:
    """Harm told with its toll first, then what is told most often, then what comes first."""
    event = item.event
    return (
        (event.type == HARM) + bool(event.casualties),
        len(event.mentions),
        -min(span.start for span in (event.trigger_span, *event.mentions)),
    )
