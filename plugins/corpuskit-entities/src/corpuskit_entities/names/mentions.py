"""Mentions: every named piece of an article in its place, before it is known who is who."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

import attrs

from corpuskit.scan import Scan, fold
from corpuskit_entities.across.spelling import unaccented
from corpuskit_entities.cluster import Mention
from corpuskit_entities.lexica import head_of, known, place_of, token_of
from corpuskit_entities.names.compounds import is_adjective
from corpuskit_entities.names.joined import is_noun, is_state_body
from corpuskit_entities.names.pieces import Piece, pieces_of
from corpuskit_entities.names.runs import is_titled, opener, runs_of
from corpuskit_entities.names.units import add_units
from corpuskit_entities.tables import heads, lexicon, name_parts

__all__ = ["mentions_in"]

_NAMELESS = frozenset({"unknown", "role"})  # by its words alone
_STATELY = frozenset({"place", "group"})
_BUILT = frozenset({"facility", "place"})
_PEOPLE = re.compile(r"(?:an|ese|ish|i)\Z")  # how a people that no lexicon has may end
_ACRONYM = 4  # letters that an acronym has at most where all is in capitals
_SHOUTED = frozenset({"entities.acronym", "entities.head_word", "entities.unknown"})
_FIGURE = re.compile(r" (\d{1,4}[A-Z]?)(?![\w%]|[.,:-]\d|\s(?:million|billion|people|men|dead)\b)")
_TAIL = re.compile(r"\.(?:com|org|net|gov|co\.uk)\b| \d\ders\b")
_TAILS = frozenset({".c", ".o", ".n", ".g", *(f" {digit}" for digit in range(10))})
_NUMBER = re.compile(r"(?<!\w)\d{1,3}(?:st|nd|rd|th) $")
_ORDINALS = frozenset(("t ", "d ", "h ", "r ", "y ", "l ", *(f"{digit} " for digit in range(10))))
_MONTH = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)"
    r"|Sept(?:ember|\.)|(?:Octo|Novem|Decem)ber|(?:Oct|Nov|Dec)\.)"
)
_DATE = re.compile(rf"\b[Tt]he (?P<date>{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}) $")
_OWNING = frozenset(f"{mark}{s} " for mark in "'’" for s in "sS")
_BEFORE = 20  # characters that hold an article and a date
_FAR = 4000  # characters within which somebody speaks again
_OPENING = frozenset('“"‘([«„•:—')  # before a word alone, as at a sentence's start
_AFTER = frozenset(":—–-|")  # so with a space between


def mentions_in(scan: Scan) -> list[Mention]:
    """All mentions, in text order."""
    found: list[Mention] = []
    if not scan.names:
        return found
    reader = _Reader(scan)
    raw = scan.raw
    starts, ends, initials = zip(*scan.names, strict=True)
    names = [*zip(starts, ends, initials, strict=True)]  # plain tuples: quicker to take apart
    first, count = 0, len(names)
    for index, sentence in enumerate(scan.sentences):
        end = sentence[1]
        if starts[first] >= end:
            continue
        last = bisect_left(starts, end, first)
        here = names[first:last]
        spread = ends[last - 1] - starts[first]  # mostly tells that it is no headline
        titled = spread * 5 > 3 * (end - sentence[0]) and is_titled(raw, sentence[0], end, here)
        before = len(found)
        reader.read(runs_of(raw, here, titled), titled, index, found)
        if titled:
            mark = _calm if raw[sentence[0] : end].isupper() else _prove_nothing
            for mention in found[before:]:
                mark(mention)
        if last == count:
            break
        first = last
    add_units(scan, found)
    return found


@attrs.frozen
class _Looks:
    """What to look for beside a piece.

    Attributes:
        stately: a state's body after it ("Norwegian army").
        brief: a full stop, with which it is a state's short form ("Va.").
        shouted: in capitals, it may be a dateline.
        numbered: the kind it has with a number or date before it ("97th Street"), or "".
        figured: a figure after it is a part of the name ("Battalion 2").
        dotted: so is a full stop after its last word ("Varga Jr.").
    """

    stately: bool
    brief: bool
    shouted: bool
    numbered: str
    figured: bool
    dotted: bool


_Place = tuple[int, int]
# As in a Mention: start, end, text, words, gender, role, whether a word is all of the run, kind
# and rule; and what to look for beside it.
_Read = tuple[int, int, str, tuple[str, ...], str, _Place | None, bool, str, str, _Looks | None]


@functools.lru_cache(maxsize=16384)
def _within(run: str) -> tuple[_Read, ...]:
    """The pieces of a run inside a sentence."""
    return _pieces(run)


@functools.lru_cache(maxsize=16384)
def _opening(run: str) -> tuple[_Read, ...]:
    """The pieces of a run that opens a sentence."""
    skipped = opener(run) if " " in run else 0
    return _pieces(run, skipped) if skipped else _within(run)


@functools.lru_cache(maxsize=16384)
def _in_headline(run: str, initial: bool) -> tuple[_Read, ...]:
    """The pieces of a run in a headline."""
    return _pieces(run, opener(run) if initial and " " in run else 0, titled=True)


def _pieces(run: str, skipped: int = 0, *, titled: bool = False) -> tuple[_Read, ...]:
    """The pieces of a run behind what only opens it, and what to look for beside each."""
    found = [*pieces_of(run[skipped:], titled)]
    if skipped and run.isupper():
        return ()  # "A WOMAN"
    if len(found) == 1 and found[0].kind == "unknown" and is_adjective(run):
        return ()
    if skipped:
        found = [_moved(piece, skipped) for piece in found]
    if len(found) > 1:
        found = [*_with_states(run, found)]
    if not found and run[1:].islower() and _may_be_somebody(run):
        found = [Piece(0, len(run), "", "", (token_of(run).folded,))]
    return tuple([_read(run, piece) for piece in found])


def _may_be_somebody(word: str) -> bool:
    """Whether somebody may be called by a word that is no name: "Page", "May"."""
    token = token_of(word)
    return token.stop == "opener" or token.folded in name_parts("calendar")


def _with_states(run: str, pieces: list[Piece]) -> Iterator[Piece]:
    """ "Arvania's Army" in place of "Army", which is nobody's name; Arvania stays beside it."""
    before: Piece | None = None
    for piece in pieces:
        owned = before and before.kind == "place" and run[before.end : piece.start] in _OWNING
        if before and owned and not piece.role and is_state_body(" ".join(piece.words)):
            words = before.words + piece.words
            yield Piece(before.start, piece.end, "organisation", "entities.state_body", words)
        else:
            yield piece
        before = piece


