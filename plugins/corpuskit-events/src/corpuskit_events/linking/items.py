"""Items: events of all articles with what comparing needs, read once."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

import attrs

from corpuskit import Argument, DateMention, Entity, Event, Member, Result
from corpuskit.scan import Lexicon, fold, number_value
from corpuskit_entities import NameIndex
from corpuskit_entities.across.normal import normal_name
from corpuskit_entities.places.gazetteer import demonyms
from corpuskit_events.cue import cue
from corpuskit_events.geography import Geography
from corpuskit_events.linking.losses import UNKNOWN, Loss, losses_of
from corpuskit_events.linking.targets import targets_of
from corpuskit_events.linking.utterance import quote_texts
from corpuskit_events.rules import chained, told_level
from corpuskit_events.rules.cues import noun_of
from corpuskit_events.words import event_words, ways_of

__all__ = ["Corpus", "Item", "read_items"]

WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
REPRINT = 7  # days within which a text is printed again
UTTERANCES = frozenset(["STATEMENT"])
_COUNT = re.compile(r"\s(\d[\d,]*|[A-Za-z]+)\s(?:[A-Za-z]+\s)?$")
_GENERIC = re.compile(r"[^A-Z]*")
_NEAR = re.compile(  # "Karn, 12 km north of Besk", "Karn, near the town of Besk"
    r",?\s(?:\S+\s(?:km|kms|kilomet(?:er|re)s|miles)\s)?(?:from|near|outside|close\sto|[a-z]+\sof)\s"
    r"(?:the\s[a-z]+\sof\s)?([A-Z][\w'\u2019-]*(?:\s[A-Z][\w'\u2019-]*){0,2})"
)
_OF_PEOPLE = ("ASSAULT", "COERCE", "PROTEST", "STATEMENT", "YIELD")  # others are states' deeds
_STATE = "security_forces"  # what counts of victims call the side "state"


@attrs.frozen(slots=False, eq=False)
class Item:
    """One event of one article.

    Attributes:
        result, event: where it comes from.
        member: how a cluster names it.
        places: group names of the scenes, smallest first.
        level: of the smallest, as the text tells it ("the town of"), or None.
        parties: group names of actor and recipient, proper names only.
        states: states that they are, or whose they are ("Kenya's army"), of deeds of states.
        acting: those of them that the actor is of.
        actor: group name of the actor, or None.
        side: the actor's, as victims' roles are told, or None.
        losses: what was lost, a verb at a time.
        counts: kind to the single numbers of the losses.
        parts: (kind, count) of the parts ("two officers").
        victims: victims' nouns.
        crowd: the noun of those who protest, if it tells who they are ("farmers"), or None.
        single: nouns of those who were killed alone, if they tell who it was ("teacher").
        number: how many were arrested or the like, or None.
        suffers: group name of the person to whom it was done, or who gave up, or None.
        roles: their roles, the unknown left out.
        words: classes of the triggers.
        ways, targets: how it was done, and to what kind of thing, as far as they tell.
        phrase: the trigger's text if it has several words, else "".
        weekday: ISO number where only that is known.
    """

    result: Result
    event: Event
    member: Member
    places: tuple[str, ...]
    level: int | None
    parties: frozenset[str]
    states: frozenset[str]
    acting: frozenset[str]
    actor: str | None
    side: str | None
    losses: tuple[Loss, ...]
    counts: Mapping[str, frozenset[int]]
    parts: frozenset[tuple[str, int]]
    victims: frozenset[str]
    crowd: str | None
    single: frozenset[str]
    number: int | None
    suffers: str | None
    roles: frozenset[str]
    words: frozenset[str]
    ways: frozenset[str]
    targets: frozenset[str]
    phrase: str
    weekday: int | None

    @property
    def origin(self) -> tuple[str, ...]:
        """What tells it from its copies in other sources."""
        return self.member.event_id, *_origin(self.result)

    @property
    def words_of(self) -> tuple[str, str]:
        """The same for the same event in the same text, whoever prints it."""
        return self.member.article_id, self.member.event_id

    @property
    def place_in_source(self) -> tuple[str, int]:
        """Where one reads it."""
        return self.result.article.source.id, self.event.trigger_span.start

    def copy_of(self, other: Item) -> bool:
        """Whether it is the same in another source, printed within a week of the other."""
        if self.words_of != other.words_of:
            return False
        if self.first is None or other.first is None:
            return True
        return abs((self.first - other.first).days) <= REPRINT

    @cached_property
    def first(self) -> dt.date | None:
        """First day of the event's date."""
        return self.event.date.start if self.event.date is not None else None

    @cached_property
    def last(self) -> dt.date | None:
        """Last day of the event's date."""
        if self.event.date is None:
            return None
        return self.event.date.end or self.event.date.start

    @cached_property
    def daily(self) -> bool:
        """Whether the date is a day."""
        return self.first is not None and self.first == self.last

    @property
    def utterance(self) -> bool:
        """Whether the event is a saying, of whatever type."""
        return self.event.quotation is not None or self.event.type in UTTERANCES

    @cached_property
    def told(self) -> dt.date | None:
        """The event's day, or that of the report."""
        published = self.result.article.published
        return self.first or (published.date if published is not None else None)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Of the losses."""
        return frozenset(loss.kind for loss in self.losses)

    @cached_property
    def quotes(self) -> tuple[str, ...]:
        """The words of an utterance."""
        return quote_texts(self.result, self.event)

    @cached_property
    def tellable(self) -> bool:
        """Whether it is told as a fact, so that another article can tell the same."""
        return self.event.modality in ("asserted", "alleged") and self.event.polarity == "positive"


@attrs.frozen
class Corpus:
    """All items, sorted, with the names and places of all documents.

    Attributes:
        articles: the results, sorted, each article of each source once.
    """

    articles: Sequence[Result]
    items: tuple[Item, ...]
    geography: Geography


def _each_once(results: Iterable[Result]) -> list[Result]:
    """Sorted, each article of each source once: one text of two sources are two articles."""
    return [result for _, result in sorted({_origin(r): r for r in results}.items())]


def _origin(result: Result) -> tuple[str, ...]:
    """What tells one article from another, its id first: an id is a hash of the text."""
    source = result.article.source
    told = (source.published, source.url, source.publisher, source.captured, source.language)
    return result.article.id, source.id, *(str(value or "") for value in told)


def read_items(results: Iterable[Result]) -> Corpus:
    """Items of all results that have events, in no order that depends on that of `results`."""
    articles = _each_once(results)
    with_events = [result for result in articles if Event in result]
    names = _name_index(with_events)
    items = [_item(result, event, names) for result in with_events for event in result.events]
    items.sort(key=lambda item: item.words_of)  # stays in the order of sources
    places = Geography(_told_within(items, names), _told_levels(items, names))
    return Corpus(articles, tuple(items), places)


def _name_index(results: Sequence[Result]) -> NameIndex:
    """Of the entities that take part in events; others would only cost."""
    used: list[Entity | tuple[str, str]] = []
    for result in results:
        used += [(place.name, "place") for event in result.events for place in event.places]
        if Entity not in result:
            continue
        ids = {
            a.entity_id
            for event in result.events
            for a in (event.actor, event.recipient)
            if a is not None and a.entity_id is not None
        }
        used += [entity for entity in result.entities if entity.id in ids]
    return NameIndex(used)


def _told_within(items: Iterable[Item], names: NameIndex) -> Iterable[tuple[str, str]]:
    """Place chains that the text itself tells: neighbours in one event's chain."""
    for item in items:
        raw = item.result.article.source.raw
        for one, other in itertools.pairwise(item.event.places):
            gap = raw[one.span.end : max(one.span.end, other.span.start)]
            if 0 < len(gap) <= 40 and chained(fold(gap)):
                yield names.canonical(one.name, "place"), names.canonical(other.name, "place")
        for place in item.event.places:
            if near := _NEAR.match(raw, place.span.end):
                yield names.canonical(place.name, "place"), names.canonical(near.group(1), "place")


