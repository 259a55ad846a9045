"""Statements: what one speaker said on one occasion, as one event that carries the words."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from corpuskit import Argument, EventType, Interval, Quotation, Span
from corpuskit.scan import NUMBER_WORDS, Hit
from corpuskit_events.cue import cue
from corpuskit_events.page import Page, Passage
from corpuskit_events.rules import is_told_beside, sense_beside
from corpuskit_events.rules.deed import LOOK, Deed, last_words
from corpuskit_events.rules.nobody import NEGATIONS, is_nobody, names_nobody
from corpuskit_events.rules.roles import Party
from corpuskit_events.sentence.aside import told_of_a_person
from corpuskit_events.sentence.dating import date_of, is_known, passage_of
from corpuskit_events.sentence.frame import Frame
from corpuskit_events.sentence.parties import parties_in
from corpuskit_events.sentence.reckoning import Dated, interval_of
from corpuskit_events.sentence.sense import sense_of
from corpuskit_events.sentence.where import Scene, scenes_in
from corpuskit_events.words import senses_of

__all__ = ["best_quotation", "statement_frames"]

_MODES = ("direct", "mixed", "indirect")
# What nobody does by words: a cue of these types ("attacked") is a deed, whoever quotes it.
DEEDS = frozenset(
    ["ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "AID", "RETREAT", "YIELD"]
)
RECENT = 12  # occasions of one speaker that a later utterance can belong to
OPENING = 70  # characters
_PLACED = re.compile(r"\s(?:in|at|near|outside)\s(?:[\w'-]+\s){0,3}[\w'-]+\W*")
_ON = re.compile(r",?\s(?:(?:early|late)\s)?(?:on\s)?")
_IN = re.compile(r"\s(?:in|at|near|outside)\s(?:the\s)?")
_WHOM = re.compile(
    r"(?:(?!(?:about|against|by|for|from|of|over|that|to|with)\b)[\w'-]+\s){1,8}(?:of\s)?"
)
_NOT = ("not", "never")


def statement_frames(page: Page, passages: Sequence[Passage]) -> list[list[Frame]]:
    """Frames by occasion: one list a speaker and day, each in text order."""
    read = _Read(passages)
    frames = [f for quote in page.quotes if (f := _quoted(page, quote, read)) is not None]
    cues = {frame.sentence.start for frame in frames}
    for passage in passages:
        if passage.start not in cues:
            frames += _told(page, passage)
    frames.sort(key=attrgetter("trigger.start", "trigger.end"))
    return _occasions(frames)


class _Read:
    """The passages by where they stand; one that holds no trigger is made when a quotation is told
    there."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._starts = [passage.start for passage in passages]
        self._passages = passages
        self._others: dict[int, Passage] = {}

    def at(self, page: Page, offset: int) -> Passage | None:
        """The passage of the sentence at an offset."""
        number = bisect_right(self._starts, offset) - 1
        if number >= 0 and offset < self._passages[number].end:
            return self._passages[number]
        sentence = page.scan.sentence_at(offset)
        if sentence is None:
            return None
        if number >= 0 and self._starts[number] == sentence.start:
            return self._passages[number]  # behind where an endless one is clipped
        passage = self._others.get(sentence.start)
        if passage is None:
            passage = self._others[sentence.start] = passage_of(page, sentence, ())
        return passage


