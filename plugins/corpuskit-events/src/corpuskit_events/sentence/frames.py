"""Frames: which triggers of a sentence tell of deeds, and what it tells of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import attrs

from corpuskit import (
    Argument,
    Casualty,
    Modality,
    Span,
)
from corpuskit.scan import Hit
from corpuskit_events.cue import cue, either
from corpuskit_events.page import MOST, Page, Passage
from corpuskit_events.rules import (
    Cues,
    accused_before,
    cues_in,
    doubtful,
    is_fiction,
    is_general,
    modality_before,
    roles_of,
    sense_beside,
    tells_of_another,
    walkout,
)
from corpuskit_events.rules.deed import LOOK, Deed, last_words
from corpuskit_events.rules.subjects import Party
from corpuskit_events.sentence.dating import date_of
from corpuskit_events.sentence.frame import Frame
from corpuskit_events.sentence.parties import parties_in
from corpuskit_events.sentence.reckoning import Dated
from corpuskit_events.sentence.sense import is_superlative, sense_of
from corpuskit_events.sentence.where import (
    Scene,
    adjunct,
    apart,
    moved,
    named_after,
    nearest,
    of_deeds,
    raided,
    scenes_in,
    told_there,
)
from corpuskit_events.words import Sense, senses_of

__all__ = ["frames_in"]

_NO_PROSE = ("timestamp", "byline", "dateline")
LETHAL = frozenset(["ASSAULT"])
Stretch = tuple[int, int]
FREED = 40  # characters before a verb in which its subject is named
GOES_ON = 80  # characters before a form in -ing
NAME = 4  # characters of a name, no pronoun
_PEOPLE = "men"  # as a lexicon knows them
_PASSIVE = re.compile(r"\s(?:[\w']+\s){0,2}(?:be|been)\s")
_GOING_ON = re.compile(r",\s(?:\w+ly\s)?(?:\w+ing\s(?:[\w'-]+\s){1,8}and\s(?:\w+ly\s)?)?$")
_POINTERS = ("'s", "the", "this", "that", "these", "those")
_DEFINITE = re.compile(r"(?:\b(?:the|this|that|these|those)|'s)\s(?:[\w-]+\s){0,2}$")


@attrs.define(eq=False)
class _Setting:
    """What all triggers of one sentence share.

    Attributes:
        told: all triggers of the sentence.
        verbs, sayings: verbs of the past that can claim a date.
        parties: parties that are no scenes.
        lasts: last words of the triggers.
        further: as in `Frame`.
        modal: words of modality.
        taken: where words stand that tell of somebody's arrest.
    """

    told: Sequence[Deed]
    verbs: list[Stretch]
    sayings: list[Stretch]
    scenes: list[Scene]
    parties: list[Party]
    lasts: frozenset[str]
    casualties: tuple[Casualty, ...]
    further: bool
    modal: list[Stretch]
    taken: frozenset[int]


def frames_in(page: Page, passage: Passage) -> list[Frame]:
    """The frames of one sentence, in text order; verbs of saying only vie for dates."""
    zone, days = passage.zone, passage.days
    if zone in _NO_PROSE or (zone == "caption" and days is None):
        return []
    of_deeds = page.deeds
    hits = [hit for hit in passage.hits if hit[0] in of_deeds]
    if not hits:
        return []
    told = _told_in(page, passage, hits if days is None else passage.hits)
    deeds = [deed for deed in told if deed.sense.type != "STATEMENT"]
    if days is not None and len(hits) < len(passage.hits):
        deeds = [deed for deed in deeds if deed.start in of_deeds]
    if not deeds:
        return []
    cues = cues_in(page.folded, passage.start, passage.end)
    if cues.fiction:
        told = [deed for deed in told if not is_fiction(deed)]
        deeds = [deed for deed in deeds if deed in told]
    setting = _setting(page, passage, told, cues)
    frames = [_frame(page, passage, deed, setting) for deed in deeds]
    if passage.days is not None and len(frames) > 1:
        frames = _going_on(frames, deeds)
    if zone == "caption":
        frames = [frame for frame in frames if frame.dated is not None]
    return frames


def _going_on(frames: Sequence[Frame], deeds: Sequence[Deed]) -> list[Frame]:
    """The frames, a form in -ing behind a comma with the day of the deed that it goes on with:
    "raided a house on Sunday, arresting two and freeing a boy"."""
    found = list(frames)
    for number, deed in enumerate(deeds):
        frame, before = found[number], found[number - 1]
        if not number or frame.dated is not None or deed.sense.form != "ing" or not before.of_a_day:
            continue
        begin = max(deed.first, deed.start - GOES_ON)
        if _GOING_ON.search(deed.folded, begin, deed.start):
            found[number] = frame.but(dated=before.dated)
    return found


def _setting(page: Page, passage: Passage, told: Sequence[Deed], cues: Cues) -> _Setting:
    scenes = scenes_in(page, passage)
    parties = parties_in(page, passage, cues)
    start, end, names = passage.start, passage.end, page.names
    casualties = tuple(page.casualties_in(start, end)[:MOST])
    return _Setting(
        told,
        *(([], []) if passage.days is None else _verbs(told)),
        of_deeds(page, start, scenes) if scenes else scenes,
        apart(page, parties, scenes),
        frozenset([senses_of(e[0].term).last for at, _, e in passage.hits if at not in names]),
        casualties,
        bool(cues.another) and tells_of_another(page.folded, start, end),
        cues.modal,
        _taken(told, casualties) if casualties else frozenset(),
    )


def _taken(told: Sequence[Deed], casualties: Sequence[Casualty]) -> frozenset[int]:
    """Where words stand that tell of the arrest of those who are counted."""
    captured = frozenset([c.trigger_span.start for c in casualties if c.kind == "captured"])
    return captured.intersection([deed.start for deed in told if deed.sense.type == "COERCE"])


def _frame(page: Page, passage: Passage, deed: Deed, setting: _Setting) -> Frame:
    folded, first, start, end, sense = deed.folded, deed.first, deed.start, deed.end, deed.sense
    noun, days = sense.form == "noun", passage.days
    at_side = noun and _at_side(deed)
    dated = None
    if days is not None:
        side = "definite" if at_side else sense.form
        verbs, sayings = setting.verbs, setting.sayings
        dated = date_of(page, passage, days, (start, end), side, verbs, sayings)
    widest = dated is not None and noun and _is_superlative(deed) and not dated.of_a_day
    if widest:
        dated = None
    accused = accused_before(deed)
    actor, recipient = roles_of(deed, setting.parties, setting.lasts, accused)
    modality = modality_before(deed, accused, setting.modal, definite=at_side)
    if modality == "asserted" and dated is not None and _is_to_come(page, deed, dated):
        modality = "planned"
    # Before sanctions stands who imposes them.
    places = noun and sense.type != "SANCTION" and adjunct(page, first, start)
    if not places:
        places = nearest(folded, setting.scenes, start) if setting.scenes else ()
        if places and (
            (at_side and _of_another(setting.told, places, deed))
            or told_there(folded, first, places, start)
        ):
            places = ()
    if widest:
        places = ()
    if actor is not None and actor.entity_id is not None:
        town = named_after(page, setting.told, deed, actor)
        if town:
            actor, places = None, places or town
    places = _reached(page, deed, recipient, setting.parties, places)
    return Frame(
        passage.sentence,
        Span(start, end),
        sense.type,
        sense.word,
        at_side or _points_back(deed, actor),
        modality,
        dated,
        places,
        None if actor is None else _argument(page, actor),
        None if recipient is None else _argument(page, recipient),
        setting.casualties and _losses_of(deed, modality, setting),
        None,
        sense.rule,
        setting.further,
        noun=noun,
    )


def _is_to_come(page: Page, deed: Deed, dated: Dated) -> bool:
    """Whether the day lies ahead: "a summit in May", "when he is sentenced on Friday"."""
    published, interval = page.article.published, dated.interval
    if published is None or published.date is None or interval is None or interval.start is None:
        return False
    if interval.start <= published.date or deed.sense.type in LETHAL:
        return False
    return deed.sense.form == "noun" or deed.last[-1:] in (["is"], ["are"])


def _is_superlative(deed: Deed) -> bool:
    """As in "the deadliest attack in Orland this year": a time and a place to compare with."""
    word = deed.last[-1] if deed.last else ""
    return word == "worst" or (word != "latest" and is_superlative(deed.last))


def _losses_of(deed: Deed, modality: Modality, setting: _Setting) -> tuple[Casualty, ...]:
    """The counts that can be a deed's; of what somebody is said to have done, those behind it;
    those arrested are the arrest's: "ten arrested over the attack"."""
    type_, casualties, taken = deed.sense.type, setting.casualties, setting.taken
    if modality not in ("asserted", "alleged"):
        return ()
    if type_ == "COERCE":
        return tuple([c for c in casualties if c.trigger_span.start == deed.start]) if taken else ()
    if type_ not in LETHAL:
        return ()
    if taken:
        casualties = tuple([c for c in casualties if c.trigger_span.start not in taken])
    if modality == "asserted":
        return casualties
    return tuple([c for c in casualties if c.trigger_span.start >= deed.start])


