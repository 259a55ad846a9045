"""Rivals: another source's count of the same victims: "but the rebels put it at 90"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpuskit.scan import Example, Rule
from corpuskit_casualties.rules.base import ADJACENT, Link
from corpuskit_casualties.sense.roles import is_party
from corpuskit_casualties.sentence.phrases import Phrase
from corpuskit_casualties.sentence.reading import Reading
from corpuskit_casualties.sentence.sources import claims, source_before
from corpuskit_casualties.words import cue

__all__ = ["RULES", "rivals_of"]

RIVAL = "casualties.rival"
_ENDS = frozenset((",", ";", ".", "-", ")", ""))
_IS = frozenset(("was", "is", "were"))
_IT = frozenset(("it", "them", "there"))


def rivals_of(reading: Reading, links: Sequence[Link]) -> Iterator[Link]:
    """Links of bare counts that a second source gives for the victims of `links`."""
    told = sorted(links, key=lambda link: link.phrase.first)
    taken = {link.phrase.first for link in links}
    for phrase in reading.phrases.values():
        if phrase.noun is None and phrase.first not in taken:
            verb = _giving(reading, phrase)
            link = _told_before(reading, told, verb) if verb else None
            if link is not None:
                yield link._replace(phrase=phrase, rule=RIVAL, giver=verb, strength=ADJACENT)


def _giving(reading: Reading, phrase: Phrase) -> int:
    """The verb by which another source gives the bare count `phrase`; 0 if there is none."""
    line, at = reading.line, phrase.first - 1
    words, kind = line.words, "verb"
    if words[at] == "at":  # "put it at 10", "put the number at 10"
        at -= 1
        if words[at] in cue("tally"):
            at -= line.tags[at - 1] == "det"
        elif words[at] != "it":
            return 0
        at, kind = at - 1, "verb at"
    elif line.tags[phrase.last] not in _ENDS:
        return 0
    elif words[at] == "of":  # "spoke of 10"
        at, kind = at - 1, "verb of"
    elif words[at] in _IS:  # "said it was 10", "said there were 10", "said the number was 10"
        at -= 1
        if words[at] in cue("tally"):
            while line.tags[at - 1] in ("w", "det"):
                at -= 1
        elif words[at] not in _IT:
            return 0
        at -= 2 if words[at - 1] == "that" else 1
    told = claims().get(words[at])
    fits = told is not None and told[0] != "denied" and told[1] == kind
    return at if fits and _is_other(reading, at) else 0


def _is_other(reading: Reading, verb: int) -> bool:
    """Whether a source of its own stands before the verb, set against what was told before."""
    line, source = reading.line, source_before(reading.line, verb)
    if source is None or line.tags[source[0]] == "pron":
        return False
    people = line.tags[source[1] - 1] in ("N", "n") or is_party(line, *source)
    if line.words[verb] in cue("taking") and not people:
        return False  # "the quake claimed 25"
    before = line.words[source[0] - 1]
    return before in cue("contrast")


def _told_before(reading: Reading, told: Sequence[Link], verb: int) -> Link | None:
    """The count that the one given by `verb` stands against: the only one before it, or more of
    one kind, and no other number between."""
    before = [link for link in told if link.phrase.last <= verb]
    if not before or len({link.kind for link in before}) > 1 or before[-1].part_of is not None:
        return None
    last = before[-1]
    after = max(last.phrase.last, last.trigger)
    line = reading.line
    if any(phrase.count for phrase in reading.phrases.values() if after < phrase.first < verb):
        return None
    given = ("reported", "verb at") in map(claims().get, line.words[after:verb])
    return None if given else last


RULES = (
    Rule(
        id=RIVAL,
        about="The count that a second source gives for the same victims, in the same sentence.",
        yes=(
            Example("Police put the toll at 3 while rebels put it at [[10]].", "killed 10"),
            Example("Police said 12 clerks died, but nurses said [[30]].", "killed 30"),
            Example("Four were hurt, police said; nurses spoke of [[nine]].", "wounded 9"),
        ),
        no=(
            "Police put the crowd at 300 while rebels put it at 900.",
            "Police said 12 clerks died, but guests said 30 had left.",
            "Two clerks died; the bank put the loss at 9 million, but others put it at 30 million.",
        ),
    ),
)