def _quoted(page: Page, quote: Quotation, read: _Read) -> Frame | None:
    """A quotation with a speaker; dates and places count only outside of what is quoted."""
    speaker = _named(page, quote)
    trigger = quote.speaker_span if quote.cue_span is None else quote.cue_span
    if speaker is None or trigger is None or trigger.start == trigger.end:
        return None
    name = speaker.name
    if name in NUMBER_WORDS or (name[:1] in "Nn" and names_nobody(name)):
        return None  # "four suspected rebels", "nobody said"
    before = speaker.span.start
    if page.folded.endswith(NEGATIONS, 0, before) and is_nobody(page.folded, before):
        return None
    passage = read.at(page, trigger.start)
    if passage is None or trigger.end > passage.end:
        return None
    verb, type_ = _verb(page.folded, passage, trigger)
    if type_ in DEEDS or (quote.mode == "indirect" and _is_answer(page, quote, trigger)):
        return None
    days, chains = passage.days, scenes_in(page, passage)
    dated: Dated | None = None
    scene: Scene = ()
    if days is not None or chains:
        acts = type_ != "STATEMENT" and quote.mode == "indirect"
        rivals = [
            (first, stop)
            for first, stop, _ in passage.hits
            if not trigger.start <= first < trigger.end
            and first not in page.dated
            and not (acts and is_known(page.folded, trigger.end, first))
        ]
        pieces = _pieces(page, passage, quote)
        if days is not None:
            at = (trigger.start, trigger.end)
            dated = _inside_cue(page, *at) or date_of(page, passage, days, at, "ed", rivals)
            if dated is not None and _inside(dated.span, pieces):
                dated = dated if acts and _is_day_of_act(page, passage, quote, dated) else None
            dated = dated or _opening(page, passage, trigger.start, pieces)
        scene = _scene(chains, trigger, rivals, pieces)
        scene = scene or (_scene_of_act(page, passage, quote, dated) if acts and dated else ())
    return Frame(
        passage.sentence,
        verb,
        type_,
        "say",
        modality="denied" if _is_unsaid(page.folded, trigger) else "asserted",
        dated=dated,
        places=scene,
        actor=speaker,
        quotation=quote,
        rule="events.statement.quotation",
    )


def _inside_cue(page: Page, start: int, end: int) -> Dated | None:
    """A day among the words that tell of saying: "accused the rebels on Friday of"."""
    for mention in page.dates_in(start, end):
        if (interval := interval_of(mention)) is not None:
            return Dated(interval, mention.span)
    return None


def _is_day_of_act(page: Page, passage: Passage, quote: Quotation, dated: Dated) -> bool:
    """Whether a day that ends what was asked, blamed or turned down is that of doing so: "rejected
    the proposal on Friday", not "rejected claims that he had left on Friday"."""
    piece, day = quote.spans[-1], dated.span
    if day.start - piece.start > OPENING:
        return False
    if piece.end > day.end and not _PLACED.fullmatch(page.folded, day.end, piece.end):
        return False
    words = page.folded[piece.start : day.start].split()
    for word, following in itertools.zip_longest(words, words[1:]):
        if word.endswith("ing"):
            return False
        if word in cue("clause") and not (word == "to" and following in cue("describes")):
            return False  # not "urged an end to the war on Friday"
    # "called for talks on 3 March": the day can be theirs
    inside = [
        (hit.start, hit.end)
        for hit in passage.hits
        if piece.start <= hit.start < day.start
        and hit.start not in page.dated
        and hit.start not in page.names
    ]
    # "condemned the attack by rebels on Friday" is more likely the attack's
    return all(
        is_known(page.folded, piece.start - 1, start)
        and cue("aimed").isdisjoint(page.folded[end : day.start].split()[:-1])
        for start, end in inside
    )


def _is_answer(page: Page, quote: Quotation, trigger: Span) -> bool:
    """Whether somebody answers by a deed: "responded with air strikes"."""
    if not page.folded.endswith(" with", trigger.start, trigger.end):
        return False
    answer = quote.spans[0]
    return any(answer.start <= start < answer.end for start in page.deeds)


def _is_unsaid(folded: str, cue_span: Span) -> bool:
    """Whether nothing was said: "has not commented", not "does not believe"."""
    told = folded[cue_span.start : cue_span.end]
    if told.isalpha() or not ("n't" in told or "not" in told or "never" in told):
        return False  # "said", as mostly
    words = told.split()
    negated = any(word in _NOT or word.endswith("n't") for word in words[:-1])
    return negated and not cue("unsaid").isdisjoint(words[1:])


