"""Nouns: whose death, murder, loss or capture it is, and counts of deaths."""

from __future__ import annotations

from collections.abc import Iterator

from corpuskit.scan import Example
from corpuskit_casualties.rules.base import (
    ADJACENT,
    LISTED,
    NOTHING,
    WALKED,
    Frame,
    Link,
    link_to,
    with_list,
)
from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.sentence.lists import ellipsis, list_from, list_right
from corpuskit_casualties.sentence.phrases import Phrase
from corpuskit_casualties.sentence.reading import Reading
from corpuskit_casualties.words import Sense, cue, look_up

__all__ = ["RULES", "counted_deaths", "victims_after"]

_BETWEEN = frozenset(
    ("adv", "w", "x", "day", "month", "prep", "#", "det", "X", "'s", "numw", "conj")
)
_VERBS = frozenset(("be", "have", "verb", "modal", "found", "T"))
_LEADING = frozenset(("prep", "subprep", "sub"))
_DESCRIBED = frozenset(("det", "w", "'s", "#", "numw"))
_WORDS = frozenset(("w", "x", "n", "adv"))


def _of(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "the death yesterday of nine people"."""
    at = index if sense.frame == "noun-of" else _of_index(reading, index)
    if at is not None:
        strength = ADJACENT if at == index + 1 else WALKED
        unreal = _of_unreal(reading, index)
        link = link_to(NOTHING, sense, "casualties.of", index, None, strength, unreal=unreal)
        yield from victims_after(reading, at, link)


def victims_after(reading: Reading, at: int, link: Link) -> Iterator[Link]:
    """`link` with the victims in the slot after word `at`, which is "of"."""
    phrase = reading.object_after(at)
    if phrase is not None:
        if phrase.victims:
            others = list_right(reading, phrase, _verb_of(reading.line, link.trigger))
            yield from with_list(link._replace(phrase=phrase), others)
    elif reading.line.tags[at + 1] in ("w", "n", "det", "'s"):
        for other in list_from(reading, at + 1):
            yield link._replace(phrase=other, strength=LISTED)


def _verb_of(line: Line, noun: int) -> int:
    """Where the verb begins whose subject the noun is: "the bodies of a clerk and her son were";
    -1 if it may be none: "since the deaths of", "found the bodies of"."""
    tags, before = line.tags, noun - 1
    while tags[before] in _DESCRIBED:
        before -= 1
    if tags[before] in _LEADING or not _VERBS.isdisjoint(tags[:noun]):
        return -1
    return next((at for at in range(noun + 1, line.size) if tags[at] in _VERBS), -1)


def _of_index(reading: Reading, index: int) -> int | None:
    line = reading.line
    begin = _past_insertion(reading, index + 1)
    for at in range(begin, min(begin + 9, line.size)):
        counted = at in reading.phrases and reading.phrases[at].count
        if line.words[at] == "of":
            if line.words[at - 1] == "out":
                return None  # "17 deaths out of 41 cases"
            if line.tags[at + 1] == "#" and line.tags[at + 2] == "month":
                continue  # "the murder on the evening of 27 May of two nuns"
            return at
        if line.tags[at] == "T" and line.tags[at - 1] == "conj":
            continue
        if line.tags[at] not in _BETWEEN or counted:
            return None
    return None


def _past_insertion(reading: Reading, at: int) -> int:
    """As in "the massacre -- the army knew of it -- of 80 people": past what dashes enclose."""
    line = reading.line
    mark = line.tags[at]
    if mark not in ("-", ","):
        return at
    for close in range(at + 2, min(at + 16, line.size - 1)):
        if line.tags[close] == mark and line.words[close + 1] == "of":
            return close + 1
    return at


def _of_unreal(reading: Reading, index: int) -> str:
    line = reading.line
    at = index - 1
    while line.tags[at] in ("det", "w", "adv", "prep") and index - at < 6:
        if line.words[at] in cue("plan"):
            break
        at -= 1
    if line.words[at] in cue("plan"):
        return f"{line.words[at]}: a plan, a threat or an attempt"
    return reading.group(at).unreal if line.words[at] in cue("cause") else ""


def counted_deaths(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "12 deaths", "three more fatalities", "no casualties"."""
    line = reading.line
    at = index
    while index - at < 4 and at not in reading.by_end and line.tags[at - 1] in _WORDS:
        at -= 1
    if at < index and at not in reading.by_end and line.tags[at - 1] == "conj":
        at -= 1  # "30 military and civilian deaths"
    phrase = reading.by_end.get(at) or reading.by_end.get(index + 1)
    if phrase is None:
        return
    if phrase.noun == index and line.words[index - 1] == "of":
        phrase = phrase._replace(noun=None, head="none", inner=None)
    some = sense.form == "plural" and line.words[index - 2 : index] == ["of", "the"]
    if some and phrase.noun == index:  # "43 of the deaths"
        phrase = phrase._replace(noun=None, head="none", inner=None)
    if phrase.count is None or (phrase.noun is not None and phrase.people and phrase.plural):
        return  # but "12 civilian deaths"
    if line.tags[at] == "conj" and phrase.head == "thing":
        return
    if line.tags[index + 1] in (("w", "x", "n", "X") if phrase.count.zero else ("x", "X")):
        return
    part: Phrase | None = None
    if phrase.inner is not None and phrase.inner.count is not None:  # "eight of the 14 killings"
        part, phrase = phrase, phrase.inner
    count = phrase.count
    if count is None or line.words[index + 1] == "than":  # "many more deaths than theirs"
        return
    if sense.form == "events":  # "40 massacres" are no 40 victims
        return
    singular = sense.frame == "noun" and sense.form not in ("plural", "acts")
    if singular and not (count.zero or count.single):
        return
    bare = phrase._replace(noun=None, head="none", last=count.last)
    if sense.kind == "both" and line.words[phrase.first - 1] in cue("treating"):
        sense = sense._replace(kind="wounded")  # "the hospital is treating 18 casualties"
    caused = line.words[phrase.first - 1] in cue("cause")  # "may cause 12 deaths"
    group = reading.group(phrase.first - 1) if caused else None
    link = link_to(bare, sense, "casualties.deaths", index, group, scope="part" if some else "")
    yield from with_list(link, (*ellipsis(reading, index), *_by_place(reading, index)))
    if part is not None and part.count is not None and part.count.exact and not part.count.zero:
        some_of = part._replace(noun=None, head="none", last=part.count.last, inner=None)
        yield link._replace(phrase=some_of, part_of=bare)


def _by_place(reading: Reading, index: int) -> Iterator[Phrase]:
    """As in "Velm had 12 deaths, Old Oru nine and Bresk four": what each place had."""
    line, at = reading.line, index + 1
    while line.has_case and (line.tags[at] == "," or line.words[at] == "and"):
        begin = at + 1 + (line.words[at + 1] == "and")
        at = begin
        while at not in reading.phrases and line.written(at)[:1].isupper():
            at += 1
        phrase = reading.phrases.get(at)
        if at == begin or phrase is None or phrase.count is None or phrase.noun is not None:
            return
        if line.tags[phrase.last] not in (",", ";", ".", "", "conj"):
            return
        yield phrase
        at = phrase.last


def _owner(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "the six Jesuits' murder"."""
    line = reading.line
    owner = index - 1
    if line.tags[owner] != "'s" or look_up(line.words[owner].rstrip("'")).tag != "N":
        return
    at = owner
    while at not in reading.by_end and line.tags[at - 1] in ("w", "n", "x"):
        at -= 1
    first, count, counted = at, None, reading.by_end.get(at)
    if counted is not None and counted.count and (not counted.people or not counted.plural):
        first, count = counted.first, counted.count  # "the six Jesuit priests' murder"
    phrase = Phrase(
        first=first, last=index, count=count, noun=owner, head="people", determined=True
    )  # fmt: skip
    yield link_to(phrase, sense, "casualties.owner", index)._replace(needs="")


RULES = (
    Frame(
        id="casualties.owner",
        about="Those whose death or murder it is, as its owners.",
        frames=("noun",),
        phrases=False,
        find=_owner,
        yes=(Example("The [[six monks]]' murder was solved.", "killed 6 monks"),),
        no=("The judge's murder trial took two weeks.",),
    ),
    Frame(
        id="casualties.of",
        about="The one whose death, murder, loss or capture it is.",
        frames=("noun", "noun-of"),
        find=_of,
        yes=(
            Example("after the loss of [[seven border guards]]", "killed 7 guards"),
            Example("the death on Monday of [[nine miners]]", "killed 9 miners"),
        ),
        no=("the murder of two crows", "It may cause the death of 30 people."),
    ),
    Frame(
        id="casualties.deaths",
        about="A count of deaths, fatalities or casualties, with no noun for the victims.",
        frames=("noun", "count-noun"),
        find=counted_deaths,
        yes=(
            Example("Police spoke of [[12]] deaths.", "killed 12"),
            Example("There were [[no]] fatalities.", "killed 0"),
            Example("Velm had 12 deaths, Old Oru [[nine]].", "killed 9"),
        ),
        no=("two counts of murder", "12 percent of deaths"),
    ),
)
