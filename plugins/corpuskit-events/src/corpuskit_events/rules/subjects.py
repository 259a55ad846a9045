"""Subjects: which party before a verb is its subject, and which is the object of something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import attrs

from corpuskit import Span
from corpuskit.scan import Example, Rule
from corpuskit_events.cue import cue, either

__all__ = [
    "LONGEST",
    "OF_THE",
    "PREPOSITIONS",
    "REACH",
    "SUBJECT_RULES",
    "Party",
    "ends_with_day",
    "first_joined",
    "head_of",
    "is_joined",
    "is_listed",
    "subject_of",
]

REACH = 90  # characters between a party and the verb it belongs to
HEAVY = 40  # from so many on, what tells who a subject is can hold a clause
LONGEST = 180  # and up to so many
LOOK = 60  # characters before a party that tell what it hangs on
WORN = 6  # words before a party that tell that somebody is only dressed so


@attrs.define(eq=False)
class Party:
    """Somebody who can act: offsets, name; id of the entity and its mention, or None."""

    start: int
    end: int
    name: str
    entity_id: str | None = None
    span: Span | None = None


SUBJECT_RULES: tuple[Rule, ...] = (
    Rule(
        id="events.subjects.object",
        about="The object of a verb or of a preposition is the subject of no other verb.",
        yes=(
            Example("[[Gunmen]] killed nine guards and wounded a driver."),
            Example("The [[rebels]] in the hills above the council attacked Karn."),
            Example("At least 40 [[rebels]] attacked Karn."),
            Example("Five of the [[rebels]] attacked Karn."),
            Example("It rained after armed [[gangs]] attacked Karn."),
            Example("[[Rebels]] killed an off-duty police officer and wounded a driver."),
            Example("The army knew of [[rebels]] who had attacked Karn."),
            Example("It rained on [[rebels]] in Karn who had attacked Orlo."),
            Example("On Monday [[rebels]] attacked Karn."),
            Example("In 2030, [[rebels]] attacked Karn."),
            Example("Pro-government [[militias]] attacked Karn."),
            Example("[[Rebels]] dressed as soldiers attacked Karn."),
            Example("The [[council]] deported 1,200 teachers and attacked Karn."),
        ),
        no=(
            "A blast killed nine guards and wounded a driver.",
            "A blast rocked a bank, killing nine guards and wounding a driver.",
            "Blasts near the army hurt two.",
            "An attack on the army that killed nine guards shook Karn.",
        ),
    ),
    Rule(
        id="events.subjects.clause",
        about="The subject of one clause is not that of the next.",
        yes=(
            Example("The mayor said [[rebels]] attacked the bank."),
            Example("The [[rebels]] said they attacked the bank."),
            Example("The [[rebels]] said on Monday they attacked the bank."),
        ),
        no=(
            "The mayor fled from rebels, whom they attacked.",
            "The mayor said a blast killed nine.",
            "The mayor slept when a bomb killed nine.",
            "The mayor flees as shelling hits Karn.",
        ),
    ),
)

_CLAUSE = re.compile(  # a mark first, so that the search passes over letters fast
    r"[^a-z0-9_](?:(?<=[;:\u2014\"\u201c\u201d])|\bof\swhom\b|(?<=\s)(?<!^\s)that\s(?!(?:it|he|she|they)\b)"
    r"|\b(?:a(?:dded|fter|ccording|nnounced)|be(?:lieve[ds]?|fore|cause)|if|reported|s(?:a(?:id|y(?:s|ing)?)"
    r"|ince(?!\sbeen))|told|until|wh(?:en|ile|ere))\b(?!\s(?:(?:(?:on\s)?\w+day\s)?(?:that\s)?(?:it|he|she|they)"
    r"|\w+ing|to\shave)\b))"
)
_BINDS = frozenset("of least most than to as about around over nearly almost".split())
PREPOSITIONS = frozenset(
    "of to for by with against from at in on into near over among between including like than "
    "under toward towards despite without about within inside outside behind via above below "
    "across through around off".split()
)
_WHO = re.compile(
    r"(?:\s(?:in|at|from|near|outside)(?:\s[\w'-]+){1,4}(?=,?\swho\s))?"  # "rebels in Karn who"
    r",?\s(?:who|that|which)\s(?!(?:it|he|she|they|we|i|you)\b)"
    r"(?:(?!(?:sa(?:id|ys?)|told|police)\b)[\w'-]+\s){0,5}"
)
_WHOM = re.compile(r",?\s(?:whom?|that|which)\s(?:it|he|she|they|we|i|you)\s")
_INTRODUCED = re.compile(
    r"\W*(?:according|in|on|at|after|before|for|with|during|under|since|from|as)\b"
)
_WORD = re.compile(r"\d(?:[\d,.]*\d)?|[\w'-]+|[^\w\s]")
_DEED_ON = re.compile(r"([\w-]+)\s(?:on|against|in|at|near|of|outside)\s(?:the\s|an?\s)?\Z")
_AND = re.compile(r"\s(?:and|&)\s(?:[\w'.-]+\s){0,3}")
OF_THE = (" of ", " of the ")
_OF_SOME = re.compile(r"\sof\s(?:the|an?|its|his|her|their)\s(?:[\w-]+\s){0,2}")
_ARTICLES = re.compile(r"\W*(?:(?:the|an?|some|more|many|several|\d[\d,]*+)\s)?(?:[\w-]+\s){0,2}")
_PLACED = re.compile(
    r"\s(?:from|in|at|near|outside|across)\s(?:[^,.;]{2,30}(?:,\s[^,.;]{2,30}){0,4},?\sand\s)?"
)


def subject_of(
    folded: str,
    start: int,
    trigger: int,
    parties: Sequence[Party],
    verbs: frozenset[str] = frozenset(),
) -> Party | None:
    """The subject of the verb at `trigger` among `parties`, which end before it, or None.

    Args:
        start: where the sentence begins.
        verbs: last words of the sentence's triggers; what follows one is its object.
    """
    for index in range(len(parties) - 1, -1, -1):
        party = parties[index]
        gap = folded[party.end : trigger]
        if gap != " ":
            relative = "wh" in gap or "that" in gap
            if relative and _WHO.fullmatch(gap):
                if " who " not in gap and _is_of_deed(folded, start, party, verbs):
                    return None
                return head_of(folded, parties, index) if " who " in gap else party
            if relative and _WHOM.match(gap):
                return None  # "Orland, which they attacked"
            heavy = len(gap) > HEAVY and _is_heavy(folded, start, party, trigger, verbs)
            if not heavy and (len(gap) > REACH or _opens_clause(gap, verbs) or _CLAUSE.search(gap)):
                return None
        if not _is_object(folded, start, parties, index, verbs):
            return _owner(folded, parties, index)
    return None


def _owner(folded: str, parties: Sequence[Party], index: int) -> Party:
    """The party, or the noun that it only describes: "supporters of the ousted leader" marched."""
    if index and parties[index].entity_id is None and parties[index - 1].entity_id is None:
        noun = parties[index - 1]
        if _OF_SOME.fullmatch(folded, noun.end, parties[index].start):
            return noun
    return parties[index]


def _is_heavy(folded: str, start: int, party: Party, verb: int, verbs: frozenset[str]) -> bool:
    """Whether a party opens a sentence of which all up to the verb only tells who that is: "Rebels
    from the hills above the old river that runs along the border attacked"."""
    if verb - party.end > LONGEST or _heavy().fullmatch(folded, party.end, verb) is None:
        return False
    words = folded[party.end : verb].split()
    return _ARTICLES.fullmatch(folded, start, party.start) is not None and verbs.isdisjoint(words)


