"""Dying: who is the subject of "died", who is dead, hurt or missing, who is beaten to death."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from corpuskit.scan import Example
from corpuskit_casualties.reading import Reading
from corpuskit_casualties.rules.base import (
    ADJACENT,
    NOTHING,
    WALKED,
    Frame,
    Link,
    left_unreal,
    with_list,
    with_others,
)
from corpuskit_casualties.words import Sense

__all__ = ["OF_VICTIMS", "RULES"]

OF_VICTIMS = "casualties.of_victims"


def _died(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    group = reading.group(index)
    unreal = "negated" if group.negated else ""
    if group.modal or (group.to and not group.have):
        unreal = "it did not happen, or nobody says that it did"
    phrase, _ = reading.subject(group.start, group.number)
    link = Link(
        phrase=phrase or NOTHING,
        kind=sense.kind,
        rule="casualties.died",
        trigger=index,
        strength=ADJACENT if phrase is not None and phrase.last == group.start else WALKED,
        needs=sense.needs,
        group=group,
        unreal=unreal,
    )
    if phrase is None and sense.term == "drowned":  # "the flood drowned 12 people"
        drowned = reading.object_after(index)
        if drowned is not None and drowned.count is not None and drowned.people:
            phrase = drowned
            link = link._replace(phrase=phrase)
    if phrase is not None:
        yield from with_list(link, chain(reading.list_left(phrase), reading.ellipsis(index)))
    yield from with_others(link, reading)


def _dead(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    group = reading.group(index)
    line = reading.line
    before = reading.by_end.get(group.start)
    if not group.be and before is not None:
        if _describes(reading, index):
            return
        link = Link(
            phrase=before,
            kind=sense.kind,
            rule="casualties.dead",
            trigger=index,
            needs=sense.needs,
            group=group,
            unreal=left_unreal(reading, before.first),
        )
        yield from with_list(link, reading.list_left(before))
    elif group.be:
        phrase, _ = reading.subject(group.start, group.number)
        left = line.words[group.start : index]
        if phrase is None and not ({"left", "found"} & set(left)):
            return
        if phrase is None:
            return
        strength = ADJACENT if phrase.last == group.start else WALKED
        unreal = "negated" if group.negated else ""
        if group.modal:
            unreal = "a modal verb: it did not happen, or nobody says that it did"
        yield from with_list(
            Link(
                phrase=phrase,
                kind=sense.kind,
                rule="casualties.dead",
                trigger=index,
                strength=strength,
                needs=sense.needs,
                group=group,
                unreal=unreal,
            ),
            reading.list_left(phrase),
        )


_AFTER_ACRONYM = frozenset(("", ",", ".", ";", ")", "/", "-", "conj", "prep", "subprep", "#"))


def _acronym(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "3 KIA, 7 WIA": in capitals, and no make of car."""
    line = reading.line
    if line.written(index).isupper() and line.tags[index + 1] in _AFTER_ACRONYM:
        for link in _dead(reading, index, sense):
            yield link._replace(rule="casualties.acronym")


