"""Verbs: who is the object of "kill", the subject of "were killed", or stands before "killed"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from corpuskit.scan import Example
from corpuskit_casualties.phrases import Phrase
from corpuskit_casualties.reading import Group, Reading
from corpuskit_casualties.rules.base import (
    ADJACENT,
    LISTED,
    NOTHING,
    WALKED,
    Frame,
    Link,
    left_unreal,
    others_follow,
    with_list,
    with_others,
)
from corpuskit_casualties.words import Sense

__all__ = ["RULES"]

_SUFFERED = frozenset(
    "shot attacked ambushed hit struck tortured beaten assaulted robbed raped".split()
)
_PARTICIPLE = ("ed", "ppl")
_TO_FACT = frozenset("on managed manage manages managing proceeded used helped".split())
_OBJECT_BEGINS = frozenset(("w", "n", "x", "prep"))
_SELF = frozenset("himself herself themselves him her them".split())
_BEFORE_NOUN = frozenset(("det", "#", "numw", "'s", "subprep"))


def _object(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """The object of an active verb."""
    line, form, group = reading.line, sense.form, reading.group(index)
    if group.be and (form in _PARTICIPLE or (form == "ing" and line.words[index - 1] == "being")):
        return
    if form == "base" and (line.tags[index - 1] in _BEFORE_NOUN or _in_title(reading, index)):
        return
    victims = list(_objects(reading, index))
    if not victims and not others_follow(reading, index):
        return
    to_death = "to death" in line.vocabulary and "to death" in line.words[index + 1 : index + 14]
    link = Link(
        phrase=NOTHING,
        kind="killed" if to_death else sense.kind,
        rule="casualties.object",
        trigger=index,
        needs=sense.needs,
        group=group,
        unreal=_unreal(form, group, reading, index),
    )
    for phrase, strength in victims:
        yield link._replace(phrase=phrase, strength=strength)
    yield from with_others(link, reading)


def _objects(reading: Reading, index: int) -> Iterator[tuple[Phrase, int]]:
    """The object of the verb at `index` and its list, each with how near it is."""
    line = reading.line
    at = _shared_object(reading, index)
    phrase, follows = reading.object_after(at), line.tags[at + 1]
    pronoun = line.words[at + 1] in _SELF
    if phrase is not None:
        if _object_fits(reading, phrase):
            yield phrase, ADJACENT
            for other in reading.list_right(phrase):
                yield other, LISTED
    elif follows == "prep":
        phrase = _past_manner(reading, at + 1)
        if phrase is not None:
            yield phrase, WALKED
    elif pronoun or follows in _OBJECT_BEGINS:
        for other in reading.list_from(at + 2 if pronoun else at + 1):
            yield other, LISTED


def _past_manner(reading: Reading, at: int) -> Phrase | None:
    """As in "have killed with impunity tens of thousands of villagers"."""
    line = reading.line
    if line.words[at] not in ("with", "in") or line.tags[at + 1] != "w":
        return None
    phrase = reading.phrases.get(at + 2) or (
        reading.phrases.get(at + 3) if line.tags[at + 2] == "w" else None
    )
    return phrase if phrase is not None and phrase.count is not None and phrase.people else None


def _object_fits(reading: Reading, phrase: Phrase) -> bool:
    if phrase.noun is None and reading.line.words[phrase.last] == "another":
        return False
    if phrase.noun is not None:
        return True
    after, following = reading.line.tags[phrase.last : phrase.last + 2]
    planned = after == "verb" and reading.line.words[phrase.last].endswith("ed")
    return after not in ("x", "X") and not (planned and following == "w")


def _shared_object(reading: Reading, index: int) -> int:
    """As in "kidnapped and murdered three": the first verb's object stands after the second."""
    line = reading.line
    joined = line.words[index + 1] in ("and", "or", "&") and line.tags[index + 2] == "T"
    return index + 2 if joined and index + 3 in reading.phrases else index


def _in_title(reading: Reading, index: int) -> bool:
    """As in "the film Kill Four Kings": a capital where the words before have none."""
    line = reading.line
    return index > 0 and line.written(index)[0].isupper() and line.written(index - 1)[0].islower()


def _unreal(form: str, group: Group, reading: Reading, index: int) -> str:
    if group.negated:
        return "negated"
    if group.modal:
        return "a modal verb: it did not happen, or nobody says that it did"
    if form == "base" and group.to:
        before = group.start - 1
        if reading.line.words[before] not in _TO_FACT or reading.group(before).modal:
            return "an infinitive: a plan, a threat or an attempt"
    return ""


