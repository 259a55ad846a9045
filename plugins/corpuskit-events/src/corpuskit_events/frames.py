"""Frames: what one sentence tells of one trigger, before mentions of one event are put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from corpuskit import (
    Argument,
    Casualty,
    Entity,
    EventType,
    Interval,
    Modality,
    Quotation,
    Span,
)
from corpuskit.scan import Hit, Lexicon, Sentence, trie_pattern, within
from corpuskit_events.dating import Dated, date_of, days_of
from corpuskit_events.page import Page
from corpuskit_events.rules import (
    DONE_BY_NOBODY,
    modality_before,
    place_mentions,
    roles_of,
    turned_down,
)
from corpuskit_events.rules.subjects import Party
from corpuskit_events.words import Sense, deed_terms, senses_of

__all__ = ["Frame", "Scene", "frames_in", "parties_in", "scenes_in"]

_NO_PROSE = ("timestamp", "byline", "dateline")
LETHAL = frozenset(["ASSAULT"])
Stretch = tuple[int, int]
_PLACE_OF_PARTY = itemgetter(0, 1)
MOST = 24  # triggers of one sentence that are read; more are a list, or no prose
_DETERMINERS = (
    "the a an this that these those his her its their of in another no any two three several "
    "many recent deadly armed suicide terrorist terror".split()
)
_PREFIXES = ("anti-", "counter-", "non-", "post-", "pre-", "pro-", "self-")
_ENDS = ("'s", *_DETERMINERS)
_DETERMINER = re.compile(rf"(?:\b(?:{'|'.join(_DETERMINERS)})|'s)\s$")
_POINTERS = ("'s", "the", "this", "that", "these", "those")
_DEFINITE = re.compile(r"(?:\b(?:the|this|that|these|those)|'s)\s(?:\w+\s){0,2}$")
_POINTS_BACK = re.compile(r"(?:the|these|those)\s(?:casualties|deaths|losses|killings|victims)\b")
_OF = re.compile(r"\s(?:on|against|of|by|in|with)\s")
_ADJUNCT = re.compile(r"\s(?:[a-z-]+\s)?")
_VERBAL = re.compile(
    r"(?:^|\b(?:to|will|would|can|could|may|might|must|should|shall|not|n't|do|did|does|they|we|you|i"
    r"|who|and|or|people|men|women|police|\w+ly|[a-z]*[^s'\s]s))\s$|^$"
)
_NO_VERB_BEFORE = re.compile(r"\b(?:to)\s$")
_NEXT = re.compile(r"\s(\w+)")
# Nouns that make a noun before them a part of their name: "rescue helicopter", "murder suspect".
_COUNTED = (
    "helicopter warrant squad rifle dog threat victim suspect scene shelter room house desk "
    "official seeker coordinator attorney lawyer charge date note plan worker team service crew "
    "boat weapon law rate power center centre camp shield allegation accusation claim firm"
).split()
_HEADS = (
    frozenset(_COUNTED)
    | frozenset(f"{noun}s" for noun in _COUNTED)
    | frozenset(
        "minister ministry department movement agency agencies equipment personnel policy policies "
        "facility facilities police gear company companies business".split()
    )
)


class Frame(NamedTuple):
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
    if sentence.zone in _NO_PROSE:
        return []
    deeds_told = deed_terms()
    for hit in hits:
        if hit.entries[0].term in deeds_told:
            break
    else:
        return []
    senses = _senses_in(page, sentence, hits)
    deeds = [
        (hit, sense)
        for hit, sense in senses
        if sense.type != "STATEMENT" and not page.quoted(hit.start)
    ]
    if not deeds:
        return []
    folded = page.scan.folded
    verbs, sayings = _verbs(senses)
    scenes = scenes_in(page, sentence)
    parties = _apart(parties_in(page, sentence), scenes)
    casualties = tuple(page.casualties_in(sentence.start, sentence.end)[:MOST])
    days = days_of(page, sentence)
    ends = frozenset([_last_word(folded[hit.start : hit.end]) for hit in hits])
    bounds = sentence.start, sentence.end
    frames = []
    for hit, sense in deeds:
        start, end = hit.start, hit.end
        noun = sense.form == "noun"
        at_side = noun and _at_side(folded, sentence, start)
        side = "definite" if at_side else sense.form
        dated = None
        if days is not None:
            dated = date_of(page, sentence, days, (start, end), side, verbs, sayings)
        if sentence.zone == "caption" and dated is None:
            continue
        roles = roles_of(folded, bounds, (start, end), sense.form, parties, sense.word, ends)
        modality = modality_before(folded, sentence.start, start)
        lethal = casualties and sense.type in LETHAL and modality == "asserted"
        frame = Frame(
            sentence=sentence,
            trigger=Span(start, end),
            type=sense.type,
            word=sense.word,
            definite=at_side or (noun and _points_back(folded, sentence, start)),
            modality=modality,
            dated=dated,
            places=(noun and _adjunct(page, sentence, start)) or _nearest_scene(scenes, start),
            actor=_argument(roles.actor),
            recipient=_argument(roles.recipient),
            casualties=casualties if lethal else (),
            rule=sense.rule,
        )
        frames.append(frame)
    return frames


@lru_cache(maxsize=4096)
def _last_word(text: str) -> str:
    return text.rsplit(None, 1)[-1]


def _apart(parties: list[Party], scenes: Sequence[Scene]) -> list[Party]:
    """Parties that are no scenes."""
    at = [place.span for scene in scenes for place in scene]
    if not at:
        return parties
    return [p for p in parties if not any(s.start <= p.start < s.end for s in at)]


def _verbs(senses: Sequence[tuple[Hit, Sense]]) -> tuple[list[Stretch], list[Stretch]]:
    """Verbs of the past that can claim a date: of deeds, and of saying."""
    deeds, sayings = [], []
    for hit, sense in senses:
        if sense.type == "STATEMENT":
            if sense.form in ("ed", "s"):
                sayings.append((hit.start, hit.end))
        elif sense.form == "ed":
            deeds.append((hit.start, hit.end))
    return deeds, sayings


def _senses_in(page: Page, sentence: Sentence, hits: Sequence[Hit]) -> list[tuple[Hit, Sense]]:
    """The triggers that are no part of a date, each with the row that fits."""
    folded = page.scan.folded
    bounds = sentence.start, sentence.end
    found = []
    for hit in page.undated(sentence, hits):
        sense = _sense(folded, sentence, hit)
        if sense is None or page.named(sentence, hit.start):
            continue
        if sense.word in DONE_BY_NOBODY and page.accident:
            continue
        if turned_down(folded, bounds, (hit.start, hit.end), sense.word):
            continue
        found.append((hit, sense))
    return found


def _sense(folded: str, sentence: Sentence, hit: Hit) -> Sense | None:
    """The row that fits: a noun after a determiner or before "on", else a verb, or None."""
    if folded.startswith("-", hit.end) or folded.endswith(_PREFIXES, sentence.start, hit.start):
        return None  # "anti-piracy", "arrest-related"
    noun, verb, *_ = senses_of(hit.entries[0].term)
    if verb is None:
        return None if _compound(folded, hit.end, sentence.end) else noun
    before = folded[max(sentence.start, hit.start - 14) : hit.start]
    last = (before.rsplit(None, 1) or ("",))[-1]  # tells most at once
    as_noun = _may_determine(last) and _DETERMINER.search(before) is not None
    if (
        noun
        and (as_noun or _OF.match(folded, hit.end))
        and not (last.endswith("to") and _NO_VERB_BEFORE.search(before))
    ):
        return None if _compound(folded, hit.end, sentence.end) else noun
    if as_noun and verb.form != "ing":
        return None  # "the accused", "the martyrs": no event of its own
    if noun and verb.form == "base" and not _VERBAL.search(before):
        return noun  # "a gang attack"
    if verb.form != "ed" and _compound(folded, hit.end, sentence.end):
        return None  # "food and rescue equipment", "the arresting agency"
    return verb


@lru_cache(maxsize=4096)
def _may_determine(word: str) -> bool:
    return word.endswith(_ENDS)


def _compound(folded: str, start: int, end: int) -> bool:
    """Whether the next word is a head that the word before only describes."""
    match = _NEXT.match(folded, start, end)
    return match is not None and match[1] in _HEADS


def _at_side(folded: str, sentence: Sentence, start: int) -> bool:
    """Whether the noun itself is definite, and so takes a date only at its side."""
    before = folded[max(sentence.start, start - 40) : start]
    if not any(word.endswith(_POINTERS) for word in before.rsplit(None, 3)[-3:]):
        return False
    return _DEFINITE.search(before) is not None


def _points_back(folded: str, sentence: Sentence, start: int) -> bool:
    """ "The casualties occurred during an assault on …"."""
    return _POINTS_BACK.match(folded, sentence.start, start) is not None


def _argument(party: Party | None) -> Argument | None:
    if party is None:
        return None
    return Argument(party.name, Span(party.start, party.end), party.entity_id)


@cache
def _actor_nouns() -> re.Pattern[str]:
    words = Lexicon.from_package("corpuskit_events", "actors.tsv")
    letters = re.escape("".join(sorted({word[0] for word in words})))
    return re.compile(rf"\b(?=[{letters}]){trie_pattern(words)}\b")


def parties_in(page: Page, sentence: Sentence) -> list[Party]:
    """Entities and nouns of people and powers in one sentence, in text order, none overlapping."""
    known = page.parties.get(sentence.start)
    if known is None:
        known = page.parties[sentence.start] = _parties_in(page, sentence)
    return known


def _parties_in(page: Page, sentence: Sentence) -> list[Party]:
    begin, stop = sentence.start, sentence.end
    found: list[tuple[int, int, Entity | None]] = [
        (start, minus_end, entity)
        for start, minus_end, _, _, _, entity in page.mentions_in(begin, stop)
    ]
    entities = len(found)
    for match in _actor_nouns().finditer(page.scan.folded, begin, stop):
        found.append((match.start(), -match.end(), None))
    if len(found) > entities:
        found.sort(key=_PLACE_OF_PARTY)  # stable: names come before nouns
    apart: list[Party] = []
    make = tuple.__new__
    free = 0
    for start, minus_end, entity in found:
        if start < free:
            continue
        free = -minus_end
        if entity is None:
            party = make(Party, (start, free, page.raw[start:free], None))
        else:
            party = make(Party, (start, free, entity.name, entity.id))
        if apart and apart[-1].end == start - 1 and apart[-1].entity_id is None:
            apart[-1] = party  # "President Marn", "gang members": the last is the head
        else:
            apart.append(party)
    return apart


Scene = tuple[Argument, ...]


def scenes_in(page: Page, sentence: Sentence) -> list[Scene]:
    """Place chains of one sentence, smallest first as told."""
    known = page.scenes.get(sentence.start)
    if known is None:
        known = page.scenes[sentence.start] = _scenes_in(page, sentence)
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
    *_, span, entity = found[-1]
    if entity.kind != "place" or not _ADJUNCT.fullmatch(page.scan.folded, span.end, noun):
        return ()
    return (Argument(entity.name, span, entity.id),)


def _nearest_scene(scenes: Sequence[Scene], trigger: int) -> Scene:
    """The chain nearest to the trigger; one after it is preferred."""
    if len(scenes) < 2:
        return scenes[0] if scenes else ()
    return min(
        scenes,
        key=lambda s: (
            s[0].span.start - trigger
            if s[0].span.start > trigger
            else 3 * (trigger - s[0].span.start)
        ),
    )
