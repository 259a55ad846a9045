"""Verbs: who is the object of "kill", and who died."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from corpuskit.scan import Example
from corpuskit_casualties.rules.base import (
    ADJACENT,
    LISTED,
    NOTHING,
    WALKED,
    Frame,
    Link,
    among,
    link_to,
    nearness,
    others_follow,
    with_list,
    with_others,
)
from corpuskit_casualties.sentence.lists import ellipsis, list_from, list_left, list_right
from corpuskit_casualties.sentence.phrases import Phrase
from corpuskit_casualties.sentence.reading import Reading
from corpuskit_casualties.words import Sense, cue

__all__ = ["RULES", "shared_object"]

_OBJECT_BEGINS = frozenset(("w", "n", "x", "det"))
_JOINS = frozenset(("conj", ","))
_SELF = frozenset("himself herself themselves him her them".split())
_BEFORE_NOUN = frozenset(("det", "#", "numw", "'s", "subprep"))


def _object(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """The object of an active verb."""
    line, form, group = reading.line, sense.form, reading.group(index)
    if form in ("ed", "ppl") and (group.be or line.words[index - 1] == "the"):
        return  # "and the injured 50,000 euros"
    if form == "base" and (line.tags[index - 1] in _BEFORE_NOUN or _in_title(reading, index)):
        return
    victims = list(_objects(reading, index))
    if not victims and form == "ed":
        victims = list(_before_clause(reading, group.start))
    others = others_follow(reading, index)
    if not victims and not others:
        return
    if "to death" in line.vocabulary and "to death" in line.words[index + 1 : index + 14]:
        sense = sense._replace(kind="killed")
    before = group.start - 1
    if group.to and line.words[before] in cue("managed"):  # "managed to kill"
        group = reading.group(before)._replace(be=group.be)
    for phrase, strength in victims:
        yield link_to(phrase, sense, "casualties.object", index, group, strength)
    if others:
        yield from with_others(link_to(NOTHING, sense, "casualties.object", index, group), reading)


def _objects(reading: Reading, index: int) -> Iterator[tuple[Phrase, int]]:
    """The object of the verb at `index` and its list, each with how near it is."""
    line = reading.line
    at = shared_object(reading, index) if line.tags[index + 1] in _JOINS else index
    phrase = reading.object_after(at)
    pronoun = line.words[at + 1] in _SELF
    if phrase is not None:
        if _object_fits(reading, phrase):
            yield phrase, ADJACENT
            for other in list_right(reading, phrase):
                yield other, LISTED
    elif pronoun or line.tags[at + 1] in _OBJECT_BEGINS:
        thing = line.tags[at + 1] == "det"
        for other in list_from(reading, at + 1 + pronoun):
            if not (thing and line.tags[other.last] == "w"):  # "took a hill and ten rebels fled"
                yield other, LISTED


def _before_clause(reading: Reading, start: int) -> Iterator[tuple[Phrase, int]]:
    """As in "the 50 teachers they seized": what stands before the subject of the verb."""
    line = reading.line
    subject = reading.by_end.get(start)
    if line.tags[start - 1] == "pron":
        end = start - 1
    elif subject is not None and subject.count is None and subject.determined:
        end = subject.first
    else:
        return
    phrase = reading.by_end.get(end - 1 if line.words[end - 1] in ("whom", "that") else end)
    if phrase is not None and phrase.people:
        yield phrase.inner if phrase.inner is not None and phrase.inner.count else phrase, WALKED


def _object_fits(reading: Reading, phrase: Phrase) -> bool:
    if phrase.noun is not None:
        return True
    last = phrase.last
    planned = reading.line.tags[last] == "verb" and reading.line.words[last].endswith("ed")
    return reading.line.words[last] != "another" and not planned


def shared_object(reading: Reading, index: int) -> int:
    """As in "kidnapped and murdered three": the first verb's object stands after the second."""
    line = reading.line
    last = index
    while line.tags[last + 1] == "," and line.tags[last + 2] == "T":
        last += 2  # "killed, hurt or kidnapped three"
    joined = line.tags[last + 1] == "conj" and line.tags[last + 2] == "T"
    return last + 2 if joined and last + 3 in reading.phrases else index


def _in_title(reading: Reading, index: int) -> bool:
    """As in "the film Kill Four Kings": a capital where the words before have none."""
    line = reading.line
    return index > 0 and line.written(index)[0].isupper() and line.written(index - 1)[0].islower()


def _died(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    group = reading.group(index)
    phrase = reading.subject_of(group)
    if phrase is None and sense.term == "drowned":  # "the flood drowned 12 people"
        drowned = reading.object_after(index)
        phrase = drowned if drowned is not None and drowned.count and drowned.people else None
    strength = nearness(reading, phrase, group) if phrase is not None else WALKED
    link = link_to(phrase or NOTHING, sense, "casualties.died", index, group, strength)
    if phrase is not None:
        others = chain(list_left(reading, phrase), ellipsis(reading, index))
        yield from with_list(link, others)
        yield from among(link, reading)
    yield from with_others(link, reading)


RULES = (
    Frame(
        id="casualties.object",
        about="The object of an active verb, and what is coordinated with it.",
        frames=("verb",),
        find=_object,
        yes=(
            Example("Raiders killed [[two shepherds]] near the ford.", "killed 2 shepherds"),
            Example("A blast in Tarno wounded [[at least nine people]].", "wounded 9+ people"),
            Example("A blast on 3 May wounded [[nine people]].", "wounded 9 people"),
            Example("The gang kidnapped and murdered [[three miners]].", "captured 3 miners"),
            Example("KILLING [[14]], the mudslide cut the road.", "killed 14"),
            Example("Raiders killed a village head and [[six guards]].", "killed 6 guards"),
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
        id="casualties.along",
        about="Those named further on, after along with, as well as, or as were.",
        frames=(),
        find=_object,
        yes=(
            Example("Ana Roe was killed along with [[two of her guards]].", "killed 2 guards"),
            Example("The clerk was hurt, as were [[two porters]].", "wounded 2 porters"),
            Example("They killed the abbot, Jon Poe, along with [[six monks]].", "killed 6 monks"),
        ),
        no=("The rock killed nobody, as was hoped by two clerks.",),
    ),
    Frame(
        id="casualties.died",
        about="The subject of a verb of dying or vanishing.",
        frames=("die",),
        find=_died,
        yes=(
            Example("[[Eleven passengers of the ferry]] to Ost drowned.", "killed 11 passengers"),
            Example("a fire in which [[two cooks]] lost their lives", "killed 2 cooks"),
        ),
        no=("Two of her plays died on the stage.", "Forty could die this winter."),
    ),
)
