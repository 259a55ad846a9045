"""Doers: the verb by whose subject a deed was done, by whom it was, and who is asked to do it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpuskit_events.cue import cue, either
from corpuskit_events.rules.deed import Deed, is_passive
from corpuskit_events.rules.objects import headed
from corpuskit_events.rules.subjects import Party

__all__ = ["agent_of", "charged", "does", "told_to", "unnamed", "verb_of"]

CROWD = 45  # characters of "tens of thousands have peacefully "
CLAIM = 70  # characters before a deed that tell who claims it
_CHARGES = frozenset(("of", "with", "for", "over"))
_ENGAGED = re.compile(r"\b(?:is|are|was|were|been|remains?|remained|enter|entered)\s(?:in\s)?$")
NEAR = 4  # words before a noun
_GOES_ON = re.compile(r"\s(?:had|has|have|was|were|is|are|did|would|will)\b")

_BY = re.compile(r"\bby\s")
_NO_AGENT = re.compile(r"\b(?:at|in(?:to)?|on|near|during|after|against|for|from|to|with)\s")
_BE = frozenset(["was", "were", "is", "are", "been", "be", "being"])
DONE_IN = ("ASSAULT", "COERCE")
"""Types of what is done in another deed: "killed in an attack by rebels"."""


def agent_of(deed: Deed, stop: int, after: Sequence[Party], verbs: frozenset[str]) -> Party | None:
    """Who stands behind "by".

    Args:
        stop: where to look no further.
        verbs: last words of the sentence's triggers.
    """
    folded, start = deed.folded, deed.end
    if not after or folded.find("by", start, stop) < 0:
        return None
    match = _BY.search(folded, start, stop)
    if match is None:
        return None
    between = folded[start : match.start()].split()
    if deed.sense.form == "noun":
        if _is_of_verb(between) or _is_of_noun(between, verbs):
            return None
    elif deed.sense.type not in DONE_IN and not verbs.isdisjoint(between):
        return None  # "agreed to end a strike by doctors"
    number = next((n for n, p in enumerate(after) if 0 <= p.start - match.end() <= 40), None)
    agent = None if number is None else headed(after, number)
    if agent is not None and _NO_AGENT.search(folded, match.end(), agent.start):
        return None  # "by 30 states at a meeting of the council"
    return agent


def _is_of_verb(between: Sequence[str]) -> bool:
    """Whether "by" goes with a passive that tells of another deed: "the attack was condemned by
    Orland", not "was carried out by"."""
    if _BE.isdisjoint(between):
        return False
    return cue("launched").isdisjoint(between[-2:])


def _is_of_noun(between: Sequence[str], verbs: frozenset[str]) -> bool:
    """Whether "by" goes with another deed: "the arrest led to protests by teachers"; not with one
    that "and" joins, nor with what a deed is aimed at: "an attack on a guard post by"."""
    others = verbs - cue("month names")
    if others.isdisjoint(between):
        return False
    last = max(number for number, word in enumerate(between) if word in others)
    before = between[:last]
    aims = cue("aimed")
    aim = next((word for word in reversed(before) if word in aims or word in cue("unaimed")), "")
    return aim not in aims and "and" not in before and "or" not in before


def verb_of(deed: Deed) -> int | None:
    """Where the verb stands whose subject did what a noun tells: "launched an attack", "is in
    talks", "claimed the attack", "was charged with the attack"."""
    light = _verb_of(deed)
    if light is None and deed.sense.type == "ASSAULT":
        light = _charge(deed)
    return light


def does(deed: Deed) -> bool:
    """Whether a verb before a noun tells that it was done, or not done: "launched no attack"; not
    "was charged with the attack", which was done whoever is charged."""
    return _verb_of(deed) is not None


def _verb_of(deed: Deed) -> int | None:
    light = _light_verb(deed)
    if light is None and deed.sense.word in cue("own"):  # "Marn is in talks"
        begin = max(deed.first, deed.start - 20)
        engaged = _ENGAGED.search(deed.folded, begin, deed.start)
        light = engaged.start() if engaged else None
    if light is None and deed.sense.type == "ASSAULT":
        light = _claim(deed)
    return light


def _light_verb(deed: Deed) -> int | None:
    """Where a light verb stands among the four words before a noun; or the six, where no other
    phrase begins among them: "adopted its 13th package of sanctions"."""
    launched = cue("launched")
    for at, word in enumerate(deed.last[:-7:-1]):
        if word in launched:
            if not cue("concerning").isdisjoint(deed.last[len(deed.last) - at :]):
                return None  # "expressed concern over the attack"
            return deed.folded.rindex(word, deed.first, deed.start)
        if word == "with" and not cue("answered").isdisjoint(deed.last[-at - 2 : -at - 1]):
            behind = deed.folded.rindex(word, deed.first, deed.start)
            return deed.folded.rindex(deed.last[-at - 2], deed.first, behind)
        if at >= NEAR - 1 and not cue("phrase begins").isdisjoint(deed.last[-at - 1 :]):
            return None
    return None


