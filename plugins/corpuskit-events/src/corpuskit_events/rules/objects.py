"""Objects: to whom a deed is done, behind its verb, or behind a noun that is aimed at somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpuskit.scan import NUMBER_WORDS, trie_pattern
from corpuskit_events.cue import cue, either
from corpuskit_events.rules.subjects import Party
from corpuskit_events.words import Sense

__all__ = [
    "POSSESSIVE",
    "describes",
    "first_of",
    "headed",
    "is_sent",
    "object_of",
    "taker_of",
    "target_of",
]

POSSESSIVE = ("his", "her", "its", "their", "my", "our", "your")
_LEADING = frozenset(["on", "against", "by"])
_SAID = frozenset(["ACCUSE", "REJECT", "REQUEST", "SUPPORT"])
"""Types of what is done by words: about a deed, not to those whom that deed hit."""
_TO = re.compile(r"\sto\s(?:the\s)?(?:[\w'-]+\s){0,2}$")
_WITH = re.compile(r"\swith\s(?:the\s)?$")
_AT = re.compile(
    r"^\s(?:and\s(?:[\w-]+\s){1,3})?(?:on\s(?:[\w-]+\s){1,3})?(?:at|into|towards?)\s"
    r"(?:the\s|an?\s)?(?:[\w'-]+(?<!\bof)\s){0,2}$"
)
_ON = re.compile(
    r"\s(?:(?:by|in|at|near)\s(?:(?!(?:on|against)\s(?!\d|\w+day\b))[\w'-]+\s){1,4}(?:on|against)(?!\s(?:\d|\w+day\b))"
    r"|on(?!\s(?:the\s)?\w+day\b)|against|of|with|between)\s"
)
_BESIDE = re.compile(r",\s|\b(?:in|near|at|outside|\w+(?:st|th)\sof|what)\s")  # "on huts near Karn"
_FOE = re.compile(r"\b(?:with|against)\s(?:the\s)?(?:\w+\s)?$")
_PRONOUN = re.compile(r"\s(?:him|them|me|us|it|of)\b")
_OWN_TROOPS = frozenset(["MOBILIZE", "RETREAT"])
"""Types of what is done with troops: those that are sent suffer nothing."""
_COUNTED_ON = re.compile(r"\s(?:[\w-]+\s){1,3}on\s")
_AIMED = (" at", " into")  # the end of a trigger: "fired rockets at"
HOLDER = 80  # characters from a verb to the comma behind an office
_NAME_ENDS = re.compile(r"[,.;)]|\s*\Z")
_HEAD = re.compile(r"\s([a-z]+(?<!ed)(?<!ing)(?<!day))\b")


def object_of(
    folded: str, verb: int, after: Sequence[Party], sense: Sense, verbs: frozenset[str]
) -> Party | None:
    """The object of a verb that ends at `verb`.

    Args:
        verbs: last words of the sentence's triggers.
    """
    if taker := taker_of(folded, verb, after, sense):
        return taker
    if named := _named_behind(folded, verb, after):
        return named
    if sense.word in cue("shot") and (target := _behind(_AT, folded, verb, after)):
        return target
    if sense.word in cue("swapped"):
        return _behind(_WITH, folded, verb, after)
    patient = first_of(folded, after)
    if patient and _is_of_another(folded[verb : patient.start], sense, verbs):
        return None
    if patient and patient.start > verb + 1 and _PRONOUN.match(folded, verb):
        return None  # "arrested him": whom nobody has resolved; "whom it accuses of"
    bare = patient is not None and patient.entity_id is None
    if patient and bare and sense.type == "AGREE" and _to_do().match(folded, verb, patient.start):
        return None  # "agreed to establish a group"
    if patient and folded.endswith((" over ", " over the "), verb, patient.start):
        return None  # "shot down drones over Karn"
    if patient and _no_object(folded, verb, patient.start):
        return None  # "raided a house and captured a rebel"
    if patient and is_sent(folded, patient, sense):
        return None  # "withdrew soldiers": their own
    if (
        patient
        and sense.lemma in cue("suffered")
        and _COUNTED_ON.match(folded, verb, patient.start)
    ):
        return None  # "killed 11 on the Karn road"
    return patient


def _named_behind(folded: str, verb: int, after: Sequence[Party]) -> Party | None:
    """Whose name stands between commas behind what he is: "arrested the former head of the customs
    service, Brigadier Rob Dahl, on"."""
    comma = folded.find(", ", verb, verb + HOLDER)
    if comma < 0:
        return None
    for party in after:
        if party.start > comma:
            if party.entity_id is None or _NAME_ENDS.match(folded, party.end) is None:
                return None
            return party if _holder().fullmatch(folded, verb, party.start) else None
    return None


@cache
def _holder() -> re.Pattern[str]:
    """What stands between a verb and the name of who holds an office."""
    return re.compile(
        rf"\s(?:the|an?|his|her|its|their|[\w-]+'s)\s(?:[a-z'-]+\s){{0,3}}{either('holder')}"
        r"(?:\s(?:of|in|for|at)\s(?:[\w'-]+\s){0,6}[\w'-]+)?,\s(?:[\w.-]+\s){0,2}"
    )


