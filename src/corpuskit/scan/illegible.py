"""Illegible: which stretches of a text are read otherwise than they stand, and as what."""

from __future__ import annotations

import bisect
import functools
import html
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from corpuskit.model.span import Span
from corpuskit.scan.lexicon import Lexicon
from corpuskit.scan.markup import markup_in

__all__ = ["Edit", "character_edits", "space_edits"]


class Edit(NamedTuple):
    """A stretch of the original, in code points, half-open, and what is read in its place."""

    start: int
    end: int
    read: str


@functools.lru_cache(maxsize=1)
def character_edits(raw: str, start: int = 0, end: int = sys.maxsize) -> tuple[Edit, ...]:
    """Characters in raw[start:end] that are read otherwise than they stand, in text order; those of
    the last text are at hand, for a segmenter asks before the extractors."""
    text = raw[start:end]
    strange = "&" in text or (not text.isascii() and _is_strange(text))
    edits = tuple(_edits(raw, start, end)) if strange else ()
    marks = [Edit(*piece) for piece in markup_in(raw, start, min(end, len(raw)))]
    return _together(marks, edits) if marks else edits


def _together(marks: Sequence[Edit], edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Both in text order, but for characters within what is read past."""
    starts = [mark.start for mark in marks]
    apart = []
    for edit in edits:
        above = bisect.bisect_right(starts, edit.start) - 1
        below = marks[above + 1].start if above + 1 < len(marks) else edit.end
        if (above < 0 or marks[above].end <= edit.start) and edit.end <= below:
            apart.append(edit)
    return tuple(sorted([*marks, *apart]))


def space_edits(text: str, spaced: Sequence[Span]) -> list[Edit]:
    """White space in `spaced`, in text order, that is no single plain space and is read as one."""
    if not spaced:
        return []
    first, last = spaced[0].start, spaced[-1].end
    wide = any(text.find(sign, first, last) >= 0 for sign in _WIDE)
    return [
        Edit(*match.span(), _as_space(match))
        for span in spaced
        if wide or text.find("\n", span.start, span.end) >= 0
        for match in _RUN.finditer(text, span.start, span.end)
    ]


def _is_strange(text: str) -> bool:
    rest = text.encode().translate(None, _ASCII).decode()  # the other characters alone: few
    return not _STRANGE.isdisjoint(rest) or "â€" in rest or _GARBLED.search(rest) is not None


def _edits(raw: str, start: int, end: int) -> Iterator[Edit]:
    first, illegible = _illegible()
    reached = start
    for begin in first.finditer(raw, start, end):
        at = begin.start() - (unicodedata.combining(begin.group()) > 0)  # with the letter before
        match = illegible.match(raw, at, end) if at >= reached else None
        if match is None:
            continue
        found, reached = match.group(), match.end()
        read = _READ[match.lastgroup or ""](found)
        alone = raw[at - 1 : at] in _ENDS and raw[reached : reached + 1] in _ENDS
        if read != found and (read or not alone):  # a line of nothing else stays a line
            yield Edit(at, reached, read)


@functools.cache
def _illegible() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A character that something illegible may begin with (or its accent), and the whole by kinds;
    made on first use, for few texts need them."""
    sets = _SETS
    return re.compile(f"[&Â-ô{''.join(sets.values())}]"), re.compile(
        r"(?P<broken>\u00ad[ \t]*\r?\n[ \t]*(?=[a-z]))"  # a word over two lines
        rf"|(?P<plain>[{sets['hidden']}{sets['space']}{sets['hyphen']}])"
        rf"|(?P<dress>[{sets['dress']}]+)"
        rf"|(?P<mark>[^\W\d_][{sets['mark']}]{{1,8}})"
        r"|(?P<reference>&(?:amp;){0,3}(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
        rf"|(?P<garbled>{_GARBLED.pattern})"
        r"|(?P<cut>â€\ufffd?)"  # of a closing mark, whose last byte Windows-1252 does not have
        r"|(?P<left>(?<=[a-z.,;:!?])Â(?=\s))"  # of a no-break space that was made a plain one
        rf"|(?P<control>[{sets['control']}])"
    )


def _as_space(run: re.Match[str]) -> str:
    """One space; nothing in a word that goes on behind its hyphen on the next line."""
    broken = "\n" in run.group() and _BROKEN.match(run.string, max(0, run.start() - 2))
    return "" if broken else " "


def _referred(reference: str) -> str:
    """What a character reference of HTML stands for, however often it was escaped."""
    read = html.unescape(reference)
    while (again := html.unescape(read)) != read:
        read = again
    # HTML takes a part of &notit; for a reference.
    return reference if read.endswith(";") else read.translate(_PLAIN)


def _restored(garbled: str) -> str:
    """What was written before its UTF-8 was taken for Windows-1252, once or more often."""
    try:
        read = b"".join(map(_byte, garbled)).decode()
    except UnicodeDecodeError:
        return garbled
    return _restored(read) if _GARBLED.fullmatch(read) else read.translate(_PLAIN)


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _as_windows(control: str) -> str:
    """A control character of Latin-1 as Windows-1252 has it; as it is where that has none."""
    try:
        return control.encode("latin-1").decode("cp1252")
    except UnicodeDecodeError:
        return control


_READ: dict[str, Callable[[str], str]] = {
    "plain": lambda found: found.translate(_PLAIN),
    "broken": lambda found: "",
    "left": lambda found: "",
    "dress": lambda found: unicodedata.normalize("NFKC", found),
    "mark": lambda found: unicodedata.normalize("NFC", found),
    "reference": _referred,
    "garbled": _restored,
    "cut": lambda found: "”",
    "control": _as_windows,
}

_RANGES: dict[str, list[tuple[int, int]]] = {}
for _row in Lexicon.from_package(__package__, "legible.tsv").entries:
    _RANGES.setdefault(_row["class"], []).append((int(_row.term, 16), int(_row["last"], 16)))
_RANGES["control"] = [(0x80, 0x84), (0x86, 0x9F)]  # U+0085 ends a line
_SETS = {
    kind: "".join(f"{chr(low)}-{chr(high)}" for low, high in ranges)
    for kind, ranges in _RANGES.items()
}
"""The classes of the lexicon as they stand in a set of a pattern."""

_ASCII = bytes(range(128))
_STRANGE = frozenset("Â") | frozenset(
    chr(code)
    for ranges in _RANGES.values()
    for low, high in ranges
    for code in range(low, high + 1)
)
_ENDS = ("", "\n", "\r")
_WIDE = ("  ", *"\t\r\x0b\x0c\x85\u2028\u2029")
"""What shows, beside a line feed, that white space is more than one space."""

_PLAIN: dict[int, str | None] = {
    code: read
    for kind, read in (("hidden", None), ("space", " "), ("hyphen", "-"))
    for low, high in _RANGES[kind]
    for code in range(low, high + 1)
}
_RUN = re.compile(r"\s(?:(?<! )\s*|\s+)")  # it begins with a set: quick to search for
_BROKEN = re.compile(r"[^\W\d_]-\s+[^\W\d_]")

_SIGNS = "€‚…‘’“”•–—"
_NONE = "\x81\x8d\x8f\x90\x9d"
_TAIL = "\xa0-\xbfƒ„†‡ˆ‰Š‹ŒŽ˜™š›œžŸ"
"""What the bytes 80 to BF, which go on with a character in UTF-8, are in Windows-1252; `_SIGNS` are
those of them that may follow a capital letter in true text, `_NONE` those that it has none for."""

_GARBLED = re.compile(
    rf"(?:(?<![A-Z][A-Z])[ÂÃÄÅ][{_TAIL}]"  # letters of Latin, and those at the start of a word
    rf"|(?<![^\W\d_])Ã[{_SIGNS}](?=[^\W\d_])"
    rf"|[ÐÑ][{_TAIL}{_SIGNS}]"  # Cyrillic ones
    rf"|â(?:€[{_TAIL}{_SIGNS}{_NONE}]|‚¬|„¢)"  # quotation marks and dashes; €, ™
    rf"|ï(?:»¿|¬[{_TAIL}])"  # a byte order mark; ligatures
    rf"|ðŸ[{_TAIL}{_SIGNS}{_NONE}]{{2}}"  # emoji
    r"|[Â-ß][\x80-\x9f]|[à-ï](?:[\x80-\x9f][\x80-\xbf]|[\xa0-\xbf][\x80-\x9f])"  # as Latin-1
    r"|[ð-ô][\x80-\x9f][\x80-\xbf]{2})+"
)
