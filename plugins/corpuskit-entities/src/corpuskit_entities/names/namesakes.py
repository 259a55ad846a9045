"""Namesakes: names of bodies and buildings that hold a title, somebody's name or a general word."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit_entities.lexica import Token, known, place_of, token_of
from corpuskit_entities.names.word import Word, text_of
from corpuskit_entities.tables import heads, lexicon, name_parts

__all__ = [
    "goes_on", "holds_together", "is_club", "is_heading", "is_kind_of", "is_middle",
    "is_namesake", "is_of_nouns", "is_staff", "is_titled_surname", "middle_of", "of_known",
    "storm_called", "thing_called", "undescribed",
]  # fmt: skip

_ADJECTIVES = ("al", "ar", "ic", "ive")
_FOUNDED = 3  # words of such a name
_BUILDING, _BODY = "facility", "organisation"


def middle_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """The middle one of three words, as is the founder's surname in "Rosa Varga Co"; or ()."""
    return words[1:-1] if len(words) == _FOUNDED else ()


def is_namesake(words: Sequence[Word]) -> bool:
    """ "King Varga Mosque": a building, or a body that is called by somebody of rank; its title
    is a part of the name."""
    title, last = words[0].token, words[-1].token
    if len(words) < 3 or not title.title or last.surname or last.role:
        return False
    if last.head not in (_BUILDING, _BODY) or any(word.token.title for word in words[1:]):
        return False
    if last.head == _BUILDING and last.folded in heads("general"):
        return True  # Captain Varga Hospital
    return any(row["title"] in ("rank", "polite") for row in lexicon("roles.tsv").get(title.folded))


def is_club(words: Sequence[str], rule: str) -> bool:
    """Whether it is a team that may be called by the town in front: "Zarvik United"."""
    return rule == "entities.team" or words[-1] in heads("club")


def thing_called(words: tuple[str, ...], rule: str) -> tuple[str, ...]:
    """What a ship or storm is called alone whose first folded words tell what it is: "MV Zarvik",
    "Storm Odette", "Tropical Storm Odette"; or ()."""
    return words[1:] if rule == "entities.ship" else storm_called(words, rule)


def storm_called(words: tuple[str, ...], rule: str) -> tuple[str, ...]:
    """The same of a storm."""
    if rule == "entities.opening_head" and words[0] in heads("storm"):
        return words[1:]
    if rule == "entities.other" and words[1:2] and words[1] in heads("storm"):
        return words[2:]
    return ()


def is_titled_surname(words: Sequence[Word]) -> bool:
    """ "Ms. Park", "Senator Hill", "Lt. Gen. Hall": titles and a noun that is a surname, too,
    behind "Mr" any noun; "King Hall", "Major Road" and "Governor House" are buildings."""
    last, titles = words[-1].token, [word.token for word in words[:-1]]
    if not (titles and last.head and all(token.title for token in titles)) or last.role:
        return False
    rows = [row["title"] for row in lexicon("roles.tsv").get(titles[-1].folded)]
    if "polite" in rows:
        return True  # Mr Street
    if not last.surname:
        return False
    if words[-2].end - words[-2].start > len(titles[-1].text):
        return True  # Gen.
    loose = last.folded in heads("general") or last.folded in heads("loose")
    return not (loose or "rank" in rows or titles[-1].folded in lexicon("role_modifiers.tsv"))


def is_middle(words: Sequence[Word], index: int) -> bool:
    """ "President Omar Sheikh Sol": between a first name with its title and a last name, a word of
    rank is a part of the name."""
    first, title = words[index - 1].token, words[index - 2].token
    if words[index].token.folded not in name_parts("rank") or not (title.title or title.role):
        return False
    plain = first.common or first.head or first.role or first.people or first.stop
    return first.first and not plain


def is_kind_of(follow: Token, last: Token) -> bool:
    """ "Refugee Processing Center", "Volunteer Income Assistance": what follows a noun for persons
    is no name, so that it only tells for whom something is."""
    return not follow.first and (follow.common or bool(last.head and not last.surname))


def is_staff(title: Token, noun: Token) -> bool:
    """ "General Staff", "General Hospital", whose title is an adjective."""
    body = noun.head in (_BODY, _BUILDING) and not (noun.surname or noun.role or noun.first)
    return title.folded == "general" and body


def goes_on(words: Sequence[Word]) -> bool:
    """ "Red Rosa Front", "Camp Rosa Hospital": a common word, or a noun that opens names, before a
    first name, and a noun that makes all one name."""
    first, last = words[0].token, words[-1].token
    plain = first.common and not (first.role or first.people or first.head)
    return (plain or first.opens) and bool(last.head) and not last.surname


def holds_together(words: Sequence[Word], index: int) -> bool:
    """Whether a body's name holds a word that parts names elsewhere: "Nurses Without Walls",
    "Black Friday Coalition"."""
    before, last = words[index - 1].token, words[-1].token
    if index == 0 or index == len(words) - 1 or before.first or before.people:
        return False
    if words[index].token.folded == "without":
        return index == 1 and before.folded.endswith(("s", "men")) and not last.stop
    day = words[index].token.stop == "calendar" and before.common and not before.stop
    return day and last.head == _BODY and not last.surname


def is_of_nouns(words: Sequence[Word]) -> bool:
    """ "Ring of Fire": two common nouns with a capital, the first of no body or office."""
    if len(words) != _FOUNDED or words[1].token.folded != "of":
        return False
    first, last = words[0].token, words[2].token
    return not first.head and _is_noun(first) and _is_noun(last)


def _is_noun(token: Token) -> bool:
    plain = token.common or token_of(f"{token.folded}s").common
    named = token.role or token.first or token.people or token.stop in ("function", "calendar")
    return token.upper and plain and not named


def is_heading(words: Sequence[Word]) -> bool:
    """ "SITUATION OVERVIEW": common words in capitals, which are no name."""
    if len(words) < 2 or not all(map(_is_shouted, words)):
        return False
    text = text_of(words)
    return known(text) is None and place_of(text) is None


def _is_shouted(word: Word) -> bool:
    token = word.token
    plain = token.common and not (token.head or token.first or token.people or token.acronym)
    return plain and len(token.text) > 1 and token.text.isupper()


def undescribed(words: list[Word]) -> list[Word]:
    """Without an adjective that only opens a sentence: "Neighbouring Arvania"."""
    if len(words) < 2 or words[0].token.stop != "adjective":
        return words
    follow = words[1].token
    return words if follow.common or follow.head or follow.role else words[1:]


def _is_part(first: Token, last: Token) -> bool:
    """Whether an adjective is a part of a known body's name: "Social Democratic Party"."""
    told = first.common and not first.stop and first.folded.endswith(_ADJECTIVES)
    return told and last.folded in heads("general")


def of_known(words: list[Word]) -> list[Word]:
    """Without a word that only describes: "Outside NATO", "Presumptive Democrat"."""
    first = words[0].token
    if len(words) < 2 or not (first.common or first.stop) or first.first or first.head:
        return words
    plain = first.folded not in name_parts("direction") and not known(text_of(words))
    if _is_part(first, words[-1].token):
        return words
    whole = text_of(words).lower() in lexicon("peoples.tsv")  # Liberal Democrat
    people = len(words) == 2 and words[1].token.people and not whole
    return words[1:] if plain and (people or known(text_of(words[1:]))) else words