def _moved(piece: Piece, by: int) -> Piece:
    role = (piece.role[0] + by, piece.role[1] + by) if piece.role else None
    return piece._replace(start=piece.start + by, end=piece.end + by, role=role)


def _read(run: str, piece: Piece) -> _Read:
    start, end, kind, rule, words, role, gender = piece
    text = run[start:end]
    if not text.isascii():
        words = tuple(map(unaccented, words))
    alone = start == 0 and len(words) == 1
    return start, end, text, words, gender, role, alone, kind, rule, _looks(piece, text)


def _looks(piece: Piece, text: str) -> _Looks | None:
    kind, last = piece.kind, piece.words[-1]
    if not kind:
        return None
    stately = kind in _STATELY or (kind == "unknown" and _PEOPLE.search(last) is not None)
    brief = kind in _NAMELESS and fold(text) in lexicon("place_names.tsv")
    shouted = text.isupper() and len(text) > 2
    at = piece.words.index("of") if "of" in piece.words else 0
    numbered = head_of(last) or (head_of(piece.words[at - 1]) if at else "")
    figured, dotted = last in name_parts("figured"), last in name_parts("dotted")
    if not (stately or brief or shouted or numbered or figured or dotted):
        return None
    return _Looks(stately, brief, shouted, numbered, figured, dotted)


