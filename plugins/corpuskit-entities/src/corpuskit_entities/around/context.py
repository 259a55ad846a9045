"""Context: what the words next to a name tell of it: a verb of speech, a preposition, a noun.

The words are rows of neighbours.tsv; what ends a name itself is decided in `rules`, by heads.tsv.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from corpuskit.scan import trie_pattern
from corpuskit_entities.cluster import Mention
from corpuskit_entities.lexica import token_of
from corpuskit_entities.names.joined import is_portfolio, is_rank
from corpuskit_entities.tables import beside, neighbours, small_words, speech_verbs

__all__ = [
    "Signs",
    "around",
    "before_body",
    "before_house",
    "behind_vessel",
    "body_led",
    "evidence",
    "is_noun_behind_body",
    "kind_beside",
    "runs_it",
    "said_to_be_body",
]

_CLOSING = '.,;:?!)”"'
_REACH = 24
_PHRASE_ENDS = (
    r"(?=[,.;:)]| (?:that|which|who|based|headquartered|owned|of|for|in|near|on|at|from"
    r"|believed|known|suspected|accused|linked|founded|formed|blamed|affiliated|allied|run|led)\b)"
)
# What shows that a noun after it is not what somebody is: "a man who runs the company".
_ELSEWHERE = "of|for|at|from|with|in|to|by|who|whose|that|which|the|an?|his|her|its|their"
_PAUSES = frozenset(",.;:)")
_SENTENCE_ENDS = (".", "?", "!", "”", '"')
_NEWS = " news "
_TELLING = (" told ", " told the ")
_WHAT = (" that ", " on ", " in ", " by ", " over ", ",", ".")  # what follows somebody told
_APPOSED = tuple(
    [said + the for said in (",", " is", " was") for the in (" a ", " an ", " the ", " one of ")]
)
_PHRASE = 64  # characters that hold a noun with its article, and the words before it
_ADJECTIVES = 3  # words of "the" and its adjectives, at most
_SAID = 5  # mentions that one outweighs which tells that it is a firm
_POINTS = {
    "person": (2, 0, 0), "owned": (2, 0, 0), "acts": (1, 0, 0),
    "town": (0, 3, 0), "place": (0, 2, 0), "maybe a place": (0, 1, 0),
    "body": (0, 0, 1), "unit": (0, 0, 2), "firm": (0, 0, 2), "body in plural": (0, 0, 1),
    "either": (0, 0, 0),
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
    found |= {word: _POINTS[tells] for word, tells in beside(where) if tells in _POINTS}
    return found


@functools.cache
def _at_hand() -> tuple[dict[str, _Points], dict[str, _Points], tuple[str, ...]]:
    """What words before and after a name tell, and what only armed groups do: " claimed …"."""
    return _points("before"), _points("after"), _after("unit verb")


@functools.cache
def _said_to_be() -> re.Pattern[str]:
    """ ", a coal company", " is one of the towns": the noun of what a name is said to be."""
    nouns = trie_pattern(_points("apposed"))
    words = rf"(?:(?!(?:{_ELSEWHERE}) )[\w'-]+ ){{0,6}}"
    return re.compile(rf"(?:,| is| was) (?:an?|the|one of(?: the)?) {words}({nouns}){_PHRASE_ENDS}")


def evidence(folded: str, same: Sequence[Mention]) -> Signs:
    """What stands next to all of some mentions."""
    found = [_told(folded, mention.start, mention.end) for mention in same]
    return Signs(*found[0] if len(found) == 1 else map(sum, zip(*found, strict=True)))


def around(folded: str, start: int, end: int) -> Signs:
    """The words next to [start, end) and what they tell."""
    return Signs(*_told(folded, start, end))


def _told(folded: str, start: int, end: int) -> tuple[int, int, int, bool, bool, bool]:
    left, right = _left(folded, start), folded[end : end + _REACH]
    word = left[-1] if left else ""
    at_left, at_right, unit_verbs = _at_hand()
    before, after = at_left.get(word, _NOTHING), at_right.get(_first(right), _NOTHING)
    if right.startswith(unit_verbs) and not token_of(word).role:
        after = _POINTS["unit"]
    elif right.startswith(_NEWS) and right.startswith(_after("outlet")):
        after = _POINTS["body"]  # Zarvik news agency
    if word == "told" and folded[end - 1].isalpha() and not token_of(folded[start:end]).first:
        before = _NOTHING  # a paper is told as often as somebody
    one, place, body = after
    person = before[0] if before[0] > one else one
    if person == 1 and before[1]:
        person = 0  # "a man from Zarvik was": another acts
    if word in small_words("going") and (told := _going(word, _noun(left))):
        before = told
        person = 0 if told[1] else person  # "the MP for Zarvik said": another says
    if word == "of":
        before = _of(left)
    elif word == "the" and left[0].endswith(" of"):
        before = _of(left[0].rsplit(None, 1)) or before  # the banks of the Zarvik
    place = place or before[1]
    if right.startswith("'s "):
        one, place, body = _owned(folded, end + 2)
        person += one
    body = before[2] or body
    noun = _noun(left) if word in small_words("naming") else ""
    if right[:1] in _PAUSES:
        if word[-1:] == ",":
            noun = _called(folded, start, end)
        elif word == "the" and left[0][-1:] == ",":  # "his paper, the Zarvik Post,"
            noun = _called(folded, start - len("the "), end)
    if right.startswith(_APPOSED):
        noun = _said_of(folded, start, end) or noun
    if noun:
        one, town, firm = _points("apposed").get(noun, _NOTHING)
        person, place, body = max(person, one), town or place, firm * _SAID or body
    return person, place, body, place > 1, place > 2, word in small_words("determiner")


def _left(folded: str, start: int) -> Sequence[str]:
    """The text right before `start`, and apart the word that a space parts from it."""
    if not start or not folded[start - 1].isspace():
        return ()
    return folded[start - _REACH if start > _REACH else 0 : start].rsplit(None, 1)


def _first(right: str) -> str:
    """The word that a space parts from what is before it, or ""."""
    words = right.split(None, 1) if right and right[0].isspace() else ()
    return words[0].rstrip(_CLOSING) if words else ""


def _of(left: Sequence[str]) -> _Points:
    """What a noun tells before "of"; a comma is before a home: "Rosa Varga, 41, of Sol"."""
    return _POINTS["place"] if left[0].endswith(",") else _points("of").get(_noun(left), _NOTHING)


@functools.lru_cache(maxsize=4096)
def _going(word: str, noun: str) -> _Points | None:
    """What a word tells before a preposition: "fled to"; somebody is "from" a place."""
    if word == "from" and noun.endswith(","):
        return _POINTS["place"]  # "Rosa Varga, six, from Sol"
    told = _points(word).get(noun)
    person = word == "from" and noun and (token_of(noun).role or token_of(noun.rstrip("s")).role)
    return _POINTS["place"] if told is None and person else told


def _owned(folded: str, end: int) -> _Points:
    """Points for what it owns: "Norway's army", "Zarvik's Talvi district", "Zarvik's chief
    executive"; a point for a person where that tells nothing."""
    words = [word.rstrip(_CLOSING) for word in folded[end : end + 2 * _REACH].split(None, 4)[:4]]
    words = words[is_rank(words[0]) if words else 0 :][:3]  # "Zarvik's acting chief executive"
    owned = _points("owned")
    found = owned.get(words[0] if words else "") or owned.get(" ".join(words[:2]))
    if found:
        return found
    town = any(_points("after").get(word, _NOTHING)[1] > 2 for word in words[1:])
    return _POINTS["place"] if town else _POINTS["acts"]


