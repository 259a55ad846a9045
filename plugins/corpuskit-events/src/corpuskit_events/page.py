"""Page: the layers of one article in the forms in which frames ask for them."""

from __future__ import annotations

import functools
import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from corpuskit import Argument, Article, Casualty, DateMention, Entity, Layers, Quotation, Span
from corpuskit.scan import Hit, Scan, Sentence
from corpuskit_events.cue import cue
from corpuskit_events.rules.news import undone_in
from corpuskit_events.rules.offsets import Offset, counted_in
from corpuskit_events.rules.roles import Party
from corpuskit_events.words import deed_terms

__all__ = ["MOST", "Days", "Page", "Passage"]

LONGEST_DATE = 61  # characters
SHORTEST_PIECE = 30  # characters that a piece within quote marks exceeds
SHORTEST_SPEECH = 12  # so of what is quoted word for word as a sentence
TOP = 600  # characters that tell what kind of news it is
OPENING_MARKS = " \"'\u201c\u2018\u2019([-\u2013\u2014*\u2022"
LONGEST_NAME = 30  # characters before a word that can be the first of its name
WIDEST = 4000  # characters of a sentence that are read; more is no sentence
MOST = 24  # triggers of one sentence that are read; more are a list, or no prose

T = TypeVar("T")
Stretch = tuple[int, int]


def _within(starts: list[int], items: Sequence[T]) -> Callable[[int, int], Sequence[T]]:
    """What asks for those of some things, in the order in which they begin, that begin in [start,
    end); written flat, as it is asked most of all."""
    ends = [*starts, sys.maxsize]

    def within(start: int, end: int) -> Sequence[T]:
        low = bisect_left(ends, start)
        if ends[low] >= end:
            return ()
        return items[low : bisect_left(ends, end, low)]

    return within


# Dashes in all ways of writing them, each as long as what it stands for.
_HYPHENS = ((" -- ", " \u2014\u2014 "), (" - ", " \u2014 "))


@functools.lru_cache(maxsize=1)
def _plain(folded: str) -> str:
    """The folded text as rules read it, with one kind of dash; a mark alone is sought fastest. Read
    once for all articles of a source."""
    if "\u2013" in folded:
        folded = folded.replace(" \u2013 ", " \u2014 ")
    if any(piece.endswith(" ") for piece in folded.split("-")):
        for written, plain in _HYPHENS:
            folded = folded.replace(written, plain)
    return folded


def _stretches(spans: Iterable[Span]) -> Callable[[int, int], Sequence[Stretch]]:
    ordered = sorted([(span.start, span.end) for span in spans])
    return _within([start for start, _ in ordered], ordered)


def _mentions(entities: Iterable[Entity]) -> Callable[[int, int], Sequence[Mention]]:
    """Names, pronouns and role nouns, each with whom it means."""
    found = [
        (span.start, -span.end, entity.id, span, entity)
        for entity in entities
        for spans in (entity.mentions, entity.references)
        for span in spans
    ]
    found.sort()
    return _within([mention[0] for mention in found], found)


# Start, end as a negative number, id of whom it means, span and whom it means: tuples that are in
# text order, and of those that begin together the longest first.
Mention = tuple[int, int, str, Span, Entity]


_INFLECTED = ("ed", "ing")  # so no name ends
# A word with a capital among small ones: "linked to March attack", not "to Raid Homes".
_AMONG_SMALL = re.compile(r"[a-z]\s[A-Z][a-z]*+\s[a-z]{4}")


def _date_words(dates: Iterable[DateMention]) -> Iterator[Stretch]:
    """Where dates stand; of an endless one, where it begins."""
    for date in dates:
        start, end = date.span.start, date.span.end
        yield start, min(end, start + LONGEST_DATE)


def _within_marks(quotes: Iterable[Quotation]) -> Iterator[Stretch]:
    """Long enough pieces within quote marks, each up to where the next begins."""
    following = sys.maxsize
    pieces = [
        (span.start, span.end, SHORTEST_SPEECH if quote.mode == "direct" else SHORTEST_PIECE)
        for quote in quotes
        for span in (quote.spans if quote.mode == "direct" else quote.pieces)
    ]
    for start, end, shortest in sorted(pieces, reverse=True):
        if end - start > shortest:
            yield start, min(end, following)
        following = start


def _begun(starts: list[int], stretches: Iterable[Stretch]) -> frozenset[int]:
    """Those of `starts` that lie in one of the stretches."""
    found: list[int] = []
    for start, end in stretches:
        low = bisect_left(starts, start)
        found += starts[low : bisect_left(starts, end, low)]
    return frozenset(found)


class Days(NamedTuple):
    """What one sentence tells of time, whatever the trigger.

    Attributes:
        offset: "two days before", or None.
        mentions: points in time.
        tolls: verbs that date a count and not the event.
    """

    offset: Offset | None
    mentions: Sequence[DateMention]
    tolls: Sequence[Stretch]


class Passage:
    """One sentence with what stands in it, each found once, when first asked for.

    Attributes:
        sentence: the sentence, clipped where endless.
        start, end, zone: its own.
        told: where it begins to tell, behind a dateline.
        hits: its triggers that are read.
        days: what it tells of time, or None.
        scenes, parties: places and people; None where nobody has asked yet.
    """

    __slots__ = ("days", "end", "hits", "parties", "scenes", "sentence", "start", "told", "zone")

    def __init__(self, scan: Scan, sentence: Sentence, hits: Sequence[Hit]) -> None:
        start, end, self.zone, block = sentence
        if end - start > WIDEST or len(hits) > MOST:
            end = min(end, start + WIDEST)
            sentence = sentence._replace(end=end)
            hits = [hit for hit in hits[:MOST] if hit.end <= end]
        self.sentence, self.hits = sentence, hits
        self.start, self.end = start, end
        dateline = scan.datelines.get(block)
        self.told = start if dateline is None else max(start, dateline.told)
        self.days: Days | None = None
        self.scenes: list[tuple[Argument, ...]] | None = None
        self.parties: list[Party] | None = None