class _Reader:
    """Reads the runs of one article, with what stands around them."""

    __slots__ = ("_dateline", "_folded", "_opens", "_raw", "_scan", "_sentences")

    def __init__(self, scan: Scan) -> None:
        dateline = scan.article.dateline
        self._scan = scan
        self._raw, self._folded, self._sentences = scan.raw, scan.folded, scan.sentences
        self._dateline = (0, 0) if dateline is None else (dateline.start, dateline.end)
        self._opens = {zone[1]: block for block, zone in enumerate(scan.zones)}

    def read(
        self,
        runs: Iterable[tuple[int, int, bool]],
        titled: bool,
        index: int,
        found: list[Mention],
    ) -> None:
        """Add the mentions of the runs of sentence `index` to `found`."""
        raw, (dateline, dated) = self._raw, self._dateline
        for begin, stop, initial in runs:
            run = raw[begin:stop]
            pieces = (
                _in_headline(run, initial) if titled else (_opening if initial else _within)(run)
            )
            for start, end, text, words, gender, role, alone, kind, rule, looks in pieces:
                start += begin
                end += begin
                if role:
                    role = (role[0] + begin, role[1] + begin)
                if alone and not initial:
                    before = raw[begin - 1]
                    alone = raw[begin - 2] in _AFTER if before == " " else before in _OPENING
                mention = Mention(start, end, text, words, gender, role, index, alone, kind, rule)
                found.append(mention)
                if (
                    raw[end : end + 2] in _TAILS
                    or (start < dated and start >= dateline)
                    or (looks and self._tells_more(looks, start, end))
                ):
                    self._look_around(mention, looks, found)

    def _tells_more(self, looks: _Looks, start: int, end: int) -> bool:
        """Whether the surroundings may tell more than the words: decided by a few letters."""
        return (
            (looks.stately and self._folded[end : end + 4] in _stately_openings())
            or ((looks.brief or looks.dotted) and self._raw.startswith(".", end))
            or (looks.shouted and start in self._opens)
            or (looks.numbered != "" and self._raw[start - 2 : start] in _ORDINALS)
            or (looks.figured and self._raw[end + 1 : end + 2].isdecimal())
        )

    def _look_around(self, mention: Mention, looks: _Looks | None, found: list[Mention]) -> None:
        """Change what the surroundings tell better; add another that begins where it does."""
        raw, start, end = self._raw, mention.start, mention.end
        if looks and looks.numbered and raw[start - 2 : start] in _ORDINALS:
            number = _NUMBER.search(raw, max(0, start - 6), start)
            if number:
                start = mention.start = number.start()
                self._becomes(mention, end, looks.numbered, "entities.ordinal")
            elif mention.words[-1] in heads("dated"):
                self._add_date(mention)
                start = mention.start
        follow = raw[end : end + 2]
        tail = _TAIL.match(raw, end) if follow in _TAILS else None
        if tail:
            self._becomes(mention, tail.end(), "organisation", "entities.tail")
        elif follow[:1] == "." and mention.kind in _NAMELESS and self._abbreviates(start, end):
            mention.kind, mention.rule, mention.role = "place", "entities.country", None
        elif looks and looks.stately:
            stop = _state_body(raw, self._folded, end, self._sentences[mention.sentence][1])
            if stop and (mention.kind != "place" or len(mention.words) < 3):
                self._becomes(mention, stop, "organisation", "entities.state_body")
        elif looks and looks.figured:
            self._add_figure(mention)
        elif looks and looks.dotted and end + 1 < self._sentences[mention.sentence][1]:
            mention.end, mention.text = end + 1, mention.text + "."
        if mention.kind == "place":
            if self._folded.startswith("'s ", mention.end):
                self._add_body(mention, found)
        elif self._is_dateline(mention):
            mention.kind, mention.rule = "place", "entities.dateline"

    def _add_figure(self, mention: Mention) -> None:
        """ "Battalion 2", "Resolution 12", no count ("the Battalion 2,000 men")."""
        found = _FIGURE.match(self._raw, mention.end)
        if found:
            mention.words = (*mention.words, found[1])
            kind = mention.kind if mention.kind not in _NAMELESS else head_of(mention.words[-2])
            self._becomes(mention, found.end(), kind or "other", "entities.figure")
            if known(mention.text):
                mention.kind = "organisation"

    def _add_date(self, mention: Mention) -> None:
        """ "The March 9 Movement", which a day gave its name."""
        start = mention.start
        found = _DATE.search(self._raw, max(0, start - _BEFORE), start)
        if found:
            mention.start = found.start("date")
            mention.words = (*found["date"].lower().split(), *mention.words)
            self._becomes(mention, mention.end, "organisation", "entities.dated")

    def _becomes(self, mention: Mention, end: int, kind: str, rule: str) -> None:
        mention.end, mention.kind, mention.rule, mention.alone = end, kind, rule, False
        mention.text = self._raw[mention.start : end]

    def _abbreviates(self, start: int, end: int) -> bool:
        """ ", Va.", "(Va.)" and "D-Va.", short forms of states that may be words elsewhere."""
        raw = self._raw
        if not raw.startswith(".", end) or not raw.endswith(
            (", ", "-", "("), max(0, start - 2), start
        ):
            return False
        return self._folded[start:end] in lexicon("place_names.tsv")

    def _add_body(self, place: Mention, found: list[Mention]) -> None:
        """ "Arvania's army" beside Arvania itself; "Arvania's Army" is in the run already."""
        if self._raw[place.end + 3 : place.end + 4].isupper():
            return
        ceiling = self._sentences[place.sentence].end
        end = _state_body(self._raw, self._folded, place.end + 2, ceiling)
        if end:
            start, rule = place.start, "entities.state_body"
            text, index = self._raw[start:end], place.sentence
            words = (*place.words, *self._folded[place.end + 3 : end].split())
            found.append(
                Mention(
                    start, end, text, words, place.gender, None, index, False, "organisation", rule
                )
            )

    def _is_dateline(self, mention: Mention) -> bool:
        """A place in capitals at a paragraph's start, or what the segmenter calls a dateline."""
        first, last = self._dateline
        if first <= mention.start < last:
            return True
        block = self._opens.get(mention.start)
        if block is None or not mention.text.isupper() or len(mention.text) < 3:
            return False
        dateline = self._scan.datelines.get(block)
        if dateline is None or not (
            mention.end == dateline.end or self._raw.startswith(",", mention.end)
        ):
            return False
        token = token_of(mention.text.split(None, 1)[0])
        called = token.first and (dateline.form == "label" or place_of(mention.text) is None)
        return not (token.common or called or _is_label(self._raw, mention))


