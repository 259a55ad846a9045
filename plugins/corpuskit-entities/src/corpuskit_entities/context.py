"""Context: what stands around a name tells of it: a role, a verb of speech, a preposition."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from corpuskit.scan import Lexicon
from corpuskit_entities.lexica import lexicon, place_of, speech_verbs, token_of

__all__ = [
    "OWNED",
    "Around",
    "around",
    "before_body",
    "beside_place_noun",
    "role_after",
    "role_before",
]

_BEFORE = re.compile(r"[\w'-]+")
_PLACE_PREPOSITIONS = frozenset(
    "in near outside across toward towards inside throughout northern southern eastern western "
    "central north-western north-eastern south-western south-eastern northwestern northeastern "
    "southwestern southeastern".split()
)
_WEAK_PREPOSITIONS = frozenset("at from to into around via between".split())
_PLACE_NOUNS = frozenset(
    "city town village district province region area state county capital neighborhood suburb "
    "valley island port neighbourhood towns villages districts provinces regions counties "
    "suburbs islands section neighborhoods neighbourhoods police residents airport mayor "
    "governor crossing".split()
)
_PLACES_OF = _PLACE_NOUNS | frozenset(
    "outskirts streets residents mayor governor people inhabitants north south east west northeast "
    "northwest southeast southwest outside centre center".split()
)  # with "of" after them
_BODIES_AFTER = frozenset(
    "magazine newspaper website blog network newsroom shares stock employees executives "
    "shareholders subsidiary headquarters app ceo cfo coo co-founder founder daily weekly party tv "
    "radio airline airlines militia newspapers magazines".split()
)
_BODIES_BEFORE = frozenset(
    "magazine newspaper website blog network company firm giant retailer maker automaker carmaker "
    "chipmaker startup start-up manufacturer developer nonprofit charity publisher subsidiary "
    "conglomerate insurer lender brokerage brewer airline broadcaster outlet tabloid".split()
)
_ACTS = frozenset(
    "would will has had could should may might also himself herself who was is did does".split()
)
_OF_STATES = frozenset(
    "government army military police parliament president minister ministry premier ambassador "
    "embassy capital king queen trade foreign defence defense interior finance prime supreme "
    "constitution border borders economy northern southern eastern western central".split()
)
_DETERMINERS = frozenset("the a an his her their its our this".split())
_APPOSITION = re.compile(r",\s(?:(?:the|a|an|his|her|their|its)\s|[\w-]+(?:'s?)\s)?")
_TOKEN = re.compile(r"[\w'.’-]*[\w’']")
_TOWN = re.compile(
    r", a (?:[\w-]+ ){0,3}(?:city|town|village|suburb|hamlet|neighborhood|neighbourhood|district)\b"
)
_APPOSED = (", a ", ", an ", ", one of ")
_FIRM = re.compile(
    r", (?:an?|one of) (?:(?!(?:of|for|at|from|with|in) )[\w'-]+ ){0,6}(?:company|companies|firms?|"
    r"makers?|retailers?|newspaper|magazine|start-?up|airline|charity|nonprofit|publisher|chain|"
    r"manufacturer|conglomerate|bank)(?=[,.;:)]| (?:that|which|based|headquartered|owned)\b)"
)
_SAID = 5  # mentions that one outweighs which tells that it is a firm
_SHOPS = frozenset("store stores supermarket supermarkets outlet outlets boutique".split())
_CALLED = frozenset(("named", "called"))
_PEOPLE = frozenset(
    "man woman boy girl baby person teenager student guy lady friend brother sister son daughter "
    "officer soldier neighbor neighbour stranger doctor nurse teacher".split()
)
OWNED = frozenset(
    "administration aide aides adviser advisers backers campaign era family foundation government "
    "lawyer lawyers presidency spokesman spokeswoman staff staffer staffers supporters team".split()
)
"""What somebody has without a possessive: "the Varga campaign"."""
_CUTS = (",", ";", "—", "–", "“", '"', ":")
_CLOSING = '.,;:?!)”"'
_LONGEST_ROLE = 8
_REACH = 24


class Around(NamedTuple):
    """What stands next to a name.

    Attributes:
        person: points for a person: 2 for a verb of speech or what only persons have, 1 for a
            verb of somebody who acts, 1 for something that is no body or office of a state.
        place: 3 for a noun of places, 2 for a preposition, 1 for a weak one, 0 for nothing.
        body: 1 if a noun for papers, firms and their like is next to it, more if it is said to be
            one of them.
        article: "the" stands before it.
    """

    person: int
    place: int
    body: int
    article: bool


class _Sign(NamedTuple):
    """What one word tells of a name next to it; see `Around`."""

    speaks: bool = False
    acts: int = 0
    place: int = 0
    body: bool = False


_NOTHING = _Sign()


@functools.cache
def _signs_before() -> dict[str, _Sign]:
    verbs, places = speech_verbs(), dict.fromkeys(_WEAK_PREPOSITIONS, 1)
    places |= dict.fromkeys(_PLACE_PREPOSITIONS, 2)
    return {
        word: _Sign(word in verbs, 0, places.get(word, 0), word in _BODIES_BEFORE)
        for word in (*verbs, *places, *_BODIES_BEFORE)
    }


@functools.cache
def _signs_after() -> dict[str, _Sign]:
    speaks, places = speech_verbs() | OWNED, dict.fromkeys(_PLACE_NOUNS, 3)
    return {
        word: _Sign(word in speaks, word in _ACTS, places.get(word, 0), word in _BODIES_AFTER)
        for word in (*speaks, *places, *_ACTS, *_BODIES_AFTER)
    }


def around(folded: str, start: int, end: int) -> Around:
    """The words next to [start, end) and what they tell."""
    left = folded[max(0, start - _REACH) : start].rsplit(None, 1)
    before = left[-1] if left and folded[start - 1].isspace() else ""
    right = folded[end : end + _REACH].split(None, 1)
    after = right[0].rstrip(_CLOSING) if right and folded[end].isspace() else ""
    one = _signs_before().get(before, _NOTHING)
    two = _signs_after().get(after, _NOTHING)
    person, place, body = two.acts, two.place, int(one.body or two.body)
    if one.speaks or two.speaks:
        person += 2
    if before in _CALLED and len(left) > 1 and left[0].rsplit(None, 1)[-1] in _PEOPLE:
        person += 2
    if not place:
        if before == "of":
            words = left[0].split() if len(left) > 1 else ()
            place = 3 if words and words[-1] in _PLACES_OF else 0
        else:
            place = one.place
    if folded.startswith("'s ", end):
        owned = right[1].split(None, 1)[0].rstrip(".,;:") if len(right) > 1 else ""
        place = 2 if owned in _OF_STATES else 0
        person += not place
    elif folded.startswith(_APPOSED, end):
        if _TOWN.match(folded, end):
            place = 3
        elif _FIRM.match(folded, end):
            body = _SAID
    elif after in _SHOPS:
        body = int(place_of(folded[start:end]) is None)
    return Around(person, place, body, before == "the")


def before_body(folded: str, end: int) -> bool:
    """Whether a noun for papers, firms and their like follows."""
    if not folded[end : end + 1].isspace():
        return False
    right = folded[end : end + _REACH].split(None, 1)
    return bool(right) and right[0].rstrip(_CLOSING) in _BODIES_AFTER


def beside_place_noun(folded: str, start: int, end: int) -> bool:
    """Whether `around` gives 3 for a place: "Sol district", "the town of Sol"."""
    if folded[end : end + 1].isspace():
        right = folded[end : end + _REACH].split(None, 1)
        if right and right[0].rstrip(_CLOSING) in _PLACE_NOUNS:
            return True
    if not folded[start - 1 : start].isspace():
        return False
    of = folded[max(0, start - _REACH) : start].rstrip().endswith("of")
    return of and around(folded, start, end).place > 2


def role_before(folded: str, start: int, floor: int) -> tuple[int, int] | None:
    """A role right before a name: "former prime minister Ana Sol", "the envoy of the group, Ana".

    Args:
        floor: the sentence's start; nothing before it is looked at.
    """
    if start <= floor or folded[start - 1] != " ":
        return None
    if folded[start - 2] == ",":
        window = folded[max(floor, start - 90) : start - 2]
        return _apposition_before(window, start - 2 - len(window))
    last_word = folded[max(floor, start - _REACH) : start].rsplit(None, 1)[-1:]
    if not last_word or not token_of(last_word[0]).role:
        return None
    window = folded[max(floor, start - 90) : start]
    offset = start - len(window)
    words = [*_TOKEN.finditer(window)]
    if not words or not window.endswith(" ") or words[-1].end() != len(window) - 1:
        return None
    last = len(words) - 1
    if not _is_role(words, last):
        return None
    first = last
    while (
        first > 0 and last - first < 4 and _modifies(words[first - 1].group(), window, words, first)
    ):
        first -= 1
    return offset + words[first].start(), offset + words[last].end()


def _modifies(word: str, window: str, words: list[re.Match[str]], first: int) -> bool:
    if window[words[first - 1].end() : words[first].start()] != " ":
        return False
    return word in lexicon("role_modifiers.tsv") or token_of(word).role


def _apposition_before(window: str, offset: int) -> tuple[int, int] | None:
    """ "the spokesman for the ministry, " before a name: back to the determiner."""
    cut = max(map(window.rfind, _CUTS))
    words = [*_TOKEN.finditer(window, cut + 1)]
    if not words or len(words) > _LONGEST_ROLE + 2:
        words = words[-_LONGEST_ROLE - 2 :]
    texts = [word.group() for word in words]
    for index, text in enumerate(texts):
        if text not in _DETERMINERS and not text.endswith("'s"):
            continue
        for at in range(index + 1, min(index + 5, len(texts))):
            if token_of(texts[at]).role:
                if texts[at + 1 : at + 2] and texts[at + 1] not in ("of", "for", "to", "at"):
                    return None
                return offset + words[index + 1].start(), offset + words[-1].end()
    return None


def role_after(raw: str, folded: str, end: int, ceiling: int) -> tuple[int, int] | None:
    """A role in apposition after a name: ", the trade minister of Arvania,"; without article.

    Args:
        ceiling: the sentence's end.
    """
    if not folded.startswith(", ", end):
        return None
    opening = _APPOSITION.match(folded, end, ceiling)
    if opening is None:
        return None
    words: list[re.Match[str]] = []
    at = opening.end()
    while len(words) < _LONGEST_ROLE:
        match = _TOKEN.match(folded, at, ceiling)
        if match is None:
            break
        words.append(match)
        at = match.end()
        if folded[at : at + 1] != " ":
            break
        at += 1
    for index in range(min(len(words), 6)):
        if words[index].group() in ("who", "which", "said", "and", "was", "is", "has"):
            return None
        if _is_role(words, index):
            if raw[words[index].start()].isupper() and words[index].group() in _states():
                return None  # Karn, Miss.
            last = _role_end(words, index)
            if words[last + 1 : last + 2] and words[last + 1].group() in speech_verbs():
                return None  # "in Karn, the mayor said": a clause of its own
            return words[0].start(), _whole_name(raw, words[last].end(), ceiling)
    return None


def _states() -> Lexicon:
    return lexicon("place_names.tsv")


def _whole_name(raw: str, end: int, ceiling: int) -> int:
    """On to the end of a capitalised name that was cut short."""
    while end < ceiling - 1 and raw[end] == " " and raw[end + 1].isupper():
        match = _TOKEN.match(raw, end + 1, ceiling)
        if match is None:
            break
        end = match.end()
    return end


def _role_end(words: list[re.Match[str]], index: int) -> int:
    """The role's last word, with an "of the ministry" that follows it."""
    while index + 1 < len(words) and token_of(words[index + 1].group()).role:
        index += 1
    if index + 2 < len(words) and words[index + 1].group() == "of":
        follow = index + 2
        if words[follow].group() == "the" and follow + 1 < len(words):
            follow += 1
        return follow
    return index


def _is_role(words: list[re.Match[str]], index: int) -> bool:
    return token_of(words[index].group()).role
