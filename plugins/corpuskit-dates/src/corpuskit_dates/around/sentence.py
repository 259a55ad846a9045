"""Around: what stands about an expression in its sentence, and which tense its verbs have."""

from __future__ import annotations

import re
from itertools import groupby, pairwise

import attrs

from corpuskit import Span
from corpuskit.scan import ABBREVIATIONS
from corpuskit_dates.words.language import Language
from corpuskit_dates.words.tense import ASIDE, Tense

__all__ = ["WORD", "Around"]

WORD = re.compile(r"[a-zA-Z]++[^\W\d_]*+(?:'t)?|[^\W\d_]++(?:'t)?|'ll|\d[\d.,]*+")
"""A word or figure ("fell to 44 percent" has no infinitive); the first half, which reads most of
them, is quick."""
_INNER = re.compile(r"-\w+(?=-)")  # "pay-to-play" has no infinitive
_NO_END = "".join(  # one look back for those of one length
    rf"(?<!\b(?:{'|'.join(map(re.escape, words))})\.)"
    for _, words in groupby(sorted(ABBREVIATIONS, key=lambda word: (len(word), word)), key=len)
)
_SENTENCE_END = re.compile(  # begins with a set: quick to search for
    r"[.!?;:\n](?:(?<!\n)"
    rf"(?<!\b[^\W\d]\.){_NO_END}[.!?;:]*[\"'\u201d)]*\s|(?<=\n)\s*\n)"
)
_PARAGRAPH_END = re.compile(r"(?<=[.!?:;\"\u201d\u2019')])\s*\n|\n\s*\n")
_LAST = re.compile(r"(?:[^\W\d_]+|\d+)\Z")
_NEXT = re.compile(r"\s*([^\W\d_]+|\d+|[^\w\s])")
_OBJECT = 6  # words that what is called for takes
_CLOSE = 60  # characters in which most verbs stand
_LOOK = 180  # characters in which a verb's tense still counts


