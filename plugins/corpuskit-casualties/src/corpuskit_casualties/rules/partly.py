"""Partly: some of the dead or the wounded, of whom more is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from corpuskit.scan import Example
from corpuskit_casualties.rules.base import Frame, Link, link_to, with_list
from corpuskit_casualties.sentence.lists import ellipsis, list_left, list_right
from corpuskit_casualties.sentence.phrases import Phrase
from corpuskit_casualties.sentence.reading import Reading
from corpuskit_casualties.words import Sense, cue

__all__ = ["OF_VICTIMS", "RULES"]

OF_VICTIMS = "casualties.of_victims"


def _among(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "two officers are among the wounded", "among the dead were three boys"."""
    line, group = reading.line, reading.group(index)
    exists = reading.by_end.get(index)
    if exists is not None and exists.people and line.words[exists.first - 2] == "there":
        yield link_to(exists, sense, "casualties.among", index, scope="part")
        return
    if group.be:
        phrase = reading.subject_of(group)
        others = list_left(reading, phrase) if phrase is not None else ()
    else:
        ends = ("be", "verb", ",", ";", "T", "")
        at = next(at for at in range(index + 1, line.size + 1) if line.tags[at] in ends)
        phrase = reading.object_after(at) if line.tags[at] == "be" else None
        others = list_right(reading, phrase) if phrase is not None else ()
    if phrase is not None and phrase.people:
        link = link_to(phrase, sense, "casualties.among", index, scope="part")
        yield from with_list(link, others)


def _some_of(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "eleven of the dead were children", "the dead included six children"."""
    phrase = _told_of(reading, index)
    if phrase is not None:
        link = link_to(phrase, sense, "casualties.some_of", index, scope="part")
        listed = index < phrase.first  # "included", "were"
        others: Iterable[Phrase] = list_right(reading, phrase) if listed else ()
        if reading.line.words[index + 1] == ",":
            # "of the dead, nine were in Oru, two at sea", "nine were boys and two were girls"
            others = (*ellipsis(reading, phrase.last), *_and_were(reading, phrase.last))
        yield from with_list(link, others)


def _and_were(reading: Reading, at: int) -> Iterator[Phrase]:
    """As in "of the dead, nine were boys, four were girls and two women"."""
    line = reading.line
    while line.tags[at] == "be":
        at += 1
        while line.tags[at] in ("det", "w", "x", "n", "N"):
            at += 1
        while line.tags[at] in (",", "conj"):
            at += 1
        phrase = reading.phrases.get(at)
        if phrase is None or phrase.count is None or not phrase.victims:
            return
        if line.tags[phrase.last] != "be" and not phrase.people:
            return
        yield phrase
        at = phrase.last


@cache
def _telling() -> frozenset[str]:
    return cue("include") | {"of", "were", "are"}


def _told_of(reading: Reading, index: int) -> Phrase | None:
    """Those of the dead or the wounded at word `index` of whom something is told."""
    line = reading.line
    at = index + 1 + (line.tags[index + 1] == "adv")  # "the dead also include"
    following = line.words[at]
    if following in cue("include"):
        phrase = reading.object_after(at)
        return phrase if phrase is not None and phrase.people else None
    if line.tags[at] == "be" and line.words[index - 1] == "the":
        those = reading.object_after(at)  # "the dead were two clerks"
        told = those is not None and those.people and line.tags[those.last] not in ("T", "verb")
        if those is not None and told and (those.count is not None or not those.plural):
            return those
    if following == ",":  # "of the dead, six were children"
        phrase, begin = reading.phrases.get(index + 2), max(0, index - 6)
        opening = line.words[begin:index]
        if phrase is None or line.tags[phrase.last] not in ("be", "have") or "of" not in opening:
            return None
        if line.tags[begin + opening.index("of") - 1] not in ("", ",", ";", "-"):
            return None
    else:
        phrase = reading.by_end.get(index + 1)
        described = line.tags[index + 1] == "w"  # "two of the dead oaks"
        if phrase is None or phrase.noun != index or described or line.words[index - 1] != "the":
            return None
    told = "T" in line.tags[phrase.last : phrase.last + 5]
    return phrase if phrase.count is not None and phrase.victims and not told else None


def _of_victims(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "two of the victims were clerks", "the victims included two clerks"; what befell them
    is told elsewhere."""
    if reading.line.words[index] in cue("include"):
        included = reading.object_after(index)
        if included is not None and included.people:
            link = link_to(included, sense, OF_VICTIMS, index, scope="part")
            yield from with_list(link, list_right(reading, included))
        return
    line, at = reading.line, index + 1
    phrase = reading.by_end.get(at)
    if line.words[at] == "," and index < 2:  # "of the victims, six were boys"
        phrase = reading.phrases.get(at + 1)
        at = phrase.last if phrase is not None else at
    ahead = line.tags[at : at + 6]
    if phrase is not None and phrase.count and ahead[0] in ("be", "have") and "T" not in ahead:
        yield link_to(phrase, sense, OF_VICTIMS, index, scope="part")


RULES = (
    Frame(
        id="casualties.among",
        about="Those who are among the dead or the wounded: a part of a total not given here.",
        frames=("among",),
        find=_among,
        yes=(Example("[[Two nurses]] are among the injured.", "wounded 2 nurses"),),
        no=("Two nurses walked among the injured.",),
    ),
    Frame(
        id="casualties.some_of",
        about="So many of the dead or the wounded, or whom these include.",
        frames=("adj", "verb", "count-noun"),
        after=frozenset(("be", "have", "verb", ",", "prep", "w", "adv")),
        words=_telling,
        find=_some_of,
        yes=(
            Example("[[Eleven of the dead]] were children.", "killed 11 dead"),
            Example("[[Two of the wounded]] were flown to Ost.", "wounded 2 wounded"),
            Example("[[Two of the wounded]] have left Ost.", "wounded 2 wounded"),
            Example("Of the dead, [[six]] were children.", "killed 6"),
            Example("Of those injured, [[two nurses]] are at home.", "wounded 2 nurses"),
            Example("The dead included [[six children]].", "killed 6 children"),
            Example("The dead also include [[two monks]].", "killed 2 monks"),
            Example("The dead were [[two monks]] and a boy.", "killed 2 monks"),
            Example("The injured were a boy and [[two monks]].", "wounded 2 monks"),
        ),
        no=(
            "Eleven of the dead cows were sold.",
            "The heirs of the dead, two were told, are poor.",
            "The dead wood included six oaks.",
            "The dead were two miles away.",
        ),
    ),
    Frame(
        id=OF_VICTIMS,
        about="Some of the victims, where the article tells of killed or wounded.",
        frames=("victims",),
        counted=("plain",),
        find=_of_victims,
        yes=(
            Example("A blast killed nine. [[Two of the victims]] were clerks.", "killed 2 victims"),
            Example(
                "A blast wounded nine people. [[Two of the victims]] were clerks.",
                "wounded 2 victims",
            ),
            Example("A blast killed nine. The victims included [[two Danes]].", "killed 2 Danes"),
        ),
        no=(
            "Two of the victims were cheated.",
            "A blast hurt nine men. The victims were two.",
        ),
    ),
)
