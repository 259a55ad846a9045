"""Context: what a relative expression is resolved against, and what the text has told so far."""

from __future__ import annotations

import datetime as dt
import re
from functools import cached_property
from typing import Literal

import attrs

from corpuskit import Interval, Published, Span
from corpuskit_dates.around.sentence import WORD, Around
from corpuskit_dates.words.classes import char_of
from corpuskit_dates.words.phrase import Found, Phrase

__all__ = ["Context"]


_QUARTER_REACH = 800
_SPORTING = 3  # words of sport that make a report of a game
_COMMON = frozenset(
    char_of(name) for name in "unit part deictic tonight weekend freq present_ref past_ref".split()
)
_THE = char_of("the")
_PROSE = re.compile(r"(?<!\w)[a-z]{5}")  # a word in lower case that a headline would capitalise
_LONGER: dict[str, frozenset[str | None]] = {
    "Y": frozenset((None, "decade", "century")),
    "M": frozenset((None, "quarter", "half", "season", "year", "decade", "century")),
    "DE": frozenset((None, "century")),
    "CE": frozenset((None,)),
}
_DATELINES = ("dates.full", "dates.cable")
_PLACE = re.compile(r"[A-Z][^\d\n.]{2,60}(?:\.[^\d\n.]{0,20}){0,2}, ?\Z")
_OPENED = re.compile(r" ?(?:\(|--|[-\u2013\u2014_] )")
_ON_ITS_WAY = 2  # days from a dateline to the paper
_OPENING = re.compile(r"\s*([a-z-]+(?: [a-z-]+){1,4})")  # the first words of a sentence
_SOURCE = 8  # words that "according to" and the source take
_NAMED = 3  # words that the name of an event takes
_WEEK = 7
_SAID = 60  # characters from a verb of saying to its day
_HEADLINE = 5  # spaces that a headline has at least
_LEAD = 500  # characters in which a headline and the first sentences stand


