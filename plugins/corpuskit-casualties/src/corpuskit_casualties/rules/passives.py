"""Passives: who was killed: the subject of a passive verb, or the noun before a participle."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from corpuskit.scan import Example
from corpuskit_casualties.rules.base import (
    LISTED,
    NOTHING,
    WALKED,
    Frame,
    Link,
    among,
    before_age,
    left_unreal,
    link_to,
    nearness,
    others_follow,
    with_list,
    with_others,
)
from corpuskit_casualties.rules.verbs import shared_object
from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.sentence.lists import (
    bare_noun,
    before_aside,
    by_comma,
    ellipsis,
    first_noun,
    inserted,
    list_from,
    list_left,
    list_right,
)
from corpuskit_casualties.sentence.phrases import Phrase
from corpuskit_casualties.sentence.reading import Group, Reading
from corpuskit_casualties.words import Sense, cue

__all__ = ["RULES", "shared_be"]

_BEGINNING = frozenset(("", ",", ";", ":", "-", "."))
_PLACE = frozenset(("w", "x", "X", "det", "'s", "prep", "day", "month", "#"))
_OBJECTS = frozenset(("w", "n", "'s", "pron", "det", "#", "numw"))
_AFTER_OBJECT = frozenset(("prep", ",", ".", "", "conj", "day"))
_AGE = ["(", "#", ")"]
_CLAUSE = frozenset((",", ";", ":", "T", "wh", "sub", "have", "modal"))
_BEING_AFTER = frozenset(("after", "before", "while", "upon", "since"))


def _subject(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """The subject of a passive verb, or the noun before a participle."""
    group = reading.group(index)
    if group.be:
        yield from _passive(reading, index, sense, group)
    elif not group.have:
        shared = shared_be(reading, group.start - 1, index)
        if shared is not None:
            yield from _passive(reading, index, sense, shared)
            return
        begins = reading.line.tags[group.start - 1] in _BEGINNING
        verb = _inverted_verb(reading, index) if begins else 0
        if verb:
            yield from _inverted(reading, index, sense, verb)
        else:
            yield from _participle(reading, index, sense)


def _passive(reading: Reading, index: int, sense: Sense, group: Group) -> Iterator[Link]:
    """As in "five policemen were reportedly killed", and those named after the verb."""
    phrase = reading.subject_of(group)
    if phrase is None and reading.line.words[group.start] == "being":
        phrase = _main_subject(reading, group.start - 1)
    if phrase is None and not others_follow(reading, index):
        return
    strength = nearness(reading, phrase, group) if phrase is not None else WALKED
    link = link_to(phrase or NOTHING, sense, "casualties.subject", index, group, strength)
    if phrase is not None:
        others = chain(
            list_left(reading, phrase) if group.number != 1 else (),
            ellipsis(reading, index),
            inserted(reading, phrase, group.start),
        )
        yield from with_list(link, others)
        yield from among(link, reading)
    yield from with_others(link, reading)


def shared_be(reading: Reading, conj: int, index: int) -> Group | None:
    """As in "a man was hit by a car and killed": the verb group of the verb before "and"."""
    line = reading.line
    if line.words[conj] != "and" or _has_object(reading, index):
        return None
    for at in range(conj - 1, max(conj - 9, 0), -1):
        if line.tags[at] == "be":
            verb = at + 1 + (line.tags[at + 1] == "adv")
            passive = line.tags[verb] in ("verb", "T") or line.words[verb].endswith("ed")
            by = "by" in line.words[at + 2 : at + 5]
            return reading.group(at + 1) if by or (passive and conj == index - 1) else None
        if line.tags[at] in _CLAUSE:
            return None
    return None


def _main_subject(reading: Reading, at: int) -> Phrase | None:
    """As in "five men had received treatment after being injured": past the verb before."""
    line = reading.line
    if line.words[at] not in _BEING_AFTER:
        return None
    for verb in range(at - 1, max(at - 8, -1), -1):
        if line.tags[verb] in ("T", ",", ";", "wh"):
            return None
        if line.tags[verb] in ("verb", "be", "have"):
            group = reading.group(verb)
            return reading.subject_of(group)
    return None


def _inverted_verb(reading: Reading, index: int) -> int:
    """The verb in "also killed were", "killed in the attack were"; 0 if there is none."""
    line, index = reading.line, index + 1
    while line.tags[index] in ("adv", "day"):
        index += 1
    if line.tags[index] not in ("be", "prep"):
        return 0
    for at in range(index, min(index + 8, line.size)):
        if line.tags[at] == "be":
            return at
        if line.tags[at] not in _PLACE:
            return 0
    return 0


def _inverted(reading: Reading, index: int, sense: Sense, verb: int) -> Iterator[Link]:
    """As in "also killed were Ana Roe and two other clerks"."""
    link = link_to(NOTHING, sense, "casualties.inverted", index, reading.group(index))
    phrase = reading.object_after(verb)
    if phrase is not None:
        yield from with_list(link._replace(phrase=phrase), list_right(reading, phrase))
        return
    for other in list_from(reading, verb + 1):
        yield link._replace(phrase=other, strength=LISTED)


def _participle(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "three farmers killed in landslide"."""
    line = reading.line
    phrase = _before_participle(reading, index)
    if phrase is None or (_has_object(reading, index) and not _after_dead(reading, phrase)):
        return
    if line.words[index + 1] == ":" and line.words[phrase.first - 1] == ":":
        return  # "dead: 12 injured: 40": the number of the item before
    if phrase.count is None and line.tags[reading.start(phrase) - 1] == "prep":
        at = reading.start(phrase) - 2
        while line.tags[at] in ("day", "prep"):
            at -= 1
        if line.words[at] not in cue("mourning"):
            return
    if phrase.count is None and phrase.first in reading.by_end:
        return  # "the 12 sailors the rebels captured"
    inner = phrase.inner if phrase.inner is not None and phrase.inner.count else phrase
    group, unreal = reading.group(index), left_unreal(reading, phrase.first)
    link = link_to(inner, sense, "casualties.before", index, group, unreal=unreal)
    others = chain(list_left(reading, phrase), by_comma(reading, phrase))
    yield from with_list(link, others)
    yield from among(link, reading)
    none = phrase.count is not None and phrase.count.zero
    some = inner is not phrase and phrase.one_of is None and not none
    if some and line.tags[index + 1] == "be":
        yield link._replace(phrase=phrase, scope="part")  # "12 of the 34 killed were boys"