def _pieces(page: Page, passage: Passage, quote: Quotation) -> list[tuple[int, int]]:
    """What is quoted in the sentence, by this quotation and by its neighbours."""
    mine = [(span.start, span.end) for span in quote.spans]
    return [*mine, *page.pieces_in(passage.start, passage.end)]


def _opening(
    page: Page, passage: Passage, trigger: int, pieces: Sequence[tuple[int, int]]
) -> Dated | None:
    """A date in the phrase that opens the sentence: "In a speech in Karn on Sunday, she said"."""
    folded = page.folded
    for mention in page.dates_in(passage.told, min(passage.told + OPENING, passage.end)):
        owned = folded.startswith("'s ", mention.span.end)  # "Sunday's attack"
        if owned or told_of_a_person(folded, passage.start, mention, trigger):
            continue
        if not _inside(mention.span, pieces) and interval_of(mention) is not None:
            return Dated(interval_of(mention), mention.span, "events.date.opening")
    return None


def _verb(folded: str, passage: Passage, cue: Span) -> tuple[Span, EventType]:
    """The verb of the cue, and the type of what is done by saying so ("accused")."""
    start, end = cue.start, cue.end
    for hit in passage.hits:
        first, stop, entries = hit
        if start <= first < end:
            senses = senses_of(entries[0].term)
            verb, act = senses.verb, senses.act
            if act is not None:
                if verb is not None and is_told_beside(verb, folded[first:stop]):
                    act = _beside(folded, passage, hit, act)
                return cue if (first, stop) == (start, end) else Span(first, stop), act
    return cue, "STATEMENT"


def _beside(folded: str, passage: Passage, hit: Hit, act: EventType) -> EventType:
    """What is done by saying so where the verb stands: "vowed a tough response" is no pledge."""
    first, stop = passage.start, passage.end
    near = max(first, hit.start - LOOK)
    last = last_words(folded, near, hit.start)
    sense = sense_of(folded, first, stop, hit, last)
    if sense is None or sense.type != act:
        return act
    told = sense_beside(Deed(folded, first, stop, near, hit.start, hit.end, sense, last))
    return "STATEMENT" if told is None else told.type or act


def _named(page: Page, quote: Quotation) -> Argument | None:
    """The speaker as resolved, or the entity that stands where the speaker is told."""
    span = quote.speaker_span
    if quote.speaker is not None:
        told = span if span is not None else quote.cue_span
        return Argument(quote.speaker, quote.extent if told is None else told, quote.speaker_id)
    found = page.mentions_in(span.start, span.end) if span is not None else ()
    if not found:
        return None
    people = [m for m in found if m[-1].kind in ("person", "organisation")] or found
    *_, mention, entity = people[-1]
    return Argument(entity.name, mention, entity.id)


def _scene(
    chains: Sequence[Scene],
    trigger: Span,
    rivals: Sequence[tuple[int, int]],
    pieces: Sequence[tuple[int, int]] = (),
) -> Scene:
    """The first chain near the verb of saying and outside of what is quoted, with no deed told
    in between."""
    for chain in chains:
        place = chain[0].span
        low, high = min(place.end, trigger.end), max(place.start, trigger.start)
        if high - low >= 120 or _inside(place, pieces):
            continue
        if not any(low <= start < high for start, _ in rivals):
            return chain
    return ()