@cache
def _heavy() -> re.Pattern[str]:
    """Phrases behind a subject, and a clause of them: no comma, and no other clause."""
    return re.compile(
        r"\s(?:from|of|in|at|near|on|with|who|that)\s"
        rf"(?:(?!(?:and|or|{either('next clause')})\b)[\w'-]+\s)+"
    )


def _opens_clause(gap: str, verbs: frozenset[str]) -> bool:
    """Whether "as" opens a clause of a deed of its own: "fled as shelling hit"."""
    at = gap.rfind(" as ")
    if at < 0:
        return False
    words = gap[at + len(" as ") :].split()
    return not words or not verbs.isdisjoint(words)


def _is_of_deed(folded: str, start: int, party: Party, verbs: frozenset[str]) -> bool:
    """Whether "that" means the deed that is on or in the party: "an attack on Karn that"."""
    deed = _DEED_ON.search(folded, max(start, party.start - LOOK), party.start)
    return deed is not None and deed[1] in verbs


def head_of(folded: str, parties: Sequence[Party], index: int) -> Party:
    """The party, or the noun that it only belongs to: "the mayor of Karn who", "students in Karn,
    Velm and Orsha who"."""
    if index and parties[index].entity_id is not None:
        noun = parties[index - 1]
        between = folded[noun.end : parties[index].start]
        if noun.entity_id is None and (between in OF_THE or _PLACED.fullmatch(between)):
            return noun
    return parties[index]


def is_joined(folded: str, one: Party, other: Party, verbs: frozenset[str]) -> bool:
    """Whether two parties are one subject: "Ana Marn and President Rob Dahl"."""
    gap = folded[one.end : other.start]
    return _AND.fullmatch(gap) is not None and verbs.isdisjoint(gap.split())


def is_listed(folded: str, one: Party, other: Party) -> bool:
    """Whether two names are of one list: "Ana Marn, Rob Dahl and Kim Orlo"."""
    named = one.entity_id is not None and other.entity_id is not None
    return named and folded[one.end : other.start] == ", "


