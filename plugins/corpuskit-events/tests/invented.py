"""An invented country's news: events with one to six reports each, and who tells which.

Nothing here is real. The same seed gives the same texts. Reports differ as real ones do: counts in
figures or words, tolls that rise from day to day, places told at one level or another and spelt in
two ways, late reports, background on older attacks, and twins: two attacks of one day with one
toll in two places, some of which bear one name.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

import attrs

from corpuskit import (
    Argument,
    Article,
    Block,
    Casualty,
    Event,
    Interval,
    Published,
    Result,
    Source,
    Span,
    content_id,
)

__all__ = ["Report", "World", "direct_results", "reports"]

WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
ONSETS = "b br d dr f g gr h j k kl l m n p pr r s sh st t tr v z".split()
NUCLEI = "a e i o u ai ou".split()
CODAS = "n r l m s k t nd rk lm".split()
VICTIMS = ("soldiers", "villagers", "police officers", "traders", "farmers", "border guards")
TARGETS = (
    ("a checkpoint", "ambush"), ("a market", "bombing"), ("a school", "raid"),
    ("an army convoy", "ambush"), ("a police station", "suicide bombing"), ("a bus", "shooting"),
    ("a mine", "raid"), ("a bridge post", "rocket attack"), ("a mosque", "bombing"),
    ("a wedding", "shooting"),
)  # fmt: skip
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
COUNTRY = "Orvania"


@attrs.frozen
class Place:
    """A town with its district and province."""

    town: str
    district: str
    province: str


@attrs.frozen
class Happening:
    """One event as it was."""

    id: int
    day: dt.date
    place: Place
    killed: int
    wounded: int
    officers: int
    victims: str
    target: str
    kind: str
    group: str
    official: str


@attrs.frozen
class Report:
    """One article: its text, its date, and which event it tells."""

    event: int
    published: dt.date
    text: str


class World:
    """Names of places, groups and people, made from syllables."""

    def __init__(self, seed: int, size: int) -> None:
        self.random = random.Random(seed)
        self._used: set[str] = set()
        self.provinces = [self.name(2) for _ in range(14)]
        self.towns: list[Place] = []
        for province in self.provinces:
            for _ in range(6):
                district = self.name(3)
                self.towns += [
                    Place(self.name(self.random.choice((2, 3))), district, province)
                    for _ in range(max(4, size // 400))
                ]
        for one, other in zip(self.towns[::40], self.towns[21::40], strict=False):
            if one.province != other.province:  # two towns of one name
                self.towns.append(Place(one.town, other.district, other.province))
        self.groups = [
            f"{self.name(2)} {self.random.choice(('Front', 'Brigade', 'Army'))}" for _ in range(12)
        ]
        self.officials = [f"{self.name(2)} {self.name(3)}" for _ in range(60)]

    def name(self, syllables: int) -> str:
        """A name that was not made before."""
        while True:
            pick = self.random.choice
            made = "".join(pick(ONSETS) + pick(NUCLEI) for _ in range(syllables)) + pick(CODAS)
            if made not in self._used and len(made) > 4:
                self._used.add(made)
                return made.capitalize()

    def happenings(self, count: int, first: dt.date, days: int) -> Iterator[Happening]:
        """Events over `days` days; every eighth has a twin of the same day and toll."""
        pick, number = self.random.choice, 0
        while number < count:
            target, kind = pick(TARGETS)
            one = Happening(
                id=number,
                day=first + dt.timedelta(days=self.random.randrange(days)),
                place=pick(self.towns),
                killed=self.random.choice((1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 11, 12, 14, 17, 20)),
                wounded=self.random.randrange(2, 30),
                officers=self.random.choice((0, 0, 0, 2)),
                victims=pick(VICTIMS),
                target=target,
                kind=kind,
                group=pick(self.groups),
                official=pick(self.officials),
            )
            yield one
            number += 1
            if one.id % 8 == 0 and number < count:
                yield self._twin(one, number)
                number += 1

    def _twin(self, one: Happening, number: int) -> Happening:
        far = [p for p in self.towns if p.province != one.place.province]
        same_name = [p for p in far if p.town == one.place.town]
        place = self.random.choice(same_name or far)
        return attrs.evolve(
            one,
            id=number,
            place=place,
            wounded=one.wounded + 1,
            official=self.random.choice(self.officials),
        )


def variant(name: str) -> str:
    """Another spelling of a name."""
    for plain, other in (("ai", "ay"), ("ou", "oo"), ("k", "kk"), ("l", "ll"), ("t", "tt")):
        if plain in name[1:]:
            return name[0] + name[1:].replace(plain, other, 1)
    return name + "h" if name[-1] in "nrm" else name


def direct_results(count: int, seed: int = 7) -> list[Result]:
    """About `count` results made without a pipeline, for measuring linking alone.

    As many events a day, and a town for as many events, whatever the count.
    """
    days = max(20, count // 30)
    world = World(seed, count)
    found: list[Result] = []
    for happening in world.happenings(count, dt.date(2001, 1, 6), days):
        sources = world.random.choice((1, 1, 2, 2, 3, 3, 4, 5, 6))
        found += [_direct(world, happening, number) for number in range(sources)]
        if len(found) >= count:
            break
    return found[:count]


def _direct(world: World, event: Happening, number: int) -> Result:
    pieces: list[str] = []
    spans: dict[str, Span] = {}

    def put(text: str, name: str = "") -> None:
        start = sum(len(piece) for piece in pieces)
        pieces.append(text)
        if name:
            spans[name] = Span(start, start + len(text))

    put(f"{event.kind.capitalize()} in {COUNTRY}\n\n")
    put(f"{event.killed} {event.victims}", "toll")
    put(" were ")
    put("killed", "trigger")
    put(f" when the {event.group} attacked {event.target} in ")
    put(event.place.town, "town")
    put(", ")
    put(event.place.province, "province")
    put(" province, ")
    put(f"on {event.day.day} {event.day:%B} {event.day.year}", "date")
    put(f", {event.official} said in report {number} by {world.name(3)}.")
    return _result("".join(pieces), event, number, spans)


def _result(raw: str, event: Happening, number: int, spans: dict[str, Span]) -> Result:
    published = event.day + dt.timedelta(days=number % 3)
    source = Source(raw=raw, published=published)
    whole = Span(0, len(raw))
    article = Article(
        source=source,
        span=whole,
        body=(Block(whole),),
        published=Published(published, "caller"),
    )
    toll = Casualty(
        span=spans["toll"],
        kind="killed",
        trigger_span=spans["trigger"],
        low=event.killed,
        best=event.killed,
        high=event.killed,
        who=event.victims,
    )
    places = tuple(
        Argument(name, spans[key])
        for name, key in ((event.place.town, "town"), (event.place.province, "province"))
    )
    told = Event(
        id=content_id(source, spans["trigger"], "ASSAULT"),
        type="ASSAULT",
        trigger_span=spans["trigger"],
        mentions=(spans["trigger"],),
        date=Interval(event.day, event.day, "day"),
        date_span=spans["date"],
        place=places[0],
        places=places,
        casualties=(toll,),
    )
    return Result(article, {Event: (told,), Casualty: (toll,)})


def with_article(noun: str) -> str:
    """A or An."""
    return "An" if noun[0] in "aeiou" else "A"


def reports(count: int, seed: int = 7, *, days: int = 300) -> list[Report]:
    """All reports of `count` events, in the order of publication."""
    world = World(seed, count)
    found = [
        report
        for happening in world.happenings(count, dt.date(2031, 1, 6), days)
        for report in _told(world, happening)
    ]
    return sorted(found, key=lambda r: (r.published, r.text))


def _told(world: World, event: Happening) -> Iterator[Report]:
    sources = world.random.choice((1, 1, 2, 2, 3, 3, 4, 5, 6))
    for source in range(sources):
        late = world.random.random() < 0.1
        lag = world.random.randrange(4, 12) if late else world.random.choice((0, 0, 1, 1, 2))
        published = event.day + dt.timedelta(days=lag)
        rising = lag == 0 and event.killed > 3 and world.random.random() < 0.3
        killed = event.killed - world.random.choice((1, 2)) if rising else event.killed
        yield Report(event.id, published, _text(world, event, published, killed, source, late))


def _number(world: World, value: int) -> str:
    return WORDS[value] if value < len(WORDS) and world.random.random() < 0.6 else str(value)


def _toll(world: World, event: Happening, killed: int) -> str:
    count = _number(world, killed)
    about = world.random.choice(("", "", "", "at least "))
    victims = event.victims if killed > 1 else event.victims.removesuffix("s")
    toll = f"{about}{count} {victims}"
    if event.officers and killed > event.officers:
        toll += f", including {_number(world, event.officers)} women,"
    return toll


def _where(world: World, event: Happening) -> str:
    place = event.place
    town = variant(place.town) if world.random.random() < 0.12 else place.town
    return world.random.choice(
        (
            f"{town}, {place.province} province",
            f"the town of {town} in {place.district} district",
            f"the town of {town} in the province of {place.province}",
            f"{town} in {place.district} district of {place.province} province",
            f"the {place.district} district of {place.province} province"
            if world.random.random() < 0.4
            else f"{town}, {place.province} province",
        )
    )


def _when(world: World, event: Happening, published: dt.date, late: bool) -> str:
    written = f"on {event.day.day} {event.day:%B} {event.day.year}"
    if late:
        return written
    return world.random.choice((f"on {DAYS[event.day.weekday()]}", written))


def _text(
    world: World, event: Happening, published: dt.date, killed: int, source: int, late: bool
) -> str:
    pick = world.random.choice
    toll, where = _toll(world, event, killed), _where(world, event)
    when = _when(world, event, published, late)
    actor = pick((f"fighters of the {event.group}", "gunmen", f"the {event.group}"))
    official = variant(event.official) if world.random.random() < 0.2 else event.official
    were = "were" if killed > 1 else "was"
    lead = pick(
        (
            f"{toll[:1].upper()}{toll[1:]} {were} killed {when} when {actor} attacked "
            f"{event.target} in {where}, officials said.",
            f"{with_article(event.kind)} {event.kind} on {event.target} in {where} killed {toll} "
            f"{when}, officials said.",
            f"{actor[:1].upper()}{actor[1:]} killed {toll} {when} in an attack on {event.target} "
            f"in {where}.",
        )
    ).replace(",,", ",")
    body = [
        f"The {event.kind} wounded {_number(world, event.wounded)} others, "
        f"{official}, a spokesman for the province, said.",
        f"“We heard shots near the {event.target.split()[-1]} for an hour,” said {world.name(2)} "
        f"{world.name(2)}, who lives nearby.",
        f"The {event.group} has fought the government of {COUNTRY} for years.",
        f"Rescuers took the injured to a hospital in {event.place.province}.",
    ]
    world.random.shuffle(body)
    headline = pick(
        (
            f"{event.kind.capitalize()} kills {killed} in {COUNTRY}",
            f"{killed} dead in {event.place.province} {event.kind}",
            f"{event.victims.capitalize()} killed in attack on {event.target}",
        )
    )
    return "\n\n".join([headline, lead, *body[: pick((1, 2, 3))]]) + "\n"
