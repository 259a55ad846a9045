"""Aged: victims given by name and age: "Ana Roe, 34, and Jon Poe, 29, were shot dead"."""

from __future__ import annotations

from collections.abc import Iterator

from corpuskit.scan import Example
from corpuskit_casualties.rules.base import Frame, Link, link_to
from corpuskit_casualties.rules.named import is_name, name_before
from corpuskit_casualties.sentence.counts import Count
from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.sentence.phrases import Phrase
from corpuskit_casualties.sentence.reading import Reading
from corpuskit_casualties.words import Sense

__all__ = ["RULES"]

_AND = frozenset(("and", "&"))
_DESCRIBING = frozenset(("det", "'s", "n", "N", "w"))
_BEGINNING = frozenset(("", ",", ";", ":", "-", "conj", "sub", "that", "verb", "found"))
_ASIDE = frozenset(("w", "x", "n", "N", "det", "'s", "prep", "adv"))
_CLOSING = frozenset((",", ")", "#"))
_OLDEST = 120


def _aged(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    line, group = reading.line, reading.group(index)
    if not (_closes(line, group.start) or group.start in reading.by_end):
        return
    if group.number == 1 or group.be == (sense.frame == "die") or group.unreal:
        return
    if "counted" in sense.needs:
        return
    if group.present and sense.frame != "adj":
        return
    last, others = _list_end(reading, group.start)
    first, names, end = last, 0, last
    while (begin := _item(reading, end)) is not None:
        first, names = begin, names + 1
        end = _joint(reading, begin)
    apposed = end != first and end in reading.by_end  # "two clerks, Ana Roe, 34, and"
    if apposed or line.tags[_described(reading, first) - 1] not in _BEGINNING:
        return
    if names < (1 if others and end == first else 2):
        return
    count = Count(first=first, last=last, low=names, best=names, high=names)
    whole = Phrase(
        first=first, last=last, count=count, head="people", determined=True, name=True
    )  # fmt: skip
    yield link_to(whole, sense, "casualties.aged", index, group)


def _closes(line: Line, start: int) -> bool:
    """Whether what ends a list, or an insertion after it, stands before word `start`."""
    return line.tags[start - 1] in _CLOSING or line.words[start - 1] == "who"


def _list_end(reading: Reading, start: int) -> tuple[int, bool]:
    """Where a list ends that is the subject of the verb at `start`, its last comma left out; and
    whether "and two others" follows it."""
    line, at = reading.line, start
    others = reading.by_end.get(start)
    if others is not None and others.count is not None and line.words[others.first - 1] in _AND:
        at = others.first - 1
    elif line.words[start - 1] == "who":
        at = start - 1
    if line.words[at - 1] != ",":
        return at, at != start
    aside = at - 1  # "Ana Roe, 34, and Jon Poe, 29, both from Velm, were"
    while at - aside < 8 and line.tags[aside - 1] in _ASIDE:
        aside -= 1
    past = line.words[aside - 1] == "," and aside < at - 1
    return (aside if past else at) - 1, at != start


def _item(reading: Reading, end: int) -> int | None:
    """Where "Ana Roe, 34", "Ana Roe, aged 34" or "Ana Roe (34)" begins that ends at word `end`."""
    line, at = reading.line, end - 1
    if line.words[at] == ")" and line.words[at - 2] == "(":
        age, name = at - 1, at - 2
    else:
        age, name = at, at - 1 - (line.words[at - 1] == "aged")
        if line.words[name] != ",":
            return None
    if line.tags[age] != "#" or not line.words[age].isdecimal() or int(line.words[age]) > _OLDEST:
        return None
    first = name_before(reading, name)
    return first if is_name(reading, first, name) else None


def _joint(reading: Reading, first: int) -> int:
    """Where the item ends that "," or "and" joins to the one at word `first`; else `first`."""
    words, at = reading.line.words, _described(reading, first)
    if words[at - 1] in _AND:
        return at - 1 - (words[at - 2] == ",")
    return at - 1 if words[at - 1] == "," else first


def _described(reading: Reading, first: int) -> int:
    """As in "and his cousin Eli Roe": where what describes the name begins."""
    at = first
    while first - at < 4 and reading.line.tags[at - 1] in _DESCRIBING:
        at -= 1
    return at


RULES = (
    Frame(
        id="casualties.aged",
        about="Victims given by name and age, as the subject of one verb.",
        frames=("verb", "die", "adj"),
        forms=("ed", "ppl", "past", ""),
        phrases=False,
        capitals=True,
        figures=True,
        find=_aged,
        yes=(
            Example(
                "[[Ana Roe, 34, and Jon Poe, 29]], were shot dead in Velm.",
                "killed 2 Ana Roe, 34, and Jon Poe, 29",
            ),
            Example(
                "[[Ana Roe (34), Jon Poe (29) and his aunt Mia Poe (61)]] drowned.",
                "killed 3 Ana Roe (34), Jon Poe (29) and his aunt Mia Poe (61)",
            ),
            Example("[[Ana Roe, 34]], and two others were killed.", "killed 1 Ana Roe, 34"),
            Example(
                "[[Ana Roe, 34, and Jon Poe, 29]], both from Velm, are still missing.",
                "missing 2 Ana Roe, 34, and Jon Poe, 29",
            ),
        ),
        no=(
            "Ana Roe, 34, and Jon Poe, 29, were not hurt.",
            "Ana Roe, 34, and Jon Poe, 29, are hurt by such talk.",
            "Ana Roe, 34, and Jon Poe, 29, said that shots were heard.",
            "Ana Roe, 34, and Jon Poe, 29, could be killed.",
            "A friend of Ana Roe, 34, and Jon Poe, 29, died.",
        ),
    ),
)
