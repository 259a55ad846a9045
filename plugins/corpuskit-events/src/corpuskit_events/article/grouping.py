"""Grouping: which frames of one article tell one event."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from corpuskit import Casualty, Interval
from corpuskit_events.article.tolls import can_be_one, counted_anew, of_other_sides, rounded
from corpuskit_events.cue import cue
from corpuskit_events.geography import Geography
from corpuskit_events.sentence.frame import Frame, who_is
from corpuskit_events.words import ways_of

__all__ = ["grouped"]

RECENT = 40  # events of one type that a later mention can belong to
SHOWN = 12  # places and days of one event that are compared
DEEDS_IN_ONE = ("ASSAULT", "AGREE")  # an attack and whom it killed; a deal and its signing
NEAR = 5  # blocks behind a toll in which the wounded are told
TOP = 3  # blocks below a headline in which the story begins
_THE = re.compile(r"\s(?:(?:on|into|at)\s)?the\s((?:[a-z-]+\s?){1,2})")
LINK = 3  # letters of "and", "for"
CAPTIVES = "captives"  # a way of doing it, in `ways.tsv`
MARK = 2  # characters of a dash or dot before an entry of a log
RIGHT_BEHIND = 3  # characters between two sentences
ONE = ("a ", "an ", "another ")  # before a victim who is told for the first time


class _Group:
    """Frames of one event with what all of them together say.

    Attributes:
        titles: a headline alone tells it.
        whom: last names of those to whom it was done.
        entry: the clock time that opens it in a log, or "".
    """

    def __init__(self, frame: Frame, folded: str) -> None:
        self.folded = folded
        self.frames: list[Frame] = []
        self.type, self.sentence = frame.type, frame.sentence
        self.words: set[str] = set()
        self.parties: set[str] = set()
        self.whom: set[str] = set()
        self.places: dict[str, None] = {}
        self.dates: dict[Interval, None] = {}
        self.counts: dict[str, set[int]] = {}
        self.losses: list[Casualty] = []
        self.victims: set[str] = set()
        self.definite = False
        self.unanchored = False
        self.entry = _entry(frame, folded)
        self.titles = True
        self.further = frame.further
        self.clause = frame.clause
        self.total = frame.total
        self.long_ago = frame.dated is not None and frame.dated.long_ago
        self.add(frame)

    def add(self, frame: Frame) -> None:
        self.frames.append(frame)
        self.words.add(frame.word)
        self.titles = self.titles and frame.sentence.zone == "headline"
        if frame.actor is not None:
            self.parties.add(who_is(frame.actor))
        if frame.recipient is not None:
            self.parties.add(who_is(frame.recipient))
            if frame.recipient.entity_id is not None:
                self.whom.add(frame.recipient.name.rpartition(" ")[2])
        for place in frame.places:
            self.places[place.name] = None
        if frame.dated is not None:
            date = frame.dated.interval
            if date is None or date.start is None:
                self.unanchored = True
            else:
                self.dates[date] = None
        self.definite = self.definite or frame.definite
        for casualty in frame.casualties:
            if casualty.scope == "event" and casualty.best is not None:
                self.counts.setdefault(casualty.kind, set()).add(casualty.best)
                self.losses.append(casualty)
                self._add_victim(casualty)

    def _add_victim(self, casualty: Casualty) -> None:
        """Whom the story tells for the first time: "a priest was killed"; a man can be anybody."""
        who = casualty.who
        if who is None or casualty.best != 1 or who.lower() in cue("anybody"):
            return
        if self.folded.startswith(ONE, casualty.span.start):
            self.victims.add(who.lower())

    @property
    def ways(self) -> frozenset[str]:
        """How it was done, as far as its words tell."""
        return ways_of(self.words)

    @property
    def heads(self) -> bool:
        """Whether a headline alone tells it, without place, day and toll."""
        return self.titles and not self.specific and not self.places

    @property
    def specific(self) -> bool:
        """Whether a day or a toll makes it one event and not a habit."""
        return bool(self.counts or self.dates)

    def dated_like(self, dates: Collection[Interval]) -> bool:
        """Whether no two of the dates exclude one another."""
        if not self.dates or not dates:
            return True
        known = list(self.dates)[:SHOWN]
        return all(_agree(one, other) for one in known for other in list(dates)[:SHOWN])

    def clashes(self, other: _Group, places: Geography) -> bool:
        """Whether both name a scene and none of one is, holds or lies in one of the other."""
        if not self.places or not other.places:
            return False
        if not self.places.keys().isdisjoint(other.places):
            return False
        mine, theirs = list(self.places)[:SHOWN], list(other.places)[:SHOWN]
        return all(places.apart(a, b) for a in mine for b in theirs)

    def shares(self, other: _Group) -> bool:
        """Whether a day or a scene is the other's too."""
        if not self.places.keys().isdisjoint(other.places):
            return True
        if not (self.dates and other.dates):
            return False
        days = {date.start for date in self.dates}
        return any(date.start in days for date in other.dates)


