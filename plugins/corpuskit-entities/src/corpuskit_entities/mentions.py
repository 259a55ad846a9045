"""Mentions: every named piece of an article in its place, before it is known who is who."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import attrs

from corpuskit.scan import Scan
from corpuskit_entities.lexica import lexicon, token_of
from corpuskit_entities.pieces import Piece, pieces_of
from corpuskit_entities.runs import is_titled, opener, runs_of

__all__ = ["Mention", "mentions_in"]

_AFTER = frozenset({": ", "— ", "– "})
_STATELY = frozenset({"place", "group"})
_PEOPLE = ("ian", "ean", "an", "ese", "ish", "i")  # how a people that no lexicon has may end
_ACRONYM = 4  # letters that an acronym has at most where all is in capitals
_SHOUTED = frozenset({"entities.acronym", "entities.head_word", "entities.unknown"})
_TAIL = re.compile(r"\.(?:com|org|net|gov|co\.uk)\b| \d\ders\b")
_TAILING = frozenset("cong0123456789")  # what a tail begins with, after its first character
_NUMBER = re.compile(r"(?<!\w)\d{1,3}(?:st|nd|rd|th) $")
_ORDINALS = frozenset(("t ", "d ", "h "))
# After the place: ", Calif.", ", Oct. 4" and then a mark; or the mark at once.
_DATELINE = re.compile(
    r"(?:,? [A-Z][\w.]*(?: [A-Z][\w.]*)?)?"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?,? ?[:(—–―-]"
)
_FAR = 4000  # characters within which somebody speaks again
_OPENING = frozenset('“"‘([«„•:—')


@attrs.define
class Mention:
    """A piece in its place.

    Attributes:
        start, end: offsets into the source.
        text: as written.
        piece: what the words alone tell; its own offsets count in the run.
        role: offsets of the title before it, or None.
        sentence: index of its sentence.
        alone: a single word that opens its sentence, where a capital proves nothing.
        kind, rule: as of the piece, until the context tells more.
    """

    start: int
    end: int
    text: str
    piece: Piece
    role: tuple[int, int] | None
    sentence: int
    alone: bool
    kind: str
    rule: str


def mentions_in(scan: Scan) -> list[Mention]:
    """All mentions, in text order."""
    found: list[Mention] = []
    reader = _Reader(scan)
    names, at, raw = scan.names, 0, scan.raw
    total = len(names)
    for index, (start, end, _, _) in enumerate(scan.sentences):
        first = at
        while at < total and names[at][0] < end:
            at += 1
        if at == first:
            continue
        here = names[first:at]
        long = (here[-1][1] - here[0][0]) * 5 > 3 * (end - start)
        titled = long and is_titled(raw, start, end, here)
        mark = None if not titled else _calmed if raw[start:end].isupper() else _plain
        for begin, stop, initial in runs_of(raw, here, titled):
            text = raw[begin:stop]
            skipped = opener(text) if initial and " " in text else 0
            if skipped:
                begin, text, initial = begin + skipped, text[skipped:], False
            shapes = _shapes(text, titled)
            if shapes:
                mentions = reader.in_run(begin, text, initial, shapes, index)
                found += mentions if mark is None else map(mark, mentions)
    return found


class _Shape(NamedTuple):
    """A piece with what decides how its surroundings are looked at.

    Attributes:
        numbered: the kind it has with a number before it ("97th Street"), or "".
        stately: a state's body may follow ("Norwegian army").
        whole: it is all of its run.
        opens: it is a single word at the start of its run.
    """

    piece: Piece
    numbered: str
    stately: bool
    whole: bool
    opens: bool


@functools.lru_cache(maxsize=16384)
def _shapes(run: str, titled: bool) -> tuple[_Shape, ...]:
    found: list[_Shape] = []
    for piece in pieces_of(run, titled):
        last = piece.words[-1]
        stately = piece.kind in _STATELY or (piece.kind == "unknown" and last.endswith(_PEOPLE))
        whole = piece.start == 0 and piece.end == len(run)
        opens = piece.start == 0 and len(piece.words) == 1
        found.append(_Shape(piece, token_of(last).head, stately, whole, opens))
    return tuple(found)


class _Reader:
    """Reads the runs of one article, with what stands around them."""

    __slots__ = ("_dateline", "_folded", "_opens", "_raw", "_sentences")

    def __init__(self, scan: Scan) -> None:
        self._raw, self._folded = scan.raw, scan.folded
        self._sentences, self._dateline = scan.sentences, scan.article.dateline
        self._opens = frozenset([start for _, start, _ in scan.zones])

    def in_run(
        self, begin: int, run: str, initial: bool, shapes: Sequence[_Shape], index: int
    ) -> list[Mention]:
        """The mentions of a run that begins at `begin`, in sentence `index`."""
        raw = self._raw
        found: list[Mention] = []
        may_date = self._dateline is not None or begin in self._opens
        for piece, numbered, stately, whole, opens in shapes:
            start, end, kind, rule, words, title, _ = piece
            start, end = begin + start, begin + end
            alone = opens and (
                initial or raw[begin - 1 : begin] in _OPENING or raw[begin - 2 : begin] in _AFTER
            )
            if numbered and raw[start - 2 : start] in _ORDINALS:
                number = _NUMBER.search(raw, max(0, start - 6), start)
                if number:
                    start, kind, rule, alone = number.start(), numbered, "entities.ordinal", False
            follow = raw[end : end + 1]
            if (follow == "." or follow == " ") and raw[end + 1 : end + 2] in _TAILING:
                tail = _TAIL.match(raw, end)
                if tail:
                    end, kind, rule, alone = tail.end(), "organisation", "entities.tail", False
                    follow, stately = "", False
            if follow == "." and kind == "unknown" and self._abbreviates(start, end):
                kind, rule = "place", "entities.country"
            if stately and (follow == " " or follow == "\u00a0"):
                stop = _state_body(self._folded, end + 1, self._sentences[index][1])
                if stop and (kind != "place" or len(words) < 3):
                    end, kind, rule, alone = stop, "organisation", "entities.state_body", False
            role = (begin + title[0], begin + title[1]) if title[0] >= 0 else None
            text = run if whole and end - start == len(run) else raw[start:end]
            mention = Mention(start, end, text, piece, role, index, alone, kind, rule)
            if kind == "place":
                if self._folded.startswith("'s ", end):
                    found += self._owned_body(mention)
            elif may_date and self._is_dateline(mention):
                mention.kind, mention.rule = "place", "entities.dateline"
            found.append(mention)
        return found

    def _abbreviates(self, start: int, end: int) -> bool:
        """ ", Va." and "D-Va.", short forms of states that may be words elsewhere."""
        if self._raw[start - 2 : start] != ", " and self._raw[start - 1 : start] != "-":
            return False
        return self._folded[start:end] in lexicon("place_names.tsv")

    def _owned_body(self, place: Mention) -> Iterator[Mention]:
        """ "Arvania's army" beside Arvania itself."""
        end = _state_body(self._folded, place.end + 3, self._sentences[place.sentence].end)
        if end:
            text, piece = self._raw[place.start : end], place.piece
            yield Mention(
                place.start, end, text, piece, None, place.sentence, False,
                "organisation", "entities.state_body",
            )  # fmt: skip

    def _is_dateline(self, mention: Mention) -> bool:
        """A place in capitals at a paragraph's start, or what the segmenter calls a dateline."""
        dateline = self._dateline
        if dateline is not None and dateline.start <= mention.start < dateline.end:
            return True
        if mention.start not in self._opens or not mention.text.isupper() or len(mention.text) < 3:
            return False
        token = token_of(mention.text.split(None, 1)[0])
        if token.common or token.first or _is_label(self._raw, mention):
            return False
        return _DATELINE.match(self._raw, mention.end) is not None


