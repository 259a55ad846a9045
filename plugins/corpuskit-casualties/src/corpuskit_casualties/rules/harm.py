"""Harm: lives that are lost, bodies that are found, and those who are hurt or treated."""

from __future__ import annotations

from collections.abc import Iterator

from corpuskit.scan import Example
from corpuskit_casualties.rules.base import (
    NOTHING,
    WALKED,
    Frame,
    Link,
    link_to,
    with_list,
)
from corpuskit_casualties.rules.nouns import counted_deaths, victims_after
from corpuskit_casualties.sentence.lists import list_left, list_right
from corpuskit_casualties.sentence.reading import Reading
from corpuskit_casualties.words import Sense, cue

__all__ = ["RULES"]

_DESCRIBED = frozenset(("w", "adv", "n", "'s", "det", "x", "conj", ",", "prep"))


def _lives(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "claimed 79 lives", "the loss of 12 lives", "the lives of 30 people", "cost two men
    their lives"."""
    words, taking = reading.line.words, cue("taking")
    link = link_to(NOTHING, sense, "casualties.lives", index)
    lives = reading.by_end.get(index)
    if lives is not None and lives.count is not None:
        near = (*words[max(0, lives.first - 4) : lives.first], *words[index + 1 : index + 5])
        if words[index + 1] != "of" and not taking.isdisjoint(near):  # "the many lives of Ana Roe"
            unreal = reading.group(lives.first - 1).unreal
            yield link._replace(phrase=lives, unreal=unreal)
    elif words[index - 1] == "their":
        people = reading.by_end.get(index - 1)
        if people is not None and people.victims and words[people.first - 1] in taking:
            unreal = reading.group(people.first - 1).unreal
            yield link._replace(phrase=people, unreal=unreal)
    elif words[index - 1] == "the" and words[index + 1] == "of":
        near = (*words[max(0, index - 4) : index], *words[index + 2 : index + 9])
        if not taking.isdisjoint(near):
            yield from victims_after(reading, index + 1, link)


def _bodies(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "12 bodies", "the bodies of three women"."""
    line = reading.line
    start = index
    while start not in reading.by_end and index - start < 3 and line.tags[start - 1] in ("w", "T"):
        start -= 1
    phrase = reading.by_end.get(start)
    if phrase is not None and phrase.count and phrase.head in ("none", "unknown"):
        if sense.form == "sg" and not phrase.count.single:
            return  # "two body clocks", "no request body"
        whole = phrase._replace(last=index + 1, noun=index, head="people")
        yield link_to(whole, sense, "casualties.bodies", index)
        return
    at = index if sense.term == "remains of" else index + 1
    if at == index or line.words[at] == "of":
        link = link_to(NOTHING, sense, "casualties.bodies", index)
        yield from victims_after(reading, at, link)


def _injury(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "ten others received injuries", "injuries to two women", "30 victims with wounds"."""
    line = reading.line
    if line.words[index + 1] in ("to", "on", "of", "among"):
        phrase = reading.object_after(index + 1)
        if phrase is not None and phrase.people:
            link = link_to(phrase, sense, "casualties.injury", index)
            yield from with_list(link, list_right(reading, phrase))
        return
    before = reading.by_end.get(index)
    if before is not None and before.count is not None and before.noun is None:
        if sense.term == "injuries":  # "18 wounds" may all be one man's
            yield from counted_deaths(reading, index, sense)
        return
    at = index - 1
    while index - at < 6 and line.tags[at] in _DESCRIBED and line.words[at] not in cue("suffering"):
        at -= 1
    if line.words[at] not in cue("suffering"):
        return
    if line.words[at] == "for":  # "treated ten people for burns", "were treated for burns"
        treated = reading.by_end.get(at)
        care = treated is not None and line.words[treated.first - 1] in cue("treating")
        if treated is not None and treated.count and care:
            yield link_to(treated, sense, "casualties.injury", index)
            return
        at -= 1
    group = reading.group(_carried(reading, at) if line.words[at] == "with" else at)
    phrase = reading.subject_of(group)
    if phrase is not None and (phrase.people or phrase.noun is None):
        link = link_to(phrase, sense, "casualties.injury", index, group, WALKED)
        yield from with_list(link, list_left(reading, phrase))


def _carried(reading: Reading, at: int) -> int:
    """As in "were taken to hospital with burns": the verb before "with", else `at`."""
    for verb in range(at - 1, max(at - 8, 0), -1):
        if reading.line.tags[verb] in (",", ";", "T", "#", "numw", "N"):
            break
        survived = reading.line.words[verb] in ("escaped", "survived")
        if survived or (reading.line.tags[verb] in ("w", "verb") and reading.group(verb).be):
            return verb
    return at


def _treated(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "four passengers were treated at the hospital", "three were taken to hospital"."""
    group, after = reading.group(index), reading.line.words[index + 1 : index + 9]
    if sense.form == "there":  # "taken to local hospitals", "taken to Velm General Hospital"
        after = after[1 : after.index(",") if "," in after else _HOSPITAL]
        if cue("hospital").isdisjoint(after):
            return
    elif sense.form != "ppl" and cue("care").isdisjoint(after):
        return
    if not group.be:
        yield from _short(reading, index, sense)
        return
    phrase = reading.subject_of(group)
    if phrase is not None and phrase.count and (phrase.people or phrase.noun is None):
        link = link_to(phrase, sense, "casualties.treated", index, group, WALKED)
        yield from with_list(link, list_left(reading, phrase))


def _short(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "two died and 14 pupils rushed to hospital", the headline "14 taken to hospital"."""
    phrase = reading.by_end.get(index)
    if sense.form != "ppl" or phrase is None or phrase.count is None:
        return
    before = reading.start(phrase) - 1
    told = len(reading.line.triggers) > 1 and reading.line.tags[before] in ("conj", ",", ";")
    if (told or before < 0) and (phrase.people or phrase.noun is None):
        yield link_to(phrase, sense, "casualties.treated", index)


_HOSPITAL = 5  # words that the name of one takes

RULES = (
    Frame(
        id="casualties.lives",
        about="Lives that are claimed, taken, cost or lost.",
        frames=("lives",),
        find=_lives,
        yes=(
            Example("The flood has claimed [[over 250]] lives.", "killed 250+"),
            Example("It took the lives of [[three nurses]].", "killed 3 nurses"),
            Example("The fire cost [[nine miners]] their lives.", "killed 9 miners"),
        ),
        no=("A cat has nine lives.", "Helmets save 200 lives."),
    ),
    Frame(
        id="casualties.bodies",
        about="Bodies that are counted, or told whose they are.",
        frames=("bodies",),
        find=_bodies,
        yes=(
            Example("Divers found [[five bodies]].", "killed 5 bodies"),
            Example("the bodies of [[two sailors]]", "killed 2 sailors"),
            Example("The bodies of a clerk and her [[two sons]] were found.", "killed 2 sons"),
        ),
        no=("two governing bodies",),
    ),
    Frame(
        id="casualties.injury",
        about="Those who suffer, receive or are treated for injuries.",
        frames=("injury",),
        find=_injury,
        yes=(
            Example("[[Ten others]] received minor injuries.", "wounded 10 others"),
            Example("It caused injuries to [[two women]].", "wounded 2 women"),
        ),
        no=("He missed ten games with an injury.",),
    ),
    Frame(
        id="casualties.treated",
        about="Those who are taken to hospital, or treated there, at the scene or for shock.",
        frames=("treated",),
        counted=("", "ppl", "there"),
        find=_treated,
        yes=(
            Example("[[Four passengers]] were treated at a hospital.", "wounded 4 passengers"),
            Example("[[Six men]] were taken to local hospitals.", "wounded 6 men"),
            Example("[[Nine others]] were rushed to hospital.", "wounded 9 others"),
            Example("Two died and [[nine boys]] rushed to hospital.", "wounded 9 boys"),
            Example("[[Eight victims]] are receiving treatment.", "wounded 8 victims"),
        ),
        no=(
            "Four films were treated at length.",
            "Four men treated the hospital as a home.",
            "He and two nurses rushed to hospital.",
        ),
    ),
)
