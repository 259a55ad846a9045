"""Joined: which capitalised runs are one name though a small word or sign parts them."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from corpuskit_entities.lexica import Token, known, place_of, token_of
from corpuskit_entities.tables import heads, lexicon, name_parts, small_words

__all__ = [
    "LONGEST", "is_noun", "is_one_name", "is_portfolio", "is_state_body", "is_two_regions",
]  # fmt: skip

LONGEST = 5  # characters between two runs that may be one name
_FULL = 200  # characters of a name to which nothing is joined any more
_SHORT = 6  # letters of a title or "St" before a full stop, at most
_ADJECTIVE = 5  # letters of an adjective in -ic or -al, at least one more
_OPEN_FOR = {'"': '"', "”": "“"}  # marks around a nickname
_OPEN = (' "', " “")
_CLOSE = re.compile(r'["”] (?:(?:[a-z]{1,5} ){1,2})?(?=[^\W\d_a-z])')  # '" dela Varga'
_D = frozenset("'’")
_SMALL = frozenset((" and ", " on ", " the ", " to ", " for "))  # within a name that is known
_CASE = " v. "  # between those of a case in court
_GOES_ON = (" and ", " & ")
_AHEAD = 3  # words of a second run that end a known name, at most


def is_one_name(raw: str, begin: int, stop: int, start: int, end: int) -> bool:
    """Whether the runs [begin, stop) and [start, end) and what stands between are one name.

    "Chargé d’Affaires", "Lt. Gen.", "Sol & Varga", "Council on Foreign Trade", "Ministry of Trade
    and Farming", "Food and Water Agency", "Jund al-Sahl wal-Sahra".
    """
    if stop - begin > _FULL:
        return False
    between = raw[stop:start]
    if not between:
        return raw[begin:end].lower() in lexicon("place_names.tsv")  # W.Va.
    if between in (". ", ".\u00a0"):
        last = raw[begin:stop].rsplit(None, 1)[-1]
        return len(last) < _SHORT and (token_of(last).title or _is_stopped(last))
    if between == _CASE:
        return True
    if between in _D:
        return raw.startswith(("-d", "-D"), stop - 2)  # Val-d'Or
    if between == " do ":
        return place_of(raw[begin:end]) is not None  # Rio Grande do Sul
    if between in _SMALL:
        left, right = raw[begin:stop], raw[start:end]
        return _is_known(left, between, right) or (
            between in (" and ", " on ") and _is_body(left, between, right)
        )
    if between == ", ":
        return raw[end : end + 5] in _GOES_ON and _is_topic(raw[begin:stop], raw[start:end])
    if between == " (":  # Rosa (Ro) Varga
        inside = raw[end : end + 2] == ") " and raw[end + 2 : end + 3].isupper()
        return inside and _is_given(raw[begin:stop]) and _is_given(raw[start:end])
    if between == ") ":
        return raw.find("(", begin, stop) > 0
    if between in _OPEN:  # Rosa "Ro" Varga
        return _closes(raw, end) > 0
    if between[0] in _OPEN_FOR:
        first, last = between[0], raw[begin:stop]
        opened = last.find(first) > 0 or last.find(_OPEN_FOR[first]) > 0
        return opened and _closes(raw, stop) == start
    return between in (" d’", " d'", " & ") or between.strip() in name_parts("and")


def _closes(raw: str, end: int) -> int:
    """Where a name goes on behind a nickname and its mark, with its particles; 0 if it does not."""
    found = _CLOSE.match(raw, end)
    particles = found.group()[2:].split() if found else ()
    goes_on = found is not None and name_parts("particle").issuperset(particles)
    return found.end() if found and goes_on else 0


def _is_stopped(word: str) -> bool:
    """ "St. Sol", "Brgy. Sol"."""
    return word.istitle() and word.lower() in name_parts("stopped")


@functools.lru_cache(maxsize=16384)
def _is_given(text: str) -> bool:
    """Whether one word may be what somebody is called: nothing else that is known."""
    token = token_of(text)
    if " " in text or token.acronym or token.people or token.common or token.stop or token.role:
        return False
    return token.first or not (token.head or place_of(text) or known(text))


@functools.lru_cache(maxsize=16384)
def _is_known(left: str, between: str, right: str) -> bool:
    """ "Save the Children", "Trinidad and Tobago", whatever follows in the second run."""
    words = right.split(None, _AHEAD)[:_AHEAD]
    front = left.rpartition(" of ")[2]
    front = front.removeprefix("The ").removeprefix("the ") + between
    wholes = [front + " ".join(words[: at + 1]) for at in range(len(words))]
    return any(known(whole) or place_of(whole) for whole in wholes)


@functools.lru_cache(maxsize=16384)
def _is_topic(left: str, right: str) -> bool:
    """Whether a department named so far has another topic: "Ministry of Law, Justice and Peace"."""
    ones, twos = _tokens(left), _tokens(right)
    at = next((i for i, token in enumerate(ones) if token.folded in ("of", "for")), 0)
    if not at or not ones[at - 1].head or at + 1 == len(ones):
        return False
    topics = [token for token in (*ones[at + 1 :], *twos) if token.folded != "the"]
    return all(map(_general, topics)) and _goes_on(twos)


@functools.lru_cache(maxsize=16384)
def _is_body(left: str, between: str, right: str) -> bool:
    if known(left) or known(right):
        return False
    if between == " and " and is_two_regions(f"{left} and {right}".lower()):
        return True
    ones, twos = _tokens(left), _tokens(right)
    if not twos or not _general(twos[0]):
        return False
    if between == " on ":
        return ones[-1].folded in heads("on") and all(map(_general, twos))
    at = _link(ones)
    while at and not (ones[at - 1].head or ones[at - 1].role or ones[at - 1].common):
        del ones[: at + 1]  # "Ana Sol of the"
        at = _link(ones)
    if not ones:
        return False
    if at:
        topic = [token for token in ones[at + 1 :] if token.folded != "the"]
        if not topic or not all(map(_general, topic)):
            return False
        office = ones[at - 1].role and not ones[at - 1].head
        return office or (bool(ones[at - 1].head) and all(map(_general, twos)) and _goes_on(twos))
    fits = _general(ones[-1]) and ones[-1].folded not in heads("general")
    fits = fits and (not ones[-1].role or is_portfolio(ones[-1].folded))
    return fits and len(twos) > 1 and twos[-1].head == "organisation" and _described(twos[:-1])


def _link(tokens: Sequence[Token]) -> int:
    """Where a small word joins what a body is "of", "for" or "on"; or 0."""
    return next((i for i, token in enumerate(tokens) if token.folded in small_words("topical")), 0)


def is_two_regions(text: str) -> bool:
    """ "west and central africa", but no two states ("east and west germany")."""
    first, joint, second = text.partition(" and ")
    if not joint:
        return False
    base = second.partition(" ")[2]
    regions = lexicon("regions.tsv")
    if not base or f"{first} {base}" not in regions or second not in regions:
        return False
    land = place_of(base)
    return land is None or land.kind != "country"


def _tokens(run: str) -> list[Token]:
    return [token_of(word.rstrip(",")) for word in run.split()]


def _general(token: Token) -> bool:
    """A common word that is neither a name nor a people."""
    name = token.first or token.people or token.acronym or token.stop in ("function", "calendar")
    if is_portfolio(token.folded):
        return True
    return not name and (_is_word(token) or bool(token.head)) and not _is_land(token)


OFFICES = frozenset(("minister", "secretary"))
"""Those that are told with what they are in charge of."""


def is_portfolio(word: str) -> bool:
    """Whether a department of a state is named by it: "trade", "defence"."""
    rows = lexicon("role_modifiers.tsv").get(word)
    return bool(rows) and rows[0]["topic"] == "portfolio"


def is_rank(word: str) -> bool:
    """Whether it opens an office and no body's name: "Assistant Fire Chief", "acting head"."""
    return any(row["topic"] == "rank" for row in lexicon("role_modifiers.tsv").get(word))


def is_state_body(text: str) -> bool:
    """Whether folded words name a state's body by its field alone: "army", "trade ministry"."""
    if text in lexicon("state_bodies.tsv"):
        return True
    *fields, noun = text.split()
    if not fields or noun not in heads("state"):
        return False
    topics = [token_of(word) for word in fields if word not in ("and", "&")]
    return all(topic.common or is_portfolio(topic.folded) for topic in topics)


def _is_word(token: Token) -> bool:
    """A common word, its plural, or an adjective that is none of the lexicons' names."""
    folded = token.folded
    adjective = len(folded) > _ADJECTIVE and folded.endswith(("ic", "al"))
    return adjective or is_noun(token)


def is_noun(token: Token) -> bool:
    """A common word or a noun for persons, or its plural."""
    one = token_of(token.folded.removesuffix("s"))
    return token.common or one.common or (one.role and not one.title)


def _is_land(token: Token) -> bool:
    place = place_of(token.text)
    return place is not None and place.kind == "country"


def _described(words: list[Token]) -> bool:
    return all(map(_general, words))


def _goes_on(words: list[Token]) -> bool:
    """Whether what follows "and" is a topic and no other body ("… of Trade and Parliament")."""
    return len(words) > 1 or words[0].folded not in heads("general")