def _said_of(folded: str, start: int, end: int) -> str:
    """The noun of "Zarvik, a coal company,", or ""."""
    said = _said_to_be().match(folded, end)
    noun = said.group(1) if said else ""
    if folded[end] == " " and _points("apposed").get(noun, _NOTHING)[0]:
        return ""  # "Near Zarvik is a man": another is said to be there
    plural = noun in neighbours("body in plural")
    return "" if plural and not _is_plural(folded[start:end]) else noun


def _called(folded: str, start: int, end: int) -> str:
    """The noun of "the airline, Zarvik,"; "" if none of a body or place stands before the comma."""
    words = folded[max(0, start - _PHRASE) : start].split()
    noun = words.pop()[:-1]
    points = _points("apposed").get(noun)
    if points is None or points[0] or token_of(noun).role:
        return ""
    name = folded[start:end].removeprefix("the ")
    if noun in neighbours("body in plural") and " " in name and not _is_plural(name):
        return ""
    at = len(words) - 1
    while at >= 0 and not _determines(words[at]):
        at -= 1
    if at < 0 or len(words) - at > _ADJECTIVES:
        return ""
    if at > 1 and words[at - 1] in small_words("held") and token_of(words[at - 2]).role:
        return ""  # a spokesman for the union, Rosa Varga,
    if words[at - 1] in small_words("front") and (at < 2 or words[at - 2].endswith(_SENTENCE_ENDS)):
        return noun if noun in _points("fronted") and _goes_on(folded, end) else ""
    return noun


def _goes_on(folded: str, end: int) -> bool:
    """Whether the sentence goes on after ", Meriton," and says nothing of somebody's age, office or
    doings: ", 41,", ", the mayor,", ", speaking to us,"."""
    word = _first(folded[end + 1 : end + _REACH]) if folded.startswith(", ", end) else ""
    said = (
        word in small_words("determiner") or word in small_words("person") or word.endswith("ing")
    )
    return word.isalpha() and not (said or token_of(word).role)