def _critical(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "one dead and two critical": a bare count, beside others who were killed or hurt."""
    line, before = reading.line, reading.by_end.get(index)
    if before is None or before.noun is not None or before.count is None:
        return
    ends = line.tags[index + 1] in ("", ",", ".", ";", "conj", "subprep")
    if ends and any(rows[0].frame != "critical" for rows in line.senses.values()):
        yield Link(phrase=before, kind=sense.kind, rule="casualties.critical", trigger=index)


def _of_victims(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "two of the victims were clerks"; what befell them is told elsewhere."""
    phrase = reading.by_end.get(index + 1)
    ahead = reading.line.tags[index + 1 : index + 7]
    if phrase is None or phrase.count is None or ahead[0] != "be" or "T" in ahead:
        return
    yield Link(phrase=phrase, kind=sense.kind, rule=OF_VICTIMS, trigger=index, scope="part")


def _describes(reading: Reading, index: int) -> bool:
    """As in "the missing link", "two dead cows": the word after is what it describes."""
    return reading.line.tags[index + 1] in ("x", "X", "'s")


def _describing(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "two wounded soldiers": the trigger stands inside the phrase, before its noun."""
    phrase = reading.around(index) if reading.line.tags[index] == "T" else None
    if phrase is None:
        return
    noun = phrase.noun == index + 1 and sense.form in ("sg", "base")  # "two murder victims"
    if not (noun or sense.frame == "adj" or sense.form in ("ed", "ppl")):
        return
    inner = phrase.inner
    counted = inner is not None and inner.count is not None
    part = inner is not None and inner.determined and not counted  # "five of the dead men"
    yield Link(
        phrase=inner if inner is not None and counted else phrase,  # "17 of the 40 injured": 40
        kind=sense.kind,
        rule="casualties.describing",
        trigger=index,
        needs=sense.needs,
        scope="part" if part else "",
    )


_INCLUDE = frozenset(("include", "included", "includes"))


def _included(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "the dead included six children"."""
    line = reading.line
    if line.words[index - 1] != "the" or line.words[index + 1] not in _INCLUDE:
        return
    phrase = reading.object_after(index + 1)
    if phrase is not None and phrase.people:
        link = Link(
            phrase=phrase, kind=sense.kind, rule="casualties.included", trigger=index,
            scope="part",
        )  # fmt: skip
        yield from with_list(link, reading.list_right(phrase))


def _of_the(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "of the dead, six were children", "of those injured, two are in hospital"."""
    line = reading.line
    phrase = reading.phrases.get(index + 2) if line.words[index + 1] == "," else None
    if phrase is None or phrase.count is None or not phrase.victims:
        return
    ahead = line.tags[phrase.last : phrase.last + 5]
    if not ahead or ahead[0] not in ("be", "have") or "T" in ahead:
        return
    opening = line.words[max(0, index - 6) : index]
    if "of" not in opening or line.tags[index - len(opening) + opening.index("of") - 1] not in (
        "", ",", ";", "-",
    ):  # fmt: skip
        return
    yield Link(
        phrase=phrase, kind=sense.kind, rule="casualties.of_the", trigger=index, scope="part"
    )


def _some_of(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "eleven of the dead were children": the trigger itself is the noun."""
    line = reading.line
    if line.tags[index + 1] != "be" or line.words[index - 1] != "the":
        return
    phrase = reading.by_end.get(index + 1)
    if phrase is None or phrase.noun != index or phrase.count is None:
        return
    if line.words[index - 2] == "of" and "T" not in line.tags[index + 1 : index + 4]:
        yield Link(
            phrase=phrase, kind=sense.kind, rule="casualties.some_of", trigger=index,
            scope="part",
        )  # fmt: skip


_DEADLY = frozenset(
    "beat beaten beating battered hacked hacking clubbed clubbing stoned stoning crushed crushing "
    "trampled bludgeoned burned burnt burning buried burying roasted strangled shot shooting "
    "choked starved tortured kicked knifed dragged speared slashed chopped".split()
)


def _result(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "beat two men to death", "burned three people alive"."""
    phrase = reading.by_end.get(index)
    if phrase is None or not (phrase.people or phrase.noun is None):
        return
    verb = reading.start(phrase) - 1
    if reading.line.words[verb] not in _DEADLY:
        return
    group = reading.group(verb)
    unreal = "negated" if group.negated else "it did not happen" if group.modal or group.to else ""
    yield Link(
        phrase=phrase, kind=sense.kind, rule="casualties.result", trigger=index, group=group,
        unreal=unreal,
    )  # fmt: skip


RULES = (
    Frame(
        id=OF_VICTIMS,
        about="Some of the victims, where the article tells of killed or wounded.",
        frames=("victims",),
        find=_of_victims,
        yes=(
            Example("A blast killed nine. [[Two of the victims]] were clerks.", "killed 2 victims"),
            Example(
                "A blast wounded nine people. [[Two of the victims]] were clerks.",
                "wounded 2 victims",
            ),
        ),
        no=(
            "Two of the victims were cheated.",
            "A blast hurt nine men. The victims were two.",
        ),
    ),
    Frame(
        id="casualties.critical",
        about="Those who are critical, beside others who were killed or hurt.",
        frames=("critical",),
        find=_critical,
        yes=(Example("The crash left one dead and [[two]] critical.", "wounded 2"),),
        no=("Two were critical of the plan.", "One died; two critical years followed."),
    ),
    Frame(
        id="casualties.acronym",
        about="Killed or wounded in action, as war diaries write it.",
        frames=("acronym",),
        capitals=True,
        find=_acronym,
        yes=(Example("Raid at Oru: [[3]] KIA, 7 WIA.", "killed 3"),),
        no=("Raiders stole 3 KIA vans.", "They sold 3 Kia."),
    ),
    Frame(
        id="casualties.result",
        about="Those who are beaten to death or burned alive, named between the two words.",
        frames=("result",),
        find=_result,
        yes=(
            Example("The mob beat [[two men]] to death.", "killed 2 men"),
            Example("Raiders burned [[three villagers]] alive.", "killed 3 villagers"),
        ),
        no=("The court sentenced two men to death.", "He found two men alive."),
    ),
    Frame(
        id="casualties.some_of",
        about="So many of the dead or the wounded.",
        frames=("adj", "verb"),
        words=frozenset(("of",)),
        find=_some_of,
        yes=(
            Example("[[Eleven of the dead]] were children.", "killed 11 dead"),
            Example("[[Two of the wounded]] were flown to Ost.", "wounded 2 wounded"),
        ),
        no=("Eleven of the dead cows were sold.",),
    ),
    Frame(
        id="casualties.of_the",
        about="Those of the dead or the injured who are told of: of the dead, six were children.",
        frames=("adj", "verb", "count-noun"),
        words=frozenset(("of",)),
        find=_of_the,
        yes=(
            Example("Of the dead, [[six]] were children.", "killed 6"),
            Example("Of those injured, [[two nurses]] are at home.", "wounded 2 nurses"),
        ),
        no=("The heirs of the dead, two were told, are poor.",),
    ),
    Frame(
        id="casualties.included",
        about="Those whom the dead or the injured include.",
        frames=("adj", "verb"),
        words=_INCLUDE,
        find=_included,
        yes=(Example("The dead included [[six children]].", "killed 6 children"),),
        no=("The dead wood included six oaks.",),
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
    Frame(
        id="casualties.dead",
        about="Those who are dead, hurt or missing, are left or found so.",
        frames=("adj",),
        find=_dead,
        yes=(
            Example("The raid left [[20 villagers]] dead.", "killed 20 villagers"),
            Example("[[Ten]] dead in Morava", "killed 10"),
            Example("[[Three climbers]] are still missing.", "missing 3 climbers"),
        ),
        no=("Three pages are missing.", "It may leave 200 people dead."),
    ),
    Frame(
        id="casualties.describing",
        about="A trigger that describes the noun: two wounded soldiers.",
        frames=("verb", "adj", "noun"),
        find=_describing,
        yes=(
            Example("Helicopters took [[two wounded soldiers]] away.", "wounded 2 soldiers"),
            Example("She wrote to the kin of the [[four murder victims]].", "killed 4 victims"),
        ),
        no=("Helicopters took two wounded horses away.",),
    ),
)