def _claim(deed: Deed) -> int | None:
    """Where somebody says that the deed was his: "claimed responsibility for the attack"; not
    "claimed the attack was a hoax"."""
    begin = max(deed.first, deed.start - CLAIM)
    found = _claims().search(deed.folded, begin, deed.start)
    if found is None or _GOES_ON.match(deed.folded, deed.end):
        return None
    return found.start("verb")


@cache
def _claims() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?P<verb>{either('claimed')}\s(?:(?:responsibility|credit)\sfor\s)?"
        r"|(?:(?<=it\s)|(?<=he\s)|(?<=they\s))(?:was|were|had\sbeen)\sbehind\s))"
        r"(?:[\w'-]+\s){1,3}$"
    )


def _charge(deed: Deed) -> int | None:
    """Where somebody is said to have done it: "was charged with two counts of murder"."""
    if _CHARGES.isdisjoint(deed.last):
        return None
    begin = max(deed.first, deed.start - CLAIM)
    found = charged().search(deed.folded, begin, deed.start)
    return found.start() if found is not None else None


@cache
def charged() -> re.Pattern[str]:
    """Where somebody is told to stand accused or convicted, up to the deed."""
    return re.compile(
        rf"\b(?:(?:was|were|is|are|been|being)\s(?:\w+ly\s)?)?{either('charged of')}\s"
        r"(?:[\w'-]+\s){0,5}$"
    )


def unnamed(deed: Deed) -> Party | None:
    """Who does it where nothing tells who they are: "tens of thousands marched", "the two countries
    signed"."""
    return _both(deed) if deed.sense.type in _TOGETHER else _crowd_of(deed)


_TOGETHER = frozenset(("AGREE", "CONSULT", "COOPERATE"))


def _both(deed: Deed) -> Party | None:
    """Two who do it together: "the two sides met", "talks between the two countries"."""
    before, behind = _sides()
    found = None
    if deed.sense.form != "noun" and not is_passive(deed):
        found = before.search(deed.folded, max(deed.first, deed.start - CLAIM), deed.start)
    found = found or behind.match(deed.folded, deed.end, deed.stop)
    return None if found is None else Party(*found.span("both"), found["both"])


@cache
def _sides() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Two who do it together, before a verb, and behind a noun or a passive."""
    both = rf"(?P<both>{either('both')}\s(?:[\w-]+\s)?{either('together')})"
    return (
        re.compile(rf"\b{both}\s(?:(?:have|had|also|then|\w+ly|on\s\w+day)\s){{0,2}}$"),
        re.compile(rf"\s(?:[\w-]+\s){{0,3}}(?:by|between)\s(?:the\s)?{both}\b"),
    )


def _crowd_of(deed: Deed) -> Party | None:
    """How many protest: "tens of thousands marched"."""
    if deed.sense.type != "PROTEST" or deed.sense.form == "noun":
        return None
    begin = max(deed.first, deed.start - CROWD)
    many = _crowd().search(deed.folded, begin, deed.start)
    if many is None:
        return None
    start, end = many.span("many")
    return Party(start, end, deed.folded[start:end])


@cache
def _crowd() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<many>(?:{either('count')}\sof\s)?(?:{either('count')}|\d[\d,]*+))\s"
        r"(?:(?:have|had|also|\w+ly)\s){0,2}$"
    )


def told_to(folded: str, start: int, trigger: int, party: Party) -> Party | None:
    """Who is asked or tries to do it: "urged the army to withdraw", "rebels trying to storm"."""
    if folded.find("to", party.end, trigger) < 0:
        return None
    infinitive, asks = _controls()
    match = infinitive.fullmatch(folded, party.end, trigger)
    if match is None:
        return None
    begin = max(start, party.start - 50)
    asked = match["tries"] or asks.search(folded, begin, party.start)
    return party if asked else None


@cache
def _controls() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between who is to do it and the verb; and who is asked, before him."""
    return (
        re.compile(
            rf"\s(?P<tries>(?:who\s(?:were\s|was\s)?)?{either('tries')}\s)?to\s"
            r"(?:(?:[\w'-]+\s){1,8}and\s(?:to\s)?)?(?:\w+ly\s)?(?:(?:help|be)\s)?"
        ),
        re.compile(rf"\b{either('asks')}\s(?:on\s|to\s|for\s|with\s)?(?:[\w'-]+\s){{0,4}}$"),
    )
