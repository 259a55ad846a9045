"""Pieces: takes a capitalised run apart into titles, persons, organisations, places and peoples."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpuskit_entities.lexica import Token, known, place_of, token_of
from corpuskit_entities.names.chiefs import chief_behind_body, chief_behind_office
from corpuskit_entities.names.joined import is_portfolio
from corpuskit_entities.names.lands import is_large
from corpuskit_entities.names.leads import front_of, lead_of, unknown_lead
from corpuskit_entities.names.namesakes import (
    holds_together,
    is_heading,
    is_kind_of,
    is_middle,
    is_namesake,
    is_of_nouns,
    is_staff,
    is_titled_surname,
    of_known,
    undescribed,
)
from corpuskit_entities.names.of import are_members, is_headed
from corpuskit_entities.names.offices import is_department, office_end
from corpuskit_entities.names.parts import parts_of, untitled, with_month_names
from corpuskit_entities.names.word import Word, text_of
from corpuskit_entities.rules.names import SEVERAL
from corpuskit_entities.rules.words import SINGLE
from corpuskit_entities.tables import heads, lexicon, name_parts, small_words

__all__ = ["Piece", "pieces_of"]

_WHOLE = re.compile(r"[^\W_]{3,}")  # a single word, without a possessive
_ABBREVIATED = 4  # letters that a title has at least if it is written out


class Piece(NamedTuple):
    """A stretch of a run, wherever the run stands.

    Attributes:
        start, end: offsets into the run.
        kind: an `EntityKind`; "role" for a title without a name; "unknown"; "" for a word that is
            a name only if somebody is called so.
        rule: the id of the rule that says so.
        words: the words, folded.
        role: offsets of the title before it, or None.
        gender: "m", "f" or "".
    """

    start: int
    end: int
    kind: str
    rule: str
    words: tuple[str, ...]
    role: tuple[int, int] | None = None
    gender: str = ""


def pieces_of(run: str, titled: bool = False) -> Iterator[Piece]:
    """The pieces of a run such as "Arvania's Trade Minister Ana Sol", in order.

    Args:
        titled: from a line where most words have capitals, so that common words part names.
    """
    if not titled and _WHOLE.fullmatch(run):
        token = token_of(run)
        if run[-1] == "s" and run[:-1].isupper() and not known(run):
            return  # MCAs
        if token.upper and not token.stop and not token.title and len(token.text) > 1:
            yield _classified((Word(0, len(run), token),))
            return
    for part in parts_of(run):
        for words in untitled(part) if titled else (part,):
            yield from _part(words)


def _part(words: list[Word]) -> Iterator[Piece]:
    whole = _with_article(words)
    if whole is not None:
        yield whole
        words = words[2:]
    bare = with_month_names(words)
    words = _trimmed(bare)
    if not words and len(bare) == 1 and bare[0].token.folded in lexicon("place_names.tsv"):
        yield _role(bare)  # Md., for what stands around to tell
    if not words or is_heading(words):
        return
    for index, word in enumerate(words):
        if word.token.text == "v" and 0 < index < len(words) - 1:
            yield _named(words, "other", "entities.case")
            return
        if word.token.folded in small_words("link"):
            yield from _joined(words, index)
            return
        if word.token.stop == "calendar" or (word.token.stop == "function" and word.token.upper):
            if holds_together(words, index):
                yield _named(words, "organisation", "entities.held_together")
                return
            yield from _part(words[:index])
            yield from _part(words[index + 1 :])
            return
    yield from _simple(words)


def _with_article(words: Sequence[Word]) -> Piece | None:
    """ "The Guardian", which everybody knows with its article; "The Hague", a place only so."""
    if len(words) < 2 or words[0].token.text != "The":
        return None
    if known(text_of(words[:2])):
        return _named(words[1:2], "organisation", "entities.known")
    place = place_of(text_of(words[:2])) is not None and place_of(words[1].token.text) is None
    return _named(words[:2], "place", "entities.gazetteer") if place else None


def _trimmed(words: list[Word]) -> list[Word]:
    first, last = 0, len(words)
    while first < last and _outside(words[first].token):
        first += 1
    while last > first and _outside(words[last - 1].token):
        last -= 1
    alone = last - first == 1 and (words[first].token.stop or len(words[first].token.text) == 1)
    return [] if alone else words[first:last]


def _outside(token: Token) -> bool:
    small = not (token.upper or token.folded.startswith("d'"))  # Côte d'Ivoire
    return small or token.stop in ("function", "calendar")


def _joined(words: list[Word], index: int) -> Iterator[Piece]:
    """Left of/for right: one name if left is a general noun, else two."""
    left, right = words[:index], _after(words, index)
    last = left[-1].token
    if is_of_nouns(words):
        yield _named(words, "other", "entities.nouns_of")
    elif not right and last.head and words[-1].token.upper and words[-1].token.stop != "calendar":
        yield _headed(words, last)  # Federation of Teachers
    elif not right and known(text_of(words)):
        yield _named(words, "organisation", "entities.known")  # Save the Children
    elif not right:
        yield from _simple(left)
    elif last.role and is_department(right, last.folded):
        yield from _office(words, index)
    elif is_headed(words[index], left, right):
        end = _stretch(words, index)
        yield _headed(words[:end], last)
        yield from _part(words[end:])
    elif text_of(words).lower() in lexicon("regions.tsv"):
        yield _named(words, "place", "entities.region")  # Horn of Africa
    elif known(text_of(words)):
        yield _named(words, "organisation", "entities.known")
    elif are_members(left, right):
        yield _named(words, "organisation", "entities.head_of")  # United Workers of Arvania
    elif left[0].token.folded in name_parts("peer") and len(left) > 1 and len(right) == 1:
        yield from _simple(left)
        known_place = place_of(text_of(right)) is not None
        place = _classified(right) if known_place else None
        yield place or _named(right, "place", "entities.place_context")  # Lord Varga of Sol
    else:
        yield from _simple(left)
        chief = chief_behind_office(right) if last.role else 0
        if chief:
            yield from _part(right[:chief])
        yield from _part(right[chief:])


def _headed(words: Sequence[Word], head: Token) -> Piece:
    """ "Council of Arvania"; a "Free State of Arvania" that no gazetteer has is a body too."""
    place = place_of(" ".join(word.token.text for word in words))
    if place is not None and place.kind == "country":
        return _named(words, "place", "entities.head_of")  # Sultanate of Oman
    if head.folded in heads("realm") and place is None:
        return _named(words, "organisation", "entities.head_of")
    return _named(words, head.head, "entities.head_of")


def _after(words: list[Word], index: int) -> list[Word]:
    return _trimmed(words[index + 1 :])


def _stretch(words: list[Word], index: int) -> int:
    """Up to the end of an "X of Y" or "X of Y of Z"; titles are not taken in."""
    end = index + 1
    titles = [i for i in range(end, len(words)) if _is_title(words[i].token)]
    last = titles[0] if titles and titles[0] < len(words) - 1 else len(words)
    if titles and words[end].token.folded != "the":
        last = titles[0]
    end = max(end, last)
    if end == index + 1 == len(words) - 1:
        end += 1  # Court of Justice
    while end > index + 1 and not words[end - 1].token.upper:
        end -= 1
    return end if end > index + 1 else index


def _is_title(token: Token) -> bool:
    """Whether it begins somebody's title, and is no topic ("Ministries of Justice and Trade")."""
    return token.title and not is_portfolio(token.folded)