def _reached(
    page: Page, deed: Deed, recipient: Party | None, parties: Sequence[Party], places: Scene
) -> Scene:
    """The places, with the one to which it is done, or to which somebody goes."""
    if recipient is not None and _is_scene(deed.sense):
        return raided(page, recipient, places)
    if deed.sense.type in ("MOBILIZE", "RETREAT"):
        return moved(page, deed, parties) or places
    if deed.sense.type == "AID" and not places:
        return moved(page, deed, parties)
    return places


def _is_scene(sense: Sense) -> bool:
    """Whether a place to which it is done is its scene: "raided Karn", "visited Karn"."""
    return sense.type == "ASSAULT" or sense.word in cue("visited")


def _of_another(told: Sequence[Deed], scene: Scene, noun: Deed) -> bool:
    """Whether a scene before a noun that points back is that of a verb in between, of another type:
    "In Karn, the president condemned the attack"."""
    begin = scene[-1].span.end
    for deed in told:
        if begin <= deed.start < noun.start and deed.sense.form != "noun":
            return deed.sense.type not in ("STATEMENT", noun.sense.type)
    return False


def _verbs(told: Sequence[Deed]) -> tuple[list[Stretch], list[Stretch]]:
    """Verbs of the past that can claim a date: of deeds, and of saying."""
    deeds, sayings = [], []
    for deed in told:
        sense = deed.sense
        if sense.type == "STATEMENT":
            if sense.form in ("ed", "s"):
                sayings.append((deed.start, deed.end))
        elif sense.form == "ed":
            deeds.append((deed.start, deed.end))
    return deeds, sayings


