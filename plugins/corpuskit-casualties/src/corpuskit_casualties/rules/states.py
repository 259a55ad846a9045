"""States: who is dead, hurt or missing, or beaten to death."""

from __future__ import annotations

from collections.abc import Iterator

from corpuskit.scan import Example
from corpuskit_casualties.rules.base import (
    ADJACENT,
    LISTED,
    WALKED,
    Frame,
    Link,
    among,
    left_unreal,
    link_to,
    with_list,
)
from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.sentence.lists import (
    bare_noun,
    before_aside,
    by_comma,
    ellipsis,
    list_left,
)
from corpuskit_casualties.sentence.phrases import Phrase
from corpuskit_casualties.sentence.reading import Reading
from corpuskit_casualties.words import Sense, cue

__all__ = ["RULES"]

_ENDS = frozenset(("", ",", ".", ";", ")", "/", "-", "conj", "prep", "subprep", "percent", "#"))


def _dead(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "20 dead", "three are still missing"."""
    if sense.form and not _stands_so(reading, index, sense.form):
        return
    group = reading.group(index)
    if group.be:
        phrase = reading.subject_of(group)
    else:
        phrase = reading.by_end.get(before_aside(reading, group.start))
        if phrase is None:
            phrase = bare_noun(reading, group.start)
        none = phrase is not None and phrase.count is not None and phrase.count.zero
        if reading.line.tags[index + 1] in (("x", "X", "'s", "w") if none else ("x", "X", "'s")):
            return  # "two dead cows", "no missing links": the word after is what it describes
    if phrase is not None:
        strength = ADJACENT if phrase.last == group.start else WALKED
        unreal = "" if group.be else left_unreal(reading, phrase.first)
        link = link_to(phrase, sense, "casualties.dead", index, group, strength, unreal=unreal)
        whole = phrase.inner
        if not group.be and whole is not None and whole.count is not None:
            none = phrase.count is not None and phrase.count.zero
            if not none and reading.line.tags[index + 1] == "be":
                yield link._replace(scope="part")  # "nine of the 31 dead were boys"
            link = link._replace(phrase=whole)
        yield from with_list(link, list_left(reading, phrase))
        yield from among(link, reading)
        if not group.be:
            for other in by_comma(reading, phrase):
                yield link._replace(phrase=other, strength=LISTED)
        for other in ellipsis(reading, index):
            yield link._replace(phrase=other, strength=LISTED)


def _stands_so(reading: Reading, index: int, form: str) -> bool:
    """As in "3 KIA, 7 WIA", in capitals and no make of car; and a bare count beside others who were
    killed or hurt: "one dead and two critical"."""
    line, bare = reading.line, reading.by_end.get(index)
    following = line.tags[index + 1]
    if form == "capitals":
        return line.has_case and following in _ENDS and line.written(index).isupper()
    beside = len(line.triggers) > 1 and following in _ENDS and following != "prep"
    return beside and bare is not None and bare.noun is None


def _describing(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "two wounded soldiers": the trigger stands inside the phrase, before its noun."""
    phrase = reading.around(index)
    if phrase is None:
        return
    if sense.form in ("sg", "base") and phrase.noun != index + 1:
        return  # "two murder victims", but not "two kill team members"
    inner = phrase.inner
    counted = inner is not None and inner.count is not None
    part = inner is not None and inner.determined and not counted  # "five of the dead men"
    victims = inner if inner is not None and counted else phrase  # "17 of the 40 injured": 40
    yield link_to(
        victims, sense, "casualties.describing", index, scope="part" if part else ""
    )  # fmt: skip


def _result(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "beat two men to death", "drove 300 people from their homes"."""
    phrase = reading.by_end.get(index)
    verb = reading.start(phrase) - 1 if phrase is not None else 0
    if sense.kind == "wounded":
        does = cue("sending")
    else:
        does = cue("driving") if sense.kind == "displaced" else cue("beating")
    if phrase is not None and reading.line.words[verb] in does:
        if sense.kind == "wounded" and _at_work(reading.line, phrase, index):
            return
        yield link_to(phrase, sense, "casualties.result", index, reading.group(verb))


def _at_work(line: Line, phrase: Phrase, index: int) -> bool:
    """As in "sent ten nurses to the hospital", "sent ten men to the hospital to guard it"."""
    staff = phrase.noun is not None and line.words[phrase.noun] in cue("staff")
    return staff or phrase.count is None or line.words[index + 1] in ("to", "for")


RULES = (
    Frame(
        id="casualties.result",
        about="Those beaten to death, driven from home, sent to hospital: between the two words.",
        frames=("result",),
        find=_result,
        yes=(
            Example("The mob beat [[two men]] to death.", "killed 2 men"),
            Example("Raiders burned [[three villagers]] alive.", "killed 3 villagers"),
            Example("It forced [[9 families]] from their homes.", "displaced 9 families"),
            Example("The crash sent [[six people]] to the hospital.", "wounded 6 people"),
            Example("War forced [[9,000 people]] to flee.", "displaced 9000 people"),
        ),
        no=(
            "The court sentenced two men to death.",
            "He found two men alive.",
            "They sent ten nurses to the hospital.",
            "They took two men from their homes.",
        ),
    ),
    Frame(
        id="casualties.dead",
        about="Those who are dead, hurt or missing, are left or found so.",
        frames=("adj",),
        find=_dead,
        yes=(
            Example("The raid left [[20 villagers]] dead.", "killed 20 villagers"),
            Example("[[Ten]] dead in Morava", "killed 10"),
            Example("Police: [[2 officers]], suspect dead after siege", "killed 2 officers"),
            Example("[[Three climbers]] are still missing.", "missing 3 climbers"),
            Example("The blast left [[a guard]] dead.", "killed 1 guard"),
            Example("[[A woman]] is dead after a fire.", "killed 1 woman"),
            Example("[[A climber]] was still missing on Friday.", "missing 1 climber"),
            Example("Raid at Oru: [[3]] KIA, 7 WIA.", "killed 3"),
            Example("The crash left one dead and [[two]] critical.", "wounded 2"),
        ),
        no=(
            "Three pages are missing.",
            "A woman is missing her train.",
            "Police: 2 officers, suspect in dead city",
            "It may leave 200 people dead.",
            "Raiders stole 3 KIA vans.",
            "They sold 3 Kia.",
            "Two were critical of the plan.",
            "One died; two critical years followed.",
        ),
    ),
    Frame(
        id="casualties.describing",
        about="A trigger that describes the noun: two wounded soldiers.",
        frames=("verb", "adj", "noun"),
        forms=("", "ed", "ppl", "sg", "base"),
        after=frozenset(("N", "n", "X", "x", "w")),
        find=_describing,
        yes=(
            Example("Helicopters took [[two wounded soldiers]] away.", "wounded 2 soldiers"),
            Example("She wrote to the kin of the [[four murder victims]].", "killed 4 victims"),
        ),
        no=("Helicopters took two wounded horses away.",),
    ),
)