def _subject(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """The subject of a passive verb, or the noun before a participle."""
    if sense.form not in _PARTICIPLE:
        return
    group = reading.group(index)
    if group.be or reading.line.words[index - 1] == "being":
        yield from _passive(reading, index, sense, group)
        return
    if group.have:
        return
    begins = reading.line.tags[group.start - 1] in _BEGINNING
    verb = _inverted_verb(reading, index) if begins else 0
    if verb:
        yield from _inverted(reading, index, sense, verb)
    else:
        yield from _participle(reading, index, sense)


def _suffering(reading: Reading, index: int, sense: Sense, rule: str) -> Link:
    """The link of a passive verb or a participle, still without its phrase."""
    group = reading.group(index)
    unreal = _unreal_passive(reading, index, group)
    return Link(
        phrase=NOTHING, kind=sense.kind, rule=rule, trigger=index, needs=sense.needs, group=group,
        unreal=unreal,
    )  # fmt: skip


def _unreal_passive(reading: Reading, index: int, group: Group) -> str:
    if group.to and not group.have and not group.told and reading.line.words[index - 1] == "be":
        return "an infinitive: a plan, a threat or an attempt"
    if group.modal:
        return "a modal verb: it did not happen, or nobody says that it did"
    return "negated" if group.negated else ""


def _passive(reading: Reading, index: int, sense: Sense, group: Group) -> Iterator[Link]:
    """As in "five policemen were reportedly killed", and those named after the verb."""
    phrase, _ = reading.subject(group.start, group.number)
    if phrase is None and reading.line.words[group.start] == "being":
        phrase = _main_subject(reading, group.start - 1)
    if phrase is None and not others_follow(reading, index):
        return
    link = _suffering(reading, index, sense, "casualties.subject")
    if phrase is not None:
        strength = ADJACENT if phrase.last == group.start else WALKED
        others = chain(
            reading.list_left(phrase),
            reading.ellipsis(index),
            reading.inserted(phrase, group.start),
        )
        yield from with_list(link._replace(phrase=phrase, strength=strength), others)
    yield from with_others(link, reading)


def _main_subject(reading: Reading, at: int) -> Phrase | None:
    """As in "five men had received treatment after being injured": past the verb before."""
    line = reading.line
    if line.words[at] not in ("after", "before", "while", "upon", "since"):
        return None
    for verb in range(at - 1, max(at - 8, -1), -1):
        if line.tags[verb] in ("T", ",", ";", "wh"):
            return None
        if line.tags[verb] == "verb" or reading.group(verb).be or reading.group(verb).have:
            group = reading.group(verb)
            return reading.subject(group.start, group.number)[0]
    return None


_BEGINNING = frozenset(("", ",", ";", ":", "-", "."))


def _inverted_verb(reading: Reading, index: int) -> int:
    """The verb in "also killed were", "killed in the attack were"; 0 if there is none."""
    line, index = reading.line, index + 1
    while line.tags[index] in ("adv", "day"):
        index += 1
    if line.tags[index] == "be":
        return index
    if line.tags[index] != "prep":
        return 0
    for at in range(index + 1, min(index + 8, line.size)):
        if line.tags[at] == "be":
            return at
        if line.tags[at] not in _PLACE:
            return 0
    return 0


_PLACE = frozenset(("w", "x", "X", "det", "'s", "prep", "day", "month", "#"))


def _inverted(reading: Reading, index: int, sense: Sense, verb: int) -> Iterator[Link]:
    """As in "also killed were Ana Roe and two other clerks"."""
    link = _suffering(reading, index, sense, "casualties.inverted")
    phrase = reading.object_after(verb)
    if phrase is not None:
        yield from with_list(link._replace(phrase=phrase), reading.list_right(phrase))
        return
    for other in reading.list_from(verb + 1):
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
        return
    inner = phrase.inner if phrase.inner is not None and phrase.inner.count else phrase
    link = _suffering(reading, index, sense, "casualties.before")
    link = link._replace(phrase=inner, unreal=link.unreal or left_unreal(reading, phrase.first))
    yield from with_list(link, chain(reading.list_left(phrase), _by_comma(reading, phrase)))
    yield from _among(reading, link)
    none = phrase.count is not None and phrase.count.zero
    some = inner is not phrase and phrase.one_of is None and not none
    if some and line.tags[index + 1] == "be":
        yield link._replace(phrase=phrase, scope="part")  # "12 of the 34 killed were boys"


def _among(reading: Reading, link: Link) -> Iterator[Link]:
    """As in the headline "Nine children among 14 killed": a part that stands before the whole."""
    line, at = reading.line, link.phrase.first - 1
    before = at - 1 if line.tags[at - 1] == "be" else at  # "ten guests were among 38 killed"
    part = reading.by_end.get(before) if line.words[at] == "among" else None
    if part is not None and part.count is not None and part.victims:
        yield link._replace(phrase=part, part_of=link.phrase)


def _after_dead(reading: Reading, phrase: Phrase) -> bool:
    """As in "left 12 dead and 70 injured": the second of two that are alike."""
    line, conj = reading.line, reading.start(phrase) - 1
    if line.words[conj] != "and" or line.tags[conj - 1] != "T":
        return False
    return (
        any(sense.frame == "adj" for sense in line.senses[conj - 1]) and conj - 1 in reading.by_end
    )


def _before_participle(reading: Reading, index: int) -> Phrase | None:
    """The phrase before the participle, past a comma, an insertion or a participle before it."""
    line, start = reading.line, reading.group(index).start
    phrase, mark = reading.by_end.get(start), line.tags[start - 1]
    if phrase is None and start == 1 and line.tags[0] == "n":  # the headline "Man killed in raid"
        return Phrase(first=0, last=1, noun=0, head="people", plural=False, determined=True)
    if phrase is None and mark == ",":
        if line.tags[index + 1] == "prep":
            phrase = reading.by_end.get(start - 1)  # "seven students, kidnapped by gunmen,"
        if phrase is None and (aside := reading.before_aside(start - 1)) < start - 1:
            phrase = reading.by_end.get(aside)  # "three, among them Roe, hurt"
    elif phrase is None and mark == "conj" and _joins(reading, start - 1, index):
        phrase = reading.by_end.get(start - 2)  # "6,000 dead and wounded"
    return _before_including(reading, phrase)


def _joins(reading: Reading, conj: int, index: int) -> bool:
    """As in "20 dead and wounded", "20 people shot and killed by guards"."""
    line = reading.line
    shot = line.words[conj - 1] in _SUFFERED and line.tags[index + 1] == "prep"
    return shot or line.tags[conj - 1] == "T"


def _before_including(reading: Reading, phrase: Phrase | None) -> Phrase | None:
    """As in "eight, including two women, killed": the whole, where a part stands nearer."""
    line = reading.line
    if phrase is None or line.words[phrase.first - 1] not in ("including", "among"):
        return phrase
    at = phrase.first - 1
    if line.words[at] == "among" and line.tags[at - 1] != ",":
        return phrase  # "nine children among 14 killed"
    whole = reading.by_end.get(at - 1 if line.tags[at - 1] == "," else at)
    return whole if whole is not None and whole.count is not None else phrase


def _by_comma(reading: Reading, phrase: Phrase) -> Iterator[Phrase]:
    """As in the headline "Three guards, a clerk killed": what stands first in the line."""
    comma = reading.start(phrase) - 1
    first = reading.by_end.get(comma)
    if first is None and comma == 1 and reading.line.tags[0] == "n":  # "Woman, two children hurt"
        yield Phrase(first=0, last=1, noun=0, head="people", plural=False, determined=True)
    if first is None or first.first or reading.line.tags[comma] != ",":
        return
    if first.count is not None and first.people:
        yield first


def _has_object(reading: Reading, index: int) -> bool:
    """Whether the participle is a past tense: an object follows it, or a name."""
    at = _shared_object(reading, index)
    phrase = reading.object_after(at)
    if phrase is not None and phrase.victims:
        return phrase.noun is not None or reading.line.tags[phrase.last] in _AFTER_NUMBER
    return reading.line.tags[at + 1] in _OBJECTS


_OBJECTS = frozenset(("w", "n", "'s", "pron", "det", "#", "numw"))
_AFTER_NUMBER = frozenset(("prep", ",", ".", "", "conj"))


RULES = (
    Frame(
        id="casualties.object",
        about="The object of an active verb, and what is coordinated with it.",
        frames=("verb",),
        find=_object,
        yes=(
            Example("Raiders killed [[two shepherds]] near the ford.", "killed 2 shepherds"),
            Example("A blast in Tarno wounded [[at least nine people]].", "wounded 9+ people"),
            Example("The gang kidnapped and murdered [[three miners]].", "captured 3 miners"),
            Example("KILLING [[14]], the mudslide cut the road.", "killed 14"),
        ),
        no=(
            "The frost killed 300 sheep.",
            "The senate killed two bills.",
            "They threatened to kill ten farmers.",
            "The dam could kill 4,000 people.",
            "The storm did not kill two people.",
        ),
    ),
    Frame(
        id="casualties.subject",
        about="The subject of a passive verb, however far, and what is coordinated with it.",
        frames=("verb",),
        find=_subject,
        yes=(
            Example("[[Five policemen]] were reportedly killed.", "killed 5 policemen"),
            Example("[[Two clerks]] of the town hall in Oru were shot dead.", "killed 2 clerks"),
            Example("[[Six men]], all from Bresk, were injured.", "wounded 6 men"),
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
        ),
        no=("The men killed were two clerks.",),
    ),
    Frame(
        id="casualties.along",
        about="Those named further on, after along with, as well as, or as were.",
        frames=(),
        find=_subject,
        yes=(
            Example("Ana Roe was killed along with [[two of her guards]].", "killed 2 guards"),
            Example("The clerk was hurt, as were [[two porters]].", "wounded 2 porters"),
            Example("They killed the abbot, Jon Poe, along with [[six monks]].", "killed 6 monks"),
        ),
        no=("The rock killed nobody, as was hoped by two clerks.",),
    ),
    Frame(
        id="casualties.before",
        about="The count right before a participle: headlines and shortened clauses.",
        frames=(),
        find=_subject,
        yes=(
            Example("[[Three farmers]] killed in Velm landslide", "killed 3 farmers"),
            Example("The mine blast left [[four]] injured.", "wounded 4"),
        ),
        no=("Three gunmen killed the lights.",),
    ),
)