def taker_of(folded: str, verb: int, after: Sequence[Party], sense: Sense) -> Party | None:
    """To whom something is brought: "sent doctors to Karn", "tents were sent to Karn"."""
    return _behind(_TO, folded, verb, after) if sense.word in cue("given") else None


def is_sent(folded: str, party: Party, sense: Sense) -> bool:
    """Whether somebody is only sent or withdrawn, and suffers nothing: "withdrew its soldiers"."""
    return sense.type in _OWN_TROOPS and folded[party.start : party.end] in cue("sent")


def _behind(lead: re.Pattern[str], folded: str, verb: int, after: Sequence[Party]) -> Party | None:
    """To whom something is given or at whom it is shot: "sent doctors to Karn", "fired live rounds
    on Friday at students"."""
    for number, party in enumerate(after):
        gap = folded[verb : party.start]
        if lead.search(gap) and _no_longer_object().search(gap) is None:
            return headed(after, number)
    return None


def _is_of_another(between: str, sense: Sense, verbs: frozenset[str]) -> bool:
    """Whether a party belongs to a deed that is itself what the verb is about: "refused to free the
    rebels", "denied killing a priest", "condemned the attack on a priest"."""
    words = between.split()
    if verbs.isdisjoint(words):
        return sense.type in _SAID and len(words) > 0 and words[0].endswith("ing")
    if sense.type == "THREATEN":
        return False  # "threatened to attack Karn"
    last = ""
    for word in words:
        if word in _LEADING and last in verbs and sense.type in _SAID:
            return True
        if word in verbs and (last == "to" or (not last and word.endswith("ing"))):
            return True
        last = word
    return False


def target_of(folded: str, start: int, after: Sequence[Party]) -> Party | None:
    """Whom a deed is aimed at, told by a noun that ends at `start`."""
    at = start if folded.endswith(_AIMED, 0, start) else 0
    on = None if at else _ON.match(folded, start)
    if on is None and not at:
        return None
    begin = on.end() if on else at
    first = first_of(folded, [p for p in after if p.start >= begin])
    if first is None or first.start - start > 60 or _BESIDE.search(folded, begin, first.start):
        return None
    return first


def first_of(folded: str, after: Sequence[Party]) -> Party | None:
    """The first party, or the one that is its: "the mayor's deputy", "his wife"."""
    if not after:
        return None
    first = headed(after, 0)
    near = len(after) > 1 and after[1].start - first.end <= 40
    if near and folded.startswith("'s ", first.end):
        return headed(after, 1)
    if folded[first.start : first.end] in POSSESSIVE:
        if near and "," not in folded[first.end : after[1].start]:
            return headed(after, 1)
        if not folded.startswith("her", first.start):
            return None  # what is theirs: "attacked their convoy"
    return first


def headed(parties: Sequence[Party], number: int) -> Party:
    """The party, or the noun right behind it that it only describes: "Orlish forces"."""
    party = parties[number]
    if number + 1 < len(parties):
        noun = parties[number + 1]
        if noun.span is not None and noun.span.start == party.start:
            return noun
    return party


def describes(folded: str, party: Party) -> bool:
    """Whether a noun is only the first of a compound: "suspended military aid"."""
    if party.entity_id is not None or party.name.lower() not in cue("acts"):
        return False
    head = _HEAD.match(folded, party.end)
    return head is not None and head[1] not in cue("under")


def _no_object(folded: str, verb: int, party: int) -> bool:
    """Whether another phrase begins between a verb and a party: "clashed in Karn", which "with
    rebels" goes on."""
    if _no_longer_object().search(folded, verb, party):
        return True
    return bool(_adjunct().search(folded, verb, party)) and not _FOE.search(folded, verb, party)


@cache
def _count() -> str:
    """What follows "around" where that goes with a number: "around 30 people"."""
    return rf"\s(?:\d|(?:an?\s)?(?:{either('dozen')}|{trie_pattern(NUMBER_WORDS)})\b)"


@cache
def _adjunct() -> re.Pattern[str]:
    """What opens a phrase of time or place."""
    return re.compile(
        rf"[^a-z0-9_]\b(?:a(?:cross|long|round(?!{_count()})|t(?!\s(?:least|most)))|during"
        r"|fo(?:r|llowing)|in(?:to|side)?|near|outside|past|t(?:hrough|owards?)|under"
        r"|(?:north|south)?(?:east|west|north|south)\sof)\b"
    )


@cache
def _to_do() -> re.Pattern[str]:
    """What somebody agrees to do, and not with whom."""
    return re.compile(rf"\sto\s(?!{either('describes')}\b)[a-z]+\s(?!(?:[\w'-]+\s){{0,8}}with\s)")


@cache
def _no_longer_object() -> re.Pattern[str]:
    """What goes on behind an object."""
    return re.compile(
        rf"[^a-z0-9_](?:(?<=,)\s|\b(?:(?:and|or|then)\s(?:\w+ly\s)?(?:\w+ed|{either('sought')})"
        rf"|a(?:mid|bout(?!{_count()})|s(?!\s(?:many|few|much|well|\d)))|because|despite"
        r"|if|un(?:til|less)|w(?:ithout|hile))\b)"
    )
