"""Link: from results to clusters, in two passes; the second knows what the first has joined."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from corpuskit import EventCluster, Member, Result
from corpuskit_events.linking.agree import (
    JOIN,
    JOIN_STRICT,
    MOST_CONTEXT,
    NEAR_MISS,
    Judge,
    Verdict,
)
from corpuskit_events.linking.items import Corpus, Item, read_items
from corpuskit_events.linking.keys import Key, key_in_words, pairs_by_key
from corpuskit_events.linking.ledger import cluster_of
from corpuskit_events.linking.scenes import Scenes
from corpuskit_events.stories.likeness import Likeness

__all__ = ["link_events"]

CROSS = 49  # pairs between two groups that are checked for a clash
SIDE = 12  # members of a group that are asked what they agree on


def link_events(results: Sequence[Result], *, strict: bool = False) -> tuple[EventCluster, ...]:
    """One cluster per event, single ones too, in the order of sources and of their texts.

    The order of `results` does not matter; an article that comes twice from one source counts
    once, one text of two sources twice.
    """
    run = _Run(read_items(results), JOIN_STRICT if strict else JOIN)
    run.join(run.judged())
    run.join(run.reconsidered())
    return run.clusters()


class _Judged(NamedTuple):
    """A pair of item numbers; sorts by score, the highest first."""

    minus: float
    one: int
    other: int
    key: Key
    verdict: Verdict


class _Run:
    """The state of one linking: who is with whom, and why."""

    def __init__(self, corpus: Corpus, needed: float) -> None:
        self.items = corpus.items
        self.needed = needed
        self.articles = corpus.articles
        self.pairs = pairs_by_key(corpus.items, corpus.geography)
        self.home = list(range(len(self.items)))
        self.members: dict[int, list[int]] = {n: [n] for n in self.home}
        self.homes: dict[str, set[int]] = {}  # article to its clusters of several articles
        self.why: dict[int, str] = {}
        self.left: list[_Judged] = []
        self.judge = Judge(Scenes(corpus.geography), self._likeness, self._companions)

    @cached_property
    def _vectors(self) -> Likeness:
        return Likeness(list({result.article.id: result for result in self.articles}.values()))

    def _likeness(self, one: str, other: str) -> float:
        return self._vectors(one, other)

    def _companions(self, one: str, other: str) -> int:
        return len(self.homes.get(one, set()) & self.homes.get(other, set()))

    def judged(self) -> list[_Judged]:
        """Every candidate pair with the evidence on it; hopeless ones left out."""
        found = []
        for one, other, key in self.pairs:
            verdict = self.judge.verdict(self.items[one], self.items[other])
            if verdict.score + MOST_CONTEXT >= NEAR_MISS or verdict.near_miss:
                found.append(_Judged(-verdict.score, one, other, key, verdict))
        return found

    def reconsidered(self) -> list[_Judged]:
        """What was kept apart, with what is known of the articles by now."""
        for home, numbers in self.members.items():
            articles = {self.items[number].member.article_id for number in numbers}
            if len(articles) > 1:
                for article in articles:
                    self.homes.setdefault(article, set()).add(home)
        found = []
        for pair in self.left:
            one, other = self.items[pair.one], self.items[pair.other]
            verdict = self.judge.reconsidered(one, other, pair.verdict)
            found.append(pair._replace(minus=-verdict.score, verdict=verdict))
        return found

    def join(self, judged: list[_Judged]) -> None:
        """Joins the pairs that agree, the surest first."""
        self.left = []
        for pair in sorted(judged, key=lambda pair: pair[:3]):
            if self.home[pair.one] == self.home[pair.other]:
                continue
            agree = -pair.minus > self.needed and not self._two(pair.one, pair.other)
            if agree and not self._clash(pair.one, pair.other):
                against = pair.verdict.objections
                why = f"found by {key_in_words(pair.key)}: {pair.verdict.reasons}"
                self._unite(
                    pair.one, pair.other, f"{why} (against it: {against})" if against else why
                )
            else:
                self.left.append(pair)

    def _clash(self, one: int, other: int) -> bool:
        pairs = (
            (a, b) for a in self.members[self.home[one]] for b in self.members[self.home[other]]
        )
        return any(
            self.judge.clash(self.items[a], self.items[b])
            for (a, b), _ in zip(pairs, range(CROSS), strict=False)
        )

    def _two(self, one: int, other: int) -> bool:
        """Whether the reports on either side agree on a number of dead, which is not the other's,
        and tell of another day, weapon or target: two attacks in one town."""
        sides = [[self.items[n] for n in self.members[self.home[at]][:SIDE]] for at in (one, other)]
        dead = [_agreed(item.counts.get("killed", ()) for item in side) for side in sides]
        if None in dead or dead[0] == dead[1]:
            return False
        told = [
            [{value for item in side for value in what(item)} for side in sides]
            for what in (_days, attrgetter("ways"), attrgetter("targets"))
        ]
        return any(mine and theirs and mine.isdisjoint(theirs) for mine, theirs in told)

    def _unite(self, one: int, other: int, why: str) -> None:
        homes = (self.home[one], self.home[other])
        keep, gone = sorted(homes, key=lambda home: (-len(self.members[home]), home))
        for number in self.members[gone]:
            self.home[number] = keep
        self.members[keep] += self.members.pop(gone)
        for number in (one, other):
            self.why.setdefault(number, why)

    def clusters(self) -> tuple[EventCluster, ...]:
        """A ledger for each group, in the order in which one reads them, source by source; members
        are sorted as items are."""
        groups = sorted(
            (sorted(numbers) for numbers in self.members.values()),
            key=lambda numbers: min((self.items[n].place_in_source, n) for n in numbers),
        )
        homes: dict[tuple[str, str], set[int]] = {}
        for number, item in enumerate(self.items):
            homes.setdefault(item.words_of, set()).add(self.home[number])
        found = []
        for group in groups:
            items = [self.items[number] for number in group]
            why = [(self.items[n].member, self.why[n]) for n in group[1:] if n in self.why]
            parted = any(len(homes[item.words_of]) > 1 for item in items)
            near = self.kept_apart(group)
            found.append(cluster_of(items, why, near, self.judge.scenes, parted=parted))
        return tuple(found)

    @cached_property
    def _near(self) -> dict[int, list[tuple[int, Verdict]]]:
        near: dict[int, list[tuple[int, Verdict]]] = {}
        for pair in sorted(self.left, key=lambda pair: pair[1:3]):
            if pair.verdict.near_miss and self.home[pair.one] != self.home[pair.other]:
                near.setdefault(pair.one, []).append((pair.other, pair.verdict))
                near.setdefault(pair.other, []).append((pair.one, pair.verdict))
        return near

    def kept_apart(self, group: Sequence[int]) -> tuple[tuple[Member, str], ...]:
        """Near misses of a cluster: the other's member, and what spoke against it."""
        found: dict[Member, str] = {}
        for number in group:
            for other, verdict in self._near.get(number, ()):
                text = f"{verdict.objections or 'too little in common'} (for it: {verdict.reasons})"
                found.setdefault(self.items[other].member, text)
        ordered = sorted(found.items(), key=lambda row: (row[0].article_id, row[0].event_id))
        return tuple(ordered)


def _agreed(counts: Iterable[Collection[int]]) -> int | None:
    """The number that most of several reports tell, or None where no two agree."""
    told = Counter(number for numbers in counts for number in numbers)
    number, times = max(told.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return number if times > 1 else None


def _days(item: Item) -> Collection[dt.date]:
    return (item.first,) if item.daily and item.first is not None else ()