def grouped(frames: Iterable[Frame], places: Geography, folded: str) -> list[list[Frame]]:
    """Frames by event, each list in text order; those of one event are of one type and modality.

    Args:
        folded: the text.
    """
    by_kind: dict[tuple[str, str], list[Frame]] = {}
    for frame in frames:
        by_kind.setdefault((frame.type, frame.modality), []).append(frame)
    found: list[list[Frame]] = []
    for alike in by_kind.values():
        found += [alike] if len(alike) == 1 else _events(alike, places, folded)
    return found


def _events(frames: Sequence[Frame], places: Geography, folded: str) -> list[list[Frame]]:
    """Frames of one kind by event. A later mention joins what it fits best."""
    groups: list[_Group] = []
    for unit in _units(frames, folded):
        lead = not unit.titles and bool(groups) and all(group.titles for group in groups)
        fitting = [group for group in groups[-RECENT:] if _fits(group, unit, places, lead=lead)]
        if fitting:
            home = fitting[0]
            if len(fitting) > 1:
                home = max(reversed(fitting), key=lambda group: _closeness(group, unit))
            for frame in unit.frames:
                home.add(frame)
        else:
            groups.append(unit)
    return [group.frames for group in groups]


def _units(frames: Sequence[Frame], folded: str) -> list[_Group]:
    """Frames of one sentence that are one event for sure: an attack and whom it killed."""
    units: list[_Group] = []
    for frame in frames:
        home = None
        for unit in reversed(units):  # in text order: those of one sentence stand together
            if unit.sentence.start != frame.sentence.start:
                break
            if _one_event(unit, frame):
                home = unit
                break
        if home is None:
            units.append(_Group(frame, folded))
        else:
            home.add(frame)
    return units


def _one_event(unit: _Group, frame: Frame) -> bool:
    if frame.type not in DEEDS_IN_ONE and frame.word not in unit.words:
        return unit.frames[-1].trigger.start == frame.joins
    if frame.bars(total=unit.total) or unit.frames[0].bars(total=frame.total):
        return False
    if frame.clause != unit.clause:
        return False
    date = frame.date
    return date is None or date.start is None or unit.dated_like([date])


def _fits(group: _Group, unit: _Group, places: Geography, *, lead: bool) -> bool:
    """Whether a unit is a further mention of a group of its type.

    Args:
        lead: whether it is the first behind the headline.
    """
    if group.total != unit.total or not group.dated_like(unit.dates):
        return False
    if group.long_ago != unit.long_ago and not unit.definite:
        return False
    if unit.further and _elsewhere(group, unit):
        return False
    last = group.frames[-1]
    if last.sentence.start == unit.sentence.start and last.clause != unit.clause:
        return False
    if group.counts and unit.counts:
        shared = group.counts.keys() & unit.counts.keys()
        apart = [kind for kind in shared if unit.counts[kind].isdisjoint(group.counts[kind])]
        if apart:
            known, told = group.losses, unit.losses
            return all(
                rounded(known, told, kind) or (lead and can_be_one(known, told, kind))
                for kind in apart
            ) or _is_second_toll(group, unit)
        if of_other_sides(group.losses, unit.losses):
            return False
        if unit.victims and group.victims and unit.victims.isdisjoint(group.victims):
            return False
        if shared:
            return True
    if (group.unanchored and unit.dates) or (unit.unanchored and group.dates):
        return False  # a day that nothing anchors is some other day
    if group.clashes(unit, places):
        return False
    party = not unit.parties.isdisjoint(group.parties)
    if not group.shares(unit) and _other_stage(group, unit):
        return False
    if _is_another(group, unit):
        return False
    linked = party or not unit.words.isdisjoint(group.words)
    bare = not (unit.specific or unit.places)
    if not unit.places and _same_target(group, unit):
        return True
    if unit.definite and group.words <= cue("punished"):
        return linked  # "executed two; the attack"
    if unit.definite:
        return unit.type == "ASSAULT" or linked or (bare and not unit.parties)
    if _tells_its_toll(group, unit):
        return True
    if lead and (linked or group.shares(unit) or _begins(group, unit)):
        return True
    if group.heads and party and not unit.words.isdisjoint(group.words):
        return True
    return linked and (group.shares(unit) or (bare and group.specific and party))


def _is_another(group: _Group, unit: _Group) -> bool:
    """Whether it was done to somebody else who has a name ("detained Ana Marn", "the detention of
    Rob Dahl"), or is a kidnapping beside what is none ("shot a mayor", "the kidnapping")."""
    if group.entry and unit.entry and group.entry != unit.entry:
        return True  # "08:40 – A drone struck", "17:30 – A patrol was hit"
    if group.type == "COERCE" and unit.whom and group.whom and unit.whom.isdisjoint(group.whom):
        return True
    if not unit.definite or not group.ways or not unit.ways:
        return False
    return CAPTIVES in unit.ways and CAPTIVES not in group.ways