class Page:
    """One article being read.

    Attributes:
        article, scan, raw, folded: the text.
        quotes: the quotations; empty, as all that follows, where nobody delivered the layer.
        mentions_in: names, pronouns and role nouns that begin in [start, end), each with whom it
            means.
        dates_in: points in time (no durations, no sets) that begin there.
        casualties_in: counts that nobody denies.
        cues_in, pieces_in: cues and pieces of quotations.
        dated: where triggers stand that are part of a date: "17 March".
        quoted: where triggers stand within quote marks of a long enough piece.
        deeds: where the others stand that can tell of a deed.
        names: where triggers stand that are parts of names, as far as deeds were looked for.
        counted: where days are counted from something: "two days after"; None as mostly.
    """

    __slots__ = (
        "_body_order",
        "_title_case",
        "_undone",
        "article",
        "casualties_in",
        "counted",
        "cues_in",
        "dated",
        "dates_in",
        "deeds",
        "folded",
        "mentions_in",
        "names",
        "pieces_in",
        "quoted",
        "quotes",
        "raw",
        "scan",
    )

    def __init__(self, article: Article, layers: Layers) -> None:
        self.article, self.scan = article, layers.scan
        self.raw, self.folded = article.source.raw, _plain(layers.scan.folded)
        self._title_case: dict[int, bool] = {}  # by where a sentence begins
        self._body_order: dict[int, int] | None = None
        self._undone: frozenset[str] | None = None
        self.names: set[int] = set()
        quotes = self.quotes = layers.get(Quotation) or ()
        dates = layers.get(DateMention) or ()
        points = [date for date in dates if date.type in ("DATE", "TIME") and not self._kind(date)]
        counts = [count for count in layers.get(Casualty) or () if count.status != "denied"]
        self.mentions_in = _mentions(layers.get(Entity) or ())
        self.dates_in = _within([date.span.start for date in points], points)
        self.casualties_in = _within([count.extent.start for count in counts], counts)
        self.cues_in = _stretches([q.cue_span for q in quotes if q.cue_span is not None])
        self.pieces_in = _stretches([span for quote in quotes for span in quote.spans])
        triggers = [start for start, _, _ in layers.hits]
        self.dated = _begun(triggers, _date_words(dates))
        self.quoted = _begun(triggers, _within_marks(quotes))
        terms = deed_terms()
        deeds = [start for start, _, entries in layers.hits if entries[0].term in terms]
        self.deeds = frozenset(deeds) - self.quoted
        zones = self.scan.zones
        at = counted_in(self.folded, zones[0][1], zones[-1][2]) if zones else []
        self.counted = _within(at, at) if at else None

    def _kind(self, date: DateMention) -> bool:
        """Whether a feast only tells what kind of thing it is: "a Christmas market"."""
        if not self.folded.startswith("christmas ", date.span.start):
            return False
        words = self.folded[date.span.end : date.span.end + 20].split(None, 1)
        return bool(words) and words[0].rstrip(".,;:'") in cue("christmas")

    def entity_at(self, start: int, end: int) -> Entity | None:
        """The entity with a mention at exactly this span, or one that covers it."""
        for mention in self.mentions_in(start - 60, start + 1):
            if -mention[1] >= end:
                return mention[4]
        return None

    def number_of(self, passage: Passage) -> int:
        """How many sentences of the body stand before a passage; 0 for one of no body."""
        if self._body_order is None:
            body = (s for s in self.scan.sentences if s.zone == "body")
            self._body_order = {sentence.start: number for number, sentence in enumerate(body)}
        return self._body_order.get(passage.start, 0)

    def named(self, sentence: Sentence, offset: int, end: int) -> bool:
        """Whether a word with a capital is part of a name: "Summit Pictures", "Rob Marn"."""
        raw, begin = self.raw, sentence.start
        if sentence.zone == "headline":
            if _AMONG_SMALL.match(raw, max(begin, offset - 2), sentence.end) is not None:
                return True
        elif raw[begin:offset].strip(OPENING_MARKS) and not self._titled(begin, sentence.end):
            return True
        if raw[offset:end].isupper() or self.folded.endswith(_INFLECTED, offset, end):
            return False  # a name is a guess there
        around = self.mentions_in(max(begin, offset - LONGEST_NAME), offset + 1)
        return any(-m[1] >= end and m[4].kind == "person" and " " in m[4].name for m in around)

    def _titled(self, start: int, end: int) -> bool:
        """Whether most words of a sentence have a capital, as in a headline."""
        known = self._title_case.get(start)
        if known is None:
            letters = "".join([word[0] for word in self.raw[start:end].split()])
            capital = sum(map(str.isupper, letters))
            known = self._title_case[start] = capital > 0.6 * sum(map(str.isalpha, letters))
        return known

    @property
    def undone(self) -> frozenset[str]:
        """Classes of words that tell of no deed here, by the top: in an accident, a game."""
        if self._undone is None:
            zones = self.scan.zones
            start, end = (zones[0][1], zones[-1][2]) if zones else (0, 0)
            self._undone = undone_in(self.folded[start : min(start + TOP, end)])
        return self._undone
