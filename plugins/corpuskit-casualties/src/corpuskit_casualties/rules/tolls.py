"""Tolls: the number that a toll stands at, and victims who are lost or held."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from corpuskit.scan import Example
from corpuskit_casualties.rules.base import WALKED, Frame, Link, link_to, with_list
from corpuskit_casualties.sentence.lists import before_aside, list_right
from corpuskit_casualties.sentence.phrases import Phrase
from corpuskit_casualties.sentence.reading import Reading
from corpuskit_casualties.words import Sense, cue

__all__ = ["RULES"]

_ITEM_ENDS = frozenset((";", ",", ".", "", ")"))
_LABEL_BEGINS = _ITEM_ENDS | {"-", "/"}


def _toll(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "the death toll rose to 45"."""
    if sense.term != "toll" or reading.line.words[index - 1] not in cue("no toll"):
        yield from _toll_from(reading, index, index, sense, "casualties.toll")


@cache
def _numbers() -> frozenset[str]:
    return cue("number of")


def _number_of(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "the number of soldiers killed rose to 19"."""
    words = reading.line.words
    for at in range(index - 1, max(index - 5, -1), -1):
        begin = at - 1 if words[at] == "of" else at
        if words[begin] in _numbers():
            yield from _toll_from(reading, index, begin, sense, "casualties.number_of")
            return


def _toll_from(reading: Reading, index: int, begin: int, sense: Sense, rule: str) -> Iterator[Link]:
    """The count that a toll has: `begin` is its first word, `index` the trigger in it."""
    line = reading.line
    brought = reading.by_end.get(begin - 1)
    if line.words[begin - 1] == "the" and brought is not None:
        if line.words[brought.first - 1] == "to":  # "brings to 63 the number of people killed"
            yield link_to(brought, sense, rule, index)
        return
    for at in range(index + 1, min(index + 24, line.size)):
        if line.tags[at] == "T" and all(s.frame != "treated" for s in line.senses[at]):
            return
        phrase = _toll_at(reading, index, at) if at in reading.phrases else None
        if phrase is not None:
            told = line.words[index + 1 : at]
            victims = reading.by_end.get(index)
            if phrase.noun is None and victims is not None and victims.people:
                phrase = phrase._replace(noun=victims.noun, head="people")
            awaited = "modal" in line.tags[index + 1 : at] or not cue("not yet").isdisjoint(told)
            unreal = "a toll that is feared or awaited" if awaited else ""
            yield link_to(phrase, sense, rule, index, None, WALKED, unreal=unreal)
            return


def _toll_at(reading: Reading, index: int, at: int) -> Phrase | None:
    """The phrase at word `at` if it is what the toll at word `index` has come to."""
    line, phrase = reading.line, reading.phrases[at]
    if phrase.count is None:
        return None
    lead = line.words[at - 1] if line.tags[at - 1] != "det" else line.words[at - 2]
    ranging = lead == "from" and line.words[at - 2] in cue("ranging")
    alone = at == index + 1 and phrase.noun is None and line.tags[phrase.last] in _ITEM_ENDS
    leads = cue("toll to") if at < index + 12 else cue("far toll to")
    if lead not in leads and phrase.count.high is None and line.words[at] in cue("rising past"):
        lead = line.words[at]  # "has risen above 300"
    given = lead == "as" and at == index + 2  # "gave the number of dead as 14"
    if not (lead in leads or ranging or alone or given):
        return None
    if line.tags[phrase.last] == "be" and line.words[phrase.last + 1] in cue("revising"):
        return None  # "an earlier toll of 51 was revised to 44"
    if not cue("earlier").isdisjoint(line.words[max(index, at - 5) : at]):
        return None
    if ranging and line.words[phrase.last] == "to":  # "from 60 to more than 200"
        most = reading.phrases.get(phrase.last + 1)
        if most is not None and most.count is not None and most.noun is None:
            count = phrase.count._replace(best=None, high=most.count.high)
            return phrase._replace(count=count, last=most.last)
    mark = phrase.noun is not None and line.words[phrase.noun] == "mark"
    if mark or (lead in cue("passing") and phrase.noun is None):  # "crossed the 700 mark"
        count = phrase.count._replace(high=None)
        return phrase._replace(count=count, noun=None, head="none", last=count.last)
    return phrase if phrase.head in ("people", "none") else None


def _put_at(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "doctors put the dead at 34 and the injured at 60"."""
    words, phrase = reading.line.words, reading.phrases.get(index + 2)
    verb = words[index - 2]
    put = words[index - 1] == "the" and (verb == "and" or verb in cue("putting"))
    if put and words[index + 1] == "at" and phrase is not None and phrase.head != "thing":
        yield link_to(phrase, sense, "casualties.put_at", index)


def _lost(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "the brigade lost 12 men"."""
    phrase, words = reading.object_after(index), reading.line.words
    if phrase is not None and phrase.count is not None:
        if reading.line.tags[phrase.last] == "T":
            return  # "lost 40 men killed and wounded": the words behind tell what became of them
        if words[phrase.last] == "to" and words[phrase.last + 1] in cue("sparing lives"):
            return
        link = link_to(phrase, sense, "casualties.lost", index, reading.group(index))
        yield from with_list(link, list_right(reading, phrase))
    elif phrase is not None and phrase.determined and not phrase.plural:
        others = list(list_right(reading, phrase))  # "lost his wife and two sons"
        if any(other.count is not None for other in others):
            link = link_to(phrase, sense, "casualties.lost", index, reading.group(index))
            yield from with_list(link, others)


def _colon(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "Killed: 25; wounded: 41", "Killed: 5 soldiers, 3 civilians"."""
    line, phrase = reading.line, reading.phrases.get(index + 2)
    if phrase is None:
        return
    link = link_to(phrase, sense, "casualties.colon", index)
    if phrase.noun is not None:
        label = line.tags[index - (line.tags[index - 1] == "det") - 1] in _LABEL_BEGINS
        if label and phrase.people and line.words[index + 1] == ":":
            yield from with_list(link, list_right(reading, phrase))
        return
    last = phrase.last
    label = line.tags[last] in ("T", "N") and ":" in line.words[last + 1 : last + 4]
    if label or line.tags[last] in (*_ITEM_ENDS, "("):  # "killed: 25 wounded: 41"
        yield link


def _hostage(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "took two men hostage", "took ten prisoners"."""
    line, people = reading.line, sense.form == "people"
    phrase = reading.by_end.get(index + 1 if people else before_aside(reading, index))
    if phrase is None or (people and phrase.count is None):
        return
    held = not cue("holding").isdisjoint(line.words[max(0, phrase.first - 2) : phrase.first])
    if people and phrase.one_or_more_of and line.tags[phrase.first - 1] == "T":
        return  # "killed three of the hostages": told by that verb
    if line.words[phrase.first + 1] in cue("sparing"):
        return  # "freed all but two of the 12 hostages"
    if held or sense.term == "hostages":
        whole = phrase.inner if people and phrase.inner and phrase.inner.count else phrase
        group = reading.group(phrase.first - 1)
        link = link_to(whole, sense, "casualties.hostage", index, group)
        yield link._replace(unreal="") if group.to else link  # "used them to hold ten hostage"
        return
    joined = reading.start(phrase) - 1  # "took a priest and ten nuns hostage"
    first = reading.by_end.get(joined) if line.words[joined] == "and" else None
    begin = reading.start(first) if first is not None else 0
    if first is not None and line.words[begin - 1] in cue("holding"):
        link = link_to(first, sense, "casualties.hostage", index, reading.group(begin - 1))
        yield from with_list(link, list_right(reading, first))


RULES = (
    Frame(
        id="casualties.toll",
        about="The number that a toll rises to, stands at or is.",
        frames=("toll",),
        counted=("",),
        find=_toll,
        yes=(
            Example("The death toll rose from 31 to [[45]].", "killed 45"),
            Example("A toll of 51 was revised to [[44]].", "killed 44"),
            Example("The number of injured stood at [[about 200]].", "wounded ~200"),
        ),
        no=("The toll road cost 45 million.", "The toll rose by 12."),
    ),
    Frame(
        id="casualties.number_of",
        about="The number that the number of those killed or hurt rises to or is brought to.",
        frames=("verb", "adj"),
        words=_numbers,
        find=_number_of,
        yes=(
            Example("It brought to [[19]] the number of guards killed.", "killed 19"),
            Example("The number of miners injured rose to [[40]].", "wounded 40 miners"),
            Example("Estimates of the dead range from [[40 to 90]].", "killed 40-90"),
        ),
        no=("A number of miners killed time in Ost until 10.",),
    ),
    Frame(
        id="casualties.put_at",
        about="The number at which somebody puts the dead or the wounded.",
        frames=("adj", "verb"),
        forms=("", "ed", "ppl"),
        words=lambda: cue("putting"),
        after=frozenset(("prep",)),
        find=_put_at,
        yes=(
            Example("Doctors put the dead at [[34]].", "killed 34"),
            Example("They put the dead at 34 and the injured at [[60]].", "wounded 60"),
        ),
        no=("They put the dead at two sites.", "They put the injured to bed at 10."),
    ),
    Frame(
        id="casualties.colon",
        about="The number or the victims after a colon, as lists and tables have them.",
        frames=("verb", "adj", "noun", "count-noun"),
        after=frozenset((":", "-")),
        find=_colon,
        yes=(
            Example("Killed: [[25]]; wounded: 41.", "killed 25"),
            Example("Killed: 5 soldiers, [[three nurses]].", "killed 3 nurses"),
        ),
        no=("Killed: 25 sheep, 3 goats.", "Asked about those killed: two nurses wept."),
    ),
    Frame(
        id="casualties.lost",
        about="Fighters, family and crew that somebody lost.",
        frames=("lost",),
        counted=("ed", "ing", "base", "s"),
        find=_lost,
        yes=(
            Example("The brigade lost [[12 soldiers]].", "killed 12 soldiers"),
            Example("He lost his wife and [[two sons]].", "killed 2 sons"),
            Example("He lost [[his wife]] and two sons.", "killed 1 wife"),
        ),
        no=(
            "The team lost three players.",
            "The club lost four men to injury.",
            "The firm lost its chairman and two directors.",
            "The brigade lost 12 soldiers hurt in the raid.",
        ),
    ),
    Frame(
        id="casualties.hostage",
        about="Those who are taken or held hostage or prisoner.",
        frames=("hostage",),
        counted=("people",),
        find=_hostage,
        yes=(
            Example("The rebels took [[four nurses]] hostage.", "captured 4 nurses"),
            Example("The army took [[60 prisoners]].", "captured 60 prisoners"),
            Example("They took [[a priest]] and ten nuns hostage.", "captured 1 priest"),
        ),
        no=("The hostages gave an interview.", "The warden fed 60 prisoners."),
    ),
)