def _calmed(mention: Mention) -> Mention:
    """In a sentence in capitals, a word alone is neither a name nor an acronym by its capitals."""
    if len(mention.piece.words) == 1 and mention.rule in _SHOUTED:
        mention.alone = True
        token = token_of(mention.text)
        if token.common or token.head:
            mention.kind = ""  # left out
        elif len(mention.text) > _ACRONYM:
            mention.kind, mention.rule = "unknown", "entities.unknown"
    return mention


def _plain(mention: Mention) -> Mention:
    """In a headline, the capital of a general noun proves nothing."""
    if mention.rule == "entities.head_word":
        mention.alone = True
    return mention


def _is_label(raw: str, mention: Mention) -> bool:
    """Whether it opens lines before or after, too: who speaks in a transcript."""
    line = f"\n{mention.text}:"
    after = raw.find(line, mention.end, mention.end + _FAR)
    return after > 0 or raw.rfind(line, max(0, mention.start - _FAR), mention.start) > 0


def _state_body(folded: str, at: int, ceiling: int) -> int:
    """The end of a state's body named with a small letter ("army", "foreign ministry"), or 0."""
    bodies = lexicon("state_bodies.tsv")
    words = folded[at : min(at + 40, ceiling)].split(" ", 3)[:3]
    if not words or words[0].rstrip(".,;:’'s") not in _first_words():
        return 0
    for length in (2, 1):
        term = " ".join(words[:length])
        bare = term.removesuffix("'s").rstrip(".,;:?!)”\"'")
        if bare in bodies:
            follow = words[length] if len(words) > length and bare == term else ""
            plain = follow.rstrip('.,;:?!)”"')
            return 0 if token_of(plain.removesuffix("s")).role else at + len(bare)
    return 0


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(term.split()[0] for term in lexicon("state_bodies.tsv"))