def first_joined(
    folded: str, start: int, parties: Sequence[Party], party: Party, verbs: frozenset[str]
) -> Party:
    """The first of those who are one subject: "Orland and Merra attacked"."""
    at = parties.index(party)
    while at and is_joined(folded, parties[at - 1], parties[at], verbs):
        if _is_object(folded, start, parties, at - 1, verbs):
            break
        at -= 1
    return parties[at]


def _is_object(
    folded: str, start: int, parties: Sequence[Party], index: int, verbs: frozenset[str]
) -> bool:
    """Whether a party hangs on a verb or preposition before it."""
    party = parties[index]
    before = folded[max(start, party.start - LOOK) : party.start]
    words = _words(before)
    if party.entity_id is None and _is_worn(before, words):
        return True
    unknown, bound, headed = 0, True, False
    describes, introduces = cue("describes"), cue("introduces")
    while words:
        word = words.pop()
        last = words[-1] if words else ""
        if bound and (word in _BINDS or last in _BINDS):
            before, bound = _bound().sub("some", before), False
            words, unknown = _words(before), 0
            continue
        if word in ("and", "or", ","):
            return _is_joined_object(folded, start, parties, index, verbs)
        if _is_time(word) and ends_with_day([*words, word]):
            return False  # "On Monday rebels"
        if word in describes or word[0].isdigit() or ("-" in word and word not in verbs):
            headed = headed or word in describes
            continue
        if word in introduces or not word[0].isalnum():
            return False
        if word in PREPOSITIONS:
            return True
        if last == "," and word.endswith("ing"):
            return True  # "a blast hit a bank, killing nine guards and"
        if word in verbs or word.endswith("ed") or word in cue("found"):
            if last in introduces and word not in verbs:
                return False  # "after armed gangs attacked"
            if last == ",":
                return headed  # "entered Karn, beat the men and"; not "On Monday, armed gangs"
            return last not in describes and last.isalnum()  # no word that only describes
        unknown += 1
        if unknown > 1 or word.endswith("s"):
            return False
    return False


@cache
def _bound() -> re.Pattern[str]:
    """What stands before a number, or measures; ends with a word of `_BINDS`."""
    return re.compile(
        r"\b(?:(?:thousand|hundred|dozen|score|million|group|number|crowd|couple|gang|team"
        rf"|majority)s?\sof|tens\sof|members\sof|(?:{either('describes')}|\d+)\sof"
        r"|at\s(?:least|most)|(?:more|fewer|less)\sthan|up\sto|as\smany\sas"
        r"|(?:about|around|over|nearly|almost)(?=\s\d))(?=\s)"
    )


def _is_worn(before: str, words: Sequence[str]) -> bool:
    """Whether it only tells what somebody looks like or brings: "dressed as soldiers"."""
    pattern, lasts = _worn()
    return not lasts.isdisjoint(words[-WORN:]) and pattern.search(before) is not None


@cache
def _worn() -> tuple[re.Pattern[str], frozenset[str]]:
    """The words with what may stand behind them; and their last words, which tell most at once."""
    return (
        re.compile(rf"\b{either('wearing')}\s(?:[\w-]+\s){{0,2}}$"),
        frozenset([term.split()[-1] for term in cue("wearing")]),
    )


def ends_with_day(words: Sequence[str]) -> bool:
    """Whether words end with a day and what leads to it: "on 9 May", "over the weekend"."""
    time = False
    for word in reversed(words):
        plain = word.rstrip(",")  # "on May 3, 2030"
        if _is_time(plain):
            time = True
        elif plain and plain != "the" and not plain.isdigit():
            return time and plain in PREPOSITIONS
    return False


def _is_time(word: str) -> bool:
    """Whether a word behind a preposition is a day, month or year."""
    if word.endswith("day") or word in cue("month names") or word in cue("time"):
        return True
    return word.isdigit() and len(word) == 4


def _words(text: str) -> list[str]:
    """Words and marks, each apart; most words stand alone."""
    pieces = text.split()
    if "".join(pieces).isalnum():
        return pieces
    found: list[str] = []
    for piece in pieces:
        if piece.isalnum():
            found.append(piece)
        else:
            found += _WORD.findall(piece)
    return found


def _is_joined_object(
    folded: str, start: int, parties: Sequence[Party], index: int, verbs: frozenset[str]
) -> bool:
    """Whether the party before, to which one is joined ("guards and teachers"), is an object."""
    if not index:
        return False
    gap = folded[parties[index - 1].end : parties[index].start]
    if gap.startswith(", ") and _INTRODUCED.match(folded, start):
        return False  # "According to police, rebels"
    return gap.count(" ") <= 3 and _is_object(folded, start, parties, index - 1, verbs)
