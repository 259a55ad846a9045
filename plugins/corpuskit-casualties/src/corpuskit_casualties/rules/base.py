"""Base: what a frame is: a rule that leads from a trigger to the victims in its slot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

import attrs

from corpuskit.scan import Rule
from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.sentence.lists import before_aside, list_left, list_right
from corpuskit_casualties.sentence.phrases import Phrase
from corpuskit_casualties.sentence.reading import Group, Reading
from corpuskit_casualties.words import Kind, Sense

__all__ = [
    "ADJACENT",
    "LISTED",
    "NOTHING",
    "WALKED",
    "Frame",
    "Link",
    "among",
    "before_age",
    "left_unreal",
    "link_to",
    "nearness",
    "others_follow",
    "with_list",
    "with_others",
]

ADJACENT, WALKED, LISTED = 3, 2, 1
NOTHING = Phrase(first=0, last=1)  # of a link that is still to get its phrase
_AGE = [",", "#", ","]
_ALONG = frozenset(
    ("along with", "together with", "alongside", "as well as", "as were", "as was", "as did")
)
_OTHERS = frozenset(("other", "others"))
_ALONG_BEGINS = frozenset(("with", *(phrase.partition(" ")[0] for phrase in _ALONG)))


class Link(NamedTuple):
    """A phrase as the victims of a trigger.

    Attributes:
        phrase: the victims.
        kind: as `Casualty.kind`, or "both" for killed and wounded at once.
        rule: id of the frame.
        trigger: index of the trigger word.
        strength: how near; the strongest link of a phrase wins.
        needs: what the trigger asks of the noun ("person", "mourned", "counted"), or "".
        group: the verb group, where there is one.
        part_of: the phrase that these victims are a part of.
        doubt: "hypothetical" or "rate" where the options let such a count through.
        joint: the count is for killed and wounded together.
        scope: "part" where the trigger says so, else "".
        unreal: why it tells of nothing that happened, "" if it does.
        giver: the verb by which a second source gives its own count, else 0.
    """

    phrase: Phrase
    kind: Kind
    rule: str
    trigger: int
    strength: int = ADJACENT
    needs: str = ""
    group: Group | None = None
    part_of: Phrase | None = None
    doubt: Literal["hypothetical", "rate", ""] = ""
    joint: bool = False
    scope: Literal["part", ""] = ""
    unreal: str = ""
    giver: int = 0


Find = Callable[[Reading, int, Sense], Iterator[Link]]


@attrs.frozen(kw_only=True, eq=False)
class Frame(Rule):
    """A rule over triggers.

    Attributes:
        frames: the values of column `frame` in triggers.tsv that it is for.
        forms: the values of column `form` that it reads; none: any.
        after: classes of the word after the trigger, of which it has one; none: any.
        words: one of these stands in every sentence in which it finds something; none: any.
        phrases: it finds nothing where the sentence has no noun phrase that might be victims.
        capitals: it finds nothing where the text has no capitals or nothing but capitals.
        figures: it finds nothing where the sentence has no number in figures.
        counted: the values of column `form` with which it finds nothing where the sentence has
            no count.
        find: from a reading, a trigger's index and its lexicon row to links. Links carry the
            rule's id.
    """

    frames: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    after: frozenset[str] = frozenset()
    words: Callable[[], frozenset[str]] = frozenset
    phrases: bool = True
    capitals: bool = False
    figures: bool = False
    counted: tuple[str, ...] = ()
    find: Find


def link_to(
    phrase: Phrase,
    sense: Sense,
    rule: str,
    index: int,
    group: Group | None = None,
    strength: int = ADJACENT,
    *,
    unreal: str = "",
    scope: Literal["part", ""] = "",
) -> Link:
    """The link of a trigger's sense at word `index`; its verb group may say that it is unreal."""
    if group is not None and not unreal:
        unreal = group.unreal
    return Link(
        phrase, sense.kind, rule, index, strength, sense.needs, group, scope=scope, unreal=unreal
    )


