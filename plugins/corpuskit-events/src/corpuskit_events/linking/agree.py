"""Agree: what speaks for and against two events being one, in points that can be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import attrs

from corpuskit_events.cue import cue
from corpuskit_events.linking.items import Item
from corpuskit_events.linking.losses import Loss, foes
from corpuskit_events.linking.scenes import APART, STRANGERS, Point, Scenes
from corpuskit_events.linking.utterance import wordings

__all__ = ["JOIN", "JOIN_STRICT", "NEAR_MISS", "Judge", "Verdict"]

JOIN, JOIN_STRICT = 3.5, 4.5  # more points than this make one event
HARM = "ASSAULT"
OFTEN = ("COERCE", "CONSULT", "PROTEST", "REQUEST")  # a town sees many on one day
TOGETHER = ("AGREE", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "PROTEST", "STATEMENT")
"""What several do, or one and another report says who; anything else each does for himself."""
NEWS = 14  # days within which a deed without a day is news
COPY = 9.0  # of one text two copies tell one event
MOST_CONTEXT = 4.0  # what the articles as wholes can add
_TWO = ("date", "wording", "quotation")
NEAR_MISS = 1.5  # from here on a pair is worth showing as kept apart


class Verdict(NamedTuple):
    """The evidence on one pair."""

    points: tuple[Point, ...]

    @property
    def score(self) -> float:
        """Sum of the points."""
        return _sum(self.points)

    @property
    def near_miss(self) -> bool:
        """Whether a pair kept apart is worth showing: nearly enough speaks for it, or the day, the
        place or the wording alone speaks against."""
        against = {p.about for p in self.points if p.weight < 0 and p.about != "target"}
        if against == {"place"}:
            return _sum(p for p in self.points if p.weight > 0) > JOIN
        guessed = any(p.about == "news" for p in self.points)
        if against and against <= {"date", "wording"} and not guessed:
            return _sum(p for p in self.points if p.about != "wording") >= 0.0
        return self.score >= NEAR_MISS

    @property
    def reasons(self) -> str:
        """What speaks for it, the heaviest first."""
        return "; ".join(p.says for p in sorted(self.points, key=_heaviest) if p.weight > 0)

    @property
    def objections(self) -> str:
        """What speaks against it, the heaviest first."""
        return "; ".join(p.says for p in sorted(self.points, key=_heaviest) if p.weight < 0)


def _heaviest(point: Point) -> tuple[float, str]:
    return -abs(point.weight), point.says


@attrs.frozen
class Judge:
    """Weighs pairs of items.

    Attributes:
        scenes: compares places.
        likeness: similarity of two articles' rare words, 0 to 1.
        companions: how many other events two articles are known to share.
    """

    scenes: Scenes
    likeness: Callable[[str, str], float]
    companions: Callable[[str, str], int]

    def verdict(self, one: Item, other: Item) -> Verdict:
        """All points on one pair."""
        if other.copy_of(one):
            return Verdict((Point("article", "one text in two sources", COPY),))
        told = one.utterance and other.utterance and one.actor == other.actor is not None
        points = [*self._day(one, other)]
        if _sum(points) > APART:
            points += self._said(one, other) if told else self._done(one, other)
        if _sum(points) + MOST_CONTEXT >= NEAR_MISS:
            points += self._context(one, other)
        return Verdict(tuple(points))

    def reconsidered(self, one: Item, other: Item, verdict: Verdict) -> Verdict:
        """The verdict with what was joined since: another event that the articles share."""
        if any(p.about == "news" or (p.about in _TWO and p.weight < 0) for p in verdict.points):
            return verdict  # two days or two sayings of one affair share much and are two events
        if not self.companions(one.member.article_id, other.member.article_id):
            return verdict
        return Verdict((*verdict.points, Point("article", "the articles share another event", 2.0)))

    def clash(self, one: Item, other: Item) -> bool:
        """Whether the two can't be one event, whoever links them."""
        if other.copy_of(one):
            return False
        against = [*self._day(one, other), *self._place(one, other)]
        return any(point.weight <= APART for point in against)

    def _day(self, one: Item, other: Item) -> Iterator[Point]:
        a, b, c, d = one.first, one.last, other.first, other.last
        if a is None or b is None or c is None or d is None:
            if one.weekday and other.weekday:
                if one.weekday == other.weekday:
                    yield Point("date", "the same day of the week", 0.5)
                else:
                    yield Point("date", "another day of the week", -3.0)
            elif one.event.type != HARM or (one.utterance and other.utterance):
                yield from _news(one, other)
            elif not one.parts & other.parts:
                yield from _undated(one, other)
            return
        if a <= d and c <= b:
            if one.daily and other.daily:
                yield Point("date", f"day {a}", 2.0)
            else:
                yield Point("date", f"{_days(a, b)} and {_days(c, d)} overlap", 1.0)
        elif one.daily and other.daily and abs((a - c).days) == 1:
            yield Point("date", f"day {min(a, c)} or {max(a, c)}", -1.0)
        else:
            yield Point("date", f"{_days(a, b)} is not {_days(c, d)}", APART)

    def _place(self, one: Item, other: Item) -> Iterator[Point]:
        if one.places and other.places:
            point = self.scenes.compare(one, other)
            if point.about == STRANGERS and one.event.type != HARM and one.parties & other.parties:
                point = point._replace(weight=-1.5)  # who is named does one such thing a day
            elif point.weight > 1.0 and one.event.type in OFTEN and not _named(one) & _named(other):
                point = point._replace(weight=1.0)
            yield point._replace(about="place")

    def _done(self, one: Item, other: Item) -> Iterator[Point]:
        yield from self._place(one, other)
        if not (one.places and other.places):
            harm = one.event.type == HARM
            yield Point("place", "a report names no place", -1.5 if harm else -0.5)
        turned = _turned(one, other) or _turned(other, one)
        if not turned:
            yield from _toll(one, other)
        yield from _victims(one, other, turned)
        yield from _person(one, other)
        yield from _parties(one, other)
        if one.ways and other.ways and one.ways.isdisjoint(other.ways):
            ways = " and ".join(sorted({min(one.ways), min(other.ways)}))
            yield Point("word", f"by {ways}", -1.5)
        if one.targets and other.targets and one.targets.isdisjoint(other.targets):
            hit = " and ".join(sorted({min(one.targets), min(other.targets)}))
            yield Point("target", f"{hit} are hit", -2.0)
        if one.words & other.words:
            yield Point("word", f"both say {', '.join(sorted(one.words & other.words))}", 0.5)
        if one.phrase and one.phrase == other.phrase:
            yield Point("word", f"both call it {one.phrase}", 1.5)
        named = one.event.type == "AGREE" and one.places[:1] == other.places[:1] != ()
        if named and (not one.daily or not other.daily):
            yield Point("place", f"both call it by the name of {one.places[0]}", 1.5)

    def _said(self, one: Item, other: Item) -> Iterator[Point]:
        yield Point("actor", f"said by {one.actor}", 1.0)
        yield from _addressed(one, other)
        for point in self._place(one, other):
            yield point if point.weight > 0 else point._replace(weight=point.weight / 3)
        found = list(wordings(one.quotes, other.quotes))
        if any(said.near for said in found):
            yield Point("quotation", "the same utterance in near-equal words", 2.0)
        elif any(said.negated for said in found):
            yield Point("wording", "one says not what the other says", APART)
        elif any(said.shared > 1 for said in found):
            yield Point("wording", "few words in common", -4.0)
        else:
            yield Point("quotation", "other words", APART)

    def _context(self, one: Item, other: Item) -> Iterator[Point]:
        like = self.likeness(one.member.article_id, other.member.article_id)
        if like >= 0.15:
            yield Point("article", "the articles share rare words", 2.0 if like >= 0.3 else 1.0)


