"""Mentions: every named piece of an article in its place, before it is known who is who."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import attrs

from corpuskit.scan import Name, Scan
from corpuskit_entities.joined import LONGEST, is_one_name
from corpuskit_entities.lexica import lexicon, token_of
from corpuskit_entities.pieces import Piece, pieces_of

__all__ = ["Mention", "mentions_in"]

_ARTICLES = ("al-", "el-", "ul-", "as-", "an-")
_AFTER = frozenset({": ", "— ", "– "})
_STATELY = frozenset({"place", "group"})
_PEOPLE = ("ian", "ean", "an", "ese", "ish", "i")  # how a people that no lexicon has may end
_ACRONYM = 4  # letters that an acronym has at most where all is in capitals
_SHOUTED = frozenset({"entities.acronym", "entities.head_word", "entities.unknown"})
# After the place: ", Calif.", ", Oct. 4" and then a mark; or the mark at once.
_TAIL = re.compile(r"\.(?:com|org|net|gov|co\.uk)\b| \d\ders\b")
_TAILING = frozenset("cong0123456789")  # what a tail begins with, after its first character
_NUMBER = re.compile(r"(?<!\w)\d{1,3}(?:st|nd|rd|th) $")
_ORDINALS = frozenset(("t ", "d ", "h "))
_DATELINE = re.compile(
    r"(?:,? [A-Z][\w.]*(?: [A-Z][\w.]*)?)?"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?,? ?[:(—–―-]"
)
_SLOGAN = 4  # words with a capital below which a sentence is no headline
_WORDS = re.compile(r"[^\W\d_][\w’']*")
_LIGHT = frozenset(
    "the and but for nor yet with from into onto over than that under versus upon vs via per amid "
    "near off out about after before against among between through during toward towards without "
    "since until while when where why how what who your his her its our their this not".split()
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
    names, opens = scan.names, frozenset([start for _, start, _ in scan.zones])
    at, total, raw = 0, len(names), scan.raw
    for index, (start, end, _, _) in enumerate(scan.sentences):
        first = at
        while at < total and names[at][0] < end:
            at += 1
        if at == first:
            continue
        here = names[first:at]
        long = (here[-1][1] - here[0][0]) * 5 > 3 * (end - start)
        titled = long and _titled(raw, start, end, here)
        shouts = titled and raw[start:end].isupper()
        for begin, stop, initial in _runs(raw, here, titled):
            text = raw[begin:stop]
            skipped = _opener(text) if initial and " " in text else 0
            if skipped:
                begin, text, initial = begin + skipped, text[skipped:], False
            shapes = _shapes(text, titled)
            if shapes:
                mentions = _in_run(scan, begin, text, initial, shapes, index, opens)
                if shouts:
                    mentions = [*map(_calmed, mentions)]
                elif titled:
                    mentions = [*map(_plain, mentions)]
                found += mentions
    return found


class _Shape(NamedTuple):
    """A piece with what decides how its surroundings are looked at.

    Attributes:
        numbered: the kind it has with a number before it ("97th Street"), or "".
        stately: a state's body may follow ("Norwegian army").
        whole: it is all of its run.
    """

    piece: Piece
    numbered: str
    stately: bool
    whole: bool


@functools.lru_cache(maxsize=16384)
def _shapes(run: str, titled: bool) -> tuple[_Shape, ...]:
    found: list[_Shape] = []
    for piece in pieces_of(run, titled):
        last = piece.words[-1]
        stately = piece.kind in _STATELY or (piece.kind == "unknown" and last.endswith(_PEOPLE))
        whole = piece.start == 0 and piece.end == len(run)
        found.append(_Shape(piece, token_of(last).head, stately, whole))
    return tuple(found)


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


def _titled(raw: str, start: int, end: int, names: Sequence[Name]) -> bool:
    """Whether all words of a sentence that may have capitals do, as in headlines and slogans."""
    if sum([end - start for start, end, _ in names]) * 5 <= 3 * (end - start):
        return False
    words = _WORDS.findall(raw, start, end)
    small = [word for word in words if word[0].islower()]
    return len(words) - len(small) >= _SLOGAN and not any(map(_has_weight, small))


def _has_weight(word: str) -> bool:
    """Whether a headline with capitals would give this word one."""
    return len(word) > 2 and word not in _LIGHT


def _in_run(
    scan: Scan,
    begin: int,
    run: str,
    initial: bool,
    shapes: Sequence[_Shape],
    index: int,
    opens: frozenset[int],
) -> list[Mention]:
    raw = scan.raw
    found: list[Mention] = []
    may_date = begin in opens or scan.article.dateline is not None
    for shape in shapes:
        piece = shape.piece
        alone = piece.start == 0 and len(piece.words) == 1
        alone = alone and (
            initial or raw[begin - 1 : begin] in _OPENING or raw[begin - 2 : begin] in _AFTER
        )
        mention = _mention(scan, shape, begin, run, index, alone)
        if mention.kind != "place":
            if may_date and _datelined(scan, mention, opens):
                mention.kind, mention.rule = "place", "entities.dateline"
        elif scan.folded.startswith("'s ", mention.end):
            found += _owned_body(scan, mention)
        found.append(mention)
    return found


def _runs(raw: str, names: Sequence[Name], titled: bool) -> Sequence[tuple[int, int, bool]]:
    """Capitalised runs with what belongs to them: "al-Sol", "Chargé d’Affaires"."""
    longest = LONGEST if not titled else LONGEST - 2  # no "and" in headlines
    before = -LONGEST - 1
    for start, stop, _ in names:
        if start - before <= longest or raw[start - 1] == "-":
            return _joined(raw, names, longest)
        before = stop
    return names


def _joined(raw: str, names: Sequence[Name], longest: int) -> list[tuple[int, int, bool]]:
    found: list[tuple[int, int, bool]] = []
    begin, stop, opening = names[0]
    if raw[begin - 1] == "-" and raw[begin - 3 : begin].lower() in _ARTICLES:
        begin -= 3
    for start, end, initial in names[1:]:
        if raw[start - 1] == "-" and raw[start - 3 : start].lower() in _ARTICLES:
            start -= 3
        if start - stop <= longest and is_one_name(raw, begin, stop, start, end):
            stop = end
            continue
        found.append((begin, stop, opening))
        begin, stop, opening = start, end, initial
    found.append((begin, stop, opening))
    return found


@functools.lru_cache(maxsize=8192)
def _opener(run: str) -> int:
    """The length of an article or participle that only opens a sentence ("Leaving Zarvik")."""
    word, space, rest = run.partition(" ")
    if word == "The" and space:
        return 4
    if space and word.endswith(("ing", "ed")) and token_of(word).common:
        follow = token_of(rest.split(None, 1)[0])
        if not (follow.common or follow.head):
            return len(word) + 1
    return 0


def _mention(
    scan: Scan, shape: _Shape, offset: int, run: str, sentence: int, alone: bool
) -> Mention:
    """The piece in its place, and what stands right around it."""
    piece, numbered, stately, whole = shape
    start, end, kind, rule, _, title, _ = piece
    raw, start, end = scan.raw, offset + start, offset + end
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
    if kind == "unknown" and follow == "." and _abbreviates(scan, start, end):
        kind, rule, stately = "place", "entities.country", True
    if stately and (follow == " " or follow == "\u00a0"):
        stop = _state_body(scan.folded, end + 1, scan.sentences[sentence].end)
        if stop and (kind != "place" or len(piece.words) < 3):
            end, kind, rule = stop, "organisation", "entities.state_body"
            alone = False
    role = (offset + title[0], offset + title[1]) if title[0] >= 0 else None
    text = run if whole and end - start == len(run) else raw[start:end]
    return Mention(start, end, text, piece, role, sentence, alone, kind, rule)


def _abbreviates(scan: Scan, start: int, end: int) -> bool:
    """ ", Va." and "D-Va.", short forms of states that may be words elsewhere."""
    if scan.raw[start - 2 : start] != ", " and scan.raw[start - 1 : start] != "-":
        return False
    return scan.folded[start:end] in lexicon("place_names.tsv")


def _owned_body(scan: Scan, place: Mention) -> Iterator[Mention]:
    """ "Arvania's army" beside Arvania itself."""
    end = _state_body(scan.folded, place.end + 3, scan.sentences[place.sentence].end)
    if end:
        text, piece = scan.raw[place.start : end], place.piece
        yield Mention(
            place.start, end, text, piece, None, place.sentence, False,
            "organisation", "entities.state_body",
        )  # fmt: skip


def _datelined(scan: Scan, mention: Mention, opens: frozenset[int]) -> bool:
    """A place in capitals at a paragraph's start, or what the segmenter calls a dateline."""
    dateline = scan.article.dateline
    if dateline is not None and dateline.start <= mention.start < dateline.end:
        return True
    if mention.start not in opens or not mention.text.isupper() or len(mention.text) < 3:
        return False
    token = token_of(mention.text.split(None, 1)[0])
    if token.common or token.first or _is_label(scan.raw, mention):
        return False
    return _DATELINE.match(scan.raw, mention.end) is not None


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
