"""Roles: who does it and to whom, by voice, position and preposition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import attrs

from corpuskit.scan import NUMBER_WORDS, Example, Rule
from corpuskit_events.cue import cue, either
from corpuskit_events.rules.accused import Accusation
from corpuskit_events.rules.deed import Deed, is_passive
from corpuskit_events.rules.doers import charged, told_to, verb_of
from corpuskit_events.rules.nobody import is_nobody
from corpuskit_events.rules.subjects import REACH, Party, about_aside, head_of, subject_of
from corpuskit_events.words import Sense

__all__ = ["POSSESSIVE", "ROLE_RULES", "Party", "RoleRule", "Roles", "roles_of"]


# Who holds a post is attacked with it; "demanded the government resign" is no compound.
WHOLE = ("ASSAULT", "REQUEST")
Roles = tuple[Party | None, Party | None]
"""Actor and recipient, each None where the sentence does not tell."""


@attrs.frozen(kw_only=True)
class RoleRule(Rule):
    """A rule about voice; the code below reads it, the examples prove it."""


ROLE_RULES: tuple[RoleRule, ...] = (
    RoleRule(
        id="events.roles.active",
        about="The party before an active verb acts; the one after it suffers.",
        yes=(
            Example("The [[rebels]] attacked the police.", "actor"),
            Example("The [[rebels]] of the valley, attacked the police.", "actor"),
            Example("It rained on the [[rebels]] trying to storm Karn.", "actor"),
        ),
        no=("The police were attacked.", "The army broke a truce signed in Karn."),
    ),
    RoleRule(
        id="events.roles.passive",
        about="The party before a passive verb suffers; the one after by acts.",
        yes=(Example("The police were attacked by [[rebels]].", "actor"),),
        no=("The police were attacked near a river.", "Three rebels were also killed in Karn."),
    ),
    RoleRule(
        id="events.roles.noun",
        about="With a noun, by and a possessive name the actor, on and against the recipient.",
        yes=(Example("An attack on the police by [[rebels]] failed.", "actor"),),
        no=("An attack on the police failed.", "An attack on huts near a police post failed."),
    ),
    RoleRule(
        id="events.roles.light_verb",
        about="Who launches, imposes or signs it acts.",
        yes=(
            Example("The [[army]] launched a deadly attack on Karn.", "actor"),
            Example("The [[council]] adopted its fifth package of sanctions.", "actor"),
            Example("The [[rebels]] claimed responsibility for the attack on Karn.", "actor"),
        ),
        no=(
            "Near the army post an attack failed.",
            "No group of rebels has claimed the attack on Karn.",
        ),
    ),
    RoleRule(
        id="events.roles.opening",
        about="A deed that opens a sentence is that of the subject behind the comma.",
        yes=(Example("After attacking Karn, the [[rebels]] left.", "actor"),),
        no=("After attacks on Karn, it rained on the rebels.",),
    ),
    RoleRule(
        id="events.roles.own_deed",
        about="Whose resignation, protest or visit it is, acts.",
        yes=(Example("The resignation of the [[minister]] pleased Karn.", "actor"),),
        no=("The arrest of the minister pleased Karn.",),
    ),
    RoleRule(
        id="events.roles.suffered",
        about="Whose arrest, murder or trial it is, suffers; so does who is arrested in Karn.",
        yes=(Example("The teacher's murder by [[rebels]] shook Karn.", "actor"),),
        no=(
            "The teacher's murder shook Karn.",
            "Teachers killed in Karn were buried.",
            "Nine rebels gunned down in Karn",
            "Schools shut after three teachers killed",
            "Four were killed and ten teachers, all men, wounded since May.",
            "Four teachers were killed and ten others wounded in Karn.",
            "Teachers were kidnapped in Karn on June 4 and killed days later.",
        ),
    ),
)

_BY = re.compile(r"\bby\s")
_NO_AGENT = re.compile(r"\b(?:at|in|on|near|during|after|against|for|from|with)\s")
_ON = re.compile(
    r"\s(?:(?:by|in|at|near)\s(?:[\w'-]+\s){1,4}?(?:on|against)(?!\s(?:\d|\w+day\b))"
    r"|on(?!\s(?:the\s)?\w+day\b)|against|of|with|between)\s"
)
_ADJUNCT = re.compile(
    r"[^a-z0-9_]\b(?:a(?:cross|long|round|t(?!\s(?:least|most)))|during|fo(?:r|llowing)"
    r"|in(?:to|side)?|near|outside|past|t(?:hrough|owards?))\b"
)
_BESIDE = re.compile(r",\s|\b(?:in|near|at|outside|\w+(?:st|th)\sof|what)\s")  # "on huts near Karn"
_FOE = re.compile(r"\b(?:with|against)\s(?:the\s)?(?:\w+\s)?$")
_OPENING = re.compile(
    r"\W*(?:(?:in|at|with|during)\s[^,]{1,60}\s)?(?:after|before|while|since|upon|without|by)\s(?:\w+ly\s)?"
)
_SUBJECT = re.compile(r",\s(?:(?!(?:it|there|he|she|they|we|i)\b)[\w'-]+\s){0,3}")
_PRONOUN = re.compile(r"\s(?:him|them|me|us|it|of)\b")
_AIMED = (" at", " into")  # the end of a trigger: "fired rockets at"
_HEAD = re.compile(r"\s([a-z]+(?<!ed)(?<!ing)(?<!day))\b")
POSSESSIVE = ("his", "her", "its", "their", "my", "our", "your")
_NO_OBJECT = re.compile(
    r"[.,;:)]|\s*\Z|\s(?:by|in|on|for|since|after|during|when|near|outside|with(?:out)?|of|over(?!\s\d)|to|from|while"
    r"|at(?!\s(?:least|most)\b)|last|early|late|(?:mon|tues|wednes|thurs|fri|satur|sun|yester|to)day)\b"
    r"|\s(?:(?:[\w-]+\s){0,2}(?:hours|days|weeks|months|years)\s(?:later|after|ago)|later)\b"
)
_CLAUSE = re.compile(r"[;:\u2014]")
_HALT = re.compile(  # a mark first, so that the search passes over letters fast
    r"[^a-z0-9_](?:(?<=[;:,\u2014\"\u201d])(?:(?<=[;:\u2014])|(?<=[,!?][\"\u201d])"
    r"|\s(?<=,\s)(?:(?:while|but)\b|(?:[\w'.-]+\s){1,6}(?:said|says|told|added)\b))"
    r"|\b(?:a(?:ccording|fter)|before|that|wh(?:en|ich|o))\b)"
)


def roles_of(
    deed: Deed,
    parties: Sequence[Party],
    verbs: frozenset[str],
    accused: Accusation | None,
) -> Roles:
    """The roles around one deed.

    Args:
        parties: of the sentence, in text order.
        verbs: last words of the sentence's triggers.
        accused: who stands accused of the deed.
    """
    if not parties:
        return None, None
    folded, first, start, end, sense = deed.folded, deed.first, deed.start, deed.end, deed.sense
    form, trigger = sense.form, (start, end)
    stop = min(deed.stop, end + REACH)
    before, after = [], []
    for party in parties:
        if party.end <= start:
            before.append(party)
        elif end <= party.start < stop:
            after.append(party)
    agent = None
    if after:
        stop = _stop(folded, end, stop)
        if after[-1].start >= stop:
            after = [p for p in after if p.start < stop]
        agent = _after_by(folded, end, stop, after)
    if not before and (comma := _opens_sentence(folded, first, trigger)):
        subject = next((p for p in after if _begins(folded, comma, p.start)), None)
        return subject, _first(folded, [p for p in after if p.end < comma])
    if accused is not None and form in ("noun", "ing"):
        doer = _first(folded, [p for p in before if accused.start <= p.start < accused.end])
        return doer, _whom(folded, trigger, form, after)
    if form == "noun":
        return _of_noun(deed, before, after, agent, verbs)
    if form == "ed" and not is_passive(deed):
        if _describes_deed(deed, verbs):
            return agent, None
        if _reduced(folded, trigger, deed.stop, sense, agent):
            return agent, _at_hand(folded, before, start)
    elif form == "ed":
        return agent, _acting(folded, first, start, form, before, verbs)
    actor = _acting(folded, first, start, form, before, verbs)
    if sense.type not in WHOLE:
        after = [p for p in after if not _describes(folded, p)]
    patient = _object(folded, end, after)
    if patient and sense.type == "RETREAT" and folded.startswith(" to ", end):
        patient = None  # "fled to Orland"
    if patient is agent or (patient and actor and _who(patient) == _who(actor)):
        patient = None
    return actor, patient


def _whom(folded: str, trigger: tuple[int, int], form: str, after: Sequence[Party]) -> Party | None:
    """To whom a deed is done that stands behind who is accused of it."""
    if form == "noun":
        return _target(folded, trigger[1], after)
    return _object(folded, trigger[1], after)


def _object(folded: str, verb: int, after: Sequence[Party]) -> Party | None:
    """The object of a verb that ends at `verb`."""
    patient = _first(folded, after)
    if patient and patient.start > verb + 1 and _PRONOUN.match(folded, verb):
        return None  # "arrested him": whom nobody has resolved; "whom it accuses of"
    if patient and folded.endswith((" over ", " over the "), verb, patient.start):
        return None  # "shot down drones over Karn"
    if patient and _no_object(folded, verb, patient.start):
        return None  # "raided a house and captured a rebel"
    return patient


def _describes(folded: str, party: Party) -> bool:
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
    return bool(_ADJUNCT.search(folded, verb, party)) and not _FOE.search(folded, verb, party)


@cache
def _no_longer_object() -> re.Pattern[str]:
    """What goes on behind an object."""
    return re.compile(
        rf"[^a-z0-9_](?:(?<=,)\s|\b(?:(?:and|or|then)\s(?:\w+ly\s)?(?:\w+ed|{either('sought')})"
        r"|a(?:mid|bout|s(?!\s(?:many|few|much|well|\d)))|because|despite"
        r"|if|un(?:til|less)|w(?:ithout|hile))\b)"
    )


def _opens_sentence(folded: str, start: int, trigger: tuple[int, int]) -> int:
    """Where the comma stands behind a trigger that opens its sentence: "After attacking Karn,"."""
    if (
        not folded.endswith("ing", *trigger)
        or _OPENING.fullmatch(folded, start, trigger[0]) is None
    ):
        return 0
    return max(0, folded.find(", ", trigger[1], trigger[1] + REACH))


def _begins(folded: str, comma: int, party: int) -> bool:
    """Whether a clause begins with a party: ", the Orlish rebels", not ", it rained on rebels"."""
    return _SUBJECT.fullmatch(folded, comma, party) is not None


def _of_noun(
    deed: Deed,
    before: Sequence[Party],
    after: Sequence[Party],
    agent: Party | None,
    verbs: frozenset[str],
) -> Roles:
    folded, first, start, end, word = deed.folded, deed.first, deed.start, deed.end, deed.sense.word
    owner = _owner(folded, before[-1] if before else None, start)
    if owner is None and agent is None and before:
        light = verb_of(deed)
        if light is not None:
            agent = subject_of(folded, first, light, _ending(before, light), verbs)
            if agent is not None and is_nobody(folded, agent.start, described=2):
                agent = None  # "no group claimed the attack"
    target = _target(folded, end, after)
    if word in cue("suffered") and (target is None or owner is None):
        return agent, target or owner
    if word in cue("own") and target and folded.startswith(" of ", end):
        return agent or target, None
    return agent or owner, target


def _ending(parties: Sequence[Party], offset: int) -> Sequence[Party]:
    return [p for p in parties if p.end <= offset]


def _reduced(
    folded: str, trigger: tuple[int, int], stop: int, sense: Sense, agent: Party | None
) -> bool:
    """Whether a form in -ed is a passive without its verb: "teachers arrested in Karn"."""
    suffered = sense.word in cue("suffered") or sense.lemma in cue("suffered")
    needs = agent is not None or sense.word == "accuse" or suffered
    return (
        (needs and _NO_OBJECT.match(folded, trigger[1], stop) is not None)
        or _is_count(folded, trigger[0])
        or (sense.type == "ACCUSE" and folded.endswith((" with", " of"), *trigger))
    )


def _describes_deed(deed: Deed, verbs: frozenset[str]) -> bool:
    """Whether a form in -ed goes with a deed right before: "a truce signed in Karn", or is a noun:
    "Marn visits wounded"."""
    *before, last = deed.last[-2:] or [""]
    noun = last.endswith("s") and deed.sense.word in cue("suffered")
    if last not in verbs or not (noun or before in (["a"], ["an"], ["the"])):
        return False
    return _NO_OBJECT.match(deed.folded, deed.end) is not None


def _acting(
    folded: str,
    start: int,
    trigger: int,
    form: str,
    before: Sequence[Party],
    verbs: frozenset[str],
) -> Party | None:
    """The subject of a verb; behind an insertion it is what the insertion is about."""
    if form == "ing" and before and charged().fullmatch(folded, before[-1].end + 1, trigger):
        return before[-1]
    if form == "base" and before and (told := told_to(folded, start, trigger, before[-1])):
        return told
    if form != "ing" and (about := about_aside(folded, start, trigger, before)) is not None:
        return _owned_apart(folded, [about], trigger)
    subject = subject_of(folded, start, trigger, before, verbs)
    return _owned_apart(folded, [subject] if subject else [], trigger)


def _is_count(folded: str, trigger: int) -> bool:
    """Whether a count stands right before: "the 13 killed, ten hurt", to whom it was done."""
    word = "".join(folded[max(0, trigger - 12) : trigger].split()[-1:])
    return word.isdigit() or word in NUMBER_WORDS or word in cue("count")


def _at_hand(folded: str, before: Sequence[Party], trigger: int) -> Party | None:
    """The party right before a verb, whatever it hangs on; none before "the 13 killed"."""
    if _is_count(folded, trigger):
        return None
    nearest = [head_of(folded, before, len(before) - 1)] if before else []
    return _owned_apart(folded, nearest, trigger)


def _owned_apart(folded: str, parties: Sequence[Party], trigger: int) -> Party | None:
    """The party, unless it is far or only owns what is told of: "Marn's house was searched"."""
    for party in parties:
        if not _halted(folded, party.end, trigger) and not folded.startswith("'s ", party.end):
            return party
    return None


def _who(party: Party) -> str:
    return party.entity_id or party.name.lower()


def _halted(folded: str, start: int, end: int) -> bool:
    """Whether a party that ends at `start` is far, or a clause ends in between."""
    return end - start > REACH or _CLAUSE.search(folded, start, end) is not None


def _stop(folded: str, start: int, end: int) -> int:
    match = _HALT.search(folded, start, end)
    return match.start() if match else end


def _after_by(folded: str, start: int, stop: int, after: Sequence[Party]) -> Party | None:
    if not after or folded.find("by", start, stop) < 0:
        return None
    match = _BY.search(folded, start, stop)
    if match is None:
        return None
    agent = next((p for p in after if 0 <= p.start - match.end() <= 40), None)
    if agent is not None and _NO_AGENT.search(folded, match.end(), agent.start):
        return None  # "by 30 states at a meeting of the council"
    return agent


def _owner(folded: str, nearest: Party | None, trigger: int) -> Party | None:
    """A possessive or a plain noun before a noun: "the army's attack", "police raid"."""
    if nearest is None:
        return None
    gap = folded[nearest.end : trigger]
    if gap == " " and nearest.name.lower() in cue("acts"):
        return nearest
    return nearest if gap.startswith(("'s ", "' ")) and gap.count(" ") <= 3 else None


def _target(folded: str, start: int, after: Sequence[Party]) -> Party | None:
    at = start if folded.endswith(_AIMED, 0, start) else 0
    on = None if at else _ON.match(folded, start)
    if on is None and not at:
        return None
    begin = on.end() if on else at
    first = _first(folded, [p for p in after if p.start >= begin])
    if first is None or first.start - start > 60 or _BESIDE.search(folded, begin, first.start):
        return None
    return first


def _first(folded: str, after: Sequence[Party]) -> Party | None:
    """The first party, or the one that is its: "the mayor's deputy", "his wife"."""
    if not after:
        return None
    first = after[0]
    near = len(after) > 1 and after[1].start - first.end <= 40
    if near and folded.startswith("'s ", first.end):
        return after[1]
    if folded[first.start : first.end] in POSSESSIVE:
        if near and "," not in folded[first.end : after[1].start]:
            return after[1]
        if not folded.startswith("her", first.start):
            return None  # what is theirs: "attacked their convoy"
    return first