def _after_dead(reading: Reading, phrase: Phrase) -> bool:
    """As in "left 12 dead and 70 injured": the second of two that are alike."""
    line, conj = reading.line, reading.start(phrase) - 1
    rows = line.senses.get(conj - 1, ()) if line.words[conj] == "and" else ()
    return any(sense.frame == "adj" for sense in rows) and conj - 1 in reading.by_end


def _before_participle(reading: Reading, index: int) -> Phrase | None:
    """The phrase before the participle, past a comma, an insertion or a participle before it."""
    line, start = reading.line, reading.group(index).start
    phrase, mark = reading.by_end.get(start), line.tags[start - 1]
    noun = before_age(line, start) - 1
    if phrase is None and line.tags[noun] == "n" and _opens_headline(line, noun, index):
        return first_noun(noun)  # the headlines "Man, 34, killed in raid", "…; guard hurt"
    if phrase is None and line.tags[start - 1] == "n":
        return bare_noun(reading, start)
    if mark == ")" and phrase is None:
        if line.tags[start - 3 : start] == _AGE:  # "One woman (56) injured by shrapnel"
            phrase = reading.by_end.get(start - 3)
            return phrase if phrase is not None and phrase.count else None
        phrase = reading.by_end.get(start - 1)  # "400 families (2,100 people) displaced"
        return phrase if phrase is not None and phrase.people and phrase.count else None
    if phrase is None and mark == ",":
        phrase = reading.by_end.get(before_aside(reading, start))  # "three, among them Roe,"
        if phrase is None and line.tags[index + 1] == "prep":
            phrase = reading.by_end.get(start - 1)  # "seven students, kidnapped by gunmen,"
    elif phrase is None and mark == "conj" and _joins(reading, start - 1, index):
        phrase = reading.by_end.get(start - 2)  # "6,000 dead and wounded"
    return reading.whole(phrase) if phrase is not None else None


