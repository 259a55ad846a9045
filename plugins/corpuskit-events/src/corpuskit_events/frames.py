"""Frames: what one sentence tells of one trigger, before mentions of one event are put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

import attrs

from corpuskit import (
    Argument,
    Casualty,
    EventType,
    Interval,
    Modality,
    Quotation,
    Span,
)
from corpuskit.scan import Entry, Hit, Lexicon, Sentence, trie_pattern, within
from corpuskit_events.dating import Dated, date_of
from corpuskit_events.page import Page
from corpuskit_events.rules import modality_before, place_mentions, roles_of
from corpuskit_events.rules.roles import Party

__all__ = ["Frame", "frames_in", "parties_in", "scenes_in"]

LETHAL = frozenset(["ASSAULT"])
Stretch = tuple[int, int]
MOST = 24  # triggers of one sentence that are read; more are a list, or no prose
_DETERMINER = re.compile(
    r"(?:\b(?:the|a|an|this|that|these|those|his|her|its|their|of|in|another|no|any|two|three|"
    r"several|many|recent|deadly|armed|suicide|terrorist|terror)|'s)\s$"
)
_DEFINITE = re.compile(r"(?:\b(?:the|this|that|these|those)|'s)\s(?:\w+\s){0,2}$")
_POINTS_BACK = re.compile(r"(?:the|these|those)\s(?:casualties|deaths|losses|killings|victims)\b")
_OF = re.compile(r"\s(?:on|against|of|by|in|with)\s")
_ADJUNCT = re.compile(r"\s(?:[a-z-]+\s)?")
_NO_VERB_BEFORE = re.compile(r"\b(?:to)\s$")
_COMPOUND = re.compile(
    r"\s(?:helicopters?|warrants?|squads?|rifles?|dogs?|threats?|victims?|suspects?|scenes?|"
    r"shelters?|rooms?|houses?|desks?|officials?|minister|ministry|department|movement)\b"
)


@attrs.frozen(kw_only=True)
class Frame:
    """One trigger with what its sentence says of it; fields as `corpuskit.Event`.

    Attributes:
        word: the class of the trigger word ("kill").
        definite: the trigger points back ("the attack", "Saturday's attack").
        rule: dotted id for the provenance.
    """

    sentence: Sentence
    trigger: Span
    type: EventType
    word: str
    definite: bool = False
    modality: Modality = "asserted"
    dated: Dated | None = None
    places: tuple[Argument, ...] = ()
    actor: Argument | None = None
    recipient: Argument | None = None
    casualties: tuple[Casualty, ...] = ()
    quotation: Quotation | None = None
    rule: str = ""

    @property
    def date(self) -> Interval | None:
        """The interval, or None."""
        return self.dated.interval if self.dated else None


def frames_in(page: Page, sentence: Sentence, hits: Sequence[Hit]) -> list[Frame]:
    """The frames of one sentence, in text order; verbs of saying only vie for dates."""
    if sentence.zone in ("timestamp", "byline", "dateline"):
        return []
    folded = page.scan.folded
    senses = [(hit, _sense(folded, sentence, hit)) for hit in hits if not page.dated(hit)]
    if all(entry is None or entry["type"] == "STATEMENT" for _, entry in senses):
        return []
    verbs, sayings = _verbs(senses)
    scenes = scenes_in(page, sentence)
    at = {place.span.start for scene in scenes for place in scene}
    parties = [party for party in parties_in(page, sentence) if party.start not in at]
    casualties = tuple(page.casualties_in(sentence.start, sentence.end))[:MOST]
    frames = []
    for hit, entry in senses:
        if entry is None or entry["type"] == "STATEMENT" or page.quoted(hit.start):
            continue
        type_ = cast(EventType, entry["type"])
        trigger = (hit.start, hit.end)
        form = entry["form"]
        definite = form == "noun" and _definite(folded, sentence, hit.start)
        side = "definite" if definite and _at_side(folded, sentence, hit.start) else form
        dated = date_of(page, sentence, trigger, side, verbs, sayings)
        if sentence.zone == "caption" and dated is None:
            continue
        adjunct = _adjunct(page, sentence, hit.start) if form == "noun" else ()
        roles = roles_of(folded, (sentence.start, sentence.end), trigger, form, parties)
        modality = modality_before(folded, sentence.start, hit.start)
        frames.append(
            Frame(
                sentence=sentence,
                trigger=Span(*trigger),
                type=type_,
                word=entry["class"],
                definite=definite,
                modality=modality,
                dated=dated,
                places=adjunct or _nearest_scene(scenes, hit.start),
                actor=_argument(roles.actor),
                recipient=_argument(roles.recipient),
                casualties=casualties if type_ in LETHAL and modality == "asserted" else (),
                rule=f"events.trigger.{type_.lower()}",
            )
        )
    return frames


def _verbs(senses: Sequence[tuple[Hit, Entry | None]]) -> tuple[list[Stretch], list[Stretch]]:
    """Verbs of the past that can claim a date: of deeds, and of saying."""
    deeds, sayings = [], []
    for hit, entry in senses:
        if entry is None:
            continue
        if entry["type"] == "STATEMENT":
            if entry["form"] in ("ed", "s"):
                sayings.append((hit.start, hit.end))
        elif entry["form"] == "ed":
            deeds.append((hit.start, hit.end))
    return deeds, sayings


def _sense(folded: str, sentence: Sentence, hit: Hit) -> Entry | None:
    """The row that fits: a noun after a determiner or before "on", else a verb, or None."""
    nouns = [e for e in hit.entries if e["part"] == "noun"]
    verbs = [e for e in hit.entries if e["part"] == "verb"]
    if not verbs:
        return None if _COMPOUND.match(folded, hit.end, sentence.end) else nouns[0]
    before = folded[max(sentence.start, hit.start - 14) : hit.start]
    as_noun = _DETERMINER.search(before) is not None
    if nouns and (as_noun or _OF.match(folded, hit.end)) and not _NO_VERB_BEFORE.search(before):
        return None if _COMPOUND.match(folded, hit.end, sentence.end) else nouns[0]
    if as_noun and verbs[0]["form"] != "ing":
        return None  # "the accused", "the martyrs": no event of its own
    return verbs[0]


def _at_side(folded: str, sentence: Sentence, start: int) -> bool:
    """Whether the noun itself is definite, and so takes a date only at its side."""
    return _DEFINITE.search(folded[max(sentence.start, start - 40) : start]) is not None


def _definite(folded: str, sentence: Sentence, start: int) -> bool:
    if _POINTS_BACK.match(folded, sentence.start, start):
        return True  # "The casualties occurred during an assault on …"
    return _at_side(folded, sentence, start)


def _argument(party: Party | None) -> Argument | None:
    if party is None:
        return None
    return Argument(party.name, Span(party.start, party.end), party.entity_id)


@cache
def _actor_nouns() -> re.Pattern[str]:
    words = Lexicon.from_package("corpuskit_events", "actors.tsv")
    return re.compile(rf"\b{trie_pattern(words)}\b")


def parties_in(page: Page, sentence: Sentence) -> list[Party]:
    """Entities and nouns of people and powers in one sentence, in text order, none overlapping."""
    known = page.parties.get(sentence)
    if known is None:
        known = page.parties[sentence] = _parties_in(page, sentence)
    return known


def _parties_in(page: Page, sentence: Sentence) -> list[Party]:
    found = [
        Party(mention.start, mention.end, entity.name, entity.id)
        for mention, entity in page.mentions_in(sentence.start, sentence.end)
    ]
    folded = page.scan.folded
    for match in _actor_nouns().finditer(folded, sentence.start, sentence.end):
        found.append(Party(match.start(), match.end(), page.raw[match.start() : match.end()], None))
    found.sort(key=lambda p: (p.start, -p.end, p.entity_id is None))
    apart: list[Party] = []
    for party in found:
        if not apart or party.start >= apart[-1].end:
            apart.append(party)
    return apart


Scene = tuple[Argument, ...]


def scenes_in(page: Page, sentence: Sentence) -> list[Scene]:
    """Place chains of one sentence, smallest first as told."""
    known = page.scenes.get(sentence)
    if known is None:
        known = page.scenes[sentence] = _scenes_in(page, sentence)
    return known


def _scenes_in(page: Page, sentence: Sentence) -> list[Scene]:
    names = within(page.scan.names, sentence.start, sentence.end)
    chains: list[list[Argument]] = []
    for start, end, rule in place_mentions(page.scan.folded, sentence.start, sentence.end, names):
        entity = page.entity_at(start, end)
        if entity is not None and entity.kind in ("person", "organisation", "group"):
            continue
        name = entity.name if entity is not None and entity.kind == "place" else page.raw[start:end]
        argument = Argument(name, Span(start, end), entity.id if entity is not None else None)
        if rule == "events.place.chain" and chains:
            chains[-1].append(argument)
        elif chains and _owned(page, chains[-1][-1].span.end, start):
            chains[-1].insert(0, argument)
        else:
            chains.append([argument])
    return [tuple(chain) for chain in chains]


def _owned(page: Page, owner: int, start: int) -> bool:
    """Whether a larger place owns a smaller: "in Orland's eastern city of Karn"."""
    gap = page.scan.folded[owner:start]
    return gap.startswith("'s ") and len(gap) < 40 and gap.count(" ") < 6


def _adjunct(page: Page, sentence: Sentence, noun: int) -> Scene:
    """A place right before a noun: "the Karn attack", "the Karn peace agreement"."""
    found = page.mentions_in(max(sentence.start, noun - 40), noun)
    if not found:
        return ()
    span, entity = found[-1]
    if entity.kind != "place" or not _ADJUNCT.fullmatch(page.scan.folded, span.end, noun):
        return ()
    return (Argument(entity.name, span, entity.id),)


def _nearest_scene(scenes: Sequence[Scene], trigger: int) -> Scene:
    """The chain nearest to the trigger; one after it is preferred."""
    if not scenes:
        return ()
    return min(
        scenes,
        key=lambda s: (
            s[0].span.start - trigger
            if s[0].span.start > trigger
            else 3 * (trigger - s[0].span.start)
        ),
    )
