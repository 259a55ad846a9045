"""Tape: an article as one string of word-class letters, each with its place in the text."""

from __future__ import annotations

import bisect
import functools
import re
from functools import cached_property

from corpuskit.scan import Scan
from corpuskit_quotes.stretches import Stretch, stretches_in
from corpuskit_quotes.vocabulary import vocabulary

__all__ = ["Tape", "make_tape"]

_ABBREVIATED = (
    r"(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Brig|Adm|Prof|Rev|Hon|St|Jr|Sr|Inc|Ltd"
    r"|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|vs|[A-Z])\.(?=[\s,])"
)
_TOKEN = re.compile(
    rf"(?:[A-Za-z]\.){{2,}}|\b{_ABBREVIATED}"
    r"|\d[\d,.]*\d|\w+(?:[-\u2010\u2011\u2013&]\w+|['\u2019](?!s\b|re\b|ve\b|ll\b|d\b|m\b)\w+)*"
    r"|['\u2019](?:s|re|ve|ll|d|m)\b|--|\S"
)
_PUNCTUATION = {
    "\u2014": "-", "\u2013": "-", "\u2015": "-", "--": "-", "-": "-", "\u2026": ",", "!": ".", "?": ".",
    "[": "(", "]": ")", "{": "(", "}": ")", "\u2022": "\n", "*": "\n", "|": "\n", "%": "N",
    "$": "#", "\u20ac": "#", "\u00a3": "#", "@": "R", "#": "R", "/": "&", "\"": "R", "'": "R",
    "\u2019": "R", "\u2018": "R", "\u201c": "R", "\u201d": "R", "`": "R",
}  # fmt: skip
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.\u2019'-]{2,}(?:,? [A-Z][A-Za-z.]*){0,4}|[A-Z][a-z]{2}\w* \d{1,2})"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?: ?\([^()\n]{2,30}\))?(?: ?[:\u2014\u2013\u2015]| -{1,2}) ?(?=\S)"
)
_PRONOUN_IS = re.compile(r"(?<=[HiWwT])S")
_SPEECH_END = frozenset(",.!?\u2026\u2014-")


class Tape:
    """Letters and offsets of one article's tokens; a stretch within marks is one token.

    Attributes:
        tags: one letter a token. `Q` is a stretch that reads like speech, `q` another one,
            a line end ends a sentence, `|` a block.
        spans: (start, end) of each token.
        stretches: the stretches by token index.
    """

    def __init__(
        self,
        raw: str,
        tags: str,
        spans: list[tuple[int, int]],
        stretches: dict[int, Stretch],
        headings: tuple[tuple[int, int], ...] = (),
    ) -> None:
        self.raw = raw
        self.tags = tags
        self.spans = spans
        self.stretches = stretches
        self._headings = headings

    def is_heading(self, index: int) -> bool:
        """Whether a token stands in a headline, a key point or the first block."""
        start = self.spans[index][0]
        return any(first <= start < stop for first, stop in self._headings)

    @cached_property
    def reversed(self) -> str:
        """The tags right to left, for patterns that read towards the beginning."""
        return self.tags[::-1]

    @cached_property
    def starts(self) -> list[int]:
        """Token starts, for look-ups by offset."""
        return [start for start, _ in self.spans]

    def word(self, index: int) -> str:
        """The token as folded text."""
        start, end = self.spans[index]
        return self.raw[start:end].lower().replace("\u2019", "'")

    def text(self, first: int, stop: int) -> str:
        """The text of tokens first to stop (exclusive)."""
        return self.raw[self.spans[first][0] : self.spans[stop - 1][1]]

    def at(self, offset: int) -> int:
        """The token that begins at `offset` or is the last one before it."""
        return bisect.bisect_right(self.starts, offset) - 1


def make_tape(scan: Scan) -> Tape:
    """The tape of one article, all zones."""
    raw = scan.raw
    class_of = _class_of
    spans: list[tuple[int, int]] = []
    tags: list[str] = []
    stretches: dict[int, Stretch] = {}
    sentences = scan.sentences
    cursor = 0
    for block, (_, start, end) in enumerate(scan.zones):
        cuts: list[int] = []
        while cursor < len(sentences) and sentences[cursor].block == block:
            cuts.append(sentences[cursor].end)
            cursor += 1
        position = start
        dateline = _DATELINE.match(raw, start, end)
        if dateline is not None:
            cuts.insert(0, dateline.end())
        for stretch in (*stretches_in(raw, start, end), None):
            stop = end if stretch is None else stretch.start
            for cut in cuts:
                if position < cut < stop or (cut == stop and stretch is not None):
                    found = list(_TOKEN.finditer(raw, position, cut))
                    spans += [m.span() for m in found]
                    tags += [class_of(m[0]) for m in found]
                    spans.append((cut, cut))
                    tags.append("\n")
                    position = cut
            if position < stop:
                found = list(_TOKEN.finditer(raw, position, stop))
                spans += [m.span() for m in found]
                tags += [class_of(m[0]) for m in found]
            if stretch is not None:
                stretches[len(tags)] = stretch
                spans.append((stretch.start, stretch.end))
                tags.append(_stretch_class(raw, stretch))
                position = stretch.end
                if position in cuts and position < end:
                    spans.append((position, position))
                    tags.append("\n")
                cuts = [cut for cut in cuts if cut > position]
        spans.append((end, end))
        tags.append("|")
    headings = tuple(
        (start, end)
        for block, (zone, start, end) in enumerate(scan.zones)
        if block == 0 or zone in ("headline", "key_point")
    )
    return Tape(raw, _PRONOUN_IS.sub("x", "".join(tags)), spans, stretches, headings)


@functools.lru_cache(maxsize=1 << 16)
def _class_of(token: str) -> str:
    letter = _PUNCTUATION.get(token)
    if letter is not None:
        return letter
    if token in ("'s", "\u2019s"):
        return "S"
    return vocabulary().class_of(token)


def _stretch_class(raw: str, stretch: Stretch) -> str:
    """`Q` for what reads like speech, `q` for a word, a term or a title."""
    inner = raw[stretch.inner_start : stretch.inner_end]
    words = inner.split()
    if len(words) > 1 and _is_title(words):
        return "q"
    if inner[-1] in _SPEECH_END or len(words) > 7 or not stretch.closed:
        return "Q"
    follows = raw[stretch.end : stretch.end + 1]
    return "Q" if follows in (",", ".") and len(words) > 3 and inner[0].isupper() else "q"


def _is_title(words: list[str]) -> bool:
    """Capitals on every word of four letters or more, two at least."""
    long = [w for w in words if len(w.strip(",.!?\u2019'")) > 3]
    return len(long) > 1 and all(w[0].isupper() for w in long)