def _opens_headline(line: Line, noun: int, index: int) -> bool:
    """As in "Man killed in raid", "Two held after woman stabbed in Oru"."""
    before = line.tags[noun - 1]
    return before in ("", ";") or (before == "subprep" and line.tags[index + 1] in _AFTER_OBJECT)


def _joins(reading: Reading, conj: int, index: int) -> bool:
    """As in "20 dead and wounded", "20 people shot and killed by guards"."""
    line = reading.line
    shot = line.words[conj - 1] in cue("beating") and line.tags[index + 1] == "prep"
    return shot or line.tags[conj - 1] == "T"


def _has_object(reading: Reading, index: int) -> bool:
    """Whether the participle is a past tense: an object follows it, or a name."""
    at = shared_object(reading, index)
    phrase = reading.object_after(at)
    if phrase is not None and phrase.victims:
        dated = reading.line.words[phrase.last] in cue("early")  # "killed 30 late Monday"
        after = reading.line.tags[phrase.last]
        return phrase.noun is not None or dated or after in _AFTER_OBJECT
    return reading.line.tags[at + 1] in _OBJECTS


RULES = (
    Frame(
        id="casualties.subject",
        about="The subject of a passive verb, however far, and what is coordinated with it.",
        frames=("verb",),
        forms=("ed", "ppl"),
        find=_subject,
        yes=(
            Example("[[Nine guards]] were on 3 May killed.", "killed 9 guards"),
            Example("[[Nine guards]] were on Monday night killed.", "killed 9 guards"),
            Example("[[Five policemen]] were reportedly killed.", "killed 5 policemen"),
            Example("[[Two clerks]] of the town hall in Oru were shot dead.", "killed 2 clerks"),
            Example("[[Six men]], all from Bresk, were injured.", "wounded 6 men"),
            Example("Six men and [[a clerk]] of the bank were killed.", "killed 1 clerk"),
            Example("[[The driver]] of one of the buses was killed.", "killed 1 driver"),
        ),
        no=("Two bridges were destroyed and no road was hurt.", "Seven might be killed there."),
    ),
    Frame(
        id="casualties.inverted",
        about="The subject after the verb: also killed were two clerks.",
        frames=(),
        find=_subject,
        yes=(
            Example("Also killed were [[two clerks]].", "killed 2 clerks"),
            Example("Killed in the raid were [[two clerks]].", "killed 2 clerks"),
            Example("Killed were Sgt. Roe and [[two clerks]].", "killed 2 clerks"),
        ),
        no=("The men killed were two clerks.",),
    ),
    Frame(
        id="casualties.before",
        about="The count right before a participle: headlines and shortened clauses.",
        frames=(),
        find=_subject,
        yes=(
            Example("[[Three farmers]] killed in Velm landslide", "killed 3 farmers"),
            Example("[[Three guards]], rebel leader killed in Oru clash", "killed 3 guards"),
            Example("Ten hurt in Oru blast; [[guard]] killed", "killed 1 guard"),
            Example("Two held after [[woman]] killed in Oru", "killed 1 woman"),
            Example("[[A guard]] and a boy were among six killed.", "killed 1 guard"),
            Example("The mine blast left [[four]] injured.", "wounded 4"),
            Example("the funeral of [[a teenager]] killed by guards", "killed 1 teenager"),
        ),
        no=("Three gunmen killed the lights.",),
    ),
)