def _office(words: list[Word], index: int) -> Iterator[Piece]:
    """ "Secretary of State John Doe", "Minister of Trade and Mines": the office has its topics."""
    lead, end = lead_of(words[:index]), office_end(words, index)
    if lead:
        yield _classified(words[:lead])
    office, rest = words[lead:end], words[end:]
    if rest and rest[0].token.upper:
        yield from _person(office, rest)
    else:
        yield _role(office)
        yield from _part(rest)


def _simple(words: list[Word]) -> Iterator[Piece]:
    """Words without of and for: [people or place] [organisation] title name."""
    words = undescribed(words)
    if words[0].token.folded in name_parts("described") and len(words) > 1:
        yield _named(words[1:], "organisation", "entities.body_context")  # NGO Zarvik
        return
    if is_namesake(words):
        yield _classified(words)
        return
    if is_titled_surname(words):
        yield from _person(words[:-1], words[-1:])
        return
    title = _title_at(words)
    if title < 0:
        follow = words[1].token if len(words) > 1 else None
        first = words[0].token
        opens = first.stop in ("opener", "front") and first.folded not in name_parts("direction")
        if opens and follow and (follow.acronym or follow.first):
            words = words[1:]  # Former UN, Said Rosa
        words = of_known(words)
        lead = front_of(words) or chief_behind_body(words)
        if lead:
            yield from _part([*words[:lead]])
            words = words[lead:]
        yield _classified(words)
        return
    end = title + 1
    while end < len(words) and words[end].token.folded.startswith("d'"):
        end += 1  # Chargé d’Affaires
    if end + 1 < len(words) and words[title].token.acronym and _tells_branch(words[end].token):
        end += 1  # SSP Operations Ana Sol
    before, rest = words[:end], words[end:]
    lead = lead_of(before)
    if lead:
        land = _classified(before[:lead])
        unsure = land.kind == "unknown" and before[0].token.first
        placed = unsure and place_of(text_of(before[:lead])) is not None
        yield _named(before[:lead], "place", "entities.gazetteer") if placed else land
    else:
        lead, kind, rule = unknown_lead(before)
        if lead:
            yield _named(before[:lead], kind, rule)
    before = before[lead:]
    if rest and not (rest[-1].token.head and not rest[0].token.first):
        yield from _person(before, rest)
        return
    yield _role(before)
    yield from _part(rest)