def _scene_of_act(page: Page, passage: Passage, quote: Quotation, dated: Dated) -> Scene:
    """The chain at the side of the day on which somebody did it: "praised him in Karn on 3 May"."""
    folded, day, begin = page.folded, dated.span, quote.spans[-1].start
    for chain in scenes_in(page, passage):
        first, last = chain[0].span, chain[-1].span
        beside = _ON.fullmatch(folded, last.end, day.start)
        if beside or _IN.fullmatch(folded, day.end, first.start):
            near = min(first.start, day.start)
            if begin >= near or not _WHOM.fullmatch(folded, begin, near):
                return ()  # "praised talks about oil in Karn"
            deeds = [h for h in passage.hits if begin <= h[0] < near and h[0] not in page.names]
            return () if deeds else chain
    return ()


def _inside(span: Span, pieces: Sequence[tuple[int, int]]) -> bool:
    begin, stop = span.start, span.end
    for start, end in pieces:  # noqa: SIM110  a generator costs twice as much here
        if start < stop and begin < end:
            return True
    return False


def _told(page: Page, passage: Passage) -> list[Frame]:
    """A verb of saying with a named speaker and a date, where no quotation was found."""
    days, hits = passage.days, passage.hits
    if days is None:
        return []
    frames = []
    for hit in hits:
        verbs = [s for s in senses_of(hit.entries[0].term).sayings if s.word in cue("pledge")]
        if not verbs or verbs[0].form not in ("ed", "s") or hit.start in page.quoted:
            continue
        rivals = [(h.start, h.end) for h in hits if h is not hit]
        dated = date_of(page, passage, days, (hit.start, hit.end), "ed", rivals)
        if dated is None or dated.interval is None or dated.span.start - hit.end > 12:
            continue  # undated, or the day told of, not the day of telling
        speaker = _speaker(page, passage, hit.start)
        if speaker is None or is_nobody(page.folded, speaker.start):
            continue
        verb = Span(hit.start, hit.end)
        frames.append(
            Frame(
                passage.sentence,
                verb,
                "STATEMENT",
                "say",
                dated=dated,
                places=_scene(scenes_in(page, passage), verb, rivals),
                actor=Argument(speaker.name, Span(speaker.start, speaker.end), speaker.entity_id),
                rule="events.statement.told",
            )
        )
    return frames


def _speaker(page: Page, passage: Passage, verb: int) -> Party | None:
    """The named party right before the verb."""
    before = [p for p in parties_in(page, passage) if p.end <= verb]
    if not before or before[-1].entity_id is None:
        return None
    gap = page.folded[before[-1].end : verb]
    return before[-1] if len(gap) < 30 and "," not in gap.rstrip(", ") else None


def _occasions(frames: Sequence[Frame]) -> list[list[Frame]]:
    """One speaker's frames up to the next that gives another day."""
    found: dict[str, list[list[Frame]]] = {}
    for frame in frames:
        assert frame.actor is not None
        key = frame.actor.entity_id or frame.actor.name
        occasions = found.setdefault(key, [])
        date = None if frame.dated is None else frame.dated.interval
        if date is None and occasions:
            occasions[-1].append(frame)
            continue
        for occasion in reversed(occasions[-RECENT:]):
            if _same_day(_day(occasion), date):
                occasion.append(frame)
                break
        else:
            occasions.append([frame])
    return [occasion for occasions in found.values() for occasion in occasions]


def _day(occasion: Sequence[Frame]) -> Interval | None:
    return next((f.date for f in occasion if f.date is not None), None)


def _same_day(known: Interval | None, told: Interval | None) -> bool:
    if known is None or told is None:
        return True
    if known.start is None or told.start is None:
        return True
    return known.start <= (told.end or told.start) and told.start <= (known.end or known.start)


def best_quotation(frames: Sequence[Frame]) -> Quotation | None:
    """The fullest direct words, else the fullest of the others."""
    quotes = [f.quotation for f in frames if f.quotation is not None]
    if len(quotes) < 2:
        return quotes[0] if quotes else None
    return min(quotes, key=_fullness)


def _fullness(quote: Quotation) -> tuple[int, int, int]:
    start, end = quote.spans[0].start, quote.spans[-1].end
    return _MODES.index(quote.mode), start - end, start
