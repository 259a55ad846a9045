"""Tolls: the number that a toll stands at, and victims who are lost or held."""

from __future__ import annotations

from collections.abc import Iterator

from corpuskit.scan import Example
from corpuskit_casualties.figures import RANGING
from corpuskit_casualties.phrases import Phrase
from corpuskit_casualties.reading import Reading
from corpuskit_casualties.rules.base import WALKED, Frame, Link, with_list
from corpuskit_casualties.words import Sense

__all__ = ["RULES"]

_LEADS = frozenset(
    "to at of is was be past reached reaches above over exceeded exceeds passed : stands now "
    "touches touched hits hit nears neared mounts".split()
)
_ENDS = frozenset(("", ".", ",", ";", "conj"))
_AWAITED = frozenset(("expected", "likely", "feared", "set"))
_FAR_LEADS = frozenset("to at reached reaches passed exceeded".split())
_PASSING = frozenset("crossed crosses topped tops surpassed passed exceeded exceeds".split())
_NUMBERS = frozenset(("number", "total"))
_EARLIER = frozenset("earlier previously initially originally first".split())
_NOT_TOLL = frozenset(("from", "by", "than"))


def _toll(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "the death toll rose to 45"."""
    line = reading.line
    if sense.term == "toll" and line.words[index - 1] in (
        "road",
        "bridge",
        "highway",
        "heavy",
        "its",
        "their",
    ):
        return
    yield from _toll_from(reading, index, index, sense, "casualties.toll")


def _toll_from(reading: Reading, index: int, begin: int, sense: Sense, rule: str) -> Iterator[Link]:
    """The count that a toll has: `begin` is its first word, `index` the trigger in it."""
    line = reading.line
    brought = reading.by_end.get(begin - 1)
    if line.words[begin - 1] == "the" and brought is not None and brought.count is not None:
        if line.words[brought.first - 1] == "to":  # "brings to 63 the number of people killed"
            yield Link(phrase=brought, kind=sense.kind, rule=rule, trigger=index)
        return
    for at in range(index + 1, min(index + 24, line.size)):
        treated = any(sense.frame == "treated" for sense in line.senses.get(at, ()))
        if line.tags[at] == ";" or (line.tags[at] == "T" and not treated):
            return
        phrase = reading.phrases.get(at)
        if phrase is None or phrase.count is None:
            continue
        ranging = line.words[at - 1] == "from" and line.words[at - 2] in RANGING
        if line.words[at - 1] in _NOT_TOLL and not ranging:
            continue
        if not _EARLIER.isdisjoint(line.words[max(index, at - 5) : at]):
            continue
        mark = phrase.noun is not None and line.words[phrase.noun] == "mark"
        if not mark and (phrase.head == "thing" or (phrase.head == "unknown")):
            continue
        leads = _LEADS if at < index + 12 else _FAR_LEADS
        lead = line.words[at - 1] if line.tags[at - 1] != "det" else line.words[at - 2]
        if lead in _PASSING:
            phrase = _passed(phrase)
        bare = at == index + 1 and phrase.noun is None and line.tags[phrase.last] in _ENDS
        if lead in leads or lead in _PASSING or bare or ranging:
            told = line.words[index + 1 : at]
            modal = "modal" in line.tags[index + 1 : at] or not _AWAITED.isdisjoint(told)
            yield Link(
                phrase=phrase, kind=sense.kind, rule=rule, trigger=index,
                strength=WALKED, unreal="a toll that is feared or awaited" if modal else "",
            )  # fmt: skip
            return


def _number_of(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "the number of soldiers killed rose to 19"."""
    line = reading.line
    if line.tags[index - 1] not in ("N", "w") and line.words[index - 1] != "of":
        return
    for at in range(index - 1, max(index - 5, -1), -1):
        begin = at - 1 if line.words[at] == "of" else at
        if line.words[begin] in _NUMBERS:
            yield from _toll_from(reading, index, begin, sense, "casualties.number_of")
            return


def _passed(phrase: Phrase) -> Phrase:
    """As in "crossed the 700 mark": at least so many."""
    count = phrase.count
    if count is None or phrase.people:
        return phrase
    count = count._replace(high=None)
    return phrase._replace(count=count, noun=None, head="none", last=count.last)


def _lost(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "the brigade lost 12 men"."""
    group = reading.group(index)
    phrase = reading.object_after(index)
    if phrase is None or phrase.count is None or group.modal or group.negated:
        return
    if group.to and not group.have:  # "claims to have lost 400 men" tells of a loss
        return
    link = Link(
        phrase=phrase, kind="killed", rule="casualties.lost", trigger=index, needs="mourned",
        group=group,
    )  # fmt: skip
    yield from with_list(link, reading.list_right(phrase))


_ITEM_ENDS = frozenset((";", ",", ".", "", ")"))


def _is_label(reading: Reading, index: int) -> bool:
    """As in "killed: 25 wounded: 41": the next word begins the next item."""
    line = reading.line
    return line.tags[index] in ("T", "N") and ":" in line.words[index + 1 : index + 4]


def _colon(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "Killed: 25; wounded: 41"."""
    line = reading.line
    phrase = reading.phrases.get(index + 2)
    if line.tags[index + 1] not in (":", "-") or phrase is None or phrase.count is None:
        return
    ends = line.tags[phrase.last] in _ITEM_ENDS or _is_label(reading, phrase.last)
    if phrase.noun is None and ends:
        yield Link(phrase=phrase, kind=sense.kind, rule="casualties.colon", trigger=index)


_HOLD = frozenset("took take takes taking taken hold holds held holding".split())


def _hostage(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "took two men hostage", "took ten farmers"."""
    line = reading.line
    if sense.form == "people":
        phrase = reading.by_end.get(index + 1)
        if phrase is None or phrase.count is None:
            return
        if phrase.one_or_more_of and line.tags[phrase.first - 1] == "T":
            return  # "killed three of the hostages": told by that verb
        if sense.term == "hostages" or line.words[phrase.first - 1] in _HOLD:
            yield Link(
                phrase=phrase.inner if phrase.inner and phrase.inner.count else phrase,
                kind="captured",
                rule="casualties.hostage",
                trigger=index,
            )
        return
    aside = reading.before_aside(index - 1) if line.tags[index - 1] == "," else index
    phrase = reading.by_end.get(min(aside, index))
    if phrase is None or not (phrase.people or phrase.noun is None):
        return
    if line.words[phrase.first - 1] in _HOLD or line.words[phrase.first - 2] in _HOLD:
        group = reading.group(phrase.first - 1)
        unreal = "negated" if group.negated else "it did not happen" if group.modal else ""
        yield Link(
            phrase=phrase,
            kind="captured",
            rule="casualties.hostage",
            trigger=index,
            group=group,
            unreal=unreal,
        )


def _among(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "two officers are among the wounded", "among the dead were three boys"."""
    group = reading.group(index)
    if group.be:
        phrase, _ = reading.subject(group.start, group.number)
        others = reading.list_left(phrase) if phrase is not None else iter(())
    else:
        at = index + 1
        while reading.line.tags[at] not in ("be", "verb", ",", ";", "T", "") and at < index + 10:
            at += 1
        phrase = reading.object_after(at) if reading.line.tags[at] == "be" else None
        others = reading.list_right(phrase) if phrase is not None else iter(())
    if phrase is not None and phrase.people:
        link = Link(
            phrase=phrase, kind=sense.kind, rule="casualties.among", trigger=index, group=group,
            scope="part",
        )  # fmt: skip
        yield from with_list(link, others)


RULES = (
    Frame(
        id="casualties.toll",
        about="The number that a toll rises to, stands at or is.",
        frames=("toll",),
        find=_toll,
        yes=(
            Example("The death toll rose from 31 to [[45]].", "killed 45"),
            Example("The number of injured stood at [[about 200]].", "wounded ~200"),
        ),
        no=("The toll road cost 45 million.", "The toll rose by 12."),
    ),
    Frame(
        id="casualties.number_of",
        about="The number that the number of those killed or hurt rises to or is brought to.",
        frames=("verb", "adj"),
        words=_NUMBERS,
        find=_number_of,
        yes=(
            Example("It brought to [[19]] the number of guards killed.", "killed 19"),
            Example("The number of miners injured rose to [[40]].", "wounded 40"),
        ),
        no=("A number of miners killed time in Ost until 10.",),
    ),
    Frame(
        id="casualties.colon",
        about="The number after a colon, as lists and tables have it.",
        frames=("verb", "adj", "noun", "count-noun"),
        words=frozenset((":", "-", "\u2013", "\u2014")),
        find=_colon,
        yes=(Example("Killed: [[25]]; wounded: 41.", "killed 25"),),
        no=("Killed: 25 sheep.",),
    ),
    Frame(
        id="casualties.lost",
        about="Fighters, family and crew that somebody lost.",
        frames=("lost",),
        find=_lost,
        yes=(Example("The brigade lost [[12 soldiers]].", "killed 12 soldiers"),),
        no=("The team lost three players.", "She lost 12 games."),
    ),
    Frame(
        id="casualties.hostage",
        about="Those who are taken or held hostage or prisoner.",
        frames=("hostage",),
        find=_hostage,
        yes=(
            Example("The rebels took [[four nurses]] hostage.", "captured 4 nurses"),
            Example("The army took [[60 prisoners]].", "captured 60 prisoners"),
        ),
        no=("The hostages gave an interview.", "The warden fed 60 prisoners."),
    ),
    Frame(
        id="casualties.among",
        about="Those who are among the dead or the wounded: a part of a total not given here.",
        frames=("among",),
        find=_among,
        yes=(Example("[[Two nurses]] are among the injured.", "wounded 2 nurses"),),
        no=("Two nurses walked among the injured.",),
    ),
)