def _title_at(words: Sequence[Word]) -> int:
    """The last title that a name can follow, or that ends the run; -1 if none."""
    first, last = words[0].token, words[-1].token
    adjective = first.title and first.folded in lexicon("role_modifiers.tsv")
    owned = len(words) > 2 and words[-2].token.text.endswith(("'s", "’s"))
    if last.head and (len(words) == 2 or adjective or owned) and not last.role:
        return -1  # General Assembly, King County, General Intelligence Department
    land = place_of(text_of(words)) if first.title else None
    if land is not None and (land.kind == "country" or last.head == "place"):
        return -1  # DR Congo, Prince George's County
    several = _title_of_several(words)
    if several:
        return several - 1
    named = first.first and len(words) > 1 and not first.role
    named = named and words[1].token.head != "place"  # Logan County Prosecutor
    placed = named and is_large(first.text)
    for index in range(len(words) - 1, -1, -1):
        token = words[index].token
        if placed and index and token.title and words[index + 1 :] and words[index + 1].token.first:
            return index  # Georgia Governor Ana Sol
        if not (token.title or token.role) or (
            index and words[index - 1].token.folded in small_words("and")
        ):
            continue  # Peace and Justice Coalition
        if named and not (index and len(token.text) < _ABBREVIATED):
            continue  # Martin Luther King; but Virginia Sen. Ana Sol
        if token.title and index > 1 and is_middle(words, index):
            continue  # President Omar Sheikh Sol
        after = len(words) - 1 - index
        if after and not token.title and is_kind_of(words[index + 1].token, last):
            continue  # State Refugee Processing Center
        if after == 0 and not token.role:
            continue  # SP, a party unless somebody's name follows
        if after == 0 and any(word.token.first for word in words[:index]):
            continue  # Ms. Rosa King, Ms. Rosa Baker
        if after == 0 and index == 1 and token.folded in name_parts("surname") and not first.common:
            continue  # Zarvik Baker
        if after == 1 and index and is_staff(token, last):
            continue  # Central General Staff
        if token.title or after > 1 or (after == 0 and index > 0):
            pair = text_of(words[index + 1 : index + 3]).lower()
            goes_on = after > 2 and pair in lexicon("roles.tsv")  # Chairman Tan Sri
            return index + 2 if goes_on else index
    return -1


