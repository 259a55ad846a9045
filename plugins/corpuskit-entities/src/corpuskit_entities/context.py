"""Context: what the words next to a name tell of it: a verb of speech, a preposition, a noun."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from corpuskit.scan import trie_pattern
from corpuskit_entities.tables import lexicon, speech_verbs

__all__ = ["DETERMINERS", "Signs", "around", "before_body", "beside", "evidence", "owned_nouns"]

DETERMINERS = frozenset("the a an his her their its our this".split())
_CLOSING = '.,;:?!)”"'
_REACH = 24
_PHRASE_ENDS = (
    r"(?=[,.;:)]| (?:that|which|who|based|headquartered|owned|of|for|in|near|on|at|from)\b)"
)
_APPOSED = (", a ", ", an ", ", the ", ", one of ")
_SAID = 5  # mentions that one outweighs which tells that it is a firm
_POINTS = {
    "person": (2, 0, 0), "owned": (2, 0, 0), "acts": (1, 0, 0),
    "town": (0, 3, 0), "place": (0, 2, 0), "maybe a place": (0, 1, 0),
    "body": (0, 0, 1), "unit": (0, 0, 2),
}  # fmt: skip


class Signs(NamedTuple):
    """What stands next to a name, or next to all mentions of it.

    Attributes:
        person: points for a person: 2 for a verb of speech or what only persons have, 1 for a
            verb of somebody who acts, 1 for something that is no body or office of a state.
        place: 3 for a noun of places, 2 for a preposition, 1 for a weak one, 0 for nothing.
        body: 1 if a noun for papers, firms and their like is next to it, more if it is said to be
            one of them.
        strong: places told by 2 points and more.
        town: places told by 3 points.
        determined: an article or possessive stands before it, as before no person.
    """

    person: int
    place: int
    body: int
    strong: int
    town: int
    determined: int


_Points = tuple[int, int, int]
_NOTHING: _Points = (0, 0, 0)


@functools.cache
def _points(where: str) -> dict[str, _Points]:
    """What words in a place beside a name tell: points for a person, a place and a body."""
    found = dict.fromkeys(speech_verbs(), (2, 0, 0)) if where in ("before", "after") else {}
    for row in lexicon("neighbours.tsv").entries:
        if row["where"] == where and row["tells"] in _POINTS:
            found[row.term] = _POINTS[row["tells"]]
    return found


@functools.cache
def _said_to_be() -> re.Pattern[str]:
    """ ", a coal company", ", one of the towns": the noun of an apposition."""
    nouns = trie_pattern(_points("apposed"))
    words = r"(?:(?!(?:of|for|at|from|with|in) )[\w'-]+ ){0,6}"
    return re.compile(rf", (?:an?|the|one of) {words}({nouns}){_PHRASE_ENDS}")


def owned_nouns() -> list[str]:
    """What somebody has without a possessive: "the Varga campaign"."""
    return [row.term for row in lexicon("neighbours.tsv").entries if row["tells"] == "owned"]


def evidence(folded: str, spans: Sequence[tuple[int, int]]) -> Signs:
    """What stands next to all of some stretches."""
    found = [around(folded, start, end) for start, end in spans]
    return found[0] if len(found) == 1 else Signs(*map(sum, zip(*found, strict=True)))


def around(folded: str, start: int, end: int) -> Signs:
    """The words next to [start, end) and what they tell."""
    left, right = _left(folded, start), _right(folded, end)
    before = _points("before").get(left[-1] if left else "", _NOTHING)
    after = _points("after").get(right, _NOTHING)
    person, place, body = max(before[0], after[0]), after[1], before[2] or after[2]
    if before[1] and person == 1:
        person = 0  # "a man from Zarvik was": another acts
    if not place:
        place = _of(left)[1] if left and left[-1] == "of" else before[1]
    if folded.startswith("'s ", end):
        place = _owned(folded, end + 2)
        person += not place
    noun = _apposed(folded, left, end)
    if noun:
        one, town, firm = _points("apposed").get(noun, _NOTHING)
        person, place, body = max(person, one), town or place, firm * _SAID or body
    determined = bool(left) and left[-1] in DETERMINERS
    return Signs(person, place, body, place > 1, place > 2, determined)


def _left(folded: str, start: int) -> list[str]:
    """The text right before `start`, and apart the word that a space parts from it."""
    return (
        folded[max(0, start - _REACH) : start].rsplit(None, 1) if _spaced(folded, start - 1) else []
    )


def _right(folded: str, end: int) -> str:
    """The word that a space parts from `end`, or ""."""
    right = folded[end : end + _REACH].split(None, 1) if _spaced(folded, end) else ()
    return right[0].rstrip(_CLOSING) if right else ""


def _spaced(folded: str, at: int) -> bool:
    return folded[at : at + 1].isspace()


def _of(left: Sequence[str]) -> _Points:
    """What a noun tells before "of"; a comma is before a home: "Rosa Varga, 41, of Sol"."""
    return _POINTS["place"] if left[0].endswith(",") else _points("of").get(_noun(left), _NOTHING)


def _owned(folded: str, end: int) -> int:
    """Points for a place of what it owns: "Norway's army", "Zarvik's Talvi district"."""
    words = [word.rstrip(_CLOSING) for word in folded[end : end + 2 * _REACH].split(None, 3)[:3]]
    if words and words[0] in _points("owned"):
        return 2
    return 2 * any(_points("after").get(word, _NOTHING)[1] > 2 for word in words[1:])


def _apposed(folded: str, left: Sequence[str], end: int) -> str:
    """The noun of ", a coal company", or of "a woman named"; "" if there is none."""
    if folded.startswith(_APPOSED, end):
        said = _said_to_be().match(folded, end)
        return said.group(1) if said else ""
    return _noun(left) if left and left[-1] in ("named", "called") else ""


def _noun(left: Sequence[str]) -> str:
    """The word before the last."""
    return left[0].rsplit(None, 1)[-1] if len(left) > 1 else ""


def before_body(folded: str, end: int) -> bool:
    """Whether a noun for papers, firms and their like follows."""
    return _points("after").get(_right(folded, end), _NOTHING)[2] > 0


def beside(folded: str, start: int, end: int) -> str:
    """ "town" beside a noun for places ("Sol district", "the town of Sol"), "vessel" after one for
    ships, "unit" before one for armed groups and their like; "" for others."""
    _, place, body = _points("after").get(_right(folded, end), _NOTHING)
    if place > 2 or body > 1:
        return "town" if place else "unit"
    left = _left(folded, start)
    if left and left[-1] == "of":
        return "town" if _of(left)[1] > 2 else ""
    return "vessel" if left and left[-1] in _vessels() else ""


@functools.cache
def _vessels() -> frozenset[str]:
    rows = lexicon("neighbours.tsv").entries
    return frozenset([row.term for row in rows if row["tells"] == "vessel"])
