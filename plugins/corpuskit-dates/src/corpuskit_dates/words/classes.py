"""Word classes: the alphabet that rules and lexicons share, one character a class."""

from __future__ import annotations

import functools
import re
import string
from typing import NamedTuple

__all__ = [
    "BREAK",
    "CLASSES",
    "CODES",
    "MACROS",
    "TRIGGERS",
    "Edges",
    "char_of",
    "compile_pattern",
    "edges",
]

BREAK = "~"
"""What stands for a word that no rule knows."""

#: What words are to patterns. A language's `words.tsv` gives each term one class.
WORD_CLASSES = (
    "prefix beyond month weekday weekday_short weekdays unit units sec second century quarter "
    "quarters weekend weekends part parts noon small overnight deictic tonight last past previous "
    "this next coming following that same current latest recent each early late earlier later mid "
    "end beginning full ago ahead before after a the of to on in or and per few couple fiscal "
    "times old period term trading more comparable half some many several scores plus another "
    "approx just or_so word spoken over lasting all final once about long scale ordinal tens "
    "season season_verb ampm oclock zone present_ref past_ref future_ref future freq holiday era "
    "compared"
).split()

#: Words that are part of no expression; readings look for them beside one.
NEIGHBOUR_CLASSES = (
    "by until through ended ending traded aged numbered counted make sport name event body fixture "
    "result strife starting generic level saying spoken_to taking deferring enduring ahead_of "
    "title gauged opening superlative"
).split()

#: What small words beside an expression do there (`beside.tsv`); rules ask for them by name.
BESIDE_CLASSES = frozenset(
    "to_day to_month to_name to_clock to_year to_told to_saying clause amount arriving after_day "
    "after_year owner risen spent rated modal someone measured no_noun relative "
    "to_place to_other for at from since between when as too than these lasts of_fall now naming "
    "source moving".split()
)

#: Figures and marks, which every language writes alike.
FIGURE_CLASSES = (
    "dd num yyyy nth decimal fraction decade clock compact_clock isotime isodate isoweek "
    "numdate daymonth dayrange code yearspan short_year comma hyphen poss"
).split()

CLASSES: tuple[str, ...] = (*WORD_CLASSES, *NEIGHBOUR_CLASSES, *FIGURE_CLASSES)

#: Names for groups of classes that patterns use often.
MACROS = {
    "NUM": (
        "(?:(?:(?:dd|num) fraction?|decimal|fraction) scale?"
        "|(?:a? scale | word | spoken) (?:hyphen? and? (?:word|scale)){0,6})"
    ),
    "YEAR": "(?:yyyy|spoken word (?:hyphen? word)?)",
    "UNIT": "(?:unit|second|century|quarter|weekend)",
    "UNITS": "(?:units|quarters|weekends)",
    "ANYUNIT": "(?:unit|units|second|century|quarter|quarters|weekend|weekends|sec)",
    "CLOCK": "(?:(?:dd|clock|decimal) ampm | compact_clock | clock | (?:yyyy|num|decimal) zone)",
    "NTH": "(?:ordinal|nth|second)",
    "SEASON": "(?:season|season_verb)",
    "WEEKDAY": "(?:weekday|weekday_short)",
    "MOD": "(?:(?:early|late|mid|end) hyphen | the? (?:early|late|mid of|beginning of|end of))",
    "TOLD": "(?:that same?|the (?:same|following|previous))",
    "WHICH": "(?:last|this|next|past|coming|previous|following|same|that|current)",
}

#: Classes without which there is no expression; their words are the extractor's triggers.
TRIGGERS = frozenset(
    "month weekday weekday_short weekdays unit units sec second century quarter quarters weekend "
    "weekends part parts noon small overnight deictic tonight season season_verb tens ampm "
    "oclock present_ref past_ref future_ref future freq holiday spoken half lasting past recent "
    "current period era".split()
)

#: Letters below U+0100 come first: patterns over them are quicker to compile and to match.
_LETTERS = (*string.ascii_letters, *map(chr, range(0xA1, 0x100)), *map(chr, range(0x4E00, 0x4F00)))
CODES: dict[str, str] = dict(zip(CLASSES, _LETTERS))  # noqa: B905  there are more letters than classes
_NAME = re.compile(r"(?<!\\)[A-Za-z][A-Za-z_]*")


def char_of(name: str) -> str:
    """The character of a class; KeyError for an unknown one."""
    return CODES[name]


class Edges(NamedTuple):
    """What a pattern's matches can begin and end with, and whether it matches nothing at all."""

    first: frozenset[str]
    last: frozenset[str]
    empty: bool


def edges(pattern: str) -> Edges:
    """The class characters at the edges of a pattern's matches."""
    return _alternatives(_PIECE.findall(_expanded(pattern)), 0)[0]


def _alternatives(pieces: list[str], at: int) -> tuple[Edges, int]:
    """The edges of what stands from `at` to the end of its group, and that end."""
    first, last, empty = _NOTHING, _NOTHING, False
    while True:
        one, at = _sequence(pieces, at)
        first, last, empty = first | one.first, last | one.last, empty or one.empty
        if at == len(pieces) or pieces[at] == ")":
            return Edges(first, last, empty), at
        at += 1  # "|"


def _sequence(pieces: list[str], at: int) -> tuple[Edges, int]:
    first, last, empty = _NOTHING, _NOTHING, True
    while at < len(pieces) and pieces[at] not in ("|", ")"):
        if pieces[at] in ("(", "(?:"):
            one, at = _alternatives(pieces, at + 1)
        else:
            char = frozenset(char_of(pieces[at]))
            one = Edges(char, char, empty=False)
        at += 1
        optional = one.empty
        if at < len(pieces) and (pieces[at] in "?*+" or pieces[at][0] == "{"):
            optional, at = optional or pieces[at] != "+", at + 1
        if empty:
            first = first | one.first
        last = last | one.last if optional else one.last
        empty = empty and optional
    return Edges(first, last, empty), at


_NOTHING: frozenset[str] = frozenset()
_PIECE = re.compile(r"\(\?:|[()|?*+]|\{0,\d\}|[A-Za-z_]+")


@functools.cache
def _expanded(pattern: str) -> str:
    return _NAME.sub(lambda m: _macros().get(m.group(), m.group()), pattern)


@functools.cache
def _macros() -> dict[str, str]:
    """The macros, those that they name put in their place."""
    macros = MACROS
    for _ in range(2):
        macros = {
            name: _NAME.sub(lambda m: MACROS.get(m.group(), m.group()), text)
            for name, text in macros.items()
        }
    return macros


@functools.cache
def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A rule's pattern over class names, as a regular expression over class characters.

    Class names and macros are words; `? * + | ( )` mean what they mean in regular expressions;
    white space is for the reader.
    """
    coded = "".join(_NAME.sub(lambda m: char_of(m.group()), _expanded(pattern)).split())
    coded = _ALTERNATIVES.sub(lambda m: f"[{m[1].replace('|', '')}]", coded.replace("(?:", "("))
    return re.compile(coded.replace("(", "(?:"))


_ALTERNATIVES = re.compile(r"\(([^()|?*+{}](?:\|[^()|?*+{}])+)\)")  # of single classes: a set
