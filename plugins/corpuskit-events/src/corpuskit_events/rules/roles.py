"""Roles: who does it and to whom, by voice, position and preposition."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from corpuskit.scan import NUMBER_WORDS, Example, Rule
from corpuskit_events.cue import cue
from corpuskit_events.rules.accused import Accusation
from corpuskit_events.rules.acting import acting, linked, owned_apart
from corpuskit_events.rules.both import both, is_of_two
from corpuskit_events.rules.deed import Deed, is_passive
from corpuskit_events.rules.doers import agent_of, unnamed, verb_of
from corpuskit_events.rules.nobody import is_nobody
from corpuskit_events.rules.objects import (
    POSSESSIVE,
    describes,
    first_of,
    is_sent,
    object_of,
    taker_of,
    target_of,
)
from corpuskit_events.rules.subjects import (
    REACH,
    Party,
    ends_with_day,
    first_joined,
    head_of,
    is_joined,
    subject_of,
)
from corpuskit_events.words import Sense

__all__ = ["POSSESSIVE", "ROLE_RULES", "Party", "RoleRule", "Roles", "roles_of"]


FAR = 150  # characters from a deed to who is named behind "by"
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
            Example("The [[rebels]] on May 3 attacked the police.", "actor"),
            Example("The [[rebels]] in 2030 attacked the police.", "actor"),
            Example("The [[rebels]] on May 3, 2030 attacked the police.", "actor"),
            Example("The [[rebels]] of the valley, attacked the police.", "actor"),
            Example("The [[rebels]], backed by Orland, attacked the police.", "actor"),
            Example("The [[rebels]] and the militia attacked the police.", "actor"),
            Example("It rained on the [[rebels]] trying to storm Karn.", "actor"),
            Example("The [[rebels]] killed nine on the Karn road.", "actor"),
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
        id="events.roles.together",
        about="Of two who meet, agree or clash the first acts, and the other is the recipient.",
        yes=(
            Example("The [[governor]] and the mayor met.", "actor"),
            Example("Talks between the [[governor]] and the mayor failed.", "actor"),
            Example("A truce was signed by the [[governor]] and the mayor.", "actor"),
            Example("The [[army]] of the governor and the rebels signed a truce.", "actor"),
        ),
        no=("A truce was signed near the governor and the mayor.",),
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

_OPENING = re.compile(
    r"\W*(?:(?:in|at|with|during)\s[^,]{1,60}\s)?(?:after|before|while|since|upon|without|by)\s(?:\w+ly\s)?"
)
_SUBJECT = re.compile(r",\s(?:(?!(?:it|there|he|she|they|we|i)\b)[\w'-]+\s){0,3}")
_NO_OBJECT = re.compile(
    r"[.,;:)]|\s*\Z|\s(?:by|in|on|for|since|after|during|when|near|outside|with(?:out)?|of|over(?!\s\d)|to|from|while"
    r"|at(?!\s(?:least|most)\b)|last|early|late|(?:mon|tues|wednes|thurs|fri|satur|sun|yester|to)day)\b"
    r"|\s(?:(?:[\w-]+\s){0,2}(?:hours|days|weeks|months|years)\s(?:later|after|ago)|later)\b"
)
_LEADS = re.compile(r"\w+\sto\s")  # "the arrest led to protests"
_HE = (" he ", " she ", " they ", " we ", " i ")
_TO = " to "
_MOVED = (" to ", " from ")
_IT = re.compile(r"\bit\s|,")
_ING = re.compile(r"\w+ing\b")
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
    """The roles around one deed; of two who do it together the first acts, the other is the
    recipient.

    Args:
        parties: of the sentence, in text order.
        verbs: last words of the sentence's triggers.
        accused: who stands accused of the deed.
    """
    if not parties:
        return unnamed(deed), None
    actor, recipient = _roles(deed, parties, verbs, accused)
    if actor is None:
        return unnamed(deed), recipient
    if deed.sense.word in cue("mutual") and (
        recipient is None or is_of_two(deed, parties, actor, recipient, verbs)
    ):
        return both(deed.folded, parties, actor, deed.start, verbs)
    if actor.end <= deed.start:
        actor = first_joined(deed.folded, deed.first, parties, actor, verbs)
    return actor, recipient


def _roles(
    deed: Deed,
    parties: Sequence[Party],
    verbs: frozenset[str],
    accused: Accusation | None,
) -> Roles:
    folded, first, start, end, sense = deed.folded, deed.first, deed.start, deed.end, deed.sense
    form, trigger = sense.form, (start, end)
    passive = form in ("ed", "base") and is_passive(deed)  # "was hit"
    stop = min(deed.stop, end + (FAR if passive else REACH))
    number = 0
    for party in parties:
        if party.end > start:
            break
        number += 1
    before = parties[:number]
    after = [party for party in parties[number:] if end <= party.start < stop]
    agent = None
    if after:
        stop = _stop(folded, end, stop)
        if after[-1].start >= stop:
            after = [p for p in after if p.start < stop]
        agent = agent_of(deed, stop, after, verbs)
        if after and after[-1].start >= end + REACH:
            after = [p for p in after if p.start < end + REACH]
    if not before and (comma := _opens_sentence(folded, first, trigger)):
        subject = next((p for p in after if _begins(folded, comma, p.start)), None)
        return subject, first_of(folded, [p for p in after if p.end < comma])
    if accused is not None and form in ("noun", "ing"):
        doer = first_of(folded, [p for p in before if accused.start <= p.start < accused.end])
        whom = _whom(deed, after, verbs)
        return doer, None if whom and doer and _who(whom) == _who(doer) else whom
    if form == "noun":
        return _of_noun(deed, before, after, agent, verbs)
    if form == "ed" and not passive:
        if _describes_deed(deed, verbs):
            return agent, None
        counted = _is_count(deed.last)
        if counted or _reduced(folded, trigger, deed.stop, sense, agent):
            return agent, None if counted else _at_hand(folded, before, start)
    elif passive:
        return agent, _suffering(deed, before, after, verbs)
    actor = acting(folded, first, start, form, before, verbs)
    if sense.type not in WHOLE:
        after = [p for p in after if not describes(folded, p)]
    patient = object_of(folded, end, after, sense, verbs)
    if patient and sense.type == "RETREAT" and folded.startswith(_MOVED, end):
        patient = None  # "fled to Orland", "withdrew from Karn"
    if patient is agent or (patient and actor and _same(folded, actor, patient)):
        patient = None
    return actor, patient


def _suffering(
    deed: Deed, before: Sequence[Party], after: Sequence[Party], verbs: frozenset[str]
) -> Party | None:
    """To whom a passive is done; of what is sent, to whom it is."""
    if taker := taker_of(deed.folded, deed.end, after, deed.sense):
        return taker
    subject = acting(deed.folded, deed.first, deed.start, "ed", before, verbs)
    if subject and deed.sense.type == "AGREE" and _IT.search(deed.folded, subject.end, deed.start):
        return None  # "after it was signed": the deal
    return None if subject and is_sent(deed.folded, subject, deed.sense) else subject


def _whom(deed: Deed, after: Sequence[Party], verbs: frozenset[str]) -> Party | None:
    """To whom a deed is done that stands behind who is accused of it."""
    if deed.sense.form == "noun":
        return target_of(deed.folded, deed.end, after)
    return object_of(deed.folded, deed.end, after, deed.sense, verbs)


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
        if light is not None and _LEADS.match(folded, light) is None:
            verb = linked(folded, first, light) if _ING.match(folded, light) else light
            agent = subject_of(folded, first, verb, _ending(before, verb), verbs)
            if deed.sense.lemma in cue("held") and before[-1].start > light:
                return agent, before[-1]
            if agent is not None and is_nobody(folded, agent.start, described=2):
                agent = None  # "no group claimed the attack"
    target = target_of(folded, end, after)
    if target is None and word in cue("visited") and folded.startswith(_TO, end):
        target = first_of(folded, [p for p in after if p.start <= end + len(" to the ")])
    if target is not None and agent is None and folded.startswith(" between ", end):
        other = after[after.index(target) + 1 :][:1]
        if other and is_joined(folded, target, other[0], verbs):
            return target, other[0]
    if target is agent:
        target = None
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
    if folded.endswith(_HE, 0, trigger[0]):
        return False  # "the rebels, whom she blamed for it"
    suffered = sense.word in cue("suffered") or sense.lemma in cue("suffered")
    by = agent is not None and sense.word not in cue("own")
    needs = by or sense.word == "accuse" or suffered
    if needs and _NO_OBJECT.match(folded, trigger[1], stop) is not None:
        return True
    return sense.type == "ACCUSE" and folded.endswith((" with", " of"), *trigger)


def _describes_deed(deed: Deed, verbs: frozenset[str]) -> bool:
    """Whether a form in -ed goes with a deed right before: "a truce signed in Karn", or is a noun:
    "Marn visits wounded"."""
    *before, last = deed.last[-2:] or [""]
    noun = last.endswith("s") and deed.sense.word in cue("suffered")
    if last not in verbs or not (noun or before in (["a"], ["an"], ["the"])):
        return False
    return _NO_OBJECT.match(deed.folded, deed.end) is not None


def _is_count(before: Sequence[str]) -> bool:
    """Whether a count stands right before: "the 13 killed, ten hurt", to whom it was done; not "on
    May 3 killed"."""
    word = before[-1] if before else ""
    if word.isdigit():
        return not ends_with_day(before)
    return word in NUMBER_WORDS or word in cue("count")


def _at_hand(folded: str, before: Sequence[Party], trigger: int) -> Party | None:
    """The party right before a verb, whatever it hangs on."""
    nearest = [head_of(folded, before, len(before) - 1)] if before else []
    return owned_apart(folded, nearest, trigger)


def _same(folded: str, one: Party, other: Party) -> bool:
    """Whether two parties are one, by what is told: not the president of Orland and that of
    Merra."""
    if _who(one) != _who(other):
        return False
    return one.entity_id is not None or not (
        folded.startswith(" of ", one.end) and folded.startswith(" of ", other.end)
    )


def _who(party: Party) -> str:
    return party.entity_id or party.name.lower()


def _stop(folded: str, start: int, end: int) -> int:
    match = _HALT.search(folded, start, end)
    return match.start() if match else end


def _owner(folded: str, nearest: Party | None, trigger: int) -> Party | None:
    """A possessive or a plain noun before a noun: "the army's attack", "police raid"."""
    if nearest is None:
        return None
    gap = folded[nearest.end : trigger]
    if gap == " " and nearest.name.lower() in cue("acts"):
        return nearest
    return nearest if gap.startswith(("'s ", "' ")) and gap.count(" ") <= 3 else None