@attrs.define(eq=False, slots=False)
class Context(Around):
    """One article's state while its expressions are resolved in text order.

    Attributes:
        published: the publication date, or None.
        updated: the day of the last update, or None.
        numeric_order: how "3/4/2024" is read, or None.
        captured: when the page was fetched, or None.
        today: the day of publication.
        basis: why `today` is believed, as a mention's `basis` says it.
        point: the last day that the narrative named, and where; None before the first.
        habit_end: where the last recurring time was named.
        main: the day of the week before that the lead named first, where, and no day of saying.
        dateline: the day of the dateline and where, if it is one or two before publication.
        clock: the last time of day, where, and what it was based on.
        behind: where a day begins that a time before it took for its own, and that day.
        heading: the day that stood last by itself on its line, as in a log, and where; not
            the day of publication.
        one_day: whether the lead named `point`, and nothing since has named another day.
        last: the days of the last DATE that has some, and where.
        near_days: days about publication that the text names to one year of old, once asked for.
        quarter: the quarter whose results are told, and where one was named last.
    """

    published: Published | None
    numeric_order: Literal["dmy", "mdy"] | None = None
    captured: dt.datetime | None = None
    updated: dt.date | None = None
    today: dt.date | None = attrs.field(init=False, default=None)
    basis: str | None = attrs.field(init=False, default=None)
    point: dt.date | None = None
    point_span: Span | None = None
    point_end: int = 0
    habit_end: int = 0
    main: tuple[dt.date, Span] | None = None
    dateline: tuple[dt.date, Span] | None = None
    clock: tuple[str, Span, str | None] | None = None
    behind: tuple[int, Found] | None = None
    heading: tuple[dt.date, Span] | None = None
    one_day: bool = False
    last: Interval = attrs.field(factory=Interval)
    last_span: Span | None = None
    near_days: float | None = None
    quarter: str = ""
    quarter_end: int = 0

    def __attrs_post_init__(self) -> None:
        if self.published is not None:
            self.today = self.published.date
            known = self.published.basis in ("caller", "weekday", "borrowed")
            self.basis = self.published.basis if known else "published"

    def anchor(self, found: Found) -> tuple[dt.date | None, Span | None]:
        """The day that a value was resolved against, and where the text gives it."""
        if found.told is not None:
            return found.told
        if found.basis == "narrative" and self.point is not None:
            return self.point, self.point_span
        if self.published is None:
            return None, None
        return self.published.date, self.published.span

    def remember(self, found: Found, span: Span, days: Interval, rule: str) -> None:
        """Take note of a mention: later ones may lean on it."""
        if found.type == "SET":
            self.habit_end = span.end
        if found.type == "TIME" and found.value:
            self.clock = found.value, span, found.basis
        if found.type == "DURATION" and found.value in ("P9M", "P6M", "P1Y"):
            self.quarter_end = -_QUARTER_REACH  # what follows is compared with months or a year
        if not found.value or days.start is None or not found.leads or self._stamps(span):
            return
        if self.dateline is None and rule in _DATELINES and self._heads_report(span, days.start):
            self.dateline = days.start, span
        self.last, self.last_span = days, span
        if days.precision in ("day", "time"):
            if self.main is None and self._is_main(days.start, span):
                self.main = days.start, span
            if days.start != self.today and self.is_line(span.start, span.end):
                self.heading = days.start, span
            if self.point is None:
                self.one_day = span.start - self.extent.start < _LEAD
            elif self.point != days.start:
                if self._of_saying(span.start):
                    return
                self.one_day = False
            self.point, self.point_span, self.point_end = days.start, span, span.end
        if days.precision != "quarter" or (self.today and days.start > self.today):
            return
        self.quarter_end = span.end
        if rule == "dates.quarter" and (not self.quarter or self._reported(days, span.end)):
            self.quarter = found.value
        elif rule == "dates.some_quarter" and not self.quarter and self._over(days):
            self.quarter = found.value  # "for the quarter ended September 30"

    def _stamps(self, span: Span) -> bool:
        """Whether a mention is the page's stamp, which tells no story."""
        stamp = self.published.span if self.published is not None else None
        return stamp is not None and stamp.overlaps(span)

    def _is_main(self, day: dt.date, span: Span) -> bool:
        """Whether a day may be that of what the story is about."""
        if span.start - self.extent.start > _LEAD or self.today is None:
            return False
        if self.dateline is not None and self.dateline[1] == span:
            return False
        return 0 <= (self.today - day).days <= _WEEK and not self._of_saying(span.start)

    def of_main_event(self, start: int) -> bool:
        """Whether the sentence of `start` begins with what the story is about: "the blast, at"."""
        begun = _OPENING.match(self.folded, self._past_source(start), start)
        if begun is None:
            return False
        words, terms = begun[1].split(), self.language.terms
        first = 1 if words[0] in terms("the") else 2  # "the", "a second"
        if first == 2 and not (words[0] in terms("a") and words[1] in terms("second")):
            return False
        return not terms("event").isdisjoint(words[first : first + _NAMED])

    def _past_source(self, start: int) -> int:
        """Where the sentence of `start` begins, past "According to police," and the like."""
        begun = self._begin(start)
        comma = self.folded.find(",", begun, start)
        opening = self.folded[begun:comma].split() if comma >= 0 else []
        source = bool(opening) and opening[0] in self.language.terms("source")
        return comma + 1 if source and len(opening) <= _SOURCE else begun

    def _heads_report(self, span: Span, day: dt.date) -> bool:
        """Whether a day is that of a dateline, "ORRIN, May 3 --", shortly before publication: it is
        the report's "today"."""
        late = span.start - self.extent.start > 2 * _LEAD
        if late or self.today is None or not 0 < (self.today - day).days <= _ON_ITS_WAY:
            return False
        head = self.raw[self.raw.rfind("\n", 0, span.start) + 1 : span.start]
        return bool(_PLACE.match(head) and _OPENED.match(self.raw, span.end))

    def _of_saying(self, start: int) -> bool:
        """Whether a day is that of a verb of saying: "said Monday", "told the Herald on Monday", or
        opens its sentence: "In a statement on Monday, ..."."""
        before = self.raw[self._begin(start, _SAID) : start].split()
        terms = self.language.terms
        beside, saying, between = terms("spoken_to"), terms("saying"), terms("to_saying")
        spoken = False
        for word in reversed(before):
            if word in saying:
                return True
            if not (word[0].isupper() or word in beside or word in between):
                return False
            spoken = spoken or word in beside
        return spoken

    def told(self, unit: str) -> tuple[dt.date, Span] | None:
        """Where the narrative is, and where it says so: the last day that it named, or for a
        month or year the last date, unless that is longer."""
        if unit == "W" and self.last.precision == "week" and self.last.start and self.last_span:
            return self.last.start, self.last_span
        if unit not in _LONGER:
            return (self.point, self.point_span) if self.point and self.point_span else None
        if self.last.precision in _LONGER[unit] or not self.last.start or not self.last_span:
            return None
        return self.last.start, self.last_span

    def _reported(self, days: Interval, end: int) -> bool:
        """Whether results of this quarter are told, not one named beside the reported one."""
        return self._over(days) and self.word_after(end) in self.language.terms("result")

    def _over(self, days: Interval) -> bool:
        return self.today is None or days.end is None or days.end < self.today

    def titled(self, phrase: Phrase) -> bool:
        """Whether a common word ends the phrase with a capital amid prose: the name of a programme
        ("told This Morning", "on Monday Night Football")."""
        if phrase.classes[-1] not in _COMMON:
            return False
        at = phrase.tokens.starts[phrase.last - 1]
        if not self.raw[at].isupper() or self.raw[at + 1 : at + 2].isupper():
            return False
        if at == phrase.start and self.opens_sentence(at):
            return False
        return self._amid_prose(phrase)

    def _amid_prose(self, phrase: Phrase) -> bool:
        """Whether the line of the phrase's sentence is no headline, whose words have capitals; a
        line of few words is none."""
        begun, end, raw = self._begin(phrase.start), self._stop(phrase.end), self.raw
        begun = max(begun, raw.rfind("\n", begun, phrase.start) + 1)
        stop = raw.find("\n", phrase.end, end)
        line = begun, end if stop < 0 else stop
        if raw[begun].islower() or raw.count(" ", *line) < _HEADLINE:
            line = self._begin(phrase.start), end
        return bool(_PROSE.search(raw, *line))

    def capital(self, phrase: Phrase) -> bool:
        """Whether the phrase begins with a capital, and not in a text in capitals."""
        return self.raw[phrase.start].isupper() and not self.shouted(phrase)

    def shouted(self, phrase: Phrase) -> bool:
        """Whether the phrase stands in capitals, where none tells a name."""
        return self.raw[phrase.start : phrase.end].isupper()

    def name_follows(self, phrase: Phrase) -> bool:
        """Whether a capital follows that may begin a name."""
        raw, end = self.raw, phrase.end
        if raw[end : end + 1] != " " or not raw[end + 1 : end + 2].isupper():
            return False
        return not self.shouted(phrase)

    def in_name(self, phrase: Phrase) -> bool:
        """Whether a capital makes a season part of a name amid prose: "the Winter Market", "Wes
        Winter"; not "In Winter", "last Summer"."""
        at, raw = phrase.tokens.starts[phrase.last - 1], self.raw
        if not raw[at : at + 2].istitle() or phrase.classes[:-1] not in ("", _THE):
            return False
        before = raw[max(self.extent.start, at - 30) : at].split(" ")[-2:]
        named = before[-1] == "" and before[0].istitle() and before[0] != "The"
        if named and self.opens_sentence(at - len(before[0]) - 1):
            named = not self.before_is(at, "to_month")
        if not (named or raw[phrase.end : phrase.end + 2].istitle()):
            return False
        return self._amid_prose(phrase)

    def named_by(self, phrase: Phrase) -> bool:
        """Whether the phrase stands in small letters between two words with capitals: the
        newspaper "Party daily Norvale"."""
        if not self.raw[phrase.start].islower():
            return False
        before = self.raw[max(self.extent.start, phrase.start - 30) : phrase.start].split()
        after = self.raw[phrase.end : phrase.end + 2].lstrip()
        return bool(before) and before[-1][0].isupper() and before[-1].isalpha() and after.istitle()

    def played(self, start: int, end: int) -> bool:
        """Whether quarters and halves are those of a game: a word of sport stands in the sentence,
        or several in the article."""
        return self.beside("sport", start, end) or self._sporting

    @cached_property
    def _sporting(self) -> bool:
        terms = self.language.terms("sport")
        text = self.extent.of(self.folded)
        telling = {term for term in terms if term in text}
        if len(telling) < _SPORTING:  # the usual case, told at little cost
            return False
        return len(telling.intersection(WORD.findall(text))) >= _SPORTING

    @property
    def year_ago(self) -> str:
        """The quarter a year before the one whose results are told."""
        return f"{int(self.quarter[:4]) - 1}{self.quarter[4:]}"

    def quarter_near(self, start: int) -> bool:
        """Whether a quarter was named shortly before `start`."""
        return bool(self.quarter) and start - self.quarter_end < _QUARTER_REACH
