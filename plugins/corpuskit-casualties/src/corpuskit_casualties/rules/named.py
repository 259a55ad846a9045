"""Named: a single victim given by name: "the murder of Ana Roe", "Ana Roe was kidnapped"."""

from __future__ import annotations

from collections.abc import Iterator

from corpuskit.scan import Example
from corpuskit_casualties.rules.base import Frame, Link, before_age, link_to
from corpuskit_casualties.rules.passives import shared_be
from corpuskit_casualties.sentence.asides import is_plain_aside
from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.sentence.phrases import Phrase
from corpuskit_casualties.sentence.reading import Reading
from corpuskit_casualties.words import Sense, cue, look_up

__all__ = ["RULES", "is_name", "name_before"]


def _of(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    if sense.term in cue("violent") and reading.line.words[index + 1] == "of":
        yield from _link(reading, index, sense, "casualties.named", _name_from(reading, index + 2))


def _object(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    if sense.needs or sense.kind == "wounded":
        return
    group = reading.group(index)
    if not (group.be or group.unreal):
        name = _name_from(reading, index + 1)
        yield from _link(reading, index, sense, "casualties.named.object", name)


def _subject(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    if sense.needs:
        return
    group = reading.group(index)
    if not group.be and not group.have:
        group = shared_be(reading, group.start - 1, index) or group
    if not group.be or group.unreal or group.present or group.number == 2:
        return
    yield from _before(reading, index, sense, "casualties.named.subject", group.start)


def _died(reading: Reading, index: int, sense: Sense) -> Iterator[Link]:
    group, after = reading.group(index), reading.line.words[index + 1 : index + 5]
    if not (group.be or group.unreal) and (
        sense.term in cue("violent end") or not cue("wounds").isdisjoint(after)
    ):
        yield from _before(reading, index, sense, "casualties.named.died", group.start)


def _before(reading: Reading, index: int, sense: Sense, rule: str, verb: int) -> Iterator[Link]:
    """The name, and perhaps an age, before the verb that begins at word `verb`."""
    line, last = reading.line, _before_aside(reading.line, verb)
    name = name_before(reading, last), last
    if line.words[name[0] - 1] == "the" and line.words[name[0] - 2] == "of":
        return  # "four men of the Orm Guard were killed"
    told = reading.by_end.get(name[0] - 1) if line.tags[name[0] - 1] == "," else None
    apposed = told is not None and told.people and not told.plural and line.tags[verb - 1] == ","
    if told is not None and (apposed or (told.count is not None and told.count.single)):
        return  # "one soldier, Sergeant Ana Roe, was killed", "a guard, Ana Roe, 46, was killed"
    yield from _link(reading, index, sense, rule, name)


def _before_aside(line: Line, verb: int) -> int:
    """As in "Ana Roe, 46, was", "Ana Roe, mayor of Velm, was": where the name ends."""
    last = before_age(line, verb)
    if last < verb or line.tags[verb - 1] != ",":
        return last
    commas = (at for at in range(verb - 3, max(verb - _REACH, 0), -1) if line.tags[at] == ",")
    named = (at for at in commas if line.written(at - 1)[0].isupper())
    return next((at for at in named if is_plain_aside(line, at, verb - 1)), verb)


def _link(
    reading: Reading, index: int, sense: Sense, rule: str, words: tuple[int, int] | None
) -> Iterator[Link]:
    if words is None or not is_name(reading, *words):
        return
    phrase = Phrase(
        first=words[0], last=words[1], head="people", plural=False, determined=True, name=True
    )
    yield link_to(phrase, sense, rule, index)


def _name_from(reading: Reading, at: int) -> tuple[int, int] | None:
    """The name in a slot that begins at word `at`, past "the group's envoy"."""
    line, stop = reading.line, at + 6
    while at < stop and not _capital(reading, at):
        if line.tags[at] not in ("det", "'s", "w", "n"):
            return None
        at += 1
    last = at
    while _capital(reading, last):
        last += 1
    return (at, last) if last > at else None


def name_before(reading: Reading, last: int) -> int:
    """Where the name begins that ends at word `last`."""
    first = last
    while first > 0 and _capital(reading, first - 1):
        first -= 1
    return first


def _capital(reading: Reading, index: int) -> bool:
    line = reading.line
    if line.tags[index] not in ("w", "n", "x"):
        return False
    word = line.written(index)
    return word[0].isupper() and not word.isupper()


def is_name(reading: Reading, first: int, last: int) -> bool:
    """Whether words [first, last), which have capitals, name a person."""
    line, words = reading.line, reading.line.words[first:last]
    if not 2 <= len(words) <= 6 or line.tags[last] in ("n", "x", "X"):
        return False  # "the Orm Vale sheriff's deputy": the name only describes
    if not cue("no name").isdisjoint(words) or words[-1] in cue("no last name"):
        return False
    return look_up(words[-1]).tag not in ("x", "n") and not any(look_up(w).nation for w in words)


_REACH = 24  # words from a name to its verb

RULES = (
    Frame(
        id="casualties.named",
        about="A single victim given by name, in text that has capitals.",
        frames=("noun",),
        phrases=False,
        capitals=True,
        find=_of,
        yes=(Example("after the murder of the guild's clerk [[Ana Roe]]", "killed 1 Ana Roe"),),
        no=(
            "after the murder of the Velm Town Council's hopes",
            "THE MURDER OF ANA ROE",
            "the capture of Port Velm",
        ),
    ),
    Frame(
        id="casualties.named.object",
        about="The name after an active verb of killing or kidnapping.",
        frames=("verb",),
        forms=("ed", "ing"),
        after=frozenset(("w", "n", "x", "det", "'s")),
        phrases=False,
        capitals=True,
        find=_object,
        yes=(Example("Robbers killed [[Ana Roe]] on Monday.", "killed 1 Ana Roe"),),
        no=("The frost killed Velm Valley's vines.",),
    ),
    Frame(
        id="casualties.named.subject",
        about="The name before a passive verb of killing or kidnapping.",
        frames=("verb",),
        forms=("ed", "ppl"),
        phrases=False,
        capitals=True,
        find=_subject,
        yes=(
            Example("[[Ana Roe]], 46, was kidnapped near Velm.", "captured 1 Ana Roe"),
            Example("[[Ana Roe]], the mayor of Velm, was shot dead.", "killed 1 Ana Roe"),
        ),
        no=(
            "Ana Roe was not killed.",
            "Ana Roe might be killed.",
            "One of the wolves, Old Roe, was killed.",
        ),
    ),
    Frame(
        id="casualties.named.died",
        about="The name before a verb of dying by violence or accident.",
        frames=("die",),
        forms=("past",),
        phrases=False,
        capitals=True,
        find=_died,
        yes=(
            Example("[[Ana Roe]] died of her wounds.", "killed 1 Ana Roe"),
            Example("[[Ana Roe]], 46, drowned near Velm.", "killed 1 Ana Roe"),
        ),
        no=("Ana Roe died at home.", "Ana Roe could have drowned."),
    ),
)