def _entry(frame: Frame, folded: str) -> str:
    """The clock time that opens a sentence as an entry of a log, or ""."""
    dated = frame.dated
    if dated is None or dated.interval is None or dated.interval.precision != "time":
        return ""
    first = dated.span.start
    opens = first <= frame.sentence.start + MARK and folded[first : first + 1].isdigit()
    return folded[first : dated.span.end] if opens else ""


def _begins(group: _Group, unit: _Group) -> bool:
    """Whether the story begins below its headline with the same deed in another word: "Minister
    steps down", "announced his resignation"."""
    return unit.sentence.block - group.frames[-1].sentence.block <= TOP


def _other_stage(group: _Group, unit: _Group) -> bool:
    """Whether one is what a court did and the other what was done before: "jailed", "arrested"."""
    if group.type != "COERCE":
        return False
    court = cue("convict")
    return (group.words <= court) != (unit.words <= court)


def _is_second_toll(group: _Group, unit: _Group) -> bool:
    """Whether a sentence behind only tells what another source counts: "a nurse said ten died"."""
    if unit.dates or unit.unanchored or unit.further or unit.total:
        return False
    if not unit.places.keys() <= group.places.keys():
        return False
    if not unit.definite and any(frame.actor is not None for frame in unit.frames):
        return False
    near = 0 <= unit.sentence.block - group.frames[-1].sentence.block <= 2 or _is_later(unit)
    return near and counted_anew(group.losses, unit.losses, definite=unit.definite)


def _is_later(unit: _Group) -> bool:
    """Whether it is told to be a newer count: "police later said eight were killed"."""
    start, verb = unit.sentence.start, unit.frames[0].trigger.start
    return unit.folded.find(" later ", start, verb) >= 0


def _same_target(group: _Group, unit: _Group) -> bool:
    """Whether what is attacked was told of, close before: "an attack on a post", "stormed the
    post"."""
    if unit.type != "ASSAULT" or unit.sentence.block - group.frames[-1].sentence.block > TOP:
        return False
    targets = [_THE.match(unit.folded, frame.trigger.end) for frame in unit.frames]
    nouns = {noun for t in targets if t is not None for noun in t[1].split() if len(noun) > LINK}
    return bool(nouns) and any(
        not nouns.isdisjoint(_introduced(unit.folded[f.trigger.end : f.sentence.end]))
        for f in group.frames[:SHOWN]
    )


def _introduced(text: str) -> Iterator[str]:
    """The words behind an article that tells of something new: "a police post"."""
    words = text.split()
    for number, word in enumerate(words):
        if word in ("a", "an"):
            yield from (following.rstrip(".,;:") for following in words[number + 1 : number + 4])


def _elsewhere(group: _Group, unit: _Group) -> bool:
    """Whether both name a scene and none is the other's."""
    return bool(group.places and unit.places) and group.places.keys().isdisjoint(unit.places)


def _follows(group: _Group, unit: _Group) -> bool:
    """Whether it is told right behind; or near by, of a place of the group's and of no actor."""
    behind = unit.sentence.block - group.frames[-1].sentence.block
    if not unit.places:
        return 0 <= behind <= 1
    new = unit.dates or unit.unanchored or unit.further or any(f.actor for f in unit.frames)
    return not new and unit.places.keys() <= group.places.keys() and 0 <= behind <= NEAR


def _tells_its_toll(group: _Group, unit: _Group) -> bool:
    """Whether it counts whom a deed hit that was told just before, the wounded behind the dead."""
    if not unit.counts:
        return False
    return _follows(group, unit) if group.counts else _is_first_toll(group, unit)


def _is_first_toll(group: _Group, unit: _Group) -> bool:
    """Whether a sentence right behind a deed without a toll tells only whom it hit: "Gunmen
    attacked a post in Karn. Seven guards were killed"."""
    if not unit.losses or unit.type != "ASSAULT" or unit.sentence.zone != "body":
        return False
    if unit.places or unit.dates or unit.unanchored or unit.further or unit.total:
        return False
    counted = {loss.trigger_span.start for loss in unit.losses}
    if any(f.actor is not None or f.trigger.start not in counted for f in unit.frames):
        return False  # "they also attacked a van, injuring two"
    ways = group.ways, unit.ways
    if all(ways) and ways[0].isdisjoint(ways[1]):
        return False
    return 0 <= unit.sentence.start - group.frames[-1].sentence.end <= RIGHT_BEHIND


def _closeness(group: _Group, unit: _Group) -> int:
    """How much speaks for a group among those that fit; the latest wins a tie."""
    toll = not group.counts.keys().isdisjoint(unit.counts)
    party = not unit.parties.isdisjoint(group.parties)
    near = 4 * toll + 2 * group.shares(unit) + 2 * group.specific + party
    if unit.definite:
        mine, theirs = group.ways, unit.ways
        if mine and theirs:
            near += -6 if mine.isdisjoint(theirs) else 4
    return near - 4 * (group.long_ago or group.clause > 0)  # told in passing


def _agree(one: Interval, other: Interval) -> bool:
    if one.start is None or other.start is None:
        return True
    return one.start <= (other.end or other.start) and other.start <= (one.end or one.start)
