"""Tape: an article as one string of word-class letters, each with its place in the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from corpuskit import Span
from corpuskit.scan import Scan
from corpuskit_quotes.sentence.letters import (
    TOKEN,
    is_title_case,
    opened,
    pieces,
    stretch_class,
)
from corpuskit_quotes.sentence.stretches import Stretch, openers_in, stretches_in
from corpuskit_quotes.vocabulary import Cue, used_as, vocabulary

__all__ = ["Tape", "make_tape"]

_PRONOUNS = "HiWwT"
"""Letters behind which a possessive is a short form of `is` or `has`."""


_SPEECH_ONLY = used_as("speech")
_ANY_VERB = frozenset("vVZez")


class Tape:
    """Letters and places of one article's tokens; a stretch within marks is one token.

    Attributes:
        raw: the source's text; all offsets count in it.
        tags: one letter a token. `Q` is a stretch that reads like speech, `q` another one,
            a line end ends a sentence, `|` a block.
        starts: where each token begins, and where the last one ends. There is nothing but white
            space between a token and the next one of its block.
        stretches: the stretches by token index.
        headings: first and last (exclusive) tokens of headlines, key points and a first block
            that may be one.
        reversed: the tags right to left, for patterns that read towards the beginning.
        times: one letter a token for what it is in a time; see `vocabulary.time_class`.
        ends: the tokens behind those that end a sentence or a block.
    """

    __slots__ = (
        "_cues",
        "_folded",
        "_marked",
        "ends",
        "headings",
        "raw",
        "reversed",
        "starts",
        "stretches",
        "tags",
        "times",
    )

    def __init__(
        self,
        scan: Scan,
        tags: str,
        times: str,
        starts: list[int],
        stretches: dict[int, Stretch],
        headings: Sequence[tuple[int, int]],
    ) -> None:
        self.raw = scan.raw
        self._folded = scan.folded
        self._cues = vocabulary().cues
        self.tags = tags
        self.times = times
        self.starts = starts
        self.stretches = stretches
        self.headings = headings
        self.reversed = tags[::-1]
        lines = tags.replace("|", "\n").splitlines(keepends=True)
        self.ends = list(accumulate(map(len, lines)))
        self._marked = sorted(stretches)

    def stretches_in(self, tokens: range) -> list[Stretch]:
        """The stretches among some tokens."""
        marked = self._marked
        low, stop = bisect_left(marked, tokens.start), tokens.stop
        if low == len(marked) or marked[low] >= stop:
            return []
        return [self.stretches[i] for i in marked[low : bisect_left(marked, stop, low)]]

    def word(self, index: int) -> str:
        """The token as folded text; empty for a sentence's boundary."""
        return self._folded[self.starts[index] : self.starts[index + 1]].rstrip()

    def cue(self, index: int) -> Cue | None:
        """The cue that a token is a form of, or None."""
        return self._cues.get(self._folded[self.starts[index] : self.starts[index + 1]].rstrip())

    def quotes(self, index: int, *, generic: bool = False) -> bool:
        """Whether a verb may introduce speech within marks; `generic` lets any verb do so."""
        word = self.word(index)
        cue = self._cues.get(word)
        if cue is not None and "quote" in cue.verb:
            return True
        return (generic and self.tags[index] in _ANY_VERB) or word in _SPEECH_ONLY

    def text(self, tokens: range) -> str:
        """The text of some tokens."""
        return self.raw[self.starts[tokens.start] : self.starts[tokens.stop]].rstrip()

    def span(self, tokens: range) -> Span:
        """Where some tokens stand in the text."""
        start = self.starts[tokens.start]
        return Span(start, start + len(self.raw[start : self.starts[tokens.stop]].rstrip()))

    def at(self, offset: int) -> int:
        """The token that begins at `offset` or is the last one before it."""
        return (bisect_right(self.starts, offset) or 1) - 1


