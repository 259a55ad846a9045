"""Status: whether a count is reported, claimed or denied, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

from corpuskit import CasualtyStatus
from corpuskit_casualties.rules.base import Link
from corpuskit_casualties.sense.roles import is_party
from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.sentence.reading import Reading
from corpuskit_casualties.sentence.sources import claims, saying, source_before, source_from
from corpuskit_casualties.words import cue

__all__ = ["status_of"]

Said = tuple[CasualtyStatus, tuple[int, int] | None]
_DEED = ("casualties.object", "casualties.named.object", "casualties.hostage")
_OWNERS = frozenset("its their our his her".split())
_RELATIVES = frozenset(("which", "who", "where", "when"))
_BETWEEN = frozenset(("adv", "have", "that", "day", "month", "prep", "#", ","))


def status_of(reading: Reading, link: Link) -> Said:
    """The status, and the words [first, last) of whoever says so, or None."""
    line, told = reading.line, claims()
    if saying().isdisjoint(line.vocabulary):
        return "reported", None
    verbs = reading.verbs
    if verbs is None:
        verbs = list(compress(range(line.size), map(told.__contains__, line.words)))
        reading.verbs = verbs
    for at in verbs:
        if 0 < link.trigger - at <= 3 and told[line.words[at]][1] == "adverb":
            return "claimed", None
    first = link.phrase.first if link.giver else min(link.phrase.first, link.trigger)
    if not cue("untrue").isdisjoint(line.vocabulary) and _is_turned_down(line, first, link.trigger):
        return "denied", None
    status, source = _said_before(reading, first, link.trigger, verbs) or _said_after(
        line, max(link.phrase.last, link.trigger + 1), verbs
    )
    deed = status == "reported" and link.rule in _DEED
    if deed and source is not None and _is_own_deed(reading, link, source):
        status = "claimed"
    return status, source


def _is_own_deed(reading: Reading, link: Link, source: tuple[int, int]) -> bool:
    """As in "the army said it killed 12 rebels": a party to the fight tells of its own deed."""
    line, verb = reading.line, (link.group or reading.group(link.trigger)).start
    if not (is_party(line, *source) or _is_bare_name(line, *source)):
        return _is_own_side(line, source[1], verb)
    if source[0] >= verb:  # "we killed 12 of them", "its jets killed 12", the army said
        return line.words[verb - 1] == "we" or line.words[verb - 2] in _OWNERS
    at = source[1]
    while line.tags[at] in _BETWEEN or line.words[at] in claims():
        at += 1
    if not cue("admitting").isdisjoint(line.words[source[1] : at]):
        return False
    several = line.tags[source[1] - 1] == "N"
    if line.words[at] in _OWNERS:
        at += 1
    elif line.words[at] != ("they" if several else "it") and line.words[at] != "we":
        return False  # "officials said it killed 12": the blast
    joined = line.tags[verb - 1] in ("conj", ",") and "be" not in line.tags[at + 1 : at + 3]
    return verb == at + 1 or (joined and at < verb)


def _is_bare_name(line: Line, first: int, last: int) -> bool:
    """As in "Orland said it killed 12": a name of its own, of one word, and not who heard of it."""
    named = line.has_case and last - first == 1 and line.tags[first] == "w"
    return named and line.written(first)[0].isupper() and line.words[first] not in cue("agency")


def _is_own_side(line: Line, at: int, verb: int) -> bool:
    """As in "the Front said its fighters killed 12": those who did it are theirs."""
    while at < verb and (line.tags[at] in _BETWEEN or line.words[at] in claims()):
        at += 1
    owned = line.words[at] in _OWNERS and at + 1 < verb <= at + 4
    return owned and is_party(line, at + 1, verb)


def _is_turned_down(line: Line, first: int, trigger: int) -> bool:
    """As in "Reports that ten people died are false"."""
    if cue("rumour").isdisjoint(line.words[:first]):
        return False
    return any(
        line.words[at] in cue("untrue") and line.tags[at - 1] in ("be", "adv")
        for at in range(trigger + 1, line.size)
    )


def _said_before(reading: Reading, first: int, trigger: int, verbs: Sequence[int]) -> Said | None:
    """As in "the rebels claimed that ...", "according to the army, ..."."""
    words = reading.line.words
    for at in reversed(verbs):
        if at >= first:
            continue
        status, kind = claims()[words[at]]
        if ";" in words[at + 1 : first]:
            return None
        if status == "denied" and _stands(words[at + 1 : first], acted=first == trigger):
            continue
        if kind == "preposition":
            return status, source_from(reading.line, at + 2)
        if kind.startswith("verb") and _is_saying(reading, first, at):
            return status, source_before(reading.line, at)
    return None


def _stands(between: Sequence[str], *, acted: bool) -> bool:
    """As in "denied a role in the raid that killed 12", "denied the raid, but 12 were killed": what
    stands between a denial and a count, or its verb if `acted`, tells that it is not denied."""
    if any(word in cue("concession") or word in _RELATIVES for word in between):
        return True
    relative = acted and len(between) > 1 and between[-1] == "that"
    return relative and between[-2] not in cue("rumour")


def _said_after(line: Line, start: int, verbs: Sequence[int]) -> Said:
    """As in "..., the army claimed." """
    for at in verbs:
        status, kind = claims()[line.words[at]]
        if at >= start and kind == "preposition":
            return status, source_from(line, at + 2)
        if kind == "verb" and "," in line.words[start:at]:
            span = source_before(line, at)
            if span is not None and line.tags[span[0] - 1] == ",":
                return status, span
    return "reported", None


def _is_saying(reading: Reading, first: int, at: int) -> bool:
    """Whether the verb at word `at` says what begins at word `first`."""
    line, kind = reading.line, claims()[reading.line.words[at]][1]
    if kind == "verb of":  # "spoke of 12 dead"
        return line.words[at + 1] == "of"
    if kind == "verb at":  # "put the toll at 12", "put it at 12"
        toll = any(sense.frame == "toll" for sense in line.senses.get(first, ()))
        return first - at < 5 and (toll or line.words[first - 1] == "at")
    return not _is_other_claim(reading, at) and not _is_object(line.words, at)


def _is_object(words: Sequence[str], at: int) -> bool:
    """As in "rejected the claims that": what is said is a noun, and the verb stands before it."""
    return words[at] in cue("rumour") and not saying().isdisjoint(words[max(at - 2, 0) : at])


def _is_other_claim(reading: Reading, at: int) -> bool:
    """As in "claimed 79 lives", "claimed responsibility", "reports of": no saying."""
    line = reading.line
    after = line.words[at + 1 : at + 8]
    lives = "lives" in after or "life" in after
    return (
        (lives and (at + 1 in reading.phrases or line.words[at + 1] == "the"))
        or line.words[at + 1] in ("of", "responsibility", "credit")
        or line.tags[at - 1] in ("det", "be", "found")
    )
