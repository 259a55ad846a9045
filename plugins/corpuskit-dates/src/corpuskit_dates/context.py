"""Context: what a relative expression is resolved against, and the tense around it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

import attrs

from corpuskit import Interval, Published, Span
from corpuskit_dates.language import Language
from corpuskit_dates.phrase import Found
from corpuskit_dates.tense import Tense

__all__ = ["Context", "Tense"]


_SENTENCE_END = re.compile(r"[.!?;:]+[\"'\u201d)]*\s|\n\s*\n")
_WORD = re.compile(r"[^\W\d_]+(?:'t)?|'ll")
_QUARTER_REACH = 800
_LAST = re.compile(r"(?:[^\W\d_]+|\d+)\Z")
_NEXT = re.compile(r"\s*([^\W\d_]+|\d+|[^\w\s])")
_CLOSE = 60  # characters in which most verbs stand
_LOOK = 180  # characters in which a verb's tense still counts


@attrs.define(eq=False)
class Context:
    """One article's state while its expressions are resolved in text order.

    Attributes:
        raw, folded: the text that offsets count in.
        language: whose tense markers to read.
        published: the publication date, or None.
        numeric_order: how "3/4/2024" is read, or None.
        captured: when the page was fetched, or None.
        point: the last day that the narrative named, and where; None before the first.
        last_value: the last DATE value that was found, "" before the first.
    """

    raw: str
    folded: str
    language: Language
    published: Published | None
    numeric_order: Literal["dmy", "mdy"] | None = None
    captured: dt.datetime | None = None
    point: dt.date | None = None
    point_span: Span | None = None
    point_end: int = 0
    last_value: str = ""
    last_end: int = 0
    quarter: str = ""
    quarter_end: int = 0

    @property
    def today(self) -> dt.date | None:
        """The day of publication."""
        return self.published.date if self.published else None

    @property
    def basis(self) -> str | None:
        """Why `today` is believed, as a mention's `basis` says it."""
        if self.published is None:
            return None
        known = ("caller", "weekday", "borrowed")
        return self.published.basis if self.published.basis in known else "published"

    def remember(self, found: Found, span: Span, days: Interval, rule: str) -> None:
        """Take note of a mention: later ones may lean on it."""
        if found.type == "DURATION" and found.value in ("P9M", "P6M", "P1Y"):
            self.quarter_end = -_QUARTER_REACH  # what follows is compared with months or a year
        if found.type == "DATE" and found.value:
            self.last_value, self.last_end = found.value, span.end
            if days.precision == "day":
                self.point, self.point_span, self.point_end = days.start, span, span.end
            if days.precision == "quarter" and self._begun(days):
                self.quarter_end = span.end
            if days.precision == "quarter" and rule == "dates.quarter" and self._begun(days):
                self.quarter, self.quarter_end = found.value, span.end

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence around start:end, as far as a verb in it still counts."""
        low = max(0, start - _LOOK)
        stops = [m.end() for m in _SENTENCE_END.finditer(self.folded, low, start)]
        high = min(len(self.folded), end + _LOOK)
        stop = _SENTENCE_END.search(self.folded, end, high)
        return stops[-1] if stops else low, stop.start() if stop else high

    def _begun(self, days: Interval) -> bool:
        return self.today is None or days.start is None or days.start <= self.today

    def tense(self, start: int, end: int) -> Tense | None:
        """Tense of the nearest verb before the expression in its sentence, else after it."""
        low, high = self._sentence(start, end)
        nearest = self.language.tense_reader.nearest
        close = self.raw.find(" ", start - _CLOSE, start) if start - low > _CLOSE else low
        found = nearest(_WORD.findall(self.raw, close, start), ())
        if found is None and close > low:
            found = nearest(_WORD.findall(self.raw, low, start), ())
        if found is None or found == "planned":
            after = nearest((), _WORD.findall(self.raw, end, high))
            if found is None:
                return after
            return "due" if after == "past" else "future"
        return found

    def opens_sentence(self, start: int) -> bool:
        """Whether only marks stand between `start` and the end of the sentence before."""
        before = self.raw[max(0, start - 4) : start].rstrip()
        return not before or not (before[-1].isalnum() or before[-1] in ",)%")

    def beside(self, name: str, start: int, end: int) -> bool:
        """Whether a word of a class stands in the sentence of start:end."""
        low, high = self._sentence(start, end)
        terms, text = self.language.terms(name), self.folded[low:high]
        if not any(term in text for term in terms):  # the usual case, told at little cost
            return False
        return not terms.isdisjoint(_WORD.findall(text))

    def same_sentence(self, end: int, start: int) -> bool:
        """Whether no sentence ends between two offsets."""
        return start - end < 2 * _LOOK and not _SENTENCE_END.search(self.folded, end, start + 1)

    def infinitive(self, start: int) -> bool:
        """Whether the last verb before `start` is an infinitive ("agreed to sell it in")."""
        low, _ = self._sentence(start, start)
        return self.language.tense_reader.ends_in_infinitive(_WORD.findall(self.raw, low, start))

    def quarter_near(self, start: int) -> bool:
        """Whether a quarter was named shortly before `start`."""
        return bool(self.quarter) and start - self.quarter_end < _QUARTER_REACH

    def word_before(self, start: int) -> str:
        """The folded word or mark that leads up to `start`; "" at the beginning."""
        pieces = self.folded[max(0, start - 30) : start].split()
        if not pieces:
            return ""
        last = _LAST.search(pieces[-1])
        return last.group() if last else pieces[-1][-1]

    def word_after(self, end: int) -> str:
        """The folded word or mark that follows `end`; "" at the end."""
        following = _NEXT.match(self.folded, end)
        return following.group(1) if following else ""
