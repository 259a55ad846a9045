"""Keys: cheap buckets that bring together what may be one event; never all pairs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from corpuskit_events.geography import Geography
from corpuskit_events.linking.items import Item

__all__ = ["Key", "key_in_words", "pairs_by_key"]

HARM = "ASSAULT"
ONCE = (HARM, "COERCE", "YIELD")  # what seldom happens to one person twice
WEEK = 7
BUCKET = 12  # members of a bucket that are compared; beyond, neighbours in order only

Key = tuple[str, ...]
"""How events are found to be compared, then what they share; its day may be the day before."""

_IN_WORDS = {
    "place": "type, time and place",
    "toll": "type, time and toll",
    "party": "type, time and party",
    "parts": "type, toll and its parts",
    "phrase": "what both call it",
    "named": "type and name",
    "spot": "type, place and toll",
    "news": "type, day of the news and toll",
    "suffers": "type and to whom it was done",
    "undated": "type and day of the news",
    "said": "speaker and time",
    "text": "article",
}


def key_in_words(key: Key) -> str:
    """What brought two events together, for people; the points say which time and place."""
    return _IN_WORDS[key[0]]


def pairs_by_key(items: Sequence[Item], places: Geography) -> list[tuple[int, int, Key]]:
    """Pairs of item numbers that share a key, each once with its first key; sorted.

    A key that too many share brings together neighbours only, in the order of toll, place and
    id, so that the number of pairs grows with the number of items. Copies of one text are
    compared with the first of them alone.
    """
    buckets: dict[Key, list[int]] = {}
    first: dict[tuple[str, str], int] = {}
    copies: list[tuple[int, int]] = []
    for number, item in enumerate(items):
        original = first.setdefault(item.words_of, number)
        if original != number and item.copy_of(items[original]):
            copies.append((original, number))
        elif item.tellable:
            for key in sorted(set(_keys(item, places))):
                buckets.setdefault(key, []).append(number)
    found: dict[tuple[int, int], Key] = dict.fromkeys(copies, ("text",))
    for key in sorted(buckets):
        numbers = buckets[key]
        if key[0] == "undated" and all(items[number].first for number in numbers):
            continue  # other keys bring these together
        if len(numbers) > BUCKET:
            numbers = sorted(numbers, key=lambda n: (_detail(items[n]), n))
        for place, one in enumerate(numbers):
            for other in numbers[place + 1 : place + 1 + BUCKET]:
                if items[one].member.article_id != items[other].member.article_id:
                    pair = (min(one, other), max(one, other))
                    found.setdefault(pair, key)
    return [(one, other, key) for (one, other), key in sorted(found.items())]


def _detail(item: Item) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[int, ...]], ...]]:
    return item.places, tuple((kind, tuple(sorted(v))) for kind, v in item.counts.items())


def _keys(item: Item, places: Geography) -> Iterator[Key]:
    if item.utterance and item.actor is not None:
        for when in _when(item) or _news(item):
            yield ("said", when, item.actor)
        quote = item.event.quotation
        if item.told is not None or (quote is not None and quote.mode != "indirect"):
            yield ("said", "any day", item.actor)
        if item.event.type == "STATEMENT":
            return
    kind = item.event.type
    if item.first is None:
        yield from _undated(item, kind)
        return
    for when in _when(item):
        for place in item.places[:3]:
            yield ("place", kind, when, place.lower())
            for larger in sorted(places.above(place)):
                yield ("place", kind, when, larger)
        for sort, values in item.counts.items():
            for count in sorted(values):
                yield ("toll", kind, when, sort, str(count))
        if item.number is not None and item.number > 2:
            yield ("toll", kind, when, str(item.number))
        for party in sorted(item.parties | item.states):
            yield ("party", kind, when, party)
    yield from _undated(item, kind)


def _undated(item: Item, kind: str) -> Iterator[Key]:
    """What can find an event whose day one article does not tell."""
    for sort, values in item.counts.items():
        for count in sorted(values):
            if item.parts:
                for part, size in sorted(item.parts):
                    yield ("parts", kind, sort, str(count), part, str(size))
            for place in item.places[:3]:
                yield ("spot", kind, place.lower(), sort, str(count))
            for day in _news(item):
                yield ("news", kind, day, sort, str(count))
    alike = item.places[:1] if kind == HARM else (*item.places[:1], *item.parties, *item.states)
    for day in _news(item):
        for name in sorted(alike):
            yield ("undated", kind, day, name.lower())
    if item.suffers and kind in ONCE:
        yield ("suffers", kind, item.suffers)
    if len(item.parties) > 1 and kind == "CONSULT":
        yield ("party", kind, *sorted(item.parties))
    if item.phrase:
        yield ("phrase", kind, item.phrase)
    if kind == "AGREE":
        for place in item.places[:2]:
            yield ("named", kind, place.lower())


def _news(item: Item) -> list[str]:
    """The day of the event, or the two that a report means which tells none."""
    if item.told is None:
        return []
    days = [item.told] if item.first else [item.told - dt.timedelta(days=1), item.told]
    return [day.isoformat() for day in days]


def _when(item: Item) -> list[str]:
    """Days, each with the one before, so that neighbours meet; months for longer stretches."""
    first, last = item.first, item.last
    if first is None or last is None:
        return []
    found = []
    length = (last - first).days
    if length <= WEEK:
        found += [(first + dt.timedelta(days=step)).isoformat() for step in range(-1, length + 1)]
    if length > 2:
        found.append(f"{first:%Y-%m}")
        if length > 31:
            found.append(f"{first:%Y}")
    return found
