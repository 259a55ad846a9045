"""Nouns: whose death, murder, loss or capture it is, and counts of deaths, bodies and injuries."""

from __future__ import annotations

from collections.abc import Iterator

from corpuskit.scan import Example
from corpuskit_casualties.phrases import Phrase
from corpuskit_casualties.reading import Reading
from corpuskit_casualties.rules.base import (
    ADJACENT,
    NOTHING,
    WALKED,
    Frame,
    Link,
    with_list,
)
from corpuskit_casualties.words import Sense, look_up

__all__ = ["RULES"]

_BETWEEN = frozenset(
    ("adv", "w", "x", "day", "month", "prep", "#", "det", "X", "'s", "numw", "conj")
)
_WORDS = frozenset(("w", "x", "n", "adv"))
_PLAN = frozenset(
    "plan plans planned planning plot plots plotted plotting attempt attempts attempted attempting "
    "threat threats threaten threatened threatening prevent prevented preventing avoid avoided "
    "avoiding urge urged advocate demand demanded fear fears".split()
)
_CAUSE = frozenset(
    "cause causes causing result results resulting lead leads leading mean claim take bring in "
    "end risk provoke produce".split()
)


def _of(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "the death yesterday of nine people"."""
    at = index if sense.frame == "noun-of" else _of_index(reading, index)
    if at is None:
        return
    link = Link(
        phrase=NOTHING,
        kind=sense.kind,
        rule="casualties.of",
        trigger=index,
        strength=ADJACENT if at == index + 1 else WALKED,
        needs=sense.needs,
        unreal=_of_unreal(reading, index),
    )
    yield from _slot(reading, at, link)


def _slot(reading: Reading, at: int, link: Link) -> Iterator[Link]:
    phrase = reading.object_after(at)
    if phrase is not None:
        if phrase.victims:
            yield from with_list(link._replace(phrase=phrase), reading.list_right(phrase))
    elif reading.line.tags[at + 1] in ("w", "n", "det", "'s"):
        for other in reading.list_from(at + 1):
            yield link._replace(phrase=other, strength=1)


def _of_index(reading: Reading, index: int) -> int | None:
    line = reading.line
    begin = _past_insertion(reading, index + 1)
    for at in range(begin, min(begin + 9, line.size)):
        if line.words[at] == "of" and line.words[at - 1] == "out":
            return None  # "17 deaths out of 41 cases"
        if line.words[at] == "of" and at - 1 not in reading.phrases:
            if line.tags[at + 1] == "#" and line.tags[at + 2] == "month":
                continue  # "the murder on the evening of 27 May of two nuns"
            return at
        if line.tags[at] == "T" and line.tags[at - 1] == "conj":
            continue
        if line.tags[at] not in _BETWEEN or (at in reading.phrases and reading.phrases[at].count):
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
    while at >= 0 and line.tags[at] in ("det", "w", "adv", "prep") and index - at < 6:
        at -= 1
    if line.words[at] in _PLAN:
        return f"{line.words[at]}: a plan, a threat or an attempt"
    if line.words[at] in _CAUSE:
        group = reading.group(at)
        if group.modal or group.to:
            return "it did not happen, or nobody says that it did"
    if line.words[index - 1] in ("attempted", "planned", "possible", "potential", "threatened"):
        return f"{line.words[index - 1]}: it did not happen"
    return ""


def _counted(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "12 deaths", "three more fatalities", "no casualties"."""
    line = reading.line
    at = index
    while at > 0 and index - at < 4 and at not in reading.by_end and line.tags[at - 1] in _WORDS:
        at -= 1
    if at < index and at not in reading.by_end and line.tags[at - 1] == "conj":
        at -= 1  # "30 military and civilian deaths"
    phrase = reading.by_end.get(at) or reading.by_end.get(index + 1)
    if phrase is not None and phrase.noun == index and line.words[index - 1] == "of":
        phrase = phrase._replace(noun=None, head="none", inner=None)
    if phrase is not None and line.tags[at] == "conj" and phrase.head == "thing":
        return
    if phrase is None or phrase.count is None or (phrase.noun is not None and phrase.people):
        return
    if line.tags[index + 1] in (("w", "x", "n", "X") if phrase.count.zero else ("x", "X")):
        return
    if phrase.inner is not None and phrase.inner.count is not None:  # "eight of the 14 killings"
        phrase = phrase.inner
    count = phrase.count
    if count is None or line.words[index + 1] == "than":  # "many more deaths than theirs"
        return
    uncountable = sense.frame == "noun" and sense.form != "plural"
    if (
        sense.term in ("loss", "losses") or sense.form == "events"
    ):  # "40 massacres" are no 40 victims
        return
    if (line.words[phrase.last] == "of" or uncountable) and not (count.zero or count.single):
        return
    bare = phrase._replace(noun=None, head="none", last=count.last)
    commit = line.words[phrase.first - 1] == "commit" and reading.group(phrase.first - 1)
    link = Link(
        phrase=bare, kind=sense.kind, rule="casualties.deaths", trigger=index, needs=sense.needs,
        unreal="a plan" if commit and (commit.to or commit.modal) else "",
    )  # fmt: skip
    yield from with_list(link, reading.ellipsis(index))


_TAKING = frozenset("claim claimed claiming claims cost costing costs took taking taken".split())
_LOSING = frozenset(("loss", "lost", "losing"))


def _lives(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "claimed 79 lives", "the loss of 12 lives", "the lives of 30 people"."""
    line = reading.line
    link = Link(phrase=NOTHING, kind="killed", rule="casualties.lives", trigger=index)
    before = reading.by_end.get(index)
    if before is not None and before.count is not None:
        if line.words[index + 1] == "of":  # "the many lives of Ana Roe"
            return
        if before.noun is not None and line.tags[before.noun] == "N":
            return
        cause = set(line.words[max(0, before.first - 4) : before.first])
        if cause & (_TAKING | _LOSING) or "lost" in line.words[index + 1 : index + 5]:
            group = reading.group(before.first - 1)
            unreal = "it did not happen, or nobody says so" if group.modal or group.to else ""
            yield link._replace(phrase=before, unreal=unreal)
        return
    the_lives_of = line.words[index - 1] == "the" and line.words[index + 1] == "of"
    told = _TAKING & set(line.words[max(0, index - 4) : index])
    if the_lives_of and (told or "lost" in line.words[index + 2 : index + 9]):
        yield from _slot(reading, index + 1, link)


def _bodies(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "12 bodies", "the bodies of three women"."""
    line = reading.line
    at = index + (0 if sense.term == "remains of" else 1)
    counted = reading.by_end.get(index) or reading.by_end.get(index - 1)
    counted = counted if counted is not None and counted.count and not counted.people else None
    if counted is None and (line.words[at] == "of" or sense.term == "remains of"):
        link = Link(
            phrase=NOTHING, kind="killed", rule="casualties.bodies",
            trigger=index, needs="person",
        )  # fmt: skip
        yield from _slot(reading, at, link)
        return
    phrase = reading.by_end.get(index)
    start = index
    while phrase is None and start > 0 and index - start < 3 and line.tags[start - 1] in ("w", "T"):
        start -= 1
        phrase = reading.by_end.get(start)
    if phrase is None or phrase.count is None or phrase.head not in ("none", "unknown"):
        return
    whole = phrase._replace(last=index + 1, noun=index, head="people")
    yield Link(phrase=whole, kind="killed", rule="casualties.bodies", trigger=index)


_HURT = frozenset(
    "suffer suffered suffering suffers sustain sustained sustaining received receive receiving "
    "have had has with treated admitted for hospitalized hospitalised recovering recovered "
    "recover".split()
)


_TREATING = frozenset(("treat", "treated", "treating", "treats"))
_DESCRIBED = frozenset(("w", "adv", "n", "'s", "det", "x", "conj", ",", "prep"))


def _injury(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "ten others received injuries", "injuries to two women", "30 victims with wounds"."""
    line = reading.line
    if line.words[index + 1] in ("to", "on", "of", "among"):
        phrase = reading.object_after(index + 1)
        if phrase is not None and phrase.people:
            link = Link(phrase=phrase, kind="wounded", rule="casualties.injury", trigger=index)
            yield from with_list(link, reading.list_right(phrase))
        return
    before = reading.by_end.get(index)
    if before is not None and before.count is not None and before.noun is None:
        if sense.term == "injuries":  # "18 wounds" may all be one man's
            yield from _counted(reading, index, sense)
        return
    at = index - 1
    while (
        at > 0
        and index - at < 6
        and (line.tags[at] in _DESCRIBED or line.words[at] in ("stab", "gunshot"))
        and line.words[at] not in _HURT
    ):
        at -= 1
    if line.words[at] not in _HURT or at == 0:
        return
    treated = reading.by_end.get(at) if line.words[at] == "for" else None
    if treated is not None and treated.count and line.words[treated.first - 1] in _TREATING:
        link = Link(phrase=treated, kind="wounded", rule="casualties.injury", trigger=index)
        yield from with_list(link, iter(()))
        return
    if line.words[at] == "for":  # "were treated for burns"
        at -= 1
    group = reading.group(_carried(reading, at) if line.words[at] == "with" else at)
    phrase, _ = reading.subject(group.start, group.number)
    if phrase is None or not (phrase.people or phrase.head == "none"):
        return
    unreal = "negated" if group.negated else "a modal verb" if group.modal else ""
    link = Link(
        phrase=phrase, kind="wounded", rule="casualties.injury", trigger=index, group=group,
        strength=WALKED, unreal=unreal,
    )  # fmt: skip
    yield from with_list(link, reading.list_left(phrase))


def _carried(reading: Reading, at: int) -> int:
    """As in "were taken to hospital with burns": the verb before "with", else `at`."""
    for verb in range(at - 1, max(at - 8, 0), -1):
        if reading.line.tags[verb] in (",", ";", "T", "#", "numw", "N"):
            break
        escaped = reading.line.words[verb] in ("escaped", "survived")
        if escaped or (reading.line.tags[verb] in ("w", "verb") and reading.group(verb).be):
            return verb
    return at


def _owner(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "the six Jesuits' murder"."""
    line = reading.line
    owner = index - 1
    if line.tags[owner] != "'s" or look_up(line.words[owner].rstrip("'")).tag != "N":
        return
    at = owner
    while at > 0 and at not in reading.by_end and line.tags[at - 1] in ("w", "n", "x"):
        at -= 1
    counted = reading.by_end.get(at)
    count = counted.count if counted is not None and not counted.people else None
    if counted is not None and counted.noun is not None and line.tags[counted.noun] == "n":
        count = counted.count  # "the six Jesuit priests' murder"
    first = counted.first if counted is not None and count is not None else at
    phrase = Phrase(
        first=first, last=index, count=count, noun=owner, head="people", determined=True
    )  # fmt: skip
    yield Link(phrase=phrase, kind=sense.kind, rule="casualties.owner", trigger=index)


_CLINICS = frozenset(
    "hospital hospitals clinic clinics infirmary scene inhalation hypothermia shock".split()
)


def _treated(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    """As in "four passengers were treated at the hospital in Oru"."""
    group = reading.group(index)
    if not group.be or group.modal or group.negated:
        return
    if _CLINICS.isdisjoint(reading.line.words[index + 1 : index + 9]):
        return
    phrase, _ = reading.subject(group.start, group.number)
    counted = phrase is not None and phrase.count is not None
    if phrase is not None and counted and (phrase.people or phrase.noun is None):
        link = Link(
            phrase=phrase, kind="wounded", rule="casualties.treated", trigger=index, group=group,
            strength=WALKED,
        )  # fmt: skip
        yield from with_list(link, reading.list_left(phrase))


RULES = (
    Frame(
        id="casualties.treated",
        about="Those who are treated at a hospital or at the scene, or for shock and the like.",
        frames=("treated",),
        find=_treated,
        yes=(Example("[[Four passengers]] were treated at a hospital.", "wounded 4 passengers"),),
        no=("Four films were treated at length.", "Four men treated the hospital as a home."),
    ),
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
        find=_counted,
        yes=(
            Example("Police spoke of [[12]] deaths.", "killed 12"),
            Example("There were [[no]] fatalities.", "killed 0"),
        ),
        no=("two counts of murder", "12 percent of deaths"),
    ),
    Frame(
        id="casualties.lives",
        about="Lives that are claimed, taken, cost or lost.",
        frames=("lives",),
        find=_lives,
        yes=(
            Example("The flood has claimed [[over 250]] lives.", "killed 250+"),
            Example("It took the lives of [[three nurses]].", "killed 3 nurses"),
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
)