@attrs.define(eq=False, slots=False)
class Around:
    """One article's text, asked about places in it.

    Attributes:
        raw, folded: the text that offsets count in.
        extent: the article in it; what stands around it tells another story.
        language: whose tense markers to read.
    """

    raw: str
    folded: str
    extent: Span
    language: Language
    _tense: tuple[int, int, Tense | None] = attrs.field(
        init=False, default=(-1, -1, None), kw_only=True
    )

    def _begin(self, start: int, reach: int = _LOOK) -> int:
        """Where the sentence of `start` begins, as far as `reach` goes back."""
        low = max(self.extent.start, start - reach)
        for match in _SENTENCE_END.finditer(self.folded, low, start):
            low = match.end()
        return low

    def _stop(self, end: int) -> int:
        """Where the sentence of `end` ends, as far as a verb in it still counts."""
        high = min(self.extent.end, end + _LOOK)
        stop = _SENTENCE_END.search(self.folded, end, high)
        return stop.start() if stop else high

    def tense(self, start: int, end: int) -> Tense | None:
        """Tense of the nearest verb before the expression in its sentence, else after it."""
        if self._tense[:2] != (start, end):
            self._tense = start, end, self._read_tense(start, end)
        return self._tense[2]

    def _read_tense(self, start: int, end: int) -> Tense | None:
        reader = self.language.tense_reader
        close = self._begin(start, _CLOSE)
        cut = close and close == start - _CLOSE  # there may be more of the sentence before
        if cut:
            close = self.raw.find(" ", close, start)
        words = self._words(close, start)
        found, at = reader.last(words)
        if cut and at < ASIDE:
            words = self._words(self._begin(start), start)
            found, _ = reader.last(words)
        if found is None or found == "planned":
            opens = len(words) < 2  # "On" at most before it
            after = reader.first(
                self._following(end) if opens else self._words(end, self._stop(end))
            )
            if found is None:
                return after or ("future" if self.infinitive(start) else None)
            return "due" if after == "past" else "future"
        return self._supposed(start, end) if found == "supposed" else found

    def _supposed(self, start: int, end: int) -> Tense | None:
        """Tense of an expression behind "if": that of what is still to come, unless the clause is
        told in the past ("if Friday's vote failed") or has ended ("if it rains, on Friday")."""
        comma = self.raw.rfind(",", self._begin(start), start)
        words = self._words(max(comma, self._begin(start)), start)
        reader = self.language.tense_reader
        found, at = reader.last(words)
        if found == "supposed" and len(words) - at > 2:
            return "future"
        after = reader.first(self._words(end, self._stop(end)))
        return "future" if found == "supposed" and after != "past" else after or found

    def _following(self, end: int) -> list[str]:
        """The words behind an expression that opens its sentence, without a clause between commas
        that says who or what somebody is: "On Friday Velm, which said so, plans to vote"."""
        stop = self._stop(end)
        aside = self.language.aside.search(self.folded, end, stop)
        if aside is None:
            return self._words(end, stop)
        return self._words(end, aside.start()) + self._words(aside.end(), stop)

    def same_paragraph(self, end: int, start: int) -> bool:
        """Whether no paragraph ends between two offsets; a line may, amid a sentence."""
        return not _PARAGRAPH_END.search(self.raw, end, start)

    def _words(self, start: int, end: int) -> list[str]:
        """The words from `start` to `end`, with straight apostrophes ("won't" is one); what stands
        in capitals in lower case, for there a verb looks like a name."""
        text = self.raw[start:end]
        plain = self.folded[start:end] if text.isupper() else text.replace("\u2019", "'")
        return WORD.findall(plain)

    def beside(self, name: str, start: int, end: int) -> bool:
        """Whether a word of a class stands in the sentence of start:end."""
        terms = self.language.terms(name)
        text = self.folded[self._begin(start) : self._stop(end)]
        if not any(term in text for term in terms):  # the usual case, told at little cost
            return False
        return not terms.isdisjoint(WORD.findall(text))

    def same_sentence(self, end: int, start: int) -> bool:
        """Whether no sentence ends between two offsets."""
        return start - end < 2 * _LOOK and not _SENTENCE_END.search(self.folded, end, start + 1)

    def happened(self, start: int, end: int) -> bool:
        """Whether a past verb and "on" lead up to the day start:end, "was killed on 1 May", or it
        opens a sentence whose first verb is past: "On 1 May he was killed"."""
        words, reader = self._words(self._begin(start, _CLOSE), start), self.language.tense_reader
        if len(words) == 1 and words[0].lower() in self.language.terms("on"):
            return reader.first(self._following(end)) == "past"
        led = bool(words) and words[-1] in self.language.terms("on")
        return led and reader.ends_in_past(words[:-1])

    def close_before(self, start: int) -> list[str]:
        """The folded words that lead up to `start` in its sentence, as far as most verbs stand."""
        return self.folded[self._begin(start, _CLOSE) : start].split()

    def compared(self, start: int) -> bool:
        """Whether the time at `start` is that of what something is compared with: "up from 28 cents
        in"."""
        words = self.close_before(start)[-_OBJECT:]
        if words[-3:-2] and words[-3] in self.language.terms("after") and words[-2][0].isdecimal():
            return True  # "grew 4.6%, after 4.7% in"
        pairs = {f"{word} {after}" for word, after in pairwise(words)}
        return not pairs.isdisjoint(self.language.terms("risen"))

    def called_for(self, start: int) -> bool:
        """Whether somebody fixes the day at `start` for something: "called a strike for Friday",
        "called for a strike on Friday"."""
        terms, reader = self.language.terms, self.language.tense_reader
        last = self.word_before(start)
        if last not in terms("on") and not reader.leads_on(last):
            return False  # the usual case, told at little cost
        words = self._words(self._begin(start, _CLOSE), start)
        if words and words[-1] in terms("on"):
            what, led = terms("fixture") | terms("event"), terms("for")
            at = [i for i, word in enumerate(words[:-1]) if word in led][-1:]
            if at and len(words) - at[0] <= _OBJECT and words[-2] in what:
                words = words[: at[0] + 1]
        return reader.calls_for(words)

    def fixed_for(self, start: int) -> bool:
        """Whether something is set for the time at `start`: "is scheduled for May"."""
        words = self._words(self._begin(start, _CLOSE), start)
        return self.language.tense_reader.fixes(words)

    def undertaken(self, start: int) -> bool:
        """Whether the last verb before `start` promises or orders: "promised an answer by"."""
        words = self._words(self._begin(start), start)
        return self.language.tense_reader.undertakes(words)

    def passive(self, start: int) -> bool:
        """Whether the last verb before `start` is a passive in the past."""
        words = self._words(self._begin(start), start)
        return self.language.tense_reader.is_passive(words)

    def prolonged(self, start: int) -> bool:
        """Whether the last verb before `start` puts off: "extended the loans through"."""
        words = self._words(self._begin(start), start)
        _, at = self.language.tense_reader.last(words)
        return at >= 0 and words[at] in self.language.terms("deferring")

    def went_on(self, start: int, end: int) -> bool:
        """Whether what is told of lasted until start:end, which is past then: "had met until
        Friday", "did not leave until Friday", "until Friday, when it burned"."""
        reader, terms = self.language.tense_reader, self.language.terms
        words = self._words(self._begin(start), start)[:-1]
        if not terms("deferring").isdisjoint(words):
            return False
        if reader.is_over(words, terms("enduring") | terms("taking")):
            return True
        told = self.folded.startswith(",", end) and self.after_is(end + 1, "when")
        return told and reader.first(self._words(end, self._stop(end))) == "past"

    def infinitive(self, start: int) -> bool:
        """Whether the last verb before `start` is an infinitive ("agreed to sell it in")."""
        begun, raw = self._begin(start), self.raw
        text = self.folded if raw[begun:start].isupper() else raw
        words = WORD.findall(_INNER.sub("-", text[begun:start]))
        return self.language.tense_reader.ends_in_infinitive(words)

    def heads_line(self, start: int) -> bool:
        """Whether a line begins at `start`."""
        return start == self.extent.start or self.raw[start - 1] == "\n"

    def is_line(self, start: int, end: int) -> bool:
        """Whether nothing else stands on the line of start:end; a colon may."""
        return self.heads_line(start) and self.raw[end : end + 2].lstrip(":")[:1] in ("", "\n")

    def opens_sentence(self, start: int) -> bool:
        """Whether only marks stand between `start` and the end of the sentence before."""
        before = self.raw[max(0, start - 4) : start].rstrip()
        return not before or not (before[-1].isalnum() or before[-1] in ",)%")

    def word_before(self, start: int) -> str:
        """The folded word or mark that leads up to `start`; "" at the beginning."""
        pieces = self.folded[max(0, start - 30) : start].split()
        if not pieces:
            return ""
        if pieces[-1].isalpha():
            return pieces[-1]
        last = _LAST.search(pieces[-1])
        return last.group() if last else pieces[-1][-1]

    def before_is(self, start: int, *names: str) -> bool:
        """Whether the word that leads up to `start` is of one of these classes."""
        word, terms = self.word_before(start), self.language.terms
        for name in names:  # noqa: SIM110  a generator costs twice as much here
            if word in terms(name):
                return True
        return False

    def after_is(self, end: int, *names: str) -> bool:
        """Whether the word that follows `end` is of one of these classes."""
        word, terms = self.word_after(end), self.language.terms
        return any(word in terms(name) for name in names)

    def noun_follows(self, end: int) -> bool:
        """Whether a noun may follow `end`: "the 5th floor", "the past president"; not "on the 5th
        ordered", "in the past has"."""
        after = self.word_after(end)
        return (
            after.isalpha()
            and after not in self.language.terms("no_noun")
            and not after.endswith("ed")
            and not self.language.tense_reader.is_finite(after)
        )

    def word_after(self, end: int) -> str:
        """The folded word or mark that follows `end`; "" at the end."""
        following = _NEXT.match(self.folded, end)
        return following.group(1) if following else ""