def _sum(points: Iterable[Point]) -> float:
    return sum([point.weight for point in points])  # a generator costs twice as much here


def _listed(roles: frozenset[str]) -> str:
    return ", ".join(sorted(roles)).replace("_", " ")


def _days(first: dt.date, last: dt.date) -> str:
    return str(first) if first == last else f"{first} to {last}"


def _days_between(one: Item, other: Item) -> int | None:
    """Between two events, or where no day is told their reports."""
    return abs((one.told - other.told).days) if one.told and other.told else None


def _undated(one: Item, other: Item) -> Iterator[Point]:
    """Harm of which a report tells no day can be any day's near that report, and is most often
    that of the report."""
    apart = _days_between(one, other)
    apart = NEWS if apart is None else apart
    yield Point("date", "a report names no day", -0.5 if apart <= 1 else -1.5)
    if apart > NEWS:
        yield Point("date", f"told of {one.told} and {other.told}", -3.0)


def _news(one: Item, other: Item) -> Iterator[Point]:
    """What is no harm and has no day is most often news of the day before the report; a pact or a
    campaign that has a name is told for years."""
    apart = _days_between(one, other)
    if apart is None:
        return
    named = one.event.type == "AGREE" or (one.phrase and one.phrase == other.phrase)
    if apart <= 1:
        yield Point("news", "told on one day", 1.0)
    elif apart > NEWS and not named:
        yield Point("date", f"told of {one.told} and {other.told}", -3.0)


def _toll(one: Item, other: Item) -> Iterator[Point]:
    alike = False
    for kind in sorted(one.kinds & other.kinds):
        pairs = [
            (mine, theirs)
            for mine in one.losses
            for theirs in other.losses
            if mine.kind == theirs.kind == kind and not mine.of_others(theirs)
        ]
        if pairs:
            point = _numbers(kind, pairs)
            alike = alike or point.weight > 1.0
            yield point
    for _, count in sorted(one.parts & other.parts) if alike else ():
        yield Point("toll", f"{count} of them alike", 1.0)


