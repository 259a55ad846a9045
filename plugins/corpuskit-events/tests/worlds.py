"""Events of many kinds, each told by one to six articles of one invented country.

What an article says stands in `worlds.tsv`: headlines, leads and sentences of the body, a kind a
block. The words between `[[` and `]]` tell the event. Every fourth event has a twin: one of the
same kind and day, with the same words, in another town and by others. Nothing here is real, and
the same seed gives the same texts.
"""

from __future__ import annotations

import csv
import datetime as dt
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import attrs
from invented import COUNTRY, DAYS, WORDS, Place, World

__all__ = ["Telling", "tellings"]

TEMPLATES = Path(__file__).with_name("worlds.tsv")
CROWDS = ("Farmers", "Students", "Teachers", "Miners", "Nurses", "Traders")
ISSUES = ("fuel prices", "unpaid wages", "a land law", "water cuts", "school fees")
ROLES = ("journalist", "lawyer", "writer", "banker", "mayor")
VICTIMS = ("villagers", "traders", "pupils", "engineers", "farmers")


@attrs.frozen
class Deed:
    """One event as it was.

    Attributes:
        words: what is filled into the templates whoever tells it.
    """

    id: int
    kind: str
    day: dt.date
    place: Place
    words: dict[str, str]


@attrs.frozen
class Telling:
    """One article: its text, its date, the event, and where its words tell that event."""

    deed: Deed
    published: dt.date
    text: str
    marks: tuple[tuple[int, int], ...]


@functools.cache
def _templates() -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    with TEMPLATES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            parts = found.setdefault(row["kind"], {})
            parts[row["part"]] = (*parts.get(row["part"], ()), row["text"])
    return found


def tellings(count: int, seed: int = 11, *, days: int = 90) -> list[Telling]:
    """All articles on `count` events, in the order of publication."""
    world = World(seed, count)
    found = [
        _telling(world, deed)
        for deed in _deeds(world, count, days)
        for _ in range(world.random.choice((1, 2, 2, 3, 4, 6)))
    ]
    return sorted(found, key=lambda one: (one.published, one.text))


def _deeds(world: World, count: int, days: int) -> Iterator[Deed]:
    pick, kinds = world.random.choice, sorted(_templates())
    number = 0
    while number < count:
        day = dt.date(2031, 1, 6) + dt.timedelta(days=world.random.randrange(days))
        one = Deed(number, pick(kinds), day, pick(world.towns), _words(world))
        yield one
        number += 1
        if one.id % 4 == 0 and number < count:
            far = [p for p in world.towns if p.province != one.place.province]
            yield attrs.evolve(one, id=number, place=pick(far), words=_twin(world, one.words))
            number += 1


def _words(world: World) -> dict[str, str]:
    pick = world.random.choice
    crowd, role, count = pick(CROWDS), pick(ROLES), WORDS[pick((3, 4, 5, 7, 9, 11, 12))]
    return {
        "crowd": crowd,
        "lower": crowd.lower(),
        "issue": pick(ISSUES),
        "victims": pick(VICTIMS),
        "n": count,
        "N": count.capitalize(),
        "role": role,
        "Role": role.capitalize(),
        **_people(world),
    }


def _people(world: World) -> dict[str, str]:
    person, official = (f"{world.name(2)} {world.name(2)}" for _ in range(2))
    return {
        "person": person,
        "official": official,
        "group": f"{world.name(3)} {world.random.choice(('Front', 'Movement', 'Union'))}",
    }


def _twin(world: World, words: dict[str, str]) -> dict[str, str]:
    return {**words, **_people(world)}


def _telling(world: World, deed: Deed) -> Telling:
    pick, parts = world.random.choice, _templates()[deed.kind]
    published = deed.day + dt.timedelta(days=pick((0, 0, 1, 1, 2, 5)))
    body = list(parts["body"])
    world.random.shuffle(body)
    chosen = [pick(parts["headline"]), pick(parts["lead"]), *body[: pick((1, 2, 3))]]
    marked = "\n\n".join(chosen).format(**_filled(world, deed, published)) + "\n"
    return Telling(deed, published, *_unmarked(marked))


def _filled(world: World, deed: Deed, published: dt.date) -> dict[str, str]:
    place, pick = deed.place, world.random.choice
    who = "person" if deed.kind == "arrest" else "official"
    written = f"on {deed.day.day} {deed.day:%B} {deed.day.year}"
    weekday = f"on {DAYS[deed.day.weekday()]}"
    return {
        **deed.words,
        "country": COUNTRY,
        "town": place.town,
        "province": place.province,
        "where": pick((f"{place.town}, {place.province} province", place.town)),
        "when": pick((weekday, written)) if (published - deed.day).days < 7 else written,
        "told": f"on {DAYS[published.weekday()]}",
        "surname": deed.words[who].split()[-1],
        "witness": f"{world.name(2)} {world.name(2)}",
    }


def _unmarked(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    text, marks = "", []
    for piece in re.split(r"(\[\[[^\]]*\]\])", marked):
        plain = piece[2:-2] if piece.startswith("[[") else piece
        if plain != piece:
            marks.append((len(text), len(text) + len(plain)))
        text += plain
    return text, tuple(marks)