class _Builder:
    """Collects the tokens of a tape block by block."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.tags: list[str] = []
        self.times: list[str] = []
        self.starts: list[int] = []
        self.stretches: dict[int, Stretch] = {}
        self._piece_of = pieces(titled=False).__getitem__

    def add_block(
        self, start: int, end: int, cuts: Sequence[int], *, marked: bool, heading: bool
    ) -> None:
        """One block, with a boundary at each of `cuts` that lies in no stretch.

        `marked` is whether a stretch may open in it.
        """
        raw, position = self.raw, start
        titled = heading and is_title_case(raw[start:end])
        piece_of = self._piece_of if not titled else pieces(titled=True).__getitem__
        for stretch in stretches_in(raw, start, end) if marked else ():
            if position < stretch.start:
                inner = cuts[bisect_right(cuts, position) : bisect_left(cuts, stretch.start)]
                self._add_text(piece_of, position, stretch.start, inner)
                if stretch.start in cuts or _runs_on(raw, stretch):
                    self._add_mark("\n", stretch.start)  # behind a dateline
            self.stretches[len(self.starts)] = stretch
            self._add_mark(stretch_class(raw, stretch, heading=heading), stretch.start)
            position = stretch.end
            if raw[stretch.inner_end - 1] == ",":
                self._add_mark(",", position)  # a comma within the marks is one outside
            if position in cuts or _is_run_on(raw, stretch):
                self._add_mark("\n", position)
        if position < end:
            if position > start:
                cuts = cuts[bisect_right(cuts, position) :]
            self._add_text(piece_of, position, end, cuts)
        self._add_mark("|", end)

    def _add_mark(self, letter: str, start: int) -> None:
        """A token that is no word."""
        self.starts.append(start)
        self.tags.append(letter)
        self.times.append(letter)

    def _add_text(
        self, piece_of: Callable[[str], str], start: int, end: int, cuts: Sequence[int]
    ) -> None:
        """Text outside of marks, with a boundary at each of `cuts`."""
        raw, tags, times, starts = self.raw, self.tags, self.times, self.starts
        for cut in (*cuts, end):
            text = raw[start:cut].split()
            if text:
                first, begin = len(starts), raw.index(text[0], start)
                read = "".join(map(piece_of, text))
                letters = read[::3]
                starts += accumulate(read[1::3].encode("latin-1"), initial=begin)
                if starts.pop() != (cut if raw[cut - 1].isspace() else cut + 1):
                    starts[first:] = _spaced(raw, text, begin)
                tags.append(letters if tags and tags[-1] not in "\n|" else opened(letters, text))
                times.append(read[2::3])
            if cut != end:
                starts.append(cut)
                tags.append("\n")
                times.append("\n")
            start = cut


def _is_run_on(raw: str, stretch: Stretch) -> bool:
    """Whether a sentence follows the one that a stretch ends, and the space was lost: `“… go.”The
    army left.`"""
    follows = raw[stretch.end : stretch.end + 1]
    return follows.isupper() and raw[stretch.inner_end - 1] in _STOPS and stretch.closed


def _runs_on(raw: str, stretch: Stretch) -> bool:
    """Whether a stretch opens the sentence behind another, and the space was lost: `It fell.“We
    go,” she said.`"""
    return raw[stretch.start - 1] in _STOPS and raw[stretch.inner_start].isupper()


_STOPS = frozenset(".!?")


def _spaced(raw: str, text: Sequence[str], position: int) -> Iterator[int]:
    """Where the tokens of `text` begin if there is more than one space between two pieces."""
    for piece in text:
        position = raw.find(piece, position)
        for token in TOKEN.finditer(piece):
            yield position + token.start()
        position += len(piece)


def make_tape(scan: Scan) -> Tape:
    """The tape of one article, all zones."""
    builder = _Builder(scan.raw)
    stops, datelines = [sentence[1] for sentence in scan.sentences], scan.datelines
    headings: list[tuple[int, int]] = []
    openers = openers_in(scan.raw, scan.article.span.start, scan.article.span.end)
    openers.append(len(scan.raw))
    for block, (zone, start, end) in enumerate(scan.zones):
        first = len(builder.starts)
        inner = stops[bisect_right(stops, start) : bisect_left(stops, end)]
        if block in datelines:
            told = datelines[block].told
            inner = [told, *(cut for cut in inner if cut > told)]
        heading = zone in ("headline", "key_point") or (block == 0 and _reads_as_heading(scan))
        marked = openers[bisect_left(openers, start)] < end
        builder.add_block(start, end, inner, marked=marked, heading=heading)
        if heading:
            headings.append((first, len(builder.starts)))
    builder.starts.append(builder.starts[-1] if builder.starts else 0)
    tags = "".join(builder.tags).replace("A.", "CC").replace("A", "C").replace(".,", "C,")
    for letter in _PRONOUNS:
        tags = tags.replace(letter + "S", letter + "x")
    tags = _before_that(_nouns_told(tags, scan.raw, builder.starts), scan.raw, builder.starts)
    return Tape(scan, tags, "".join(builder.times), builder.starts, builder.stretches, headings)


def _nouns_told(tags: str, raw: str, starts: Sequence[int]) -> str:
    """With the letter of nouns that look like verbs: `the state of Sol`, `as hopes faded`."""
    for match in _NO_VERB.finditer(tags):
        at = match.start()
        cue = vocabulary().cues.get(raw[starts[at] : starts[at + 1]].rstrip().lower())
        if tags[at + 1] != "f" or (cue and not any(map(_takes_of, cue.verb))):
            tags = f"{tags[:at]}N{tags[at + 1 :]}"
    return tags


_NO_VERB = re.compile(r"B(?=f)|Z(?<=[sp,;|]Z)(?=[exvV])")


def _takes_of(code: str) -> bool:
    return code.startswith("of")


def _before_that(tags: str, raw: str, starts: Sequence[int]) -> str:
    """With the letters of verbs that are cues before `that`: `held that the law was void`."""
    for match in _VERB_THAT.finditer(tags):
        at = match.start() - 1
        letter = vocabulary().clausal.get(raw[starts[at] : starts[at + 1]].rstrip().lower())
        if letter is not None:
            tags = tags[:at] + letter + tags[at + 1 :]
    return tags


_VERB_THAT = re.compile(r"T(?<=[uvz]T)(?![JN]{0,2}[NK][^VvxzZBuNCK])")


def _reads_as_heading(scan: Scan) -> bool:
    """Whether the first block may be a headline where none is labelled: others follow it, or
    it has no full stop."""
    if any(zone == "headline" for zone, _, _ in scan.zones):
        return False
    return len(scan.zones) > 1 or scan.raw[scan.zones[0][2] - 1] not in ".!?\u201d\"'\u2019"