def _told_levels(items: Iterable[Item], names: NameIndex) -> Iterable[tuple[str, int]]:
    for item in items:
        raw = item.result.article.source.raw
        for place in item.event.places:
            level = told_level(raw, place.span.start, place.span.end)
            if level is not None:
                yield names.canonical(place.name, "place"), level


class _Who(NamedTuple):
    """Who takes part, as an Item has it."""

    parties: frozenset[str]
    states: frozenset[str]
    acting: frozenset[str]
    actor: str | None
    suffers: str | None


def _who(result: Result, event: Event, names: NameIndex) -> _Who:
    kinds = {e.id: e.kind for e in result.entities} if Entity in result else {}
    parties, states, acting = set(), set(), set()
    actor = suffers = None
    for role, argument in (("actor", event.actor), ("recipient", event.recipient)):
        if argument is None:
            continue
        name, kind = argument.name, kinds.get(argument.entity_id or "")
        if kind is not None:
            name = names.canonical(name, kind)
        if event.type not in _OF_PEOPLE:
            states |= (state := _state(name, kind))
            acting |= state if role == "actor" else set()
        noun = noun_of(name) if argument.entity_id is None else name
        if _GENERIC.fullmatch(noun) or name.lower() in _sides() or name.lower() in demonyms():
            continue
        parties.add(name)
        if role == "actor":
            actor = name
        person = " " in name and kind == "person"
        if person and (role == "actor") is (event.type == "YIELD"):
            suffers = name
    return _Who(frozenset(parties), frozenset(states), frozenset(acting), actor, suffers)