def _determines(word: str) -> bool:
    return word in small_words("determiner") or word.endswith("'s")


def _is_plural(name: str) -> bool:
    """Whether the last of several words is a general noun's plural: "Zarvik Terminals"."""
    last = name.rsplit(None, 1)[-1]
    one = token_of(last.removesuffix("s"))
    return len(last) < len(name) and last != one.folded and bool(one.common or one.head)


def _noun(left: Sequence[str]) -> str:
    """The word before the last: of "a woman named"."""
    return left[0].rsplit(None, 1)[-1] if len(left) > 1 else ""


def before_body(folded: str, end: int) -> bool:
    """Whether a noun for papers, firms and their like follows."""
    return is_noun_behind_body(_first(folded[end : end + _REACH]))


def is_noun_behind_body(word: str) -> bool:
    """Whether what stands before a word is a paper, firm or their like ("newspaper", "CEO")."""
    return _points("after").get(word, _NOTHING)[2] > 0


def said_to_be_body(folded: str, name: Mention) -> bool:
    """Whether an apposition calls it a body: ", a network of volunteers"."""
    if not folded.startswith(_APPOSED, name.end):
        return False
    return _points("apposed").get(_said_of(folded, name.start, name.end), _NOTHING)[2] > 0


def compounded(name: str, folded: str, end: int) -> bool:
    """Whether a party's name is a field in front of what it has: "Labour costs rose"."""
    return is_portfolio(name.lower()) and _first(folded[end : end + _REACH]) in neighbours("field")


def are_told(folded: str, same: Sequence[Mention]) -> bool:
    """Whether something is told to one of them: "told Dawn that", "told the Dawn on Friday"."""
    return any(
        folded.endswith(_TELLING, max(0, name.start - _REACH), name.start)
        and folded.startswith(_WHAT, name.end)
        for name in same
    )


def body_led(folded: str, start: int, end: int) -> int:
    """Where a body ends that a name before it leads: "the Varga administration"; or 0."""
    word = _first(folded[end : end + _REACH]).removesuffix("'s")
    if word in neighbours("led by one"):
        left = _left(folded, start)
        led = bool(left) and left[-1] in small_words("determiner")
    else:
        led = word in neighbours("led")
    return end + 1 + len(word) if led and folded[end] == " " else 0


def runs_it(folded: str, end: int) -> bool:
    """Whether somebody founds or leads what is named before: "the company Rosa Varga founded"."""
    return folded.startswith(_after("founder"), end)


@functools.cache
def _after(tells: str) -> tuple[str, ...]:
    """What may follow a name with a space and tells it: " founded"."""
    return tuple([f" {word}" for word in sorted(neighbours(tells))])


def before_house(folded: str, start: int, end: int) -> bool:
    """Whether a noun for hotels and their like follows, and "the" or "its" stands before: "a
    Zarvik hotel" may be any of that town."""
    if not folded.startswith(" ", end) or _first(folded[end : end + _REACH]) not in neighbours(
        "house"
    ):
        return False
    left = _left(folded, start)
    return bool(left) and left[-1] in small_words("one")


def before_armed(folded: str, end: int) -> bool:
    """Whether a noun for those who bear arms or for a unit of them follows."""
    return folded.startswith(" ", end) and _first(folded[end : end + _REACH]) in neighbours(
        "armed", "unit"
    )


def behind_vessel(folded: str, start: int, end: int) -> bool:
    """Whether a noun for ships stands before a name that `kind_beside` takes for nothing else."""
    left = _left(folded, start)
    return (
        bool(left)
        and left[-1] in neighbours("vessel")
        and kind_beside(folded, start, end) == "vessel"
    )


def kind_beside(folded: str, start: int, end: int) -> str:
    """ "town" beside a noun for places ("Sol district", "the town of Sol"), "vessel" after one for
    ships, "unit" before one for armed groups and their like or behind one for firms and theirs that
    is nobody's role ("the charity Sol"); "" for others."""
    _, place, body = _points("after").get(_first(folded[end : end + _REACH]), _NOTHING)
    if place > 2 or body > 1:
        return "town" if place else "unit"
    left = _left(folded, start)
    if left and left[-1] == "of":
        return "town" if _of(left)[1] > 2 else ""
    noun = left[-1] if left else ""
    if noun in neighbours("vessel"):
        return "vessel"
    body = _points("before").get(noun, _NOTHING)[2] > 0
    body = body or noun.endswith("-based")  # "the Talvi-based Strong Bells"
    return "unit" if body and not token_of(noun).role else ""
