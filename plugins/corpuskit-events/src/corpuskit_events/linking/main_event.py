"""Main event: what an article is about, and whether two articles are about two things."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit import Result
from corpuskit_events.linking.items import Item, read_items
from corpuskit_events.linking.scenes import APART, Scenes

__all__ = ["MainEvents"]

NEAR = 1  # days between two tellings of one day
HARM = "ASSAULT"


class MainEvents:
    """The main deed of each article that has one with a day and a place."""

    def __init__(self, results: Sequence[Result]) -> None:
        corpus = read_items(results)
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
        unless the tolls differ too."""
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