def _numbers(kind: str, pairs: Sequence[tuple[Loss, Loss]]) -> Point:
    """The best that can be said of the tellings of one kind of loss."""
    pairs = _of_all(pairs)
    shared = [number for mine, theirs in pairs for number in mine.exact & theirs.exact]
    if shared:
        best = max(shared)
        return Point("toll", f"{best} {kind}", 2.0 if best > 2 else 1.5)
    gaps = []
    for mine, theirs in pairs:
        gap = mine.gap(theirs)
        if gap is None:
            told = " and ".join(sorted({mine.in_words, theirs.in_words}))
            return Point("toll", f"{told} {kind} can be one number", 1.0)
        gaps.append(gap)
    low, high = max(gaps, key=lambda gap: gap[0] / gap[1])
    far = high > 3 * max(low, 1) and not any(a.claimed or b.claimed for a, b in pairs)
    return Point("toll", f"{low} or {high} {kind}", -4.0 if far else -0.5)


def _of_all(pairs: Sequence[tuple[Loss, Loss]]) -> Sequence[tuple[Loss, Loss]]:
    """The tellings without those that agree on fewer than either report tells of besides: "has
    risen to 29 after a woman died", "to 23 after a guard died"."""
    most = min(max([0, *(n for pair in pairs for n in pair[side].exact)]) for side in (0, 1))
    kept = [(a, b) for a, b in pairs if not (a.exact & b.exact and max(a.exact & b.exact) < most)]
    return kept or pairs


def _victims(one: Item, other: Item, turned: bool) -> Iterator[Point]:
    """Whose losses are told, and who is told to have done it."""
    if one.roles and other.roles and not one.roles & other.roles:
        told = f"{_listed(one.roles)} are not {_listed(other.roles)}"
        yield Point("victims", told, -4.0 if foes(one.roles, other.roles) else -2.5)
    elif turned:
        yield Point("victims", "who acts in one report suffers in the other", -4.0)
    if one.victims & other.victims:
        yield Point("victims", f"both say {min(one.victims & other.victims)}", 0.5)


def _parties(one: Item, other: Item) -> Iterator[Point]:
    """Who is named in both; a state is its government, and farmers are farmers."""
    shared = sorted(_named(one) & _named(other))
    if shared:
        weight = 1.0 if len(shared) == 1 else 1.5
        yield Point("party", f"both name {', '.join(shared)}", weight)
    elif one.acting & other.acting:
        states = ", ".join(sorted(one.acting & other.acting))
        yield Point("party", f"both tell of the state {states}", 1.0)
    alone = one.event.type not in TOGETHER and one.actor and other.actor
    if alone and one.actor != other.actor and not one.acting & other.acting:
        yield Point("party", f"{one.actor} is not {other.actor}", -2.0)
    if one.crowd and one.crowd == other.crowd:
        yield Point("party", f"both say {one.crowd}", 1.0)


def _addressed(one: Item, other: Item) -> Iterator[Point]:
    """Whom a speaker accuses, asks or threatens; one statement can be made to many."""
    if one.event.type == "STATEMENT":
        return
    mine, theirs = one.parties - {one.actor}, other.parties - {other.actor}
    if mine and theirs and mine.isdisjoint(theirs):
        yield Point("party", f"{min(mine)} is not {min(theirs)}", APART)


def _person(one: Item, other: Item) -> Iterator[Point]:
    """Whether one person was harmed, who seldom is twice; or two were killed alone."""
    if one.suffers and one.suffers == other.suffers:
        shared = one.words & other.words
        if one.event.type == HARM and shared:
            weight = 2.0 if shared.isdisjoint(cue("once")) else 6.0
            yield Point("victims", f"both tell what {one.suffers} suffers", weight)
        elif one.event.type == "YIELD":
            yield Point("victims", f"both tell what {one.suffers} gives up", 1.5)
        elif one.event.type == "COERCE" and not _placed(one, other):
            yield Point("victims", f"both tell what {one.suffers} suffers", 1.5)
    elif one.suffers and other.suffers and one.event.type in ("COERCE", "CONSULT"):
        if one.suffers not in other.parties and other.suffers not in one.parties:
            yield Point("victims", f"{one.suffers} is not {other.suffers}", -4.0)
    elif one.number and other.number and one.event.type == "COERCE":
        if one.number == other.number:
            yield Point("victims", f"done to {one.number}", 2.0 if one.number > 2 else 0.0)
        else:
            low, high = sorted((one.number, other.number))
            yield Point("victims", f"done to {low} or {high}", -3.0 if high > 3 * low else -0.5)
    elif one.single and other.single and not one.single & other.single:
        both = " and ".join(sorted({min(one.single), min(other.single)}))
        yield Point("victims", f"{both} are two", -4.0)


def _named(item: Item) -> frozenset[str]:
    """The parties that tell one deed from others of its type; the police arrest many a day."""
    return item.parties - {item.actor} if item.event.type == "COERCE" else item.parties


def _placed(one: Item, other: Item) -> bool:
    return bool(one.places and other.places)


def _turned(one: Item, other: Item) -> bool:
    """Whether the side that acts in one report is the only one to suffer in the other; armies of
    two countries are of one side each."""
    if one.side in one.roles:
        return False
    return one.side is not None and one.side != other.side and other.roles == {one.side}