def _told_in(page: Page, passage: Passage, hits: Sequence[Hit]) -> list[Deed]:
    """Those of the triggers that are no part of a date, each with the row that fits."""
    folded, raw = page.folded, page.raw
    first, stop = passage.start, passage.end
    found, doubted, dated, walkouts = [], doubtful(), page.dated, cue("walkout")
    for hit in hits:
        start, end, _ = hit
        if start in dated:
            continue  # "17 March"
        if raw[start].isupper() and page.named(passage.sentence, start, end):
            page.names.add(start)
            continue
        near = start - LOOK if start - LOOK > first else first
        last = last_words(folded, near, start)
        sense = sense_of(folded, first, stop, hit, last)
        if sense is None:
            continue
        if start == first and folded.startswith(":", end):
            continue  # a label, or who speaks: "Lynch: no comment"
        if sense.word in doubted and sense.word in page.undone:
            continue
        deed = Deed(folded, first, stop, near, start, end, sense, last)
        told = None if is_general(deed) else sense_beside(deed) or _of_named(page, deed)
        if told is not None:
            if told.lemma in walkouts and told.type == "ASSAULT" and "walkout" in page.undone:
                told = walkout(told)
            deed.sense = told
            found.append(deed)
    return found


def _of_named(page: Page, deed: Deed) -> Sense | None:
    """The sense of a trigger whose object, or the subject of its passive, is a named person, who is
    read as people are: "freed Ana Marn", "Ana Marn could be freed"."""
    if deed.sense.lemma not in cue("freed"):
        return None
    folded, start, end = deed.folded, deed.start, deed.end
    for mention in page.mentions_in(max(deed.first, start - FREED), end + 2):
        first, stop = mention[0], -mention[1]
        if mention[4].kind != "person" or folded.startswith("'", stop):
            continue
        moved = min(deed.near, first)
        text = f"{folded[moved:first]}{_PEOPLE}{folded[stop : min(stop + LOOK, deed.stop)]}"
        at = start - moved
        if first < start:
            if deed.sense.form != "ed" or not _PASSIVE.fullmatch(folded, stop, start):
                continue
            at += len(_PEOPLE) - (stop - first)
        elif first != end + 1 or stop - first < NAME:
            continue
        last = last_words(text, 0, at)
        return sense_beside(Deed(text, 0, len(text), 0, at, at + end - start, deed.sense, last))
    return None


def _at_side(deed: Deed) -> bool:
    """Whether the noun itself is definite, and so takes a date only at its side."""
    for word in deed.last[-3:]:
        if word.endswith(_POINTERS):
            begin = max(deed.first, deed.start - 40)
            return _DEFINITE.search(deed.folded, begin, deed.start) is not None
    return False


def _points_back(deed: Deed, actor: Party | None) -> bool:
    """ "The casualties occurred during an assault on …"; "the attackers fled into a house"; "his
    resignation takes effect at once"."""
    folded, first, start = deed.folded, deed.first, deed.start
    if deed.sense.form == "noun":
        if _losses().match(folded, first, start) is not None:
            return True
        if deed.sense.type not in LETHAL and not cue("owner").isdisjoint(deed.last[-1:]):
            return True
    if actor is None or actor.entity_id is not None or actor.name.lower() not in cue("doer"):
        return False
    return _DEFINITE.search(folded, max(first, actor.start - 40), actor.start) is not None


@cache
def _losses() -> re.Pattern[str]:
    return re.compile(rf"(?:the|these|those)\s{either('losses')}\b")


def _argument(page: Page, party: Party) -> Argument:
    span = party.span or Span(party.start, party.end)
    name = party.name
    if party.entity_id is None:
        name = " ".join(page.raw[span.start : span.end].split())
    return Argument(name, span, party.entity_id)