def _calm(mention: Mention) -> None:
    """In a sentence in capitals, a word alone is neither a name nor an acronym by its capitals."""
    if len(mention.words) == 1 and mention.rule in _SHOUTED:
        mention.alone = True
        token = token_of(mention.text)
        if token.common or token.head:
            mention.kind = ""  # left out
        elif len(mention.text) > _ACRONYM:
            mention.kind, mention.rule = "unknown", "entities.unknown"


def _prove_nothing(mention: Mention) -> None:
    """In a headline, the capital of a general noun proves nothing, nor does that of a plural."""
    if mention.rule == "entities.head_word" or (
        mention.kind == "unknown" and is_noun(token_of(mention.text))
    ):
        mention.alone = True


def _is_label(raw: str, mention: Mention) -> bool:
    """Whether it opens lines before or after, too: who speaks in a transcript."""
    line = f"\n{mention.text}:"
    after = raw.find(line, mention.end, mention.end + _FAR)
    return after > 0 or raw.rfind(line, max(0, mention.start - _FAR), mention.start) > 0


def _state_body(raw: str, folded: str, space: int, ceiling: int) -> int:
    """The end of a state's body named with a small letter ("army", "foreign ministry"), or 0."""
    bodies, at = lexicon("state_bodies.tsv"), space + 1
    if folded[space : space + 4] not in _stately_openings():
        return 0
    words = folded[at : min(at + 40, ceiling)].split(" ", 3)[:3]
    for length in (2, 1):
        term = " ".join(words[:length])
        bare = term.removesuffix("'s").rstrip(".,;:?!)”\"'")
        if bare in bodies:
            follow = words[length] if len(words) > length and bare == term else ""
            plain = follow.rstrip('.,;:?!)”"')
            next_is_word = follow != "" and raw[at + len(bare) + 1].islower()
            token = token_of(plain.removesuffix("s"))
            other = next_is_word and (token.role or token.head in _BUILT)  # police officer, station
            return 0 if other else at + len(bare)
    return 0


@functools.cache
def _stately_openings() -> frozenset[str]:
    """The first four letters of what may follow a state: a body of it (" army"), or "'s" and one.

    Quick to look up, and mostly not there.
    """
    bodies = [*lexicon("state_bodies.tsv")]
    return frozenset([f" {body[:3]}" for body in bodies] + [f"'s {body[0]}" for body in bodies])