def with_list(link: Link, others: Iterable[Phrase]) -> Iterator[Link]:
    """`link`, and the same for every phrase in its list."""
    yield link
    for phrase in others:
        yield link._replace(phrase=phrase, strength=LISTED)


def nearness(reading: Reading, subject: Phrase, group: Group) -> int:
    """How near a subject is to its verb; of "two guards and a clerk of the bank were" the second is
    one of a list."""
    line = reading.line
    if subject.last in (group.start, before_age(line, group.start)):
        return ADJACENT
    if line.has_case and subject.last == before_aside(reading, group.start):
        return ADJACENT  # "a clerk, Ana Roe, 46, was"
    joined = group.number == 2 and line.tags[reading.start(subject) - 1] == "conj"
    return LISTED if joined and not subject.plural else WALKED


def before_age(line: Line, end: int) -> int:
    """As in "A man, 34, was shot dead": where what ends at word `end` ends without the age."""
    return end - 3 if end > 2 and line.tags[end - 3 : end] == _AGE else end


def left_unreal(reading: Reading, first: int) -> str:
    """As in "might leave 20 dead": what the verb before the count says."""
    before = reading.line.tags[first - 1]
    if before == "verb":
        return reading.group(first - 1).unreal
    return reading.group(first).unreal if before in ("be", "have") else ""


def with_others(link: Link, reading: Reading) -> Iterator[Link]:
    """As in "was killed along with two of his guards": those named further on."""
    line = reading.line
    if not others_follow(reading, link.trigger):
        return
    for at in range(link.trigger + 1, min(link.trigger + 18, line.size)):
        width = _along(reading, at)
        if width:
            phrase = reading.object_after(at + width - 1)
            if phrase is not None and phrase.people:
                other = link._replace(phrase=phrase, rule="casualties.along")
                yield from with_list(other, list_right(reading, phrase))
            return
        if line.tags[at] in (";", "T", "verb", "be"):
            return


def among(link: Link, reading: Reading) -> Iterator[Link]:
    """As in the headline "Nine children among 14 killed": a part that stands before the whole."""
    line, at = reading.line, reading.start(link.phrase) - 1
    if line.words[at] != "among":
        return
    if line.tags[link.trigger + 1] == "be" and line.tags[at - 1] in ("", ",", ";"):
        some = reading.object_after(link.trigger + 1)  # "among the 14 killed were nine children"
        if some is not None and some.people and line.tags[some.last] != "T":
            for named in (some, *list_right(reading, some)):
                yield link._replace(phrase=named, part_of=link.phrase)
        return
    before = at - 1 if line.tags[at - 1] == "be" else at  # "ten guests were among 38 killed"
    part = reading.by_end.get(before)
    if part is None or not part.victims or (part.count is None and part.plural):
        return
    if part.count is None and line.words[part.first - 1] == "whose":
        return  # "a trader whose brother was among the 13 killed"
    for one in (part, *list_left(reading, part)):
        if one.count is not None or one.determined:
            yield link._replace(phrase=one, part_of=link.phrase)


def others_follow(reading: Reading, index: int) -> bool:
    """Whether a word that begins "along with" and the like stands after word `index`."""
    return not _ALONG_BEGINS.isdisjoint(reading.line.words[index + 1 : index + 18])


def _along(reading: Reading, at: int) -> int:
    """How many words "along with" and the like have at word `at`; 0 if none stands there."""
    line = reading.line
    if line.words[at] == "with":  # "died with nine others"
        return int(line.tags[at - 1] == "T" and not _OTHERS.isdisjoint(line.words[at + 1 : at + 5]))
    if line.words[at] in _ALONG_BEGINS:
        for size in (3, 2, 1):
            if line.phrase(at, at + size) in _ALONG:
                return size
    return 0