def _item(result: Result, event: Event, names: NameIndex) -> Item:
    who = _who(result, event, names)
    losses = losses_of(event, result.article.headline)
    words = frozenset(_words(result, event))
    phrase = fold(result.text(event.trigger_span))
    return Item(
        result=result,
        event=event,
        member=Member(result.article.id, event.id, result.article.source.id),
        places=tuple(dict.fromkeys(names.canonical(p.name, "place") for p in event.places)),
        level=_told_level(result, event),
        parties=who.parties,
        states=who.states,
        acting=who.acting,
        actor=who.actor,
        side=_side(event.actor) if event.actor is not None else None,
        losses=losses,
        counts=_counts(losses),
        parts=frozenset(
            (c.kind, c.best) for c in event.casualties if c.scope == "part" and c.best is not None
        ),
        victims=frozenset(fold(c.who) for c in event.casualties if c.who),
        crowd=_crowd(event),
        single=_single(event),
        number=1 if who.suffers is not None else _number(result, event),
        suffers=who.suffers,
        roles=frozenset(c.role for c in event.casualties if c.role != UNKNOWN),
        words=words,
        ways=ways_of(words, "means"),
        targets=targets_of(result, event),
        phrase=phrase if _is_phrase(phrase) else "",
        weekday=_weekday(result, event),
    )


def _state(name: str, kind: str | None) -> set[str]:
    """The state that a party is, or whose it is: "Kenya", "the Kenyan army", "Orland's army"."""
    normal = normal_name(name, "organisation")
    if normal.country and not set(normal.words) - _sides().keys():
        return {normal.country}
    owner, owned, noun = name.replace("\u2019", "'").partition("'s ")
    if owned and noun_of(noun) in _sides():
        return {owner.lower()}
    return {name.lower()} if kind == "place" else set()


def _number(result: Result, event: Event) -> int | None:
    """What stands before those to whom it was done: "arrested 22 people"."""
    if event.recipient is None:
        return None
    start = event.recipient.span.start
    told = _COUNT.search(result.article.source.raw, max(0, start - 30), start)
    value = None if told is None else number_value(told[1])
    return value if isinstance(value, int) else None


def _crowd(event: Event) -> str | None:
    if event.type != "PROTEST" or event.actor is None or event.actor.entity_id is not None:
        return None
    noun = noun_of(event.actor.name)
    return None if noun in cue("anybody") or noun in cue("crowd") else noun


def _single(event: Event) -> frozenset[str]:
    dead = [c for c in event.casualties if (c.kind, c.scope) == ("killed", "event")]
    if any(c.best != 1 for c in dead):
        return frozenset()
    return frozenset(fold(c.who) for c in dead if c.who) - cue("anybody")


def _counts(losses: Iterable[Loss]) -> dict[str, frozenset[int]]:
    counts: dict[str, frozenset[int]] = {}
    for loss in sorted(losses, key=lambda loss: loss.kind):
        if loss.exact:
            counts[loss.kind] = counts.get(loss.kind, frozenset()) | loss.exact
    return counts


@cache
def _sides() -> Mapping[str, str]:
    actors = Lexicon.from_package("corpuskit_events", "actors.tsv")
    return {
        e.term: _STATE if e["side"] == "state" else e["side"] for e in actors.entries if e["side"]
    }


def _side(actor: Argument) -> str | None:
    """The side of a common noun ("Gunmen", "Orlish troops"), or None for a name."""
    if actor.entity_id is None:
        return _sides().get(noun_of(actor.name).split(" ")[-1])
    *before, noun = actor.name.split() or [""]
    return None if before and not noun.islower() else _sides().get(noun.lower())


def _told_level(result: Result, event: Event) -> int | None:
    if event.place is None:
        return None
    span = event.place.span
    return told_level(result.article.source.raw, span.start, span.end)


def _is_phrase(text: str) -> bool:
    """A noun of several words, exact enough to find its like: "deportation campaign"."""
    return " " in text and any(e["part"] == "noun" for e in event_words().get(text))


def _words(result: Result, event: Event) -> Iterable[str]:
    for span in (event.trigger_span, *event.mentions):
        for entry in event_words().get(" ".join(fold(result.text(span)).split())):
            if entry["type"] == event.type:
                yield entry["class"]


def _weekday(result: Result, event: Event) -> int | None:
    """The day of the week of a date that nothing anchors."""
    if event.date is not None and event.date.start is not None:
        return event.date.start.isoweekday() if event.date.start == event.date.end else None
    if event.date_span is None or DateMention not in result:
        return None
    for mention in result.dates:
        if mention.span == event.date_span and mention.value is not None:
            match = WEEKDAY.fullmatch(mention.value)
            return int(match.group(1)) if match else None
    return None