def _title_of_several(words: Sequence[Word]) -> int:
    """How many words the title has that opens a run: "Private First Class", "Tan Sri"; or 0."""
    first = words[0].token
    sure = first.title or first.first
    if not sure and first.folded not in _openings():
        return 0
    ends = [end for end in (3, 2) if end < len(words) and (sure or not words[end].token.title)]
    return next((n for n in ends if text_of(words[:n]).lower() in lexicon("roles.tsv")), 0)


@functools.cache
def _openings() -> frozenset[str]:
    """The first words of titles of two words and more."""
    rows = [row for row in lexicon("roles.tsv").entries if row["title"]]
    return frozenset([front for front, space, _ in (r.term.partition(" ") for r in rows) if space])


def _person(before: Sequence[Word], rest: Sequence[Word]) -> Iterator[Piece]:
    while len(before) > 1 and _only_opens(before[0].token):
        before = before[1:]  # Later Mayor
    name = [*rest]
    if len(name) > 1 and name[-1].token.folded in name_parts("honour"):
        name.pop()  # Mr Varga MP
    end = next((i for i, w in enumerate(name) if _outside(w.token) and w.token.stop), len(name))
    if end == 0:
        yield _role(before)
        yield from _part(name[1:])
        return
    gender = _gender(before) or _gender(name[:1])
    role = (before[0].start, before[-1].end)
    yield Piece(
        name[0].start, name[end - 1].end, "person", "entities.title_name",
        tuple(w.token.folded for w in name[:end]), role, gender,
    )  # fmt: skip
    if end < len(name):
        yield from _part(name[end:])


def _tells_branch(token: Token) -> bool:
    """Whether it tells what an officer is in charge of."""
    return token.folded in lexicon("role_modifiers.tsv") and not token.title


def _only_opens(token: Token) -> bool:
    return bool(token.stop) and token.folded not in lexicon("role_modifiers.tsv")


def _gender(words: Sequence[Word]) -> str:
    return next((w.token.gender for w in words if w.token.gender), "")


def _role(words: Sequence[Word]) -> Piece:
    gender = _gender(words)
    span = (words[0].start, words[-1].end)
    folded = tuple(w.token.folded for w in words)
    return Piece(*span, "role", "entities.title", folded, span, gender)


def _named(words: Sequence[Word], kind: str, rule: str, gender: str = "") -> Piece:
    folded = tuple(w.token.folded for w in words)
    return Piece(words[0].start, words[-1].end, kind, rule, folded, gender=gender)


def _is_role(token: Token) -> bool:
    """Whether a word alone tells what somebody is: "Minister", "OBE"."""
    honour = token.acronym and token.folded in name_parts("honour")
    return honour or (token.role and not token.people)


def _classified(words: Sequence[Word]) -> Piece:
    """By the first rule that fits; a single word that is a role stays one."""
    if len(words) == 1 and _is_role(words[0].token):
        return _role(words)
    if len(words) > 2 and words[-1].token.folded in name_parts("honour"):
        named = _classified(words[:-1])
        if named.kind in ("person", "unknown"):
            return named  # Rosa Varga MP
    for rule in SINGLE if len(words) == 1 else SEVERAL:
        kind = rule.kind_of(words)
        if kind:
            return _named(words, kind, rule.id, words[0].token.gender)
    return _named(words, "unknown", "entities.unknown", words[0].token.gender)
